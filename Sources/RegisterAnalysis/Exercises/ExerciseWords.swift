package import RegisterModel

/// How exercises are put into words: the same in all faces.
package struct ExerciseWords: Sendable {
  private let incidents: IncidentWords
  private let tasks: [Identifier<RecoveryTask>: String]

  /// - Complexity: O(*n*) in assets, activities and tasks.
  package init(_ register: Register) {
    incidents = IncidentWords(register)
    tasks = Dictionary(
      register.protocols.flatMap(\.tasks).map { ($0.id, $0.name.text) },
      uniquingKeysWith: { first, _ in first })
  }

  /// "a tabletop", "a full exercise".
  package static func kind(_ kind: Exercise.Nature?) -> String {
    switch kind {
    case .walkthrough?: "walkthrough"
    case .tabletop?: "tabletop"
    case .notification?: "notification"
    case .functional?: "functional"
    case .full?: "full"
    case nil: "kind not stated"
    }
  }

  package static func text(_ result: Exercise.Result?) -> String {
    switch result {
    case .passed?: "passed"
    case .partly?: "partly"
    case .failed?: "failed"
    case nil: "no result stated"
    }
  }

  package static func text(_ state: ExerciseProgramme.State) -> String {
    switch state {
    case .never: "never exercised"
    case .overdue: "overdue"
    case .dueSoon: "due soon"
    case .inTime: "in time"
    }
  }

  package static func text(_ status: Action.Status) -> String {
    switch status {
    case .open: "open"
    case .inProgress: "in progress"
    case .done: "done"
    case .cancelled: "cancelled"
    }
  }

  /// What was measured: "to authorise", "TK-1 'Shut the doors'", "S-ehr 'Health records' restored".
  package func subject(_ subject: ExerciseComparison.Subject) -> String {
    switch subject {
    case .step(let step, _): "to \(step.rawValue)"
    case .task(let id): tasks[id].map { "\(id) '\($0)'" } ?? id.text
    case .restored(let id): "\(incidents.label(id)) restored"
    case .unstated: "something not named"
    }
  }

  /// "20 min longer than the 30 min planned", "5 min less than …", "as planned", "nothing is planned".
  package static func comparison(_ comparison: ExerciseComparison) -> String {
    guard let planned = comparison.planned, let excess = comparison.excess else {
      return "nothing is planned to compare it with"
    }
    if excess == 0 { return "as long as planned" }
    return excess > 0
      ? "\(DateText.brief(excess)) longer than the \(DateText.brief(planned)) planned"
      : "\(DateText.brief(-excess)) less than the \(DateText.brief(planned)) planned"
  }
}
