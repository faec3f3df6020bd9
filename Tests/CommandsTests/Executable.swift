import Foundation

/// The program as it was built, and a folder to run it in.
struct Executable {
  /// `holdfast`, beside the tests that are running.
  static let url: URL = {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("holdfast")
  }()

  /// The folder of the package.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct Outcome {
    let output: String
    let errors: String
    let code: Int32
  }

  /// Runs a line of shell in a folder, with the program on the path and nothing else of the
  /// surroundings.
  static func run(
    shell line: String, in folder: URL, environment extra: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": url.deletingLastPathComponent().path + ":/usr/local/bin:/usr/bin:/bin",
      "HOME": folder.path, "HOLDFAST_BY": "Ada Lovelace", "HOLDFAST": url.path, "NO_COLOR": "1",
      "TZ": "UTC", "LC_ALL": "C.UTF-8", "COLUMNS": "100",
    ].merging(extra) { $1 }
    // Through files: a pipe that fills up would stop the program.
    let files = FileManager.default.temporaryDirectory
      .appendingPathComponent("holdfast-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: files) }
    let (output, errors) = (files.appending("output"), files.appending("errors"))
    for file in [output, errors] {
      _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    }
    process.standardInput = FileHandle(forReadingAtPath: "/dev/null")
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
      code: process.terminationStatus)
  }

  /// Calls back with a new folder, which is gone afterwards.
  static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("holdfast-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}

extension URL {
  func appending(_ name: String) -> URL { appendingPathComponent(name) }
}
