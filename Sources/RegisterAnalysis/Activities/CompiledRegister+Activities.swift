public import RegisterModel

/// What the impact analysis says of activities.
extension CompiledRegister {
  /// The longest time for which an activity may be down: as declared and as it follows; nil where nobody
  /// knows.
  ///
  /// - Parameter place: Of the activity among the activities.
  public func tolerablePeriod(ofActivity place: Int) -> ElapsedTime? {
    impact.periods[place].seconds.flatMap { ElapsedTime(seconds: $0) }
  }

  /// An activity whose MTPD lies within this time is prioritised: the horizon of the criteria or, where
  /// they state none, their last band. nil: neither is stated, and any MTPD will do.
  public var horizon: ElapsedTime? { register.criteria?.planningHorizon }

  /// Whether an activity must be back within the horizon. One whose MTPD nobody knows is not.
  ///
  /// - Parameter place: Of the activity among the activities.
  /// - Note: DOMAIN §7.
  public func isPrioritised(activity place: Int) -> Bool {
    guard let period = tolerablePeriod(ofActivity: place) else { return false }
    return horizon.map { period <= $0 } ?? true
  }
}
