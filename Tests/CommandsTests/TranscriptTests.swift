import Foundation
import Testing

@Suite("Commands, as transcripts")
struct TranscriptTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending("Transcripts")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()

  @Test("There are transcripts")
  func thereAreTranscripts() { #expect(Self.names.count >= 10) }

  /// `RECORD=1` writes the transcripts anew, for review of the difference, and fails.
  @Test("The program prints what the transcript says", arguments: names)
  func transcript(_ name: String) throws {
    let file = Self.folder.appending(name)
    let wanted = try String(contentsOf: file, encoding: .utf8)
    let played = try Transcript(wanted).played()
    guard played != wanted else { return }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(played.utf8).write(to: file)
      Issue.record("\(name) was recorded anew; look at the difference and commit it")
    } else {
      Issue.record("\(name) differs:\n\(Self.difference(wanted, played))")
    }
  }

  private static func difference(_ a: String, _ b: String) -> String {
    let (before, after) = (a.components(separatedBy: "\n"), b.components(separatedBy: "\n"))
    return after.difference(from: before).map { change in
      switch change {
      case .remove(let offset, let line, _): "\(offset + 1) - \(line)"
      case .insert(let offset, let line, _): "\(offset + 1) + \(line)"
      }
    }.joined(separator: "\n")
  }
}
