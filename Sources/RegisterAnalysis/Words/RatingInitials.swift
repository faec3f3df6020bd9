package import RegisterModel
import RiskScoring

/// The shortest distinct abbreviations of the ratings: the first letters of their words, else the first
/// few of the name, else the rank.
package struct RatingInitials: Sendable {
  private let texts: [String]

  package init(_ words: RegisterWords) {
    let names = words.rules.matrix.ratings.map(\.name.text)
    var candidates = [
      names.map {
        $0.split { $0 == " " || $0 == "-" }.compactMap(\.first).map(String.init).joined()
      }
    ]
    candidates += (2...4).map { length in names.map { String($0.prefix(length)) } }
    texts =
      candidates.lazy.map { $0.map { $0.uppercased() } }
      .first { Set($0).count == names.count && $0.allSatisfy { !$0.isEmpty && $0.count <= 4 } }
      ?? names.indices.map { "\($0 + 1)" }
  }

  package func of(_ rating: Level<RatingScale>) -> String {
    Int(rating.rank) <= texts.count ? texts[Int(rating.rank) - 1] : "\(rating.rank)"
  }
}
