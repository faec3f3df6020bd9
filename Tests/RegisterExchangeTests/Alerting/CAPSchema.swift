import Foundation

/// The schema of CAP 1.2 that lies beside the repository, and xmllint to judge by it.
enum CAPSchema {
  /// nil where the schema, or xmllint, is not there.
  static let path: String? = {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/xmllint") else { return nil }
    var place = URL(filePath: #filePath)
    while place.pathComponents.count > 1 {
      place.deleteLastPathComponent()
      let file = place.appending(path: "shared/data/cap-alerts/cap12.xsd")
      if FileManager.default.fileExists(atPath: file.path) { return file.path }
    }
    return nil
  }()

  /// What is said against some messages; empty: all are valid.
  static func complaints(_ messages: [String]) throws -> String {
    guard let path, !messages.isEmpty else { return "" }
    let folder = FileManager.default.temporaryDirectory.appending(path: "cap-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (number, message) in messages.enumerated() {
      try Data(message.utf8).write(to: folder.appending(path: "m\(number).xml"))
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/xmllint")
    process.currentDirectoryURL = folder
    process.arguments =
      ["--noout", "--nonet", "--schema", path] + messages.indices.map { "m\($0).xml" }
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? "" : said
  }
}
