import Synchronization

/// What every record of a register carries beside its own fields.
public struct RecordInfo: Sendable {
  /// Counts the changes of the record, from 1; nil where nobody counts.
  public var revision: Count?
  public var created: Moment?
  public var createdBy: Identifier<Party>?
  public var changed: Moment?
  public var changedBy: Identifier<Party>?
  /// Who may see the record; nil means as the register says.
  public var marking: Marking?
  public var tags: [Tag] = []
  public var attachments: [Attachment] = []
  public var note: Prose?
  /// XML of other namespaces, kept as it is.
  public var extensions: [String] = []
  package var unknown: [UnknownContent] = []

  public init() {}
}

extension RecordInfo: Described {
  package static let form = FormDescription<Self>.form(\.unknown, "recordInfo", "", describe)

  package static func describe(_ f: inout FormDescription<Self>) {
    f.attribute("revision", \.revision, "Counts the changes of the record.")
    f.attribute("created", \.created, "When the record was made.")
    f.attribute("createdBy", \.createdBy, "Who made the record.")
    f.attribute("changed", \.changed, "When the record was last changed.")
    f.attribute("changedBy", \.changedBy, "Who changed the record last.")
    f.attribute(
      "marking", \.marking,
      "Who may see the record (Traffic Light Protocol 2.0); as the register says where left out.")
    f.elements("tag", \.tags, "A free word to find the record by.")
    f.elements("attachment", \.attachments, "A file that belongs to the record, by its hash.")
    f.prose("note", \.note, "Anything worth keeping that has no field of its own.")
    f.foreign(
      "ext", \.extensions,
      "Elements of other namespaces, for other programs; kept as they are.")
  }
}

/// A free word to find a record by.
public struct Tag: Hashable, Sendable {
  public var name: Line
  package var unknown: [UnknownContent] = []

  public init(name: Line) { self.name = name }
}

extension Tag: Described {
  package init() { name = Line(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "tag", key: ["name"], "A free word to find a record by."
  ) { f in
    f.attribute("name", \.name, "The word.")
  }
}

/// A file that belongs to a record, by its hash; the file itself stays outside the register.
public struct Attachment: Hashable, Sendable {
  public var name: Line
  public var sha256: SHA256Digest
  /// The size of the file in bytes.
  public var size: Quantity?
  public var mediaType: Line?
  /// Where to find it: a path relative to the register, or a URL.
  public var location: Line?
  package var unknown: [UnknownContent] = []

  public init(name: Line, sha256: SHA256Digest) {
    self.name = name
    self.sha256 = sha256
  }
}

extension Attachment: Described {
  package init() {
    name = Line(unchecked: "")
    sha256 = SHA256Digest(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "attachment", key: ["sha256"], "A file that belongs to a record, by its hash."
  ) { f in
    f.attribute("name", \.name, "What people call the file.")
    f.attribute("sha256", \.sha256, "The SHA-256 digest of its bytes.")
    f.attribute("size", \.size, "Its size in bytes.")
    f.attribute("mediaType", \.mediaType, "Its media type, such as application/pdf.")
    f.attribute("location", \.location, "Where it is: a path beside the register, or a URL.")
  }
}

/// A reference that stands in an element of its own: one of a list.
public struct Reference<Subject: IdentifierSubject>: Hashable, Sendable {
  public var ref: Identifier<Subject>
  package var unknown: [UnknownContent] = []

  public init(_ ref: Identifier<Subject>) { self.ref = ref }
}

extension Reference: Described {
  package init() { ref = Identifier(unchecked: "") }

  package static var form: Form { ReferenceForms.form(Subject.self) }

  fileprivate static func makeForm() -> Form {
    FormDescription<Self>.form(
      \.unknown,
      "reference" + Subject.kinds.schemaName, key: ["ref"],
      "Names \(Subject.kinds.noun)."
    ) { f in
      f.attribute("ref", \.ref, "Its identifier.")
    }
  }
}

extension KindSet {
  /// A word for the set that can stand in the name of a type.
  package var schemaName: String {
    self == Anything.kinds
      ? "Anything"
      : kinds.map { "\($0)".prefix(1).uppercased() + "\($0)".dropFirst() }.joined(separator: "Or")
  }
}

/// A generic type can have no static storage, so the forms of references live here.
private enum ReferenceForms {
  private static let forms = Mutex<[UInt64: Form]>([:])

  static func form<Subject: IdentifierSubject>(_ subject: Subject.Type) -> Form {
    forms.withLock { forms in
      if let form = forms[Subject.kinds.rawValue] { return form }
      let form = Reference<Subject>.makeForm()
      forms[Subject.kinds.rawValue] = form
      return form
    }
  }
}

// MARK: - What references name

/// Anything in the register that has an identifier.
public enum Anything: IdentifierSubject {
  public static let kinds = KindSet(
    Kind.allCases.filter { $0 != .retired && $0 != .impactCategory }.map { KindSet($0) })
}

/// An asset or an activity: what can be disrupted and what others need.
public enum Dependable: IdentifierSubject {
  public static let kinds: KindSet = [KindSet(.asset), KindSet(.activity)]
}

/// A service, a process or an objective: what an activity supports.
public enum Supported: IdentifierSubject {
  public static let kinds: KindSet = [KindSet(.service), KindSet(.process), KindSet(.objective)]
}

/// What a protocol covers.
public enum Coverable: IdentifierSubject {
  public static let kinds: KindSet = [KindSet(.risk), KindSet(.activity), KindSet(.asset)]
}

/// Where evidence comes from.
public enum EvidenceSource: IdentifierSubject {
  public static let kinds: KindSet = [KindSet(.exercise), KindSet(.incident), KindSet(.activation)]
}

/// What a suppression or an override may be about, and where an action comes from.
public typealias AnyIdentifier = Identifier<Anything>
