/// Something that happened.
public struct Incident: Sendable {
  /// In the order of an incident's life.
  public enum Status: String, WrittenWord, CaseIterable, Comparable {
    case reported, categorised, prioritised, escalated, contained, eradicated, recovered, closed
    case reviewed
    package static let typeName = "incidentStatus"

    public static func < (left: Self, right: Self) -> Bool {
      allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!  // each case is in allCases
    }
  }
  public enum Severity: String, WrittenWord, CaseIterable, Comparable {
    case minor, moderate, major, critical
    package static let typeName = "severity"

    public static func < (left: Self, right: Self) -> Bool {
      allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!  // each case is in allCases
    }
  }
  public var id: Identifier<Incident>
  public var name: Line
  public var status = Status.reported
  public var category: Identifier<RiskCategory>?
  public var severity: Severity?
  public var owner: Identifier<Party>?
  /// A word for the root cause, the same for the same cause.
  public var rootCause: Line?
  public var problem: Identifier<Problem>?
  public var occurred: Moment?
  public var detected: Moment?
  public var reported: Moment?
  public var categorised: Moment?
  public var prioritised: Moment?
  public var acknowledged: Moment?
  public var contained: Moment?
  public var eradicated: Moment?
  public var restored: Moment?
  public var closed: Moment?
  public var reviewed: Moment?
  /// What it cost.
  public var loss: Money?
  public var affected: [Reference<Dependable>] = []
  public var realises: [Reference<Risk>] = []
  public var escalations: [Escalation] = []
  public var notifications: [AuthorityNotification] = []
  public var description: Prose?
  public var log: [LogEntry] = []
  public var review: Prose?
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<Incident>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension Incident: IdentifierSubject {
  public static let kinds = KindSet(.incident)
}

extension Incident: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "incident", key: ["id"], "Something that happened."
  ) { f in
    f.identifier("id", \.id, .incident)
    f.attribute("name", \.name, "What happened, in a few words.")
    f.attribute("status", \.status, standard: .reported, "Where it is in its life.")
    f.attribute("category", \.category, "The category of the organisation's taxonomy.")
    f.attribute("severity", \.severity, "How severe it is.")
    f.attribute("owner", \.owner, "Who deals with it.")
    f.attribute("rootCause", \.rootCause, "A word for the root cause, always the same for it.")
    f.attribute("problem", \.problem, "The problem record that it belongs to.")
    f.attribute("occurred", \.occurred, "When it began.")
    f.attribute("detected", \.detected, "When somebody noticed.")
    f.attribute("reported", \.reported, "When it was reported to those who deal with it.")
    f.attribute("categorised", \.categorised, "When its category was settled.")
    f.attribute("prioritised", \.prioritised, "When its severity was settled.")
    f.attribute("acknowledged", \.acknowledged, "When somebody took it on.")
    f.attribute("contained", \.contained, "When it no longer spread.")
    f.attribute("eradicated", \.eradicated, "When its cause was gone.")
    f.attribute("restored", \.restored, "When all was back.")
    f.attribute("closed", \.closed, "When it was closed.")
    f.attribute("reviewed", \.reviewed, "When it was reviewed.")
    f.attribute("loss", \.loss, "What it cost.")
    f.elements("affected", \.affected, "An asset or activity that was hit.")
    f.elements("realises", \.realises, "A risk that came true.")
    f.elements("escalation", \.escalations, "To whom it was escalated.")
    f.elements("notified", \.notifications, "A duty to report that was fulfilled.")
    f.prose("description", \.description, "What happened.")
    f.elements("entry", \.log, "An entry of its log.")
    f.prose("review", \.review, "What was learned.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// To whom an incident was escalated.
public struct Escalation: Sendable {
  public enum Tier: String, WrittenWord, CaseIterable {
    case first, second, supplier
    package static let typeName = "tier"
  }
  public var at: Moment
  public var to: Tier
  public var party: Identifier<Party>?
  package var unknown: [UnknownContent] = []
  public init(at: Moment, to: Tier) {
    self.at = at
    self.to = to
  }
}

extension Escalation: Described {
  package init() {
    at = Moment(secondsSince1970: 0)!
    to = .first
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "escalation", "To whom an incident was escalated."
  ) { f in
    f.attribute("at", \.at, "When.")
    f.attribute("to", \.to, "To which line of support.")
    f.attribute("party", \.party, "To whom.")
  }
}

/// A duty to report that was fulfilled.
public struct AuthorityNotification: Sendable {
  public var clock: Identifier<ReportingClock>
  public var at: Moment
  public var by: Identifier<Party>?
  package var unknown: [UnknownContent] = []
  public init(clock: Identifier<ReportingClock>, at: Moment) {
    self.clock = clock
    self.at = at
  }
}

extension AuthorityNotification: Described {
  package init() {
    clock = Identifier(unchecked: "")
    at = Moment(secondsSince1970: 0)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "notification", key: ["clock"], "A duty to report that was fulfilled."
  ) { f in
    f.attribute("clock", \.clock, "Which one.")
    f.attribute("at", \.at, "When.")
    f.attribute("by", \.by, "By whom.")
  }
}

/// An entry of a log.
public struct LogEntry: Sendable {
  public var at: Moment
  public var by: Identifier<Party>?
  public var text: Line
  package var unknown: [UnknownContent] = []
  public init(at: Moment, by: Identifier<Party>?, text: Line) {
    self.at = at
    self.by = by
    self.text = text
  }
}

extension LogEntry: Described {
  package init() {
    at = Moment(secondsSince1970: 0)!
    text = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(\.unknown, "logEntry", "An entry of a log.")
  { f in
    f.attribute("at", \.at, "When.")
    f.attribute("by", \.by, "Who wrote it.")
    f.text(\.text)
  }
}

/// A cause that keeps coming back, and what is done about it.
public struct Problem: Sendable {
  public enum Status: String, WrittenWord, CaseIterable {
    case open, knownError, resolved
    package static let typeName = "problemStatus"
  }
  public var id: Identifier<Problem>
  public var name: Line
  public var status = Status.open
  public var owner: Identifier<Party>?
  public var opened: CalendarDate?
  public var resolved: CalendarDate?
  public var description: Prose?
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []
  public init(id: Identifier<Problem>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension Problem: IdentifierSubject {
  public static let kinds = KindSet(.problem)
}

extension Problem: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "problem", key: ["id"], "A cause that keeps coming back, and what is done about it."
  ) { f in
    f.identifier("id", \.id, .problem)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("status", \.status, standard: .open, "How far it has come.")
    f.attribute("owner", \.owner, "Who deals with it.")
    f.attribute("opened", \.opened, "When it was opened.")
    f.attribute("resolved", \.resolved, "When it was resolved.")
    f.prose("description", \.description, "The cause, and what is done.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// A protocol that was activated, from declaration to review.
public struct Activation: Sendable {
  public var id: Identifier<Activation>
  public var activated: Identifier<ResponseProtocol>
  public var incident: Identifier<Incident>?
  /// Whether it was an exercise.
  public var exercise: Identifier<Exercise>?
  public var events: [ActivationEvent] = []
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []
  public init(id: Identifier<Activation>, activated: Identifier<ResponseProtocol>) {
    self.id = id
    self.activated = activated
  }
}

extension Activation: IdentifierSubject {
  public static let kinds = KindSet(.activation)
}

extension Activation: Described {
  package init() {
    id = Identifier(unchecked: "")
    activated = Identifier(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "activation", key: ["id"], "A protocol that was activated, from declaration to review."
  ) { f in
    f.identifier("id", \.id, .activation)
    f.attribute("protocol", \.activated, "The protocol.")
    f.attribute("incident", \.incident, "The incident that it answered.")
    f.attribute("exercise", \.exercise, "The exercise that it was part of.")
    f.elements("event", \.events, "What happened, in order.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// What happened in an activation.
public struct ActivationEvent: Sendable {
  public enum Nature: String, WrittenWord, CaseIterable {
    case declared, acknowledged, taskStarted, taskDone, decision, escalated, message, fact
    case stoodDown, closed, reviewed
    package static let typeName = "activationEventKind"
  }
  public var kind: Nature
  public var at: Moment
  public var by: Identifier<Party>?
  public var level: Level<ActivationScale>?
  public var task: Identifier<RecoveryTask>?
  public var message: Identifier<MessageTemplate>?
  /// What a fact is about.
  public var about: Identifier<Dependable>?
  public var state: OperatingState?
  /// When that is forecast to be restored.
  public var forecast: Moment?
  /// A hazard whose level was read, and the level.
  public var hazard: Identifier<Hazard>?
  public var reading: Measure?
  /// A question of a protocol that somebody was asked, and whether the answer was yes.
  public var question: Line?
  public var answer: Bool?
  /// The role in which somebody acted.
  public var role: Identifier<Party>?
  /// To whom it was escalated.
  public var to: Identifier<Party>?
  /// Of a decision: whether it was yes.
  public var approved: Bool?
  /// Of standing down: whether what was restored had been validated.
  public var validated = false
  /// Of standing down: whether there was a plan for the backlog.
  public var backlogPlan = false
  public var text: Prose?
  package var unknown: [UnknownContent] = []
  public init(kind: Nature, at: Moment, by: Identifier<Party>?) {
    self.kind = kind
    self.at = at
    self.by = by
  }
}

extension ActivationEvent: Described {
  package init() {
    kind = .fact
    at = Moment(secondsSince1970: 0)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    // Each is an edit of its own, so that the history of a long activation stays short and two records of one
    // activation merge.
    "activationEvent",
    key: ["kind", "at", "by", "role", "task", "about", "message", "hazard", "to"],
    "What happened in an activation."
  ) { f in
    f.attribute("kind", \.kind, "What it was.")
    f.attribute("at", \.at, "When.")
    f.attribute("by", \.by, "Who did it or said so.")
    f.attribute("role", \.role, "The role in which it was done.")
    f.attribute("level", \.level, "The level of activation from then on.")
    f.attribute("task", \.task, "The task.")
    f.attribute("message", \.message, "The message that was sent.")
    f.attribute("about", \.about, "What a fact is about.")
    f.attribute("state", \.state, "The state it was in.")
    f.attribute("forecast", \.forecast, "When that is forecast to be restored.")
    f.attribute("hazard", \.hazard, "The hazard whose level was read.")
    f.attribute("reading", \.reading, "The level that was read.")
    f.attribute("question", \.question, "The question of a protocol that was answered.")
    f.attribute("answer", \.answer, "Whether the answer was yes.")
    f.attribute("to", \.to, "To whom it was escalated.")
    f.attribute("approved", \.approved, "Whether a decision was yes.")
    f.attribute(
      "validated", \.validated, standard: false, "Whether what was restored had been validated.")
    f.attribute(
      "backlogPlan", \.backlogPlan, standard: false, "Whether there was a plan for the backlog.")
    f.prose("text", \.text, "The basis, the decision, the words.")
  }
}
