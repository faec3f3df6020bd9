public import RegisterModel

/// What the impact analysis says of activities, as far as people have declared it.
///
/// Rules and reports ask here and nowhere else, so that values derived from grids and loss curves can
/// take the place of the declared ones in one place.
extension CompiledRegister {
  /// The longest time for which an activity may be down; nil where nobody has declared it.
  ///
  /// - Parameter place: Of the activity among the activities.
  public func tolerablePeriod(ofActivity place: Int) -> ElapsedTime? {
    register.activities[place].targets?.mtpd
  }

  /// An activity whose MTPD lies within this time is prioritised: the horizon of the criteria or, where
  /// they state none, their last band. nil: neither is stated, and any MTPD will do.
  public var horizon: ElapsedTime? {
    register.criteria?.horizon ?? register.criteria?.bands.max()
  }

  /// Whether an activity must be back within the horizon. One whose MTPD nobody knows is not.
  ///
  /// - Parameter place: Of the activity among the activities.
  /// - Note: DOMAIN §7.
  public func isPrioritised(activity place: Int) -> Bool {
    guard let period = tolerablePeriod(ofActivity: place) else { return false }
    return horizon.map { period <= $0 } ?? true
  }
}
