import Foundation
import Testing

/// Expected outputs, files beside the tests.
enum GoldenText {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// Compares a text with a file; `RECORD=1` writes the file anew, for review of the difference, and
  /// fails.
  static func expect(_ text: String, equals name: String) throws {
    let file = folder.appending(path: name)
    let wanted = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard text != wanted else { return }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("\(name) was recorded anew; look at the difference and commit it")
    } else {
      let (before, after) = (
        wanted.components(separatedBy: "\n"), text.components(separatedBy: "\n")
      )
      let place = zip(before, after).prefix { $0 == $1 }.count
      Issue.record(
        """
        \(name) differs at line \(place + 1):
        - \(place < before.count ? before[place] : "(end)")
        + \(place < after.count ? after[place] : "(end)")
        """)
    }
  }
}
