/// A span of time in which incidents are counted: from a second up to another, which is no longer in it.
///
/// In seconds since 1970-01-01T00:00:00Z; whoever has days turns them into moments by the register's clocks.
public struct IncidentPeriod: Hashable, Sendable {
  public let start: Int64
  public let end: Int64

  /// - Returns: nil unless it ends after it starts.
  public init?(start: Int64, end: Int64) {
    guard start < end else { return nil }
    self.start = start
    self.end = end
  }

  /// How long it is, above zero.
  public var seconds: Int64 { end - start }

  public func contains(_ second: Int64) -> Bool { (start..<end).contains(second) }
}
