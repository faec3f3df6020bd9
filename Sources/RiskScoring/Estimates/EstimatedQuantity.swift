public import RegisterModel

/// A quantity that people state with its uncertainty, as a number to compute with.
public protocol EstimatedQuantity: Sendable, Equatable {
  /// The number: events a year, major units of the register's currency, seconds, or a share.
  var number: Double { get }
}

extension AnnualRate: EstimatedQuantity {
  public var number: Double { perYear }
}

extension Money: EstimatedQuantity {
  public var number: Double { amount }
}

extension ElapsedTime: EstimatedQuantity {
  public var number: Double { Double(seconds) }
}

extension Share: EstimatedQuantity {
  public var number: Double { value }
}
