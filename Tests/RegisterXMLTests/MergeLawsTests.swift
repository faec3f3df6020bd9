import RegisterModel
import RegisterXML
import TestSupport
import Testing

@Suite("Laws of merging, on generated registers")
struct MergeLawsTests {
  @Test(
    "What only one side changed is what comes out, whichever side it is",
    arguments: EditMutator.Sort.allCases)
  func oneSideOnly(_ sort: EditMutator.Sort) {
    expectAlways(sort, cases: 40) { tried in
      let wanted = content(of: tried.ours)
      return complaint(tried.base.merging(tried.ours, tried.base), wanted).map { "(ours) " + $0 }
        ?? complaint(tried.base.merging(tried.base, tried.ours), wanted).map { "(theirs) " + $0 }
    }
  }

  @Test("What both sides did alike is done once", arguments: EditMutator.Sort.allCases)
  func bothAlike(_ sort: EditMutator.Sort) {
    expectAlways(sort, cases: 40) { tried in
      complaint(tried.base.merging(tried.ours, tried.ours), content(of: tried.ours))
    }
  }

  @Test("It does not matter who is ours and who is theirs", arguments: EditMutator.Sort.allCases)
  func symmetry(_ sort: EditMutator.Sort) {
    expectAlways(sort, cases: 100) { tried in
      let one = tried.base.merging(tried.ours, tried.theirs)
      let other = tried.base.merging(tried.theirs, tried.ours)
      let conflicts = Set(one.conflicts.map { [$0.ours, $0.theirs] })
      guard conflicts == Set(other.conflicts.map { [$0.theirs, $0.ours] }) else {
        return "conflicts \(one.conflicts.brief) but turned round \(other.conflicts.brief)"
      }
      let (text, turnedText) = (one.register.map(content), other.register.map(content))
      guard text == turnedText else {
        return "\(tried.left.brief)\nand\n\(tried.right.brief):\n"
          + difference(text ?? "\(one.findings)", turnedText ?? "\(other.findings)")
      }
      return nil
    }
  }

  @Test(
    "What comes out has the edits of both sides and no other", arguments: EditMutator.Sort.allCases)
  func bothSidesEdits(_ sort: EditMutator.Sort) {
    expectAlways(sort, cases: 40) { tried in
      guard let merged = tried.base.merging(tried.ours, tried.theirs).register else { return nil }
      let asked = Set(tried.left + tried.right)
        .filter { !$0.isOfOrder }
      let made = Set(tried.base.edits(to: merged)).filter { !$0.isOfOrder }
      // Of two dates of the last look at something the later stands for both.
      let places = Set(made.map(\.place))
      let lost = asked.filter { !places.contains($0.place) }
      let extra = made.subtracting(asked)
      return lost.isEmpty && extra.isEmpty
        ? nil : "lost \(Array(lost).brief)\nmade up \(Array(extra).brief)"
    }
  }

  @Test(
    "Without a conflict there is a register, or a finding that says why not",
    arguments: EditMutator.Sort.allCases)
  func registerOrReason(_ sort: EditMutator.Sort) {
    expectAlways(sort, cases: 40) { tried in
      let merged = tried.base.merging(tried.ours, tried.theirs)
      if merged.register != nil { return merged.conflicts.isEmpty ? nil : "both" }
      if merged.conflicts.isEmpty, merged.findings.isEmpty { return "nothing said" }
      // What only the merge can break: a reference to what the other side removed, a limit of a
      // list. A value that is not what an edit expects is a conflict that was not seen.
      let unseen = merged.findings.filter { $0.rule == "STR-006" }
      return unseen.isEmpty
        ? nil : "\(unseen.map { "\($0.entity ?? "") \($0.field ?? "") \($0.message)" })"
    }
  }

  @Test(
    "A preference takes one side's edit wherever two conflict", arguments: EditMutator.Sort.allCases
  )
  func preference(_ sort: EditMutator.Sort) {
    expectAlways(sort, cases: 40) { tried in
      let conflicts = tried.base.merging(tried.ours, tried.theirs).conflicts
      guard !conflicts.isEmpty else { return nil }
      let ours = tried.base.merging(tried.ours, tried.theirs, preferring: .ours)
      let theirs = tried.base.merging(tried.theirs, tried.ours, preferring: .theirs)
      guard ours.register.map(content) == theirs.register.map(content) else {
        return "ours of (a, b) is not theirs of (b, a): \(conflicts.brief)"
      }
      guard let register = ours.register else {
        return ours.findings.contains { $0.rule == "STR-006" } ? "\(ours.findings)" : nil
      }
      let made = Set(tried.base.edits(to: register))
      let lost = conflicts.map(\.ours).filter { !$0.isOfOrder && !made.contains($0) }
      return lost.isEmpty ? nil : "lost \(lost.brief)"
    }
  }

  private func complaint(_ merged: MergedRegister, _ wanted: String) -> String? {
    guard let register = merged.register else {
      return "conflicts \(merged.conflicts.brief), findings \(merged.findings.map(\.message))"
    }
    let text = content(of: register)
    return text == wanted ? nil : difference(wanted, text)
  }
}

extension [MergeConflict] {
  fileprivate var brief: String {
    map { "\($0.ours.brief) against \($0.theirs.brief)" }.joined(separator: "\n")
  }
}

extension Edit {
  /// What it edits.
  fileprivate var place: String {
    switch self {
    case .add(let record): "+ \(record.name) \(entity ?? "")"
    case .remove(let record): "- \(record.name) \(entity ?? "")"
    case .set(let change): "\(entity ?? "") \(change.field)"
    }
  }

  /// Whether it only puts a list in order: two that do may come to a third order.
  fileprivate var isOfOrder: Bool {
    guard case .set(let change) = self, case .order? = change.to else { return false }
    return true
  }
}
