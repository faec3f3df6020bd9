import RegisterModel
import RegisterXML
import TestSupport
import Testing

@Suite(
  "Reader and schema refuse the same mistakes",
  .enabled(if: SchemaValidator.hasXmllint, "xmllint is missing: make setup-test"))
struct SchemaAgreementTests {
  static let parts = 4

  @Test("What is changed in a register is a mistake to both or to none", arguments: 0..<parts)
  func mutations(part: Int) throws {
    let validator = try #require(SchemaValidator())
    let mutations = SchemaMutator(part: part, of: Self.parts).mutations
    for mutation in mutations { validator.add(mutation.text) }
    var refused = 0
    var differences: [String] = []
    for (mutation, verdict) in zip(mutations, validator.verdicts()) {
      let read = RegisterReader.read(mutation.text)
      if !verdict.isValid { refused += 1 }
      if (read.register != nil) == verdict.isValid { continue }
      if SchemaDifference.published.contains(where: { $0.explains(read) }) {
        continue
      }
      differences.append(
        "\(mutation.name): "
          + (verdict.isValid
            ? "the reader alone refuses it, "
              + (read.findings.first.map { "\($0.rule) \($0.field ?? "-") \($0.message)" } ?? "")
            : "the schema alone refuses it, \(verdict.complaint)"))
    }
    // Over 8,000 in all, and most of them are mistakes.
    #expect(mutations.count > 8000 / Self.parts)
    #expect(refused > mutations.count / 2 && refused < mutations.count)
    #expect(differences.count == 0, "\(differences.joined(separator: "\n"))")
  }

  @Test("Each difference on the published list is one, and the list is short")
  func published() throws {
    let validator = try #require(SchemaValidator())
    for difference in SchemaDifference.published { validator.add(difference.example) }
    for (difference, verdict) in zip(SchemaDifference.published, validator.verdicts()) {
      let read = RegisterReader.read(difference.example)
      let isAccepted = read.register != nil
      #expect(isAccepted != verdict.isValid, "\(difference.reason): \(verdict.complaint)")
      #expect(isAccepted != difference.readerRefuses, "\(difference.reason)")
      if difference.readerRefuses {
        let rules = Set(read.findings.map(\.rule))
        #expect(rules == [difference.rule], "\(difference.reason): \(read.findings)")
      }
    }
    #expect(SchemaDifference.published.count < 15)
  }
}
