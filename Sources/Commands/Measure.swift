import ArgumentParser
import RegisterModel
import RegisterXML
import RiskScoring

/// Times reading, writing and assessing inside the process, for the benchmark.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "time", shouldDisplay: false)

  @OptionGroup var input: RegisterInput

  private struct Result: Encodable {
    let read: Double
    let write: Double
    let assess: Double
    let bytes: Int
  }

  func run() throws {
    let clock = ContinuousClock()
    var register: Register?
    let read = try clock.measure { register = try input.load() }
    guard let register else { throw ExitCode(2) }
    var bytes = 0
    let write = try clock.measure { bytes = try RegisterWriter.write(register) { _ in }.byteCount }
    var ranked = 0
    let assess = clock.measure {
      let assessment = Assessment(of: register)
      ranked = PriorityOrder(of: assessment).count + HeatMap(of: assessment).cells.count
    }
    precondition(ranked >= 0)
    try printJSON(
      Result(
        read: read / .seconds(1), write: write / .seconds(1), assess: assess / .seconds(1),
        bytes: bytes))
  }
}
