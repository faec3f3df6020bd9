import RegisterModel
import RegisterXML
import TestSupport
import Testing

@Suite("Edits")
struct EditTests {
  private let two = """
    <party id="p-1" kind="person" name="Ada"/>
    <risk id="R-1" owner="p-1"><title>Flood</title></risk>
    <risk id="R-2"><title>Fire</title></risk>
    """

  private func failure(_ edits: [Edit], of text: String) throws -> [Finding] {
    let register = try register(text)
    do throws(EditFailure) {
      _ = try register.applying(edits)
      return []
    } catch { return error.findings }
  }

  @Test("An attribute is set, changed and left out")
  func attribute() throws {
    var register = try register(#"<risk id="R-1"><title>Flood</title></risk>"#)
    register = try register.applying(.text("R-1", "status", nil, "open"))
    #expect(register.risks[0].status == .open)
    register = try register.applying(.text("R-1", "status", "open", "treating"))
    #expect(register.risks[0].status == .treating)
    register = try register.applying(.text("R-1", "status", "treating", nil))
    #expect(register.risks[0].status == .draft)
  }

  @Test(
    "A risk's response in a word and its plan in words are two fields"
  )
  func responses() throws {
    let a = try register(#"<risk id="R-1"><title>Flood</title></risk>"#)
    let b = try register(
      #"<risk id="R-1" response="reduce"><title>Flood</title><plan><p>A dam.</p></plan></risk>"#
    )
    let wordOnly = try register(#"<risk id="R-1" response="share"><title>Flood</title></risk>"#)
    for (from, to) in [(a, b), (b, a), (a, wordOnly), (wordOnly, b), (b, wordOnly)] {
      #expect(lines(of: try from.applying(from.edits(to: to))) == lines(of: to))
    }
  }

  @Test("A field whose value is not what the edit expects is refused, by record and field")
  func staleValue() throws {
    let findings = try failure([.text("R-1", "title", "Drought", "Flood of 2026")], of: two)
    #expect(findings.map(\.rule) == ["STR-006"])
    #expect(findings.first?.entity == "R-1")
    #expect(findings.first?.field == "title")
    #expect(
      findings.first?.message == "the value is not what the change expects: 'Flood', not 'Drought'")
  }

  @Test("An order of a list that has another order by now is refused")
  func staleOrder() throws {
    let text = """
      <hazard id="h-1" name="Rain"/><hazard id="h-2" name="Thaw"/>
      <risk id="R-1"><hazard ref="h-1"/><hazard ref="h-2"/><title>Flood</title></risk>
      """
    let findings = try failure(
      [
        .set(
          FieldChange(
            entity: "R-1", field: FieldPath("hazard[]")!, from: .order(["h-2", "h-1"]),
            to: .order(["h-1", "h-2"])))
      ], of: text)
    #expect(findings.map(\.rule) == ["STR-006"])
  }

  @Test("A record that changed since its removal was decided is not removed")
  func staleRemoval() throws {
    let before = try register(two)
    let removal = Edit.remove(try #require(before.writtenRecord("R-2")).element)
    let after = try before.applying(.text("R-2", "title", "Fire", "Fire in the control room"))
    #expect(throws: EditFailure.self) { try after.applying(removal) }
    #expect(lines(of: try before.applying(removal)).contains("R-2") == false)
  }

  @Test("A record that is not there is named")
  func noSuchRecord() throws {
    let findings = try failure([.text("R-9", "title", "a", "b")], of: two)
    #expect(findings.map(\.message) == ["there is no record called 'R-9'"])
  }

  @Test("A field that is not there is named, with one that is meant")
  func noSuchField() throws {
    let findings = try failure([.text("R-1", "owneer", nil, "p-1")], of: two)
    #expect(findings.map(\.message) == ["there is no field 'owneer' here"])
    #expect(findings.first?.hint == "did you mean 'owner'?")
  }

  @Test("A record of a kind that there is none of is refused, not passed over")
  func noSuchKind() throws {
    for name in ["rysk", "title", "history", "score"] {
      let findings = try failure(
        [.add(WrittenElement(name, attributes: [.init("id", "N-1")]))], of: two)
      #expect(findings.isEmpty == false, "adding <\(name)>")
    }
  }

  @Test("A removal that leaves a reference dangling is refused, and the reference is named")
  func danglingReference() throws {
    let before = try register(two)
    let party = try #require(before.writtenRecord("p-1")).element
    let findings = try failure([.remove(party)], of: two)
    #expect(findings.map(\.rule) == ["STR-002"])
    #expect(findings.first?.entity == "R-1")
    #expect(findings.first?.field == "owner")
    #expect(findings.first?.message == "no party is called 'p-1'")
    let both = [Edit.remove(party), .text("R-1", "owner", "p-1", nil)]
    #expect(lines(of: try before.applying(both)).contains("p-1") == false)
  }

  @Test("A value of the wrong type is refused")
  func wrongType() throws {
    let findings = try failure([.text("R-1", "status", nil, "opened")], of: two)
    #expect(findings.count == 1)
    #expect(findings.first?.entity == "R-1")
  }

  @Test("A second record of one identifier is refused")
  func duplicate() throws {
    let findings = try failure(
      [
        .add(
          WrittenElement(
            "hazard", attributes: [.init("id", "R-1"), .init("name", "Rain")]))
      ], of: two)
    #expect(findings.map(\.rule) == ["STR-001"])
  }

  @Test("All that is wrong with edits is reported, not the first")
  func allFailures() throws {
    let findings = try failure(
      [
        .text("R-1", "title", "x", "y"), .text("R-9", "title", "a", "b"),
        .text("R-2", "status", nil, "opened"),
      ], of: two)
    #expect(findings.count == 3)
  }

  @Test("A removal from the middle of a list is taken back to where it was")
  func undoInTheMiddle() throws {
    let all = """
      <hazard id="h-1" name="Rain"/><hazard id="h-2" name="Thaw"/>
      <hazard id="h-3" name="Storm"/>
      """
    func risk(_ hazards: [String]) -> String {
      all + "<risk id=\"R-1\">" + hazards.map { "<hazard ref=\"\($0)\"/>" }.joined()
        + "<title>Flood</title></risk>"
    }
    let before = try register(risk(["h-3", "h-1", "h-2"]))
    let after = try register(risk(["h-3", "h-2"]))
    let edits = before.edits(to: after)
    let back = try before.applying(edits).applying(edits.reversed().map(\.inverse))
    #expect(lines(of: back) == lines(of: before))
  }

  @Test("A comment stays at the part that it stands before, whatever is put before that")
  func commentsMove() throws {
    let hazard = #"<hazard id="h-1" name="Rain"/>"#
    let without = try register(
      hazard
        + #"<risk id="R-1"><title>Flood</title><!-- seen twice --><event><p>Rain.</p></event></risk>"#
    )
    let with = try register(
      hazard
        + #"<risk id="R-1"><hazard ref="h-1"/><title>Flood</title><!-- seen twice --><event><p>Rain.</p></event></risk>"#
    )
    #expect(lines(of: try without.applying(without.edits(to: with))) == lines(of: with))
    #expect(lines(of: try with.applying(with.edits(to: without))) == lines(of: without))
  }

  @Test("Comments, foreign elements and what a later version added survive an edit beside them")
  func unknownSurvives() throws {
    let text = """
      <!-- the first risk --><risk id="R-1" mood="calm"><!-- in it --><title>Flood</title>
      <forecast by="owl"/><ext><x:note xmlns:x="urn:x">kept</x:note></ext></risk>
      """
    let edited = try register(text, version: "1.7").applying(.text("R-1", "status", nil, "open"))
    for kept in [
      "<!-- the first risk -->", "mood=\"calm\"", "<!-- in it -->", "<forecast by=\"owl\"/>",
      "<x:note xmlns:x=\"urn:x\">kept</x:note>",
    ] {
      #expect(lines(of: edited).contains(kept), "\(kept)")
    }
  }

  @Test("Comments before the parts that are no records survive an edit elsewhere")
  func commentsInTheHead() throws {
    let text = """
      <!-- the year -->
      <period from="2026-01-01" to="2026-12-31"/>
      <!-- by whom -->
      <approval on="2026-01-02"/>
      <!-- of the board --><criteria><!-- nature first --><category id="c-1" name="Nature"/></criteria>
      <risk id="R-1"><title>Flood</title></risk>
      <!-- to do --><note><p>More risks.</p></note>
      """
    let before = try register(text)
    #expect(lines(of: try before.applying([])) == lines(of: before))
  }

  @Test("An attribute of a later version is a field that edits can set")
  func laterAttribute() throws {
    let a = try register(#"<risk id="R-1" mood="calm"><title>Flood</title></risk>"#, version: "1.7")
    let b = try register(#"<risk id="R-1" mood="grim"><title>Flood</title></risk>"#, version: "1.7")
    #expect(lines(of: try a.applying(a.edits(to: b))) == lines(of: b))
  }

  @Test("Edits touch neither history nor revision nor signatures")
  func historyStays() throws {
    let before = try register(two).recording(
      [], at: Moment(secondsSince1970: 0)!, by: Line("Ada")!, because: nil)
    let after = try before.applying(.text("R-1", "title", "Flood", "High water"))
    #expect(after.history.count == 1)
    #expect(after.revision == before.revision)
  }
}
