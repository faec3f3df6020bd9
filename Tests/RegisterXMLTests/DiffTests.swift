import RegisterModel
import RegisterXML
import TestSupport
import Testing

@Suite("What changed between two registers")
struct DiffTests {
  private func edits(_ a: String, _ b: String, version: String = "1.0") throws -> [String] {
    try register(a, version: version).edits(to: try register(b, version: version)).map(\.brief)
  }

  private let criteria = """
    <criteria><likelihood><level name="Rare"/><level name="Often"/><level name="Always"/></likelihood>
    <impact category="money"><level name="Low"/><level name="High"/></impact></criteria>
    """

  @Test("A score is compared level by level")
  func score() throws {
    func risk(_ likelihood: Int, _ impact: Int) -> String {
      criteria + """
        <risk id="R-1"><title>Flood</title><score stage="current" likelihood="\(likelihood)">\
        <impact category="money" level="\(impact)"/></score></risk>
        """
    }
    #expect(
      try edits(risk(3, 1), risk(2, 2)) == [
        "R-1 score[current]/likelihood '3' → '2'",
        "R-1 score[current]/impact[money]/level '1' → '2'",
      ])
  }

  @Test("Layout, order of attributes and order of records are no change")
  func layout() throws {
    let a = """
      <risk id="R-1" status="open" category="c-1"><title>A long title</title></risk><risk id="R-2"><title>Fire</title></risk>
      """
    let b = """
      <risk id='R-2'><title>Fire</title></risk>
      <risk category="c-1" id="R-1"   status="open"><title>A
        long   title</title></risk>
      """
    let taxonomy = #"<criteria><category id="c-1" name="Nature"/></criteria>"#
    #expect(try edits(taxonomy + a, taxonomy + b) == [])
  }

  @Test("A standard value that is written is no change")
  func standardValue() throws {
    #expect(
      try edits(
        #"<risk id="R-1"><title>F</title></risk>"#,
        #"<risk id="R-1" status="draft"><title>F</title></risk>"#) == [])
  }

  @Test("An ampersand in an attribute is one character, written and read again")
  func ampersand() throws {
    let a = try register(#"<hazard id="h-1" name="Wind &amp; weather"/>"#)
    let b = try #require(RegisterReader.read(RegisterWriter.text(of: a)).register)
    #expect(a.hazards[0].name.text == "Wind & weather")
    #expect(a.edits(to: b).isEmpty)
  }

  @Test("Records are added and removed whole")
  func records() throws {
    #expect(
      try edits(
        #"<risk id="R-1"><title>Flood</title></risk>"#,
        #"<risk id="R-2"><title>Fire</title></risk>"#)
        == ["- risk id='R-1' “title “Flood””", "+ risk id='R-2' “title “Fire””"])
  }

  @Test("An identifier that moves to another kind of record is one removed and one added")
  func otherKind() throws {
    let a = try register(#"<risk id="N-1"><title>Flood</title></risk>"#)
    let b = try register(#"<hazard id="N-1" name="Flood"/>"#)
    #expect(lines(of: try a.applying(a.edits(to: b))) == lines(of: b))
    #expect(lines(of: try b.applying(b.edits(to: a))) == lines(of: a))
  }

  @Test(
    "Elements of a keyed list are told apart by their key, and their order is a change of its own")
  func keyedList() throws {
    func risk(_ refs: String...) -> String {
      #"<hazard id="h-1" name="A"/><hazard id="h-2" name="B"/><hazard id="h-3" name="C"/>"#
        + "<risk id=\"R-1\">" + refs.map { "<hazard ref=\"\($0)\"/>" }.joined()
        + "<title>Flood</title></risk>"
    }
    #expect(
      try edits(risk("h-1", "h-2"), risk("h-1", "h-3")) == [
        "R-1 hazard[h-2] hazard ref='h-2' → none", "R-1 hazard[h-3] none → hazard ref='h-3'",
      ])
    #expect(
      try edits(risk("h-1", "h-2"), risk("h-2", "h-1")) == ["R-1 hazard[] h-1, h-2 → h-2, h-1"])
  }

  @Test("The register's own title and attributes are fields without a record")
  func head() throws {
    let a = try register("")
    let text = written("").replacing("Waterworks", with: "Water").replacing("EUR", with: "USD")
    let b = try #require(RegisterReader.read(text).register)
    #expect(
      a.edits(to: b).map(\.brief)
        == ["register currency 'EUR' → 'USD'", "register title 'Waterworks' → 'Water'"])
  }

  @Test("History, revision and signatures are no change")
  func noContent() throws {
    let a = try register(#"<risk id="R-1"><title>F</title></risk>"#)
    let b = a.recording([], at: Moment(secondsSince1970: 0)!, by: Line("Ada")!, because: nil)
    #expect(a.edits(to: b).isEmpty)
  }

  @Test("A comment after the last record is a change, and edits make it")
  func commentAtTheEnd() throws {
    let a = try register(#"<risk id="R-1"><title>F</title></risk>"#)
    let b = try register(#"<risk id="R-1"><title>F</title></risk><!-- to be continued -->"#)
    #expect(a.edits(to: b).isEmpty == false)
    #expect(lines(of: try a.applying(a.edits(to: b))) == lines(of: b))
  }

  @Test("A family of records that a later version added is a change, and edits make it")
  func laterFamily() throws {
    let a = try register("", version: "1.7")
    let b = try register(#"<omen id="O-1"/>"#, version: "1.7")
    #expect(a.edits(to: b).isEmpty == false)
    #expect(lines(of: try a.applying(a.edits(to: b))) == lines(of: b))
  }
}
