import RegisterModel
import RiskScoring
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("Tolerable period of disruption (MTPD)")
struct TolerablePeriodTests {
  private static let bands: [Int64] = [4, 24, 72, 168]

  /// Grids in words: "fin 1 2 3 4" with "-" where nothing was judged; thresholds by category.
  private func disruption(
    _ grids: [String], intolerable: [String: Int] = [:], extra: String = "",
    loss: LossCurve? = nil, prepare: (inout Criteria) -> Void = { _ in }
  ) throws -> ActivityDisruption {
    var criteria = Criteria()
    criteria.bands = Self.bands.map { ElapsedTime(seconds: $0 * 3600)! }
    var cells = ""
    for grid in grids {
      let words = grid.split(separator: " ").map(String.init)
      let parts = words[0].split(separator: "@")
      let name = String(parts[0])
      if !criteria.impacts.contains(where: { $0.category.text == name }) {
        var category = ImpactCategory(category: try Identifier(name))
        category.levels = (1...5).map { ImpactLevel(name: Line("L\($0)")!) }
        category.intolerable = (intolerable[name] ?? 3) > 0 ? Level(intolerable[name] ?? 3) : nil
        criteria.impacts.append(category)
      }
      for (band, level) in zip(Self.bands, words.dropFirst()) where level != "-" {
        cells += "<impact category=\"\(name)\" at=\"PT\(band)H\" level=\"\(level)\""
          .replacing("PT24H", with: "P1D").replacing("PT72H", with: "P3D")
          .replacing("PT168H", with: "P7D")
        if parts.count > 1 { cells += " window=\"\(parts[1])\"" }
        cells += "/>"
      }
    }
    prepare(&criteria)
    let register = try Register(
      """
      <calendar id="C" name="C"><window id="W" name="W"/></calendar>
      <activity id="A" name="A">\(cells)\(extra)</activity>
      """, criteria: criteria)
    return ActivityDisruption(register.activities[0], criteria: criteria, loss: loss)
  }

  /// "(4,24]" in hours; "?" for not known, "∞" for never, "~" for an upper bound only.
  private func text(_ period: TolerablePeriod?) -> String {
    guard let period else { return "nothing" }
    let upper =
      period.upper.map { $0 == TimeBounds.never ? "∞" : "\($0 / 3600)" } ?? "?"
    let lower = period.lower == TimeBounds.never ? "∞" : "\(period.lower / 3600)"
    return "(\(lower),\(upper)]" + (period.isUpperBoundOnly ? "~" : "")
  }

  @Test("The worked grid: reputation binds at (4, 24]")
  func worked() throws {
    let result = try disruption(
      ["fin 1 2 3 4", "legal 1 1 2 3", "rep 1 3 4 4", "safety 1 1 1 1"],
      intolerable: ["safety": 2])
    #expect(
      result.rows.map { text($0.period) } == ["(24,72]", "(72,168]", "(4,24]", "(168,∞]"])
    #expect(text(result.period) == "(4,24]")
    #expect(result.period?.basis == .grid(try Identifier("rep")))
    #expect(result.openRows.isEmpty)
  }

  @Test("Intolerable at the first time judged: nothing is known to be borne")
  func atOnce() throws {
    #expect(text(try disruption(["fin 3 3 3 3"]).period) == "(0,4]")
  }

  @Test("A time before the first intolerable one that nobody judged makes it an upper bound only")
  func upperBoundOnly() throws {
    let result = try disruption(["fin 1 - 3 4"])
    #expect(text(result.period) == "(4,72]~")
    #expect(text(try disruption(["fin - - 3 4"]).period) == "(0,72]~")
    // One after it does no harm.
    #expect(text(try disruption(["fin 1 1 3 -"]).period) == "(24,72]")
  }

  @Test("Not reached, with a time not judged: nobody can say; with all judged: never")
  func notReached() throws {
    #expect(text(try disruption(["fin 1 1 2 -"]).period) == "(72,?]")
    #expect(text(try disruption(["fin 1 - 2 2"]).period) == "(168,?]")
    let never = try disruption(["fin 1 1 2 2"])
    #expect(text(never.period) == "(168,∞]")
    #expect(never.period?.isNotCritical == true)
  }

  @Test("A category that can't be told may bind sooner than the one that can")
  func openCategory() throws {
    let result = try disruption(["fin 1 1 3 3", "rep 1 - - -"])
    #expect(text(result.period) == "(4,72]~")
    #expect(result.openRows.map(\.category.text) == ["rep"])
    // Known to be borne at the binding time, it can't.
    #expect(text(try disruption(["fin 1 1 3 3", "rep 1 1 1 -"]).period) == "(24,72]")
  }

  @Test("A category without an intolerable level says nothing")
  func noThreshold() throws {
    let result = try disruption(["fin 1 1 3 3", "rep 5 5 5 5"], intolerable: ["rep": 0])
    #expect(result.rows[1].period == nil)
    #expect(text(result.period) == "(24,72]~")
  }

  @Test("A window with a grid of its own counts where it is stricter")
  func window() throws {
    let result = try disruption(["fin 1 1 2 3", "fin@W 1 3 3 3"])
    #expect(text(result.period) == "(4,24]")
    #expect(result.period?.window?.text == "W")
    #expect(text(try disruption(["fin 1 1 3 3", "fin@W 1 1 1 3"]).period) == "(24,72]")
  }

  @Test("A limit from outside counts where it is sooner")
  func cap() throws {
    let result = try disruption(
      ["fin 1 1 2 3"], extra: "<cap basis=\"legal\" at=\"PT2H\" source=\"Act 1\"/>")
    #expect(text(result.period) == "(2,2]")
    #expect(result.period?.basis == .cap(0))
  }

  @Test("Money is exact on the loss curve, and may fall on a jump")
  func money() throws {
    let loss = LossCurve(changes: [
      .init(time: 0, slope: 1000), .init(time: 6, jumpAfter: 500_000),
    ])
    let result = try disruption(["fin 1 1 1 1"], loss: loss) { criteria in
      criteria.impacts[0].unit = Line("EUR")
      criteria.impacts[0].levels[2].from = Quantity(100_000)
    }
    #expect(text(result.period) == "(6,6]")
    #expect(result.period?.basis == .loss(try Identifier("fin")))
  }

  @Test("Where harm is given a price, the grid still says how long it can be borne")
  func pricedHarm() throws {
    let loss = LossCurve(changes: [.init(time: 0, slope: 1000)])
    let result = try disruption(["fin 1 3 3 3"], loss: loss) { criteria in
      criteria.impacts[0].unit = Line("fatality equivalents")
      criteria.impacts[0].levels[2].moneyFrom = Money(tenThousandths: 1_160_000_000_000)
    }
    #expect(text(result.period) == "(4,24]")
    #expect(result.period?.basis == .grid(try Identifier("fin")))
  }

  @Test("Impact that decreases with time is pointed out")
  func decreasing() throws {
    #expect(try disruption(["fin 1 3 2 4"]).rows[0].decreasesAt?.hours == 72)
    #expect(try disruption(["fin 1 1 2 4"]).rows[0].decreasesAt == nil)
  }

  @Test("No grid at all: nobody can say")
  func nothing() throws {
    #expect(text(try disruption([]).period) == "nothing")
  }
}
