/// How a truth value goes on over time: a step function of seconds since 1970, known for all of time.
public struct TruthCourse: Hashable, Sendable {
  /// From a moment on, up to the next step, the value is this.
  public struct Step: Hashable, Sendable {
    public let from: Int64
    public let value: Truth
    public init(from: Int64, value: Truth) {
      self.from = from
      self.value = value
    }
  }

  /// Before every moment.
  public static let beginning = Int64.min

  /// Ascending; the first is from the beginning on, and neighbours differ.
  public let steps: [Step]

  /// A value that never changes.
  public init(_ value: Truth) { steps = [Step(from: Self.beginning, value: value)] }

  /// - Parameters:
  ///   - value: The value before the first change.
  ///   - changes: Ascending in time; of several at one moment the last counts.
  public init(_ value: Truth, then changes: some Sequence<Step>) {
    var steps = [Step(from: Self.beginning, value: value)]
    for change in changes {
      precondition(change.from >= steps[steps.count - 1].from, "changes are ascending")
      if change.from == steps[steps.count - 1].from { steps.removeLast() }
      if steps.last?.value != change.value { steps.append(change) }
    }
    self.steps = steps
  }

  /// The value at a moment.
  ///
  /// - Complexity: O(log *n*) in the steps.
  public func value(at moment: Int64) -> Truth { steps[place(at: moment)].value }

  /// From when on the value of a moment has been so without a break; nil: always.
  public func since(at moment: Int64) -> Int64? {
    let from = steps[place(at: moment)].from
    return from == Self.beginning ? nil : from
  }

  /// When the value first is as asked, from a moment on; nil: never.
  public func first(_ value: Truth, from moment: Int64) -> Int64? {
    if self.value(at: moment) == value { return moment }
    return steps.first { $0.from > moment && $0.value == value }?.from
  }

  private func place(at moment: Int64) -> Int {
    var (low, high) = (0, steps.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if steps[middle].from <= moment { low = middle } else { high = middle }
    }
    return low
  }
}

extension TruthCourse {
  /// The opposite at every moment.
  public static prefix func ! (course: Self) -> Self {
    TruthCourse(
      !course.steps[0].value, then: course.steps.map { Step(from: $0.from, value: !$0.value) })
  }

  /// What follows at every moment from the values of several courses.
  ///
  /// - Complexity: O(*n* · *k* log *n*) for *n* steps in all of *k* courses.
  public static func combining(_ courses: [TruthCourse], by rule: ([Truth]) -> Truth) -> Self {
    let moments = Set(courses.flatMap { $0.steps.map(\.from) }).union([beginning]).sorted()
    var places = [Int](repeating: 0, count: courses.count)
    let steps = moments.map { moment -> Step in
      for (index, course) in courses.enumerated() {
        while places[index] + 1 < course.steps.count, course.steps[places[index] + 1].from <= moment
        {
          places[index] += 1
        }
      }
      return Step(from: moment, value: rule(zip(courses, places).map { $0.steps[$1].value }))
    }
    return TruthCourse(steps[0].value, then: steps)
  }

  /// Whether it has held for a time up to each moment without a break: the least value of that time.
  ///
  /// What was unknown for an instant within that time leaves it unknown whether it held.
  ///
  /// - Parameter seconds: 0 gives the course itself.
  /// - Note: DOMAIN §6.2, `for`.
  public func held(for seconds: Int64) -> TruthCourse {
    guard seconds > 0 else { return self }
    let no = lasting(longer: seconds) { $0 == .no }
    let notYes = lasting(longer: seconds) { $0 != .yes }
    return .combining([no, notYes]) { values in
      values[0] == .yes ? .no : values[1] == .yes ? .unknown : .yes
    }
  }

  /// The times in which a value is as asked, each longer by some seconds at its end.
  private func lasting(longer seconds: Int64, where isAsked: (Truth) -> Bool) -> TruthCourse {
    var changes: [Step] = []
    for (place, step) in steps.enumerated() where isAsked(step.value) {
      // A time that begins before the one before it has ended goes on with it.
      if let last = changes.last, step.from <= last.from {
        changes.removeLast()
      } else {
        changes.append(Step(from: step.from, value: .yes))
      }
      guard place + 1 < steps.count else { continue }
      let end = steps[place + 1].from.addingReportingOverflow(seconds)
      changes.append(Step(from: end.overflow ? .max : end.partialValue, value: .no))
    }
    return TruthCourse(.no, then: changes)
  }

  /// On from when this holds until something else does: a trigger with hysteresis.
  ///
  /// Once on, it stays so while the release is unknown: nobody has shown that it is over.
  ///
  /// - Note: DOMAIN §6.2.
  public func latched(until release: TruthCourse) -> TruthCourse {
    var isOn = false
    return .combining([self, release]) { values in
      if values[0] == .yes {
        isOn = true
      } else if values[1] == .yes {
        isOn = false
      }
      return isOn ? .yes : values[0]
    }
  }
}
