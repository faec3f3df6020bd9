import Foundation
import RegisterModel
import TestSupport

@testable import ImpactAnalysis

/// A register of the repository with what the impact analysis makes of it.
struct RepositoryRegister {
  let register: Register
  let impact: ImpactGraph
  private let names: [String]

  init(_ file: String) throws {
    var folder = URL(filePath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    let text = try String(contentsOf: folder.appending(path: "registers/\(file)"), encoding: .utf8)
    // What stands between the start tag of the root and its end tag.
    let records = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
      .filter { $0 != "</register>" }
    register = try Register(records.joined(separator: "\n"))
    impact = ImpactGraph(register, today: CalendarDate(text: "2026-11-24")!)
    names = register.activities.map(\.id.text) + register.assets.map(\.id.text)
  }

  func node(_ id: String) -> Int { names.firstIndex(of: id)! }
  func name(_ node: Int) -> String { names[node] }

  /// "8:15" for hours and minutes; "never".
  static func text(_ seconds: Int64?) -> String {
    guard let seconds else { return "unknown" }
    if seconds >= TimeBounds.never { return "never" }
    let minutes = seconds / 60
    return "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
  }

  /// When a node must be back, and is.
  func times(_ id: String) -> String {
    let node = node(id)
    return
      "\(Self.text(impact.requirements.requirements[node].seconds)) but \(Self.text(impact.recovery.ready[node].seconds))"
  }

  func schedule() -> RecoverySchedule {
    let points = SinglePoints(impact.graph, activities: Array(register.activities.indices))
    let sequence = RecoverySequence(impact, register, points: points)
    return RecoverySchedule(impact, register, sequence: sequence)
  }

  /// What a node waits for: each step with when it is done.
  func chain(of id: String, in schedule: RecoverySchedule) -> [String] {
    schedule.chain(of: node(id)).map { "\(name($0.node)) \(Self.text($0.done))" }
  }

  /// The workarounds that run out before recovery: "A: 1:00 but 2:00".
  func lapses(_ schedule: RecoverySchedule) -> [String] {
    schedule.lapses.map {
      "\(name($0.node)): \(Self.text($0.ends)) but \(Self.text($0.available))"
    }
  }

  /// The activities that are lost with a node and that no workaround keeps going.
  func lost(with id: String) -> [String] {
    let points = SinglePoints(impact.graph, activities: Array(register.activities.indices))
    guard let point = points.points.first(where: { $0.node == node(id) }) else { return [] }
    return point.activities.filter { !point.covered.contains($0) }.map(name)
  }

  /// The recovery points that are missed: "S: 0:15 but 7:00".
  var dataLoss: [String] {
    let loss = DataLoss(register, impact.graph)
    return impact.own.indices.filter(loss.isTooMuch).map { node in
      "\(name(node)): \(Self.text(loss.requirements[node].seconds)) but \(Self.text(loss.achieved[node]?.time.lower))"
    }
  }

  var shortages: [String] {
    ResourceDemand(register).roles.flatMap { role in
      role.shortages.map {
        "\(role.role.text): \(Int($0.missing)) from \(Self.text($0.from)) to \(Self.text($0.to))"
      }
    }
  }
}
