import TestSupport
import Testing

@testable import RegisterReports

@Suite("Parts of a report on protocols")
struct ProtocolSectionTests {
  private static let register = """
    <party id="p-1" name="Ada Lovelace" kind="person"><contact channel="mobile" address="+353 1 555 0101" timeout="PT5M" probability="0.8"/></party>
    <party id="p-2" name="Bo Ek" kind="person"/>
    <activity id="A-tri" name="Triage"><targets mtpd="PT8H" rto="PT4H"/></activity>
    <asset id="S-hall" name="Hall <north>"/>
    <protocol id="P-1" name="Evacuate" version="2" contactsValidUntil="2026-11-01">
      <purpose><p>Gets people out.</p></purpose><covers ref="A-tri"/>
      <planned detect="PT5M" assess="PT5M" authorise="PT5M"/>
      <level number="1" name="Site" updates="PT1H"><entry><p>It burns.</p></entry><authority ref="p-1"/><authority ref="p-2"/></level>
      <trigger level="1" mode="automatic"><asset ref="S-hall" is="down" for="PT10M"/></trigger>
      <call who="p-1"/><call who="p-2" by="p-1"/>
      <task id="T-1" name="Move" role="p-1" restores="A-tri" optimistic="PT30M" likely="PT1H" pessimistic="PT2H"><check>Count heads</check></task>
      <message id="m-1" name="Leave" audience="internal"><text><p>Leave by {exit}.</p></text></message>
      <standDown hold="PT1H" authority="p-2"><asset ref="S-hall" is="up"/></standDown>
      <restoration><p>Air the hall.</p></restoration>
    </protocol>
    <exercise id="E-1" name="Drill" on="2026-10-01"><protocol ref="P-1"/><measured step="notify" time="PT20M"/></exercise>
    """.replacing("<north>", with: "&lt;north&gt;")

  @Test("The card has trigger, authority, calls, tasks, message, end and way back")
  func card() throws {
    let text = try report(Self.register).text(.protocols)
    for words in [
      "P-1 Evacuate", "Gets people out.", "Level 1", "is down for 10 min", "Ada Lovelace", "Bo Ek",
      "+353 1 555 0101", "no contact stated", "T-1 Move", "Count heads", "Leave by {exit}.",
      "Bo Ek ends it",
      "Air the hall.",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("Contacts that are no longer valid stand out")
  func expired() throws {
    #expect(try report(Self.register).text(.protocols).contains("contacts valid until 2026-11-01"))
  }

  @Test("The table has the times as planned and as measured, each with its verdict")
  func table() throws {
    let text = try report(Self.register).text(.timeChecks)
    #expect(text.contains("planned"))
    #expect(text.contains("E-1"))
    #expect(text.contains("unknown"))
    #expect(text.contains("in time"))
  }

  @Test("A register without protocols has neither part")
  func none() throws {
    let text = try report("<party id=\"p-1\" name=\"Ada\"/>").text(.protocols, .timeChecks)
    #expect(!text.contains("protocol"))
  }
}
