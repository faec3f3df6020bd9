import RegisterModel
import TestSupport
import Testing

@testable import RegisterAnalysis

@Suite("Explanations of the impact analysis")
struct ImpactExplanationTests {
  private static let clinic = """
    <criteria>
      <impact category="money" name="Money" unit="EUR" intolerable="2">
        <level name="Small" from="0" to="50000"/><level name="Large" from="50000" to="1000000"/></impact>
      <impact category="safety" name="Safety" intolerable="2"><level name="Hurt"/><level name="Killed"/></impact>
      <bands>PT4H P1D</bands>
    </criteria>
    <party id="r-ed" name="Emergency lead" kind="role"/><party id="r-n" name="Nurses" kind="role"/>
    <service id="V-care" name="Care"/>
    <activity id="A-triage" name="Triage"><supports ref="V-care"/>
      <impact category="safety" at="PT4H" level="1"/><impact category="safety" at="P1D" level="2"/>
      <targets mtpd="P2D" rto="PT1H" rpo="PT15M" own="PT10M" approvedBy="r-ed" approvedOn="2026-01-02"/>
      <cap basis="legal" at="PT20H" source="Health act 3"/>
      <loss><rate name="Diverted" amount="2000" per="PT1H"/><step amount="20000" after="PT12H"/></loss>
      <staff role="r-n" atLeast="3"/>
      <needs mode="start" lead="PT5M"><on ref="S-ehr"/></needs>
    </activity>
    <recoveryResource id="C-dba" name="Administrators" kind="crew" capacity="1"/>
    <asset id="S-db" name="Database"><capability rta="PT2H" evidence="test" on="2026-05-30"/>
      <restore duration="PT1H"><occupies ref="C-dba"/></restore><backup every="P1D" ship="PT1H"/></asset>
    <asset id="S-ehr" name="Records"><restore duration="PT20M"/><needs mode="start"><on ref="S-db"/></needs></asset>
    <asset id="S-nurses" name="Nurses on shift" kind="people" owner="r-n"><supply amount="2"/></asset>
    <asset id="S-odd" name="Odd"/>
    """

  private func step(_ key: String, of entity: String) throws -> ExplanationStep {
    try ExplainerTests.step(key, of: entity, in: Self.clinic, criteria: nil)
  }

  private func plain(_ text: String?) -> String? { text?.replacing("\u{A0}", with: " ") }

  @Test("An MTPD: what follows from each category and limit, beside what is declared")
  func period() throws {
    let step = try step("mtpd", of: "A-triage")
    #expect(plain(step.value) == "15 h")
    #expect(
      plain(step.reason)
        == "declared 2 d, longer than follows and not approved with a reason; follows 4 h – 15 h "
        + "(Money, by the loss curve)")
    #expect(
      step.parts.map { plain($0.statement) } == [
        "Money 15 h: by the loss curve", "Safety: 4 h – 24 h", "Legal limit 20 h: Health act 3",
      ])
    #expect(step.inputs.first?.assertion?.name == "Emergency lead")
  }

  @Test("When it is back: what waits for what, and the evidence of each")
  func recovery() throws {
    let step = try step("back", of: "A-triage")
    #expect(plain(step.value) == "2 h 35 min")
    #expect(
      plain(step.reason)
        == "A-triage (10 min) waits for S-ehr (20 min), of use 5 min later, which waits for S-db (2 h)"
    )
    #expect(
      step.inputs.map { plain("\($0.name) \($0.value)") } == [
        "own time of A-triage 10 min, declared", "own time of S-ehr 20 min, as planned",
        "own time of S-db 2 h, test of 2026-05-30",
      ])
    #expect(plain(try self.step("gap", of: "A-triage").value) == "+1 h 35 min")
  }

  @Test("Costs: each term, with its jumps")
  func loss() throws {
    let step = try step("loss", of: "A-triage")
    #expect(plain(step.value) == "8 k EUR after 4 h, 68 k EUR after 24 h")
    #expect(step.parts.map(\.quantity) == ["Diverted", "Penalty"])
    #expect(plain(step.parts[1].value) == "0 EUR after 4 h, 20 k EUR after 24 h")
  }

  @Test("An asset: for whom it must be back, and where it stands in the order of restoring")
  func asset() throws {
    #expect(plain(try step("required", of: "S-db").value) == "25 min")
    #expect(
      plain(try step("required", of: "S-db").reason)
        == "because of S-ehr (in 45 min), needed by A-triage (in 1 h)")
    #expect(plain(try step("gap", of: "S-db").value) == "+1 h 35 min")
    #expect(plain(try step("rpo", of: "S-db").value) == "15 min")
    #expect(
      plain(try step("sequence", of: "S-db").reason)
        == "work on it would have to begin 1 h 35 min before the disruption")
    #expect(try step("blastRadius", of: "S-db").reason == "A-triage")
  }

  @Test("What nobody has said is unknown, and says what is lacking")
  func unknown() throws {
    #expect(try step("back", of: "S-odd").value == nil)
    #expect(
      try step("back", of: "S-odd").reason == "nobody has said how long S-odd 'Odd' itself takes")
    #expect(try step("own", of: "S-odd").value == nil)
    #expect(try step("required", of: "S-odd").value == nil)
  }

  @Test("People who are missing, a crew at work, and a service with what supports it")
  func others() throws {
    #expect(try step("people", of: "S-nurses").reason == "1 missing from the start on")
    #expect(plain(try step("busy", of: "C-dba").parts.first?.value) == "from 0 min to 2 h")
    #expect(try step("oneMore", of: "C-dba").value == "changes nothing")
    #expect(
      plain(try step("supportedBy", of: "V-care").parts.first?.statement)
        == "A-triage 'Triage' late: MTPD 15 h, back after 2 h 35 min")
  }
}
