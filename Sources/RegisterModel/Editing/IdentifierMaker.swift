/// Makes identifiers for new records: the next number after the highest of their kind, in the manner of
/// those that are there.
package struct IdentifierMaker {
  private let identifiers: [String: [String]]
  private var taken: Set<String>
  /// The last identifier of each family: what comes before the number, its width, the number.
  private var last: [String: (prefix: String, width: Int, number: Int)] = [:]

  package init(_ register: Register) {
    identifiers = register.identifiersByKind
    taken = Set(register.recordIdentifiers)
  }

  /// Keeps an identifier from being made.
  package mutating func take(_ identifier: String) { taken.insert(identifier) }

  /// The next identifier of a kind of records.
  package mutating func next(for kind: String) -> String {
    let likes = identifiers[kind] ?? []
    return next(in: kind, after: likes, otherwise: Self.prefix(of: kind))
  }

  /// The next identifier of a family of things.
  ///
  /// - Parameters:
  ///   - family: A name for the family: its likes are looked at once.
  ///   - likes: The identifiers that it has.
  ///   - prefix: What the first one begins with if there are none.
  package mutating func next(
    in family: String, after likes: @autoclosure () -> [String], otherwise prefix: String
  ) -> String {
    var (prefix, width, number) = last[family] ?? Self.highest(of: likes()) ?? (prefix, 3, 0)
    var text = ""
    repeat {
      number += 1
      let digits = "\(number)"
      text = prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits
    } while !taken.insert(text).inserted
    last[family] = (prefix, width, number)
    return text
  }

  private static func highest(of identifiers: [String]) -> (String, Int, Int)? {
    var highest: (prefix: String, width: Int, number: Int)?
    for identifier in identifiers {
      let digits = identifier.reversed().prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, digits.count < identifier.count, digits.count <= 9,
        let value = Int(String(digits.reversed())), value >= highest?.number ?? 0
      else { continue }
      highest = (String(identifier.dropLast(digits.count)), digits.count, value)
    }
    return highest
  }

  private static func prefix(of kind: String) -> String {
    switch kind {
    case "risk": "R-"
    case "asset": "S-"
    case "activity": "A-"
    case "control": "C-"
    case "treatment": "T-"
    case "party": "P-"
    case "hazard": "H-"
    default: kind.prefix(3).uppercased() + "-"
    }
  }
}
