import Foundation
import Testing

@Suite("Examples")
struct ExamplesTests {
  static let folder = Executable.package.appending("examples")

  static let scripts: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".sh") }.sorted()

  @Test(
    "An example runs to its end",
    .enabled(if: !scripts.isEmpty, "examples/ holds no scripts yet"), arguments: scripts)
  func example(_ name: String) throws {
    let script = Self.folder.appending(name).path
    let outcome = try Executable.withFolder { folder in
      try Executable.run(
        shell:
          "sh -c 'head -1 \"$1\" | grep -q bash && exec bash \"$1\" || exec sh \"$1\"' sh '\(script)'",
        in: Self.folder, environment: ["TMPDIR": folder.path])
    }
    #expect(outcome.code == 0, "\(outcome.output)\n\(outcome.errors)")
  }
}
