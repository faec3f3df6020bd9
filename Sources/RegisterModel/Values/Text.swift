/// One line of text: not empty, no blank at its ends, single blanks inside, nothing that XML can't
/// carry.
public struct Line: Hashable, Sendable {
  public let text: String

  /// - Returns: nil if nothing but white space is there, or a character that no XML document may
  ///   hold (control characters but tab and line ends, U+FFFE, U+FFFF).
  public init?(_ text: String) {
    guard let folded = TextRules.folded(text), !folded.isEmpty else { return nil }
    self.text = folded
  }

  package init(unchecked text: String) { self.text = text }
}

/// Prose of one or more paragraphs.
public struct Prose: Hashable, Sendable {
  /// The paragraphs, joined by line feeds: one string takes the least room.
  private let joined: String

  /// - Returns: nil if there is no paragraph, one is empty, or one holds what no XML document may.
  public init?(paragraphs: [String]) {
    let folded = paragraphs.compactMap(TextRules.folded)
    guard !folded.isEmpty, folded.count == paragraphs.count, !folded.contains("") else {
      return nil
    }
    joined = folded.joined(separator: "\n")
  }

  /// Prose from a text in which empty lines part the paragraphs.
  ///
  /// - Returns: nil if nothing but white space is there, or what no XML document may hold.
  public init?(_ text: String) {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    self.init(paragraphs: paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") })
  }

  package init(joined: String) { self.joined = joined }

  /// The paragraphs in order; at least one, none empty.
  public var paragraphs: [Substring] { joined.split(separator: "\n") }

  /// All of it on one line.
  public var line: String { joined.replacing("\n", with: " ") }

  package var utf8: String.UTF8View { joined.utf8 }

  public static func == (left: Prose, right: Prose) -> Bool {
    left.joined.utf8.elementsEqual(right.joined.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in joined.utf8 { hasher.combine(byte) }
  }
}

/// What texts of a register may hold.
package enum TextRules {
  /// The text with white space folded as `xs:token` has it; nil if it holds a character that XML 1.0
  /// excludes.
  package static func folded(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var pending = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x9, 0xA, 0xD: pending = !bytes.isEmpty
      case 0..<0x20, 0xFFFE, 0xFFFF: return nil
      default:
        if pending { bytes.append(0x20) }
        pending = false
        bytes.append(contentsOf: UTF8.encode(scalar)!)  // every scalar has a UTF-8 form
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Line: Scalar {
  package static let simpleType = SimpleType(
    "line", facets: [.init("minLength", "1")], expectation: "some text",
    examples: [
      "Notaufnahme", "Saint-Denis & Fils <ouest>", "Ω-3 \u{1F9EF} “quoted” 'single' \"double\"",
      "e\u{301} is not é", "a > b ]]> c", "٣ לוח",
    ])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    guard !written.isEmpty else { return nil }
    text = String(decoding: written, as: UTF8.self)
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(contentsOf: text.utf8) }

  // Swift compares strings by canonical equivalence, a register by its bytes: é typed anew is a change.
  public static func == (left: Line, right: Line) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

extension Line: CustomStringConvertible {
  public var description: String { text }
}

extension Line: Comparable {
  public static func < (left: Line, right: Line) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

/// An ISO 4217 currency code, such as `EUR`.
public struct Currency: Hashable, Sendable {
  public let code: String

  /// - Returns: nil unless `code` is three capital letters.
  public init?(_ code: String) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
    self.code = code
  }
}

extension Currency: Scalar {
  package static let simpleType = SimpleType(
    "currency", facets: [.init("pattern", "[A-Z]{3}")],
    expectation: "a currency code of ISO 4217 in capitals, such as EUR",
    examples: ["EUR", "USD", "CHF"])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    self.init(String(decoding: written, as: UTF8.self))
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(contentsOf: code.utf8) }
}

/// A SHA-256 digest, as 64 lower-case hexadecimal digits.
public struct SHA256Digest: Hashable, Sendable {
  public let hexadecimal: String

  /// - Returns: nil unless it is 64 digits 0-9 and a-f.
  public init?(hexadecimal: String) {
    guard hexadecimal.utf8.count == 64,
      hexadecimal.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    self.hexadecimal = hexadecimal
  }
}

extension SHA256Digest: Scalar {
  package static let simpleType = SimpleType(
    "sha256", facets: [.init("pattern", "[0-9a-f]{64}")],
    expectation: "a SHA-256 digest of 64 hexadecimal digits, in lower case",
    examples: [
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    ])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    self.init(hexadecimal: String(decoding: written, as: UTF8.self))
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(contentsOf: hexadecimal.utf8) }
}

/// A language tag, such as `en` or `de-AT`.
public struct LanguageTag: Hashable, Sendable {
  public let tag: String

  /// - Returns: nil unless `tag` is two or three letters and up to four parts of two to eight letters
  ///   or digits, parted by hyphens.
  public init?(_ tag: String) {
    var parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)[...]
    func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }
    guard let first = parts.popFirst(), (2...3).contains(first.count), first.allSatisfy(isLetter),
      parts.count <= 4,
      parts.allSatisfy({ part in
        (2...8).contains(part.count)
          && part.allSatisfy { isLetter($0) || (48...57).contains($0) }
      })
    else { return nil }
    self.tag = tag
  }
}

extension LanguageTag: Scalar {
  package static let simpleType = SimpleType(
    "language", facets: [.init("pattern", "[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,4}")],
    expectation: "a language tag such as en or de-AT", examples: ["en", "de-AT", "pt-BR"])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    self.init(String(decoding: written, as: UTF8.self))
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(contentsOf: tag.utf8) }
}

/// Who may see something, in the words of the Traffic Light Protocol 2.0; from open to closed.
public enum Marking: String, WrittenWord, CaseIterable, Comparable {
  case clear = "TLP:CLEAR"
  case green = "TLP:GREEN"
  case amber = "TLP:AMBER"
  case amberStrict = "TLP:AMBER+STRICT"
  case red = "TLP:RED"
  package static let typeName = "marking"

  public static func < (left: Marking, right: Marking) -> Bool {
    allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!  // each case is in allCases
  }
}

extension SHA256Digest {
  package init(unchecked hexadecimal: String) { self.hexadecimal = hexadecimal }
}
