import RegisterXML
import TestSupport
import Testing

@Suite("The schema says what the reader says")
struct SchemaTests {
  @Test(
    "Every generated register is valid under the schema",
    .enabled(if: SchemaValidator.hasXmllint, "xmllint is missing: make setup-test"))
  func valid() throws {
    let validator = try #require(SchemaValidator())
    var missing = FormPlace.all
    let seeds = Array(0..<UInt64(1600))
    for seed in seeds {
      let register = Self.register(seed: seed)
      missing.subtract(register.places)
      validator.add(seed % 2 == 0 ? register.canonicalText : register.carelessText(seed: seed))
    }
    #expect(missing.count < FormPlace.all.count / 20)
    let refused = zip(seeds, validator.verdicts()).filter { !$0.1.isValid }
    #expect(refused.count == 0, "\(refused.prefix(5).map { "seed \($0.0): \($0.1.complaint)" })")
  }

  @Test(
    "A second validator, Python's xmlschema, takes schema and registers as well",
    .enabled(if: SchemaValidator.hasPythonValidator, "Python has no xmlschema: make setup-test"))
  func validForPython() throws {
    let validator = try #require(SchemaValidator())
    let seeds = Array(5000..<UInt64(5040))
    for seed in seeds { validator.add(Self.register(seed: seed).canonicalText) }
    let refused = zip(seeds, validator.pythonVerdicts()).filter { !$0.1.isValid }
    #expect(refused.count == 0, "\(refused.prefix(5).map { "seed \($0.0): \($0.1.complaint)" })")
  }

  /// A register with every extra but what a later version added, which no schema can know.
  static func register(seed: UInt64) -> GeneratedRegister {
    let extras: [RegisterGenerator.Extras] = [[], [.remarks], [.foreign], [.remarks, .foreign]]
    return RegisterGenerator(seed: seed, extras: extras[Int(seed / 2 % 4)]).register()
  }
}
