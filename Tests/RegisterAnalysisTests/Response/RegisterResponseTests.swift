import RegisterAnalysis
import RegisterModel
import ResponsePlanning
import TestSupport
import Testing

@Suite("Time checks of protocols")
struct RegisterResponseTests {
  private func compiled(_ plan: String, exercises: String = "") throws -> CompiledRegister {
    let planned = "<planned detect=\"PT10M\" assess=\"PT20M\" authorise=\"PT10M\"/>"
    let covers = plan.prefix { $0 != "\n" }
    let rest = plan.dropFirst(covers.count)
    return CompiledRegister(
      try Register(
        """
        <party id="p" name="P"><contact channel="mobile" timeout="PT25M" probability="0.8"/></party>
        <activity id="A-1" name="Triage"><targets mtpd="PT8H" rto="PT4H"/><needs><on ref="S-1"/></needs></activity>
        <activity id="A-2" name="Billing"><targets mtpd="P3D" rto="P1D"/><needs><on ref="S-1"/><workaround act="PT1H"/></needs></activity>
        <activity id="A-3" name="Records"><targets mtpd="P3D" rto="P1D"/><needs><on ref="S-2"/></needs></activity>
        <asset id="S-1" name="Server"><needs><on ref="S-3"/></needs></asset><asset id="S-2" name="Archive"/>
        <asset id="S-3" name="Power"/>
        <protocol id="P-1" name="Servers">\(covers)\(planned)\(rest)</protocol>
        \(exercises)
        """), today: CalendarDate(text: "2026-11-24")!)
  }
  private func response(_ plan: String, exercises: String = "") throws -> ProtocolResponse {
    try compiled(plan, exercises: exercises).response.protocols[0]
  }

  @Test(
    "A covered activity is timed by the task that restores it, with the worst case of the calls")
  func covered() throws {
    let response = try response(
      "<covers ref=\"A-1\"/>\n<call who=\"p\"/><task id=\"k\" name=\"K\" restores=\"A-1\" likely=\"PT1H\"/>"
    )
    #expect(response.planned.map(\.activity) == [0])
    #expect(response.planned[0].isCovered)
    #expect(response.planned[0].check.notify?.source == .callTree)
    #expect(response.planned[0].check.total == 7500)
    #expect(response.planned[0].check.tolerable == ElapsedTime(seconds: 28_800))
    #expect(response.planned[0].check.verdict == .ok)
    #expect(response.measured.isEmpty)
  }

  @Test("Where no task restores it, by those that restore what it needs, directly or not")
  func needed() throws {
    let response = try response(
      """
      <covers ref="A-1"/>
      <task id="k" name="K" restores="S-3" likely="PT1H"/>
      <task id="l" name="L" restores="S-1" likely="PT2H"/><task id="m" name="M" restores="S-2" likely="P1D"/>
      """)
    #expect(response.planned[0].restoring == [0, 1])
    #expect(response.planned[0].check.recover?.seconds == 7200)
  }

  @Test("Nothing that restores it leaves the recovery unknown, not short")
  func nothing() throws {
    let check = try response("<covers ref=\"A-1\"/>").planned[0].check
    #expect(check.recover == nil)
    #expect(check.verdict == .unknown)
  }

  @Test("Through a covered asset those are in scope that stop without it, if a task restores it")
  func throughAsset() throws {
    let plan = "<covers ref=\"S-1\"/>\n<task id=\"k\" name=\"K\" restores=\"S-1\" likely=\"PT1H\"/>"
    let response = try response(plan)
    #expect(response.planned.map(\.activity) == [0])
    #expect(!response.planned[0].isCovered)
    #expect(try self.response("<covers ref=\"S-1\"/>").planned.isEmpty)
  }

  @Test("What the last exercise measured counts instead, the rest as planned")
  func measured() throws {
    let plan = """
      <covers ref="A-1"/>
      <task id="k" name="K" restores="A-1" likely="PT1H"><after ref="j"/></task>
      <task id="j" name="J" likely="PT30M"/>
      """
    let response = try response(
      plan,
      exercises: """
        <exercise id="E-1" name="Old" on="2025-11-01"><protocol ref="P-1"/><measured step="detect" time="PT1H"/></exercise>
        <exercise id="E-2" name="New" on="2026-11-01"><protocol ref="P-1"/>
        <measured step="notify" time="PT40M"/><measured task="k" time="PT2H"/></exercise>
        <exercise id="E-3" name="To come" on="2026-12-01"><protocol ref="P-1"/><measured step="detect" time="PT9H"/></exercise>
        """)
    #expect(response.exercise?.text == "E-2")
    let check = response.measured[0].check
    #expect(check.detect?.seconds == 600)
    #expect(check.notify?.source == .measured(try Identifier("E-2")))
    #expect(check.recover?.seconds == 9000)
  }

  @Test("A restoration that was measured counts for those that wait for it")
  func restored() throws {
    let response = try response(
      """
      <covers ref="A-1"/>
      <task id="k" name="K" restores="S-1" likely="PT1H"/>
      """,
      exercises: """
        <exercise id="E-1" name="E" on="2026-11-01"><protocol ref="P-1"/><measured restored="S-1" time="PT6H"/></exercise>
        """)
    #expect(response.measured[0].check.recover?.seconds == 21_600)
    #expect(response.measured[0].check.verdict == .shortfall)
  }

  @Test("Explain shows the verdict with its inputs")
  func explained() throws {
    let compiled = try compiled(
      """
      <covers ref="A-1"/>
      <call who="p"/>
      <task id="k" name="K" restores="A-1" optimistic="PT30M" likely="PT1H" pessimistic="PT3H"/>
      """)
    let explanation = try #require(Explainer(compiled).explanation(of: "P-1"))
    let step = try #require(explanation.steps.first)
    #expect(step.key == "timeCheck[A-1]")
    #expect(step.value == "in time")
    #expect(
      step.inputs.map(\.name) == [
        "detect, planned", "assess, planned", "authorise, planned", "notify, call tree, worst case",
        "recover, tasks, critical path", "RTO",
      ])
    #expect(
      step.parts.map(\.key) == [
        "slack", "latestDeclare", "decisionWindow", "criticalPath[1]", "probability",
        "simulatedProbability",
      ])
    #expect(explanation.steps[1].value?.contains("25") == true)
  }
}
