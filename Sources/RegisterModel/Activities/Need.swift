/// A dependency: something that an activity or asset can't do without. With several members it is
/// enough that `atLeast` of them are there.
public struct Need: Sendable {
  public enum Mode: String, WrittenWord, CaseIterable {
    /// Needed before its own work can begin.
    case start
    /// Needed only when it is ready.
    case finish
    package static let typeName = "needMode"
  }
  public var name: Line?
  /// How many members must be there; nil: all.
  public var atLeast: Count?
  public var mode = Mode.finish
  /// Time from a member being ready to its being of use here.
  public var lead = ElapsedTime(seconds: 0)!
  public var members: [Reference<Dependable>] = []
  public var workaround: Workaround?
  /// What is said about causes that the members share.
  public var commonCause: CommonCause?
  package var unknown: [UnknownContent] = []
  public init(members: [Reference<Dependable>]) { self.members = members }
}

extension Need: Described {
  package init() {}
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "need", "Something that an activity or asset can't do without."
  ) { f in
    f.attribute("name", \.name, "What the members are together, such as \"data centre\".")
    f.attribute("atLeast", \.atLeast, "How many of them must be there; all where left out.")
    f.attribute(
      "mode", \.mode, standard: .finish,
      "start: before its own work can begin; finish: only when it is ready.")
    f.attribute(
      "lead", \.lead, standard: ElapsedTime(seconds: 0)!,
      "Time from a member being ready to its being of use here.")
    f.elements("on", \.members, required: true, "A member.")
    f.element("workaround", \.workaround, "How to do without them for a while.")
    f.element("commonCause", \.commonCause, "What is known about causes that the members share.")
  }
}

/// How to do without something for a while.
public struct Workaround: Sendable {
  /// Time until the workaround works.
  public var act: ElapsedTime
  /// How long it can be kept up; nil: for any time.
  public var lasts: ElapsedTime?
  /// The share of normal output that it allows.
  public var capacity: Share?
  public var description: Prose?
  package var unknown: [UnknownContent] = []
  public init(act: ElapsedTime) { self.act = act }
}

extension Workaround: Described {
  package init() { act = ElapsedTime(seconds: 0)! }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "workaround", "How to do without something for a while."
  ) { f in
    f.attribute("act", \.act, "Time until it works.")
    f.attribute("lasts", \.lasts, "How long it can be kept up; for any time where left out.")
    f.attribute("capacity", \.capacity, "The share of normal output that it allows.")
    f.prose("description", \.description, "What is done.")
  }
}

/// What is known about causes that take redundant members out together.
public struct CommonCause: Sendable {
  /// The share of failures that take all members out at once (beta factor); nil where nobody knows.
  public var beta: Share?
  public var statement: Prose?
  package var unknown: [UnknownContent] = []
  public init() {}
}

extension CommonCause: Described {
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "commonCause", "What is known about causes that take all members out together."
  ) { f in
    f.attribute("beta", \.beta, "The share of failures that take all members out at once.")
    f.prose(
      "statement", \.statement, "Site, power, supplier and software that they share, or do not.")
  }
}
