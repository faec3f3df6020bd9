/// An existing measure that changes a risk.
public struct Control: Sendable {
  public enum Nature: String, WrittenWord, CaseIterable {
    case preventive, detective, corrective
    package static let typeName = "controlKind"
  }
  /// What a control lowers.
  public enum Effect: String, WrittenWord, CaseIterable {
    case frequency, severity, duration
    package static let typeName = "controlEffect"
  }
  public var id: Identifier<Control>
  public var name: Line
  public var kind: Nature?
  public var lowers: Effect?
  public var owner: Identifier<Party>?
  /// The share by which it lowers that when it works.
  public var effectiveness: Share?
  /// The probability that it works when it is needed.
  public var reliability: Share?
  /// A word for the system or team that it shares with other controls, which fail with it.
  public var sharedCause: Line?
  /// When it was last tested.
  public var tested: CalendarDate?
  public var description: Prose?
  public var evidence: Prose?
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<Control>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension Control: IdentifierSubject {
  public static let kinds = KindSet(.control)
}

extension Control: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "control", key: ["id"], "An existing measure that changes a risk."
  ) { f in
    f.identifier("id", \.id, .control)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("kind", \.kind, "Whether it prevents, detects or corrects.")
    f.attribute("lowers", \.lowers, "What it lowers: frequency, severity or duration.")
    f.attribute("owner", \.owner, "Who answers for it.")
    f.attribute(
      "effectiveness", \.effectiveness, "The share by which it lowers that when it works.")
    f.attribute("reliability", \.reliability, "The probability that it works when needed.")
    f.attribute(
      "sharedCause", \.sharedCause,
      "A word for what it shares with other controls, which then fail with it.")
    f.attribute("tested", \.tested, "When it was last tested.")
    f.prose("description", \.description, "What it is.")
    f.prose("evidence", \.evidence, "What its figures rest on.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}
