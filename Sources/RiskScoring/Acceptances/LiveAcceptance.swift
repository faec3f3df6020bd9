public import RegisterModel

extension Sequence<Acceptance> {
  /// The acceptance that holds on a day; nil where none does. Of several the one decided last; decided
  /// on one day, the one that holds longest; then the one with the later identifier.
  ///
  /// - Complexity: O(*n*).
  public func live(on today: CalendarDate) -> Acceptance? {
    lazy.filter { $0.state(on: today).isLive }.max { left, right in
      guard left.on == right.on else { return precedes(left.on, right.on) }
      guard left.until == right.until else { return precedes(left.until, right.until) }
      return left.id < right.id
    }
  }

  private func precedes(_ left: CalendarDate?, _ right: CalendarDate?) -> Bool {
    (left?.dayNumber ?? .min) < (right?.dayNumber ?? .min)
  }
}

extension Risk {
  /// The status that the risk really has: one that says `accepted` without a live acceptance behind it
  /// is open again.
  ///
  /// - Parameter acceptance: The acceptance of this risk that is live; nil: none is.
  /// - Note: DOMAIN §1.2, the states of a risk.
  public func effectiveStatus(given acceptance: Acceptance?) -> Status {
    status == .accepted && acceptance == nil ? .open : status
  }
}
