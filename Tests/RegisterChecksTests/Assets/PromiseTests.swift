import RegisterChecks
import RegisterModel
import Testing

@Suite("DEP-002")
struct PromiseLateTests {
  static func found(rto: String, owners: Bool = true, workaround: String = "") throws -> [String] {
    try impactMessages(
      PromiseLate(),
      """
      <party id="r-ed" name="Emergency" kind="role"/><party id="r-it" name="IT" kind="role"/>
      \(activityText(
        "<targets rto=\"PT1H\" own=\"PT10M\"/><needs mode=\"start\"><on ref=\"S\"/>\(workaround)</needs>",
        attributes: owners ? "owner=\"r-ed\"" : ""))
      <asset id="S" name="Record" \(owners ? "owner=\"r-it\"" : "")><targets rto="\(rto)"/>
        <needs><on ref="T"/></needs></asset>
      <asset id="T" name="Database"><targets rto="PT50M"/></asset>
      """)
  }

  @Test("A promise of eight hours against a need in 50 minutes names both owners")
  func fires() throws {
    #expect(
      try Self.found(rto: "PT8H") == [
        "S: r-it 'IT' promises S 'Record' back within 8 h, but r-ed 'Emergency' needs it within 50 min for A 'Triage'"
      ])
    #expect(
      try Self.found(rto: "PT8H", owners: false) == [
        "S: nobody in particular promises S 'Record' back within 8 h, but somebody needs it within 50 min for "
          + "A 'Triage'"
      ])
  }

  @Test("Promising it in time, or a workaround that lasts until then, clears it")
  func clears() throws {
    #expect(try Self.found(rto: "PT50M") == [])
    #expect(
      try Self.found(rto: "PT8H", workaround: "<workaround act=\"PT5M\" lasts=\"PT8H\"/>") == [])
  }

  @Test("Further down the activity is named for which it is needed")
  func origin() throws {
    #expect(
      try impactMessages(
        PromiseLate(),
        """
        \(activityText("<targets rto=\"PT1H\"/><needs><on ref=\"S\"/></needs>"))
        <asset id="S" name="Record"><needs><on ref="T"/></needs></asset>
        <asset id="T" name="Database"><targets rto="PT2H"/></asset>
        """) == [
          "T: nobody in particular promises T 'Database' back within 2 h, but somebody needs it within 1 h for "
            + "S 'Record', by the objective of A 'Triage'"
        ])
  }
}

@Suite("DEP-005")
struct SupplierPromiseTests {
  static func found(
    _ contract: String, attributes: String = "supplier=\"o\"", mtpd: String = "P1D",
    workaround: String = ""
  ) throws -> [String] {
    try impactMessages(
      SupplierPromise(),
      """
      <party id="o" name="Gas works" kind="organisation"/>
      \(activityText("<targets mtpd=\"\(mtpd)\" rto=\"PT4H\"/><needs><on ref=\"S\"/>\(workaround)</needs>"))
      <asset id="S" name="Oxygen" \(attributes)>\(contract)</asset>
      """)
  }

  @Test("A supplier that owes nothing is found; a contract in time clears it")
  func fires() throws {
    let message = "S: o 'Gas works' owes no recovery time for 'Oxygen'"
    #expect(try Self.found("") == [message])
    #expect(try Self.found("<contract reference=\"C\"/>") == [message])
    #expect(try Self.found("<contract recovery=\"PT4H\"/>") == [])
    #expect(
      try Self.found("", attributes: "kind=\"supplier\"")
        == ["S: the supplier owes no recovery time for 'Oxygen'"])
  }

  @Test("A contract holds on its last day, and not on the day after")
  func ended() throws {
    #expect(try Self.found("<contract recovery=\"PT4H\" until=\"2026-11-24\"/>") == [])
    #expect(
      try Self.found("<contract recovery=\"PT4H\" until=\"2026-11-23\"/>") == [
        "S: o 'Gas works' owes no recovery time for 'Oxygen' since the contract ended on 2026-11-23"
      ])
  }

  @Test("What is owed later than it is needed is found; a workaround until then clears it")
  func late() throws {
    #expect(
      try Self.found("<contract recovery=\"PT8H\"/>") == [
        "S: o 'Gas works' owes 'Oxygen' within 8 hours, and A 'Triage' needs it within 4 hours"
      ])
    #expect(
      try Self.found(
        "<contract recovery=\"PT8H\"/>", workaround: "<workaround act=\"PT1H\" lasts=\"PT7H\"/>")
        == [])
  }

  @Test("What comes from nobody, or is needed by nothing urgent, is not asked")
  func notAsked() throws {
    #expect(try Self.found("", attributes: "") == [])
    #expect(try Self.found("", mtpd: "P9D") == [])
  }

  @Test("A spare that comes later than the first is no fault of its supplier")
  func spare() throws {
    #expect(
      try impactMessages(
        SupplierPromise(),
        """
        <party id="o" name="Gas works" kind="organisation"/>
        \(activityText("<targets mtpd=\"P1D\" rto=\"PT4H\"/><needs atLeast=\"1\"><on ref=\"S\"/><on ref=\"T\"/></needs>"))
        <asset id="S" name="Tank"><targets own="PT1H"/></asset>
        <asset id="T" name="Lorry" supplier="o"><contract recovery="P2D"/></asset>
        """) == [])
  }
}
