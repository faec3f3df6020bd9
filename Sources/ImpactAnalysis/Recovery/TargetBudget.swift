public import RegisterModel

/// How the recovery times that an activity declares fit each other: the objective (RTO) must be shorter than
/// the tolerable period (MTPD), and what is between them is left for work after recovery (WRT).
///
/// - Note: DOMAIN §3.2; NIST SP 800-34 rev. 1, 3.2.1 (there MTD for MTPD).
public struct TargetBudget: Hashable, Sendable {
  /// In seconds; nil where nobody knows.
  public let tolerable: Int64?
  public let objective: Int64?

  /// - Parameters:
  ///   - tolerable: The maximum tolerable period of disruption in seconds, declared or derived; nil where
  ///     nobody knows or there is none.
  ///   - objective: The recovery time objective in seconds; nil where there is none.
  public init(tolerable: Int64?, objective: Int64?) {
    self.tolerable = tolerable
    self.objective = objective
  }

  /// By what the activity declares itself.
  public init(_ activity: Activity) {
    self.init(
      tolerable: activity.targets?.mtpd?.seconds, objective: activity.targets?.rto?.seconds)
  }

  /// Whether the objective is shorter than the tolerable period; nil where either is not known.
  public var isValid: Bool? { budget.map { $0 > 0 } }

  /// What is left between the two for work after recovery, in seconds; nil where either is not known.
  public var budget: Int64? {
    guard let tolerable, let objective else { return nil }
    return tolerable - objective
  }

  /// The share of the tolerable period that is left: 1 − RTO/MTPD; nil where it is not known, or nothing can
  /// be borne at all.
  public var margin: Double? {
    guard let tolerable, let objective, tolerable > 0 else { return nil }
    return 1 - Double(objective) / Double(tolerable)
  }

  /// Whether margin and objective are as practice advises: at least a fifth left, and no later than the last
  /// time known to be tolerable; nil where that is not known.
  ///
  /// - Parameter lastTolerable: In seconds, as ``TolerablePeriod/lower``.
  public func isComfortable(lastTolerable: Int64) -> Bool? {
    guard let tolerable, let objective else { return nil }
    // In whole numbers: 1 − 0.8 is less than 0.2 to a computer.
    return 5 * objective <= 4 * tolerable && objective <= lastTolerable
  }
}
