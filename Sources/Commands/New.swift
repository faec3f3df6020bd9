public import ArgumentParser
import FoundationEssentials
import RegisterModel
import RegisterXML
public import RiskScoring

extension BuiltInCriteria: ExpressibleByArgument {}

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin a register with a set of criteria.",
    discussion: """
      Writes an empty register with scales, matrix and appetite to adapt. The sets: decade-5x5 \
      (frequencies and losses in decades; the default), sp800-30-g3 (NIST SP 800-30), bsi-200-3 (BSI \
      Standard 200-3) and product-5x5 (a plain product matrix).
      """)

  @Argument(help: "The file to write.", completion: .file(extensions: ["xml"]))
  var file: String
  @Option(help: "The set of criteria.") var criteria = BuiltInCriteria.standard
  @Option(help: "What people call the register.") var title = "A new register"
  @Option(help: "Its identifier; made of the file's name where left out.") var id: String?
  @Option(help: "The currency of all its amounts (ISO 4217).") var currency = "EUR"
  @Option(help: "The language of its texts.") var lang = "en"
  @Flag(help: "Write even if the file is there already.") var force = false

  func run() throws {
    guard let currency = Currency(currency) else {
      throw ValidationError("'\(currency)' is no currency code of ISO 4217, such as EUR")
    }
    guard let language = LanguageTag(lang) else {
      throw ValidationError("'\(lang)' is no language tag, such as en or de-AT")
    }
    guard let title = Line(title) else { throw ValidationError("--title needs some words") }
    guard force || file == "-" || !FileManager.default.fileExists(atPath: file) else {
      throw ValidationError("\(file) is there already; --force writes it anew")
    }
    let register = Register.new(
      id: try identifier(), title: title, language: language, currency: currency,
      criteria: criteria.criteria(in: currency))
    try RegisterSource.write(register, to: file)
    if file != "-" {
      printError(
        "wrote \(file). Next: holdfast add \(file) risk --title \"…\", or open it in an editor")
    }
  }

  private func identifier() throws -> Identifier<Register> {
    if let id {
      do { return try Identifier(id) } catch { throw ValidationError("\(error)") }
    }
    let name = file.split(separator: "/").last.map(String.init) ?? "register"
    let stem = name.hasSuffix(".xml") ? String(name.dropLast(4)) : name
    let token = String(stem.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    return (try? Identifier(token)) ?? (try? Identifier("register")) ?? Identifier(unchecked: "r")
  }
}
