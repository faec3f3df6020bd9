import RegisterModel
import RiskScoring
import TestSupport
import Testing

@testable import RegisterAnalysis

@Suite("Explanations")
struct ExplainerTests {
  static let register = """
    <party id="p-ada" name="Ada Lovelace" kind="person"/><party id="r-head" name="Head" kind="role"/>
    <hazard id="h-1" name="Flood" onsetLead="PT2H"/>
    <activity id="A-1" name="Triage"><targets mtpd="PT8H"/><needs><on ref="S-1"/></needs></activity>
    <asset id="S-1" name="Pump"/>
    <control id="C-1" name="Gate" kind="preventive" effectiveness="0.9" reliability="0.9" sharedCause="crew"/>
    <control id="C-2" name="Watch" kind="preventive" effectiveness="0.5" reliability="0.5" sharedCause="crew"/>
    <control id="C-3" name="Sign" kind="preventive"/>
    <risk id="R-1" owner="p-ada" status="accepted" reviewed="2026-08-01">
      <hazard ref="h-1"/>
      <title>River flood closes the plant room</title>
      <score stage="inherent" likelihood="4" by="p-ada" on="2026-03-01">
        <impact category="money" level="4"/>
      </score>
      <score stage="current" likelihood="3" by="p-ada" on="2026-03-02">
        <impact category="safety" level="2"><because><p>Nobody is there at night</p></because></impact>
        <impact category="money" level="4"/>
        <because><p>Twice in ten years</p></because>
        <evidence><p>The log</p></evidence>
      </score>
      <estimate by="p-ada" on="2026-03-03">
        <frequency><constant value="0.2"/></frequency><loss><constant value="500000"/></loss>
      </estimate>
      <hits ref="S-1"/>
      <control ref="C-1"/><control ref="C-2"/><control ref="C-3"/>
      <activates protocol="P-1"/>
      <override field="rating" value="Critical" by="r-head" on="2026-09-01">
        <because><p>The new dam</p></because>
      </override>
    </risk>
    <risk id="R-2" status="open"><title>It burns</title>
      <score stage="current" likelihood="4"><impact category="money" level="4"/></score></risk>
    <risk id="R-3" status="open"><title>Nobody knows</title></risk>
    <risk id="R-4" status="closed"><title>It is over</title></risk>
    <treatment id="T-1" name="Wall" status="approved" due="2026-11-01">
      <treats ref="R-1" likelihood="2"/></treatment>
    <acceptance id="AC-1" risk="R-1" rating="2" by="r-head" on="2026-06-01" until="2027-05-31">
      <justification><p>A wall is planned</p></justification></acceptance>
    <indicator id="K-1" name="River level" unit="m" amber="3" red="4" maximumAge="P1M">
      <tracks ref="R-1"/><reading at="2026-11-20T08:00:00Z" value="4.5"/></indicator>
    <protocol id="P-1" name="Pump out"><covers ref="S-1"/>
      <planned detect="PT10M" assess="PT20M" authorise="PT10M" notify="PT20M"/></protocol>
    """

  static func explanation(
    _ entity: String, in text: String = register,
    criteria: Criteria? = BuiltInCriteria.standard.criteria(in: Currency("EUR")!)
  ) throws -> Explanation? {
    let compiled = CompiledRegister(
      try Register(text, criteria: criteria), today: CalendarDate(text: "2026-11-24")!)
    return Explainer(compiled).explanation(of: entity)
  }

  static func step(
    _ key: String, of entity: String = "R-1", in text: String = register,
    criteria: Criteria? = BuiltInCriteria.standard.criteria(in: Currency("EUR")!)
  ) throws -> ExplanationStep {
    let explanation = try #require(try explanation(entity, in: text, criteria: criteria))
    return try #require(explanation.steps.first { $0.key == key }, "\(key)")
  }

  @Test("A rating: cell, worst category, who judged, when and why")
  func rating() throws {
    let step = try Self.step("rating[current]")
    #expect(
      step.statement
        == "Current rating High (3): likelihood 3 Possible × impact 4 Major in Money; row 3, column 4 of the "
        + "matrix; the worst of 2 categories")
    #expect(
      step.parts.map(\.statement) == ["Safety Medium (2): impact 2 Moderate; row 3, column 2"])
    #expect(step.inputs.map(\.name) == ["likelihood", "Safety", "Money"])
    #expect(step.inputs.map(\.value) == ["3 Possible", "2 Moderate", "4 Major"])
    #expect(step.inputs[1].field == "score[current]/impact[safety]/level")
    let assertion = try #require(step.inputs[0].assertion)
    #expect(assertion.name == "Ada Lovelace" && assertion.on == CalendarDate(text: "2026-03-02"))
    #expect(assertion.because == "Twice in ten years" && assertion.evidence == "The log")
    #expect(step.inputs[1].assertion?.because == "Nobody is there at night")
  }

  @Test("A stage that nobody judged says so")
  func unknownRating() throws {
    let step = try Self.step("rating[target]")
    #expect(step.value == nil && step.reason == "not judged at this stage")
    #expect(try Self.step("rating[current]", of: "R-3").value == nil)
  }

  @Test("An expected loss: bounds, means, category")
  func exposure() throws {
    let step = try Self.step("expectedAnnualLoss[current]")
    #expect(step.value == "1.53 M (100 k – 10 M) EUR/year")
    #expect(
      step.reason
        == "3 Possible stands for 0.1 – 1 events a year and 4 Major in Money for 1 M – 10 M EUR; on average "
        + "0.391 × 3.91 M")
  }

  @Test("An appetite state: the limit that binds")
  func appetite() throws {
    #expect(
      try Self.step("appetiteState[current]").statement
        == "Current appetite state within tolerance: High (3) in Money is above the appetite of Medium (2), "
        + "but not above the tolerance of High (3), stated for all categories")
    #expect(
      try Self.step("appetiteState[current]", of: "R-2").reason
        == "Critical (4) in Money is above the tolerance of High (3), stated for all categories")
  }

  @Test("Beyond tolerance: the exception that covers it, the action that escalates it, or none")
  func exception() throws {
    func value(_ records: String) throws -> String? {
      try Self.step("appetiteState[current]", of: "R-2", in: Self.register + records).parts
        .first { $0.key == "exception" }?.value
    }
    #expect(try value("") == "none")
    #expect(
      try value(
        "<action id=\"X-1\" name=\"Decide\" owner=\"r-head\" due=\"2026-12-01\"><from ref=\"R-2\"/></action>"
      )
        == "X-1")
    #expect(
      try value(
        """
        <acceptance id="AC-2" risk="R-2" rating="4" by="r-head" on="2026-06-01" until="2027-05-31">
          <justification><p>For now</p></justification></acceptance>
        """) == "AC-2")
  }

  @Test("A rank: why above the next, and why below the one before; apart where it has none")
  func rank() throws {
    let step = try Self.step("rank")
    #expect(step.value == "2 of 2")
    #expect(step.reason == "last of the ranked risks")
    #expect(step.parts.map(\.key) == ["above", "share"])
    #expect(step.parts[0].value == "R-2 'It burns'")
    #expect(
      step.parts[0].reason
        == "exceeds tolerance in Money (Critical, tolerated up to High); ranks above R-1, which does not "
        + "exceed tolerance")
    #expect(
      try Self.step("rank", of: "R-3").reason
        == "risks that are not rated are listed apart, not last")
    #expect(try Self.step("rank", of: "R-4").reason == "closed risks are listed apart")
  }

  @Test("Controls: each factor, a shared cause, the silent ones, and what they explain")
  func controls() throws {
    let step = try Self.step("controls[current]")
    #expect(step.statement.hasPrefix("Controls, current, leave 19 % of the frequency: "))
    #expect(
      step.parts.map(\.key) == [
        "frequency", "silent", "explained[likelihood]", "explained[money]",
      ])
    #expect(
      step.parts[0].reason
        == "C-1 'Gate' leaves 19 %; C-2 shares 'crew' with it and counts for nothing more")
    #expect(
      step.parts[1].reason
        == "C-3 'Sign': no effectiveness stated and no reliability stated")
    #expect(
      step.parts[2].statement
        == "Likelihood explained down to 3 Possible: of the inherent frequency 0.19 – 1.9 a year are left; "
        + "judged 3 Possible")
    #expect(step.parts[3].reason == "judged 4 Major")
    #expect(step.inputs.map(\.name).prefix(2) == ["C-1 effectiveness", "C-1 reliability"])
  }

  @Test("Status, review, acceptance and indicator on the day")
  func states() throws {
    let explanation = try #require(try Self.explanation("R-1"))
    #expect(!explanation.steps.contains { $0.key == "status" })
    let unaccepted = try Self.step(
      "status", in: Self.register.replacing("until=\"2027-05-31\"", with: "until=\"2026-11-23\""))
    #expect(
      unaccepted.statement
        == "Status open: recorded as accepted, but no acceptance of it is live today")
    #expect(
      try Self.step("nextReview").statement
        == "Next review 2026-10-30, 25 days ago, overdue: every 90 days, the interval of High (3)")
    let acceptance = try Self.step("acceptance[AC-1]")
    #expect(acceptance.statement.hasPrefix("Acceptance AC-1 live: until 2027-05-31"))
    #expect(acceptance.parts[0].statement.hasPrefix("Answers for the risk as it is today no: "))
    #expect(
      try Self.step("indicator[K-1]").statement
        == "Indicator K-1 'River level' red since 2026-11-20: 4.5 m on 2026-11-20, at or above red 4"
    )
  }

  @Test("The reaction margin rests on warning, MTPD and the steps that are known")
  func reaction() throws {
    let step = try Self.step("reactionMargin")
    #expect(step.value == "at most 9 hours")
    #expect(
      step.inputs.map(\.name) == [
        "warning", "MTPD of A-1 'Triage' (stopped through S-1)", "detect", "assess", "authorise",
        "notify",
      ])
    #expect(
      try Self.step("reactionMargin", of: "R-2").reason
        == "not known: the warning before the event, an activity that the event stops, with an MTPD and a "
        + "protocol for it")
  }

  @Test("A rating that people set stands beside the derived one")
  func override() throws {
    let step = try Self.step("override[rating]")
    #expect(step.value == "Critical (4)")
    #expect(step.inputs.first?.assertion?.because == "The new dam")
  }

  @Test("An estimate comes to a mean, and its parts to levels")
  func estimate() throws {
    let step = try Self.step("estimate[current]")
    #expect(step.value == "100 k EUR/year on average")
    #expect(step.parts.map(\.value) == ["3 Possible", "3 Serious"])
    #expect(step.parts[0].reason == "0.2 events a year lie in that interval; judged the same")
    #expect(step.parts[1].reason == "500 k EUR lie in that interval; judged 4 Major")
  }

  @Test("A control, a treatment, the criteria: what is derived for them")
  func others() throws {
    #expect(
      try Self.step("lowering", of: "C-1").statement
        == "Lowers the frequency by 81 %: effectiveness × reliability, unless a risk states another "
        + "effectiveness")
    #expect(
      try Self.step("risk[R-1]", of: "C-2").statement
        == "Against R-1 'River flood closes the plant room' nothing more: it shares 'crew' with C-1, which "
        + "is better")
    #expect(try Self.step("lowering", of: "C-3").value == nil)
    #expect(
      try Self.step("due", of: "T-1").statement
        == "Due 2026-11-01, 23 days ago: overdue: it is approved")
    #expect(
      try Self.step("risk[R-1]", of: "K-1").statement
        == "Tracks R-1 'River flood closes the plant room', review due now [RSK-015]: last reviewed on "
        + "2026-08-01")
    #expect(try #require(try Self.explanation("AC-1")).name == "Acceptance of R-1")
    let treated = try Self.step("risk[R-1]", of: "T-1")
    #expect(treated.value == "High (3)")
    #expect(try Self.step("highFrom", of: "criteria").value == "High (3)")
    #expect(try Self.step("ordering[money]", of: "criteria").value?.hasSuffix("rightly") == true)
  }

  @Test("Of anything else, where it is used")
  func uses() throws {
    let step = try Self.step("uses", of: "S-1")
    #expect(step.value == "3 records")
    #expect(
      step.parts.map(\.statement) == [
        "A-1 'Triage', an activity: needs[1]/on[S-1]",
        "R-1 'River flood closes the plant room', a risk: hits[S-1]",
        "P-1 'Pump out', a protocol: covers[S-1]",
      ])
    #expect(try Self.step("uses", of: "R-4").reason == "nothing else names it")
  }

  @Test("What isn't there has no explanation, and a hint where something is near")
  func unknown() throws {
    #expect(try Self.explanation("R-9") == nil)
    #expect(try Self.explanation("") == nil)
    let explainer = Explainer(
      CompiledRegister(
        try Register(
          Self.register, criteria: BuiltInCriteria.standard.criteria(in: Currency("EUR")!)),
        today: CalendarDate(text: "2026-11-24")!))
    #expect(explainer.suggestion(for: "AC-2") == "did you mean 'AC-1'?")
    #expect(explainer.suggestion(for: "criterai") == "did you mean 'criteria'?")
    #expect(explainer.suggestion(for: "nothing-like-it") == nil)
    #expect(
      explainer.suggestion(for: "money") == "it is an impact category, which 'criteria' explains")
  }

  @Test("Without criteria there is nothing to rate by, and still an explanation")
  func noCriteria() throws {
    let text = "<risk id=\"R-1\" status=\"open\"><title>It burns</title></risk>"
    let explanation = try #require(try Self.explanation("R-1", in: text, criteria: nil))
    #expect(explanation.steps.first?.reason == "there are no criteria to rate it by")
    #expect(try Self.explanation("criteria", in: text, criteria: nil) == nil)
  }

  @Test("Keys are unique among the steps beside each other, so that programs find theirs")
  func keys() throws {
    for entity in ["R-1", "C-1", "T-1", "AC-1", "K-1", "S-1", "criteria"] {
      let explanation = try #require(try Self.explanation(entity))
      #expect(Set(explanation.steps.map(\.key)).count == explanation.steps.count, "\(entity)")
      for step in explanation.steps {
        #expect(Set(step.parts.map(\.key)).count == step.parts.count, "\(entity) \(step.key)")
      }
    }
  }
}
