/// What merging two registers that were made of one gave.
public struct MergedRegister: Sendable {
  /// The merged register; nil if there is a conflict.
  public let register: Register?
  /// The edits that the merge made to ours, if there is no conflict.
  public let edits: [Edit]
  public let conflicts: [MergeConflict]
  /// What is wrong with the result though no two edits conflict, such as a reference to something
  /// that the other side removed.
  public let findings: [Finding]
}

/// Two edits of which only one can be made.
public struct MergeConflict: Hashable, Sendable {
  public let ours: Edit
  public let theirs: Edit

  public init(ours: Edit, theirs: Edit) {
    self.ours = ours
    self.theirs = theirs
  }
}

/// Whose edit is made where two conflict.
public enum MergePreference: String, Sendable, CaseIterable {
  case ours, theirs
}

extension Register {
  /// Merges two registers that were both made of this one.
  ///
  /// What only one side changed is taken, by identifier and field; where both set the same field to
  /// different values, or one changes what the other removes, there is a conflict.
  ///
  /// - Parameter preferring: Whose edit to make where two conflict; nil reports them all.
  /// - Complexity: O(n) in the size of the registers.
  public func merging(
    _ ours: Register, _ theirs: Register, preferring: MergePreference? = nil
  ) -> MergedRegister {
    let (left, right) = Self.reconciled(
      edits(to: ours).filter { !$0.isImplied }, edits(to: theirs).filter { !$0.isImplied })
    let conflicts = Self.conflicts(left, right)
    // Two new records of one identifier are two things: neither side's may be dropped.
    let undecided = preferring == nil ? conflicts : conflicts.filter(\.isOfNewRecords)
    if !undecided.isEmpty {
      return MergedRegister(register: nil, edits: [], conflicts: undecided, findings: [])
    }
    let dropped = Set(conflicts.map { preferring == .ours ? $0.theirs : $0.ours })
    let made = Self.union(
      left.filter { preferring != .theirs || !dropped.contains($0) },
      right.filter { preferring != .ours || !dropped.contains($0) })
    do throws(EditFailure) {
      var merged = try applying(made)
      merged.revision = ours.revision
      merged.history = ours.history
      merged.signatures = []
      return MergedRegister(
        register: merged, edits: ours.edits(to: merged), conflicts: conflicts, findings: [])
    } catch {
      return MergedRegister(register: nil, edits: [], conflicts: [], findings: error.findings)
    }
  }

  /// Both sides' edits where what they do differently is no conflict: of two dates of the last look at
  /// something, both take the later; of two notes that an identifier is retired, the earlier text.
  private static func reconciled(_ left: [Edit], _ right: [Edit]) -> ([Edit], [Edit]) {
    var (left, right) = (left, right)
    var places: [String: Int] = [:]
    for (index, edit) in right.enumerated() {
      if let key = edit.reconcilable { places[key] = index }
    }
    for (index, edit) in left.enumerated() {
      guard let key = edit.reconcilable, let other = places[key] else { continue }
      let winner = Edit.winner(edit, right[other])
      left[index] = winner
      right[other] = winner
    }
    return (left, right)
  }

  /// The pairs of edits of which only one can be made.
  private static func conflicts(_ left: [Edit], _ right: [Edit]) -> [MergeConflict] {
    let theirs = Dictionary(grouping: right) { $0.entity }
    var conflicts: [MergeConflict] = []
    for ours in left {
      for other in theirs[ours.entity] ?? [] where ours != other && !canBoth(ours, other) {
        conflicts.append(MergeConflict(ours: ours, theirs: other))
      }
    }
    return conflicts
  }

  private static func canBoth(_ ours: Edit, _ theirs: Edit) -> Bool {
    guard case .set(let a) = ours, case .set(let b) = theirs else {
      // One side's note that the identifier is retired stands beside the other's removal.
      return ours.isRetirement != theirs.isRetirement && (ours.isRemoval || theirs.isRemoval)
    }
    if a.field == b.field { return a.to == b.to }
    if a.isWholeList(with: b) || b.isWholeList(with: a) { return false }
    if a.field.contains(b.field) || b.field.contains(a.field) { return false }
    return true
  }

  /// The edits of both, those that both made once; additions to one list that both made in the order
  /// of their keys, so that it does not matter who is "ours".
  private static func union(_ left: [Edit], _ right: [Edit]) -> [Edit] {
    let known = Set(left)
    let added = right.filter { !known.contains($0) }
    let lists = Set(left.compactMap(\.extendedList)).intersection(added.compactMap(\.extendedList))
    // Orders come last: they speak of elements that others add.
    let all = (left + added).filter { !$0.isOrder } + (left + added).filter(\.isOrder)
    guard !lists.isEmpty else { return all }
    func isShared(_ edit: Edit) -> Bool { edit.extendedList.map(lists.contains) ?? false }
    let shared = all.filter(isShared).sorted {
      IdentifierText.precedes($0.sortText, $1.sortText)
    }
    return all.filter { !isShared($0) && !$0.isOrder } + shared + all.filter(\.isOrder)
  }
}

extension FieldChange {
  /// Whether it sets a list as a whole, of which the other sets a part.
  fileprivate func isWholeList(with other: FieldChange) -> Bool {
    guard let last = field.steps.last, last.key == "", !isOrder,
      other.field.steps.count >= field.steps.count
    else { return false }
    let same = Array(other.field.steps.prefix(field.steps.count))
    return Array(same.dropLast()) == Array(field.steps.dropLast()) && same.last?.name == last.name
  }

  /// Whether it says the order of a list.
  var isOrder: Bool {
    if case .order? = to { true } else { false }
  }
}

extension MergeConflict {
  /// Whether both sides added a record of the same identifier.
  fileprivate var isOfNewRecords: Bool {
    if case .add = ours, case .add = theirs { true } else { false }
  }
}

extension Edit {
  fileprivate var isRetirement: Bool {
    if case .add(let record) = self { record.name == "retired" } else { false }
  }

  fileprivate var isOrder: Bool {
    if case .set(let change) = self { change.isOrder } else { false }
  }

  fileprivate var isRemoval: Bool { if case .remove = self { true } else { false } }

  /// What names the edit among those of which one can stand for both sides.
  fileprivate var reconcilable: String? {
    switch self {
    case .add(let record) where record.name == "retired":
      return "retired \(record.attribute("id") ?? "")"
    case .set(let change):
      guard let last = change.field.steps.last, ["on", "reviewed", "changed"].contains(last.name),
        last.key == nil, case .text? = change.to
      else { return nil }
      return "\(change.entity ?? "") \(change.field)"
    default: return nil
    }
  }

  fileprivate static func winner(_ a: Edit, _ b: Edit) -> Edit {
    if case .set(let first) = a, case .set(let second) = b,
      case .text(let one)? = first.to, case .text(let other)? = second.to
    {
      return one < other ? b : a
    }
    return a.entityText <= b.entityText ? a : b
  }

  private var entityText: String {
    if case .add(let record) = self { record.summary } else { "" }
  }

  /// The list that the edit adds an element to.
  fileprivate var extendedList: FieldList? {
    guard case .set(let change) = self, change.from == nil, let last = change.field.steps.last,
      let key = last.key, !key.isEmpty
    else { return nil }
    return FieldList(
      entity: change.entity, steps: Array(change.field.steps.dropLast()), name: last.name)
  }

  fileprivate var sortText: String {
    guard case .set(let change) = self else { return "" }
    return "\(change.field)"
  }
}

private struct FieldList: Hashable {
  let entity: String?
  let steps: [FieldPath.Step]
  let name: String
}
