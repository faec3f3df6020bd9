/// A planned change to a risk.
public struct Treatment: Sendable {
  public enum Option: String, WrittenWord, CaseIterable {
    case avoid, reduceLikelihood, reduceImpact, share, retain
    case redundancy, workaround, fasterRecovery
    package static let typeName = "treatmentOption"
  }
  public enum Status: String, WrittenWord, CaseIterable {
    case proposed, approved, inProgress, done, cancelled
    package static let typeName = "treatmentStatus"
  }
  public var id: Identifier<Treatment>
  public var name: Line
  public var option: Option?
  public var status = Status.proposed
  public var owner: Identifier<Party>?
  public var start: CalendarDate?
  public var due: CalendarDate?
  public var done: CalendarDate?
  /// What it costs once.
  public var cost: Money?
  /// What it costs each year.
  public var yearlyCost: Money?
  /// For sharing: who bears the loss then.
  public var sharedWith: Identifier<Party>?
  /// For sharing: what stays with us of each loss.
  public var retention: Money?
  /// For sharing: the most that the other bears.
  public var limit: Money?
  public var treats: [TreatedRisk] = []
  public var changes: [Reference<Dependable>] = []
  public var introduces: [Reference<Control>] = []
  public var description: Prose?
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<Treatment>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension Treatment: IdentifierSubject {
  public static let kinds = KindSet(.treatment)
}

extension Treatment: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "treatment", key: ["id"], "A planned change to a risk."
  ) { f in
    f.identifier("id", \.id, .treatment)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("option", \.option, "In which way it answers the risk.")
    f.attribute("status", \.status, standard: .proposed, "How far it has come.")
    f.attribute("owner", \.owner, "Who answers for it.")
    f.attribute("start", \.start, "When it begins.")
    f.attribute("due", \.due, "When it is to be done.")
    f.attribute("done", \.done, "When it was done.")
    f.attribute("cost", \.cost, "What it costs once.")
    f.attribute("yearlyCost", \.yearlyCost, "What it costs each year.")
    f.attribute("sharedWith", \.sharedWith, "For sharing: who bears the loss then.")
    f.attribute("retention", \.retention, "For sharing: what stays with us of each loss.")
    f.attribute("limit", \.limit, "For sharing: the most that the other bears of each loss.")
    f.elements("treats", \.treats, "A risk that it changes, and where to.")
    f.elements("changes", \.changes, "An asset or activity that it changes.")
    f.elements("introduces", \.introduces, "A control that it brings.")
    f.prose("description", \.description, "What is done.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// A risk that a treatment changes, and where it is expected to end.
public struct TreatedRisk: Sendable {
  public var ref: Identifier<Risk>
  public var likelihood: Level<LikelihoodScale>?
  public var impacts: [ScoredImpact] = []
  package var unknown: [UnknownContent] = []
  public init(ref: Identifier<Risk>) { self.ref = ref }
}

extension TreatedRisk: Described {
  package init() { ref = Identifier(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "treatedRisk", key: ["ref"], "A risk that a treatment changes, and where to."
  ) { f in
    f.attribute("ref", \.ref, "The risk.")
    f.attribute("likelihood", \.likelihood, "The likelihood it is expected to come to.")
    f.elements("impact", \.impacts, "An impact it is expected to come to.")
  }
}

/// A decision to bear a risk for a time.
public struct Acceptance: Sendable {
  public var id: Identifier<Acceptance>
  public var risk: Identifier<Risk>
  /// The current rating when it was decided.
  public var rating: Level<RatingScale>?
  /// The appetite state when it was decided.
  public var state: AppetiteState?
  /// Who decided.
  public var by: Identifier<Party>?
  /// Who judged the risk that was accepted.
  public var assessor: Identifier<Party>?
  public var on: CalendarDate?
  /// The last day on which it holds.
  public var until: CalendarDate?
  /// When it was last confirmed.
  public var revalidated: CalendarDate?
  public var withdrawn: CalendarDate?
  public var compensating: [Reference<Control>] = []
  public var justification: Prose?
  public var conditions: Prose?
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<Acceptance>, risk: Identifier<Risk>) {
    self.id = id
    self.risk = risk
  }
}

extension Acceptance: IdentifierSubject {
  public static let kinds = KindSet(.acceptance)
}

extension Acceptance: Described {
  package init() {
    id = Identifier(unchecked: "")
    risk = Identifier(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "acceptance", key: ["id"], "A decision to bear a risk for a time."
  ) { f in
    f.identifier("id", \.id, .acceptance)
    f.attribute("risk", \.risk, "The risk.")
    f.attribute("rating", \.rating, "Its current rating when it was decided.")
    f.attribute("state", \.state, "Its appetite state when it was decided.")
    f.attribute("by", \.by, "Who decided.")
    f.attribute("assessor", \.assessor, "Who judged the risk that was accepted.")
    f.attribute("on", \.on, "When it was decided.")
    f.attribute("until", \.until, "The last day on which it holds.")
    f.attribute("revalidated", \.revalidated, "When it was last confirmed.")
    f.attribute("withdrawn", \.withdrawn, "When it was taken back.")
    f.elements("compensating", \.compensating, "A control that makes up for it meanwhile.")
    f.prose("justification", \.justification, "Why it is borne.")
    f.prose("conditions", \.conditions, "Under which conditions.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// How a risk stands to what the organisation wants and tolerates.
public enum AppetiteState: String, WrittenWord, CaseIterable, Comparable {
  case withinAppetite, withinTolerance, exceedsTolerance
  package static let typeName = "appetiteState"

  public static func < (left: Self, right: Self) -> Bool {
    allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!  // each case is in allCases
  }
}
