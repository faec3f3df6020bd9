/// A scenario cause → event → consequence, scored. A draft needs an identifier and a title, no more.
public struct Risk: Sendable {
  /// The state of the risk in its life: draft → open → treating → monitored → closed; accepted while
  /// an acceptance is live.
  public enum Status: String, WrittenWord, CaseIterable {
    case draft, open, treating, monitored, accepted, closed
    package static let typeName = "riskStatus"
  }
  /// How a risk is answered (ISO 31000 6.5.2).
  public enum Response: String, WrittenWord, CaseIterable {
    case avoid, reduce, share, retain, pursue
    package static let typeName = "riskResponse"
  }
  public var id: Identifier<Risk>
  public var owner: Identifier<Party>?
  /// Who does the owner's work.
  public var delegate: Identifier<Party>?
  public var status = Status.draft
  public var category: Identifier<RiskCategory>?
  public var response: Response?
  /// When it was last reviewed.
  public var reviewed: CalendarDate?
  /// How often it is reviewed; nil: as the criteria say for its rating.
  public var reviewEvery: CalendarPeriod?
  /// Time from the start of the event to the first intolerable impact.
  public var velocity: ElapsedTime?
  /// Warning before the event; zero where there is none, nil where nobody knows.
  public var onsetLead: ElapsedTime?
  /// The earliest date on which it may happen.
  public var proximity: CalendarDate?
  /// The workshop session it came from.
  public var session: Identifier<Session>?
  public var hazards: [Reference<Hazard>] = []
  public var title: Line
  public var cause: Prose?
  public var event: Prose?
  public var consequence: Prose?
  /// At most one of each stage.
  public var scores: [Score] = []
  public var estimates: [Estimate] = []
  public var hits: [Hit] = []
  public var jointHits: [JointHit] = []
  public var threatens: [Reference<Objective>] = []
  public var controls: [ControlUse] = []
  public var responseDescription: Prose?
  public var activates: [ProtocolUse] = []
  public var overrides: [Override] = []
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<Risk>, title: Line) {
    self.id = id
    self.title = title
  }
}

extension Risk: IdentifierSubject {
  public static let kinds = KindSet(.risk)
}

extension Risk: Described {
  package init() {
    id = Identifier(unchecked: "")
    title = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "risk", key: ["id"],
    "A scenario cause → event → consequence, scored. A draft needs an identifier and a title."
  ) { f in
    f.identifier("id", \.id, .risk)
    f.attribute("owner", \.owner, "Who answers for the risk.")
    f.attribute("delegate", \.delegate, "Who does the owner's work.")
    f.attribute("status", \.status, standard: .draft, "Where the risk is in its life.")
    f.attribute("category", \.category, "The category of the organisation's taxonomy.")
    f.attribute("response", \.response, "How the risk is answered.")
    f.attribute("reviewed", \.reviewed, "When it was last reviewed.")
    f.attribute(
      "reviewEvery", \.reviewEvery,
      "How often it is reviewed; as the criteria say for its rating where left out.")
    f.attribute(
      "velocity", \.velocity, "Time from the start of the event to the first intolerable impact.")
    f.attribute("onsetLead", \.onsetLead, "The warning before the event; PT0S where there is none.")
    f.attribute("proximity", \.proximity, "The earliest date on which it may happen.")
    f.attribute("session", \.session, "The workshop session that it came from.")
    f.elements("hazard", \.hazards, "The hazard that it comes from; at least one once it is open.")
    f.textElement("title", \.title, "The event in one sentence.")
    f.prose("cause", \.cause, "Why it may happen.")
    f.prose("event", \.event, "What happens.")
    f.prose("consequence", \.consequence, "What it does to the organisation.")
    f.elements("score", \.scores, "Likelihood and impacts as people judge them, at one stage.")
    f.elements("estimate", \.estimates, "Frequency and loss as numbers, at one stage.")
    f.elements("hits", \.hits, "An asset or activity that the event disrupts.")
    f.elements("jointHit", \.jointHits, "Assets that one event disrupts together.")
    f.elements("threatens", \.threatens, "An objective that it threatens.")
    f.elements("control", \.controls, "A control that works against it.")
    f.prose("plan", \.responseDescription, "The response in words.")
    f.elements("activates", \.activates, "A protocol that is activated when it happens.")
    f.elements("override", \.overrides, "A value that people set against the computed one.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// The three stages at which a risk is judged. `current` is with the controls that operate today,
/// what many registers call residual.
public enum Stage: String, WrittenWord, CaseIterable, Comparable {
  case inherent, current, target
  package static let typeName = "stage"

  public static func < (left: Stage, right: Stage) -> Bool {
    allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!  // each case is in allCases
  }
}

/// Likelihood and impacts as people judge them, at one stage. What is not judged is unknown.
public struct Score: Sendable {
  public var stage: Stage
  public var likelihood: Level<LikelihoodScale>?
  public var by: Identifier<Party>?
  public var on: CalendarDate?
  /// For a target: when it is to be reached.
  public var due: CalendarDate?
  /// How sure the assessor is that the levels are right.
  public var confidence: Share?
  public var impacts: [ScoredImpact] = []
  /// Why the likelihood and the score as a whole.
  public var because: Prose?
  public var evidence: Prose?
  package var unknown: [UnknownContent] = []

  public init(stage: Stage) { self.stage = stage }
}

extension Score: Described {
  package init() { stage = .current }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "score", key: ["stage"], "Likelihood and impacts as people judge them, at one stage."
  ) { f in
    f.attribute("stage", \.stage, "Before controls, with those of today, or after the plan.")
    f.attribute("likelihood", \.likelihood, "The rank on the likelihood scale.")
    f.attribute("by", \.by, "Who judged.")
    f.attribute("on", \.on, "When it was judged.")
    f.attribute("due", \.due, "When a target is to be reached.")
    f.attribute("confidence", \.confidence, "How sure the assessor is.")
    f.elements("impact", \.impacts, "The impact in one category.")
    f.prose("because", \.because, "Why.")
    f.prose("evidence", \.evidence, "What it rests on.")
  }
}

/// The impact of a risk in one category.
public struct ScoredImpact: Sendable {
  public var category: Identifier<ImpactCategory>
  public var level: Level<ImpactScale>
  public var because: Prose?
  package var unknown: [UnknownContent] = []

  public init(category: Identifier<ImpactCategory>, level: Level<ImpactScale>) {
    self.category = category
    self.level = level
  }
}

extension ScoredImpact: Described {
  package init() {
    category = Identifier(unchecked: "")
    level = Level(1)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "scoredImpact", key: ["category"], "The impact of a risk in one category."
  ) { f in
    f.attribute("category", \.category, "The impact category.")
    f.attribute("level", \.level, "The rank on the category's scale.")
    f.prose("because", \.because, "Why.")
  }
}

/// Something that the event of a risk disrupts.
public struct Hit: Sendable {
  public var ref: Identifier<Dependable>
  /// The probability that the event disrupts it; nil: certain.
  public var probability: Share?
  /// How long it is then out, if nothing recovers it sooner.
  public var outage: Outage?
  package var unknown: [UnknownContent] = []

  public init(ref: Identifier<Dependable>) { self.ref = ref }
}

extension Hit: Described {
  package init() { ref = Identifier(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "hit", key: ["ref"], "Something that the event of a risk disrupts."
  ) { f in
    f.attribute("ref", \.ref, "The asset or activity.")
    f.attribute(
      "probability", \.probability,
      "The probability that the event disrupts it; certain where left out.")
    f.element("outage", \.outage, "How long it is then out.")
  }
}

/// How long something is out.
public struct Outage: Sendable {
  public var distribution: Distribution<ElapsedTime>?
  package var unknown: [UnknownContent] = []
  public init(_ distribution: Distribution<ElapsedTime>) { self.distribution = distribution }
}

extension Outage: Described {
  package init() {}
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "outage", "How long something is out: a distribution of elapsed time."
  ) { f in
    f.choice(\.distribution, required: true, "The distribution.")
  }
}

/// Assets that one event disrupts together, more often than chance would have it.
public struct JointHit: Sendable {
  public var probability: Share
  public var hits: [Reference<Dependable>] = []
  package var unknown: [UnknownContent] = []
  public init(probability: Share) { self.probability = probability }
}

extension JointHit: Described {
  package init() { probability = Share(0)! }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "jointHit", "Assets or activities that one event disrupts together."
  ) { f in
    f.attribute("probability", \.probability, "The probability that the event disrupts them all.")
    f.elements("on", \.hits, required: true, "One of them.")
  }
}

/// A control that works against a risk.
public struct ControlUse: Sendable {
  public var ref: Identifier<Control>
  /// Its effectiveness against this risk; nil: as the control says.
  public var effectiveness: Share?
  package var unknown: [UnknownContent] = []
  public init(ref: Identifier<Control>) { self.ref = ref }
}

extension ControlUse: Described {
  package init() { ref = Identifier(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "controlUse", key: ["ref"], "A control that works against a risk."
  ) { f in
    f.attribute("ref", \.ref, "The control.")
    f.attribute(
      "effectiveness", \.effectiveness,
      "Its effectiveness against this risk; as the control says where left out.")
  }
}

/// A protocol that is activated when a risk happens.
public struct ProtocolUse: Sendable {
  public var ref: Identifier<ResponseProtocol>
  package var unknown: [UnknownContent] = []
  public init(_ ref: Identifier<ResponseProtocol>) { self.ref = ref }
}

extension ProtocolUse: Described {
  package init() { ref = Identifier(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "protocolUse", key: ["protocol"], "A protocol that is activated when a risk happens."
  ) { f in
    f.attribute("protocol", \.ref, "The protocol.")
  }
}

/// A value that people set against the computed one; the computed one stays visible beside it.
public struct Override: Sendable {
  public var field: Line
  public var value: Line
  public var by: Identifier<Party>?
  public var on: CalendarDate?
  public var because: Prose?
  package var unknown: [UnknownContent] = []

  public init(field: Line, value: Line) {
    self.field = field
    self.value = value
  }
}

extension Override: Described {
  package init() {
    field = Line(unchecked: "")
    value = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "override", key: ["field"], "A value that people set against the computed one."
  ) { f in
    f.attribute("field", \.field, "The computed value it stands against, such as rating or mtpd.")
    f.attribute("value", \.value, "The value set instead.")
    f.attribute("by", \.by, "Who set it.")
    f.attribute("on", \.on, "When.")
    f.prose("because", \.because, "Why.")
  }
}
