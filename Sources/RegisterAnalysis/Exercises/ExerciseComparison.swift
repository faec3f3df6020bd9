public import RegisterModel

/// A time that an exercise measured, beside what is planned or assumed for the same.
public struct ExerciseComparison: Sendable {
  /// What was measured.
  public enum Subject: Hashable, Sendable {
    /// A step of a protocol, and the first exercised protocol that plans a time for it; nil where none does.
    case step(MeasuredTime.Step, of: Identifier<ResponseProtocol>?)
    case task(Identifier<RecoveryTask>)
    case restored(Identifier<Dependable>)
    /// The record doesn't say of what.
    case unstated
  }

  public let subject: Subject
  /// In seconds.
  public let measured: Int64
  /// In seconds: of a step what the protocol plans, of a task its likeliest duration, of what was restored how
  /// long restoring it is planned to take, else its declared own time; nil where nobody has said.
  public let planned: Int64?

  /// How much longer it took than planned, in seconds, below zero for less; nil where nothing is planned.
  public var excess: Int64? { planned.map { measured - $0 } }

  /// What an exercise measured, in the order of its record.
  ///
  /// - Complexity: O(*n*) in what it measured and the tasks of its protocols.
  public static func all(of exercise: Exercise, in compiled: CompiledRegister)
    -> [ExerciseComparison]
  {
    let protocols = exercise.exercised.compactMap { reference in
      compiled.protocols[reference.ref].map { compiled.register.protocols[$0] }
    }
    var tasks: [Identifier<RecoveryTask>: Int64] = [:]
    for task in protocols.flatMap(\.tasks) { tasks[task.id] = task.likely?.seconds }
    return exercise.measured.map { measured in
      let seconds = measured.time.seconds
      if let step = measured.step {
        let planning = protocols.first { $0.planned?[step] != nil }
        return ExerciseComparison(
          subject: .step(step, of: planning?.id), measured: seconds,
          planned: planning?.planned?[step]?.seconds)
      }
      if let task = measured.task {
        return ExerciseComparison(subject: .task(task), measured: seconds, planned: tasks[task])
      }
      guard let restored = measured.restored else {
        return ExerciseComparison(subject: .unstated, measured: seconds, planned: nil)
      }
      return ExerciseComparison(
        subject: .restored(restored), measured: seconds,
        planned: compiled.register.plannedTime(of: restored, in: compiled)?.seconds)
    }
  }
}

extension Register {
  /// Not what evidence says: the newest evidence is often the exercise itself.
  fileprivate func plannedTime(of id: Identifier<Dependable>, in compiled: CompiledRegister)
    -> ElapsedTime?
  {
    if let place = compiled.assets[id] {
      return assets[place].restore?.duration ?? assets[place].targets?.own
    }
    return compiled.activities[id].flatMap { activities[$0].targets?.own }
  }
}

extension PlannedTimes {
  fileprivate subscript(step: MeasuredTime.Step) -> ElapsedTime? {
    switch step {
    case .detect: detect
    case .assess: assess
    case .authorise: authorise
    case .notify: notify
    case .recover: nil
    }
  }
}
