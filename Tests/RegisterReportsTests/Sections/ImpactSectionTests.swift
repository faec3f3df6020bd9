import TestSupport
import Testing

@testable import RegisterReports

@Suite("Parts of a report on disruption")
struct ImpactSectionTests {
  /// Triage needs records, which need a database and one of two sites; it costs money by the hour. The
  /// bedding store says nothing of itself.
  private static let register = """
    <party id="p-1" name="Ada Lovelace" kind="person"/>
    <party id="r-1" name="Triage nurse" kind="role"><holder ref="p-1"/></party>
    <activity id="A-bed" name="Bedding"/>
    <activity id="A-tri" name="Triage" owner="p-1">
      <impact category="safety" at="PT4H" level="2"/><impact category="safety" at="P1D" level="5"/>
      <targets mtpd="PT6H" rto="PT1H" rpo="PT15M" own="PT10M"/>
      <loss><rate amount="2000" per="PT1H"/><step amount="20000" after="PT4H"/></loss>
      <staff role="r-1" atLeast="3"/>
      <needs><on ref="S-ehr"/></needs>
      <needs atLeast="1"><on ref="S-dc1"/><on ref="S-dc2"/></needs>
    </activity>
    <asset id="S-db" name="Database"><targets own="PT3H"/></asset>
    <asset id="S-dc1" name="Site <one>"><targets own="PT30M"/></asset>
    <asset id="S-dc2" name="Site two"><targets own="PT40M"/></asset>
    <asset id="S-ehr" name="Health records"><targets own="PT20M"/>
      <needs mode="start"><on ref="S-db"/></needs></asset>
    """.replacing("Site <one>", with: "Site &lt;one&gt;")

  private static let parts: [ReportPart] = [
    .impact, .gaps, .dependencies, .points, .recovery, .people, .activities,
  ]

  @Test("An activity's row has its times, what binds, and by how much it is late")
  func times() throws {
    let text = try report(Self.register).text(.impact)
    #expect(text.contains("A-tri Triage"))
    #expect(text.contains("6 h"))
    #expect(text.contains("+2 h 20 min"))
    // 4 h at 2 k, a penalty that must be exceeded not yet; 24 h at 2 k, and the penalty.
    #expect(text.contains("8 k"))
    #expect(text.contains("68 k"))
  }

  @Test("What nobody said is called unknown, and is never a zero")
  func unknown() throws {
    let text = try report(Self.register).text(.impact)
    #expect(text.contains("A-bed Bedding"))
    #expect(text.contains("not known"))
    #expect(text.contains("not stated"))
    #expect(text.contains("1 activity states no cost"))
  }

  @Test("A gap is told with the chain of what is waited for")
  func gaps() throws {
    let text = try report(Self.register).text(.gaps)
    #expect(text.contains("Out for too long: 1"))
    #expect(text.contains("S-ehr (20 min), which waits for S-db (3 h)"))
    #expect(text.contains("nobody has said by when A-bed 'Bedding' must be back"))
  }

  @Test("Single points have what is lost with them; a redundant site is none")
  func points() throws {
    let text = try report(Self.register).text(.points)
    #expect(text.contains("S-db Database"))
    #expect(text.contains("S-ehr Health records"))
    #expect(text.contains("2 things that can't be lost"))
    #expect(text.contains("S-dc1 Site <one> and S-dc2 Site two"))
  }

  @Test("The map draws every need, a choice with how many are enough, and any text as text")
  func map() throws {
    let html = HTMLFace().text(of: try report(Self.register).document([.dependencies]))
    expectAccessible(try HTMLPage(html))
    for text in ["S-db", "1 of 2", "Site &lt;one&gt;", "1 activity lost", "late: 2"] {
      #expect(html.contains(">\(text)"), "\(text)")
    }
  }

  @Test("Recovery names the critical path, and what is not in the schedule")
  func recovery() throws {
    let text = try report(Self.register).text(.recovery)
    #expect(text.contains("2 h 20 min late"))
    #expect(text.contains("names no crews, sites or tools"))
    #expect(text.contains("A-bed Bedding comes back nobody knows when"))
    #expect(text.contains("An hour less of work on S-db 'Database'"))
  }

  @Test("A role with too few people has its shortage, and a step for each time")
  func people() throws {
    let text = try report(Self.register).text(.people)
    #expect(text.contains("2 missing from the start on"))
  }

  @Test("A card has the grid and the costs of an activity")
  func card() throws {
    let html = HTMLFace().text(of: try report(Self.register).document([.activities]))
    expectAccessible(try HTMLPage(html))
    #expect(html.contains("How bad an outage of A-tri is by its length"))
    #expect(html.contains("What an outage of A-tri costs by its length"))
    #expect(html.contains("id=\"activity-A-tri\""))
  }

  @Test(
    "A register without activities has none of these parts; one without needs says what it lacks")
  func lacking() throws {
    let nothing = try report("<risk id=\"R-1\" status=\"open\"><title>x</title></risk>")
    #expect(nothing.document(Set(Self.parts)).sections.isEmpty)
    let bare = try report("<activity id=\"A-1\" name=\"Alone\"/>")
    #expect(bare.text(.impact).contains("No activity says what it needs"))
    #expect(bare.text(.dependencies).contains("there is no map to draw"))
    #expect(bare.text(.points).contains("No activity is known to be prioritised"))
    #expect(bare.text(.people).contains("demand is not known"))
    #expect(bare.text(.recovery).contains("Nobody can say"))
  }
}
