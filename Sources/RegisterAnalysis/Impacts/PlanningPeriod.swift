public import ImpactAnalysis
package import RegisterModel

/// The maximum tolerable period of disruption (MTPD) that an activity is planned by: what people declare and
/// what follows from its grid, its costs and limits, beside each other.
///
/// The shorter one counts; a declared one that is longer counts where somebody approved it and said why.
///
/// - Note: DOMAIN §3.2, BIA-008.
public struct PlanningPeriod: Hashable, Sendable {
  /// As declared, in seconds; nil where nobody has.
  public let declared: Int64?
  /// As derived; nil where nothing can be said at all.
  public private(set) var derived: TolerablePeriod?
  /// Whether the declared one was approved, with a reason.
  public let isApproved: Bool

  package init(_ targets: RecoveryTargets?, derived: TolerablePeriod?) {
    declared = targets?.mtpd?.seconds
    self.derived = derived
    isApproved =
      targets?.approvedBy != nil && targets?.approvedOn != nil && targets?.because != nil
  }

  /// In seconds; nil where neither is known, or it is never intolerable within what was judged.
  public var seconds: Int64? {
    guard let declared else { return derived?.planningValue }
    guard let planned = derived?.planningValue, !isApproved else { return declared }
    return min(declared, planned)
  }

  /// The same with the safe end of the interval: the last time known to be tolerable for the first known not to
  /// be.
  package var conservative: PlanningPeriod {
    var period = self
    if let derived, derived.planningValue != nil { period.derived?.upper = derived.lower }
    return period
  }

  /// Whether it is the declared one that counts.
  public var isDeclared: Bool { declared != nil && seconds == declared }

  /// Whether the declared one is longer than what follows, in which nobody would be right to trust.
  public var isStretched: Bool {
    guard let declared, let planned = derived?.planningValue else { return false }
    return declared > planned
  }
}
