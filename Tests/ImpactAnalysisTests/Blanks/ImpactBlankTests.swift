import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("Which blanks matter most")
struct ImpactBlankTests {
  static let criteria = """
    <criteria>
      <impact category="money" intolerable="2"><level name="Minor"/><level name="Major"/></impact>
      <impact category="care" intolerable="2"><level name="Slight"/><level name="Grave"/></impact>
      <impact category="trust"><level name="Slight"/><level name="Grave"/></impact>
      <bands>PT4H P1D</bands>
    </criteria>
    """

  /// Blanks as "influence id question", the most influential first.
  private func blanks(_ text: String, of ids: [String]? = nil) throws -> [String] {
    let register = try Register(text)
    let impact = ImpactGraph(register, today: CalendarDate(text: "2026-11-24")!)
    let names = register.activities.map(\.id.text) + register.assets.map(\.id.text)
    let nodes = names.indices.filter { ids?.contains(names[$0]) ?? true }
    return ImpactBlank.all(register, impact, of: nodes) {
      ActivityDisruption(register.activities[$0], criteria: register.criteria, loss: nil)
    }.map { blank in
      let question =
        switch blank.question {
        case .objective: "rto"
        case .tolerablePeriod: "mtpd"
        case .ownTime: "own"
        case .minimumLevel: "mbco"
        case .impact(let category, _, let at):
          "\(category.text)@" + at.map(\.writtenText).joined(separator: "+")
        }
      return "\(blank.influence) \(names[blank.node]) \(question)"
    }
  }

  @Test("An objective leaves open all that the activity needs; a known one, nothing")
  func objective() throws {
    let register = """
      <activity id="A" name="A"><targets mtpd="PT8H" own="PT1H"/>
        <needs><on ref="S"/></needs><needs><on ref="T"/></needs></activity>
      <activity id="B" name="B"><targets rto="PT4H" mtpd="PT8H" own="PT1H"/><needs><on ref="T"/></needs></activity>
      <asset id="S" name="S"><targets own="PT1H"/><needs><on ref="U"/></needs></asset>
      <asset id="T" name="T"><targets own="PT1H"/><needs><on ref="U"/></needs></asset>
      <asset id="U" name="U"><targets own="PT1H"/></asset>
      """
    #expect(try blanks(register) == ["4 A rto"])
  }

  @Test(
    "An own time leaves open the recovery of all above it, and no more where another is known to be later"
  )
  func ownTime() throws {
    func register(_ slow: String) -> String {
      """
      <activity id="A" name="A"><targets rto="PT4H" mtpd="PT8H" own="PT1H"/><needs><on ref="S"/></needs></activity>
      <activity id="B" name="B"><targets rto="PT4H" mtpd="PT8H" own="PT1H"/>
        <needs atLeast="1"><on ref="S"/><on ref="T"/></needs></activity>
      <asset id="S" name="S"><needs><on ref="U"/></needs></asset>
      <asset id="T" name="T"><targets own="\(slow)"/></asset>
      <asset id="U" name="U"><targets own="PT1H"/></asset>
      """
    }
    #expect(try blanks(register("PT3H")) == ["3 S own"])
    // The other of the choice is there before the activity's own work is done.
    #expect(try blanks(register("PT30M")) == ["2 S own"])
  }

  @Test(
    "An own time before whose work a need must be there leaves the requirement of that open, too")
  func ownTimeDown() throws {
    let register = """
      <activity id="A" name="A"><targets rto="PT4H" mtpd="PT8H"/>
        <needs mode="start"><on ref="S"/></needs><needs><on ref="T"/></needs></activity>
      <asset id="S" name="S"><targets own="PT1H"/><needs><on ref="U"/></needs></asset>
      <asset id="T" name="T"><targets own="PT1H"/></asset>
      <asset id="U" name="U"><targets own="PT1H"/></asset>
      """
    #expect(try blanks(register) == ["3 A own"])
  }

  @Test("A tolerable period counts its activity; without an objective, all that it needs as well")
  func tolerablePeriod() throws {
    let register = """
      <activity id="A" name="A"><targets rto="PT4H" own="PT1H"/><needs><on ref="S"/></needs></activity>
      <activity id="B" name="B"><targets own="PT1H"/><needs><on ref="S"/></needs></activity>
      <asset id="S" name="S"><targets own="PT1H"/></asset>
      """
    #expect(try blanks(register) == ["2 B rto", "2 B mtpd", "1 A mtpd"])
  }

  @Test("Impacts count where they could make the tolerable period shorter, a row at a time")
  func impacts() throws {
    let register =
      Self.criteria + """
        <activity id="A" name="A">
          <impact category="money" at="PT4H" level="1"/><impact category="money" at="P1D" level="2"/>
          <impact category="care" at="PT4H" level="1"/>
          <targets rto="PT4H" mtpd="P1D" own="PT1H"/></activity>
        """
    // By then money can't be borne anyway.
    #expect(try blanks(register) == [])
    let open = register.replacing("care\" at=\"PT4H\"", with: "care\" at=\"P1D\"")
    #expect(try blanks(open) == ["1 A care@PT4H"])
  }

  @Test("A minimum level matters where a workaround may or may not do")
  func minimumLevel() throws {
    let register = """
      <activity id="A" name="A"><targets rto="PT4H" mtpd="PT8H" own="PT1H"/>
        <needs><on ref="S"/><workaround act="PT1H" capacity="0.5"/></needs></activity>
      <asset id="S" name="S"><targets own="PT9H"/></asset>
      """
    #expect(try blanks(register) == ["1 A mbco"])
    #expect(try blanks(register.replacing("capacity=\"0.5\"", with: "")) == [])
  }

  @Test(
    "Blanks that are alike stand in the order of identifiers; only those asked about are listed")
  func ties() throws {
    let register = """
      <asset id="S-10" name="x"/><asset id="S-9" name="x"/><asset id="S-2" name="x"/>
      """
    #expect(try blanks(register) == ["1 S-2 own", "1 S-9 own", "1 S-10 own"])
    #expect(try blanks(register, of: ["S-9"]) == ["1 S-9 own"])
    #expect(try blanks("") == [])
  }

  @Test("No more than the limit are counted, in a chain of any length")
  func limit() throws {
    let count = ImpactBlank.limit + 500
    let register = (0..<count).map { place in
      let own = place == count - 1 ? "" : "<targets own=\"PT1M\"/>"
      let need = place == count - 1 ? "" : "<needs><on ref=\"S-\(place + 1)\"/></needs>"
      return "<asset id=\"S-\(place)\" name=\"x\">\(own)\(need)</asset>"
    }.joined()
    #expect(try blanks(register) == ["\(ImpactBlank.limit) S-\(count - 1) own"])
  }
}
