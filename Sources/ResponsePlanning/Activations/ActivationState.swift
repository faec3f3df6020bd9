public import RegisterModel

/// How an activation stands at a moment: what its events say, and what is late.
///
/// Times are seconds since 1970.
public struct ActivationState: Sendable {
  /// How far it has come.
  public enum Phase: Int, Comparable, Sendable {
    /// Facts were noted, nothing is declared.
    case watching
    case active, stoodDown, closed, reviewed

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  public let activation: Activation
  /// The protocol; nil where the register doesn't have it.
  public let planned: ResponseProtocol?
  /// The moment for which this holds; later events are left out.
  public let moment: Moment
  /// The events up to then, in the order of time; those of one moment as they are written.
  public let events: [ActivationEvent]
  public let phase: Phase
  /// The level of activation; nil before it is declared.
  public let level: Level<ActivationScale>?
  /// The declaration.
  public let declared: ActivationEvent?
  /// When what it answers began: the first thing that was reported down, else the incident, else the
  /// declaration; nil where nothing is known.
  public let began: Int64?
  /// The tasks of the protocol, in its order.
  public let tasks: [TaskState]

  /// - Complexity: O(*n* log *n*) in events, tasks and what tasks wait for.
  public init(_ activation: Activation, in register: Register, at moment: Moment) {
    self.activation = activation
    self.moment = moment
    let planned = register.protocols.first { $0.id == activation.activated }
    self.planned = planned
    let events = activation.events.enumerated()
      .filter { $0.element.at.secondsSince1970 <= moment.secondsSince1970 }
      .sorted {
        ($0.element.at.secondsSince1970, $0.offset) < ($1.element.at.secondsSince1970, $1.offset)
      }
      .map(\.element)
    self.events = events
    let declared = events.first { $0.kind == .declared }
    self.declared = declared
    let level = events.last { ($0.kind == .declared || $0.kind == .escalated) && $0.level != nil }?
      .level
    self.level = level
    phase =
      events.compactMap { event -> Phase? in
        switch event.kind {
        case .declared: .active
        case .stoodDown: .stoodDown
        case .closed: .closed
        case .reviewed: .reviewed
        default: nil
        }
      }.max() ?? .watching
    let incident = activation.incident.flatMap { id in
      register.incidents.first { $0.id == id }
    }
    began =
      events.first { $0.state == .down }?.at.secondsSince1970 ?? incident?.began?.secondsSince1970
      ?? declared?.at.secondsSince1970
    tasks = planned.map { TaskState.states(of: $0, events, level, declared, moment) } ?? []
  }

  /// Whether it still asks something of somebody: declared and not closed.
  public var isOpen: Bool { phase == .active || phase == .stoodDown }

  /// The tasks that are late: still to be done when they should have been.
  public var lateTasks: [TaskState] {
    phase == .active ? tasks.filter { $0.isLate && $0.finished == nil } : []
  }

  /// What was reported down and not up again, in the order in which it first was.
  public var reportedDown: [Identifier<Dependable>] {
    var order: [Identifier<Dependable>] = []
    var isDown: [String: Bool] = [:]
    for event in events {
      guard let id = event.about, let state = event.state else { continue }
      if isDown[id.text] == nil { order.append(id) }
      isDown[id.text] = state == .down
    }
    return order.filter { isDown[$0.text] == true }
  }

  /// Whether it is part of an exercise.
  public var isExercise: Bool { activation.exercise != nil }

  /// When those concerned are next to be told, by the cadence of the level; nil where it has none or it is over.
  public var nextUpdate: Int64? {
    guard phase == .active, let level,
      let cadence = planned?.levels.first(where: { $0.number == level })?.updates,
      let last = events.last(where: { $0.kind == .message || $0.kind == .declared })
    else { return nil }
    return last.at.secondsSince1970 + cadence.seconds
  }

  /// Who acknowledged and when, the first time for each; a role that somebody answered for counts as reached.
  public var acknowledged: [(who: Identifier<Party>, at: Int64)] {
    var seen: Set<String> = []
    return events.filter { $0.kind == .acknowledged }.flatMap { event in
      [event.role, event.by].compactMap(\.self).filter { seen.insert($0.text).inserted }
        .map { (who: $0, at: event.at.secondsSince1970) }
    }
  }

  /// Who is to be told at the level reached and those below, each once.
  public var toBeTold: [Identifier<Party>] {
    guard let planned, let level else { return [] }
    var seen: Set<String> = []
    return planned.levels.filter { $0.number <= level }.flatMap(\.notifies).map(\.ref)
      .filter { seen.insert($0.text).inserted }
  }

  /// Who is to be told at the level reached and those below, and has not acknowledged.
  public func unanswered(in register: Register) -> [Identifier<Party>] {
    let parties = Dictionary(
      register.parties.map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
    // Who acts knows; who only noted a fact need not.
    let acted = events.filter { $0.kind != .fact }.compactMap { $0.by?.text }
    let answered = Set(acknowledged.map(\.who.text) + acted)
    return toBeTold.filter { role in
      guard !answered.contains(role.text) else { return false }
      let party = parties[role.text]
      let people = (party?.holders ?? []) + (party?.deputies ?? [])
      return !people.contains { answered.contains($0.ref.text) }
    }
  }
}

/// A task of an activation at a moment.
public struct TaskState: Sendable {
  public enum Progress: Hashable, Sendable {
    /// Tasks that are not done yet, by their place in the protocol.
    case waiting([Int])
    /// All before it is done, and the decision at its gate has not been made.
    case gated
    /// The decision at its gate was no.
    case refused
    case ready
    case running(since: Int64)
    case done(at: Int64)
    /// It belongs to a higher level of activation.
    case aside
  }

  /// Its place in the protocol.
  public let place: Int
  public let task: RecoveryTask
  public let progress: Progress
  /// When it began: as reported, else when all before it was done and what is at its gate was decided; nil where
  /// that is not known.
  public let began: Int64?
  /// When it is to be done: its target after the declaration; else its pessimistic, or else likely, time after
  /// it began; nil where neither is known.
  public let due: Int64?
  /// The moment for which this holds.
  let moment: Int64

  /// Whether it is done, and when.
  public var finished: Int64? { if case .done(let at) = progress { at } else { nil } }

  /// How long it took, in seconds; nil where it is not done or nobody knows when it began.
  public var took: Int64? { finished.flatMap { end in began.map { max(end - $0, 0) } } }

  /// Whether it should have been done by now, or was done too late.
  public var isLate: Bool {
    guard progress != .aside, let due else { return false }
    return (finished ?? moment) > due
  }

  static func states(
    of planned: ResponseProtocol, _ events: [ActivationEvent], _ level: Level<ActivationScale>?,
    _ declared: ActivationEvent?, _ moment: Moment
  ) -> [TaskState] {
    let places = Dictionary(
      planned.tasks.enumerated().map { ($1.id.text, $0) }, uniquingKeysWith: { first, _ in first })
    var started: [Int: Int64] = [:]
    var done: [Int: Int64] = [:]
    var approved: [Int: Bool] = [:]
    var decided: [Int: Int64] = [:]
    for event in events {
      guard let place = event.task.flatMap({ places[$0.text] }) else { continue }
      let at = event.at.secondsSince1970
      switch event.kind {
      case .taskStarted: started[place] = started[place] ?? at
      case .taskDone: done[place] = done[place] ?? at
      case .decision:
        if let answer = event.approved {
          approved[place] = answer
          decided[place] = at
        }
      default: break
      }
    }
    let isAside = planned.tasks.map { task in
      task.fromLevel.map { from in level.map { $0 < from } ?? false } ?? false
    }
    return planned.tasks.indices.map { place in
      let task = planned.tasks[place]
      // A task of a higher level isn't done, so nothing waits for it.
      let before = task.after.compactMap { places[$0.ref.text] }.filter { !isAside[$0] }
      let open = before.filter { done[$0] == nil }
      let ready =
        open.isEmpty
        ? before.compactMap { done[$0] }.max() ?? declared?.at.secondsSince1970 : nil
      // Waiting for the decision at the gate is no part of the work.
      let freed =
        task.gate == nil ? ready : ready.flatMap { at in decided[place].map { max(at, $0) } }
      let began = started[place] ?? freed
      let progress: Progress =
        if let end = done[place] {
          .done(at: end)
        } else if isAside[place] {
          .aside
        } else if let begin = started[place] {
          .running(since: begin)
        } else if !open.isEmpty {
          .waiting(open)
        } else if task.gate != nil, approved[place] != true {
          approved[place] == false ? .refused : .gated
        } else {
          .ready
        }
      let byTarget = task.target.flatMap { target in
        declared.map { $0.at.secondsSince1970 + target.seconds }
      }
      let byDuration = (task.pessimistic ?? task.likely).flatMap { time in
        began.map { $0 + time.seconds }
      }
      return TaskState(
        place: place, task: task, progress: progress, began: began, due: byTarget ?? byDuration,
        moment: moment.secondsSince1970)
    }
  }
}
