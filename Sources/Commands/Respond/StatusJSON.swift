import ImpactAnalysis
import RegisterAnalysis
import RegisterModel
import ResponsePlanning

/// How things stand, as JSON has it; moments as the register writes them.
struct StatusJSON: Encodable {
  struct ActivationJSON: Encodable {
    let id: String
    let `protocol`: String
    let phase: String
    let level: Nullable<Int>
    let declared: Nullable<String>
    let latestDeclare: Nullable<String>
    let nextUpdate: Nullable<String>
    let exercise: Nullable<String>
    /// What is down in an exercise.
    let activities: [LimitsJSON]
    let tasks: [TaskJSON]
    let notAnswered: [String]
    let standDownCondition: Nullable<String>
  }

  struct LimitsJSON: Encodable {
    let id: String
    let downFrom: Nullable<String>
    let reported: Bool
    let back: Nullable<String>
    let rtoPasses: Nullable<String>
    let mtpdPasses: Nullable<String>
  }

  struct TaskJSON: Encodable {
    let id: String
    let state: String
    let waitsFor: [String]
    let due: Nullable<String>
    let done: Nullable<String>
    let late: Bool
  }

  struct TriggerJSON: Encodable {
    let `protocol`: String
    let name: Nullable<String>
    let level: Int
    let mode: String
    let holds: String
    let since: Nullable<String>
    let because: String
  }

  /// Of this form of JSON: keys may be added to a version, none goes or changes its meaning.
  let version = 1
  let title: String
  let at: String
  /// What is down, by all that is not an exercise.
  let down: [LimitsJSON]
  let activations: [ActivationJSON]
  let triggers: [TriggerJSON]

  init(_ view: StatusView) {
    let zone = view.compiled.impact.calendars.zone ?? .utc
    func text(_ seconds: Int64?) -> Nullable<String> {
      Nullable(seconds.flatMap { zone.moment(at: $0)?.writtenText })
    }
    func limits(_ stopped: RunningDisruption.Stopped) -> LimitsJSON {
      LimitsJSON(
        id: view.compiled.impact.identifier(stopped.node), downFrom: text(stopped.from),
        reported: stopped.isReported, back: text(stopped.back), rtoPasses: text(stopped.objective),
        mtpdPasses: text(stopped.tolerable))
    }
    down = view.disruption.activities.map { limits($0) }
    title = view.compiled.register.title.text
    at = view.moment.writtenText
    activations = view.running.map { running in
      let state = running.state
      return ActivationJSON(
        id: state.activation.id.text, protocol: state.activation.activated.text,
        phase: "\(state.phase)", level: Nullable(state.level.map { Int($0.rank) }),
        declared: Nullable(state.declared?.at.writtenText),
        latestDeclare: text(running.latestDeclare),
        nextUpdate: text(state.nextUpdate),
        exercise: Nullable(state.activation.exercise?.text),
        activities: (running.disruption?.activities ?? []).map { limits($0) },
        tasks: state.tasks.map { Self.task($0, state, text) },
        notAnswered: state.unanswered(in: view.compiled.register).map(\.text),
        standDownCondition: Nullable(
          state.phase == .active ? running.standDown.map { "\($0.held)" } : nil))
    }
    triggers = view.triggers.map { trigger in
      TriggerJSON(
        protocol: view.compiled.register.protocols[trigger.protocolPlace].id.text,
        name: Nullable(trigger.trigger.name?.text), level: Int(trigger.trigger.level.rank),
        mode: trigger.trigger.mode.rawValue, holds: "\(trigger.value(at: view.moment))",
        since: text(trigger.since(view.moment)), because: view.words.reason(trigger))
    }
  }

  private static func task(
    _ task: TaskState, _ state: ActivationState, _ text: (Int64?) -> Nullable<String>
  ) -> TaskJSON {
    let (name, waiting): (String, [Int]) =
      switch task.progress {
      case .waiting(let places): ("waiting", places)
      case .gated: ("gated", [])
      case .refused: ("refused", [])
      case .ready: ("ready", [])
      case .running: ("running", [])
      case .done: ("done", [])
      case .aside: ("aside", [])
      }
    return TaskJSON(
      id: task.task.id.text, state: name, waitsFor: waiting.map { state.tasks[$0].task.id.text },
      due: text(task.due), done: text(task.finished), late: task.isLate)
  }
}
