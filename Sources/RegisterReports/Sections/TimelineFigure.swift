import RegisterAnalysis
import RegisterModel

/// Spans that end on days, as a chart over about a year and a half around today.
struct TimelineFigure {
  /// A span.
  struct Span {
    let label: String
    let start: CalendarDate?
    let end: CalendarDate
    let note: String
    let tone: Tone
  }

  let today: CalendarDate
  /// In the order in which they are shown.
  let spans: [Span]
  /// How many rows a chart has at most.
  static let most = 20

  init(today: CalendarDate, _ spans: [Span]) {
    self.today = today
    self.spans = Array(spans.prefix(Self.most))
  }

  var chart: TimelineChart {
    let axis = CalendarAxis(today: today, spans.map(\.end))
    return TimelineChart(
      ticks: axis.ticks, today: axis.place(of: today), todayLabel: "today \(DateText.day(today))",
      rows: spans.map { span in
        TimelineChart.Row(
          span.label, start: span.start.map { axis.place(of: $0) }, end: axis.place(of: span.end),
          note: span.note, span.tone)
      })
  }
}

/// An axis of days from some months before today to some after, as far as the days that are shown reach.
struct CalendarAxis {
  let ticks: [IntervalChart.Tick]
  private let first: Int
  private let length: Double

  /// How far the axis reaches at least and at most, in days.
  private static let before = 92...731
  private static let after = 275...1461

  init(today: CalendarDate, _ days: [CalendarDate]) {
    let now = Int(today.dayNumber)
    let distances = days.map { Int($0.dayNumber) - now }
    let past = min(
      max(-(distances.min() ?? 0) + 15, Self.before.lowerBound), Self.before.upperBound)
    let ahead = min(max((distances.max() ?? 0) + 15, Self.after.lowerBound), Self.after.upperBound)
    first = now - past
    length = Double(past + ahead)
    // A mark for every few months, so that there are about four.
    let step = max((past + ahead) / 30 / 4, 1)
    var ticks: [IntervalChart.Tick] = []
    let start = CalendarDate(dayNumber: first)?.components ?? today.components
    for count in stride(from: 1, through: (past + ahead) / 28, by: step) {
      let months = start.year * 12 + start.month - 1 + count
      guard let day = CalendarDate(year: months / 12, month: months % 12 + 1, day: 1) else { break }
      let place = (Double(day.dayNumber) - Double(first)) / length
      // Not where the label would stick out.
      guard place < 0.93 else { break }
      ticks.append(IntervalChart.Tick(place, DateText.month(day)))
    }
    self.ticks = ticks
  }

  /// Where a day lies, 0...1; what lies beyond an end lies at it.
  func place(of day: CalendarDate) -> Double {
    min(max((Double(day.dayNumber) - Double(first)) / length, 0), 1)
  }
}
