/// Counts with their nouns.
package enum Plural {
  /// "no risk", "1 risk", "12 risks", "12 000 risks".
  ///
  /// - Parameter many: The plural, where it is not the noun and an "s".
  package static func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    switch count {
    case 0: "no \(one)"
    case 1: "1 \(one)"
    default: "\(AmountText.grouped("\(count)")) \(many ?? one + "s")"
    }
  }

  /// "a", "a and b", "a, b and c".
  package static func list(_ parts: [String], _ conjunction: String = "and") -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }
}
