import FoundationEssentials
import ImpactAnalysis

/// The files of the time zone database, as the machine has them: only the faces ask it.
enum TimeZoneFiles {
  /// The rules of a zone, such as `Europe/Dublin`; nil where the machine has no such file, or it is damaged.
  ///
  /// `TZDIR` says where the files are if they are not where systems usually have them.
  @Sendable static func rules(_ name: String) -> TimeZoneRules? {
    guard isName(name) else { return nil }
    for folder in folders {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
      if let rules = TimeZoneRules(tzif: [UInt8](data)) { return rules }
    }
    return nil
  }

  /// A name can't lead out of the folder.
  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 64
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && !part.hasPrefix(".")
          && part.utf8.allSatisfy {
            (97...122).contains($0 | 32) || (48...57).contains($0) || [43, 45, 95].contains($0)
          }
      }
  }

  private static var folders: [String] {
    let own = ProcessInfo.processInfo.environment["TZDIR"].map { [$0] } ?? []
    return own + ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo"]
  }
}
