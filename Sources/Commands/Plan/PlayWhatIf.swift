import ArgumentParser
import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

struct PlayWhatIf: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Play a disruption: what stops, what it costs, and when it is back.",
    discussion: """
      Fails assets or activities, all that stands at a site, all that a supplier supplies, or what a risk \
      hits, at a moment, and follows the needs: which activities stop and when, when each passes its RTO \
      and its MTPD, what every hour costs, what to restore in which order, and who is missing.

        holdfast whatif hospital.xml --fail S-dc1 --at "2026-12-04 18:00"
        holdfast whatif hospital.xml --fail S-dc1 --fail S-dc2 --for 12h
        holdfast whatif hospital.xml --site S-main --supplier o-network
        holdfast whatif hospital.xml --risk R-014 --percentile 95

      Without --for everything takes as long as the register's evidence says. With --risk it is out as long \
      as the risk's own distribution says: in the middle of it, at --percentile, or drawn with --seed.
      """)

  @OptionGroup var input: RegisterInput
  @OptionGroup var options: DisruptionOptions
  @Option(
    help: "With --risk: how long, from 1 to 99: 95 is exceeded in one case of twenty (default: 50)."
  )
  var percentile: Double?
  @Option(help: "With --risk: draw how long with this seed; the same seed gives the same.")
  var seed: UInt64?
  @Flag(help: "Show all entries of all lists.") var all = false
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard options.isPlayed else {
      throw ValidationError("say what fails: --fail, --site, --supplier or --risk")
    }
    guard percentile.map({ (1...99).contains($0) }) ?? true else {
      throw ValidationError("--percentile goes from 1 to 99")
    }
    guard options.risk != nil || (percentile == nil && seed == nil) else {
      throw ValidationError("--percentile and --seed need --risk, whose distribution they ask")
    }
    guard options.length == nil || (percentile == nil && seed == nil) else {
      throw ValidationError("--for says how long it takes; leave out --percentile and --seed")
    }
    guard percentile == nil || seed == nil else {
      throw ValidationError("--percentile and --seed exclude each other")
    }
  }

  func run() throws {
    let progress = ProgressLine()
    progress.say("reading the register")
    let register = options.compiled(try input.load())
    let start = try options.start(in: register.impact)
    progress.say("playing the disruption")
    let scenario = try options.scenario(in: register, file: input.file, quantile: quantile)
    let view = DisruptionView(
      scenario: scenario, impact: register.impact,
      played: PlayedDisruption(register.impact, failures: scenario.failures, start: start))
    progress.finish()
    if json {
      print(try JSONStream.text(of: DisruptionJSON(view)))
    } else {
      print(
        DisruptionText(view, limit: all ? nil : Impact.usualLimit, terminal: .output).text,
        terminator: "")
    }
  }

  /// Which part of a risk's distribution is asked for, between 0 and 1.
  private var quantile: Double {
    if let percentile { return percentile / 100 }
    guard let seed else { return 0.5 }
    // One draw; never 0 or 1.
    var generator = SeededDraw(seed: seed)
    return (Double(generator.next() >> 11) + 0.5) / Double(1 << 53)
  }
}

/// The generator of a single draw (splitmix64).
private struct SeededDraw {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
