public import RegisterModel

/// What an activation teaches: measured times that become evidence of capability, and what took longer than
/// planned.
///
/// - Note: DOMAIN §6.7.
public struct ActivationReview: Sendable {
  /// A time that was measured.
  public struct Measured: Sendable {
    public let task: RecoveryTask
    /// In seconds.
    public let took: Int64
    /// The longest time planned: the pessimistic one, else the likely one; nil where none is.
    public let planned: Int64?
    /// The target after the declaration, where the task has one and missed it, by how many seconds.
    public let missedBy: Int64?
    /// When it was done, in seconds since 1970.
    public let done: Int64

    /// Whether it took longer than planned, or missed its target.
    public var isLonger: Bool { missedBy != nil || planned.map { took > $0 } ?? false }
  }

  public let measured: [Measured]
  /// Tasks of the level reached that were never reported done.
  public let unfinished: [RecoveryTask]
  /// From the declaration to the last acknowledgement, in seconds; nil where nobody acknowledged.
  public let notified: Int64?
  /// From the beginning of what was answered to the declaration, in seconds.
  public let declaredAfter: Int64?

  public init(_ state: ActivationState) {
    let declared = state.declared?.at.secondsSince1970
    measured = state.tasks.compactMap { task in
      guard let took = task.took, let end = task.finished else { return nil }
      let target = task.task.target.flatMap { target in declared.map { $0 + target.seconds } }
      return Measured(
        task: task.task, took: took,
        planned: (task.task.pessimistic ?? task.task.likely)?.seconds,
        missedBy: target.flatMap { end > $0 ? end - $0 : nil }, done: end)
    }
    unfinished = state.tasks.filter { $0.finished == nil && $0.progress != .aside }.map(\.task)
    notified = declared.flatMap { start in
      state.acknowledged.map(\.at).max().map { max($0 - start, 0) }
    }
    declaredAfter = declared.flatMap { at in state.began.map { max(at - $0, 0) } }
  }

  /// The evidence that follows: of each thing that a task restored, the time the task took. Where several tasks
  /// restore one thing, they count one after the other.
  ///
  /// What took no time at all was entered afterwards and shows nothing. In an exercise in which nothing was really
  /// restored, a walk through, a tabletop or a test of the calls, nothing is shown either.
  ///
  /// - Parameters:
  ///   - activation: The source.
  ///   - exercise: The exercise that it was part of.
  ///   - day: The day of a moment, in the register's time zone.
  public func capabilities(
    of activation: Activation, exercise: Exercise?, day: (Int64) -> CalendarDate
  ) -> [(restored: Identifier<Dependable>, capability: Capability)] {
    if activation.exercise != nil, exercise?.kind != .functional, exercise?.kind != .full {
      return []
    }
    var times: [(id: Identifier<Dependable>, seconds: Int64, done: Int64)] = []
    for time in measured {
      guard let id = time.task.restores else { continue }
      if let place = times.firstIndex(where: { $0.id == id }) {
        times[place].seconds += time.took
        times[place].done = max(times[place].done, time.done)
      } else {
        times.append((id, time.took, time.done))
      }
    }
    return times.compactMap { id, seconds, done in
      guard seconds > 0, let rta = ElapsedTime(seconds: seconds) else { return nil }
      var shown = Capability(rta: rta, evidence: activation.exercise == nil ? .incident : .test)
      shown.on = day(done)
      shown.source = Identifier(activation.id)
      return (id, shown)
    }
  }
}
