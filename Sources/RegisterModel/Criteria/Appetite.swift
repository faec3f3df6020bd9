/// Which ratings the organisation wants and which it tolerates, in all or for one impact category.
public struct Appetite: Sendable {
  /// nil: for every category that has none of its own.
  public var category: Identifier<ImpactCategory>?
  /// Risks are wanted at this rating or below.
  public var rating: Level<RatingScale>
  /// Risks above this rating need an approved exception.
  public var tolerance: Level<RatingScale>
  public var statement: Prose?
  package var unknown: [UnknownContent] = []

  public init(rating: Level<RatingScale>, tolerance: Level<RatingScale>) {
    self.rating = rating
    self.tolerance = tolerance
  }
}

extension Appetite: Described {
  package init() {
    rating = Level(1)!
    tolerance = Level(1)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "appetite", key: ["category"], "Which ratings are wanted and which are tolerated."
  ) { f in
    f.attribute(
      "category", \.category,
      "The impact category it is for; every one without its own where left out.")
    f.attribute("rating", \.rating, "Risks are wanted at this rating or below.")
    f.attribute("tolerance", \.tolerance, "Above this rating a risk needs an approved exception.")
    f.prose("statement", \.statement, "The appetite in words.")
  }
}

/// A limit on yearly loss: on its mean, or on what is exceeded with a probability.
public struct LossLimit: Sendable {
  public enum Measure: String, WrittenWord, CaseIterable {
    /// Expected annual loss.
    case expectedAnnualLoss = "ale"
    /// Value at risk: the loss that is exceeded with the stated probability.
    case valueAtRisk = "var"
    package static let typeName = "lossMeasure"
  }
  public var measure: Measure
  /// For value at risk: the probability in a year of losing more.
  public var probability: Share?
  public var amount: Money
  package var unknown: [UnknownContent] = []

  public init(measure: Measure, probability: Share? = nil, amount: Money) {
    self.measure = measure
    self.probability = probability
    self.amount = amount
  }
}

extension LossLimit: Described {
  package init() {
    measure = .expectedAnnualLoss
    amount = Money(tenThousandths: 0)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "lossLimit", key: ["measure", "probability"], "A limit on yearly loss."
  ) { f in
    f.attribute("measure", \.measure, "Expected annual loss, or value at risk.")
    f.attribute(
      "probability", \.probability,
      "For value at risk: the probability that a year costs more, such as 0.05.")
    f.attribute("amount", \.amount, "The most that is borne.")
  }
}

/// How often risks of a rating are reviewed.
public struct ReviewInterval: Sendable {
  public var rating: Level<RatingScale>
  public var every: CalendarPeriod
  package var unknown: [UnknownContent] = []

  public init(rating: Level<RatingScale>, every: CalendarPeriod) {
    self.rating = rating
    self.every = every
  }
}

extension ReviewInterval: Described {
  package init() {
    rating = Level(1)!
    every = CalendarPeriod(months: 1, days: 0)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "reviewInterval", key: ["rating"], "How often risks of a rating are reviewed."
  ) { f in
    f.attribute("rating", \.rating, "The current rating of the risk.")
    f.attribute("every", \.every, "The time from one review to the next.")
  }
}

/// Who may accept risks of a rating.
public struct ApprovalAuthority: Sendable {
  /// Up to and with this rating.
  public var rating: Level<RatingScale>
  public var role: Identifier<Party>
  package var unknown: [UnknownContent] = []

  public init(rating: Level<RatingScale>, role: Identifier<Party>) {
    self.rating = rating
    self.role = role
  }
}

extension ApprovalAuthority: Described {
  package init() {
    rating = Level(1)!
    role = Identifier(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "approvalAuthority", key: ["rating", "role"], "Who may accept risks of a rating."
  ) { f in
    f.attribute("rating", \.rating, "The highest rating that the role may accept.")
    f.attribute("role", \.role, "The role or person.")
  }
}

/// A category of risks: a word of the organisation's own taxonomy.
public struct RiskCategory: Sendable {
  public var id: Identifier<RiskCategory>
  public var name: Line
  public var parent: Identifier<RiskCategory>?
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<RiskCategory>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension RiskCategory: IdentifierSubject {
  public static let kinds = KindSet(.riskCategory)
}

extension RiskCategory: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "riskCategory", key: ["id"], "A category of risks, for counting and reporting."
  ) { f in
    f.identifier("id", \.id, .riskCategory)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("parent", \.parent, "The category that it is part of.")
  }
}

/// A scenario that the organisation's protocols must cover.
public struct RequiredScenario: Sendable {
  public var id: Identifier<RequiredScenario>
  public var name: Line
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<RequiredScenario>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension RequiredScenario: IdentifierSubject {
  public static let kinds = KindSet(.scenario)
}

extension RequiredScenario: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "scenario", key: ["id"], "A scenario that protocols must cover, such as the loss of a site."
  ) { f in
    f.identifier("id", \.id, .scenario)
    f.attribute("name", \.name, "What people call it.")
  }
}

/// A duty to report that starts with an incident, such as an early warning within 24 hours.
public struct ReportingClock: Sendable {
  public enum Start: String, WrittenWord, CaseIterable {
    case occurred, detected, categorised
    package static let typeName = "clockStart"
  }
  public var id: Identifier<ReportingClock>
  public var name: Line
  public var start = Start.detected
  /// nil where the duty is in calendar time.
  public var within: ElapsedTime?
  public var withinPeriod: CalendarPeriod?
  /// The time after detection by which it is due in any case.
  public var atLatest: ElapsedTime?
  /// The duty whose fulfilment it runs from.
  public var after: Identifier<ReportingClock>?
  /// Only for incidents that are at least so severe.
  public var severityAtLeast: Incident.Severity?
  /// Only for incidents of this category, or a part of it.
  public var category: Identifier<RiskCategory>?
  public var recipient: Line?
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<ReportingClock>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension ReportingClock: IdentifierSubject {
  public static let kinds = KindSet(.clock)
}

extension ReportingClock: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "reportingClock", key: ["id"], "A duty to report that starts with an incident."
  ) { f in
    f.identifier("id", \.id, .clock)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("starts", \.start, standard: .detected, "The moment from which it runs.")
    f.attribute("within", \.within, "The time allowed, as elapsed time.")
    f.attribute("withinPeriod", \.withinPeriod, "The time allowed, as a calendar period.")
    f.attribute(
      "atLatest", \.atLatest, "The time after detection by which it is due in any case.")
    f.attribute(
      "after", \.after,
      "The duty whose fulfilment it runs from; where left out, the moment of 'starts'.")
    f.attribute(
      "severityAtLeast", \.severityAtLeast, "Only for incidents that are at least so severe.")
    f.attribute(
      "category", \.category, "Only for incidents of this category, or of one that is part of it.")
    f.attribute("recipient", \.recipient, "Who is to be told.")
  }
}
