import Foundation
import Testing

@Suite("Dry runs on the command line")
struct DryRunCommandTests {
  private struct Back: Equatable {
    let id: String
    let earliest: Int?
    let latest: Int?
  }

  private func backs(_ command: String, _ failures: String, _ register: String) throws -> [Back] {
    let outcome = try Executable.run(
      shell:
        "holdfast \(command) registers/\(register) \(failures) --at \"2026-12-04 18:00\" --today 2026-11-24 --json",
      in: Executable.package)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let activities = try #require(object["activities"] as? [[String: Any]])
    return activities.map {
      Back(
        id: $0["id"] as? String ?? "", earliest: $0["backEarliest"] as? Int,
        latest: $0["backLatest"] as? Int)
    }
  }

  @Test(
    "The same disruption through whatif and dryrun gives the same recovery times",
    arguments: [
      ("st-brigid.xml", "--fail S-dc1 --fail S-dc2"), ("st-brigid.xml", "--fail S-power --for 7h"),
      ("st-brigid.xml", "--risk R-011"), ("container-port.xml", "--fail S-switch"),
      ("container-port.xml", "--fail S-tos --fail S-db"),
    ])
  func sameTimes(register: String, failures: String) throws {
    let played = try backs("whatif", failures, register)
    #expect(!played.isEmpty)
    #expect(try backs("dryrun", failures, register) == played)
  }

  @Test("A dry run says the same twice")
  func deterministic() throws {
    let line =
      "holdfast dryrun registers/st-brigid.xml --fail S-dc1 --fail S-dc2 --at \"2026-12-04 18:00\" --today 2026-11-24"
    let first = try Executable.run(shell: line, in: Executable.package)
    #expect(first.code == 0)
    #expect(first.output == (try Executable.run(shell: line, in: Executable.package)).output)
  }
}
