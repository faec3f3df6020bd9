import RegisterAnalysis
import RegisterModel
import RiskScoring
import TestSupport
import Testing

struct LinkedRecordsTests {
  private func compiled(_ records: String, _ year: Int, _ month: Int, _ day: Int) throws
    -> CompiledRegister
  {
    let criteria = BuiltInCriteria.standard.criteria(in: Currency("EUR")!)
    return CompiledRegister(
      try Register(records, criteria: criteria),
      today: CalendarDate(year: year, month: month, day: day)!)
  }

  @Test("A risk called accepted is open again on the day after its acceptance ended")
  func acceptance() throws {
    let records = """
      <party id="p-1" name="Ada" kind="person"/>
      <risk id="R-1" status="accepted"><title>The river floods the plant room</title></risk>
      <risk id="R-2" status="accepted"><title>The bridge is closed</title></risk>
      <acceptance id="AC-1" risk="R-1" by="p-1" on="2026-01-01" until="2026-06-30">
        <justification><p>The plant room moves in summer.</p></justification>
      </acceptance>
      """
    let last = try compiled(records, 2026, 6, 30)
    #expect(last.liveAcceptance(ofRisk: 0)?.id.text == "AC-1")
    #expect(last.effectiveStatus(ofRisk: 0) == .accepted)
    #expect(last.liveAcceptance(ofRisk: 1) == nil)
    #expect(last.effectiveStatus(ofRisk: 1) == .open)
    #expect(try compiled(records, 2026, 7, 1).effectiveStatus(ofRisk: 0) == .open)
  }

  @Test("The next review goes by the current rating")
  func review() throws {
    let register = try compiled(
      """
      <risk id="R-1" reviewed="2026-01-01"><title>The river floods the plant room</title>
        <score stage="inherent" likelihood="5"><impact category="money" level="5"/></score>
        <score stage="current" likelihood="1"><impact category="money" level="1"/></score>
      </risk>
      """, 2026, 6, 30)
    #expect(register.nextReview(ofRisk: 0).date == CalendarDate(year: 2027, month: 1, day: 1))
  }

  @Test("Controls of a risk are found, with those that its treatments bring")
  func controls() throws {
    let register = try compiled(
      """
      <control id="C-1" name="Pumps" kind="preventive" effectiveness="0.5" reliability="0.8"/>
      <control id="C-2" name="Wall" kind="preventive" effectiveness="0.3" reliability="0.9"/>
      <risk id="R-1"><title>The river floods the plant room</title><control ref="C-1"/></risk>
      <risk id="R-2"><title>The bridge is closed</title></risk>
      <treatment id="T-1" name="Build a wall" status="inProgress">
        <treats ref="R-1"/><introduces ref="C-2"/>
      </treatment>
      """, 2026, 6, 30)
    let current = register.controlEffects(ofRisk: 0, at: .current)
    #expect(current.frequency.steps.map(\.best.control.text) == ["C-1"])
    let target = register.controlEffects(ofRisk: 0, at: .target)
    #expect(target.frequency.steps.map(\.best.control.text) == ["C-1", "C-2"])
    #expect(abs(target.frequency.factor - 0.438) < 1e-12)
    #expect(register.controlEffects(ofRisk: 1, at: .target).frequency.factor == 1)
  }
}
