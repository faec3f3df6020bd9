/// An exercise of one or more protocols.
public struct Exercise: Sendable {
  public enum Nature: String, WrittenWord, CaseIterable {
    case walkthrough, tabletop, notification, functional, full
    package static let typeName = "exerciseKind"
  }
  public enum Result: String, WrittenWord, CaseIterable {
    case passed, partly, failed
    package static let typeName = "exerciseResult"
  }
  public var id: Identifier<Exercise>
  public var name: Line
  public var kind: Nature?
  public var on: CalendarDate?
  /// When it is planned, if it has not been held.
  public var planned: CalendarDate?
  public var lead: Identifier<Party>?
  public var result: Result?
  public var exercised: [Reference<ResponseProtocol>] = []
  public var participants: [Reference<Party>] = []
  public var objectives: Prose?
  public var measured: [MeasuredTime] = []
  public var reached: [ReachedParty] = []
  public var findings: [ExerciseFinding] = []
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<Exercise>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension Exercise: IdentifierSubject {
  public static let kinds = KindSet(.exercise)
}

extension Exercise: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "exercise", key: ["id"], "An exercise of one or more protocols."
  ) { f in
    f.identifier("id", \.id, .exercise)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("kind", \.kind, "How real it was.")
    f.attribute("on", \.on, "When it was held.")
    f.attribute("planned", \.planned, "When it is planned, if it has not been held.")
    f.attribute("lead", \.lead, "Who led it.")
    f.attribute("result", \.result, "How it went.")
    f.elements("protocol", \.exercised, "A protocol that was exercised.")
    f.elements("participant", \.participants, "Who took part.")
    f.prose("objectives", \.objectives, "What it was to show.")
    f.elements("measured", \.measured, "A time that was measured.")
    f.elements("reached", \.reached, "Who was called, and when the answer came.")
    f.elements("finding", \.findings, "Something that it brought to light.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// A time that was measured: of a step of a protocol, of a task, or of restoring something.
public struct MeasuredTime: Sendable {
  public enum Step: String, WrittenWord, CaseIterable {
    case detect, assess, authorise, notify, recover
    package static let typeName = "protocolStep"
  }
  public var step: Step?
  public var task: Identifier<RecoveryTask>?
  public var restored: Identifier<Dependable>?
  public var time: ElapsedTime
  package var unknown: [UnknownContent] = []
  public init(time: ElapsedTime) { self.time = time }
}

extension MeasuredTime: Described {
  package init() { time = ElapsedTime(seconds: 0)! }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "measuredTime", "A time that was measured: of a step, of a task, or of restoring something."
  ) { f in
    f.attribute("step", \.step, "The step of the protocol.")
    f.attribute("task", \.task, "The task.")
    f.attribute("restored", \.restored, "The asset or activity that was restored.")
    f.attribute("time", \.time, "How long it took.")
  }
}

/// Who was called, and when the answer came.
public struct ReachedParty: Sendable {
  public var who: Identifier<Party>
  /// nil: no answer.
  public var acknowledged: ElapsedTime?
  /// Whether the contact was invalid.
  public var invalid = false
  package var unknown: [UnknownContent] = []
  public init(who: Identifier<Party>) { self.who = who }
}

extension ReachedParty: Described {
  package init() { who = Identifier(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "reachedParty", key: ["who"], "Who was called, and when the answer came."
  ) { f in
    f.attribute("who", \.who, "Who was called.")
    f.attribute("acknowledged", \.acknowledged, "Time to the answer; none came where left out.")
    f.attribute("invalid", \.invalid, standard: false, "Whether the contact was wrong.")
  }
}

/// Something that an exercise brought to light.
public struct ExerciseFinding: Sendable {
  /// What is done about it.
  public var action: Identifier<Action>?
  public var text: Prose?
  package var unknown: [UnknownContent] = []
  public init(text: Prose) { self.text = text }
}

extension ExerciseFinding: Described {
  package init() {}
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "exerciseFinding", "Something that an exercise brought to light."
  ) { f in
    f.attribute("action", \.action, "What is done about it.")
    f.prose("text", \.text, "What was found.")
  }
}
