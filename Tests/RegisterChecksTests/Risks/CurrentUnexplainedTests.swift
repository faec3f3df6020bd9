import RegisterChecks
import RegisterModel
import Testing

@Suite("RSK-012")
struct CurrentUnexplainedTests {
  static let strong = """
    <control id="C-1" name="Gate" kind="preventive" effectiveness="0.95" reliability="0.99"/>
    """
  static let weak = """
    <control id="C-1" name="Gate" kind="preventive" effectiveness="0.3" reliability="0.5"/>
    """
  static let silent = "<control id=\"C-1\" name=\"Gate\" kind=\"preventive\"/>"
  static let use = "<control ref=\"C-1\"/>"

  static func found(
    _ control: String, _ use: String = use, inherent: Int? = 4, current: Int = 2,
    impacts: (Int, Int) = (3, 3), records: String = "", status: String = "open",
    criteria: Criteria? = standardCriteria
  ) throws -> [Finding] {
    let inherent =
      inherent.map { scoreText("inherent", likelihood: $0, ["money": impacts.0]) } ?? ""
    let current = scoreText(likelihood: current, ["money": impacts.1])
    return try findings(
      CurrentUnexplained(),
      in: control + riskText("R-1", status: status, inherent + current + use) + records,
      criteria: criteria)
  }

  @Test("A likelihood below what the controls leave is found; a level that they explain is not")
  func likelihood() throws {
    let found = try Self.found(Self.weak)
    #expect(found.map(\.field) == ["score[current]/likelihood"])
    #expect(found.map(\.nature) == [.wrong])
    #expect(
      found.map(\.message) == [
        "'It burns down at night' is judged milder than its controls explain: likelihood 2 Unlikely, "
          + "explained down to 3 Possible (they leave 85 % of the inherent frequency)"
      ])
    #expect(try Self.found(Self.strong).isEmpty)
    #expect(try Self.found(Self.weak, current: 3).isEmpty)
  }

  @Test("An impact below what the controls leave is found at its level")
  func impact() throws {
    #expect(
      try Self.found(Self.strong, impacts: (3, 2)).map(\.field)
        == ["score[current]/impact[money]/level"])
    #expect(
      try Self.found(
        "<control id=\"C-1\" name=\"Hall\" kind=\"corrective\" lowers=\"severity\" effectiveness=\"0.95\" "
          + "reliability=\"1\"/>", current: 4, impacts: (3, 2)
      ).isEmpty)
  }

  @Test("Nothing is claimed of impacts that a control may shorten")
  func duration() throws {
    #expect(
      try Self.found(
        "<control id=\"C-1\" name=\"Spare\" kind=\"corrective\" lowers=\"duration\"/>", current: 4,
        impacts: (3, 1)
      ).isEmpty)
  }

  @Test("A control without figures that could explain it is asked for them")
  func silentControl() throws {
    let found = try Self.found(Self.silent)
    #expect(found.map(\.nature) == [.missing])
    #expect(found.first?.message.hasSuffix("; C-1 counts for nothing without figures") == true)
    #expect(try Self.found(Self.silent, impacts: (3, 2), status: "closed").isEmpty)
  }

  @Test("Without any control, nothing explains it")
  func noControl() throws {
    let found = try Self.found("", "")
    #expect(found.map(\.nature) == [.missing])
    #expect(found.first?.message.hasSuffix("; no control of it lowers the frequency") == true)
    let both = try Self.found("", "", impacts: (3, 2))
    #expect(
      both.first?.message.hasSuffix("; no control of it lowers the frequency or severity") == true)
  }

  @Test(
    "A treatment that is done and brought no control may have changed it; other treatments may not",
    arguments: [
      ("status=\"done\" option=\"avoid\"", "", 0), ("status=\"done\"", "", 0),
      ("status=\"approved\"", "", 1), ("status=\"cancelled\"", "", 1),
      ("status=\"done\" option=\"retain\"", "", 1),
      ("status=\"done\"", "<introduces ref=\"C-1\"/>", 1),
    ])
  func treatment(attributes: String, introduces: String, count: Int) throws {
    let treatment = """
      <treatment id="T-1" name="Move it" \(attributes)><treats ref="R-1"/>\(introduces)</treatment>
      """
    #expect(try Self.found(Self.weak, records: treatment).count == count)
  }

  @Test("Without an inherent score, without intervals, or not asked: nothing is claimed")
  func unknown() throws {
    #expect(try Self.found(Self.weak, inherent: nil).isEmpty)
    let withoutIntervals = criteria { criteria in
      let names = (criteria.likelihood?.levels ?? []).map(\.name)
      criteria.likelihood?.levels = names.map { LikelihoodLevel(name: $0) }
    }
    #expect(try Self.found(Self.weak, criteria: withoutIntervals).isEmpty)
    #expect(try Self.found(Self.weak, status: "draft").isEmpty)
  }
}
