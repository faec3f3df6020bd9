import RegisterModel
import ResponsePlanning
import TestSupport
import Testing

@Suite("Who declares, one after the other")
struct DeclarationChainTests {
  private func register() throws -> Register {
    try Register(
      """
      <party id="one" name="One"><contact channel="mobile" timeout="PT5M" probability="0.5"/></party>
      <party id="two" name="Two"><contact channel="mobile" timeout="PT5M" probability="0.5"/></party>
      <party id="top" name="Top"><contact channel="mobile" timeout="PT5M" probability="0.5"/></party>
      <party id="s" name="Supplier"><contact channel="phone" timeout="PT15M" probability="1"/></party>
      <asset id="S-1" name="S" kind="ict" supplier="s"/>
      <protocol id="P-1" name="P"><covers ref="S-1"/>
      <level number="3"><authority ref="top"/><authority ref="one"/></level>
      <level number="1"><authority ref="one"/><authority ref="two"/></level>
      <task id="k" name="K" restores="S-1"/></protocol>
      """)
  }

  @Test("The authority is asked first, then those who stand in, the level above, and the supplier")
  func order() throws {
    let register = try register()
    let plan = register.protocols[0]
    let escalation = DeclarationChain(
      plan, level: Level(1)!, directory: CallDirectory(register),
      suppliers: DeclarationChain.suppliers(of: plan, in: register))
    #expect(escalation.steps.map(\.party.text) == ["one", "two", "top", "s"])
    #expect(escalation.steps.map(\.role) == [.authority, .alternate, .above(Level(3)!), .supplier])
    #expect(escalation.steps.map(\.startsBy) == [0, 300, 600, 900])
    #expect(escalation.steps.map(\.reached) == [0.5...0.5, 0.75...0.75, 0.875...0.875, 1...1])
    #expect(escalation.worst == 1800)
    #expect(escalation.reached == 1...1)
  }

  @Test("A level that nobody may declare has no one to ask but the level above")
  func vacant() throws {
    let register = try register()
    let escalation = DeclarationChain(
      register.protocols[0], level: Level(2)!, directory: CallDirectory(register))
    #expect(escalation.steps.map(\.party.text) == ["top", "one"])
    let none = DeclarationChain(
      register.protocols[0], level: Level(4)!, directory: CallDirectory(register))
    #expect(none.steps.isEmpty)
    #expect(none.worst == nil)
    #expect(none.reached == 0...0)
  }
}
