/// Something the organisation does whose disruption has an impact over time.
public struct Activity: Sendable {
  public var id: Identifier<Activity>
  public var name: Line
  public var owner: Identifier<Party>?
  public var calendar: Identifier<BusinessCalendar>?
  /// Whether it uses data that could be lost; nil where nobody said.
  public var usesData: Bool?
  public var description: Prose?
  public var supports: [Reference<Supported>] = []
  public var volume: Volume?
  /// The impact grid: one entry for each category, time and window that was judged.
  public var impacts: [TimedImpact] = []
  public var peaks: [Peak] = []
  /// What people declare, beside what the grid comes to.
  public var targets: RecoveryTargets?
  public var caps: [HardCap] = []
  public var losses: LossTerms?
  /// Recovery times of the activity itself that were achieved or are promised.
  public var capabilities: [Capability] = []
  public var staffing: [Staffing] = []
  public var needs: [Need] = []
  public var assessment: ImpactAssessment?
  public var overrides: [Override] = []
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<Activity>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension Activity: IdentifierSubject {
  public static let kinds = KindSet(.activity)
}

extension Activity: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "activity", key: ["id"],
    "Something the organisation does whose disruption has an impact over time."
  ) { f in
    f.identifier("id", \.id, .activity)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("owner", \.owner, "Who answers for it.")
    f.attribute("calendar", \.calendar, "When it is done; at all times where left out.")
    f.attribute("usesData", \.usesData, "Whether it uses data that could be lost.")
    f.prose("description", \.description, "What it is.")
    f.elements("supports", \.supports, "A service, process or objective that it supports.")
    f.element("volume", \.volume, "How much of it is done in normal times.")
    f.elements("impact", \.impacts, "The impact in one category after one time of disruption.")
    f.elements("peak", \.peaks, "Demand in a peak window.")
    f.element("targets", \.targets, "Declared recovery targets.")
    f.elements("cap", \.caps, "A limit to the time it may be down, from outside the grid.")
    f.element("loss", \.losses, "What its disruption costs over time.")
    f.elements(
      "capability", \.capabilities, "A recovery time that was achieved or is promised.")
    f.elements("staff", \.staffing, "How many people it needs at least, over time.")
    f.elements("needs", \.needs, "Something it can't be done without.")
    f.element("assessed", \.assessment, "Who made and who approved its impact analysis.")
    f.elements("override", \.overrides, "A value that people set against the computed one.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// How much of an activity is done in normal times.
public struct Volume: Sendable {
  public var amount: Quantity
  public var per: ElapsedTime
  public var unit: Line?
  package var unknown: [UnknownContent] = []
  public init(amount: Quantity, per: ElapsedTime) {
    self.amount = amount
    self.per = per
  }
}

extension Volume: Described {
  package init() {
    amount = Quantity(0)!
    per = ElapsedTime(seconds: 3600)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "volume", "How much of an activity is done in normal times."
  ) { f in
    f.attribute("amount", \.amount, "How many units.")
    f.attribute("per", \.per, "In which time.")
    f.attribute("unit", \.unit, "What is counted, such as patients or parcels.")
  }
}

/// A cell of an impact grid.
public struct TimedImpact: Sendable {
  public var category: Identifier<ImpactCategory>
  /// The time since the disruption began.
  public var at: ElapsedTime
  /// nil: not known, for the reason given.
  public var level: Level<ImpactScale>?
  /// The peak window it holds in; nil: at any time.
  public var window: Identifier<PeakWindow>?
  public var because: Prose?
  package var unknown: [UnknownContent] = []
  public init(category: Identifier<ImpactCategory>, at: ElapsedTime, level: Level<ImpactScale>?) {
    self.category = category
    self.at = at
    self.level = level
  }
}

extension TimedImpact: Described {
  package init() {
    category = Identifier(unchecked: "")
    at = ElapsedTime(seconds: 0)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "timedImpact", key: ["category", "at", "window"],
    "The impact in one category after one time of disruption."
  ) { f in
    f.attribute("category", \.category, "The impact category.")
    f.attribute("at", \.at, "The time since the disruption began.")
    f.attribute("level", \.level, "The rank on the category's scale; not known where left out.")
    f.attribute("window", \.window, "The peak window it holds in; at any time where left out.")
    f.prose("because", \.because, "Why the level, or why it is not known.")
  }
}

/// Demand for an activity in a peak window.
public struct Peak: Sendable {
  public var window: Identifier<PeakWindow>
  /// How many times the normal demand; nil where only the grid differs.
  public var factor: Quantity?
  package var unknown: [UnknownContent] = []
  public init(window: Identifier<PeakWindow>) { self.window = window }
}

extension Peak: Described {
  package init() { window = Identifier(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "peak", key: ["window"], "Demand in a peak window."
  ) { f in
    f.attribute("window", \.window, "The peak window.")
    f.attribute("factor", \.factor, "How many times the normal demand.")
  }
}

/// Declared recovery targets. What is derived from grid and needs stands beside them in reports and
/// is never stored.
public struct RecoveryTargets: Sendable {
  /// Maximum tolerable period of disruption.
  public var mtpd: ElapsedTime?
  /// Recovery time objective: the time to resume at the minimum level.
  public var rto: ElapsedTime?
  /// Recovery point objective: how much work may be lost, as time.
  public var rpo: ElapsedTime?
  /// Minimum business continuity objective, as a share of normal output.
  public var mbco: Share?
  /// The same as a quantity, in the unit of the volume.
  public var mbcoVolume: Quantity?
  /// Time of the activity's own work once everything it needs is there.
  public var own: ElapsedTime?
  /// Time to be back to normal.
  public var normal: ElapsedTime?
  public var approvedBy: Identifier<Party>?
  public var approvedOn: CalendarDate?
  public var because: Prose?
  package var unknown: [UnknownContent] = []
  public init() {}
}

extension RecoveryTargets: Described {
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "recoveryTargets", "Declared recovery targets (ISO 22301 8.2.2)."
  ) { f in
    f.attribute("mtpd", \.mtpd, "Maximum tolerable period of disruption.")
    f.attribute("rto", \.rto, "Recovery time objective: time to resume at the minimum level.")
    f.attribute("rpo", \.rpo, "Recovery point objective: how much work may be lost, as time.")
    f.attribute("mbco", \.mbco, "Minimum business continuity objective, as a share of normal.")
    f.attribute("mbcoVolume", \.mbcoVolume, "The same as a quantity in the unit of the volume.")
    f.attribute("own", \.own, "Time of its own work once everything it needs is there.")
    f.attribute("normal", \.normal, "Time to be back to normal.")
    f.attribute("approvedBy", \.approvedBy, "Who approved the targets.")
    f.attribute("approvedOn", \.approvedOn, "When.")
    f.prose("because", \.because, "Why they are what they are.")
  }
}

/// A limit to the time an activity may be down that comes from a contract, a law or safety.
public struct HardCap: Sendable {
  public enum Basis: String, WrittenWord, CaseIterable {
    case contract, legal, safety, other
    package static let typeName = "capBasis"
  }
  public var basis: Basis
  public var at: ElapsedTime
  public var source: Line
  package var unknown: [UnknownContent] = []
  public init(basis: Basis, at: ElapsedTime, source: Line) {
    self.basis = basis
    self.at = at
    self.source = source
  }
}

extension HardCap: Described {
  package init() {
    basis = .other
    at = ElapsedTime(seconds: 0)!
    source = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "hardCap", "A limit to the time an activity may be down, from outside the grid."
  ) { f in
    f.attribute("basis", \.basis, "Where it comes from.")
    f.attribute("at", \.at, "The limit.")
    f.attribute("source", \.source, "The contract, law or safety case that sets it.")
  }
}

/// How many people an activity needs at least, from some time of disruption on.
public struct Staffing: Sendable {
  public var role: Identifier<Party>
  public var from: ElapsedTime
  public var atLeast: Count
  package var unknown: [UnknownContent] = []
  public init(role: Identifier<Party>, from: ElapsedTime, atLeast: Count) {
    self.role = role
    self.from = from
    self.atLeast = atLeast
  }
}

extension Staffing: Described {
  package init() {
    role = Identifier(unchecked: "")
    from = ElapsedTime(seconds: 0)!
    atLeast = Count(0)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "staffing", key: ["role", "from"], "How many people an activity needs at least, over time."
  ) { f in
    f.attribute("role", \.role, "Who they are.")
    f.attribute(
      "from", \.from, standard: ElapsedTime(seconds: 0)!,
      "The time since the disruption began from which so many are needed.")
    f.attribute("atLeast", \.atLeast, "How many.")
  }
}

/// Who made and who approved an impact analysis.
public struct ImpactAssessment: Sendable {
  public var on: CalendarDate?
  public var by: Identifier<Party>?
  public var approvedBy: Identifier<Party>?
  public var approvedOn: CalendarDate?
  package var unknown: [UnknownContent] = []
  public init() {}
}

extension ImpactAssessment: Described {
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "impactAssessment", "Who made and who approved an impact analysis."
  ) { f in
    f.attribute("on", \.on, "When it was made.")
    f.attribute("by", \.by, "Who made it.")
    f.attribute("approvedBy", \.approvedBy, "The accountable manager who approved it.")
    f.attribute("approvedOn", \.approvedOn, "When it was approved.")
  }
}
