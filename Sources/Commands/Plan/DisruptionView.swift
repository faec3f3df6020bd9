import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// All that `whatif` shows, whatever the face.
struct DisruptionView {
  let scenario: DisruptionScenario
  let impact: RegisterImpact
  let played: PlayedDisruption

  var words: ImpactWords { ImpactWords(impact) }
  var register: Register { impact.register }

  /// What happens to activities.
  enum Happening: Int, CaseIterable {
    case stops, workaround, passesObjective, passesTolerable, back

    var text: String {
      switch self {
      case .stops: "stop"
      case .workaround: "on a workaround"
      case .passesObjective: "beyond RTO"
      case .passesTolerable: "beyond MTPD"
      case .back: "back"
      }
    }
  }

  /// What happens to some activities at one time, in seconds after the start.
  struct Event {
    let at: Int64
    let happening: Happening
    var nodes: [Int]
  }

  /// What happens when, in order; what happens to several at once together.
  var events: [Event] {
    var happenings: [(at: Int64, happening: Happening, node: Int)] = []
    for stopped in played.activities {
      happenings += stopped.outages.map { ($0.from, .stops, stopped.node) }
      happenings += stopped.reduced.map { ($0.from, .workaround, stopped.node) }
      if let at = stopped.objectiveCrossed {
        happenings.append((at, .passesObjective, stopped.node))
      }
      if let at = stopped.tolerableCrossed {
        happenings.append((at, .passesTolerable, stopped.node))
      }
      // The end of the last outage is only sure where it is known.
      for outage in stopped.outages where outage.to < TimeBounds.never {
        if outage.to < stopped.back.upper || stopped.back.isKnown {
          happenings.append((outage.to, .back, stopped.node))
        }
      }
    }
    happenings.sort {
      ($0.at, $0.happening.rawValue, $0.node) < ($1.at, $1.happening.rawValue, $1.node)
    }
    var events: [Event] = []
    for (at, happening, node) in happenings {
      if let last = events.last, last.at == at, last.happening == happening {
        events[events.count - 1].nodes.append(node)
      } else {
        events.append(Event(at: at, happening: happening, nodes: [node]))
      }
    }
    return events
  }

  /// The times after which costs are shown, in hours: closely at first, up to when the last is back.
  var hours: [Double] {
    let last = played.activities.map(\.back.upper).filter { $0 < TimeBounds.never }.max() ?? 0
    let end = Double(last) / 3600
    let usual: [Double] = [1, 2, 3, 4, 6, 8, 12, 18, 24, 36, 48, 72, 96, 120, 168, 336, 720]
    let isOpen = played.activities.contains { $0.back.upper >= TimeBounds.never }
    let shown = usual.filter { $0 < end || isOpen && $0 <= 168 }
    return shown + (end > 0 ? [end] : [])
  }

  /// The activities that pass their MTPD, or may.
  var intolerable: Int { played.activities.count { $0.tolerableCrossed != nil } }
  var late: Int { played.activities.count { $0.objectiveCrossed != nil } }

  /// When something is, in seconds after the start: "Fri 2026-12-04 18:00".
  func clock(_ seconds: Int64) -> String {
    let zone = impact.calendars.zone ?? .utc
    let moment = zone.moment(at: played.start.secondsSince1970 + seconds) ?? played.start
    return ImpactWords.moment(moment)
  }

  /// What to restore in which order, each with when its work starts and ends.
  var order: [(node: Int, recovery: RecoverySchedule.Recovery)] {
    played.schedule.outcomes.indices.compactMap { node -> (Int, RecoverySchedule.Recovery)? in
      guard case .recovered(let recovery) = played.schedule.outcomes[node] else { return nil }
      return (node, recovery)
    }
    .filter { $0.1.finish > $0.1.start }
    .sorted { ($0.1.start, $0.1.finish, $0.0) < ($1.1.start, $1.1.finish, $1.0) }
    .map { (node: $0.0, recovery: $0.1) }
  }
}
