import RegisterAnalysis
import RegisterModel
import RiskScoring
import TestSupport
import Testing

@testable import RegisterReports

@Suite("Parts of a report")
struct SectionTests {
  private static let register = """
    <party id="p-1" name="Ada Lovelace"/><party id="p-2" name="Board"/>
    <hazard id="h-1" name="Flood"/>
    <objective id="O-1" name="Nobody is harmed"/>
    <asset id="S-1" name="Plant room"/>
    <control id="C-1" name="Flood gate" kind="preventive" effectiveness="0.9" reliability="0.5"/>
    <risk id="R-1" owner="p-1" status="accepted" response="reduce" reviewed="2026-01-01" \
    reviewEvery="P6M" onsetLead="PT36H" velocity="PT90M" proximity="2027-03-01">
      <hazard ref="h-1"/><title>The river floods the plant room</title>
      <cause><p>It rains.</p></cause><event><p>Water comes in.</p></event>
      <consequence><p>The lights go out.</p><p>People fall.</p></consequence>
      <score stage="inherent" likelihood="5"><impact category="money" level="5"/></score>
      <score stage="current" likelihood="3" by="p-1" on="2026-10-01" confidence="0.8">
        <impact category="money" level="4"><because><p>As in 2019.</p></because></impact>
        <impact category="safety" level="2"/>
        <because><p>Twice in ten years.</p></because><evidence><p>Report 7.</p></evidence>
      </score>
      <score stage="target" likelihood="2" due="2027-06-30"><impact category="money" level="3"/></score>
      <hits ref="S-1" probability="0.7"/><threatens ref="O-1"/><control ref="C-1"/>
      <plan><p>Raise the plant.</p></plan>
      <override field="rating" value="Low" by="p-2" on="2026-10-02"><because><p>We like it.</p></because>\
    </override>
    </risk>
    <risk id="R-2" status="open"><title>Nobody looked at this</title></risk>
    <treatment id="T-1" name="Raise the plant" option="reduceImpact" status="inProgress" owner="p-1" \
    start="2026-01-01" due="2026-10-31" cost="685000.5" yearlyCost="42000"><treats ref="R-1"/></treatment>
    <treatment id="T-2" name="Insure" status="proposed"><treats ref="R-1"/></treatment>
    <treatment id="T-3" name="Old wall" status="done" done="2025-01-31"/>
    <acceptance id="AC-1" risk="R-1" rating="3" state="exceedsTolerance" by="p-2" on="2025-11-01" \
    until="2026-11-01"><compensating ref="C-1"/><justification><p>No money.</p></justification>\
    <conditions><p>Pumps on site.</p></conditions></acceptance>
    <acceptance id="AC-2" risk="R-1"/>
    <indicator id="K-1" name="Level of the river" owner="p-1" unit="m" amber="2" red="3.5" maximumAge="P30D">
      <tracks ref="R-1"/><reading at="2026-11-20T10:00:00Z" value="4.25"/></indicator>
    <indicator id="K-2" name="Pumps that work" direction="lowerIsWorse" red="1" maximumAge="P30D">
      <reading at="2026-01-20T10:00:00Z" value="3"/></indicator>
    """

  @Test("The whole report of a small register is the text that was read")
  func golden() throws {
    let earlier = """
      <party id="p-1" name="Ada Lovelace"/>
      <risk id="R-0" status="open"><title>It was there</title></risk>
      <risk id="R-1" owner="p-1" status="open"><title>The river floods the plant room</title>
        <score stage="current" likelihood="2"><impact category="money" level="2"/></score></risk>
      """
    let text = TerminalFace(width: 100, hasColour: false)
      .text(of: try report(Self.register, since: earlier).document())
    try GoldenText.expect(text, equals: "report.txt")
  }

  @Test("A card tells all there is about a risk")
  func card() throws {
    let text = try report(Self.register).text(.risks)
    for phrase in [
      "1. R-1 The river floods the plant room",
      "High · within tolerance · accepted, but no acceptance is in force · set by people: Low",
      "Cause: It rains.", "Consequence: The lights go out. People fall.", "Hazards: Flood",
      "Hits: Plant room (70 % of events)", "Threatens: Nobody is harmed",
      "Today: [High] 3 Possible × 4 Major (Money)",
      "judged by Ada Lovelace on 2026-10-01, 80 % sure",
      "Twice in ten years.", "Money: As in 2019.", "Evidence: Report 7.",
      "Without controls: [Critical] 5 Frequent × 5 Severe (Money)",
      "After the plan: [Low] 2 Unlikely × 3 Serious (Money)".replacing("[Low]", with: "[Medium]"),
      "to be reached by 2027-06-30", "Loss in a year: 100 k – 10 M EUR a year, 1.53 M on average",
      "Rating set by people: Low, by Board, 2026-10-02; the rating that follows from the levels is",
      "Controls: C-1 Flood gate", "T-1 Raise the plant, in progress, due 2026-10-31 [overdue]",
      "AC-1, expired on 2026-11-01, by Board",
      "AC-2, incomplete: lacks who decided, why, when it was decided and its last day",
      "K-1 Level of the river [red]", "last on 2026-01-01, overdue since 2026-07-01 (5 months ago)",
      "may happen from 2027-03-01 on; warning before it: 1 day 12 hours",
      "R-2 Nobody looked at this", "Why not ranked: not judged at this stage",
    ] {
      #expect(text.contains(phrase), "\(phrase)")
    }
  }

  @Test("Treatments show what is late first, and say what has no day and no cost")
  func treatments() throws {
    let text = try report(Self.register).text(.treatments)
    #expect(text.contains("2 treatments to be done, 1 of them past the day set, 1 without a day."))
    #expect(text.contains("685 000.5 EUR; 42 000"))
    let names = text.split(separator: " ").filter { $0.hasPrefix("T-") }
    #expect(names == ["T-1", "T-2", "T-3"])
  }

  @Test("An indicator that is red says since when; one that is too old says nothing")
  func indicators() throws {
    let text = try report(Self.register).text(.indicators)
    #expect(text.contains("2 indicators: 1 red, 1 of which nothing is known today."))
    #expect(text.contains("since 2026-11-20"))
    #expect(text.contains("4.25 m, 2026-11-20"))
  }

  @Test("Findings stand below their rule, with the clauses that ask for it")
  func findings() throws {
    let text = try report(risk("R-1", 1, 1)).text(.findings)
    #expect(
      text.contains("RSK-001 Risk without owner – asked for by ISO 31000 5.4.3; CSF 2.0 GV.RR-02"))
    #expect(text.contains("Passing these checks is not conformity"))
  }

  @Test("The method says what the levels stand for, and that one step tells nothing")
  func method() throws {
    let text = try report(risk("R-1", 1, 1)).text(.method)
    #expect(
      text.contains("once in 100 to 1 000 years") || text.contains("once in 100 to 1000 years"))
    #expect(
      text.contains("Ratings one step apart are not distinguishable from the matrix alone"))
    #expect(text.contains("never added, multiplied or averaged"))
  }

  @Test("Movement says what is rated higher, what is new and gone, and why something left")
  func movement() throws {
    let text = try report(
      risk("R-1", 5, 5) + risk("R-3", 1, 1)
        + "<retired id=\"R-2\" on=\"2026-11-01\" because=\"Sold the site\"/>",
      since: risk("R-1", 1, 1) + risk("R-2", 4, 4)
    ).text(.movement)
    #expect(text.contains("new: R-3; rated higher: R-1; removed: 1 risk; unchanged: no risk."))
    #expect(text.contains("[Low] ▲ [Critical]"))
    #expect(text.contains("Sold the site"))
  }

  @Test("Where the criteria changed, ratings are not compared")
  func incomparable() throws {
    var criteria = standardCriteria
    criteria.matrix?.rows[0].ratings[0] = Level(2)!
    let (old, new) = (
      try Register(risk("R-1", 1, 1), criteria: criteria),
      try Register(risk("R-1", 1, 1), criteria: standardCriteria)
    )
    let report = RegisterReport(
      of: CompiledRegister(new, today: today), since: CompiledRegister(old, today: today))
    let text = report.text(.movement)
    #expect(text.contains("Ratings can't be compared with the earlier ones"))
    #expect(text.contains("the matrix gives other ratings"))
    #expect(text.contains("before, by other criteria: Medium"))
    #expect(!text.contains("▼"))
  }
}
