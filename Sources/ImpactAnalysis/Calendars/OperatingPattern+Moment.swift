public import RegisterModel

extension OperatingPattern {
  /// Whether work goes on at a moment.
  ///
  /// - Complexity: O(hours).
  public func isAtWork(at moment: Moment) -> Bool {
    schedule?.holds(at: moment.secondsSince1970) ?? true
  }
}
