import ImpactAnalysis
import Probability
import RegisterAnalysis

/// An axis of times after a disruption began, in seconds.
struct ElapsedAxis {
  let ticks: [IntervalChart.Tick]
  private let lowest: Double
  private let length: Double
  private let isLogarithmic: Bool

  /// The times at which an axis may have a mark.
  private static let marks: [Int64] = [
    60, 300, 900, 3600, 4 * 3600, 86_400, 3 * 86_400, 7 * 86_400, 30 * 86_400, 90 * 86_400,
    365 * 86_400, 10 * 365 * 86_400,
  ]
  /// How far apart the marks of a straight axis may be.
  private static let steps: [Int64] = [
    60, 300, 600, 1800, 3600, 2 * 3600, 4 * 3600, 6 * 3600, 12 * 3600, 86_400, 2 * 86_400,
    5 * 86_400, 7 * 86_400, 14 * 86_400, 30 * 86_400, 90 * 86_400, 365 * 86_400,
  ]

  /// An axis on which equal factors take equal room, from a mark to another, so that minutes and months have
  /// room.
  init(logarithmic times: [Int64]) {
    let times = times.filter { $0 > 0 && $0 < TimeBounds.never }
    let (least, most) = (times.min() ?? 3600, times.max() ?? 86_400)
    let first = Self.marks.last { $0 <= least } ?? Self.marks[0]
    let last = Self.marks.first { $0 >= most && $0 > first } ?? Self.marks[Self.marks.count - 1]
    let (lowest, length) = (
      Logarithm.natural(Double(first)), Logarithm.natural(Double(last) / Double(first))
    )
    (self.lowest, self.length, isLogarithmic) = (lowest, length, true)
    ticks = Self.marks.filter { $0 >= first && $0 <= last }.map { mark in
      IntervalChart.Tick(
        (Logarithm.natural(Double(mark)) - lowest) / length, DateText.brief(mark))
    }
  }

  /// An axis from 0 on along which time runs evenly.
  init(upTo seconds: Int64) {
    let most = min(max(seconds, 60), 100 * 365 * 86_400)
    let step = Self.steps.first { most / $0 <= 8 } ?? most / 8
    (lowest, length, isLogarithmic) = (0, Double(most), false)
    ticks = stride(from: 0, through: most, by: Int64.Stride(step)).map { time in
      IntervalChart.Tick(Double(time) / Double(most), time == 0 ? "0" : DateText.brief(time))
    }
  }

  /// Where a time lies, 0...1; what lies beyond an end lies at it.
  func place(of seconds: Int64) -> Double {
    if isLogarithmic {
      guard seconds > 0 else { return 0 }
      return min(max((Logarithm.natural(Double(seconds)) - lowest) / length, 0), 1)
    }
    return min(max(Double(seconds) / length, 0), 1)
  }
}
