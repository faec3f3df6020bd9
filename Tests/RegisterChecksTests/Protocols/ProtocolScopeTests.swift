import RegisterChecks
import RegisterModel
import Testing

@Suite("PRT-001")
struct ActivityWithoutProtocolTests {
  @Test(
    "A prioritised activity that no protocol is for is found; covering it, or what it stops without, clears it"
  )
  func fires() throws {
    func found(_ more: String, without: [String] = ["covers", "task"]) throws -> [String] {
      try places(ActivityWithoutProtocol(), in: completeProtocol(more, without: without))
    }
    #expect(try found("") == ["A-1 -"])
    #expect(try found("<covers ref=\"A-1\"/>") == [])
    #expect(try found("<task id=\"k\" name=\"K\" restores=\"A-1\"/>") == [])
    #expect(try found("<covers ref=\"S-1\"/>") == ["A-1 -"])
    #expect(try found("<covers ref=\"S-1\"/>\n<task id=\"k\" name=\"K\" restores=\"S-1\"/>") == [])
    #expect(
      try found("<covers ref=\"S-2\"/>\n<task id=\"k\" name=\"K\" restores=\"S-2\"/>") == ["A-1 -"])
  }

  @Test("An activity whose MTPD nobody knows is not asked, nor one beyond the horizon")
  func notPrioritised() throws {
    let horizon = criteria { $0.horizon = ElapsedTime(seconds: 3600) }
    #expect(
      try places(
        ActivityWithoutProtocol(), in: completeProtocol(without: ["covers", "task"]),
        criteria: horizon)
        == [])
  }
}

@Suite("PRT-007")
struct ScopeUnrestoredTests {
  private func found(_ more: String = "", without: [String] = []) throws -> [String] {
    try places(ScopeUnrestored(), in: completeProtocol(more, without: without))
  }

  @Test("What is covered and not restored is found, unless something that it needs is restored")
  func unrestored() throws {
    #expect(try found() == [])
    #expect(try found("<covers ref=\"S-2\"/>") == ["P-1 task"])
    #expect(try found(without: ["task"]) == ["P-1 task"])
    #expect(try found("<task id=\"k\" name=\"K\" restores=\"S-1\"/>", without: ["task"]) == [])
  }

  @Test("Tasks that wait for each other, or for themselves, are found")
  func circle() throws {
    #expect(
      try messages(
        ScopeUnrestored(),
        in: completeProtocol(
          "<task id=\"k-2\" name=\"A\"><after ref=\"k-3\"/></task><task id=\"k-3\" name=\"B\"><after ref=\"k-2\"/></task>"
        ))
        == ["the tasks k-2 and k-3 of 'Evacuate' wait for each other in a circle"])
    #expect(
      try found("<task id=\"k-2\" name=\"A\"><after ref=\"k-2\"/></task>") == [
        "P-1 task[k-2]/after"
      ])
    #expect(try found("<task id=\"k-2\" name=\"A\"><after ref=\"k-1\"/></task>") == [])
  }
}

@Suite("PRT-010")
struct ScenarioUncoveredTests {
  @Test(
    "Required scenarios that no protocol covers are found together; an empty list asks for nothing")
  func fires() throws {
    let scenario = RequiredScenario(id: try Identifier("sc-1"), name: Line("Cyber attack")!)
    let listing = criteria { $0.scenarios = [scenario] }
    let empty = criteria { $0.scenarios = [] }
    func found(_ more: String, _ criteria: Criteria? = listing) throws -> [String] {
      try places(ScenarioUncovered(), in: completeProtocol(more), criteria: criteria)
    }
    #expect(try found("") == ["- criteria/scenario"])
    #expect(try found("<scenario ref=\"sc-1\"/>") == [])
    #expect(try found("", empty) == [])
    #expect(try found("", nil) == [])
  }

  @Test("A register that has neither a protocol nor anything that must be back soon is not asked")
  func empty() throws {
    #expect(try places(ScenarioUncovered(), in: "<activity id=\"A-1\" name=\"A\"/>") == [])
  }
}
