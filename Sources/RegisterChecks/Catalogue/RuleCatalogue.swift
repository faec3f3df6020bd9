/// All rules, in the order of their codes.
public enum RuleCatalogue {
  /// The checks of the catalogue.
  public static let checks: [any RegisterCheck.Type] = [
    RiskWithoutOwner.self
  ]
}
