import RegisterModel
import RiskScoring
import Testing

struct IndicatorStateTests {
  /// Readings at noon of days of June 2026: `indicator([1: 3, 8: 7])`.
  private func indicator(
    _ readings: KeyValuePairs<Int, Double>, amber: Double? = 5, red: Double? = 10,
    _ direction: Indicator.Direction = .higherIsWorse, maximumAge: Int? = nil
  ) -> Indicator {
    var indicator = Indicator(id: try! Identifier("K-1"), name: Line("Unpatched servers")!)
    indicator.direction = direction
    indicator.amber = amber.flatMap { Measure($0) }
    indicator.red = red.flatMap { Measure($0) }
    indicator.maximumAge = maximumAge.flatMap { CalendarPeriod(months: 0, days: $0) }
    indicator.values = readings.map { IndicatorValue(at: noon($0.key), value: Measure($0.value)!) }
    return indicator
  }

  /// Noon by UTC, stated with an offset.
  private func noon(_ june: Int, offset: Int = 0) -> Moment {
    Moment(
      secondsSince1970: Int64(day(2026, 6, june).dayNumber) * 86_400 + 12 * 3600,
      offsetMinutes: offset)!
  }

  private let today = day(2026, 6, 30)

  @Test(
    "A threshold is reached by the value that equals it",
    arguments: [(4.99, "green"), (5, "amber"), (9.99, "amber"), (10, "red"), (1e9, "red")])
  func higherIsWorse(value: Double, colour: String) {
    #expect(self.colour(indicator([1: value]).state(on: today)) == colour)
  }

  @Test(
    "Where lower is worse, the thresholds are reached from above",
    arguments: [(10.01, "green"), (10, "amber"), (5.01, "amber"), (5, "red"), (-3, "red")])
  func lowerIsWorse(value: Double, colour: String) {
    let state = indicator([1: value], amber: 10, red: 5, .lowerIsWorse).state(on: today)
    #expect(self.colour(state) == colour)
  }

  @Test("The newest value by time counts, wherever it stands")
  func newest() {
    #expect(colour(indicator([20: 1, 3: 11, 9: 7]).state(on: today)) == "green")
    #expect(colour(indicator([3: 1, 20: 11, 9: 7]).state(on: today)) == "red")
  }

  @Test("A reading after the day asked about is not known on it")
  func future() {
    let indicator = indicator([1: 1, 20: 11])
    #expect(colour(indicator.state(on: day(2026, 6, 19))) == "green")
    #expect(indicator.state(on: day(2026, 5, 31)) == .unknown(.noValue))
  }

  @Test("Red since the first reading of the unbroken run")
  func redRun() {
    let state = indicator([1: 12, 5: 9, 8: 10, 12: 14, 20: 11]).state(on: today)
    #expect(state.redSince == noon(8))
    #expect(indicator([20: 11, 12: 14]).state(on: today).redSince == noon(12))
    #expect(indicator([20: 9]).state(on: today).redSince == nil)
  }

  @Test("At one moment the worst reading counts, whatever its offset, and breaks no run")
  func oneMoment() {
    var indicator = indicator([8: 11, 12: 3])
    indicator.values.append(IndicatorValue(at: noon(12, offset: 120), value: Measure(12)!))
    #expect(indicator.state(on: today).redSince == noon(8))
    indicator.values.reverse()
    #expect(indicator.state(on: today).redSince == noon(8))
  }

  @Test("Older than it may be is unknown, with its age; the last day allowed still counts")
  func stale() {
    let indicator = indicator([10: 11], maximumAge: 20)
    #expect(colour(indicator.state(on: today)) == "red")
    guard
      case .unknown(.stale(let reading, let days, let limit)) = indicator.state(on: day(2026, 7, 1))
    else {
      Issue.record("a stale value says nothing")
      return
    }
    #expect(reading.value == Measure(11) && days == 21 && limit.days == 20)
  }

  @Test("Without values, or without thresholds, nothing is known; zero is a value")
  func unknown() {
    #expect(indicator([:]).state(on: today) == .unknown(.noValue))
    #expect(indicator([1: 3], amber: nil, red: nil).state(on: today) == .unknown(.noThresholds))
    #expect(colour(indicator([1: 0], amber: 0, red: nil).state(on: today)) == "amber")
    #expect(colour(indicator([1: 0]).state(on: today)) == "green")
  }

  @Test("One threshold is enough; where amber lies beyond red, red counts")
  func oddThresholds() {
    #expect(colour(indicator([1: 9], amber: nil).state(on: today)) == "green")
    #expect(colour(indicator([1: 10], amber: nil).state(on: today)) == "red")
    #expect(colour(indicator([1: 99], red: nil).state(on: today)) == "amber")
    #expect(colour(indicator([1: 7], amber: 8, red: 6).state(on: today)) == "red")
  }

  @Test("A review is due unless there was one since it turned red")
  func review() {
    let state = indicator([8: 11, 12: 12]).state(on: today)
    #expect(state.isReviewDue(lastReviewed: nil))
    #expect(state.isReviewDue(lastReviewed: day(2026, 6, 7)))
    #expect(!state.isReviewDue(lastReviewed: day(2026, 6, 8)))
    #expect(!indicator([8: 1]).state(on: today).isReviewDue(lastReviewed: nil))
  }

  private func colour(_ state: IndicatorState) -> String {
    switch state {
    case .unknown: "unknown"
    case .green: "green"
    case .amber: "amber"
    case .red: "red"
    }
  }
}
