import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// What an outage of each activity means: how long it can be borne, what it costs, and when it is over.
struct ImpactSection {
  let context: ReportContext
  private var impact: RegisterImpact { context.compiled.impact }
  private var words: ImpactWords { context.impactWords }

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    [.text(introduction)] + lacks.map { .text($0) } + [figure, table] + costs
  }

  private var introduction: String {
    let activities = impact.activities
    let parts = ActivityImpact.Verdict.allCases.compactMap { verdict -> String? in
      let count = activities.count { $0.verdict == verdict }
      return count > 0 ? "\(count) \(Self.phrase(verdict))" : nil
    }
    return "\(Plural.count(activities.count, "activity", "activities").capitalisedFirst), "
      + "\(impact.prioritised.count) of them prioritised"
      + (context.compiled.horizon.map {
        " (MTPD within \(ImpactWords.time($0.seconds)))"
      } ?? "")
      + ". If everything failed at once: \(Plural.list(parts)). The MTPD is how long an outage can be borne "
      + "at most; the objective (RTO) is when the activity is to be back, or sooner where another needs it."
  }

  static func phrase(_ verdict: ActivityImpact.Verdict) -> String {
    switch verdict {
    case .intolerable: "out for longer than can be borne"
    case .late: "late"
    case .lapses: "out again when a workaround has run out"
    case .unknown: "back nobody knows when"
    case .unasked: "without an objective"
    case .inTime: "back in time"
    }
  }

  /// What the register doesn't say, so that something is not here.
  private var lacks: [String] {
    var lacks: [String] = []
    if context.register.activities.allSatisfy({ $0.needs.isEmpty }) {
      lacks.append(
        "No activity says what it needs, so that each is back as soon as its own work is done: too good to "
          + "be true.")
    }
    if context.register.criteria?.bands.isEmpty ?? true {
      lacks.append("The criteria have no bands: there are no times at which impacts are judged.")
    }
    let zones = impact.calendars.unknownZones
    if !zones.isEmpty {
      lacks.append(
        "What depends on the clocks of \(Plural.list(zones.map(\.text))) is not known: this machine doesn't know the time "
          + "zone.")
    }
    return lacks
  }

  // MARK: The chart

  /// How many rows the chart has at most.
  private static let most = 40

  private var figure: Block {
    let shown = Array(impact.worstFirst.prefix(Self.most))
    let axis = ElapsedAxis(logarithmic: shown.flatMap(times))
    let late = shown.count(where: Self.isBackLate)
    let lapses = shown.count { $0.lapse != nil && !Self.isBackLate($0) }
    let again =
      lapses > 0
      ? ", and \(lapses) \(lapses == 1 ? "is" : "are") out again later, as the notes say" : ""
    return .figure(
      Figure(
        .tolerance(ToleranceChart(ticks: axis.ticks, rows: shown.map { row($0, axis) })),
        title: "How long activities can be down, and when they are back",
        summary:
          "\(shown.count == impact.activities.count ? "Of" : "Of the first \(shown.count) of") "
          + "\(Plural.count(impact.activities.count, "activity", "activities")), the worst first, \(late) "
          + "\(late == 1 ? "is" : "are") back too late\(again). Equal factors of time take equal room.",
        // The table below says the same.
        alternative: nil))
  }

  private func times(_ activity: ActivityImpact) -> [Int64] {
    [
      activity.period.seconds, activity.period.derived?.lower, activity.back.seconds,
      activity.requirement.isAsked ? activity.requirement.seconds : nil,
    ].compactMap { $0 }
  }

  private func row(_ activity: ActivityImpact, _ axis: ElapsedAxis) -> ToleranceChart.Row {
    let period = activity.period
    let isTolerable = period.seconds == nil && period.derived?.isNotCritical ?? false
    let intolerable = period.seconds
    // A declared period says up to when; the grid may say less.
    let tolerable = min(
      period.derived?.lower ?? (period.isDeclared ? intolerable ?? 0 : 0), intolerable ?? .max)
    let isLate = Self.isBackLate(activity)
    return ToleranceChart.Row(
      label(activity.node), tolerable: axis.place(of: tolerable),
      intolerable: intolerable.map(axis.place), isTolerable: isTolerable,
      objective: activity.requirement.isAsked
        ? axis.place(of: activity.requirement.seconds) : nil,
      back: activity.back.seconds.map(axis.place), note: Self.note(activity),
      isLate || activity.lapse != nil ? .bad : .neutral)
  }

  private func label(_ node: Int) -> String {
    "\(impact.identifier(node)) \(impact.name(node))"
  }

  /// Whether it is back later than it must be, or than can be borne; not where it is only out again later.
  static func isBackLate(_ activity: ActivityImpact) -> Bool {
    activity.gap.map { $0 > 0 } ?? false
      || activity.period.seconds.map { activity.back.lower > $0 } ?? false
  }

  /// "back after 8 h, 2 h too late", "back after 1 h, out again after 5 h".
  static func note(_ activity: ActivityImpact) -> String {
    let back = ImpactWords.time(activity.back)
    let start =
      activity.back.isNever ? "never back" : activity.back.isKnown ? "back after \(back)" : back
    guard let gap = activity.gap, gap > 0, gap < TimeBounds.never else {
      return start
        + (activity.lapse.map { ", out again after \(ImpactWords.time($0.from))" } ?? "")
    }
    return start + ", \(DateText.brief(gap)) too late"
  }

  // MARK: The tables

  private var table: Block {
    let context = context
    let activities = impact.worstFirst
    let rows = Series(count: activities.count) { place in
      Table.Row.cells(Self.cells(activities[place], context))
    }
    return .table(
      Table(
        caption: ["Activities and their times, the worst first"],
        columns: [
          .init("Activity", isRowHeader: true), .init("Owner"),
          .init("MTPD"), .init("RTO", .trailing), .init("Must be back", .trailing),
          .init("Is back", .trailing), .init("That is"), .init("RPO", .trailing),
        ], rows: rows))
  }

  private static func cells(_ activity: ActivityImpact, _ context: ReportContext) -> [[Inline]] {
    let (impact, words) = (context.compiled.impact, context.impactWords)
    let record = context.register.activities[activity.node]
    let notes = words.notes(activity.period, of: record)
    let period = activity.period.seconds.map { ImpactWords.time($0) }
    let required = activity.requirement
    var must: [Inline] = ["not stated"]
    if required.isAsked {
      must = [.text(ImpactWords.time(required.seconds))]
      if let binding = required.binding {
        must += [" because of ", context.link(toNode: binding)]
      }
    }
    return [
      [context.link(toNode: activity.node), " ", .said(impact.name(activity.node))],
      [context.party(record.owner)],
      [.strong(period ?? "not known")]
        + (notes.isEmpty ? [] : [.said("; " + notes.joined(separator: "; "))]),
      [.text(record.targets?.rto.map { ImpactWords.time($0.seconds) } ?? "not stated")],
      must, [.text(ImpactWords.time(activity.back))], verdict(activity),
      [
        .text(
          record.targets?.rpo.map { ImpactWords.time($0.seconds) }
            ?? (record.usesData == false ? "no data" : "not stated"))
      ],
    ]
  }

  static func verdict(_ activity: ActivityImpact) -> [Inline] {
    let tone: Tone =
      switch activity.verdict {
      case .intolerable, .late, .lapses: .bad
      case .unknown, .unasked: .unknown
      case .inTime: .good
      }
    var text: [Inline] = [
      .badge(ImpactWords.verdict(activity.verdict).replacing(" ", with: "\u{A0}"), tone)
    ]
    if let gap = activity.gap, gap > 0 { text.append(.text(" \(ImpactWords.gap(gap))")) }
    return text
  }

  private var costs: [Block] {
    let costed = impact.worstFirst.filter { impact.losses[$0.node] != nil }
    let silent = impact.activities.count - costed.count
    guard !costed.isEmpty else {
      return [.text("No activity states what an outage costs, so that its cost is not known.")]
    }
    let context = context
    let bands = context.register.criteria?.bands ?? []
    let horizons =
      bands.isEmpty ? [4, 24, 168].compactMap { ElapsedTime(seconds: $0 * 3600) } : bands
    let rows = Series(count: costed.count) { place -> Table.Row in
      let node = costed[place].node
      let loss = context.compiled.impact.losses[node]
      return .cells(
        [[context.link(toNode: node), " ", .said(context.compiled.impact.name(node))]]
          + horizons.map { time in
            [.text(loss.map { AmountText.unbroken($0.curve.value(at: time.hours)) } ?? "not known")]
          }
          + [[.text(loss?.start.map(ImpactWords.moment) ?? "makes no difference")]])
    }
    let note =
      silent > 0
      ? [
        Block.text(
          "\(Plural.count(silent, "activity states", "activities state").capitalisedFirst) no cost, or a time zone is not "
            + "known: what an outage costs there is not known.")
      ] : []
    return [
      .table(
        Table(
          caption: [.text("What an outage costs by its length, \(context.currency)")],
          columns: [.init("Activity", isRowHeader: true)]
            + horizons.map { .init(ImpactWords.time($0.seconds), .trailing) }
            + [.init("If it begins")],
          rows: rows))
    ] + note
  }
}
