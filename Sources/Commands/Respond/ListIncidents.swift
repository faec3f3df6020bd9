import ArgumentParser
import RegisterAnalysis
import RegisterModel

struct ListIncidents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incidents",
    abstract: "What incidents come to: times, trend, and what keeps coming back.",
    discussion: """
      Shows what is open; how long it took to notice, take on, contain and restore, each with its number and \
      median; whether incidents come more often than before; which causes keep coming back and have no problem \
      record; and where they cluster. What nobody recorded is not guessed: n says of how many incidents a time \
      is known.

        holdfast incidents hospital.xml
        holdfast incidents hospital.xml --since 2025-01-01 --until 2025-12-31
        holdfast incidents hospital.xml --baseline 2024-01-01..2024-12-31
        holdfast incidents hospital.xml --category rc-cyber --asset S-int

      Without --since it is the twelve months up to --until, and without that up to today. They are compared \
      with as many days before them, or with --baseline.
      """)

  @OptionGroup var input: RegisterInput
  @Option(help: "The first day that counts (default: a year before the last).")
  var since: CalendarDate?
  @Option(help: "The last day that counts (default: today).") var until: CalendarDate?
  @Option(
    help:
      "The days to compare with, such as 2024-01-01..2024-12-31, or their first; the last is then the day before --since."
  )
  var baseline: DayRange?
  @Option(help: "Only incidents of this category and those below it.") var category: String?
  @Option(help: "Only incidents that hit this asset or activity.") var asset: String?
  @Option(help: "The day that counts as today; the machine's where left out.")
  var today: CalendarDate?
  @Option(help: "How many entries of a list to show (default: 20; all with --json).") var top: Int?
  @Flag(help: "Show all entries of all lists.") var all = false
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard top ?? 0 >= 0 else { throw ValidationError("--top needs a number, zero or more") }
    guard top == nil || !all else { throw ValidationError("--top and --all exclude each other") }
  }

  func run() throws {
    let today = today ?? Surroundings.today()
    let days = try days(today)
    let baseline = try baselineDays(before: days)
    let register = CompiledRegister(try input.load(), today: today, zones: TimeZoneFiles.rules)
    let incidents = RegisterIncidents(
      register, days: days, baseline: baseline, category: try wantedCategory(register),
      affected: try wantedAsset(register))
    let view = IncidentsView(incidents, file: input.file, only: only(register))
    if json {
      print(try JSONStream.text(of: IncidentsJSON(view, limit: top)))
    } else {
      let limit = all ? nil : top ?? Impact.usualLimit
      print(IncidentsText(view, limit: limit, terminal: .output).text, terminator: "")
    }
  }

  private func days(_ today: CalendarDate) throws -> ClosedRange<CalendarDate> {
    let last = until ?? max(today, since ?? today)
    guard let since else { return RegisterIncidents.year(upTo: last) }
    guard since <= last else {
      throw ValidationError("--since \(since.writtenText) is after --until \(last.writtenText)")
    }
    return since...last
  }

  private func baselineDays(before days: ClosedRange<CalendarDate>) throws
    -> ClosedRange<CalendarDate>?
  {
    guard let baseline else { return RegisterIncidents.before(days) }
    if let last = baseline.last { return baseline.first...last }
    guard let last = CalendarDate(dayNumber: Int(days.lowerBound.dayNumber) - 1),
      baseline.first <= last
    else {
      throw ValidationError(
        "--baseline \(baseline.first.writtenText) is not before \(days.lowerBound.writtenText)")
    }
    return baseline.first...last
  }

  private func wantedCategory(_ compiled: CompiledRegister) throws -> Identifier<RiskCategory>? {
    guard let category else { return nil }
    let known = (compiled.register.criteria?.categories ?? []).map(\.id)
    if let id = known.first(where: { $0.text == category }) { return id }
    throw missing("category", category, known.map(\.text))
  }

  private func wantedAsset(_ compiled: CompiledRegister) throws -> Identifier<Dependable>? {
    guard let asset else { return nil }
    if let id = try? Identifier<Dependable>(asset),
      compiled.assets[id] != nil || compiled.activities[id] != nil
    {
      return id
    }
    throw missing(
      "asset or activity", asset,
      compiled.register.assets.map(\.id.text) + compiled.register.activities.map(\.id.text))
  }

  private func missing(_ noun: String, _ name: String, _ known: [String]) -> CommandFailure {
    let hint = Spelling.hint(for: name, in: known).map { "; \($0)" } ?? ""
    return CommandFailure("\(input.file) has no \(noun) '\(name)'\(hint)")
  }

  /// What is not all of them: "only rc-cyber 'Cyber'".
  private func only(_ compiled: CompiledRegister) -> [String] {
    let words = IncidentWords(compiled.register)
    return [
      category.map { id in
        "only \(id) '\(words.name(try? Identifier<RiskCategory>(id)))' and what is below it"
      },
      asset.flatMap { try? Identifier<Dependable>($0) }.map { "only what hit \(words.label($0))" },
    ].compactMap(\.self)
  }
}
