public import RegisterModel

/// A trigger of a protocol on the facts that are known: whether and when it fires, and why.
public struct TriggerState: Sendable {
  /// The place of the protocol in the register.
  public let protocolPlace: Int
  /// The place of the trigger in its protocol; nil: the recommended default of a protocol that has none.
  public let place: Int?
  public let trigger: Trigger
  /// What must be so.
  public let condition: ConditionCourse
  /// What must be so for it to be off again, for its hold time; nil: as soon as the condition doesn't hold.
  public let release: ConditionCourse?
  /// Whether it is on.
  public let course: TruthCourse

  /// Whether it is on at a moment; unknown: whoever has the authority must decide.
  public func value(at moment: Moment) -> Truth { course.value(at: moment.secondsSince1970) }

  /// When it went on, for one that is on.
  public func since(_ moment: Moment) -> Int64? { course.since(at: moment.secondsSince1970) }
}

extension TriggerContext {
  /// Every trigger of every protocol, in the order of the register. A protocol without triggers has the
  /// recommended default one for each activity that it covers.
  ///
  /// - Complexity: O(*n* log *n*) in conditions and the facts that they ask for.
  public func triggers() -> [TriggerState] { register.protocols.indices.flatMap(triggers(of:)) }

  /// The triggers of one protocol.
  public func triggers(of place: Int) -> [TriggerState] {
    let planned = register.protocols[place]
    guard planned.triggers.isEmpty else {
      return planned.triggers.enumerated().compactMap { state(of: $1, at: $0, in: place) }
    }
    guard let level = planned.levels.map(\.number).min() else { return [] }
    return planned.covers.compactMap { covered in
      let id = Identifier<Dependable>(unchecked: covered.ref.text)
      guard register.activities.contains(where: { $0.id.text == id.text }) else { return nil }
      return recommended(for: id, level: level, in: place)
    }
  }

  private func state(of trigger: Trigger, at place: Int?, in protocolPlace: Int) -> TriggerState? {
    guard let condition = trigger.condition else { return nil }
    let met = self.course(of: condition, in: protocolPlace)
    let release = trigger.release?.condition.map { self.course(of: $0, in: protocolPlace) }
    let until = release.map { $0.course.held(for: trigger.release?.hold?.seconds ?? 0) }
    return TriggerState(
      protocolPlace: protocolPlace, place: place, trigger: trigger, condition: met,
      release: release, course: until.map { met.course.latched(until: $0) } ?? met.course)
  }

  /// The default where a protocol says none: the forecast is later than the protocol can wait, or a quarter of
  /// the RTO has passed and nobody has forecast anything.
  ///
  /// - Note: DOMAIN §6.2.
  private func recommended(
    for activity: Identifier<Dependable>, level: Level<ActivationScale>, in place: Int
  ) -> TriggerState {
    var elapsed = ElapsedCondition(ref: activity)
    elapsed.of = .rto
    elapsed.ratio = Quantity(0.25)
    let parts: [Condition] = [.forecast(ForecastCondition(ref: activity)), .elapsed(elapsed)]
    let courses = parts.map { course(of: $0, in: place) }
    let combined = TruthCourse.combining(courses.map(\.course)) { values in
      values[0] != .unknown ? values[0] : values[1] == .yes ? .yes : .unknown
    }
    let condition = Condition.any(ConditionGroup(parts))
    return TriggerState(
      protocolPlace: place, place: nil, trigger: Trigger(level: level, condition: condition),
      condition: ConditionCourse(
        condition: condition, course: combined, missing: nil, parts: courses),
      release: nil, course: combined)
  }
}
