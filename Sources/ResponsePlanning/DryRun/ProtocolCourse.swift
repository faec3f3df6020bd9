public import RegisterModel

/// How a protocol goes in a disruption that is played: what fires, who decides which level when, who is called,
/// and which task is done when.
///
/// Times are seconds after the disruption began. A trigger is noticed no earlier than the protocol plans to
/// detect; a level that a trigger recommends is declared once the situation is assessed and the decision made, as
/// planned; one that is automatic at once. Tasks begin when everybody knows in the worst case.
public struct ProtocolCourse: Sendable {
  /// A trigger that holds, or that nobody can tell, in the time that is played.
  public struct Firing: Sendable {
    public let state: TriggerState
    /// When it first holds, or first can't be told where it never holds.
    public let at: Int64
    /// Whether it holds; else a decision is needed.
    public let holds: Bool
    /// When it is off again; nil: not in the time that is played.
    public let off: Int64?
  }

  /// A level that is declared.
  public struct Raised: Sendable {
    public let level: Level<ActivationScale>
    /// The trigger that raises it, by its place in ``firings``.
    public let firing: Int
    /// When it is declared.
    public let declared: Int64
    /// When everybody whom the level calls knows at the latest; the declaration where that is not known.
    public let notified: Int64
    /// Who declares it, in the order in which they are tried.
    public let escalation: DeclarationChain
    public let calls: CallTree
    /// Whether how long it takes until everybody knows is not known.
    public let isNotifyUnknown: Bool
    /// The steps before the declaration of which nobody planned how long they take: it is declared no sooner than
    /// said, and all that follows is no sooner either.
    public let unplanned: [MeasuredTime.Step]
  }

  /// When a task is done; nil where nobody knows how long it or one before it takes.
  public struct TaskTime: Sendable {
    public let place: Int
    public let start: Int64?
    public let end: Int64?
  }

  /// The place of the protocol in the register.
  public let place: Int
  /// In the order of time, then of the protocol.
  public let firings: [Firing]
  /// Ascending.
  public let raised: [Raised]
  /// The tasks of the levels declared, in the order of time; empty where nothing is declared.
  public let tasks: [TaskTime]
  /// Tasks that have a gate: each is a decision on the way.
  public let gates: [Int]

  /// - Parameters:
  ///   - planned: The protocol.
  ///   - triggers: Its triggers on the facts of the disruption.
  ///   - start: When the disruption began.
  ///   - end: The end of what is played, in seconds after the start.
  ///   - directory: How people are reached at a moment.
  /// - Complexity: O(*n* log *n*) in triggers, calls and tasks, for each level.
  public init(
    _ planned: ResponseProtocol, at place: Int, triggers: [TriggerState], start: Moment,
    end: Int64, suppliers: [Identifier<Party>], directory: (Moment) -> CallDirectory
  ) {
    self.place = place
    let zero = start.secondsSince1970
    firings = Self.firings(triggers, zero, end)
    raised = Self.raised(planned, firings, start, suppliers, directory)
    let starts = raised.map { (level: $0.level, at: $0.notified) }
    tasks = Self.tasks(planned, starts)
    gates = tasks.map(\.place).filter { planned.tasks[$0].gate != nil }
  }

  /// Whether something is declared.
  public var isActivated: Bool { !raised.isEmpty }
  /// Whether nothing fires and somebody must decide.
  public var needsDecision: Bool { raised.isEmpty && !firings.isEmpty }

  private static func firings(_ triggers: [TriggerState], _ zero: Int64, _ end: Int64) -> [Firing] {
    var firings: [Firing] = []
    for trigger in triggers {
      let course = trigger.course
      if let at = course.first(.yes, from: zero), at - zero <= end {
        let off = course.first(.no, from: at)
        firings.append(
          Firing(
            state: trigger, at: at - zero, holds: true,
            off: off.flatMap { $0 - zero <= end ? $0 - zero : nil }))
      } else if let at = course.first(.unknown, from: zero), at - zero <= end {
        firings.append(Firing(state: trigger, at: at - zero, holds: false, off: nil))
      }
    }
    return firings.enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  private static func raised(
    _ planned: ResponseProtocol, _ firings: [Firing], _ start: Moment,
    _ suppliers: [Identifier<Party>], _ directory: (Moment) -> CallDirectory
  ) -> [Raised] {
    // What nobody planned leaves the declaration no sooner than what is known.
    let steps = planned.planned
    let detect = steps?.detect?.seconds ?? 0
    let decide = (steps?.assess?.seconds ?? 0) + (steps?.authorise?.seconds ?? 0)
    let known: [(MeasuredTime.Step, ElapsedTime?)] = [
      (.detect, steps?.detect), (.assess, steps?.assess), (.authorise, steps?.authorise),
    ]
    let missing = known.filter { $0.1 == nil }.map(\.0)
    let declared = firings.enumerated().filter { $0.element.holds }.map { place, firing in
      (
        firing: place,
        at: max(firing.at, detect) + (firing.state.trigger.mode == .automatic ? 0 : decide)
      )
    }.sorted { ($0.at, $0.firing) < ($1.at, $1.firing) }
    var raised: [Raised] = []
    for (place, at) in declared {
      let level = firings[place].state.trigger.level
      if let last = raised.last, last.level >= level { continue }
      let moment =
        Moment(
          secondsSince1970: start.secondsSince1970 + at, offsetMinutes: Int(start.offsetMinutes))
        ?? start
      let people = directory(moment)
      let calls = CallTree(planned, level: level, directory: people)
      let notify = planned.planned?.notify?.seconds ?? calls.worst
      raised.append(
        Raised(
          level: level, firing: place, declared: at, notified: at + (notify ?? calls.knownWorst),
          escalation: DeclarationChain(
            planned, level: level, directory: people, suppliers: suppliers),
          calls: calls, isNotifyUnknown: notify == nil,
          unplanned: firings[place].state.trigger.mode == .automatic
            ? missing.filter { $0 == .detect } : missing))
    }
    return raised
  }

  /// When each task of the levels declared is done: after those before it, and not before its level is known.
  private static func tasks(
    _ planned: ResponseProtocol, _ starts: [(level: Level<ActivationScale>, at: Int64)]
  ) -> [TaskTime] {
    guard let highest = starts.map(\.level).max() else { return [] }
    let network = TaskNetwork(planned.tasks, level: highest)
    var ends = [Int64?](repeating: nil, count: planned.tasks.count)
    var times: [TaskTime] = []
    for task in network.order {
      let from = planned.tasks[task].fromLevel
      let own = starts.first { start in from.map { start.level >= $0 } ?? true }?.at ?? starts[0].at
      let before = network.predecessors[task].map { ends[$0] }
      let begin = before.contains(nil) ? nil : max(own, before.compactMap(\.self).max() ?? own)
      let took = network.durations[task].map { Int64($0.expected.rounded()) }
      ends[task] = begin.flatMap { begin in took.map { begin + $0 } }
      if network.isDone[task] {
        times.append(TaskTime(place: task, start: begin, end: ends[task]))
      }
    }
    // Those in a circle are never done.
    let done = Set(network.order)
    for task in planned.tasks.indices where !done.contains(task) && network.isDone[task] {
      times.append(TaskTime(place: task, start: nil, end: nil))
    }
    return times.sorted {
      ($0.start ?? .max, $0.end ?? .max, $0.place) < ($1.start ?? .max, $1.end ?? .max, $1.place)
    }
  }
}
