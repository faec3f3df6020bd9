import RegisterModel
import ResponsePlanning
import TestSupport
import Testing

@Suite("Call trees")
struct CallTreeTests {
  private static let parties = """
    <party id="boss" name="Boss"/>
    <party id="a" name="A"><contact channel="mobile" timeout="PT5M" probability="0.8"/></party>
    <party id="b" name="B"><contact channel="mobile" timeout="PT10M" probability="0.5"/></party>
    <party id="c" name="C"><contact channel="mobile" timeout="PT2M" probability="0.9"/></party>
    <party id="d" name="D"><contact channel="mobile" timeout="PT3M"/></party>
    <party id="e" name="E"/>
    """

  private func tree(_ plan: String, level: Int? = nil) throws -> CallTree {
    let register = try Register(
      Self.parties + "<protocol id=\"P-1\" name=\"P\">\(plan)</protocol>")
    return CallTree(
      register.protocols[0], level: level.flatMap { Level($0) },
      directory: CallDirectory(register))
  }
  private func entry(_ tree: CallTree, _ who: String) throws -> CallTree.Entry {
    try #require(tree.entries.first { $0.who.text == who })
  }
  private func isAbout(_ range: ClosedRange<Double>, _ low: Double, _ high: Double) -> Bool {
    abs(range.lowerBound - low) < 1e-12 && abs(range.upperBound - high) < 1e-12
  }

  @Test("A caller makes one call after the other, and begins once reached")
  func times() throws {
    let tree = try tree(
      "<call who=\"a\"/><call who=\"b\"/><call who=\"c\" by=\"a\"/><call who=\"d\" by=\"a\"/>")
    #expect(tree.entries.map { $0.startsBy.map { $0 / 60 } } == [0, 5, 5, 7])
    #expect(tree.entries.map { $0.reachedBy.map { $0 / 60 } } == [5, 15, 7, 10])
    #expect(tree.worst == 900)
    #expect(isAbout(try entry(tree, "c").probability, 0.72, 0.72))
    #expect(isAbout(try entry(tree, "d").probability, 0, 0.8))
    #expect(tree.unreachable.isEmpty)
  }

  @Test("Without a call nobody has to be waited for")
  func empty() throws {
    let tree = try tree("")
    #expect(tree.entries.isEmpty)
    #expect(tree.worst == 0)
  }

  @Test("Who has no contact is not reached, and nobody knows when those after are")
  func noContact() throws {
    let tree = try tree("<call who=\"e\"/><call who=\"a\"/><call who=\"b\" by=\"e\"/>")
    #expect(try entry(tree, "e").problem == .unstated)
    #expect(try entry(tree, "a").reachedBy == nil)
    #expect(try entry(tree, "b").problem == .callerUnreachable)
    #expect(tree.worst == nil)
    #expect(tree.unreachable.map(\.text) == ["e", "b"])
  }

  @Test("Those whom an authority of the level calls are called by whoever declares")
  func authority() throws {
    let tree = try tree(
      """
      <level number="1"><authority ref="boss"/><notify ref="c"/></level>\
      <call who="a" by="boss"/><call who="b"/>
      """)
    #expect(tree.entries.map(\.who.text) == ["a", "b", "c"])
    #expect(tree.entries.map { $0.reachedBy.map { $0 / 60 } } == [5, 15, 17])
  }

  @Test("A low level doesn't call those whom a higher one notifies, unless they call somebody")
  func levels() throws {
    let plan = """
      <level number="1"><authority ref="boss"/><notify ref="a"/></level>
      <level number="3"><authority ref="boss"/><notify ref="b"/><notify ref="c"/></level>
      <call who="b"/><call who="a" by="b"/><call who="c"/><call who="d"/>
      """
    #expect(try tree(plan, level: 1).entries.map(\.who.text) == ["b", "a", "d"])
    #expect(try tree(plan, level: 3).entries.map(\.who.text) == ["b", "a", "c", "d"])
    #expect(try tree(plan).entries.map(\.who.text) == ["b", "a", "c", "d"])
  }

  @Test("Calls that wait for each other, or for a caller whom nobody calls, are never made")
  func circles() throws {
    let tree = try tree(
      """
      <call who="a" by="b"/><call who="b" by="a"/><call who="c" by="boss"/><call who="d" by="c"/>
      """)
    #expect(
      tree.entries.map(\.problem) == [.circular, .circular, .callerNotCalled, .callerUnreachable])
    #expect(tree.entries.allSatisfy { $0.reachedBy == nil })
    #expect(tree.worst == nil)
  }

  @Test("Two of three, with 0.8, 0.5 and 0.9: 0.85, and known when the second slowest was tried")
  func quorum() throws {
    let tree = try tree(
      """
      <call who="a"/><call who="b"/><call who="c"/>\
      <quorum atLeast="2"><of ref="a"/><of ref="b"/><of ref="c"/></quorum>
      """)
    // 0.8·0.5·0.9 + 0.8·0.5·0.1 + 0.8·0.5·0.9 + 0.2·0.5·0.9
    #expect(isAbout(tree.quorums[0].probability, 0.85, 0.85))
    #expect(tree.quorums[0].reachedBy == 900)
  }

  @Test("A quorum of more than there are can't be had, one of none always is")
  func oddQuorums() throws {
    let tree = try tree(
      """
      <call who="a"/><quorum atLeast="2"><of ref="a"/></quorum><quorum atLeast="0"><of ref="a"/></quorum>\
      <quorum atLeast="1"><of ref="boss"/></quorum>
      """)
    #expect(tree.quorums.map(\.probability) == [0...0, 1...1, 0...0])
    #expect(tree.quorums.map(\.reachedBy) == [nil, 0, nil])
  }

  @Test("A chain of a hundred thousand callers is walked without recursion")
  func long() throws {
    var register = try Register("<protocol id=\"P-1\" name=\"P\"/>")
    for number in 0..<100_000 {
      var party = Party(id: try Identifier("p-\(number)"), name: Line("P")!)
      var contact = Contact(channel: .mobile)
      contact.timeout = ElapsedTime(seconds: 60)
      contact.probability = Share(1)
      party.contacts = [contact]
      register.parties.append(party)
      var call = Call(who: party.id)
      if number > 0 { call.by = try Identifier("p-\(number - 1)") }
      register.protocols[0].calls.append(call)
    }
    let tree = CallTree(register.protocols[0], directory: CallDirectory(register))
    #expect(tree.worst == 6_000_000)
    #expect(tree.entries.last?.probability == 1...1)
  }
}
