/// An entry of the history: who changed what, when and why, and what the register was after it.
public struct HistoryEntry: Sendable {
  public var number: Count
  public var at: Moment
  /// Who made the change, as free text: it may be somebody who is no party of the register.
  public var by: Line
  public var because: Line?
  /// The hash of the canonical form of all that stands before the history, after the change.
  public var content: SHA256Digest
  /// The hash of the entry before it; nil in the first.
  public var previous: SHA256Digest?
  public var edits: [RecordedEdit] = []
  package var unknown: [UnknownContent] = []

  public init(number: Count, at: Moment, by: Line, because: Line?, content: SHA256Digest) {
    self.number = number
    self.at = at
    self.by = by
    self.because = because
    self.content = content
  }
}

extension HistoryEntry: Described {
  package init() {
    number = Count(1)!
    at = Moment(secondsSince1970: 0)!
    by = Line(unchecked: "")
    content = SHA256Digest(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "historyEntry", key: ["number"],
    "Who changed what, when and why, and what the register was after it. Written by the program."
  ) { f in
    f.attribute("number", \.number, "1 for the first.")
    f.attribute("at", \.at, "When.")
    f.attribute("by", \.by, "Who.")
    f.attribute("because", \.because, "Why.")
    f.attribute(
      "content", \.content,
      "The SHA-256 digest of the canonical form of all that stands before the history.")
    f.attribute("previous", \.previous, "The SHA-256 digest of the entry before it.")
    f.elements("edit", \.edits, "One change.")
  }
}

/// One change, as the history keeps it.
public struct RecordedEdit: Sendable {
  public enum Nature: String, WrittenWord, CaseIterable {
    case add, remove, set
    package static let typeName = "editKind"
  }
  public var kind: Nature
  /// The identifier of the record; nil: the register itself.
  public var ref: Line?
  /// The field inside the record, such as `score[current]/likelihood`.
  public var field: Line?
  /// An atomic value before and after.
  public var from: Line?
  public var to: Line?
  /// A value that has parts, before and after, as XML.
  public var before: [String] = []
  public var after: [String] = []
  package var unknown: [UnknownContent] = []
  public init(kind: Nature) { self.kind = kind }
}

extension RecordedEdit: Described {
  package init() { kind = .set }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "recordedEdit", "One change, as the history keeps it."
  ) { f in
    f.attribute("kind", \.kind, "A record added or removed, or a field set.")
    f.attribute("ref", \.ref, "The identifier of the record; the register itself where left out.")
    f.attribute("field", \.field, "The field inside the record.")
    f.attribute("from", \.from, "The value before; there was none where left out.")
    f.attribute("to", \.to, "The value after; there is none where left out.")
    f.foreign("before", \.before, "The value before, where it has parts.")
    f.foreign("after", \.after, "The value after, where it has parts.")
  }
}
