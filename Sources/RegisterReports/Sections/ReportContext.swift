import ImpactAnalysis
import RegisterAnalysis
import RegisterChecks
import RegisterModel
import RiskScoring

/// All that the sections of a report draw on, computed once.
final class ReportContext: Sendable {
  let compiled: CompiledRegister
  let movement: RegisterMovement?
  let checks: CheckReport?
  let provenance: RegisterReport.Provenance
  let words: RegisterWords
  let order: PriorityOrder
  let map: HeatMap
  let counts: RiskCounts
  let audit: CriteriaAudit?
  let reasons: RankReason
  let initials: RatingInitials
  /// The place of each risk in the order, from 0; -1 for those that are not ranked.
  let ranks: [Int32]
  /// Of each risk: the places of the findings on it.
  let findingsOfRisk: [Int: [Int]]
  /// The names of the objectives.
  let objectives: [Identifier<Objective>: String]
  /// The parts that are shown.
  let parts: Set<ReportPart>

  init(
    _ compiled: CompiledRegister, earlier: CompiledRegister?, checks: CheckReport?,
    provenance: RegisterReport.Provenance
  ) {
    self.compiled = compiled
    self.checks = checks
    self.provenance = provenance
    movement = earlier.map { RegisterMovement(from: $0, to: compiled) }
    words = RegisterWords(compiled.register, compiled.rules)
    let order = PriorityOrder(of: compiled.current)
    self.order = order
    map = HeatMap(of: compiled.current)
    counts = RiskCounts(of: compiled.current)
    audit = compiled.register.criteria.flatMap { CriteriaAudit($0) }
    reasons = RankReason(order, words)
    initials = RatingInitials(words)
    var ranks = [Int32](repeating: -1, count: compiled.register.risks.count)
    for place in order.indices { ranks[order.riskIndex(at: place)] = Int32(place) }
    self.ranks = ranks
    var findingsOfRisk: [Int: [Int]] = [:]
    for (place, finding) in (checks?.findings ?? []).enumerated() {
      guard let entity = finding.entity.flatMap({ try? Identifier<Risk>($0) }),
        let risk = compiled.risks[entity]
      else { continue }
      findingsOfRisk[risk, default: []].append(place)
    }
    self.findingsOfRisk = findingsOfRisk
    objectives = Dictionary(
      compiled.register.objectives.map { ($0.id, $0.name.text) },
      uniquingKeysWith: { first, _ in first })
    parts = []
  }

  private init(_ other: ReportContext, parts: Set<ReportPart>) {
    compiled = other.compiled
    movement = other.movement
    checks = other.checks
    provenance = other.provenance
    words = other.words
    order = other.order
    map = other.map
    counts = other.counts
    audit = other.audit
    reasons = other.reasons
    initials = other.initials
    ranks = other.ranks
    findingsOfRisk = other.findingsOfRisk
    objectives = other.objectives
    self.parts = parts
  }

  /// The same, showing some of the parts.
  func showing(_ parts: Set<ReportPart>) -> ReportContext { ReportContext(self, parts: parts) }

  var register: Register { compiled.register }
  var today: CalendarDate { compiled.today }
  var currency: String { register.currency.code }

  /// The parts that were asked for and have something to say.
  var shownParts: [ReportPart] {
    ReportPart.allCases.filter { part in
      guard parts.contains(part) else { return false }
      return switch part {
      case .summary, .method: true
      case .map, .register, .risks: !register.risks.isEmpty
      case .movement: movement != nil
      case .treatments: !register.treatments.isEmpty
      case .acceptances: !register.acceptances.isEmpty
      case .indicators: !register.indicators.isEmpty
      case .findings: checks != nil
      case .exercises: !register.exercises.isEmpty || !register.protocols.isEmpty
      case .incidents: !register.incidents.isEmpty
      case .unassessed: !order.notAssessed.isEmpty
      case .impact, .gaps, .dependencies, .points, .recovery, .people, .activities:
        !register.activities.isEmpty
      case .protocols: !register.protocols.isEmpty
      case .timeChecks: compiled.response.protocols.contains { !$0.planned.isEmpty }
      }
    }
  }

  /// The ratings of the criteria, the highest first.
  var ratingsFromTop: [Level<RatingScale>] {
    stride(from: compiled.rules.matrix.highestRank, through: 1, by: -1).compactMap { Level($0) }
  }

  var ratingColours: [RatingColour] {
    ratingsFromTop.reversed().map { RatingColour(words.colour(of: $0).lowercased()) }
  }

  // MARK: Pieces of text

  /// The identifier of a risk, leading to its card where there are cards.
  func link(toRisk index: Int, _ style: Inline.Style = .plain) -> Inline {
    let id = register.risks[index].id.text
    return Inline(id, style, to: parts.contains(.risks) ? anchor(ofRisk: index) : nil)
  }

  func link(to risk: Identifier<Risk>) -> Inline {
    compiled.risks[risk].map { link(toRisk: $0) } ?? .text(risk.text)
  }

  func anchor(ofRisk index: Int) -> Anchor { Anchor("risk-" + register.risks[index].id.text) }

  /// A part of the report, leading to it where it is shown.
  func link(to part: ReportPart, _ text: String) -> Inline {
    Inline(text, to: shownParts.contains(part) ? part.anchor : nil)
  }

  /// "R-1, R-2 and 7 more", each leading to its card.
  func links(toRisks indices: [Int], most: Int = 8) -> [Inline] {
    var pieces: [Inline] = []
    let shown = indices.prefix(most)
    for (place, index) in shown.enumerated() {
      if place > 0 { pieces.append(place == indices.count - 1 ? " and " : ", ") }
      pieces.append(link(toRisk: index))
    }
    if indices.count > most {
      pieces.append(.text(" and \(AmountText.grouped("\(indices.count - most)")) more"))
    }
    return pieces
  }

  // MARK: Activities and assets

  var impactWords: ImpactWords { ImpactWords(compiled.impact) }

  /// The identifier of an activity or asset, leading to its card where there is one.
  func link(toNode node: Int) -> Inline {
    let isActivity = node < register.activities.count
    return Inline(
      compiled.impact.identifier(node),
      to: isActivity && shownParts.contains(.activities) ? anchor(ofNode: node) : nil)
  }

  func anchor(ofNode node: Int) -> Anchor { Anchor("activity-" + compiled.impact.identifier(node)) }

  /// "A-1, A-2 and 7 more".
  func links(toNodes nodes: [Int], most: Int) -> [Inline] {
    var pieces: [Inline] = []
    for (place, node) in nodes.prefix(most).enumerated() {
      if place > 0 { pieces.append(place == nodes.count - 1 ? " and " : ", ") }
      pieces.append(link(toNode: node))
    }
    if nodes.count > most {
      pieces.append(.text(" and \(AmountText.grouped("\(nodes.count - most)")) more"))
    }
    return pieces
  }

  func badge(_ rating: Level<RatingScale>?) -> Inline {
    guard let rating else { return .badge("not assessed", .unknown) }
    return .badge(words.name(of: rating), .rating(Int(rating.rank)), from: .register)
  }

  func badge(_ standing: AppetiteStanding) -> Inline {
    let tone: Tone =
      switch standing.state {
      case .withinAppetite?: .good
      case .withinTolerance?: .caution
      case .exceedsTolerance?: .bad
      case nil: .unknown
      }
    return .badge(words.phrase(for: standing), tone)
  }

  func party(_ party: Identifier<Party>?) -> Inline {
    party.map { .said(words.name(of: $0)) } ?? .text("nobody")
  }

  /// The day, and how far it lies from the day of the report.
  func day(_ date: CalendarDate) -> String {
    "\(DateText.day(date)) (\(DateText.distance(date, from: today)))"
  }

  /// "10 k – 100 k EUR a year, 42 k on average": the interval first, the average never without it.
  func yearly(_ exposure: Exposure) -> String {
    "\(AmountText.unbroken(exposure.low)) – \(AmountText.unbroken(exposure.high)) \(currency) a year, "
      + "\(AmountText.unbroken(exposure.expected)) on average"
  }
}

extension Prose {
  /// Each paragraph as words of the register.
  var said: [[Inline]] {
    // Most prose is one paragraph, and looking for a second is quicker than splitting.
    utf8.contains(UInt8(ascii: "\n"))
      ? paragraphs.map { [.said(String($0))] } : [[.said(String(utf8))]]
  }
}

extension String {
  /// The text as the beginning of a sentence.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// As much of the first sentences as fits into a number of characters; all of a text that is short.
  func opening(_ most: Int) -> String {
    guard utf8.count > most, count > most else { return self }
    let start = prefix(most)
    if let end = start.lastIndex(where: { ".!?".contains($0) }),
      start[...end].count * 3 > most
    {
      return String(start[...end])
    }
    let words = start[..<(start.lastIndex(of: " ") ?? start.endIndex)]
    return words + "…"
  }
}
