import FoundationEssentials
import RegisterModel
import RegisterXML
import Testing

/// What lies in the repository for people to read and start from.
@Suite("Documents and registers of the repository")
struct DocumentsTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }

  static let registers =
    (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "registers").path))?
    .filter { $0.hasSuffix(".xml") }.sorted() ?? []

  @Test("Every register of the repository is read without a finding", arguments: registers)
  func registerIsSound(name: String) throws {
    let read = RegisterReader.read(try Self.text("registers/\(name)"))
    #expect(read.findings.isEmpty)
    #expect(try #require(read.register).historyFindings().isEmpty)
  }

  @Test("Every register of the repository is in canonical form", arguments: registers)
  func registerIsCanonical(name: String) throws {
    let text = try Self.text("registers/\(name)")
    let register = try #require(RegisterReader.read(text).register)
    #expect(RegisterWriter.text(of: register) == text)
  }

  @Test("The hospital is as large as real work: risks, activities, assets and the rest")
  func hospitalIsRealWork() throws {
    let register = try #require(
      RegisterReader.read(try Self.text("registers/st-brigid.xml")).register)
    #expect(register.risks.count >= 30)
    #expect(register.activities.count >= 15)
    #expect(register.assets.count >= 30)
    for count in [
      register.controls.count, register.treatments.count, register.protocols.count,
      register.exercises.count, register.incidents.count,
    ] {
      #expect(count >= 5)
    }
  }

  @Test("The county's expected annual losses are those of the index, to the cent")
  func countyLosses() throws {
    let register = try #require(
      RegisterReader.read(try Self.text("registers/miami-dade.xml")).register)
    var total = 0.0
    for risk in register.risks where risk.info.tags.contains(where: { $0.name.text == "NRI" }) {
      let estimate = try #require(risk.estimates.first)
      guard case .constant(let frequency)? = estimate.frequency?.distribution,
        case .constant(let loss)? = estimate.losses.first?.distribution
      else {
        Issue.record("\(risk.id) has no constant estimate")
        continue
      }
      total += try #require(frequency.value).perYear * #require(loss.value).amount
    }
    // EAL_VALT of Miami-Dade County, FEMA National Risk Index, March 2023.
    #expect(abs(total - 959_496_229.1805) < 0.01)
  }

  @Test("The annotated register of the format is a register, and in canonical form")
  func annotatedRegister() throws {
    let document = try Self.text("docs/format.md")
    var blocks = ""
    var isInside = false
    for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```xml" {
        isInside = true
      } else if line == "```" {
        isInside = false
      } else if isInside {
        blocks += line + "\n"
      }
    }
    let read = RegisterReader.read(blocks)
    #expect(read.findings.isEmpty)
    #expect(RegisterWriter.text(of: try #require(read.register)) == blocks)
  }

  @Test("The reference page says what the forms say")
  func referencePage() throws {
    #expect(
      try Self.text("docs/reference.md") == SchemaReference.text,
      "make it anew: holdfast schema --reference > docs/reference.md")
  }
}
