/// A change to a register. Undo, history, comparison, merge and conflicts all speak in these.
public enum Edit: Hashable, Sendable {
  /// A record is added.
  case add(WrittenElement)
  /// A record is removed; it is given whole, so that it can be added again.
  case remove(WrittenElement)
  /// A field is set.
  case set(FieldChange)

  /// The identifier of the record that it changes; nil for the register itself.
  public var entity: String? {
    switch self {
    case .add(let record), .remove(let record): record.attribute("id")
    case .set(let change): change.entity
    }
  }

  /// Whether it only says the order that a list has anyway once its elements were added and removed:
  /// what taking those back needs to know, and nobody else.
  public var isImplied: Bool {
    guard case .set(let change) = self, case .order(let before)? = change.from,
      case .order(let after)? = change.to
    else { return false }
    return before.filter(after.contains) + after.filter { !before.contains($0) } == after
  }

  /// The edit that takes this one back.
  public var inverse: Edit {
    switch self {
    case .add(let record): .remove(record)
    case .remove(let record): .add(record)
    case .set(let change):
      .set(
        FieldChange(entity: change.entity, field: change.field, from: change.to, to: change.from))
    }
  }
}

/// A field that gets another value.
public struct FieldChange: Hashable, Sendable {
  /// The identifier of the record; nil for the register itself.
  public var entity: String?
  public var field: FieldPath
  /// The value before; nil where there was none.
  public var from: WrittenValue?
  /// The value after; nil where there is none.
  public var to: WrittenValue?

  public init(entity: String?, field: FieldPath, from: WrittenValue?, to: WrittenValue?) {
    self.entity = entity
    self.field = field
    self.from = from
    self.to = to
  }
}

/// The value of a field as it is written.
public enum WrittenValue: Hashable, Sendable {
  /// An atomic value: of an attribute, or of an element that holds no more than that.
  case text(String)
  /// An element with its parts.
  case element(WrittenElement)
  /// All of a list that has no keys.
  case elements([WrittenElement])
  /// The keys of a list, in their order.
  case order([String])
  /// What no form knows, each with what it stands behind.
  case fragments([PlacedFragment])
}

/// XML that no form knows, and where it stands.
public struct PlacedFragment: Hashable, Sendable {
  /// The known element that it stands behind, such as `title` or `hits[S-plant]`; empty where it is the
  /// first thing in its element, nil where it stands before that.
  public var anchor: String?
  public var xml: String
  public init(anchor: String?, xml: String) {
    self.anchor = anchor
    self.xml = xml
  }
}

/// Why edits can't be made. Nothing of them has been.
public struct EditFailure: Error, Equatable {
  public let findings: [Finding]
  public init(findings: [Finding]) { self.findings = findings }
}
