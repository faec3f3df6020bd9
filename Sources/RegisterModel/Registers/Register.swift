/// One document: the criteria an organisation judges by, what it does and needs, what may happen to
/// it, and what it does then.
///
/// Only the resolver makes a register, so its identifiers are unique, its references resolve to the
/// right kinds, and its levels lie on their scales. It may be incomplete: what practice allows to be
/// unknown is optional. Each family is in the order of its identifiers.
public struct Register: Sendable {
  /// How much of a register a file holds.
  public enum Extent: String, WrittenWord, CaseIterable {
    case full, subset
    package static let typeName = "extent"
  }
  /// The version of the format it was read in, `1.0`, or a later minor one whose additions are kept.
  public package(set) var schemaVersion = SchemaVersion.current
  public package(set) var id: Identifier<Register>
  public package(set) var revision: Count?
  public package(set) var extent = Extent.full
  public package(set) var language: LanguageTag
  public package(set) var currency: Currency
  public package(set) var marking: Marking?
  /// A name of the time zone database.
  public package(set) var timeZone: Line?
  public package(set) var owner: Identifier<Party>?
  public package(set) var title: Line
  public package(set) var scopeStatement: Prose?
  public package(set) var period: Period?
  public package(set) var approval: Approval?
  public package(set) var criteria: Criteria?
  public package(set) var parties: [Party] = []
  public package(set) var hazards: [Hazard] = []
  public package(set) var objectives: [Objective] = []
  public package(set) var calendars: [BusinessCalendar] = []
  public package(set) var services: [Service] = []
  public package(set) var processes: [Process] = []
  public package(set) var activities: [Activity] = []
  public package(set) var resources: [RecoveryResource] = []
  public package(set) var assets: [Asset] = []
  public package(set) var controls: [Control] = []
  public package(set) var risks: [Risk] = []
  public package(set) var treatments: [Treatment] = []
  public package(set) var acceptances: [Acceptance] = []
  public package(set) var indicators: [Indicator] = []
  public package(set) var protocols: [ResponseProtocol] = []
  public package(set) var exercises: [Exercise] = []
  public package(set) var incidents: [Incident] = []
  public package(set) var problems: [Problem] = []
  public package(set) var activations: [Activation] = []
  public package(set) var sessions: [Session] = []
  public package(set) var actions: [Action] = []
  public package(set) var changes: [Change] = []
  public package(set) var suppressions: [Suppression] = []
  public package(set) var retired: [RetiredIdentifier] = []
  public package(set) var note: Prose?
  /// XML of other namespaces, kept as it is.
  public package(set) var extensions: [String] = []
  public package(set) var history: [HistoryEntry] = []
  /// Signatures over the register, as XML, in the order of signing.
  public package(set) var signatures: [String] = []
  /// Comments and processing instructions before the register.
  package var prolog: [String] = []
  package var unknown: [UnknownContent] = []
}

extension Register: IdentifierSubject {
  /// Registers are not named inside a register.
  public static let kinds: KindSet = []
}

extension Register: Described {
  package init() {
    id = Identifier(unchecked: "")
    language = LanguageTag("en")!
    currency = Currency("XXX")!
    title = Line(unchecked: "")
  }

  package static let form = FormDescription<Self>.form(
    \.unknown,
    "register", "A register: one document of risks, business impact and response."
  ) { f in
    f.attribute("schemaVersion", \.schemaVersion, "The version of the format.")
    f.attribute("id", \.id, "A short token for the register, unique among those of its owner.")
    f.attribute("revision", \.revision, "Counts the changes of the register.")
    f.attribute(
      "scope", \.extent, standard: .full, "Whether the file holds all of it or a part of it.")
    f.attribute("lang", \.language, "The language of its texts.")
    f.attribute("currency", \.currency, "The currency of all amounts of money in it (ISO 4217).")
    f.attribute("marking", \.marking, "Who may see it (Traffic Light Protocol 2.0).")
    f.attribute("timeZone", \.timeZone, "The time zone of its calendars, such as Europe/Dublin.")
    f.attribute("owner", \.owner, "Who answers for the register.")
    f.textElement("title", \.title, "What people call it.")
    f.prose("scopeStatement", \.scopeStatement, "What it covers, and what it does not.")
    f.element("period", \.period, "The time that it is for.")
    f.element("approval", \.approval, "Who approved it.")
    f.element("criteria", \.criteria, "What risks and disruption are judged by.")
    f.elements("party", \.parties, "A person, role, team or organisation.")
    f.elements("hazard", \.hazards, "A source of risk.")
    f.elements("objective", \.objectives, "An objective.")
    f.elements("calendar", \.calendars, "When the organisation works.")
    f.elements("service", \.services, "A product or service.")
    f.elements("process", \.processes, "A process.")
    f.elements("activity", \.activities, "An activity.")
    f.elements("recoveryResource", \.resources, "A crew, site or tool that recovery competes for.")
    f.elements("asset", \.assets, "A resource that activities need.")
    f.elements("control", \.controls, "An existing measure.")
    f.elements("risk", \.risks, "A risk.")
    f.elements("treatment", \.treatments, "A planned change to a risk.")
    f.elements("acceptance", \.acceptances, "A decision to bear a risk for a time.")
    f.elements("indicator", \.indicators, "A key risk indicator.")
    f.elements("protocol", \.protocols, "An activation protocol.")
    f.elements("exercise", \.exercises, "An exercise.")
    f.elements("incident", \.incidents, "Something that happened.")
    f.elements("problem", \.problems, "A cause that keeps coming back.")
    f.elements("activation", \.activations, "A protocol that was activated.")
    f.elements("session", \.sessions, "A workshop session.")
    f.elements("action", \.actions, "A corrective action.")
    f.elements("change", \.changes, "A significant change.")
    f.elements("suppression", \.suppressions, "A finding that is not to be reported for a while.")
    f.elements("retired", \.retired, "An identifier that is never used again.")
    f.prose("note", \.note, "Anything worth keeping that has no field of its own.")
    f.foreign("ext", \.extensions, "Elements of other namespaces, kept as they are.")
    f.elements("history", \.history, "An entry of the history.")
  }
}

/// The version of the format of a file: `1.` and a minor number.
public struct SchemaVersion: Hashable, Sendable {
  public let minor: Int16

  /// The version that this program writes.
  public static let current = SchemaVersion(minor: 0)
}

extension SchemaVersion: Scalar {
  package static let simpleType = SimpleType(
    "schemaVersion", facets: [.init("pattern", "1\\.(0|[1-9][0-9]{0,2})")],
    expectation: "the version of the format, 1.0", examples: ["1.0"])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    var scanner = TextScanner(written)
    guard scanner.skip("1"), scanner.skip("."), let minor = scanner.digits(1...3),
      scanner.isAtEnd, written.count == 3 || written[2] != UInt8(ascii: "0")
    else { return nil }
    self.minor = Int16(minor)
  }

  package func write(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "1.".utf8)
    NumberText.write(Int64(minor), to: &bytes)
  }
}

/// The time that a register is for.
public struct Period: Sendable {
  public var from: CalendarDate?
  public var to: CalendarDate?
  package var unknown: [UnknownContent] = []
  public init(from: CalendarDate?, to: CalendarDate?) {
    self.from = from
    self.to = to
  }
}

extension Period: Described {
  package init() {}
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "period", "The time that a register is for, both days included."
  ) { f in
    f.attribute("from", \.from, "Its first day.")
    f.attribute("to", \.to, "Its last day.")
  }
}

/// Who approved a register.
public struct Approval: Sendable {
  public var by: Identifier<Party>?
  public var on: CalendarDate?
  package var unknown: [UnknownContent] = []
  public init(by: Identifier<Party>?, on: CalendarDate?) {
    self.by = by
    self.on = on
  }
}

extension Approval: Described {
  package init() {}
  package static let form = FormDescription<Self>.form(
    \.unknown, "approval", "Who approved a register."
  ) {
    f in
    f.attribute("by", \.by, "The accountable manager.")
    f.attribute("on", \.on, "When.")
  }
}
