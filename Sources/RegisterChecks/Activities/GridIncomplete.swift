import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// The impact of every activity is judged in every category and at every time of the criteria.
///
/// Times after one that has reached the highest level of its category need not be judged: it can't get worse.
/// Nor need a category of money where the activity states what its disruption costs, for then the loss curve
/// says when it becomes intolerable. A level left out because nobody knows it counts as not judged. In a peak
/// window only those times are asked for without which nobody knows whether it binds.
///
/// The MTPD is read from the grid, and a blank may hide that the activity must be back sooner. Ask who does
/// the work what it would be like after that time; a rough answer is better than none.
public struct GridIncomplete: RegisterCheck {
  public static let rule = Rule(
    "BIA-003", .error, "Impact over time not judged in full", [.iso22301("8.2.2 c")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    guard let criteria = register.register.criteria, !criteria.impacts.isEmpty,
      !criteria.bands.isEmpty
    else { return [] }
    return register.register.activities.enumerated().compactMap { place, activity in
      let disruption = register.impact.disruptions[place]
      let open = Set(disruption.openRows)
      let blanks = disruption.rows.compactMap { row -> Blank? in
        if case .loss = row.period?.basis { return nil }
        guard row.window == nil || open.contains(row) else { return nil }
        let times = Self.needed(row, activity, criteria)
        return times.isEmpty ? nil : Blank(row: row, times: times)
      }
      return blanks.isEmpty ? nil : Self.incomplete(activity, blanks, register)
    }
  }

  private struct Blank {
    let row: ActivityDisruption.Row
    let times: [ElapsedTime]
  }

  /// The times not judged, up to that at which the highest level is reached.
  private static func needed(
    _ row: ActivityDisruption.Row, _ activity: Activity, _ criteria: Criteria
  ) -> [ElapsedTime] {
    guard !row.unjudged.isEmpty else { return [] }
    let highest = criteria.impacts.first { $0.category == row.category }?.levels.count ?? 0
    let end = activity.impacts.lazy.filter {
      $0.category == row.category && $0.window == row.window
        && $0.level.map { Int($0.rank) >= highest } ?? false
    }.map(\.at).min()
    return row.unjudged.filter { time in end.map { time < $0 } ?? true }
  }

  private static func incomplete(
    _ activity: Activity, _ blanks: [Blank], _ register: CompiledRegister
  ) -> Finding {
    let words = ImpactWords(register.impact)
    let isEmpty = activity.impacts.allSatisfy { $0.level == nil }
    let parts = blanks.map { blank in
      words.name(of: blank.row.category)
        + (blank.row.window.map { " in \(words.name(ofWindow: $0))" } ?? "")
        + " at \(Wording.times(blank.times))"
    }
    return rule.finding(
      activity.id.text, "impact",
      isEmpty
        ? "nobody has judged what it means if '\(activity.name)' is down"
        : "what it means if '\(activity.name)' is down is not judged: \(Wording.someOf(parts))",
      hint: "ask who does the work, and add <impact category=\"…\" at=\"…\" level=\"…\"/> for each")
  }
}
