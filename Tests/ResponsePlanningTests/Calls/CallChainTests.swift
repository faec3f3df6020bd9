import ImpactAnalysis
import RegisterModel
import ResponsePlanning
import TestSupport
import Testing

@Suite("Call chains")
struct CallChainTests {
  private func chain(_ contacts: String, moreParties: String = "") throws -> CallChain {
    let register = try Register(
      "<party id=\"p\" name=\"P\">\(contacts)</party>\(moreParties)")
    return CallDirectory(register).chain(to: try Identifier("p"))
  }

  @Test(
    "Timeouts 5, 5 and 10 minutes with 0.8, 0.7 and 0.9: at worst 20, reached 0.994, 6.6 on average"
  )
  func vector() throws {
    let chain = try chain(
      """
      <contact channel="mobile" timeout="PT5M" probability="0.8"/>
      <contact channel="phone" timeout="PT5M" probability="0.7"/>
      <contact channel="pager" timeout="PT10M" probability="0.9"/>
      """)
    #expect(chain.worst == 1200)
    #expect(abs(chain.reached.lowerBound - 0.994) < 1e-12)
    #expect(chain.reached.lowerBound == chain.reached.upperBound)
    let expected = try #require(chain.expected)
    #expect(abs(expected.lowerBound - 6.6 * 60) < 1e-9)
    #expect(expected.lowerBound == expected.upperBound)
  }

  @Test("A contact of unknown probability may always answer or never")
  func unknownProbability() throws {
    let chain = try chain(
      """
      <contact channel="mobile" timeout="PT5M"/>
      <contact channel="phone" timeout="PT10M" probability="0.5"/>
      """)
    #expect(chain.worst == 900)
    #expect(chain.reached == 0.5...1)
    #expect(chain.expected == 300...900)
  }

  @Test("An unknown timeout makes the times unknown, not the probability")
  func unknownTimeout() throws {
    let chain = try chain("<contact channel=\"mobile\" probability=\"0.8\"/>")
    #expect(chain.worst == nil)
    #expect(chain.expected == nil)
    #expect(chain.reached == 0.8...0.8)
  }

  @Test("Without a contact nobody is reached, and no time is known")
  func noContact() throws {
    let chain = try chain("")
    #expect(chain.isUnstated)
    #expect(!chain.isUnreachable)
    #expect(chain.worst == nil)
    #expect(chain.reached == 0...0)
  }

  @Test("A party that the register doesn't know has no contacts")
  func unknownParty() throws {
    let register = try Register("<party id=\"p\" name=\"P\"/>")
    #expect(CallDirectory(register).chain(to: try Identifier("q")).isUnstated)
  }

  @Test("A contact that waits for no time and always answers counts as that")
  func zero() throws {
    let chain = try chain("<contact channel=\"radio\" timeout=\"PT0S\" probability=\"1\"/>")
    #expect(chain.worst == 0)
    #expect(chain.reached == 1...1)
    #expect(chain.expected == 0...0)
  }

  @Test(
    "Of a role its own telephone is tried first, then its holders, then its deputies, each once")
  func role() throws {
    let register = try Register(
      """
      <party id="r" name="Duty manager" kind="role"><holder ref="a"/><holder ref="t"/><deputy ref="c"/><deputy ref="a"/>\
      <contact channel="phone" timeout="PT1M" probability="0.5"/></party>
      <party id="a" name="A" kind="person"><contact channel="mobile" timeout="PT2M" probability="0.5"/></party>
      <party id="t" name="T" kind="team"><holder ref="b"/></party>
      <party id="b" name="B" kind="person"><contact channel="mobile" timeout="PT3M" probability="0.5"/></party>
      <party id="c" name="C" kind="person"><contact channel="mobile" timeout="PT4M" probability="0.5"/></party>
      """)
    let chain = CallDirectory(register).chain(to: try Identifier("r"))
    #expect(chain.attempts.map(\.party.text) == ["r", "a", "b", "c"])
    #expect(chain.worst == 600)
  }

  @Test("Parties that hold each other are each called once")
  func circle() throws {
    let register = try Register(
      """
      <party id="a" name="A"><holder ref="b"/><contact channel="mobile" timeout="PT2M"/></party>
      <party id="b" name="B"><holder ref="a"/><contact channel="mobile" timeout="PT3M"/></party>
      """)
    #expect(CallDirectory(register).chain(to: try Identifier("a")).worst == 300)
  }

  @Test("A chain of a hundred thousand roles is walked without recursion")
  func deep() throws {
    var register = try Register("<party id=\"r-0\" name=\"R\"/>")
    register.parties = try (0..<100_000).map { number in
      var party = Party(id: try Identifier("r-\(number)"), name: Line("R")!)
      party.holders = [Reference(try Identifier("r-\(number + 1)"))]
      return party
    }
    register.parties[99_999].holders = []
    register.parties[99_999].contacts = [Contact(channel: .radio)]
    let chain = CallDirectory(register).chain(to: try Identifier("r-0"))
    #expect(chain.attempts.map(\.party.text) == ["r-99999"])
  }

  private static let office = """
    <calendar id="office" name="Office" timeZone="UTC">\
    <open days="mon tue wed thu fri" from="08:00" to="17:00"/></calendar>
    """

  private func directory(_ text: String, at moment: String) throws -> CallDirectory {
    let register = try Register(text)
    let calendars = RegisterCalendars(register, unstated: .utc) { $0 == "UTC" ? .utc : nil }
    return CallDirectory(
      register, calendars: calendars, at: try #require(Moment(text: moment)))
  }

  @Test(
    "A contact with a calendar is tried in its hours only", arguments: [(true, 420), (false, 120)])
  func hours(inHours: Bool, worst: Int) throws {
    let directory = try directory(
      Self.office + """
        <party id="p" name="P"><contact channel="phone" calendar="office" timeout="PT5M" probability="0.9"/>\
        <contact channel="mobile" timeout="PT2M" probability="0.5"/></party>
        """, at: inHours ? "2026-12-04T16:59:00Z" : "2026-12-04T18:00:00Z")
    let chain = directory.chain(to: try Identifier("p"))
    #expect(chain.worst == Int64(worst))
    #expect(chain.closed.count == (inHours ? 0 : 1))
    #expect(abs(chain.reached.lowerBound - (inHours ? 0.95 : 0.5)) < 1e-12)
  }

  @Test("Somebody with office telephones only can't be reached on a Saturday")
  func unreachable() throws {
    let directory = try directory(
      Self.office + """
        <party id="p" name="P"><contact channel="phone" calendar="office" timeout="PT5M" probability="0.9"/></party>
        """, at: "2026-12-05T10:00:00Z")
    let chain = directory.chain(to: try Identifier("p"))
    #expect(chain.isUnreachable)
    #expect(!chain.isUnstated)
    #expect(chain.worst == nil)
    #expect(chain.reached == 0...0)
  }

  @Test("In a time zone that nobody knows a contact may be usable or not")
  func unknownZone() throws {
    let directory = try directory(
      Self.office.replacing("UTC", with: "Mars/Olympus") + """
        <party id="p" name="P"><contact channel="phone" calendar="office" timeout="PT5M" probability="0.9"/></party>
        """, at: "2026-12-04T10:00:00Z")
    let chain = directory.chain(to: try Identifier("p"))
    #expect(chain.reached == 0...0.9)
    #expect(chain.worst == 300)
  }
}
