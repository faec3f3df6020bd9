public import ArgumentParser
import FoundationEssentials
import RegisterModel
import RegisterXML
public import RiskScoring

extension BuiltInCriteria: ExpressibleByArgument {}

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin a register: with criteria alone, or from a starter.",
    usage: """
      holdfast new FILE [--criteria SET]
      holdfast new FILE --from STARTER
      holdfast new --list
      """,
    discussion: """
      Writes an empty register with scales, matrix and appetite to adapt; or, with --from, one that \
      holds what organisations of a sector have in common: hazards, activities, assets, controls, \
      draft risks and protocols to strike from. Nothing in a starter is scored. --from takes the file \
      of any register too, and copies it without its approval and history. --list shows the starters and \
      the sets of criteria.
      """)

  @Argument(help: "The file to write.", completion: .file(extensions: ["xml"]))
  var file: String?
  @Option(help: "The starter, or the file of a register, to begin from.") var from: String?
  @Option(help: "The set of criteria (default: decade-5x5).") var criteria: BuiltInCriteria?
  @Option(help: "What people call the register.") var title: String?
  @Option(help: "Its identifier; made of the file's name where left out.") var id: String?
  @Option(help: "The currency of all its amounts (ISO 4217; default: EUR).") var currency: String?
  @Option(help: "The language of its texts (default: en).") var lang: String?
  @Flag(help: "Write even if the file is there already.") var force = false
  @Flag(help: "List starters and sets of criteria.") var list = false

  func validate() throws {
    guard !list else { return }
    guard file != nil else { throw ValidationError("say which file to write, or --list") }
    guard from == nil || criteria == nil else {
      throw ValidationError("--from brings criteria of its own; leave --criteria out")
    }
  }

  func run() throws {
    guard let file, !list else { return print(BeginningsText.text) }
    guard force || file == "-" || !FileManager.default.fileExists(atPath: file) else {
      throw ValidationError("\(file) is there already; --force writes it anew")
    }
    let register = try begun(for: file)
    try RegisterSource.write(register, to: file)
    if file != "-" { printError(next(file, register)) }
  }

  /// The register as the options say.
  private func begun(for file: String) throws -> Register {
    let wanted = (currency: try wantedCurrency(), language: try wantedLanguage())
    let title = try wantedTitle()
    let id = try identifier(for: file)
    guard let from else {
      let currency = wanted.currency ?? Standard.currency
      return Register.new(
        id: id, title: title ?? Standard.title, language: wanted.language ?? Standard.language,
        currency: currency, criteria: (criteria ?? .standard).criteria(in: currency))
    }
    let model = try Self.model(from, in: wanted.currency)
    return model.begun(
      as: id, title: title ?? model.title, language: wanted.language ?? model.language,
      currency: wanted.currency ?? model.currency)
  }

  /// What a register is begun from: the starter of that name, or else the file.
  private static func model(_ name: String, in currency: Currency?) throws -> Register {
    if let starter = Starter.named(name) { return starter.register() }
    guard name == "-" || FileManager.default.fileExists(atPath: name) else {
      let hint = Spelling.hint(for: name, in: Starter.all.map(\.name))
      throw ValidationError(
        "there is no starter and no file called '\(name)'"
          + (hint.map { "; \($0)" } ?? "; 'holdfast new --list' shows the starters"))
    }
    let register = try RegisterInput.load(name)
    guard currency == nil || currency == register.currency else {
      throw ValidationError(
        "the amounts of \(name) are in \(register.currency.code); leave --currency out, and change"
          + " them by hand where they have to change")
    }
    return register
  }

  private func next(_ file: String, _ register: Register) -> String {
    guard let from else {
      return "wrote \(file). Next: holdfast add \(file) risk --title \"…\", or open it in an editor"
    }
    guard Starter.named(from) != nil else {
      return """
        wrote \(file) from \(from)\(register.inventory)
        Next: put scope, owner and period right in an editor; holdfast check \(file)
        """
    }
    return """
      wrote \(file) from the starter \(from)\(register.inventory)
      Next: strike in an editor what is not yours, then ask: holdfast checklist \(file)
      """
  }
}

/// What a register has where nobody says otherwise: literals that are well formed.
private enum Standard {
  static let title = Line("A new register")!
  static let currency = Currency("EUR")!
  static let language = LanguageTag("en")!
}

extension New {
  private func wantedCurrency() throws -> Currency? {
    guard let currency else { return nil }
    guard let known = Currency(currency) else {
      throw ValidationError("'\(currency)' is no currency code of ISO 4217, such as EUR")
    }
    return known
  }

  private func wantedLanguage() throws -> LanguageTag? {
    guard let lang else { return nil }
    guard let tag = LanguageTag(lang) else {
      throw ValidationError("'\(lang)' is no language tag, such as en or de-AT")
    }
    return tag
  }

  private func wantedTitle() throws -> Line? {
    guard let title else { return nil }
    guard let line = Line(title) else { throw ValidationError("--title needs some words") }
    return line
  }

  private func identifier(for file: String) throws -> Identifier<Register> {
    if let id {
      do { return try Identifier(id) } catch { throw ValidationError("\(error)") }
    }
    return Self.identifier(fromFile: file)
  }

  /// An identifier for a register, made of the name of its file.
  static func identifier(fromFile file: String) -> Identifier<Register> {
    let name = file.split(separator: "/").last.map(String.init) ?? "register"
    let stem = name.hasSuffix(".xml") ? String(name.dropLast(4)) : name
    let token = String(stem.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    return (try? Identifier(token)) ?? (try? Identifier("register")) ?? Identifier(unchecked: "r")
  }
}
