/// An activation protocol: what is done when something happens, who decides it and when it ends.
public struct ResponseProtocol: Sendable {
  public var id: Identifier<ResponseProtocol>
  public var name: Line
  public var owner: Identifier<Party>?
  public var version: Line?
  /// When it last changed in substance.
  public var effective: CalendarDate?
  public var contactsValidUntil: CalendarDate?
  public var purpose: Prose?
  public var audience: Prose?
  public var covers: [Reference<Coverable>] = []
  public var scenarios: [Reference<RequiredScenario>] = []
  public var planned: PlannedTimes?
  public var levels: [ActivationLevel] = []
  public var triggers: [Trigger] = []
  public var calls: [Call] = []
  public var quorums: [Quorum] = []
  public var tasks: [RecoveryTask] = []
  public var messages: [MessageTemplate] = []
  public var standDown: StandDown?
  public var restoration: Prose?
  /// What must be at hand: premises, equipment, copies, stocks.
  public var resources: Prose?
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<ResponseProtocol>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension ResponseProtocol: IdentifierSubject {
  public static let kinds = KindSet(.responseProtocol)
}

extension ResponseProtocol: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "protocol", key: ["id"],
    "An activation protocol: what is done when something happens, who decides it, when it ends."
  ) { f in
    f.identifier("id", \.id, .responseProtocol)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("owner", \.owner, "Who keeps it true.")
    f.attribute("version", \.version, "Its version.")
    f.attribute("effective", \.effective, "When it last changed in substance.")
    f.attribute("contactsValidUntil", \.contactsValidUntil, "Until when its contacts are valid.")
    f.prose("purpose", \.purpose, "What it is for.")
    f.prose("audience", \.audience, "Who is to know it.")
    f.elements("covers", \.covers, "A risk, activity or asset that it is for.")
    f.elements("scenario", \.scenarios, "A required scenario that it covers.")
    f.element("planned", \.planned, "The times planned for its first steps.")
    f.elements("level", \.levels, "A level of activation.")
    f.elements("trigger", \.triggers, "What raises it.")
    f.elements("call", \.calls, "Who is called, and by whom.")
    f.elements("quorum", \.quorums, "How many of some roles must have answered.")
    f.elements("task", \.tasks, "A task.")
    f.elements("message", \.messages, "A communication template.")
    f.element("standDown", \.standDown, "When and how it ends.")
    f.prose("restoration", \.restoration, "How to return from temporary measures.")
    f.prose(
      "resources", \.resources, "What must be at hand: premises, equipment, copies, stocks.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// The times planned for the first steps of a protocol.
public struct PlannedTimes: Sendable {
  public var detect: ElapsedTime?
  public var assess: ElapsedTime?
  public var authorise: ElapsedTime?
  /// nil: the worst case of the call tree.
  public var notify: ElapsedTime?
  package var unknown: [UnknownContent] = []
  public init() {}
}

extension PlannedTimes: Described {
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "plannedTimes", "The times planned for the first steps of a protocol."
  ) { f in
    f.attribute("detect", \.detect, "From the event to somebody knowing.")
    f.attribute("assess", \.assess, "From that to a picture of it.")
    f.attribute("authorise", \.authorise, "From that to a decision.")
    f.attribute(
      "notify", \.notify, "From that to everybody knowing; by the call tree where left out.")
  }
}

/// A level of activation, from 1 (local) to 4 (crisis).
public struct ActivationLevel: Sendable {
  public var number: Level<ActivationScale>
  public var name: Line?
  /// How often those concerned are told.
  public var updates: ElapsedTime?
  public var entry: Prose?
  /// Who may declare it: the first has the authority, the others stand in, in this order.
  public var authorities: [Reference<Party>] = []
  public var notifies: [Reference<Party>] = []
  /// Who may raise it to the next level.
  public var escalates: [Reference<Party>] = []
  package var unknown: [UnknownContent] = []
  public init(number: Level<ActivationScale>) { self.number = number }
}

/// The scale of activation.
public enum ActivationScale: Sendable {}

extension ActivationLevel: Described {
  package init() { number = Level(1)! }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "activationLevel", key: ["number"], "A level of activation, from 1 (local) to 4 (crisis)."
  ) { f in
    f.attribute("number", \.number, "1 for local, 4 for a crisis.")
    f.attribute("name", \.name, "What people call it.")
    f.attribute("updates", \.updates, "How often those concerned are told.")
    f.prose("entry", \.entry, "When it is entered.")
    f.elements(
      "authority", \.authorities,
      "Who may declare it: the first has the authority, the others stand in, in this order.")
    f.elements("notify", \.notifies, "Who is told.")
    f.elements("escalate", \.escalates, "Who may raise it to the next level.")
  }
}

/// What raises a protocol to a level.
public struct Trigger: Sendable {
  public enum Mode: String, WrittenWord, CaseIterable {
    /// Raises the level by itself.
    case automatic
    /// Recommends it to the authority.
    case recommend
    package static let typeName = "triggerMode"
  }
  public var name: Line?
  public var level: Level<ActivationScale>
  public var mode = Mode.recommend
  public var condition: Condition?
  /// What must be so for a trigger that has fired to be off again; nil: as soon as its condition doesn't hold.
  public var release: TriggerRelease?
  package var unknown: [UnknownContent] = []
  public init(level: Level<ActivationScale>, condition: Condition) {
    self.level = level
    self.condition = condition
  }
}

extension Trigger: Described {
  package init() { level = Level(1)! }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "trigger", "What raises a protocol to a level."
  ) { f in
    f.attribute("name", \.name, "What people call it.")
    f.attribute("level", \.level, "The level that it raises to.")
    f.attribute(
      "mode", \.mode, standard: .recommend, "Whether it acts by itself or asks the authority.")
    f.choice(\.condition, required: true, "What must be so.")
    f.element(
      "until", \.release,
      "What must be so for it to be off again; as soon as its condition fails where left out.")
  }
}

/// What must be so for a trigger that has fired to be off again, so that it doesn't flutter about its threshold.
public struct TriggerRelease: Sendable {
  /// For how long without a break.
  public var hold: ElapsedTime?
  public var condition: Condition?
  package var unknown: [UnknownContent] = []
  public init(_ condition: Condition) { self.condition = condition }
}

extension TriggerRelease: Described {
  package init() {}
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "triggerRelease", "What must be so for a trigger that has fired to be off again."
  ) { f in
    f.attribute("hold", \.hold, "For how long without a break.")
    f.choice(\.condition, required: true, "What must be so.")
  }
}

/// A call of the call tree.
public struct Call: Sendable {
  public var who: Identifier<Party>
  /// Who calls; nil: whoever declares.
  public var by: Identifier<Party>?
  package var unknown: [UnknownContent] = []
  public init(who: Identifier<Party>) { self.who = who }
}

extension Call: Described {
  package init() { who = Identifier(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "call", key: ["who"], "A call of the call tree."
  ) { f in
    f.attribute("who", \.who, "Who is called.")
    f.attribute("by", \.by, "Who calls; whoever declares where left out.")
  }
}

/// How many of some roles must have answered.
public struct Quorum: Sendable {
  public var atLeast: Count
  public var of: [Reference<Party>] = []
  package var unknown: [UnknownContent] = []
  public init(atLeast: Count, of: [Reference<Party>]) {
    self.atLeast = atLeast
    self.of = of
  }
}

extension Quorum: Described {
  package init() { atLeast = Count(1)! }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "quorum", "How many of some roles must have answered."
  ) { f in
    f.attribute("atLeast", \.atLeast, "How many.")
    f.elements("of", \.of, required: true, "One of the roles.")
  }
}

/// A task of a protocol.
public struct RecoveryTask: Sendable {
  /// The six steps of handling an incident, in their order.
  public enum Phase: String, WrittenWord, CaseIterable {
    case preparation, identification, containment, eradication, recovery, lessonsLearned
    package static let typeName = "phase"
  }
  public var id: Identifier<RecoveryTask>
  public var name: Line
  public var role: Identifier<Party>?
  /// The asset or activity that it restores.
  public var restores: Identifier<Dependable>?
  /// From which level of activation on it is done.
  public var fromLevel: Level<ActivationScale>?
  public var optimistic: ElapsedTime?
  /// The likeliest duration, or the only one given.
  public var likely: ElapsedTime?
  public var pessimistic: ElapsedTime?
  /// The time since activation by which it is to be finished.
  public var target: ElapsedTime?
  /// What must be decided before it begins.
  public var gate: Line?
  /// The step of handling an incident that it belongs to.
  public var phase: Phase?
  /// Another protocol that it activates.
  public var activates: Identifier<ResponseProtocol>?
  /// What is kept to show that it was done.
  public var evidence: Line?
  public var after: [Reference<RecoveryTask>] = []
  public var description: Prose?
  public var checks: [CheckItem] = []
  public var occupies: [Occupation] = []
  package var unknown: [UnknownContent] = []
  public init(id: Identifier<RecoveryTask>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension RecoveryTask: IdentifierSubject {
  public static let kinds = KindSet(.task)
}

extension RecoveryTask: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "task", key: ["id"], "A task of a protocol."
  ) { f in
    f.identifier("id", \.id, .task)
    f.attribute("name", \.name, "What is done.")
    f.attribute("role", \.role, "Who does it.")
    f.attribute("restores", \.restores, "The asset or activity that it restores.")
    f.attribute("fromLevel", \.fromLevel, "From which level of activation on it is done.")
    f.attribute("optimistic", \.optimistic, "Its duration if all goes well.")
    f.attribute("likely", \.likely, "Its likeliest duration.")
    f.attribute("pessimistic", \.pessimistic, "Its duration if all goes badly.")
    f.attribute("target", \.target, "The time since activation by which it is to be finished.")
    f.attribute("gate", \.gate, "What must be decided before it begins.")
    f.attribute("phase", \.phase, "The step of handling an incident that it belongs to.")
    f.attribute("activates", \.activates, "Another protocol that it activates.")
    f.attribute("evidence", \.evidence, "What is kept to show that it was done.")
    f.elements("after", \.after, "A task that must be finished before.")
    f.prose("description", \.description, "How it is done.")
    f.elements("check", \.checks, "An item of its checklist.")
    f.elements("occupies", \.occupies, "A crew, site or tool that it occupies.")
  }
}

/// An item of a checklist.
public struct CheckItem: Sendable {
  public var text: Line
  package var unknown: [UnknownContent] = []
  public init(_ text: Line) { self.text = text }
}

extension CheckItem: Described {
  package init() { text = Line(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown, "checkItem", "An item of a checklist."
  ) {
    f in
    f.text(\.text)
  }
}

/// A communication template.
public struct MessageTemplate: Sendable {
  public enum Audience: String, WrittenWord, CaseIterable {
    case `internal`, external, authority, media, customers
    package static let typeName = "audience"
  }
  public var id: Identifier<MessageTemplate>
  public var name: Line
  public var audience: Audience?
  public var channel: Line?
  public var approver: Identifier<Party>?
  public var language: LanguageTag?
  /// From which level of activation on it is sent; nil: at every one.
  public var fromLevel: Level<ActivationScale>?
  /// Whether it may be sent before anything is known.
  public var holding = false
  /// The text; what is to be filled in stands in braces: {site}.
  public var text: Prose?
  package var unknown: [UnknownContent] = []
  public init(id: Identifier<MessageTemplate>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension MessageTemplate: IdentifierSubject {
  public static let kinds = KindSet(.message)
}

extension MessageTemplate: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "message", key: ["id"], "A communication template."
  ) { f in
    f.identifier("id", \.id, .message)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("audience", \.audience, "Whom it is for.")
    f.attribute("channel", \.channel, "How it is sent.")
    f.attribute(
      "fromLevel", \.fromLevel,
      "From which level of activation on it is sent; at every one where left out.")
    f.attribute("approver", \.approver, "Who must approve it before it is sent.")
    f.attribute("language", \.language, "Its language; that of the register where left out.")
    f.attribute(
      "holding", \.holding, standard: false, "Whether it may go out before anything is known.")
    f.prose("text", \.text, "The text; what is to be filled in stands in braces, as {site}.")
  }
}

/// When and how a protocol ends.
public struct StandDown: Sendable {
  /// How long the condition must hold.
  public var hold: ElapsedTime?
  public var authority: Identifier<Party>?
  public var message: Identifier<MessageTemplate>?
  /// Whether restored assets must have been validated.
  public var validated = false
  /// Whether there must be a plan for the backlog.
  public var backlogPlan = false
  public var condition: Condition?
  public var description: Prose?
  package var unknown: [UnknownContent] = []
  public init() {}
}

extension StandDown: Described {
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "standDown", "When and how a protocol ends."
  ) { f in
    f.attribute("hold", \.hold, "How long the condition must hold.")
    f.attribute("authority", \.authority, "Who ends it.")
    f.attribute("message", \.message, "The message that must have gone out.")
    f.attribute(
      "validated", \.validated, standard: false, "Whether what was restored must be validated.")
    f.attribute(
      "backlogPlan", \.backlogPlan, standard: false, "Whether there must be a plan for the backlog."
    )
    f.choice(\.condition, "What must be so.")
    f.prose("description", \.description, "What else is to be done.")
  }
}
