import RegisterModel
package import ResponsePlanning

/// How people are told of time checks and calls.
package enum ResponseWords {
  /// "3 h 5 min", "−20 min"; "unknown" for nil.
  package static func time(_ seconds: Double?) -> String {
    seconds.map { DateText.brief(Int64($0.rounded())) } ?? "unknown"
  }

  /// "too late to be borne", "in time".
  package static func verdict(_ verdict: TimeCheck.Verdict) -> String {
    switch verdict {
    case .fail: "too late to be borne"
    case .shortfall: "too late"
    case .tight: "tight"
    case .ok: "in time"
    case .unknown: "unknown"
    }
  }

  /// "planned", "call tree, worst case", "measured in E-1", "tasks, critical path".
  package static func source(_ source: TimeCheck.StepTime.Source) -> String {
    switch source {
    case .planned: "planned"
    case .callTree: "call tree, worst case"
    case .measured(let exercise): "measured in \(exercise)"
    case .tasks: "tasks, critical path"
    }
  }

  /// "0.87"; "0.85 to 0.92" where nobody has said all of it; "unknown" where it may be anything.
  package static func probability(_ bounds: ClosedRange<Double>) -> String {
    let (low, high) = (share(bounds.lowerBound), share(bounds.upperBound))
    return low == high ? low : bounds == 0...1 ? "unknown" : "\(low) to \(high)"
  }

  /// "0.87", "over 0.99", "under 0.01": never rounded to certainty.
  package static func share(_ value: Double) -> String {
    if value > 0.99, value < 1 { return "over 0.99" }
    if value > 0, value < 0.01 { return "under 0.01" }
    let hundredths = Int((value * 100).rounded())
    guard hundredths < 100 else { return "1" }
    return hundredths == 0 ? "0" : "0.\(hundredths < 10 ? "0" : "")\(hundredths)"
  }

  /// "T-1 → T-4 → T-6": the first few of the tasks of a path.
  package static func path(_ path: TaskSchedule.Path, _ network: TaskNetwork) -> String {
    let shown = path.tasks.count <= 12 ? path.tasks : Array(path.tasks.prefix(10))
    let rest = path.tasks.count - shown.count
    return (shown.map { network.tasks[$0].id.text } + (rest == 0 ? [] : ["\(rest) more"]))
      .joined(separator: " → ")
  }

  /// Why somebody isn't reached, or nobody knows when.
  package static func problem(_ problem: CallTree.Problem) -> String {
    switch problem {
    case .unstated: "no contact stated"
    case .unreachable: "no contact works at that hour"
    case .callerUnreachable: "whoever is to call can't be reached"
    case .callerNotCalled: "nobody calls whoever is to call"
    case .circular: "waits for a call in a circle"
    }
  }
}

extension TimeCheck {
  /// How many trials a simulation of it makes here: ten thousand, fewer where there are very many tasks.
  package var trials: Int {
    let tasks = schedule?.network.tasks.count ?? 0
    return min(TaskSimulation.standardTrials, max(200, 20_000_000 / max(tasks, 1)))
  }
}
