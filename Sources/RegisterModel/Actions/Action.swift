/// A corrective action.
public struct Action: Sendable {
  public enum Status: String, WrittenWord, CaseIterable {
    case open, inProgress, done, cancelled
    package static let typeName = "actionStatus"
  }
  public var id: Identifier<Action>
  public var name: Line
  public var status = Status.open
  public var owner: Identifier<Party>?
  public var due: CalendarDate?
  public var done: CalendarDate?
  /// What gave rise to it.
  public var from: [Reference<Anything>] = []
  public var description: Prose?
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []
  public init(id: Identifier<Action>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension Action: IdentifierSubject {
  public static let kinds = KindSet(.action)
}

extension Action: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "action", key: ["id"], "A corrective action."
  ) { f in
    f.identifier("id", \.id, .action)
    f.attribute("name", \.name, "What is to be done.")
    f.attribute("status", \.status, standard: .open, "How far it has come.")
    f.attribute("owner", \.owner, "Who does it.")
    f.attribute("due", \.due, "When it is to be done.")
    f.attribute("done", \.done, "When it was done.")
    f.elements("from", \.from, "What gave rise to it.")
    f.prose("description", \.description, "How.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// A significant change, after which impact analyses and risks are due for review.
public struct Change: Sendable {
  public var id: Identifier<Change>
  public var name: Line
  public var on: CalendarDate?
  public var affects: [Reference<Anything>] = []
  public var description: Prose?
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []
  public init(id: Identifier<Change>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension Change: IdentifierSubject {
  public static let kinds = KindSet(.change)
}

extension Change: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "change", key: ["id"],
    "A significant change, after which impact analyses and risks are due for review."
  ) { f in
    f.identifier("id", \.id, .change)
    f.attribute("name", \.name, "What changed.")
    f.attribute("on", \.on, "When.")
    f.elements("affects", \.affects, "What it affects; everything where left out.")
    f.prose("description", \.description, "How.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// A finding that is not to be reported for a while, for a reason.
public struct Suppression: Sendable {
  public var id: Identifier<Suppression>
  public var rule: Line
  /// The record it is about; nil: all of them.
  public var ref: AnyIdentifier?
  public var by: Identifier<Party>?
  public var on: CalendarDate?
  /// The last day on which it holds.
  public var until: CalendarDate?
  public var because: Prose?
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []
  public init(id: Identifier<Suppression>, rule: Line) {
    self.id = id
    self.rule = rule
  }
}

extension Suppression: IdentifierSubject {
  public static let kinds = KindSet(.suppression)
}

extension Suppression: Described {
  package init() {
    id = Identifier(unchecked: "")
    rule = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "suppression", key: ["id"], "A finding that is not to be reported for a while, for a reason."
  ) { f in
    f.identifier("id", \.id, .suppression)
    f.attribute("rule", \.rule, "The code of the rule, such as RSK-011.")
    f.attribute("ref", \.ref, "The record it is about; all of them where left out.")
    f.attribute("by", \.by, "Who decided.")
    f.attribute("on", \.on, "When it was decided.")
    f.attribute("until", \.until, "The last day on which it holds.")
    f.prose("because", \.because, "Why.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// An identifier that was used and never will be again.
public struct RetiredIdentifier: Sendable {
  public var id: Identifier<RetiredIdentifier>
  public var on: CalendarDate?
  public var because: Line?
  package var unknown: [UnknownContent] = []
  public init(id: Identifier<RetiredIdentifier>, on: CalendarDate?) {
    self.id = id
    self.on = on
  }
}

extension RetiredIdentifier: IdentifierSubject {
  public static let kinds = KindSet(.retired)
}

extension RetiredIdentifier: Described {
  package init() { id = Identifier(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "retired", key: ["id"], "An identifier that was used and never will be again."
  ) { f in
    f.identifier("id", \.id, .retired, "The identifier of what was removed.")
    f.attribute("on", \.on, "When it was removed.")
    f.attribute("because", \.because, "Why it was removed.")
  }
}
