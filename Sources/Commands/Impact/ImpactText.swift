import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// The impact analysis for people at a screen of 80 columns or more; it says all without colour.
struct ImpactText {
  let view: ImpactView
  /// How many entries of a list are shown; nil: all.
  let limit: Int?
  let layout: TextLayout

  init(_ view: ImpactView, limit: Int?, terminal: Terminal) {
    self.view = view
    self.limit = limit
    layout = TextLayout(terminal)
  }

  var impact: RegisterImpact { view.impact }
  var words: ImpactWords { view.words }

  /// All of it, each line ended.
  var text: String {
    var text = header
    for lack in view.lacks { text += "\n" + layout.paragraph(lack) }
    guard !view.register.activities.isEmpty else { return text }
    text += recovery
    if !view.isPartial { text += parts }
    return text + costs + footnotes
  }

  private var header: String {
    var facts = ["business impact as of \(view.today.writtenText)"]
    if let revision = view.register.revision { facts.append("revision \(revision.value)") }
    if let on = view.on { facts.append("for a disruption that begins on \(on.writtenText)") }
    if view.isConservative { facts.append("safe ends of intervals") }
    let counts = view.counts.filter { $0.count > 0 }.map {
      "\($0.count) \(Self.phrase($0.verdict))"
    }
    let prioritised = impact.prioritised.count
    let within = view.register.criteria.flatMap { $0.horizon ?? $0.bands.max() }
    let priority =
      "\(prioritised) prioritised"
      + (within.map { " (MTPD within \(ImpactWords.time($0.seconds)))" } ?? "")
    let title = layout.paragraph(view.register.title.text, .bold)
    guard !view.register.activities.isEmpty else {
      return title + layout.paragraph(facts.joined(separator: " · "))
    }
    let count = AmountText.grouped("\(view.activities.count)")
    return title + layout.paragraph(facts.joined(separator: " · "))
      + layout.paragraph(
        "\(count) \(view.activities.count == 1 ? "activity" : "activities"), \(priority); after everything "
          + "failed: \(counts.joined(separator: ", "))")
  }

  private static func phrase(_ verdict: ActivityImpact.Verdict) -> String {
    switch verdict {
    case .intolerable: "out for longer than its MTPD"
    case .late: "late"
    case .lapses: "out again when a workaround has run out"
    case .unknown: "not known"
    case .unasked: "without an objective"
    case .inTime: "in time"
    }
  }

  // MARK: Recovery

  private var recovery: String {
    let shown = view.activities.prefix(limit ?? .max)
    let columns: [TextLayout.Column] = [
      .init(title: "Activity"), .init(title: "", isFlexible: true),
      .init(title: "MTPD", isRight: true), .init(title: "Required", isRight: true),
      .init(title: "Back after", isRight: true), .init(title: "Verdict"),
    ]
    let rows = shown.map { activity in
      [
        impact.identifier(activity.node), impact.name(activity.node),
        activity.period.seconds.map { ImpactWords.time($0) } ?? "not known",
        activity.requirement.isAsked
          ? ImpactWords.time(activity.requirement.seconds) : "not stated",
        ImpactWords.time(activity.back), verdict(activity),
      ]
    }
    return layout.heading("When activities are back, the worst first")
      + layout.table(columns, rows, indent: 2)
      + layout.more(than: shown.count, of: view.activities.count, "activities")
      + reasons
  }

  private func verdict(_ activity: ActivityImpact) -> String {
    let verdict = ImpactWords.verdict(activity.verdict)
    guard let gap = activity.gap, gap > 0 else { return verdict }
    return "\(verdict), \(ImpactWords.gap(gap))"
  }

  /// Why the activities that are not sure to be in time are not, and whose MTPD is in doubt.
  private var reasons: String {
    let doubtful = view.activities.filter {
      view.isPartial || $0.verdict != .inTime || $0.period.isStretched
        || $0.period.derived?.isUpperBoundOnly ?? false || !isShorter($0)
    }
    guard !doubtful.isEmpty else { return "" }
    let shown = doubtful.prefix(limit ?? .max)
    return layout.heading(view.isPartial ? "Why" : "Why these are late, or in doubt")
      + shown.map { activity in
        let record = view.register.activities[activity.node]
        return layout.paragraph(reason(activity), indent: 2, hanging: 2)
          + layout.paragraph(periodLine(activity, record), indent: 4, hanging: 2, .dim)
      }.joined()
      + layout.more(than: shown.count, of: doubtful.count, "activities")
  }

  /// Whether it must be back before it can't be borne; also where one of the two is not known.
  private func isShorter(_ activity: ActivityImpact) -> Bool {
    guard activity.requirement.isAsked, let period = activity.period.seconds else { return true }
    return activity.requirement.seconds < period
  }

  /// "MTPD 4 h (Safety; declared 8 h without a reason)".
  private func periodLine(_ activity: ActivityImpact, _ record: Activity) -> String {
    let period = activity.period
    let mtpd = period.seconds.map { ImpactWords.time($0) } ?? ImpactWords.interval(period.derived)
    var notes = words.notes(period, of: record)
    if !isShorter(activity) {
      notes.append("its RTO is not shorter, so meeting it would be too late")
    }
    return "MTPD \(mtpd)" + (notes.isEmpty ? "" : ": \(notes.joined(separator: "; "))")
  }

  private func reason(_ activity: ActivityImpact) -> String {
    var sentence = words.sentence(activity)
    if let back = activity.back.seconds, let alone = activity.backUnhindered.seconds, alone < back {
      sentence += " (\(ImpactWords.time(alone)) with crews enough)"
    }
    return sentence
  }

  // MARK: Costs

  private var costs: String {
    let costed = view.activities.filter { impact.losses[$0.node] != nil }
    guard !costed.isEmpty else { return "" }
    let shown = costed.prefix(limit ?? .max)
    let currency = view.register.currency.code
    let columns =
      [TextLayout.Column(title: "Activity", isFlexible: true)]
      + view.horizons.map { .init(title: ImpactWords.time($0.seconds), isRight: true) }
      + [.init(title: "worst if it begins")]
    let rows = shown.map { activity -> [String] in
      guard let loss = impact.losses[activity.node] else { return [] }
      let record = view.register.activities[activity.node]
      return ["\(record.id) \(record.name)"]
        + view.horizons.map { AmountText.short(loss.curve.value(at: $0.hours)) }
        + [loss.start.map(ImpactWords.moment) ?? "at any time"]
    }
    return layout.heading("What an outage costs, \(currency)")
      + layout.table(columns, rows, indent: 2)
      + layout.more(than: shown.count, of: costed.count, "activities")
  }

  private var footnotes: String {
    "\n"
      + layout.paragraph(
        "Why a number is what it is: 'holdfast explain \(view.file) "
          + "\(view.activities.first.map { impact.identifier($0.node) } ?? "A-1")'. What stops if something fails: "
          + "'holdfast whatif \(view.file) --fail \(exampleAsset)'.", .dim)
  }

  private var exampleAsset: String {
    words.pointsWorstFirst.first.map { impact.identifier($0.node) }
      ?? view.register.assets.first?.id.text ?? "S-1"
  }
}
