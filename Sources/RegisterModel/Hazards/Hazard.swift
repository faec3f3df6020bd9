/// A source of risk: an entry of an all-hazards catalogue.
public struct Hazard: Sendable {
  public enum Group: String, WrittenWord, CaseIterable {
    case cyber, technical, people, supplier, site, utility, natural, financial, reputational, legal
    case other
    package static let typeName = "hazardGroup"
  }
  public var id: Identifier<Hazard>
  public var name: Line
  public var group: Group?
  /// Its number in a published catalogue.
  public var catalogue: Line?
  /// The warning before it strikes; zero where there is none.
  public var onsetLead: ElapsedTime?
  public var description: Prose?
  /// How often it strikes, whatever it then does.
  public var frequency: Frequency?
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<Hazard>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension Hazard: IdentifierSubject {
  public static let kinds = KindSet(.hazard)
}

extension Hazard: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "hazard", key: ["id"], "A source of risk: an entry of an all-hazards catalogue."
  ) { f in
    f.identifier("id", \.id, .hazard)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("group", \.group, "The group of the all-hazards list that it belongs to.")
    f.attribute("catalogue", \.catalogue, "Its number in a published catalogue.")
    f.attribute("onsetLead", \.onsetLead, "The warning before it strikes.")
    f.prose("description", \.description, "What it is.")
    f.element("frequency", \.frequency, "How often it strikes.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// An objective of the organisation that a risk can threaten and an activity supports.
public struct Objective: Sendable {
  public var id: Identifier<Objective>
  public var name: Line
  public var owner: Identifier<Party>?
  public var description: Prose?
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<Objective>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension Objective: IdentifierSubject {
  public static let kinds = KindSet(.objective)
}

extension Objective: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "objective", key: ["id"], "An objective of the organisation."
  ) { f in
    f.identifier("id", \.id, .objective)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("owner", \.owner, "Who answers for it.")
    f.prose("description", \.description, "What it is.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}
