import RegisterModel
import RegisterXML
import TestSupport
import Testing

@Suite("Places of findings")
struct PlacesTests {
  /// How a text is written as bytes.
  enum Spelling: String, CaseIterable, CustomTestStringConvertible {
    case utf8, utf8WithMark, crlf, utf16Little, utf16Big

    var testDescription: String { rawValue }

    func bytes(of text: String) -> [UInt8] {
      switch self {
      case .utf8: Array(text.utf8)
      case .utf8WithMark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case .crlf:
        Array(
          text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
            .utf8)
      case .utf16Little:
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      case .utf16Big:
        [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
      }
    }
  }

  /// Expects one finding of a rule at the place marked ①, in every spelling of the text.
  private func expect(
    _ rule: String, in marked: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = written(marked)
    let before = text.prefix { $0 != "①" }.split(separator: "\n", omittingEmptySubsequences: false)
    let plain = text.replacing("①", with: "")
    for spelling in Spelling.allCases {
      let source = RegisterSource(name: "plant.xml", bytes: spelling.bytes(of: plain))
      let findings = try source.read().findings
      #expect(
        findings.map(\.rule) == [rule], "\(spelling): \(findings)", sourceLocation: sourceLocation)
      let place = try #require(
        try source.places(of: findings).first ?? nil, "\(spelling)", sourceLocation: sourceLocation)
      #expect(
        [place.line, place.column] == [before.count, before.last!.count + 1],
        "\(spelling): line \(place.line), column \(place.column)", sourceLocation: sourceLocation)
      #expect(place.indent == place.column - 1, "\(spelling)", sourceLocation: sourceLocation)
      let line = plain.split(separator: "\n", omittingEmptySubsequences: false)[before.count - 1]
      #expect(
        place.text.trimmingTrailingBlanks == String(line).trimmingTrailingBlanks, "\(spelling)",
        sourceLocation: sourceLocation)
    }
  }

  @Test("An attribute that there is none of, at its name or value on its own line")
  func unknownAttribute() throws {
    try expect("XML-011", in: #"<risk id="R-1" colour="①red"><title>Flood</title></risk>"#)
  }

  @Test("An element that there is none of, at its tag")
  func unknownElement() throws {
    try expect("XML-010", in: #"<risk id="R-1"><title>Flood</title>①<colour/></risk>"#)
  }

  @Test("A value of the wrong type, where the value starts")
  func mistyped() throws {
    try expect("XML-015", in: #"<risk id="R-1" reviewed="①yesterday"><title>Flood</title></risk>"#)
  }

  @Test(
    "A value behind characters of two, three and four bytes, in characters from the start of the line"
  )
  func behindLongCharacters() throws {
    try expect(
      "XML-015",
      in:
        #"<hazard id="h-1" name="Überlauf 試験 🧯"/><risk id="R-1" reviewed="①x"><title>F</title></risk>"#
    )
  }

  @Test("A value behind an attribute with entities in it")
  func behindEntities() throws {
    try expect(
      "XML-015",
      in:
        #"<criteria><category id="c-1" name="A &amp; B &#65;&quot;"/></criteria><risk id="R-1" reviewed="①x"><title>A &lt; B &amp; C</title></risk>"#
    )
  }

  @Test("A value behind an entity in the same tag")
  func behindEntityInTag() throws {
    try expect(
      "XML-015", in: #"<party id="p-1" name="a &amp; b" kind="①persona"/>"#)
  }

  @Test("A reference to nothing, found by reading the record again")
  func danglingReference() throws {
    try expect("STR-002", in: #"<risk id="R-1" owner="①p-9"><title>Flood</title></risk>"#)
  }

  @Test("A reference to nothing, deep in a record on many lines, behind an entity")
  func danglingReferenceDeep() throws {
    try expect(
      "STR-002",
      in: """
        <hazard id="h-1" name="Rain &amp; Schnee ❄️"/>
        <!-- über -->
        <risk id="R-1"
          status="open">
          <hazard ref="h-1"/>
          <title>Flood &amp; fire</title>
          <control effectiveness="0.5"
            ref="①C-9"/>
        </risk>
        """)
  }

  @Test("An identifier that is there already, at the second of them")
  func duplicate() throws {
    try expect(
      "STR-001",
      in: """
        <risk id="R-1"><title>Flood</title></risk>
        <risk id="①R-1"><title>Fire</title></risk>
        """)
  }

  @Test("An identifier that is there already, at the second of records that are not in order")
  func duplicateOutOfOrder() throws {
    try expect(
      "STR-001",
      in: """
        <risk id="R-2"><title>Flood</title></risk>
        <risk id="R-1"><title>Fire</title></risk>
        <risk id="①R-2"><title>Storm</title></risk>
        """)
  }

  @Test("A level above its scale, at the rank")
  func levelAboveScale() throws {
    try expect(
      "XML-020",
      in: """
        <criteria><likelihood><level name="Rare"/><level name="Often"/></likelihood></criteria>
        <risk id="R-1"><title>Flood</title>
          <score stage="current" likelihood="①3"/>
        </risk>
        """)
  }

  @Test("A level above the scale of its impact category, at the rank")
  func impactAboveScale() throws {
    try expect(
      "XML-020",
      in: """
        <criteria><impact category="money"><level name="Low"/></impact></criteria>
        <risk id="R-1"><title>Flood</title><score stage="target"><impact category="money" level="①2"/></score></risk>
        """)
  }

  @Test("A row of the matrix that is too short, at the row")
  func matrixRow() throws {
    try expect(
      "XML-021",
      in: """
        <criteria><likelihood><level name="Rare"/><level name="Often"/></likelihood>
        <impact category="money"><level name="Low"/><level name="High"/></impact>
        <matrix><rating name="Low"/><rating name="High"/>
        <row>1 2</row>
        ①<row>2</row></matrix></criteria>
        """)
  }

  @Test("A required attribute that is left out, at its element")
  func leftOut() throws {
    try expect("XML-014", in: #"①<risk><title>Flood</title></risk>"#)
  }

  @Test("A text that is not of its type, at the text or its element")
  func mistypedText() throws {
    try expect("XML-015", in: #"<criteria>①<bands>PT4H soon</bands></criteria>"#)
  }

  @Test("Findings are placed one for one, in the order they are asked for")
  func many() throws {
    let source = RegisterSource(
      name: "plant.xml",
      bytes: Array(
        written(
          """
          <risk id="R-1" owner="p-1" delegate="p-2"><title>Flood</title></risk>
          <risk id="R-2" reviewed="x"><title>Fire</title><threatens ref="o-1"/></risk>
          """
        ).utf8))
    let findings = try source.read().findings
    let places = try source.places(of: findings.reversed())
    let lines = zip(findings.reversed(), places).map {
      "\($0.0.rule) \($0.1!.line):\($0.1!.column)"
    }
    #expect(Set(lines) == ["STR-002 3:23", "STR-002 3:38", "XML-015 4:26", "STR-002 4:64"])
  }

  @Test("A finding of the history is placed at its entry")
  func history() throws {
    let recorded = try register("").recording(
      [], at: Moment(secondsSince1970: 0)!, by: Line("Ada")!, because: nil)
    let text = RegisterWriter.text(of: recorded).replacing("Waterworks", with: "Works")
    let source = RegisterSource(name: "plant.xml", bytes: Array(text.utf8))
    let read = try source.read()
    let findings = read.placing(try #require(read.register).historyFindings())
    #expect(findings.map(\.rule) == ["STR-004"])
    let place = try source.places(of: findings)[0]
    #expect(place?.line == 4)
  }

  @Test(
    "A finding made after reading is placed at its record and field; where the field isn't there, at what is around it",
    arguments: [
      ("R-2", "owner", "①<risk id=\"R-2\">"), ("R-2", nil, "①<risk id=\"R-2\">"),
      ("R-2", "score[current]/likelihood", "likelihood=\"①3\""),
      ("R-2", "score[current]/on", "①<score stage=\"current\""),
      ("R-2", "score[current]/impact[money]", "①<score stage=\"current\""),
      ("R-2", "score[target]/due", "①<risk id=\"R-2\">"),
      (nil, "criteria/appetite[]/tolerance", "tolerance=\"①1\""),
      (nil, "criteria/appetite[safety]/rating", "①<criteria>"),
      (nil, "criteria/reviewed", "①<criteria>"), (nil, "scopeStatement", nil), (nil, nil, nil),
      ("R-9", "owner", nil),
    ] as [(String?, String?, String?)])
  func placed(entity: String?, field: String?, marked: String?) throws {
    let text = written(
      """
      <criteria>
          <impact category="safety"><level name="Low"/></impact>
          <matrix><rating name="Low"/><row>1</row></matrix><appetite rating="1" tolerance="1"/>
        </criteria>
        <risk id="R-1"><title>Flood</title></risk>
        <risk id="R-2"><title>Fire</title>
          <score stage="current" likelihood="3"/></risk>
      """)
    let source = RegisterSource(name: "plant.xml", bytes: Array(text.utf8))
    let read = try source.read()
    try #require(read.register != nil, "\(read.findings)")
    let finding = Finding(rule: "RSK-001", entity: entity, field: field, message: "m")
    let place = try source.places(of: read.placing([finding]))[0]
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = marked.flatMap { marked -> [Int]? in
      let plain = marked.replacing("①", with: "")
      let before = marked.prefix { $0 != "①" }.count
      for (index, line) in lines.enumerated() {
        if let range = line.firstRange(of: plain) {
          return [
            index + 1, line.distance(from: line.startIndex, to: range.lowerBound) + before + 1,
          ]
        }
      }
      return nil
    }
    #expect(place.map { [$0.line, $0.column] } == wanted)
    #expect((wanted == nil) == (marked == nil))
  }

  @Test("Thousands of places in one record on one line are each found where they are")
  func crowd() throws {
    let count = 5000
    let risks = (1...count).map { "<risk id=\"R-\($0)\"><title>Größe</title></risk>" }.joined()
    let treats = (1...count).map { "<treats ref=\"R-\($0)\" likelihood=\"1\"/>" }.joined()
    let text = written(
      """
      <criteria><likelihood><level name="Ä"/></likelihood></criteria>
        \(risks)<treatment id="T-1" name="Ü">\(treats)</treatment>
      """)
    let source = RegisterSource(name: "plant.xml", bytes: Array(text.utf8))
    let read = try source.read()
    try #require(read.register != nil, "\(read.findings)")
    let findings = (1...count).map {
      Finding(
        rule: "TRT-007", entity: "T-1", field: "treats[R-\($0)]/likelihood", message: "m")
    }
    let places = try source.places(of: read.placing(findings))
    let line = try #require(text.split(separator: "\n").first { $0.contains("<treatment") })
    var rest = line[...]
    for (number, place) in zip(1...count, places) {
      let found = try #require(rest.firstRange(of: "likelihood=\"")).upperBound
      #expect(place?.line == 4, "\(number)")
      rest = line[found...]
      if number % 1000 == 1 {
        #expect(place?.column == line.distance(from: line.startIndex, to: found) + 1)
      }
    }
  }

  @Test("A long line is shown around the place")
  func longLine() throws {
    let title = String(repeating: "word ", count: 100)
    let source = RegisterSource(
      name: "plant.xml",
      bytes: Array(
        written(
          "<hazard id=\"h-1\" name=\"\(title)\"/><risk id=\"R-1\" reviewed=\"x\"><title>F</title></risk>"
        )
        .utf8))
    let place = try #require(try source.places(of: try source.read().findings)[0])
    #expect(place.column > 500)
    #expect(place.text.dropFirst(place.indent).hasPrefix("x\"><title>F"))
    #expect(place.text.count <= 200)
  }
}

extension String {
  fileprivate var trimmingTrailingBlanks: String {
    var copy = self
    while copy.last == " " { copy.removeLast() }
    return copy
  }
}
