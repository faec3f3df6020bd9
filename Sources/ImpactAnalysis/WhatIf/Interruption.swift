/// A time in which a node is down, in seconds after the disruption began: from `from` up to `to`.
public struct Interruption: Hashable, Sendable {
  public var from: Int64
  /// `TimeBounds.never` where it has no end, or nobody knows it.
  public var to: Int64

  public init(from: Int64, to: Int64) {
    self.from = from
    self.to = to
  }
}

/// Times in which something is down: apart from each other, ascending.
struct DownTime: Hashable, Sendable {
  private(set) var outages: [Interruption] = []

  init() {}

  /// - Parameter outages: In any order, overlapping or not.
  init(_ outages: [Interruption]) {
    for outage in outages.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) })
    where outage.from < outage.to {
      if let last = self.outages.last, outage.from <= last.to {
        self.outages[self.outages.count - 1].to = max(last.to, outage.to)
      } else {
        self.outages.append(outage)
      }
    }
  }

  var isEmpty: Bool { outages.isEmpty }

  /// Each outage longer by a time: a lead, or the own work that follows.
  func extended(by seconds: Int64) -> DownTime {
    seconds == 0
      ? self
      : DownTime(
        outages.map { Interruption(from: $0.from, to: min($0.to + seconds, TimeBounds.never)) })
  }

  /// The times in which a workaround is not there: before it works, and once it has run out.
  func bridged(act: Int64, lasts: Int64) -> DownTime {
    DownTime(
      outages.flatMap { outage in
        let begin = min(outage.from + act, TimeBounds.never)
        let end = min(begin + lasts, TimeBounds.never)
        return [
          Interruption(from: outage.from, to: min(begin, outage.to)),
          Interruption(from: end, to: outage.to),
        ]
      })
  }

  /// The first time from which something is up, for as long as it takes to see that.
  var firstUp: Int64 {
    guard let first = outages.first, first.from == 0 else { return 0 }
    return first.to
  }

  static func union(_ times: [DownTime]) -> DownTime { DownTime(times.flatMap(\.outages)) }

  /// The times in which fewer than `needed` of several are up.
  static func fewer(than needed: Int, of members: [DownTime]) -> DownTime {
    let spare = members.count - needed
    if spare < 0 { return DownTime([Interruption(from: 0, to: TimeBounds.never)]) }
    if spare == 0 { return union(members) }
    var events: [(time: Int64, change: Int)] = []
    for member in members {
      for outage in member.outages {
        events.append((outage.from, 1))
        events.append((outage.to, -1))
      }
    }
    events.sort { ($0.time, $0.change) < ($1.time, $1.change) }
    var outages: [Interruption] = []
    var down = 0
    for event in events {
      let wasDown = down > spare
      down += event.change
      let isDown = down > spare
      if isDown, !wasDown {
        outages.append(Interruption(from: event.time, to: TimeBounds.never))
      } else if wasDown, !isDown {
        outages[outages.count - 1].to = event.time
      }
    }
    return DownTime(outages)
  }
}
