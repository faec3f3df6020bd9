import ArgumentParser
import RegisterModel
import RiskScoring

/// What somebody decided about one scale on the command line: `likelihood:1=2,2=3`.
struct MappingOption {
  let mapping: ScaleMapping

  /// - Throws: `ValidationError` where it is not written so.
  init(text: String) throws {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw ValidationError("write --map SCALE:OLD=NEW,… with ranks, such as likelihood:1=2,2=3")
    }
    var mapping = ScaleMapping()
    switch parts[0] {
    case "likelihood": mapping.likelihood = try Self.levels(parts[1])
    case "rating", "ratings": mapping.ratings = try Self.levels(parts[1])
    default:
      let names = parts[0].split(separator: "=", omittingEmptySubsequences: false)
      guard names.count <= 2, let from = try? Identifier<ImpactCategory>(String(names[0])),
        let to = try? Identifier<ImpactCategory>(String(names[names.count - 1]))
      else {
        throw ValidationError("'\(parts[0])' is no scale: likelihood, rating or a category")
      }
      mapping.categories = [
        ScaleMapping.Category(from: from, to: to, levels: try Self.levels(parts[1]))
      ]
    }
    self.mapping = mapping
  }

  private static func levels<Scale>(_ text: Substring) throws -> LevelMap<Scale> {
    var map = LevelMap<Scale>()
    for pair in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ranks = pair.split(separator: "=", omittingEmptySubsequences: false).map { Int($0) }
      guard ranks.count == 2, let old = ranks[0], let new = ranks[1],
        let from = Level<Scale>(old), let to = Level<Scale>(new)
      else {
        throw ValidationError("'\(pair)' is no pair of ranks; write OLD=NEW, such as 3=4")
      }
      guard map[from] == nil else {
        throw ValidationError("\(old) is mapped twice")
      }
      map[from] = to
    }
    return map
  }
}
