import ArgumentParser
import RegisterAnalysis
import RegisterChecks
import RegisterModel
import RegisterXML
import RiskScoring

/// Times reading, writing, assessing and checking inside the process, for the benchmark.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "time", shouldDisplay: false)

  @OptionGroup var input: RegisterInput

  private struct Result: Encodable {
    let read: Double
    let write: Double
    let assess: Double
    let check: Double
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
    // On a fixed day, so that the same file has the same findings.
    let check = clock.measure {
      let day = CalendarDate(year: 2026, month: 11, day: 24)!  // there is this day
      ranked +=
        CheckReport(of: CompiledRegister(register, today: day, zones: TimeZoneFiles.rules)).findings
        .count
    }
    try printJSON(
      Result(
        read: read / .seconds(1), write: write / .seconds(1), assess: assess / .seconds(1),
        check: check / .seconds(1), bytes: bytes))
  }
}
