import RegisterModel
import Testing

@testable import ResponsePlanning

@Suite("The life of an incident")
struct IncidentLifeCycleTests {
  static let today = CalendarDate(year: 2026, month: 11, day: 24)!

  private func flaws(_ status: Incident.Status, _ hours: [IncidentMoment: Double])
    -> [LifeCycleFlaw]
  {
    incident("I-1", hours, status: status).lifeCycleFlaws(today: Self.today)
  }

  @Test("A life in order has no flaws")
  func whole() {
    var hours: [IncidentMoment: Double] = [:]
    for (place, moment) in IncidentMoment.allCases.enumerated() { hours[moment] = Double(place) }
    #expect(flaws(.reviewed, hours).isEmpty)
    #expect(flaws(.reported, [:]).isEmpty)
  }

  @Test("It may be contained before somebody takes it on, and be back before its cause is gone")
  func free() {
    #expect(
      flaws(
        .closed,
        [
          .occurred: 0, .detected: 0, .contained: 0, .acknowledged: 1, .restored: 2,
          .eradicated: 5, .closed: 6,
        ]
      ).isEmpty)
  }

  @Test(
    "What comes before what must come first",
    arguments: [
      (IncidentMoment.detected, IncidentMoment.occurred), (.acknowledged, .detected),
      (.contained, .detected), (.restored, .occurred), (.closed, .restored), (.reviewed, .closed),
      (.closed, .eradicated),
    ])
  func order(later: IncidentMoment, earlier: IncidentMoment) {
    var hours: [IncidentMoment: Double] = [.reviewed: 9]
    hours[earlier] = 2
    hours[later] = 1
    let found = flaws(.reviewed, hours)
    #expect(found == [.outOfOrder(later, before: earlier)])
  }

  @Test("A moment after today can't be so; today can")
  func future() {
    let days = Double(Self.today.dayNumber) - Double(exampleStart / 86_400)
    #expect(flaws(.closed, [.closed: days * 24 + 23]).isEmpty)
    #expect(flaws(.closed, [.closed: days * 24 + 24]) == [.inFuture(.closed)])
  }

  @Test("A status needs what it says")
  func unsupported() {
    #expect(flaws(.contained, [:]) == [.withoutMoment(.contained)])
    #expect(flaws(.recovered, [:]) == [.withoutMoment(.restored)])
    #expect(flaws(.closed, [:]) == [.withoutMoment(.closed)])
    #expect(flaws(.reviewed, [.closed: 1]) == [.withoutMoment(.reviewed)])
    #expect(flaws(.categorised, [:]) == [.withoutContent])
    #expect(flaws(.prioritised, [:]) == [.withoutContent])
    #expect(flaws(.escalated, [:]) == [.withoutContent])
  }

  @Test("A status that lags behind what is recorded is named by the last of it")
  func behind() {
    #expect(flaws(.reported, [.contained: 1, .restored: 2]) == [.statusBehind(.restored)])
    #expect(flaws(.closed, [.closed: 1, .reviewed: 2]) == [.statusBehind(.reviewed)])
    #expect(flaws(.recovered, [.contained: 1, .restored: 2]).isEmpty)
  }
}
