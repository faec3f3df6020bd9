import ImpactAnalysis
import RegisterModel
import TestSupport
import Testing

@testable import RegisterAnalysis

@Suite("The impact analysis of a register")
struct RegisterImpactTests {
  private static let criteria = """
    <criteria horizon="P2D">
      <impact category="money" unit="EUR" intolerable="2">
        <level name="Small" from="0" to="1000"/><level name="Large" from="1000" to="100000"/>
      </impact>
      <impact category="people" intolerable="2"><level name="Hurt"/><level name="Killed"/></impact>
      <bands>PT4H P1D P3D</bands>
    </criteria>
    """

  private func impact(_ activities: String) throws -> RegisterImpact {
    let register = try Register(Self.criteria + activities)
    return CompiledRegister(register, today: CalendarDate(text: "2026-11-24")!).impact
  }

  private func grid(_ levels: [Int]) -> String {
    zip(["PT4H", "P1D", "P3D"], levels).map {
      "<impact category=\"people\" at=\"\($0)\" level=\"\($1)\"/>"
    }.joined()
  }

  @Test(
    "The shorter of declared and derived counts, and the longer one where it was approved with a reason"
  )
  func periods() throws {
    let approval = "approvedBy=\"r\" approvedOn=\"2026-01-01\""
    let periods = try impact(
      """
      <party id="r" name="R" kind="role"/>
      <activity id="A" name="A">\(grid([1, 2, 2]))<targets mtpd="PT8H"/></activity>
      <activity id="B" name="B">\(grid([1, 2, 2]))<targets mtpd="P3D"/></activity>
      <activity id="C" name="C">\(grid([1, 2, 2]))<targets mtpd="P3D" \(approval)><because><p>So it is.</p></because></targets></activity>
      <activity id="D" name="D">\(grid([1, 2, 2]))</activity>
      <activity id="E" name="E"><targets mtpd="P3D"/></activity>
      <activity id="F" name="F"/>
      """
    ).periods
    #expect(periods.map { $0.seconds.map { $0 / 3600 } } == [8, 24, 72, 24, 72, nil])
    #expect(periods.map(\.isStretched) == [false, true, true, false, false, false])
  }

  @Test("Activities within the horizon are prioritised, whether their MTPD is declared or follows")
  func prioritised() throws {
    let impact = try impact(
      """
      <activity id="A" name="A">\(grid([1, 2, 2]))</activity>
      <activity id="B" name="B"><targets mtpd="P2D"/></activity>
      <activity id="C" name="C">\(grid([1, 1, 2]))</activity>
      <activity id="D" name="D"/>
      """)
    #expect(impact.prioritised.map(impact.identifier) == ["A", "B"])
  }

  @Test("What is lost in another category than money does not count for its limit")
  func categories() throws {
    let impact = try impact(
      """
      <activity id="A" name="A"><loss><rate amount="100" per="PT1H"/></loss></activity>
      <activity id="B" name="B"><loss><rate amount="100" per="PT1H" category="people"/></loss></activity>
      """)
    #expect(impact.periods.map { $0.seconds.map { $0 / 3600 } } == [10, nil])
  }

  @Test("An equivalent in money doesn't make harm to people a cost")
  func equivalents() throws {
    let register = try Register(
      """
      <criteria>
        <impact category="people" intolerable="1"><level name="Hurt" moneyFrom="100"/></impact>
        <bands>PT4H P1D</bands>
      </criteria>
      <activity id="A" name="A"><impact category="people" at="P1D" level="1"/>
        <loss><rate amount="100" per="PT1H"/></loss></activity>
      """)
    let impact = CompiledRegister(register, today: CalendarDate(text: "2026-11-24")!).impact
    #expect(impact.periods[0].derived?.basis == .grid(try Identifier("people")))
  }

  @Test("A calendar in a time zone that nobody knows leaves its losses unknown, not zero")
  func unknownZone() throws {
    let text = """
      <calendar id="C" name="C" timeZone="Mars/Olympus"><open days="mon" from="09:00" to="17:00"/></calendar>
      <activity id="A" name="A" calendar="C"><loss><rate amount="1000" per="PT1H"/></loss></activity>
      """
    let unknown = try impact(text)
    #expect(unknown.losses[0] == nil)
    #expect(unknown.periods[0].seconds == nil)
    #expect(unknown.calendars.unknownZones.map(\.text) == ["Mars/Olympus"])
    let register = try Register(Self.criteria + text)
    let known = CompiledRegister(register, today: CalendarDate(text: "2026-11-24")!) { _ in .utc }
      .impact
    #expect(known.losses[0]?.start == Moment(secondsSince1970: 1_796_029_200))
    #expect(known.periods[0].seconds == 3600)
  }

  @Test(
    "An activity on a workaround that runs out too soon is out again, and that may be beyond its MTPD"
  )
  func lapses() throws {
    func activity(_ mtpd: String, lasts: String = "lasts=\"PT4H\"") throws -> ActivityImpact {
      try impact(
        """
        <activity id="A" name="A"><targets mtpd="\(mtpd)" rto="PT1H" own="PT0S"/>
          <needs mode="start"><on ref="S"/><workaround act="PT30M" \(lasts)/></needs></activity>
        <asset id="S" name="S"><targets own="PT10H"/></asset>
        """
      ).activities[0]
    }
    let tolerated = try activity("PT6H")
    #expect(tolerated.verdict == .lapses)
    #expect(tolerated.lapse == Interruption(from: 16_200, to: 36_000))
    #expect(try activity("PT5H").verdict == .intolerable)
    #expect(try activity("PT6H", lasts: "lasts=\"PT9H30M\"").verdict == .inTime)
    #expect(try activity("PT6H", lasts: "").lapse == nil)
  }
}
