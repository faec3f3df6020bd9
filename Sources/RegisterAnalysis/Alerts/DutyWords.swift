package import RegisterModel
package import ResponsePlanning

/// A reporting duty in the words of people.
package struct DutyWords {
  let duty: ReportingDuty
  let clock: ReportingClock

  package init(_ duty: ReportingDuty, _ clock: ReportingClock) {
    self.duty = duty
    self.clock = clock
  }

  /// "NIS2 early warning was due at 2026-11-25 09:00, 3 h ago; may apply: nobody has said how severe it is".
  package var reason: String {
    "\(clock.name) \([standing, doubt].compactMap(\.self).joined(separator: "; "))"
  }

  package var action: String {
    let to = clock.recipient.map { "Report to \($0)" } ?? "Make the report"
    return duty.isDoubtful
      ? "Say \(Plural.list(duty.doubts.map(Self.what))), then: \(to.lowercasedFirst)"
      : "\(to), and record it with <notified clock=\"\(clock.id)\" at=\"…\"/>"
  }

  private var standing: String {
    let due = duty.due.map(ImpactWords.moment) ?? ""
    switch duty.state {
    case .overdue(let seconds): return "was due at \(due), \(DateText.brief(seconds)) ago\(basis)"
    case .running(let seconds):
      return "is due at \(due), \(DateText.brief(seconds)) from now\(basis)"
    case .undetermined: return "is due nobody knows when: \(obstacle)"
    case .inTime: return "was made in time"
    case .late(let seconds): return "was made \(DateText.brief(seconds)) late"
    case .reported: return "was made; nobody knows whether in time: \(obstacle)"
    }
  }

  private var basis: String {
    guard case .dueTime(let other) = duty.start?.basis else { return "" }
    return ", counted from when \(other) is due, for that report is not made yet"
  }

  private var obstacle: String {
    switch duty.obstacle {
    case .momentUnknown(let moment): "the incident doesn't say when it \(Self.verb(moment))"
    case .dependsOn(let other): "it runs from the report of \(other), whose time is not known"
    case .circle: "it runs from itself, by way of others; mend 'after' in the criteria"
    case .noTime: "the clock states no time; set within in the criteria"
    case .tooFar: "its time ends past the year 9999"
    case nil: "its time is not known"
    }
  }

  private static func verb(_ moment: ReportingClock.Start) -> String {
    switch moment {
    case .occurred: "occurred"
    case .detected: "was detected"
    case .categorised: "was categorised"
    }
  }

  private var doubt: String? {
    duty.isDoubtful
      ? "it may apply: nobody has said \(Plural.list(duty.doubts.map(Self.what)))" : nil
  }

  private static func what(_ doubt: ReportingDuty.Doubt) -> String {
    switch doubt {
    case .category: "of which category the incident is"
    case .severity: "how severe the incident is"
    }
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
