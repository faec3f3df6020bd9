import ArgumentParser
import ImpactAnalysis
import RegisterAnalysis
import RegisterExchange
import RegisterModel

struct ShowAlerts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alerts",
    abstract: "Show what is due, overdue, red, stale or triggered.",
    discussion: """
      Reviews, treatments, acceptances, actions, exercises, contacts, indicators, reporting clocks of incidents, \
      activations that are open: what is overdue first, then what holds now, then what is due soon.

        holdfast alerts hospital.xml
        holdfast alerts hospital.xml --within 90d --for r-ciso
        holdfast alerts hospital.xml --within 365d --ics due.ics
        holdfast alerts hospital.xml --cap alert.xml --activation AV-2026-01

      --ics writes an iCalendar file that calendar programs take in; --cap a message of the Common Alerting \
      Protocol 1.2 for an activation, as it stands at that moment.
      """)

  @OptionGroup var input: RegisterInput
  @Option(help: "The day that counts as today, up to its end; now where left out.")
  var today: CalendarDate?
  @Option(help: "The moment, such as \"2026-12-04 18:00\", instead of a day.") var at: String?
  @Option(help: "How far ahead to look, such as 14d or 12w (default: 30d).") var within: SpokenTime?
  @Option(
    name: .customLong("for"),
    help: "Only what this person, role or team is to act on, itself or in a role that it holds.")
  var party: String?
  @Flag(help: "Show all entries of all lists.") var all = false
  @Flag(help: "Print JSON.") var json = false
  @Option(
    help: "Write an iCalendar file, or - for standard output.",
    completion: .file(extensions: ["ics"]))
  var ics: String?
  @Option(
    help: "Write a CAP 1.2 message, or - for standard output; needs --activation.",
    completion: .file(extensions: ["xml"]))
  var cap: String?
  @Option(help: "The activation that --cap tells of.") var activation: String?
  @Option(
    help: "Who sends, as --cap names it, such as ops.example.org; the register's id if left out.")
  var sender: String?

  private func checkOptions() throws {
    guard today == nil || at == nil else {
      throw ValidationError("--today and --at exclude each other")
    }
    guard [json, ics != nil, cap != nil].count(where: { $0 }) <= 1 else {
      throw ValidationError("--json, --ics and --cap exclude each other")
    }
    guard (cap == nil) == (activation == nil) else {
      throw ValidationError("--cap and --activation need each other")
    }
    guard sender == nil || cap != nil else { throw ValidationError("--sender needs --cap") }
  }

  func run() throws {
    try checkOptions()
    let register = try input.load()
    let calendars = RegisterCalendars(register, unstated: .utc, rules: TimeZoneFiles.rules)
    let moment = try moment(calendars.zone)
    if let cap, let activation {
      try write(try message(of: activation, in: register, at: moment), to: cap)
      return
    }
    let compiled = CompiledRegister(
      register, today: today ?? moment.localDate, zones: TimeZoneFiles.rules)
    let days = within.map { Int(($0.time.seconds + 86_399) / 86_400) }
    let view = try AlertsView(
      compiled, at: moment, days: days ?? RegisterAlerts.usualDays, party: party, file: input.file)
    if let ics {
      try write(AlertCalendar(view.alerts, of: register, stamp: moment).text, to: ics)
    } else if json {
      print(try JSONStream.text(of: AlertsJSON(view)))
    } else {
      print(
        AlertsText(view, limit: all ? nil : Impact.usualLimit, terminal: .output).text,
        terminator: "")
    }
  }

  /// What counts as now: the end of the day that was given, so that all recorded on it has happened.
  private func moment(_ zone: TimeZoneRules?) throws -> Moment {
    if let at { return try SpokenMoment.moment(at, in: zone) }
    let now = Surroundings.now()
    guard let today else { return zone?.moment(at: now.secondsSince1970) ?? now }
    let zone = zone ?? .utc
    return CalendarDate(dayNumber: Int(today.dayNumber) + 1)
      .flatMap { zone.moment(of: LocalTime(startOf: $0)) }
      .flatMap { zone.moment(at: $0.secondsSince1970 - 1) } ?? now
  }

  private func message(of name: String, in register: Register, at moment: Moment) throws -> String {
    guard let found = register.activations.first(where: { $0.id.text == name }) else {
      let hint = Spelling.hint(for: name, in: register.activations.map(\.id.text))
      throw CommandFailure(
        "\(input.file) has no activation '\(name)'" + (hint.map { "; \($0)" } ?? ""))
    }
    guard let alert = ActivationAlert(found, of: register, at: moment, sender: sender) else {
      throw CommandFailure(
        "\(name) had not been declared by \(ImpactWords.moment(moment)), so there is nothing to tell"
      )
    }
    return alert.text
  }

  private func write(_ text: String, to path: String) throws {
    let file = try OutputFile(path: path)
    var text = text
    text.withUTF8 { file.write(UnsafeRawBufferPointer($0)) }
    try file.finish()
    if path != "-" { printError("wrote \(path)") }
  }
}
