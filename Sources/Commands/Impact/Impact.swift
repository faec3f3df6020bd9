import ArgumentParser
import RegisterAnalysis
import RegisterModel

struct Impact: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What disruption costs, and how long recovery really takes.",
    discussion: """
      Shows for every activity how long it can be down, when it must be back, when it really is after \
      everything failed, and what it waits for; then single points of failure, what several activities \
      hang on together, work that would be lost, people who are missing, what would help most, and what \
      outages cost. Nothing of it is typed in: it follows from grids, needs, evidence and crews.

        holdfast impact hospital.xml
        holdfast impact hospital.xml --activity A-triage --on 2026-12-24
        holdfast impact hospital.xml --json
      """)

  /// How many entries of a list are shown if nobody says.
  static let usualLimit = 20

  @OptionGroup var input: RegisterInput
  @Option(help: "Only this activity; may be given again.") var activity: [String] = []
  @Option(help: "The day that counts as today; the machine's where left out.")
  var today: CalendarDate?
  @Option(
    help:
      "Show how long a disruption can be borne that begins on this day, in the peaks it falls in.")
  var on: CalendarDate?
  @Flag(help: "Take the safe end of intervals: the last time known to be tolerable.")
  var conservative = false
  @Option(help: "How many entries of a list to show (default: 20; all with --json).") var top: Int?
  @Flag(help: "Show all entries of all lists.") var all = false
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard top ?? 0 >= 0 else { throw ValidationError("--top needs a number, zero or more") }
    guard top == nil || !all else { throw ValidationError("--top and --all exclude each other") }
  }

  func run() throws {
    let progress = ProgressLine()
    progress.say("reading the register")
    let register = CompiledRegister(
      try input.load(), today: today ?? Surroundings.today(), zones: TimeZoneFiles.rules)
    progress.say("analysing")
    let view = try ImpactView(
      register, activities: activity, on: on, isConservative: conservative, file: input.file)
    if json {
      let text = try JSONStream.text(of: ImpactJSON(view, limit: top))
      progress.finish()
      print(text)
    } else {
      let limit = all ? nil : top ?? Self.usualLimit
      let text = ImpactText(view, limit: limit, terminal: .output).text
      progress.finish()
      print(text, terminator: "")
    }
  }
}
