import RegisterAnalysis
import RegisterModel
import RiskScoring

/// One page for somebody who decides and has never been taught how registers work: no jargon, no number
/// without its meaning, and what is unknown is called so.
struct SummarySection {
  let context: ReportContext
  let deadlines: Deadlines
  /// How many risks are told in words.
  private static let topCount = 5

  init(_ context: ReportContext) {
    self.context = context
    deadlines = Deadlines(context)
  }

  var blocks: [Block] {
    var blocks: [Block] = [.paragraph(introduction)]
    guard !context.register.risks.isEmpty else {
      return blocks + [.text("There is no risk in the register yet.")]
    }
    blocks.append(.tiles(tiles))
    blocks += topRisks + excess + lateness + disruption + change
    blocks.append(.heading(Heading(["What has to be decided"])))
    let decisions = Decisions(context, deadlines).items
    blocks.append(
      decisions.isEmpty
        ? .text("Nothing in the register waits for a decision.") : .list(ItemList(decisions)))
    return blocks
  }

  /// What the register is about and how much is in it.
  private var introduction: [Inline] {
    let register = context.register
    var text: [Inline] = []
    if let scope = register.scopeStatement?.paragraphs.first {
      text += [.said(String(scope).opening(220)), " "]
    }
    let total = register.risks.count
    guard total > 0 else { return text }
    text.append(.text("The register holds \(Plural.count(total, "risk")): "))
    var parts = [[Inline.text("\(number(context.order.count)) assessed and put in order")]]
    let (unknown, closed) = (context.order.notAssessed.count, context.order.closed.count)
    if unknown > 0 {
      parts.append([context.link(to: .unassessed, "\(number(unknown)) not assessed")])
    }
    if closed > 0 { parts.append([.text("\(number(closed)) closed")]) }
    for (place, part) in parts.enumerated() {
      if place > 0 { text.append(place == parts.count - 1 ? " and " : ", ") }
      text += part
    }
    text.append(".")
    if unknown > 0 {
      text.append(
        .text(
          unknown == 1
            ? " One that is not assessed may be large or small: nobody knows."
            : " Those that are not assessed may be large or small: nobody knows."))
    }
    return text + expectedLoss
  }

  private var expectedLoss: [Inline] {
    let sum = context.counts.exposure
    guard let exposure = sum.exposure else { return [] }
    let unknown =
      switch sum.unknownCount {
      case 0: ""
      case 1: " Of 1 risk it is not known."
      default: " Of \(number(sum.unknownCount)) risks it is not known."
      }
    return [
      .text(
        " What is known in money, of \(Plural.count(sum.knownCount, "risk")), comes to between "
          + "\(AmountText.unbroken(exposure.low)) and \(AmountText.unbroken(exposure.high)) "
          + "\(context.currency) a year, about \(AmountText.unbroken(exposure.expected)) on "
          + "average.\(unknown)")
    ]
  }

  private var tiles: [Tile] {
    let counts = context.counts
    var tiles: [Tile] = []
    if let excess = counts.states.first(where: { $0.state == .exceedsTolerance })?.count {
      tiles.append(
        Tile(
          number(excess), [.text(excess == 1 ? "exceeds" : "exceed"), " what is tolerated"],
          tone: excess > 0 ? .bad : .good))
    }
    for rating in context.ratingsFromTop.prefix(2) {
      tiles.append(
        Tile(
          number(counts.ratings[rating]),
          ["rated ", .said(context.words.name(of: rating))]))
    }
    tiles.append(
      Tile(
        number(counts.ratings.notAssessed), ["not assessed"],
        tone: counts.ratings.notAssessed > 0 ? .unknown : .neutral))
    tiles.append(
      Tile(
        number(deadlines.lateCount), ["overdue"],
        tone: deadlines.lateCount > 0 ? .caution : .good))
    return tiles
  }

  // MARK: Disruption

  /// How many activities would not be back in time, and the worst of them in a sentence.
  private var disruption: [Block] {
    let impact = context.compiled.impact
    guard !impact.activities.isEmpty else { return [] }
    let (short, unknown) = impact.activities.reduce(into: (0, 0)) { counts, activity in
      switch activity.verdict {
      case .intolerable, .late, .lapses: counts.0 += 1
      case .unknown, .unasked: counts.1 += 1
      case .inTime: break
      }
    }
    let count = Plural.count(impact.activities.count, "activity", "activities")
    var text: [Inline] = [
      .text(
        "If everything failed at once, of \(count) \(short == 0 ? "none" : number(short)) would be back too late or "
          + "not stay, as far as is known.")
    ]
    if unknown > 0 { text.append(.text(" Of \(number(unknown)) nobody can say.")) }
    let words = ImpactWords(impact)
    if let worst = impact.worstFirst.first, worst.verdict != .inTime, worst.verdict != .unasked {
      text += [" ", .said(words.sentence(worst).capitalisedFirst + ".")]
    }
    text += [" ", context.link(to: .impact, "More on outages"), "."]
    return [.heading(Heading(["If something stops"])), .paragraph(text)]
  }

  // MARK: The first risks

  private var topRisks: [Block] {
    let top = context.order.prefix(Self.topCount)
    guard !top.isEmpty else { return [] }
    let heading =
      top.count == 1
      ? "The risk to deal with" : "The \(Self.numerals[top.count]) risks to deal with first"
    return [
      .heading(Heading([.text(heading)])),
      .list(ItemList(top.map { TopRisk(context, $0).text }, isOrdered: true)),
    ]
  }

  private static let numerals = ["no", "one", "two", "three", "four", "five"]

  // MARK: Tolerance, lateness, change

  private var excess: [Block] {
    let (open, accepted) = (deadlines.unacceptedExcess, deadlines.acceptedExcess)
    let unknown = context.counts.unknownStates
    var text: [Inline] = []
    if open.isEmpty, accepted.isEmpty {
      text.append("No risk is known to exceed what is tolerated. ")
    }
    if !accepted.isEmpty {
      text += [
        .text("\(Plural.count(accepted.count, "risk")) above tolerance "),
        .text(accepted.count == 1 ? "is" : "are"),
        " borne for a time by somebody with the authority for it: ",
      ]
      text += context.links(toRisks: accepted) + [". "]
    }
    if !open.isEmpty {
      text += [
        .strong("\(Plural.count(open.count, "risk")) above tolerance"),
        .text(open.count == 1 ? " is" : " are"), " not accepted by anybody: ",
      ]
      text += context.links(toRisks: open) + [". "]
    }
    if unknown > 0 {
      text.append(
        .text("Of \(Plural.count(unknown, "risk")) nobody can say whether it is tolerable."))
    }
    return [.heading(Heading(["What exceeds tolerance"])), .paragraph(text)]
  }

  private var lateness: [Block] {
    var items: [[Inline]] = []
    if !deadlines.lateTreatments.isEmpty {
      let names = deadlines.lateTreatments.prefix(3).map { index in
        let treatment = context.register.treatments[index]
        return "\(treatment.id) (due \(treatment.due.map(DateText.day) ?? "–"))"
      }
      items.append([
        .text(
          Plural.count(deadlines.lateTreatments.count, "treatment is", "treatments are")
            + " past the day set: "),
        .text(Self.shortened(names, of: deadlines.lateTreatments.count)),
      ])
    }
    if !deadlines.lapsedAcceptances.isEmpty {
      let names = deadlines.lapsedAcceptances.prefix(3).map { index in
        let acceptance = context.register.acceptances[index]
        return "\(acceptance.id) of \(acceptance.risk)"
      }
      items.append([
        .text(
          Plural.count(deadlines.lapsedAcceptances.count, "acceptance has", "acceptances have")
            + " run out, so that the risk is open again: "),
        .text(Self.shortened(names, of: deadlines.lapsedAcceptances.count)),
      ])
    }
    if !deadlines.lateReviews.isEmpty {
      items.append(
        [
          .text(
            Plural.count(deadlines.lateReviews.count, "risk is", "risks are")
              + " overdue for review: ")
        ]
          + context.links(toRisks: deadlines.lateReviews, most: 6))
    }
    if !deadlines.redIndicators.isEmpty || !deadlines.silentIndicators.isEmpty {
      items.append([
        context.link(to: .indicators, "Indicators"),
        .text(
          ": \(deadlines.redIndicators.count) red, \(deadlines.silentIndicators.count) of which "
            + "nothing is known today"),
      ])
    }
    return [
      .heading(Heading(["What is late"])),
      items.isEmpty ? .text("Nothing is overdue.") : .list(ItemList(items)),
    ]
  }

  static func shortened(_ names: [String], of count: Int) -> String {
    count > names.count
      ? names.joined(separator: ", ") + " and \(count - names.count) more" : Plural.list(names)
  }

  private var change: [Block] {
    guard let movement = context.movement else { return [] }
    return [
      .heading(Heading([context.link(to: .movement, "What changed")])),
      .paragraph(MovementWords(context, movement).summary),
    ]
  }

  private func number(_ count: Int) -> String { AmountText.grouped("\(count)") }
}
