import ArgumentParser
import ImpactAnalysis
import RegisterAnalysis
import RegisterModel
import ResponsePlanning

struct PlayDryRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dryrun",
    abstract:
      "Play a disruption against the protocols: what fires, who decides, what has no protocol.",
    discussion: """
      Plays what 'holdfast whatif' plays, and asks every protocol: when its triggers fire, who may declare \
      it and who can't be reached at that hour, when everybody knows, when each task is done, and when each \
      activity is back by the register's evidence.

        holdfast dryrun hospital.xml --fail S-dc1 --at "2026-12-04 18:00"
        holdfast dryrun hospital.xml --risk R-014 --level h-flood=380 --severity major
        holdfast dryrun hospital.xml --matrix

      Questions that protocols ask people are not known, so a decision is needed; --yes and --no answer those \
      of a role. --matrix plays every risk that hits something at four hours: a working day at 10:00, at 18:00 \
      and at 3:00, and a Sunday at 10:00.
      """)

  @OptionGroup var input: RegisterInput
  @OptionGroup var options: DisruptionOptions
  @Option(help: "The level of a hazard, as HAZARD=NUMBER; may be given again.")
  var level: [String] = []
  @Option(help: "How severe the incident is: minor, moderate, major or critical.")
  var severity: Incident.Severity?
  @Option(help: "A role that answers its questions with yes; may be given again.")
  var yes: [String] = []
  @Option(help: "A role that answers its questions with no; may be given again.")
  var no: [String] = []
  @Flag(help: "Play every risk at four hours, and show which protocols respond.")
  var matrix = false
  @Flag(help: "Show all entries of all lists.") var all = false
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    for role in yes where no.contains(role) {
      throw ValidationError("\(role) can't answer both --yes and --no")
    }
    guard matrix || options.isPlayed else {
      throw ValidationError("say what fails: --fail, --site, --supplier or --risk; or --matrix")
    }
    guard !matrix || options.fail.isEmpty && options.site.isEmpty && options.supplier.isEmpty else {
      throw ValidationError("--matrix plays the risks; leave out --fail, --site and --supplier")
    }
  }

  func run() throws {
    let progress = ProgressLine()
    progress.say("reading the register")
    let register = options.compiled(try input.load())
    if matrix { return try showMatrix(register, progress) }
    let start = try options.start(in: register.impact)
    progress.say("playing the disruption")
    let scenario = try options.scenario(in: register, file: input.file)
    let run = DryRun(
      register, PlayedDisruption(register.impact, failures: scenario.failures, start: start),
      answers: try answers(register.register), levels: try levels(register.register),
      severity: severity, risk: options.risk.flatMap { try? Identifier<Risk>($0) })
    progress.finish()
    let view = DryRunView(compiled: register, scenario: scenario, run: run)
    if json {
      print(try JSONStream.text(of: DryRunJSON(view)))
    } else {
      print(
        DryRunText(view, limit: all ? nil : Impact.usualLimit, terminal: .output).text,
        terminator: "")
    }
  }

  private func answers(_ register: Register) throws -> [(question: ManualCondition, answer: Bool)] {
    let questions = register.protocols.flatMap(\.questions)
    for role in yes + no where !questions.contains(where: { $0.role.text == role }) {
      let hint = Spelling.hint(for: role, in: questions.map(\.role.text))
      throw CommandFailure(
        "no protocol asks a role '\(role)' anything" + (hint.map { "; \($0)" } ?? ""))
    }
    return questions.compactMap { question in
      if yes.contains(question.role.text) { return (question, true) }
      return no.contains(question.role.text) ? (question, false) : nil
    }
  }

  private func levels(_ register: Register) throws -> [(
    hazard: Identifier<Hazard>, level: RegisterModel.Measure
  )] {
    try level.map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let number = Double(parts[1]),
        let value = RegisterModel.Measure(number)
      else { throw ValidationError("write --level HAZARD=NUMBER") }
      guard let hazard = register.hazards.first(where: { $0.id.text == parts[0] }) else {
        let hint = Spelling.hint(for: parts[0], in: register.hazards.map(\.id.text))
        throw CommandFailure(
          "there is no hazard '\(parts[0])'" + (hint.map { "; \($0)" } ?? ""))
      }
      return (hazard.id, value)
    }
  }

  private func showMatrix(_ register: CompiledRegister, _ progress: ProgressLine) throws {
    let zone = register.impact.calendars.zone ?? .utc
    let hours = CoverageHours(after: register.today, zone).moments
    let places: [Int]
    if let risk = options.risk {
      guard let place = register.register.risks.firstIndex(where: { $0.id.text == risk }) else {
        throw CommandFailure("there is no risk '\(risk)'")
      }
      places = [place]
    } else {
      places = Array(register.register.risks.indices)
    }
    let coverage = ResponseCoverage(register, risks: places, hours: hours) { done, count in
      progress.say("playing risk \(done + 1) of \(count)")
    }
    progress.finish()
    if json {
      print(try JSONStream.text(of: CoverageJSON(coverage, register)))
    } else {
      print(CoverageText(coverage, register, terminal: .output).text, terminator: "")
    }
  }
}

/// The hours at which a coverage matrix is made: the first working day after a day at 10:00, 18:00 and, the night
/// after, 3:00, and the first Sunday after it at 10:00.
struct CoverageHours {
  let moments: [Moment]

  init(after day: CalendarDate, _ zone: TimeZoneRules) {
    func next(_ day: CalendarDate, where fits: (Weekday) -> Bool) -> CalendarDate {
      var number = Int(day.dayNumber) + 1
      while let date = CalendarDate(dayNumber: number), !fits(date.weekday) {
        number += 1
      }
      return CalendarDate(dayNumber: number) ?? day
    }
    let working = next(day) { $0 != .saturday && $0 != .sunday && $0 != .friday }
    let sunday = next(day) { $0 == .sunday }
    let night = CalendarDate(dayNumber: Int(working.dayNumber) + 1) ?? working
    let times: [(CalendarDate, Int)] = [(working, 10), (working, 18), (night, 3), (sunday, 10)]
    moments = times.compactMap { date, hour in
      TimeOfDay(minutes: hour * 60).flatMap { zone.moment(of: LocalTime(date, $0)) }
    }
  }
}
