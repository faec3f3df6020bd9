/// What an identifier can name. The kind of a thing is part of its identifier's type.
public enum Kind: Int, Sendable, CaseIterable {
  case impactCategory, riskCategory, scenario, clock
  case party, hazard, objective, calendar, window, service, process, activity
  case resource, asset, control, treatment, acceptance, indicator, risk
  case responseProtocol, task, message, exercise, incident, problem, activation, session, idea
  case action, change, suppression, retired

  /// The word for a thing of this kind in a sentence, with its article.
  public var noun: String {
    switch self {
    case .impactCategory: "an impact category"
    case .riskCategory: "a risk category"
    case .scenario: "a scenario"
    case .clock: "a reporting clock"
    case .party: "a party"
    case .hazard: "a hazard"
    case .objective: "an objective"
    case .calendar: "a calendar"
    case .window: "a peak window"
    case .service: "a service"
    case .process: "a process"
    case .activity: "an activity"
    case .resource: "a recovery resource"
    case .asset: "an asset"
    case .control: "a control"
    case .treatment: "a treatment"
    case .acceptance: "an acceptance"
    case .indicator: "an indicator"
    case .risk: "a risk"
    case .responseProtocol: "a protocol"
    case .task: "a task"
    case .message: "a message"
    case .exercise: "an exercise"
    case .incident: "an incident"
    case .problem: "a problem"
    case .activation: "an activation"
    case .session: "a session"
    case .idea: "an idea"
    case .action: "an action"
    case .change: "a change"
    case .suppression: "a suppression"
    case .retired: "a retired identifier"
    }
  }
}

/// A set of kinds: what a reference may name.
public struct KindSet: OptionSet, Sendable, Hashable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }
  public init(_ kind: Kind) { rawValue = 1 << UInt64(kind.rawValue) }

  /// The kinds in the set, in the order of their declaration.
  public var kinds: [Kind] { Kind.allCases.filter { contains(KindSet($0)) } }

  /// "no party", "no asset or activity": to say that there is none.
  package var nothing: String {
    let nouns = kinds.map(\.noun)
    if nouns.count >= Kind.allCases.count - 2 { return "nothing" }
    guard nouns.count > 1 else {
      return "no "
        + (nouns.first?.split(separator: " ").dropFirst().joined(separator: " ") ?? "thing")
    }
    return "no "
      + nouns.map { $0.split(separator: " ").dropFirst().joined(separator: " ") }
      .joined(separator: " or ")
  }

  /// "a party", "an asset or an activity".
  public var noun: String {
    let nouns = kinds.map(\.noun)
    guard let last = nouns.last, nouns.count > 1 else { return nouns.first ?? "nothing" }
    return nouns.count >= Kind.allCases.count - 2
      ? "anything" : nouns.dropLast().joined(separator: ", ") + " or " + last
  }
}

/// What an ``Identifier`` names: a kind of thing, or one of several.
public protocol IdentifierSubject {
  static var kinds: KindSet { get }
}

/// A short token that people choose and speak, such as `R-014`; unique in its register across
/// kinds and never used again.
///
/// A letter, then letters, digits, `.`, `_` and `-`, at most 64 in all, ASCII only: it goes into file
/// names, command lines and other programs.
public struct Identifier<Subject: IdentifierSubject>: Hashable, Sendable {
  /// The token itself.
  public let text: String

  /// - Throws: ``InvalidIdentifier`` if `text` is not such a token.
  public init(_ text: String) throws(InvalidIdentifier) {
    guard text.utf8.count <= 64, IdentifierText.isValid(text.utf8) else {
      throw InvalidIdentifier(text: text)
    }
    self.text = text
  }

  /// The same token naming another set of kinds.
  public init<Other>(_ other: Identifier<Other>) { text = other.text }

  package init(unchecked text: String) { self.text = text }
}

/// A text that is no identifier.
public struct InvalidIdentifier: Error, Equatable, CustomStringConvertible {
  public let text: String
  public init(text: String) { self.text = text }
  public var description: String {
    "'\(text)' is no identifier: expected \(IdentifierText.expectation)"
  }
}

extension Identifier: CustomStringConvertible {
  public var description: String { text }
}

extension Identifier: Comparable {
  /// Runs of digits compare as numbers: R-2 comes before R-10.
  public static func < (left: Self, right: Self) -> Bool {
    IdentifierText.precedes(left.text, right.text)
  }
}

extension Identifier: Scalar {
  package static var simpleType: SimpleType {
    SimpleType(
      "identifier", facets: [.init("pattern", "[A-Za-z][A-Za-z0-9._\\-]{0,63}")],
      expectation: IdentifierText.expectation, examples: ["X-1", "a", "R-014", "Big.one_2"],
      kinds: Subject.kinds)
  }

  package init?(written: UnsafeBufferPointer<UInt8>) {
    guard written.count <= 64, IdentifierText.isValid(written) else { return nil }
    text = String(decoding: written, as: UTF8.self)
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(contentsOf: text.utf8) }

  package var identifierText: String? { text }
}

/// Rules of the text of identifiers.
package enum IdentifierText {
  package static let expectation =
    "a letter, then letters, digits, '.', '_' or '-', at most 64 in all"

  package static func isValid(_ text: some Collection<UInt8>) -> Bool {
    var first = true
    for byte in text {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "-"):
        if first { return false }
      default: return false
      }
      first = false
    }
    return !first
  }

  /// The order of identifiers: runs of digits compare as numbers, the rest byte by byte; texts that
  /// are alike so far, such as, by their bytes.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    var left = left
    var right = right
    return left.withUTF8 { a in right.withUTF8 { b in compare(a, b) < 0 } }
  }

  private static func compare(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>)
    -> Int
  {
    var i = 0
    var j = 0
    while i < a.count, j < b.count {
      if isDigit(a[i]), isDigit(b[j]) {
        let first = digits(in: a, from: &i)
        let second = digits(in: b, from: &j)
        if first.count != second.count { return first.count - second.count }
        for (x, y) in zip(first, second) where x != y { return Int(x) - Int(y) }
      } else {
        if a[i] != b[j] { return Int(a[i]) - Int(b[j]) }
        i += 1
        j += 1
      }
    }
    if a.count - i != b.count - j { return (a.count - i) - (b.count - j) }
    for (x, y) in zip(a, b) where x != y { return Int(x) - Int(y) }
    return a.count - b.count
  }

  /// The run of digits at `index` without leading zeros; `index` moves past it.
  private static func digits(in text: UnsafeBufferPointer<UInt8>, from index: inout Int)
    -> UnsafeBufferPointer<UInt8>.SubSequence
  {
    while index < text.count, text[index] == UInt8(ascii: "0") { index += 1 }
    let start = index
    while index < text.count, isDigit(text[index]) { index += 1 }
    return text[start..<index]
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
