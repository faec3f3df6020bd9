public import RegisterModel

/// When an outage of a given length costs most, by the calendar and the peak windows of an activity.
///
/// What hangs on the length alone is the same at all starts. What is lost by the hour is the integral of a
/// step function over a time that moves with the start, so that it grows and falls in straight lines, and
/// is highest where an edge of the time meets an edge of a step. Those starts, and no others, are looked
/// at: the answer is exact.
public struct WorstStart: Hashable, Sendable {
  /// The first start at which it costs most.
  public let start: Moment
  /// What it costs then, in main units of the register's currency.
  public let loss: Double
  /// What it costs at the start that costs least.
  public let least: Double
  /// What it costs on average over all starts.
  public let mean: Double

  /// How many times the average; nil where the average is nothing.
  public var ratio: Double? { mean > 0 ? loss / mean : nil }

  /// - Parameters:
  ///   - length: How long the outage lasts.
  ///   - from: The first start looked at; the last is `days` days later.
  ///   - days: 1...3660.
  /// - Returns: nil where the time zones are not known for all of that time, or it leaves the years 1 to
  ///   9999.
  /// - Complexity: O(*n* log *n*) in the stretches of work in `days` and `length`, times the terms that
  ///   differ in their times.
  public init?(
    of losses: LossTerms, pattern: OperatingPattern, length: ElapsedTime, from: Moment,
    days: Int = 366
  ) {
    precondition((1...3660).contains(days), "within ten years")
    let first = from.secondsSince1970
    let last = first + Int64(days) * 86_400
    guard pattern.known.contains(first), pattern.known.contains(last + length.seconds),
      pattern.zone.moment(at: last + length.seconds) != nil
    else { return nil }
    let sweep = StartSweep(
      losses, pattern.stretches(from: first, to: last + length.seconds), length: length.seconds,
      starts: first...last)
    guard let start = pattern.zone.moment(at: sweep.worst) else { return nil }
    self.start = start
    // As the curve of that start has it, to the last bit.
    let operating = OperatingTime(pattern, start: start, horizon: length.hours)
    loss =
      LossCurve.parts(of: losses, operating: operating, horizon: length.hours)
      .total.value(at: length.hours)
    least = min(sweep.least, loss)
    mean = min(sweep.mean, loss)
  }
}

/// Walks over all starts that matter.
struct StartSweep {
  /// The first start that costs most, and what it costs.
  private(set) var worst: Int64
  private(set) var highest: Double
  private(set) var least: Double
  private(set) var mean: Double

  /// A stretch of the outage in which something is lost by the hour of work, in seconds after its start.
  private struct Moving: Hashable {
    var from: Int64
    var to: Int64
    var peaks: Bool
  }

  init(
    _ losses: LossTerms, _ stretches: [OperatingPattern.Stretch], length: Int64,
    starts: ClosedRange<Int64>
  ) {
    var fixed = 0.0
    var order: [Moving] = []
    var perSecond: [Moving: Double] = [:]
    for term in losses.terms {
      switch TermShape(term, horizon: Double(length) / 3600) {
      case .jumps(let changes, _):
        fixed += LossCurve(changes: changes).value(at: Double(length) / 3600)
      case .rate(let rate):
        let moving = Moving(
          from: Int64((rate.from * 3600).rounded()),
          to: Int64(min(rate.to * 3600, Double(length)).rounded()), peaks: rate.peaks)
        guard moving.from < moving.to, rate.hourly > 0 else { continue }
        if perSecond[moving] == nil { order.append(moving) }
        perSecond[moving, default: 0] += rate.hourly / 3600
      case .neverCleared: continue
      }
    }
    // What is lost at the first start, how fast that changes, and where the pace changes.
    var loss = fixed
    var slope = 0.0
    var turns: [(at: Int64, change: Double)] = []
    for moving in order {
      let hourly = perSecond[moving] ?? 0
      for stretch in stretches {
        let height = hourly * (moving.peaks ? stretch.demand : 1)
        let seen =
          min(stretch.to, starts.lowerBound + moving.to)
          - max(stretch.from, starts.lowerBound + moving.from)
        loss += height * Double(max(seen, 0))
        // The loss grows while the end of the outage runs over work, and falls while its start does.
        turns.append((stretch.from - moving.to, height))
        turns.append((stretch.to - moving.to, -height))
        turns.append((stretch.from - moving.from, -height))
        turns.append((stretch.to - moving.from, height))
      }
    }
    turns.sort { $0.at < $1.at }
    worst = starts.lowerBound
    highest = loss
    least = loss
    mean = 0
    var (at, place) = (starts.lowerBound, 0)
    while place < turns.count, turns[place].at <= at {
      slope += turns[place].change
      place += 1
    }
    while at < starts.upperBound {
      let next = min(place < turns.count ? turns[place].at : .max, starts.upperBound)
      let before = loss
      loss += slope * Double(next - at)
      mean += (before + loss) / 2 * Double(next - at)
      at = next
      // Not for the noise of sums: of starts that cost the same, the first.
      if loss > highest + 1e-9 * abs(highest) {
        highest = loss
        worst = at
      }
      least = min(least, loss)
      while place < turns.count, turns[place].at <= at {
        slope += turns[place].change
        place += 1
      }
    }
    mean /= Double(starts.upperBound - starts.lowerBound)
    least = max(least, 0)
  }
}
