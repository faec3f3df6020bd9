import ImpactAnalysis
import RegisterModel
import ResponsePlanning

/// The activation protocols of a register: their call trees, tasks and time checks. All of it is computed when
/// something of it is first asked for.
public final class RegisterResponse: Sendable {
  private let lazyProtocols: Lazy<[ProtocolResponse]>

  init(_ register: Register, _ impact: RegisterImpact, today: CalendarDate) {
    lazyProtocols = Lazy {
      guard !register.protocols.isEmpty else { return [] }
      let directory = CallDirectory(register)
      var scopes = ProtocolScopes(register, impact)
      let exercises = LatestExercises(register, today: today)
      return register.protocols.enumerated().map { place, plan in
        ProtocolResponse(
          plan, place, scopes.scope(of: place), exercises[plan.id], directory, register, impact)
      }
    }
  }

  /// Each protocol, in the order of the register.
  ///
  /// - Complexity: O(nodes + members of the graph of needs, for every 64 protocols and for every protocol with tasks
  ///   that restore something) and, for each protocol, O(tasks) for every different set of tasks that an activity
  ///   waits for.
  public var protocols: [ProtocolResponse] { lazyProtocols.value }
}

/// The last exercise of each protocol that measured something.
private struct LatestExercises {
  private var exercises: [Identifier<ResponseProtocol>: Exercise] = [:]

  init(_ register: Register, today: CalendarDate) {
    for exercise in register.exercises where !exercise.measured.isEmpty {
      guard let on = exercise.on, on <= today else { continue }
      for plan in exercise.exercised {
        if let other = exercises[plan.ref]?.on, other > on { continue }
        exercises[plan.ref] = exercise
      }
    }
  }

  subscript(plan: Identifier<ResponseProtocol>) -> Exercise? { exercises[plan] }
}

extension ProtocolResponse {
  fileprivate init(
    _ plan: ResponseProtocol, _ place: Int, _ scope: [ProtocolScopes.Member],
    _ exercise: Exercise?, _ directory: CallDirectory, _ register: Register,
    _ impact: RegisterImpact
  ) {
    let calls = CallTree(plan, directory: directory)
    let network = TaskNetwork(plan.tasks)
    func checks(_ network: TaskNetwork, _ exercise: MeasuredTimes?) -> [ActivityTimeCheck] {
      let steps = plan.steps(calls: calls, measured: exercise?.steps ?? [:])
      var schedules: [[Int]: TaskSchedule] = [:]
      return scope.map { member in
        let activity = register.activities[member.activity]
        var schedule: TaskSchedule?
        if !member.restoring.isEmpty {
          schedule = schedules[member.restoring] ?? TaskSchedule(network, upTo: member.restoring)
          schedules[member.restoring] = schedule
        }
        return ActivityTimeCheck(
          activity: member.activity, isCovered: member.isCovered, restoring: member.restoring,
          check: TimeCheck(
            detect: steps.detect, assess: steps.assess, authorise: steps.authorise,
            notify: steps.notify, schedule: schedule,
            recovery: exercise?.recovery(of: activity, by: member.restoring, plan.tasks),
            objective: activity.targets?.rto,
            tolerable: impact.periods[member.activity].seconds.flatMap { ElapsedTime(seconds: $0) })
        )
      }
    }
    self.place = place
    self.calls = calls
    self.network = network
    planned = checks(network, nil)
    let times = exercise.map { MeasuredTimes($0) }
    self.exercise = exercise?.id
    measured =
      times.map { checks(TaskNetwork(plan.tasks, measured: $0.tasks), $0) } ?? []
  }
}

/// What an exercise measured.
struct MeasuredTimes {
  private(set) var steps: [MeasuredTime.Step: TimeCheck.StepTime] = [:]
  private(set) var tasks: [Identifier<RecoveryTask>: ElapsedTime] = [:]
  private var restored: [String: TimeCheck.StepTime] = [:]

  init(_ exercise: Exercise) {
    for measured in exercise.measured {
      let time = TimeCheck.StepTime(
        seconds: Double(measured.time.seconds), source: .measured(exercise.id))
      if let step = measured.step { steps[step] = time }
      if let task = measured.task { tasks[task] = measured.time }
      if let restored = measured.restored { self.restored[restored.text] = time }
    }
  }

  /// How long it took until an activity was back: as measured itself, or of all that its tasks restore, or as a
  /// whole; nil where none of that was.
  func recovery(of activity: Activity, by restoring: [Int], _ all: [RecoveryTask])
    -> TimeCheck.StepTime?
  {
    if let own = restored[activity.id.text] { return own }
    let parts = restoring.map { all[$0].restores.flatMap { restored[$0.text] } }
    let known = parts.compactMap(\.self)
    if !parts.isEmpty, known.count == parts.count {
      return known.max { $0.seconds < $1.seconds }
    }
    return steps[.recover]
  }
}
