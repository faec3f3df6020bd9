public import RegisterModel

/// A finding that is not reported, and the suppression that keeps it back.
public struct SuppressedFinding: Sendable {
  public let finding: Finding
  /// Who decided it, why, and until when.
  public let suppression: Suppression
}

/// What a suppression does on a given day.
public struct SuppressionUse: Sendable {
  public enum State: String, Sendable {
    /// It keeps its findings back.
    case holds
    /// Its last day is over; its findings are reported.
    case expired
    /// It lacks a reason or a last day; its findings are reported.
    case incomplete
    /// It names a rule that can't be suppressed, or something that is no rule.
    case impossible
    /// It names a rule of a family that this version doesn't have, so nobody can say.
    case unknown
  }
  public let suppression: Suppression
  public let state: State
  /// The findings it is about, whether or not it keeps them back.
  public internal(set) var matches = 0
}

/// Parts findings into those that are reported and those that a suppression keeps back.
struct SuppressionMatching {
  private(set) var uses: [SuppressionUse]
  private(set) var suppressed: [SuppressedFinding] = []
  /// The places in ``uses`` of the suppressions of each rule.
  private let places: [String: [Int]]

  init(_ suppressions: [Suppression], today: CalendarDate) {
    uses = suppressions.map { suppression in
      let rule = RuleCatalogue.rule(suppression.rule.text)
      let state: SuppressionUse.State =
        if rule == nil, suppression.isOfUnknownFamily {
          .unknown
        } else if rule?.canBeSuppressed != true {
          .impossible
        } else if !suppression.isComplete {
          .incomplete
        } else {
          suppression.until.map { $0 < today } ?? true ? .expired : .holds
        }
      return SuppressionUse(suppression: suppression, state: state)
    }
    places = Dictionary(grouping: suppressions.indices) { suppressions[$0].rule.text }
  }

  /// Whether a finding is to be reported; if not, it is kept among the suppressed ones. Of several
  /// suppressions that keep it back, the one that names its record is given.
  ///
  /// - Complexity: O(*n*) in the suppressions of its rule.
  mutating func isReported(_ finding: Finding) -> Bool {
    var chosen: Int?
    for place in places[finding.rule] ?? [] {
      let suppression = uses[place].suppression
      guard suppression.ref == nil || suppression.ref?.text == finding.entity else { continue }
      uses[place].matches += 1
      guard uses[place].state == .holds else { continue }
      if chosen == nil || (suppression.ref != nil && uses[chosen!].suppression.ref == nil) {
        chosen = place
      }
    }
    guard let chosen else { return true }
    suppressed.append(
      SuppressedFinding(finding: finding, suppression: uses[chosen].suppression))
    return false
  }

  /// What is to be said about the suppressions themselves, once all findings have been matched.
  var findings: [Finding] {
    uses.compactMap { use in
      switch use.state {
      case .impossible: use.suppression.impossibleFinding()
      case .incomplete: use.suppression.incompleteFinding()
      case .expired where use.matches > 0:
        use.suppression.expiredFinding(matches: use.matches)
      case .expired, .holds:
        use.matches == 0 ? use.suppression.idleFinding() : nil
      case .unknown: nil
      }
    }
  }
}
