import ImpactAnalysis
import RegisterAnalysis
import RegisterModel
import ResponsePlanning
import TestSupport
import Testing

@Suite("The incidents of a register")
struct RegisterIncidentsTests {
  static func day(_ text: String) -> CalendarDate { CalendarDate(text: text)! }

  static func incidents(
    _ text: String, days: ClosedRange<CalendarDate>? = nil, category: String? = nil,
    affected: String? = nil, zone: String? = nil
  ) throws -> RegisterIncidents {
    let register = try Register(
      """
      <criteria><category id="c-it" name="IT"/><category id="c-net" name="Network" parent="c-it"/></criteria>
      <asset id="S" name="Record"/><asset id="T" name="Pump"/>
      """ + text, attributes: zone.map { ["timeZone": $0] } ?? [:])
    return RegisterIncidents(
      CompiledRegister(register, today: day("2026-11-24")) { name in
        name == "Etc/Plus2" ? TimeZoneRules(offsetMinutes: 120) : nil
      }, days: days, category: try category.map { try Identifier($0) },
      affected: try affected.map { try Identifier($0) })
  }

  static func incident(_ id: String, _ attributes: String, hits: String = "S") -> String {
    "<incident id=\"\(id)\" name=\"\(id)\" \(attributes)><affected ref=\"\(hits)\"/></incident>"
  }

  @Test("A year ends with its last day, a leap day with the rest of February")
  func years() {
    #expect(
      RegisterIncidents.year(upTo: Self.day("2026-11-24"))
        == Self.day("2025-11-25")...Self.day("2026-11-24"))
    #expect(
      RegisterIncidents.year(upTo: Self.day("2024-02-29"))
        == Self.day("2023-03-01")...Self.day("2024-02-29"))
    #expect(
      RegisterIncidents.year(upTo: Self.day("2025-02-28"))
        == Self.day("2024-02-29")...Self.day("2025-02-28"))
    let first = Self.day("0001-01-01")
    #expect(RegisterIncidents.year(upTo: first) == first...first)
  }

  @Test("The days before some are as many, and end where the calendar begins")
  func before() {
    #expect(
      RegisterIncidents.before(Self.day("2026-03-01")...Self.day("2026-03-31"))
        == Self.day("2026-01-29")...Self.day("2026-02-28"))
    #expect(RegisterIncidents.before(Self.day("0001-01-02")...Self.day("0001-01-31")) == nil)
  }

  @Test("Days are those of the register's clocks, of UTC where it names none")
  func zones() throws {
    let text = Self.incident("I-1", #"occurred="2026-05-31T23:00:00Z""#)
    let days = Self.day("2026-06-01")...Self.day("2026-06-01")
    #expect(try Self.incidents(text, days: days).analysis.metrics.count == 0)
    #expect(
      try Self.incidents(text, days: days, zone: "Etc/Plus2").analysis.metrics.count == 1)
    #expect(
      try Self.incidents(text, days: days, zone: "Etc/Unknown").analysis.metrics.count == 0)
  }

  @Test("Only those of a category and what is below it, or that hit one thing")
  func filters() throws {
    let text =
      Self.incident("I-1", #"occurred="2026-05-01T00:00:00Z" category="c-net""#)
      + Self.incident("I-2", #"occurred="2026-05-02T00:00:00Z" category="c-it""#, hits: "T")
      + Self.incident("I-3", #"occurred="2026-05-03T00:00:00Z""#)
    #expect(try Self.incidents(text).analysis.metrics.incidents == [0, 1, 2])
    #expect(try Self.incidents(text, category: "c-it").analysis.metrics.incidents == [0, 1])
    #expect(try Self.incidents(text, category: "c-net").analysis.metrics.incidents == [0])
    #expect(try Self.incidents(text, affected: "T").analysis.metrics.incidents == [1])
    #expect(
      try Self.incidents(text, category: "c-net", affected: "T").analysis.metrics.count == 0)
  }

  @Test("What is open comes longest first, whenever it began; undated last, later ones not")
  func open() throws {
    let text =
      Self.incident("I-1", #"status="contained" occurred="2026-05-01T00:00:00Z""#)
      + Self.incident("I-2", #"occurred="2020-05-01T00:00:00Z""#)
      + Self.incident("I-3", "")
      + Self.incident("I-4", #"status="closed" occurred="2026-05-01T00:00:00Z""#)
      + Self.incident("I-5", #"occurred="2026-12-01T00:00:00Z""#)
    #expect(try Self.incidents(text).open == [1, 0, 2])
  }

  @Test("Contradictions are those of the period and of who counts nowhere")
  func flawed() throws {
    let text =
      Self.incident("I-1", #"status="closed" occurred="2026-05-01T00:00:00Z""#)
      + Self.incident("I-2", #"status="closed" occurred="2020-05-01T00:00:00Z""#)
      + Self.incident("I-3", #"status="closed""#)
    let found = try Self.incidents(text)
    #expect(found.flawed.map(\.place) == [0, 2])
    #expect(found.flawed.map(\.flaws) == [[.withoutMoment(.closed)], [.withoutMoment(.closed)]])
    #expect(found.analysis.undated == [2])
  }

  @Test("Years are counted from the first with an incident to this one, at most so many")
  func yearly() throws {
    let text =
      Self.incident("I-1", #"occurred="2024-05-01T00:00:00Z""#)
      + Self.incident("I-2", #"occurred="2026-05-01T00:00:00Z" severity="moderate""#)
      + Self.incident("I-3", #"occurred="2027-05-01T00:00:00Z""#)
      + Self.incident("I-4", #"occurred="0001-05-01T00:00:00Z""#)
    let years = try Self.incidents(text).years(last: 10)
    #expect(years.map(\.year) == [2024, 2025, 2026])
    #expect(years.map(\.count) == [1, 0, 1])
    #expect(years.map(\.counts) == [[0, 0, 0, 0, 1], [0, 0, 0, 0, 0], [0, 1, 0, 0, 0]])
    #expect(try Self.incidents("").years(last: 10).isEmpty)
    #expect(try Self.incidents(text).years(last: 1).map(\.count) == [1])
  }
}
