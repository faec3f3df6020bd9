import RegisterModel
import RegisterXML
import TestSupport
import Testing

@Suite("The history of a register")
struct HistoryTests {
  private let start = """
    <?xml version="1.0" encoding="UTF-8"?>
    <register xmlns="https://w3id.org/holdfast/register/1" schemaVersion="1.0" id="works" lang="en" currency="EUR">
      <title>Waterworks</title>
      <risk id="R-1">
        <title>Flood &amp; fire</title>
      </risk>
    </register>

    """

  /// The register with its titles set one after the other, each recorded.
  private func recorded(_ titles: [String], from text: String? = nil) throws -> Register {
    var register = try #require(RegisterReader.read(text ?? start).register)
    for (index, title) in titles.enumerated() {
      let edit = Edit.set(
        FieldChange(
          entity: nil, field: FieldPath("title")!, from: .text(register.title.text),
          to: .text(title)))
      register = try register.applying(edit).recording(
        [edit], at: Moment(secondsSince1970: 1_700_000_000 + Int64(index) * 60)!,
        by: Line("Ada")!, because: Line("reason \(index + 1)"))
    }
    return register
  }

  private func findings(in text: String) throws -> [Finding] {
    try #require(RegisterReader.read(text).register).historyFindings()
  }

  @Test("A register without a history has nothing wrong with it")
  func noHistory() throws {
    #expect(try findings(in: start).isEmpty)
  }

  @Test(
    "Each recording adds an entry with number, author, reason and edits, and counts the revision")
  func recording() throws {
    let register = try recorded(["First", "Second"])
    #expect(register.revision?.value == 2)
    #expect(register.history.map(\.number.value) == [1, 2])
    #expect(register.history.map(\.by.text) == ["Ada", "Ada"])
    #expect(register.history.map(\.because?.text) == ["reason 1", "reason 2"])
    let edit = try #require(register.history.last?.edits.first)
    #expect(edit.kind == .set)
    #expect(edit.ref == nil)
    #expect(edit.field?.text == "title")
    #expect(edit.from?.text == "First")
    #expect(edit.to?.text == "Second")
  }

  @Test("What was recorded and written reads back with nothing wrong")
  func chainHolds() throws {
    #expect(try findings(in: RegisterWriter.text(of: try recorded(["A", "B", "C"]))).isEmpty)
  }

  @Test("The content hash is the SHA-256 of the bytes before the first history entry's line")
  func contentHash() throws {
    let register = try recorded(["A", "Größe <2>"])
    let text = RegisterWriter.text(of: register)
    let end = try #require(text.range(of: "  <history ")).lowerBound
    #expect(
      register.history.last?.content.hexadecimal
        == SHA256Reference.hexadecimal(of: text[..<end].utf8))
  }

  @Test("An entry vouches for the one before by the SHA-256 of its lines")
  func previousHash() throws {
    let register = try recorded(["A", "B"])
    let text = RegisterWriter.text(of: register)
    let first = try #require(text.range(of: "  <history number=\"1\"")).lowerBound
    let second = try #require(text.range(of: "  <history number=\"2\"")).lowerBound
    #expect(
      register.history[1].previous?.hexadecimal
        == SHA256Reference.hexadecimal(of: text[first..<second].utf8))
  }

  @Test("The hash of a register is the SHA-256 of all its bytes")
  func registerHash() throws {
    let register = try recorded(["A"])
    let text = RegisterWriter.text(of: register)
    let hash = RegisterWriter.hash(of: register)
    #expect(hash.register.hexadecimal == SHA256Reference.hexadecimal(of: text.utf8))
    #expect(hash.byteCount == text.utf8.count)
  }

  @Test(
    "An entry that was changed is found by the entry after it",
    arguments: [
      ("because=\"reason 1\"", "because=\"another\""), ("by=\"Ada\"", "by=\"Eve\""),
      ("to=\"A\"", "to=\"Z\""),
    ])
  func changedEntry(_ old: String, _ new: String) throws {
    let text = RegisterWriter.text(of: try recorded(["A", "B", "C"]))
    let place = try #require(text.range(of: old))
    let findings = try findings(in: text.replacingCharacters(in: place, with: new))
    #expect(findings.map(\.rule) == ["STR-005"])
    #expect(findings.first?.severity == .error)
    #expect(findings.first?.message.contains("entry 1") == true)
  }

  @Test("An entry that was removed from the middle is found by the entry after it")
  func removedEntry() throws {
    let text = RegisterWriter.text(of: try recorded(["A", "B", "C"]))
    let findings = try findings(in: try removing(entry: 2, of: text))
    #expect(findings.map(\.rule) == ["STR-005"])
    #expect(findings.first?.field == "history[3]/previous")
  }

  @Test("A first entry that was removed is found, since the new first one has one before it")
  func removedBeginning() throws {
    let text = RegisterWriter.text(of: try recorded(["A", "B", "C"]))
    let findings = try findings(in: try removing(entry: 1, of: text))
    #expect(findings.map(\.rule) == ["STR-005"])
    #expect(findings.first?.message == "the beginning of the history was removed")
  }

  @Test("A last entry that was removed leaves content that no entry vouches for")
  func removedEnd() throws {
    let text = RegisterWriter.text(of: try recorded(["A", "B", "C"]))
    #expect(try findings(in: try removing(entry: 3, of: text)).map(\.rule) == ["STR-004"])
  }

  @Test("Content that was changed by hand is a warning, and no more than that")
  func changedContent() throws {
    let text = RegisterWriter.text(of: try recorded(["A"]))
    let place = try #require(text.range(of: "Flood"))
    let findings = try findings(in: text.replacingCharacters(in: place, with: "Drought"))
    #expect(findings.map(\.rule) == ["STR-004"])
    #expect(findings.first?.severity == .warning)
  }

  @Test("Another layout of the same content is no change")
  func anotherLayout() throws {
    let text = RegisterWriter.text(of: try recorded(["A", "B"]))
    let wide = text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n\t ")
    #expect(try findings(in: wide).isEmpty)
  }

  @Test(
    "Whatever was edited, what is recorded of it can be written, read and vouched for",
    arguments: EditMutator.Sort.allCases)
  func generatedEdits(_ sort: EditMutator.Sort) {
    expectAlways(sort, cases: 25) { tried in
      let edits = tried.left
      var before = tried.ours
      before.history = []
      let recorded = before.recording(
        edits, at: Moment(secondsSince1970: 1_700_000_000)!, by: Line("A & B")!, because: nil)
      let text = RegisterWriter.text(of: recorded)
      let read = RegisterReader.read(text)
      guard let again = read.register else { return "\(read.findings) in\n\(text)" }
      guard again.historyFindings().isEmpty else { return "\(again.historyFindings())" }
      guard RegisterWriter.text(of: again) == text else {
        return difference(text, RegisterWriter.text(of: again))
      }
      return again.history.last?.edits.count == edits.count ? nil : "not all edits are there"
    }
  }

  private func removing(entry number: Int, of text: String) throws -> String {
    let start = try #require(text.range(of: "  <history number=\"\(number)\"")).lowerBound
    let end = try #require(text[start...].range(of: "</history>\n")).upperBound
    return String(text[..<start] + text[end...])
  }
}

extension StringProtocol {
  /// The first place of a text in this one.
  func range(of text: String) -> Range<String.Index>? { ranges(of: text).first }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: text)
    return copy
  }
}
