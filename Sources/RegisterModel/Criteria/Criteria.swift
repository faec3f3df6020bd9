/// What the organisation judges risks and disruption by: scales, matrix, appetite, time bands
/// (ISO 31000 6.3.4).
public struct Criteria: Sendable {
  /// The built-in set it came from, if it did.
  public var set: Line?
  public var reviewed: CalendarDate?
  public var reviewEvery: CalendarPeriod?
  /// From which rating on a risk counts as high.
  public var highFrom: Level<RatingScale>?
  /// An activity whose MTPD lies within the horizon is prioritised.
  public var horizon: ElapsedTime?
  public var likelihood: LikelihoodDefinition?
  public var impacts: [ImpactCategory] = []
  public var matrix: RatingMatrix?
  public var appetites: [Appetite] = []
  public var limits: [LossLimit] = []
  /// The elapsed times at which impact over time is judged, ascending.
  public var bands: [ElapsedTime] = []
  public var reviews: [ReviewInterval] = []
  public var authorities: [ApprovalAuthority] = []
  public var categories: [RiskCategory] = []
  public var scenarios: [RequiredScenario] = []
  public var clocks: [ReportingClock] = []
  public var note: Prose?
  package var unknown: [UnknownContent] = []

  public init() {}
}

extension Criteria: Described {
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "criteria", "What the organisation judges risks and disruption by."
  ) { f in
    f.attribute("set", \.set, "The built-in set that it was made from, such as decade-5x5.")
    f.attribute("reviewed", \.reviewed, "When the criteria were last reviewed.")
    f.attribute("reviewEvery", \.reviewEvery, "How often they are to be reviewed.")
    f.attribute("highFrom", \.highFrom, "From which rating on a risk counts as high.")
    f.attribute(
      "horizon", \.horizon, "An activity whose MTPD lies within this time is prioritised.")
    f.element("likelihood", \.likelihood, "The scale of how often something happens.")
    f.elements("impact", \.impacts, "An impact category and its scale.")
    f.element("matrix", \.matrix, "Which rating a likelihood and an impact come to.")
    f.elements("appetite", \.appetites, "Which ratings are wanted and which are tolerated.")
    f.elements("limit", \.limits, "A limit on yearly loss.")
    f.listElement("bands", \.bands, "The elapsed times at which impact over time is judged.")
    f.elements("review", \.reviews, "How often risks of a rating are reviewed.")
    f.elements("authority", \.authorities, "Who may accept risks of a rating.")
    f.elements("category", \.categories, "A category of risks, for counting and reporting.")
    f.elements("scenario", \.scenarios, "A scenario that protocols must cover.")
    f.elements("clock", \.clocks, "A duty to report that starts with an incident.")
    f.prose("note", \.note, "Anything worth knowing about the criteria.")
  }
}

/// The likelihood scale: levels from the rarest to the most frequent.
public struct LikelihoodDefinition: Sendable {
  public var levels: [LikelihoodLevel] = []
  package var unknown: [UnknownContent] = []
  public init() {}
}

extension LikelihoodDefinition: Described {
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "likelihoodScale", "Levels of frequency, the rarest first; the first has rank 1."
  ) { f in
    f.elements("level", \.levels, required: true, "A level.")
  }
}

/// A level of the likelihood scale: the interval `from` ≤ frequency < `to`.
public struct LikelihoodLevel: Sendable {
  public var name: Line
  /// The lower bound in events a year; nil where the organisation has not said.
  public var from: AnnualRate?
  /// The upper bound in events a year; nil where the organisation has not said.
  public var to: AnnualRate?
  /// The outer bound is a cap that was set for computing, not part of the level's definition.
  public var cap = false
  public var meaning: Prose?
  package var unknown: [UnknownContent] = []

  public init(name: Line, from: AnnualRate? = nil, to: AnnualRate? = nil, cap: Bool = false) {
    self.name = name
    self.from = from
    self.to = to
    self.cap = cap
  }
}

extension LikelihoodLevel: Described {
  package init() { name = Line(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "likelihoodLevel", "A level of the likelihood scale."
  ) { f in
    f.attribute("name", \.name, "What people call it.")
    f.attribute("from", \.from, "The lower bound, in events a year.")
    f.attribute("to", \.to, "The upper bound, in events a year.")
    f.attribute(
      "cap", \.cap, standard: false,
      "Whether the outer bound is a cap set for computing, the level itself being open.")
    f.prose("meaning", \.meaning, "What the level means, in words that a workshop can use.")
  }
}

/// An impact category and its scale: levels from the mildest to the worst.
public struct ImpactCategory: Sendable {
  public var category: Identifier<ImpactCategory>
  public var name: Line?
  /// What the bounds count: the currency of the register, or a natural unit such as "patients".
  public var unit: Line?
  /// The level from which on an impact can't be borne.
  public var intolerable: Level<ImpactScale>?
  public var levels: [ImpactLevel] = []
  public var meaning: Prose?
  package var unknown: [UnknownContent] = []

  public init(category: Identifier<ImpactCategory>, name: Line? = nil) {
    self.category = category
    self.name = name
  }
}

extension ImpactCategory: IdentifierSubject {
  public static let kinds = KindSet(.impactCategory)
}

extension ImpactCategory: Described {
  package init() { category = Identifier(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "impactCategory", key: ["category"],
    "An impact category and its scale, the mildest level first."
  ) { f in
    f.identifier("category", \.category, .impactCategory, "The token by which impacts name it.")
    f.attribute("name", \.name, "What people call it.")
    f.attribute(
      "unit", \.unit,
      "What the bounds count: the currency of the register makes it the money category.")
    f.attribute(
      "intolerable", \.intolerable, "The level from which on an impact can't be borne.")
    f.elements("level", \.levels, required: true, "A level.")
    f.prose("meaning", \.meaning, "What belongs in the category.")
  }
}

/// A level of an impact scale: the interval `from` ≤ loss < `to` in the category's unit.
public struct ImpactLevel: Sendable {
  public var name: Line
  public var from: Quantity?
  public var to: Quantity?
  /// The outer bound is a cap that was set for computing.
  public var cap = false
  /// The same bounds as money, where the organisation has stated them.
  public var moneyFrom: Money?
  public var moneyTo: Money?
  public var meaning: Prose?
  package var unknown: [UnknownContent] = []

  public init(name: Line, from: Quantity? = nil, to: Quantity? = nil, cap: Bool = false) {
    self.name = name
    self.from = from
    self.to = to
    self.cap = cap
  }
}

extension ImpactLevel: Described {
  package init() { name = Line(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "impactLevel", "A level of an impact scale."
  ) { f in
    f.attribute("name", \.name, "What people call it.")
    f.attribute("from", \.from, "The lower bound, in the unit of the category.")
    f.attribute("to", \.to, "The upper bound, in the unit of the category.")
    f.attribute(
      "cap", \.cap, standard: false,
      "Whether the outer bound is a cap set for computing, the level itself being open.")
    f.attribute("moneyFrom", \.moneyFrom, "The lower bound as money.")
    f.attribute("moneyTo", \.moneyTo, "The upper bound as money.")
    f.prose("meaning", \.meaning, "What the level means, in words that a workshop can use.")
  }
}

/// Which rating a likelihood and an impact come to.
public struct RatingMatrix: Sendable {
  public var ratings: [Rating] = []
  /// One row for each likelihood level, the rarest first.
  public var rows: [MatrixRow] = []
  package var unknown: [UnknownContent] = []
  public init() {}
}

extension RatingMatrix: Described {
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "matrix",
    "The rating of each pair of levels: a row for each likelihood, the rarest first; in it a rating"
      + " for each impact, the mildest first."
  ) { f in
    f.elements("rating", \.ratings, required: true, "A rating, the lowest first.")
    f.elements("row", \.rows, required: true, "The ratings of one likelihood.")
  }
}

/// A rating: what a cell of the matrix says.
public struct Rating: Sendable {
  public var name: Line
  /// A colour to show it in, as `#rrggbb`; nil lets the program choose one.
  public var colour: Colour?
  public var meaning: Prose?
  package var unknown: [UnknownContent] = []
  public init(name: Line) { self.name = name }
}

extension Rating: Described {
  package init() { name = Line(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "rating", "A rating; the first has rank 1, the lowest."
  ) { f in
    f.attribute("name", \.name, "What people call it.")
    f.attribute("colour", \.colour, "The colour to show it in.")
    f.prose("meaning", \.meaning, "What is done about risks of this rating.")
  }
}

/// A colour as `#rrggbb`.
public struct Colour: Hashable, Sendable {
  public let hexadecimal: String

  /// - Returns: nil unless it is `#` and six hexadecimal digits.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[0] == UInt8(ascii: "#"),
      bytes.dropFirst().allSatisfy({
        (48...57).contains($0) || (97...102).contains($0) || (65...70).contains($0)
      })
    else { return nil }
    hexadecimal = text
  }
}

extension Colour: Scalar {
  package static let simpleType = SimpleType(
    "colour", facets: [.init("pattern", "#[0-9a-fA-F]{6}")],
    expectation: "a colour such as #d73027", examples: ["#d73027", "#00FF7f"])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    self.init(String(decoding: written, as: UTF8.self))
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(contentsOf: hexadecimal.utf8) }
}

/// The ratings of one likelihood, one for each impact level.
public struct MatrixRow: Sendable {
  public var ratings: [Level<RatingScale>] = []
  package var unknown: [UnknownContent] = []
  public init(_ ratings: [Level<RatingScale>]) { self.ratings = ratings }
}

extension MatrixRow: Described {
  package init() {}
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "matrixRow", "The ranks of the ratings of one likelihood, one for each impact level."
  ) { f in
    f.text(list: \.ratings)
  }
}
