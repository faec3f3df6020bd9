import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// All that `impact` shows, whatever the face.
struct ImpactView {
  let register: Register
  let impact: RegisterImpact
  let words: ImpactWords
  let today: CalendarDate
  /// The day on which a disruption begins; nil: any.
  let on: CalendarDate?
  let isConservative: Bool
  /// The activities shown, the worst first.
  let activities: [ActivityImpact]
  /// Whether only some activities were asked for, so that what concerns all is left out.
  let isPartial: Bool
  /// The file as hints name it.
  let file: String

  /// - Throws: ``CommandFailure`` if there is no such activity.
  init(
    _ compiled: CompiledRegister, activities names: [String], on: CalendarDate?,
    isConservative: Bool,
    file: String
  ) throws {
    register = compiled.register
    impact = compiled.impact
    words = ImpactWords(compiled.impact)
    today = compiled.today
    self.on = on
    self.isConservative = isConservative
    self.file = file == "-" ? "register.xml" : file
    isPartial = !names.isEmpty
    let wanted = try names.map { try Self.place(of: $0, in: compiled, file) }
    activities = compiled.impact.activities.filter { names.isEmpty || wanted.contains($0.node) }
      .map { activity in
        var activity = activity
        if let on { activity.period = compiled.impact.period(of: activity.node, on: on) }
        if isConservative { activity.period = activity.period.conservative }
        return activity
      }
      .sorted(by: ActivityImpact.isWorse)
  }

  private static func place(of name: String, in compiled: CompiledRegister, _ file: String) throws
    -> Int
  {
    if let place = compiled.register.activities.firstIndex(where: { $0.id.text == name }) {
      return place
    }
    let hint = Spelling.hint(for: name, in: compiled.register.activities.map(\.id.text))
    throw CommandFailure("\(file) has no activity '\(name)'" + (hint.map { "; \($0)" } ?? ""))
  }

  /// The times after which costs are shown: the bands of the criteria, else four usual ones.
  var horizons: [ElapsedTime] {
    let bands = register.criteria?.bands ?? []
    if !bands.isEmpty { return Array(bands.prefix(6)) }
    return [4, 24, 72, 168].compactMap { ElapsedTime(seconds: $0 * 3600) }
  }

  /// The activities of each verdict, in the order of verdicts.
  var counts: [(verdict: ActivityImpact.Verdict, count: Int)] {
    ActivityImpact.Verdict.allCases.map { verdict in
      (verdict, activities.count { $0.verdict == verdict })
    }
  }

  /// What the register lacks for an impact analysis, and how to add it: a sentence each.
  var lacks: [String] {
    if register.activities.isEmpty {
      return [
        "The register has no activities yet. Add one with 'holdfast add \(file) activity --name \"…\"'; "
          + "what it needs goes into its <needs>."
      ]
    }
    var lacks: [String] = []
    if register.activities.allSatisfy({ $0.needs.isEmpty }) {
      lacks.append(
        "No activity says what it needs, so recovery takes only its own work. Add <needs> with <on ref=\"…\"/> "
          + "to each.")
    }
    if register.criteria?.bands.isEmpty ?? true {
      lacks.append(
        "The criteria have no bands, so there are no times at which to judge impacts. Add <bands>PT4H P1D P3D "
          + "P7D</bands> to <criteria>.")
    }
    let unknown = register.activities.indices.filter { impact.periods[$0].seconds == nil }
    let open = unknown.filter { !(impact.periods[$0].derived?.isNotCritical ?? false) }
    if !open.isEmpty, !isPartial {
      let names = open.prefix(5).map(impact.identifier).joined(separator: ", ")
      lacks.append(
        "Nobody knows the MTPD of \(names)\(open.count > 5 ? " and \(open.count - 5) more" : ""), so "
          + "\(open.count == 1 ? "it isn't" : "they aren't") counted as prioritised: single points, pairs, "
          + "suppliers and sites are looked for without \(open.count == 1 ? "it" : "them").")
    }
    let zones = impact.calendars.unknownZones
    if !zones.isEmpty {
      lacks.append(
        "This machine doesn't know the time zone \(zones.map { "'\($0)'" }.joined(separator: ", ")), so what "
          + "depends on its clocks is not known. Mend the name, or install the package tzdata.")
    }
    return lacks
  }
}
