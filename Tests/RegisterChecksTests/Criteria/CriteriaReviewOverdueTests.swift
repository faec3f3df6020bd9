import RegisterChecks
import RegisterModel
import Testing

@Suite("CFG-006")
struct CriteriaReviewOverdueTests {
  static func found(_ reviewed: String?, every: CalendarPeriod? = nil) throws -> [Finding] {
    try findings(
      CriteriaReviewOverdue(), in: "",
      criteria: criteria {
        $0.reviewed = reviewed.flatMap { CalendarDate(text: $0) }
        $0.reviewEvery = every
      })
  }

  @Test("Criteria that were never reviewed are missing it")
  func never() throws {
    let found = try Self.found(nil)
    #expect(found.map(\.field) == ["criteria/reviewed"] && found.map(\.nature) == [.missing])
  }

  @Test("Twelve months later the review is still in time, a day after that it is late")
  func twelveMonths() throws {
    #expect(try Self.found("2025-11-24") == [])
    let found = try Self.found("2025-11-23")
    #expect(
      found.map(\.message) == [
        "the review of the criteria is 1 day late: it was due on 2026-11-23, 1 year after the last"
      ])
    #expect(found.map(\.nature) == [.wrong])
  }

  @Test("The interval of the criteria goes before twelve months")
  func ownInterval() throws {
    #expect(try Self.found("2026-06-01", every: CalendarPeriod(months: 3, days: 0)).count == 1)
    #expect(try Self.found("2024-11-24", every: CalendarPeriod(months: 24, days: 0)) == [])
  }

  @Test("No criteria, no review")
  func noCriteria() throws {
    #expect(try places(CriteriaReviewOverdue(), in: "", criteria: nil) == [])
  }
}
