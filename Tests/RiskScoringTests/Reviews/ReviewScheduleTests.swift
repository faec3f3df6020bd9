import RegisterModel
import RiskScoring
import Testing

struct ReviewScheduleTests {
  private func schedule(_ reviews: KeyValuePairs<Int, Int>) -> ReviewSchedule {
    var criteria = Criteria()
    criteria.reviews = reviews.map {
      ReviewInterval(rating: level($0.key), every: CalendarPeriod(months: 0, days: $0.value)!)
    }
    return ReviewSchedule(criteria)
  }

  private func reviewed(_ date: CalendarDate?, every: CalendarPeriod? = nil) -> Risk {
    var risk = unscored("R-1")
    risk.reviewed = date
    risk.reviewEvery = every
    return risk
  }

  @Test("The next review is the last one and the interval of the rating; that day is still in time")
  func byRating() {
    let next = schedule([1: 365, 2: 180, 3: 90, 4: 30])
      .next(of: reviewed(day(2026, 1, 1)), rating: level(3))
    #expect(next.date == day(2026, 4, 1))
    #expect(next.isOverdue(on: day(2026, 4, 1)) == false)
    #expect(next.isOverdue(on: day(2026, 4, 2)) == true)
    #expect(next.daysLate(on: day(2026, 4, 11)) == 10)
    #expect(next.daysLate(on: day(2026, 3, 31)) == -1)
  }

  @Test("An interval of the risk's own goes before that of its rating, and needs no rating")
  func ownInterval() {
    let risk = reviewed(day(2026, 1, 31), every: CalendarPeriod(months: 1, days: 0)!)
    let schedule = schedule([1: 365])
    #expect(schedule.next(of: risk, rating: level(1)).date == day(2026, 2, 28))
    #expect(schedule.next(of: risk, rating: nil).date == day(2026, 2, 28))
    #expect(
      schedule.interval(of: risk, rating: nil) == .risk(every: CalendarPeriod(months: 1, days: 0)!))
  }

  @Test("Never reviewed is unknown, neither overdue nor in time")
  func neverReviewed() {
    let next = schedule([1: 30]).next(of: reviewed(nil), rating: level(1))
    #expect(next == .neverReviewed)
    #expect(next.isOverdue(on: day(2026, 1, 1)) == nil && next.daysLate(on: day(2026, 1, 1)) == nil)
  }

  @Test("A rating without an interval takes that of the next lower rating, never of a higher one")
  func gaps() {
    let schedule = schedule([2: 180, 4: 30])
    let risk = reviewed(day(2026, 1, 1))
    #expect(schedule.next(of: risk, rating: level(1)) == .noInterval)
    #expect(
      schedule.next(of: risk, rating: level(3))
        == .due(
          day(2026, 6, 30), .rating(level(2), every: CalendarPeriod(months: 0, days: 180)!)))
    #expect(schedule.next(of: risk, rating: level(99)).date == day(2026, 1, 31))
  }

  @Test("Without a rating, or without criteria, the interval is unknown")
  func noInterval() {
    let risk = reviewed(day(2026, 1, 1))
    #expect(schedule([1: 30]).next(of: risk, rating: nil) == .noInterval)
    #expect(ReviewSchedule(nil).next(of: risk, rating: level(1)) == .noInterval)
  }

  @Test("A review past the end of the calendar is unknown")
  func endOfTime() {
    let risk = reviewed(day(9999, 12, 1))
    #expect(schedule([1: 365]).next(of: risk, rating: level(1)) == .noInterval)
  }
}
