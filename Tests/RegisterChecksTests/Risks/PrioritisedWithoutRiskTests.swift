import RegisterChecks
import RegisterModel
import Testing

@Suite("RSK-013")
struct PrioritisedWithoutRiskTests {
  static func found(
    _ needs: String = "", mtpd: String? = "P1D", risks: String = "",
    criteria: Criteria? = standardCriteria
  ) throws -> [String] {
    let targets = mtpd.map { "<targets mtpd=\"\($0)\"/>" } ?? ""
    return try places(
      PrioritisedWithoutRisk(),
      in: """
        <activity id="A-1" name="Triage">\(targets)\(needs)</activity>
        <asset id="S-1" name="Pump 1"><needs><on ref="S-3"/></needs></asset>
        <asset id="S-2" name="Pump 2"/><asset id="S-3" name="Power"/>
        \(risks)
        """, criteria: criteria)
  }

  static let both =
    "<needs><on ref=\"S-1\"/><on ref=\"S-2\"/><workaround act=\"PT1H\"/></needs>"
  static let either = "<needs atLeast=\"1\"><on ref=\"S-1\"/><on ref=\"S-2\"/></needs>"

  static func hit(_ id: String, status: String = "open", risk: String = "R-1") -> String {
    riskText(risk, status: status, "<hits ref=\"\(id)\"/>")
  }

  @Test("A prioritised activity that no risk hits is found; a risk that hits it clears it")
  func activity() throws {
    #expect(try Self.found() == ["A-1 -"])
    #expect(try Self.found(risks: Self.hit("A-1")) == [])
  }

  @Test(
    "What it needs directly, and a single point behind that, is found too; a direct hit counts for the activity"
  )
  func assets() throws {
    #expect(try Self.found(Self.both) == ["A-1 -", "S-1 -", "S-2 -", "S-3 -"])
    #expect(try Self.found(Self.both, risks: Self.hit("S-1")) == ["S-2 -", "S-3 -"])
    let all = ["S-1", "S-2", "S-3"].map { Self.hit($0, risk: "R-\($0)") }.joined()
    #expect(try Self.found(Self.both, risks: all) == [])
  }

  @Test("What nobody can work around is not named here: without a risk it is an error of DEP-004")
  func unguarded() throws {
    let plain = Self.both.replacing("<workaround act=\"PT1H\"/>", with: "")
    #expect(try Self.found(plain) == ["A-1 -"])
  }

  @Test("A hit on what an asset needs in turn is not one on the asset")
  func indirect() throws {
    #expect(try Self.found(Self.both, risks: Self.hit("S-3")) == ["A-1 -", "S-1 -", "S-2 -"])
  }

  @Test(
    "Of members that stand in for each other one hit is enough; without any, the first is found")
  func spares() throws {
    #expect(try Self.found(Self.either, risks: Self.hit("S-2")) == [])
    #expect(try Self.found(Self.either) == ["A-1 -", "S-1 -"])
  }

  @Test("A joint hit counts; drafts and closed risks don't")
  func risks() throws {
    #expect(
      try Self.found(
        Self.both,
        risks: riskText(
          "R-1", "<jointHit probability=\"0.5\"><on ref=\"S-1\"/><on ref=\"S-2\"/></jointHit>"))
        == ["S-3 -"])
    #expect(try Self.found(risks: Self.hit("A-1", status: "draft")) == ["A-1 -"])
    #expect(try Self.found(risks: Self.hit("A-1", status: "closed")) == ["A-1 -"])
  }

  @Test(
    "Prioritised is an MTPD within the horizon; without a horizon, within the last band; else any",
    arguments: [("P14D", true, true), ("P15D", false, true), ("P31D", false, false)])
  func horizon(mtpd: String, withHorizon: Bool, withBands: Bool) throws {
    #expect(try Self.found(mtpd: mtpd) == (withHorizon ? ["A-1 -"] : []))
    #expect(
      try Self.found(mtpd: mtpd, criteria: criteria { $0.horizon = nil })
        == (withBands ? ["A-1 -"] : []))
    #expect(
      try Self.found(mtpd: mtpd, criteria: criteria { ($0.horizon, $0.bands) = (nil, []) })
        == ["A-1 -"])
    #expect(try Self.found(mtpd: mtpd, criteria: nil) == ["A-1 -"])
  }

  @Test("An activity whose MTPD nobody knows is not known to be prioritised")
  func unknown() throws { #expect(try Self.found(Self.both, mtpd: nil) == []) }

  @Test("The messages have the MTPD, and who needs an asset")
  func message() throws {
    let register = """
      <activity id="A-1" name="Triage"><targets mtpd="PT4H"/><needs><on ref="S-1"/><workaround act="PT1H"/></needs></activity>
      <activity id="A-2" name="Surgery"><targets mtpd="P1D"/><needs><on ref="S-1"/><workaround act="PT1H"/></needs></activity>
      <asset id="S-1" name="Pump"/>
      """
    #expect(
      try messages(PrioritisedWithoutRisk(), in: register + Self.hit("A-2"))
        == [
          "no risk is assessed for 'Triage', which must be back within 4 hours, nor for anything that it "
            + "needs directly",
          "no risk is assessed for 'Pump', which A-1 'Triage' and A-2 'Surgery' need",
        ])
  }
}
