import TestSupport
import Testing

@testable import RegisterReports

@Suite("Parts of a report on exercises and incidents")
struct ResponseSectionTests {
  private static let register = """
    <party id="p-1" name="Ada Lovelace" kind="person"/>
    <asset id="S-1" name="Lift"/>
    <protocol id="P-1" name="Fire" owner="p-1"><planned authorise="PT10M"/></protocol>
    <protocol id="P-2" name="Flood"/>
    <exercise id="X-1" name="Smoke" kind="full" on="2025-12-01" result="partly"><protocol ref="P-1"/>
      <measured step="authorise" time="PT25M"/>
      <finding action="N-1"><text><p>No key.</p></text></finding><finding><text><p>No lamp.</p></text></finding>
    </exercise>
    <exercise id="X-2" name="Rain" planned="2027-01-10"><protocol ref="P-2"/></exercise>
    <incident id="I-1" name="Stuck" status="closed" severity="minor" rootCause="door" occurred="2026-03-01T00:00:00Z"
      detected="2026-03-01T02:00:00Z" restored="2026-03-01T04:00:00Z" closed="2026-03-02T00:00:00Z"><affected ref="S-1"/></incident>
    <incident id="I-2" name="Stuck again" status="closed" rootCause="door" occurred="2026-03-11T00:00:00Z"
      restored="2026-03-11T06:00:00Z" closed="2026-03-12T00:00:00Z"><affected ref="S-1"/></incident>
    <incident id="I-3" name="And again" rootCause="Door" owner="p-1" occurred="2026-11-20T00:00:00Z"/>
    <incident id="I-4" name="Early" status="closed" rootCause="door" occurred="2026-03-21T00:00:00Z"
      restored="2026-03-20T00:00:00Z" closed="2026-03-22T00:00:00Z"><affected ref="S-1"/></incident>
    <action id="N-1" name="Get a key" owner="p-1" due="2026-11-01"/>
    """

  @Test("The programme says what was exercised when, what is due and what is planned")
  func programme() throws {
    let text = try report(Self.register).text(.exercises)
    #expect(text.contains("2 protocols: 1 never exercised and 1 due soon"))
    #expect(text.contains("1 exercise is planned"))
    #expect(text.contains("2025-12-01, X-1 (full)"))
    #expect(text.contains("2027-01-10, X-2"))
  }

  @Test("Measured times stand beside the planned ones, findings beside what mends them")
  func outcome() throws {
    let text = try report(Self.register).text(.exercises)
    #expect(text.contains("15 min longer"))
    #expect(text.contains("2 findings, 2 not mended yet"))
    #expect(text.contains("overdue"))
    #expect(text.contains("nothing is done"))
  }

  @Test(
    "Incidents: times with their number, what keeps coming back, what is open, what can't be so")
  func incidents() throws {
    let text = try report(Self.register).text(.incidents)
    #expect(text.contains("2 of 4"))
    #expect(text.contains("door, 3 times within 90 days (I-1, I-2 and I-4)"))
    #expect(text.contains("no problem record"))
    #expect(text.contains("I-3 'And again'"))
    #expect(text.contains("I-4 'Early': restored before it occurred"))
    #expect(text.contains("S-1 'Lift', no category: 3 (I-1, I-2 and I-4)"))
  }

  @Test("Without exercises, protocols or incidents the parts are not there")
  func nothing() throws {
    let document = try report("").document([.exercises, .incidents])
    #expect(document.sections.isEmpty)
    let protocols = try report("<protocol id=\"P-1\" name=\"Fire\"/>").text(.exercises)
    #expect(protocols.contains("1 protocol: 1 never exercised"))
  }
}
