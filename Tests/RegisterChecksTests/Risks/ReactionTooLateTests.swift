import RegisterChecks
import Testing

@Suite("RSK-018")
struct ReactionTooLateTests {
  static func found(
    lead: String? = "PT1H", mtpd: String? = "PT4H",
    planned: String = "detect=\"PT1H\" assess=\"PT1H\" authorise=\"PT2H\" notify=\"PT2H\"",
    link: String = "<activates protocol=\"P-1\"/>", status: String = "open", records: String = ""
  ) throws -> [String] {
    try messages(
      ReactionTooLate(),
      in: """
        <hazard id="h-1" name="Flood" onsetLead="PT1H"/><hazard id="h-2" name="Rain"/>
        <activity id="A-1" name="Triage">\(mtpd.map { "<targets mtpd=\"\($0)\"/>" } ?? "")</activity>
        <risk id="R-1" status="\(status)" \(lead.map { "onsetLead=\"\($0)\"" } ?? "")><hazard ref="h-1"/>
          <title>It floods the hall</title><hits ref="A-1"/>\(link)</risk>
        <protocol id="P-1" name="Evacuate"><planned \(planned)/></protocol>
        \(records)
        """)
  }

  @Test("Six hours of reaction against an hour of warning and four of MTPD: at least one too late")
  func fires() throws {
    #expect(
      try Self.found() == [
        "the reaction to 'It floods the hall' comes at least 1 hour too late for A-1 'Triage': warning 1 hour "
          + "and MTPD 4 hours, against detect 1 hour, assess 1 hour, authorise 2 hours and notify 2 hours by "
          + "P-1; recover not known"
      ])
  }

  @Test("In time to the second is in time; a shorter step or a longer MTPD clears it")
  func inTime() throws {
    #expect(
      try Self.found(planned: "detect=\"PT1H\" assess=\"PT1H\" authorise=\"PT2H\" notify=\"PT1H\"")
        == [])
    #expect(
      try Self.found(
        planned: "detect=\"PT1H\" assess=\"PT1H\" authorise=\"PT2H\" notify=\"PT1H1S\""
      ).count
        == 1)
    #expect(try Self.found(mtpd: "PT5H") == [])
    #expect(try Self.found(lead: "PT2H") == [])
  }

  @Test("Where the risk states no warning, its hazard's counts")
  func hazardLead() throws { #expect(try Self.found(lead: nil).count == 1) }

  @Test("Of several protocols, the one that leaves most time counts")
  func protocols() throws {
    #expect(
      try Self.found(
        records: """
          <protocol id="P-2" name="Close gates"><covers ref="R-1"/><planned detect="PT5M"/></protocol>
          """) == [])
  }

  @Test("Nothing is claimed where MTPD or protocol is unknown, nor of drafts and closed risks")
  func unknown() throws {
    #expect(try Self.found(mtpd: nil) == [])
    #expect(try Self.found(link: "") == [])
    #expect(try Self.found(planned: "") == [])
    #expect(try Self.found(status: "draft") == [])
    #expect(try Self.found(status: "closed") == [])
  }
}
