/// A resource that activities need: people, premises, equipment, systems, data, transport, money, a
/// supplier (the resource types of ISO 22301 8.3.4).
public struct Asset: Sendable {
  public enum Nature: String, WrittenWord, CaseIterable {
    case people, premises, equipment, ict, data, transport, finance, supplier, utility, material
    package static let typeName = "assetKind"
  }
  public var id: Identifier<Asset>
  public var name: Line
  public var kind: Nature?
  public var owner: Identifier<Party>?
  /// Where it is: an asset of the kind premises.
  public var site: Identifier<Asset>?
  /// Who supplies it: an organisation.
  public var supplier: Identifier<Party>?
  public var value: Money?
  public var description: Prose?
  public var place: Place?
  public var targets: RecoveryTargets?
  public var capabilities: [Capability] = []
  public var restore: RestoreWork?
  public var backups: [Backup] = []
  public var contracts: [RecoveryContract] = []
  public var supply: [Supply] = []
  public var needs: [Need] = []
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<Asset>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension Asset: IdentifierSubject {
  public static let kinds = KindSet(.asset)
}

extension Asset: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "asset", key: ["id"], "A resource that activities need."
  ) { f in
    f.identifier("id", \.id, .asset)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("kind", \.kind, "What sort of resource it is.")
    f.attribute("owner", \.owner, "Who answers for it.")
    f.attribute("site", \.site, "The premises where it is.")
    f.attribute("supplier", \.supplier, "The organisation that supplies it.")
    f.attribute("value", \.value, "What it would cost to replace.")
    f.prose("description", \.description, "What it is.")
    f.element("place", \.place, "Where it is on earth.")
    f.element("targets", \.targets, "Declared recovery targets.")
    f.elements("capability", \.capabilities, "A recovery time that was achieved or is promised.")
    f.element("restore", \.restore, "The work of restoring it, and what that work occupies.")
    f.elements("backup", \.backups, "Copies of its data.")
    f.elements("contract", \.contracts, "A recovery time that a supplier owes.")
    f.elements("supply", \.supply, "How much of it is there, over the time of a disruption.")
    f.elements("needs", \.needs, "Something it can't do without.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// A place on earth.
public struct Place: Sendable {
  public var address: Line?
  /// Degrees north, −90 to 90.
  public var latitude: Measure?
  /// Degrees east, −180 to 180.
  public var longitude: Measure?
  package var unknown: [UnknownContent] = []
  public init() {}
}

extension Place: Described {
  package static let form = FormDescription<Self>.form(\.unknown, "place", "A place on earth.") {
    f in
    f.attribute("address", \.address, "The address.")
    f.attribute("latitude", \.latitude, "Degrees north of the equator.")
    f.attribute("longitude", \.longitude, "Degrees east of Greenwich.")
  }
}

/// A recovery time that was achieved or is promised, and on what evidence.
public struct Capability: Sendable {
  /// From the strongest to the weakest.
  public enum Evidence: String, WrittenWord, CaseIterable {
    case test, incident, contract, estimate
    package static let typeName = "evidence"
  }
  /// Recovery time achieved, once everything it needs is there.
  public var rta: ElapsedTime?
  /// Recovery point achieved.
  public var rpa: ElapsedTime?
  public var evidence: Evidence
  public var on: CalendarDate?
  public var source: Identifier<EvidenceSource>?
  public var because: Prose?
  package var unknown: [UnknownContent] = []
  public init(rta: ElapsedTime?, evidence: Evidence) {
    self.rta = rta
    self.evidence = evidence
  }
}

extension Capability: Described {
  package init() { evidence = .estimate }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "capability", "A recovery time that was achieved or is promised, and on what evidence."
  ) { f in
    f.attribute("rta", \.rta, "The recovery time, once everything it needs is there.")
    f.attribute("rpa", \.rpa, "The age of the data that were recovered.")
    f.attribute("evidence", \.evidence, "What it rests on; a test is the strongest.")
    f.attribute("on", \.on, "When it was shown or promised.")
    f.attribute("source", \.source, "The exercise, incident or activation that showed it.")
    f.prose("because", \.because, "What it rests on, in words.")
  }
}

/// The work of restoring an asset.
public struct RestoreWork: Sendable {
  /// The time of the work itself; nil: as the capability says.
  public var duration: ElapsedTime?
  public var occupies: [Occupation] = []
  package var unknown: [UnknownContent] = []
  public init() {}
}

extension RestoreWork: Described {
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "restoreWork", "The work of restoring an asset, and what that work occupies."
  ) { f in
    f.attribute("duration", \.duration, "Its length; as the capability says where left out.")
    f.elements("occupies", \.occupies, "A crew, site or tool that the work occupies.")
  }
}

/// How much of a crew, site or tool some work occupies.
public struct Occupation: Sendable {
  public var ref: Identifier<RecoveryResource>
  public var amount: Count
  package var unknown: [UnknownContent] = []
  public init(ref: Identifier<RecoveryResource>) {
    self.ref = ref
    amount = Count(1)!
  }
}

extension Occupation: Described {
  package init() {
    ref = Identifier(unchecked: "")
    amount = Count(1)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "occupation", key: ["ref"], "How much of a crew, site or tool some work occupies."
  ) { f in
    f.attribute("ref", \.ref, "The crew, site or tool.")
    f.attribute("amount", \.amount, standard: Count(1)!, "How much of its capacity.")
  }
}

/// Copies of the data of an asset.
public struct Backup: Sendable {
  public var every: ElapsedTime
  /// Time to make a copy and get it to where it is safe.
  public var ship: ElapsedTime?
  /// Whether copies can't be changed once made.
  public var immutable: Bool?
  public var site: Identifier<Asset>?
  package var unknown: [UnknownContent] = []
  public init(every: ElapsedTime) { self.every = every }
}

extension Backup: Described {
  package init() { every = ElapsedTime(seconds: 86_400)! }
  package static let form = FormDescription<Self>.form(\.unknown, "backup", "Copies of its data.") {
    f in
    f.attribute("every", \.every, "The time from one copy to the next.")
    f.attribute("ship", \.ship, "Time to make a copy and get it to where it is safe.")
    f.attribute("immutable", \.immutable, "Whether copies can't be changed once made.")
    f.attribute("site", \.site, "Where the copies are.")
  }
}

/// A recovery time that a supplier owes.
public struct RecoveryContract: Sendable {
  public var recovery: ElapsedTime?
  public var reference: Line?
  public var until: CalendarDate?
  package var unknown: [UnknownContent] = []
  public init(recovery: ElapsedTime?) { self.recovery = recovery }
}

extension RecoveryContract: Described {
  package init() {}
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "recoveryContract", "A recovery time that a supplier owes."
  ) { f in
    f.attribute("recovery", \.recovery, "The time.")
    f.attribute("reference", \.reference, "The contract.")
    f.attribute("until", \.until, "When it ends.")
  }
}

/// How much of an asset is there from some time of disruption on.
public struct Supply: Sendable {
  public var from: ElapsedTime
  public var amount: Quantity
  /// For people: the probability that each of them can come.
  public var available: Share?
  package var unknown: [UnknownContent] = []
  public init(from: ElapsedTime, amount: Quantity) {
    self.from = from
    self.amount = amount
  }
}

extension Supply: Described {
  package init() {
    from = ElapsedTime(seconds: 0)!
    amount = Quantity(0)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "supply", key: ["from"], "How much of an asset is there, over the time of a disruption."
  ) { f in
    f.attribute(
      "from", \.from, standard: ElapsedTime(seconds: 0)!, "The time since the disruption began.")
    f.attribute("amount", \.amount, "How much.")
    f.attribute("available", \.available, "For people: the probability that each can come.")
  }
}

/// A crew, site or tool that recovery competes for.
public struct RecoveryResource: Sendable {
  public enum Nature: String, WrittenWord, CaseIterable {
    case crew, site, tool
    package static let typeName = "resourceKind"
  }
  public var id: Identifier<RecoveryResource>
  public var name: Line
  public var kind: Nature?
  public var capacity: Count
  public var calendar: Identifier<BusinessCalendar>?
  public var owner: Identifier<Party>?
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []
  public init(id: Identifier<RecoveryResource>, name: Line, capacity: Count) {
    self.id = id
    self.name = name
    self.capacity = capacity
  }
}

extension RecoveryResource: IdentifierSubject {
  public static let kinds = KindSet(.resource)
}

extension RecoveryResource: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
    capacity = Count(1)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "recoveryResource", key: ["id"], "A crew, site or tool that recovery competes for."
  ) { f in
    f.identifier("id", \.id, .resource)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("kind", \.kind, "Whether it is a crew, a site or a tool.")
    f.attribute("capacity", \.capacity, "How much work it can do at once.")
    f.attribute("calendar", \.calendar, "When it is there; at all times where left out.")
    f.attribute("owner", \.owner, "Who decides about it.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}
