import Foundation
import RegisterXML
import Testing

@Suite("What commands print for other programs")
struct OutputTests {
  private static let faulty = """
    <register xmlns="https://w3id.org/holdfast/register/1" schemaVersion="1.0" id="p" lang="en" currency="EUR">
      <title>"Quoted" \\ Größe 🌊</title>
      <risk id="R-1" owner="nobody"><title>Flood</title></risk>
    </register>
    """

  private func run(_ line: String, files: [String: String] = [:]) throws -> Executable.Outcome {
    try Executable.withFolder { folder in
      for (name, text) in files { try Data(text.utf8).write(to: folder.appending(name)) }
      return try Executable.run(shell: line, in: folder)
    }
  }

  @Test("The findings of check are JSON, with rule, record, field and place")
  func checkJSON() throws {
    let outcome = try run("holdfast check p.xml --json", files: ["p.xml": Self.faulty])
    #expect(outcome.code == 1)
    #expect(outcome.errors == "")
    let findings = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding["rule"] as? String == "STR-002")
    #expect(finding["severity"] as? String == "error")
    #expect(finding["entity"] as? String == "R-1")
    #expect(finding["field"] as? String == "owner")
    #expect(finding["line"] as? Int == 3)
    #expect(finding["column"] as? Int == 25)
    #expect(finding["file"] as? String == "p.xml")
    #expect(finding["title"] as? String == "Reference to something that isn't there")
    #expect(finding["references"] as? [String] == ["ISO 31000 6.7", "ISO 22301 8.2.2"])
  }

  @Test("The findings of a register without any are an empty list of JSON")
  func cleanJSON() throws {
    let outcome = try run("holdfast new p.xml 2> /dev/null; holdfast check p.xml --draft --json")
    #expect(outcome.code == 0)
    let findings = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [Any]
    #expect(findings?.isEmpty == true)
  }

  @Test("The changes of diff are JSON")
  func diffJSON() throws {
    let base = Self.faulty.replacingOccurrences(of: " owner=\"nobody\"", with: "")
    let outcome = try run(
      "holdfast diff a.xml b.xml --json",
      files: ["a.xml": base, "b.xml": base.replacingOccurrences(of: "Flood", with: "\"Flood\"")])
    #expect(outcome.code == 1)
    let changes = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: String]])
    #expect(
      changes == [
        ["kind": "set", "entity": "R-1", "field": "title", "from": "Flood", "to": "\"Flood\""]
      ])
  }

  @Test("The schema is what the library has, and nothing else is printed")
  func schema() throws {
    let outcome = try run("holdfast schema")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output == RegisterSchema.text)
  }

  @Test(
    "xmllint takes the schema, and a new register by it",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/xmllint")))
  func schemaValidates() throws {
    let outcome = try run(
      """
      holdfast schema > s.xsd
      for set in decade-5x5 sp800-30-g3 bsi-200-3 product-5x5; do
        holdfast new $set.xml --criteria $set 2> /dev/null || exit 10
        holdfast add $set.xml risk --title Flood 2> /dev/null || exit 11
        xmllint --noout --schema s.xsd $set.xml || exit 12
      done
      """)
    #expect(outcome.code == 0, "\(outcome.errors)")
  }

  @Test("A register that is written over keeps the rights of its file, and leaves no other behind")
  func rights() throws {
    let outcome = try run(
      """
      holdfast new p.xml 2> /dev/null && chmod 640 p.xml
      holdfast add p.xml risk --title Flood 2> /dev/null && stat -c %a p.xml && ls -A | grep -v '^[.]'
      """)
    #expect(outcome.output == "640\np.xml\n")
  }

  @Test("A register that can't be written is left as it was")
  func unwritable() throws {
    let outcome = try run(
      """
      mkdir d && holdfast new d/p.xml 2> /dev/null && cp d/p.xml before.xml
      holdfast add d/p.xml risk --title Flood -o /dev/full/x.xml; echo $?
      cmp d/p.xml before.xml && echo same
      """)
    #expect(outcome.output == "2\nsame\n", "\(outcome.errors)")
  }

  @Test("Output that nobody takes ends the program, not in a crash")
  func brokenPipe() throws {
    let outcome = try run(
      "holdfast new big.xml 2> /dev/null; (holdfast format big.xml -o - ; echo $? >&2) | true")
    #expect(
      ["0", "2", "141"].contains(outcome.errors.split(separator: "\n").last.map(String.init)))
  }
}
