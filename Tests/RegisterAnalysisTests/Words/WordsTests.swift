import RegisterModel
import RiskScoring
import Testing

@testable import RegisterAnalysis

@Suite("Words")
struct WordsTests {
  private static let today = CalendarDate(text: "2026-11-24")!

  @Test(
    "Amounts have three digits and a unit",
    arguments: [
      (0, "0"), (0.001, "under 0.01"), (12.5, "12.5"), (42_000, "42 k"), (1_250_000, "1.25 M"),
      (3e9, "3 bn"), (12e12, "12 000 bn"), (999.6, "1 k"),
    ] as [(Double, String)])
  func short(_ amount: Double, _ text: String) { #expect(AmountText.short(amount) == text) }

  @Test(
    "Plain amounts have three digits and no unit",
    arguments: [
      (0, "0"), (0.001, "0.001"), (0.000125, "0.000125"), (3.333333, "3.33"), (1000, "1000"),
      (12_345, "12 300"), (1e6, "1 000 000"), (1 / 0.3, "3.33"),
    ] as [(Double, String)])
  func plain(_ amount: Double, _ text: String) { #expect(AmountText.plain(amount) == text) }

  @Test("Money is told as it was stated")
  func exact() {
    func text(_ tenThousandths: Int64) -> String {
      AmountText.exact(Money(tenThousandths: tenThousandths)!, in: "EUR")
    }
    #expect(text(6_850_000_000) == "685 000 EUR")
    #expect(text(999_500) == "99.95 EUR")
    #expect(text(1) == "0.0001 EUR")
    #expect(text(0) == "0 EUR")
    #expect(AmountText.unbroken(12e12) == "12\u{A0}000\u{A0}bn")
  }

  @Test(
    "Frequencies are years between events, or events in a year",
    arguments: [
      (0.01, 0.1, "once in 10 to 100 years"), (0.1, 1, "once in 1 to 10 years"),
      (1, 10, "1 to 10 times a year"), (0.5, 3, "from once in 2 years to 3 times a year"),
      (0, 0.2, "less than once in 5 years"), (0, 12, "up to 12 times a year"), (0, 0, "never"),
    ] as [(Double, Double, String)])
  func rates(_ low: Double, _ high: Double, _ text: String) {
    #expect(RateText.interval(low, high) == text)
  }

  @Test(
    "Days are near, months or years away",
    arguments: [
      ("2026-11-24", "today"), ("2026-11-23", "1 day ago"), ("2026-12-06", "in 12 days"),
      ("2027-03-31", "in 4 months"), ("2028-11-23", "in 24 months"), ("2029-11-24", "in 3 years"),
      ("2026-08-26", "90 days ago"),
    ])
  func distances(_ day: String, _ text: String) {
    #expect(DateText.distance(CalendarDate(text: day)!, from: Self.today) == text)
  }

  @Test("Spans of time and of the calendar")
  func spans() {
    #expect(DateText.elapsed(ElapsedTime(seconds: 0)!) == "none")
    #expect(DateText.elapsed(ElapsedTime(seconds: 129_600)!) == "1 day 12 hours")
    #expect(DateText.elapsed(ElapsedTime(seconds: 5400)!) == "1 hour 30 minutes")
    #expect(DateText.period(CalendarPeriod(months: 12, days: 0)!) == "1 year")
    #expect(DateText.period(CalendarPeriod(months: 18, days: 15)!) == "18 months and 15 days")
    #expect(DateText.month(CalendarDate(text: "2027-03-31")!) == "Mar 2027")
  }

  @Test("Counts and lists")
  func plurals() {
    #expect(Plural.count(0, "risk") == "no risk")
    #expect(Plural.count(1, "risk") == "1 risk")
    #expect(Plural.count(12_000, "risk") == "12 000 risks")
    #expect(Plural.count(2, "risk is", "risks are") == "2 risks are")
    #expect(Plural.list(["a"]) == "a")
    #expect(Plural.list(["a", "b", "c"]) == "a, b and c")
    #expect(Plural.list([]) == "")
  }

  @Test("Shares never round to certainty")
  func percent() {
    #expect(ShareText.percent(0) == "0 %")
    #expect(ShareText.percent(0.004) == "under 1 %")
    #expect(ShareText.percent(0.725) == "73 %")
    #expect(ShareText.percent(0.996) == "over 99 %")
    #expect(ShareText.percent(1) == "100 %")
  }
}
