package import RegisterModel

/// The words of the model as people say them.
package enum ModelWords {
  package static func text(_ status: Risk.Status) -> String { status.rawValue }

  package static func text(_ status: Treatment.Status) -> String {
    switch status {
    case .proposed: "proposed"
    case .approved: "approved"
    case .inProgress: "in progress"
    case .done: "done"
    case .cancelled: "cancelled"
    }
  }

  package static func text(_ option: Treatment.Option) -> String {
    switch option {
    case .avoid: "avoid"
    case .reduceLikelihood: "make it rarer"
    case .reduceImpact: "make it milder"
    case .share: "share"
    case .retain: "bear"
    case .redundancy: "have a second one"
    case .workaround: "work around it"
    case .fasterRecovery: "recover faster"
    }
  }

  package static func text(_ response: Risk.Response) -> String {
    switch response {
    case .avoid: "avoid"
    case .reduce: "reduce"
    case .share: "share"
    case .retain: "bear"
    case .pursue: "pursue"
    }
  }

  /// "before any control", "today", "after the plan".
  package static func text(_ stage: Stage) -> String {
    switch stage {
    case .inherent: "before any control"
    case .current: "today, with its controls"
    case .target: "after the plan"
    }
  }

  package static func text(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}
