import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// What messages about activities, assets and their recovery call things.
extension Wording {
  /// "4 hours", "1 day 2 hours"; "no time" for none.
  static func time(_ seconds: Int64) -> String {
    ElapsedTime(seconds: seconds).map(time) ?? "never"
  }

  static func time(_ time: ElapsedTime) -> String {
    time.seconds == 0 ? "no time" : DateText.elapsed(time)
  }

  /// "at 4 hours and 1 day": times of a grid; the first few of many.
  static func times(_ times: [ElapsedTime]) -> String { someOf(times.map { time($0) }) }

  /// The command that sets fields of a record. Without its identifier it is the same for all of a rule, and
  /// stands below them once.
  static func set(_ fields: String, of record: String = "ID") -> String {
    "holdfast set FILE \(record) \(fields) --because \"…\""
  }
}

extension CompiledRegister {
  /// "S-ehr 'Health record'": a node of the impact analysis.
  func label(_ node: DependencyGraph.Node) -> String {
    "\(impact.identifier(node)) '\(impact.name(node))'"
  }

  /// Several of them, the first few of many.
  func labels(_ nodes: [DependencyGraph.Node]) -> String {
    let shown = nodes.count <= 4 ? nodes : Array(nodes.prefix(3))
    let rest = nodes.count - shown.count
    return Wording.list(shown.map(label) + (rest == 0 ? [] : ["\(rest) more"]))
  }

  /// The places of the activities that must be back within the horizon.
  var prioritised: [(place: Int, activity: Activity)] {
    impact.prioritised.map { ($0, register.activities[$0]) }
  }
}
