import Foundation

/// Files that lie beside the repository, not in it.
enum NeighbouringFile {
  /// The text of one below `shared/data`; nil, with a word about it, where it is not there.
  static func text(_ path: String) -> String? {
    var place = URL(filePath: #filePath)
    while place.pathComponents.count > 1 {
      place.deleteLastPathComponent()
      let file = place.appending(path: "shared/data/\(path)")
      if let text = try? String(contentsOf: file, encoding: .utf8) { return text }
    }
    print("\(path) is not there: nothing tried.")
    return nil
  }

  /// The rows of a file of comma-separated values without quotes, by the names in its first line.
  static func rows(_ path: String) -> [[String: String]]? {
    guard let lines = text(path)?.split(whereSeparator: \.isNewline), let first = lines.first else {
      return nil
    }
    let names = first.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return lines.dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(uniqueKeysWithValues: zip(names, fields))
    }
  }
}
