import RegisterChecks
import RegisterModel
import Testing

private let day = "<targets mtpd=\"P1D\" rto=\"PT8H\" own=\"PT0S\"/>"

@Suite("DEP-001")
struct ActivityWithoutNeedsTests {
  @Test("A prioritised activity without needs is found; any need clears it")
  func fires() throws {
    #expect(
      try impactMessages(ActivityWithoutNeeds(), activityText(day))
        == ["A: nobody has said what 'Triage' needs"])
    #expect(
      try impactMessages(
        ActivityWithoutNeeds(),
        activityText(day + "<needs><on ref=\"S\"/></needs>") + "<asset id=\"S\" name=\"Hall\"/>")
        == [])
    #expect(
      try impactMessages(ActivityWithoutNeeds(), activityText("<targets mtpd=\"P9D\"/>")) == [])
  }
}

@Suite("DEP-003")
struct NeedCycleTests {
  static func found(_ last: String) throws -> [String] {
    try impactMessages(
      NeedCycle(),
      """
      \(activityText(day + "<needs><on ref=\"S\"/></needs>"))
      <asset id="S" name="Storage"><needs><on ref="T"/></needs></asset>
      <asset id="T" name="Directory">\(last)</asset>
      """)
  }

  @Test("A circle is named all around, once; taking one need out clears it")
  func fires() throws {
    #expect(
      try Self.found("<needs><on ref=\"S\"/></needs>") == [
        "S: 'Storage' needs T 'Directory', which needs S, so nobody can say which is back first"
      ])
    #expect(try Self.found("") == [])
  }

  @Test("What needs itself is a circle; what lies in it beside is counted")
  func others() throws {
    #expect(
      try Self.found("<needs><on ref=\"T\"/></needs>") == [
        "T: 'Directory' needs T, so nobody can say which is back first"
      ])
    #expect(
      try Self.found("<needs><on ref=\"S\"/><on ref=\"A\"/></needs>") == [
        "A: 'Triage' needs S 'Storage', which needs T 'Directory', which needs A, so nobody can say which is "
          + "back first"
      ])
  }
}

@Suite("DEP-006")
struct CommonCauseUnstatedTests {
  static func found(
    _ cause: String = "", atLeast: String = "atLeast=\"1\"", s: String = "", t: String = ""
  ) throws -> [String] {
    try impactMessages(
      CommonCauseUnstated(),
      """
      <party id="o" name="Maker" kind="organisation"/>
      \(activityText(day + "<needs \(atLeast)><on ref=\"S\"/><on ref=\"T\"/>\(cause)</needs>"))
      <asset id="S" name="Scanner 1" \(s)</asset><asset id="T" name="Scanner 2" \(t)</asset>
      <asset id="X" name="Chiller"/><asset id="W" name="East wing" kind="premises"/>
      <asset id="Y" name="Power"/><asset id="Z" name="Water"/>
      """)
  }

  @Test("One of two without a statement is found; a statement or a beta clears it")
  func fires() throws {
    let message =
      "A: 'Triage' counts on 1 of S and T, and nobody has said what could take them out together"
    #expect(try Self.found(s: ">", t: ">") == [message])
    #expect(try Self.found("<commonCause/>", s: ">", t: ">") == [message])
    #expect(try Self.found("<commonCause beta=\"0.1\"/>", s: ">", t: ">") == [])
    #expect(
      try Self.found(
        "<commonCause><statement><p>Two wings.</p></statement></commonCause>", s: ">", t: ">") == []
    )
    #expect(try Self.found(atLeast: "", s: ">", t: ">") == [])
  }

  @Test("What they share is named: what both hang on, site, supplier")
  func shared() throws {
    let asset = "site=\"W\" supplier=\"o\"><needs><on ref=\"X\"/></needs>"
    #expect(
      try Self.found(s: asset, t: asset) == [
        "A: 'Triage' counts on 1 of S and T, and nobody has said what could take them out together; too many of "
          + "them to lose hang on X 'Chiller', stand in W and come from o"
      ])
    #expect(try Self.found(s: asset, t: ">").first?.contains("too many") == false)
    let many =
      "><needs>" + ["X", "W", "Y", "Z"].map { "<on ref=\"\($0)\"/>" }.joined() + "</needs>"
    #expect(try Self.found(s: many, t: many).first?.hasSuffix(" and others") == true)
  }
}

@Suite("REC-006")
struct WorkaroundTooShortTests {
  static func found(lasts: String) throws -> [String] {
    try impactMessages(
      WorkaroundTooShort(),
      activityText(
        day + "<needs><on ref=\"S\"/><workaround act=\"PT1H\" lasts=\"\(lasts)\"/></needs>")
        + "<asset id=\"S\" name=\"Record\"><targets own=\"PT6H\"/></asset>")
  }

  @Test("One that ends before recovery is found, with the time between; lasting as long clears it")
  func fires() throws {
    #expect(
      try Self.found(lasts: "PT2H") == [
        "A: the workaround of 'Triage' for S 'Record' runs out after 3 hours, 3 hours too early: what it stands in "
          + "for is not back before 6 hours"
      ])
    #expect(try Self.found(lasts: "PT5H") == [])
  }
}
