import RegisterAnalysis
import RegisterChecks
import RegisterModel
import TestSupport
import Testing

@Suite("The checklist")
struct ChecklistTests {
  private func checklist(_ text: String, criteria: Criteria? = standardCriteria) throws -> Checklist
  {
    let register = CompiledRegister(try Register(text, criteria: criteria), today: today)
    return Checklist(of: CheckReport(of: register), register)
  }

  private func tasks(_ list: Checklist) -> [String] {
    list.steps.flatMap { $0.entries.map(\.task) }
  }

  @Test("An empty register is told how to begin: people, what there is, risks")
  func empty() throws {
    let tasks = tasks(try checklist(""))
    #expect(tasks.contains("Name the people and roles"))
    #expect(tasks.contains("Describe what you do and what you need for it"))
    let list = try checklist("")
    #expect(list.steps.map(\.step) == [.foundation, .inventory, .judgement, .agreement])
    #expect(list.steps[2].entries.map(\.task) == ["Collect what may happen"])
  }

  @Test("What the register itself lacks is an entry each, and agreement comes last")
  func registerItself() throws {
    let list = try checklist("")
    #expect(
      list.steps[0].entries.map(\.reason)
        == ["nobody owns the register", "the register doesn't say what it covers"])
    #expect(
      list.steps.last?.entries.map(\.reason) == [
        "the register has not been approved",
        "the criteria don't say when they were last reviewed",
      ])
  }

  @Test("Activities come first, then what their disruption means, what they need, how they recover")
  func impactSteps() throws {
    let list = try checklist(
      """
      <service id="V" name="Care"/>
      <activity id="A" name="Triage"><targets mtpd="P1D" rto="PT4H"/></activity>
      <activity id="B" name="Surgery"><targets mtpd="P1D" rto="PT4H"/>
        <needs><on ref="S"/></needs></activity><asset id="S" name="Theatre"/>
      """)
    let steps = list.steps.map { step in
      step.entries.compactMap(\.rule).filter {
        $0.hasPrefix("BIA") || $0.hasPrefix("DEP") || $0.hasPrefix("REC")
      }
    }
    let asked = steps.filter { !$0.isEmpty }
    #expect(asked.first == ["BIA-001", "BIA-002"])
    #expect(asked[1].first == "BIA-003" && asked[1].allSatisfy { $0.hasPrefix("BIA") })
    #expect(asked[2].first == "DEP-001" && asked[3].first == "REC-003")
    #expect(asked.last == ["BIA-014"])
    let service = list.steps.flatMap(\.entries).first { $0.rule == "BIA-001" }
    #expect(service?.records == [Checklist.Record(id: "V", name: "Care")])
  }

  @Test("Drafts are asked for scores, links, words and owners; a complete one for a decision")
  func drafts() throws {
    let list = try checklist(
      """
      <party id="p" name="Ann"/><hazard id="h" name="Fire"/><asset id="S" name="Shed"/>
      <risk id="R-1"><title>It burns</title></risk>
      <risk id="R-2" owner="p"><hazard ref="h"/><title>It burns down</title>
        <cause><p>c</p></cause><event><p>e</p></event><consequence><p>k</p></consequence>
        <score stage="current" likelihood="2"><impact category="money" level="3"/></score>
        <hits ref="S"/></risk>
      """)
    let drafts = try #require(list.steps.first { $0.step == .drafts }).entries
    #expect(drafts.map(\.task).first == "Score the drafts")
    #expect(drafts.dropLast().allSatisfy { $0.records.map(\.id) == ["R-1"] })
    #expect(drafts.last?.records == [Checklist.Record(id: "R-2", name: "It burns down")])
    #expect(list.completeRisks == (0, 0))
  }

  @Test("Records that matter most come first: the higher rated, then those that nobody has judged")
  func order() throws {
    let list = try checklist(
      """
      <risk id="R-1" status="open"><title>Nobody judged it</title></risk>
      <risk id="R-2" status="open"><title>It is rare</title>
        <score stage="current" likelihood="1"><impact category="money" level="1"/></score></risk>
      <risk id="R-3" status="open"><title>It is bad</title>
        <score stage="current" likelihood="5"><impact category="money" level="5"/></score></risk>
      """)
    let owners = list.steps.flatMap(\.entries).first { $0.rule == "RSK-001" }
    #expect(owners?.records.map(\.id) == ["R-3", "R-2", "R-1"])
    #expect(list.completeRisks == (0, 3))
  }

  @Test("What everything rests on comes before what rests on it")
  func steps() throws {
    let list = try checklist("<risk id=\"R-1\" status=\"open\"><title>It burns</title></risk>")
    #expect(list.steps.map(\.step.rawValue) == list.steps.map(\.step.rawValue).sorted())
  }
}
