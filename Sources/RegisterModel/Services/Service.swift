/// A product or service that the organisation delivers.
public struct Service: Sendable {
  public var id: Identifier<Service>
  public var name: Line
  public var owner: Identifier<Party>?
  public var description: Prose?
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<Service>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension Service: IdentifierSubject {
  public static let kinds = KindSet(.service)
}

extension Service: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "service", key: ["id"], "A product or service that the organisation delivers."
  ) { f in
    f.identifier("id", \.id, .service)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("owner", \.owner, "Who answers for it.")
    f.prose("description", \.description, "What it is and for whom.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// A process: activities that together make a service or part of one.
public struct Process: Sendable {
  public var id: Identifier<Process>
  public var name: Line
  public var owner: Identifier<Party>?
  public var supports: [Reference<Service>] = []
  public var description: Prose?
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<Process>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension Process: IdentifierSubject {
  public static let kinds = KindSet(.process)
}

extension Process: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "process", key: ["id"], "A process: activities that together make a service or part of one."
  ) { f in
    f.identifier("id", \.id, .process)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("owner", \.owner, "Who answers for it.")
    f.elements("supports", \.supports, "A service that it makes.")
    f.prose("description", \.description, "What it is.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}
