/// A person, role, team or organisation.
public struct Party: Sendable {
  public enum Nature: String, WrittenWord, CaseIterable {
    case person, role, team, organisation
    package static let typeName = "partyKind"
  }
  public var id: Identifier<Party>
  public var name: Line
  public var kind: Nature?
  /// The organisation or team it is part of.
  public var partOf: Identifier<Party>?
  /// A legal entity identifier (ISO 17442), of an organisation.
  public var lei: Line?
  /// Who holds the role, or is in the team; the first is in charge.
  public var holders: [Reference<Party>] = []
  /// Who stands in, in this order.
  public var deputies: [Reference<Party>] = []
  /// How to reach it, in the order to try.
  public var contacts: [Contact] = []
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<Party>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension Party: IdentifierSubject {
  public static let kinds = KindSet(.party)
}

extension Party: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "party", key: ["id"], "A person, role, team or organisation."
  ) { f in
    f.identifier("id", \.id, .party)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("kind", \.kind, "Whether it is a person, a role, a team or an organisation.")
    f.attribute("partOf", \.partOf, "The team or organisation that it is part of.")
    f.attribute("lei", \.lei, "The legal entity identifier (ISO 17442) of an organisation.")
    f.elements("holder", \.holders, "Who holds the role or is in the team.")
    f.elements("deputy", \.deputies, "Who stands in, in this order.")
    f.elements("contact", \.contacts, "How to reach it, in the order to try.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// One way to reach a party.
public struct Contact: Sendable {
  public enum Channel: String, WrittenWord, CaseIterable {
    case mobile, phone, sms, email, pager, radio, satellite, app, inPerson
    package static let typeName = "channel"
  }
  public var channel: Channel
  public var address: Line?
  /// How long to wait for an explicit answer before the next way is tried.
  public var timeout: ElapsedTime?
  /// The probability of an answer in that time.
  public var probability: Share?
  /// When it was last found to work.
  public var verified: CalendarDate?
  /// When it can be used; nil: always.
  public var calendar: Identifier<BusinessCalendar>?
  package var unknown: [UnknownContent] = []

  public init(channel: Channel) { self.channel = channel }
}

extension Contact: Described {
  package init() { channel = .mobile }
  package static let form = FormDescription<Self>.form(
    \.unknown, "contact", "One way to reach a party."
  ) {
    f in
    f.attribute("channel", \.channel, "By what means.")
    f.attribute("address", \.address, "The number or address.")
    f.attribute("timeout", \.timeout, "How long to wait for an answer before trying the next way.")
    f.attribute("probability", \.probability, "The probability of an answer in that time.")
    f.attribute("verified", \.verified, "When it was last found to work.")
    f.attribute("calendar", \.calendar, "When it can be used; always where left out.")
  }
}
