import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// What a protocol covers and doesn't restore.
struct RestoredNeeds {
  private let register: CompiledRegister
  private var reliance: Reliance

  init(_ register: CompiledRegister) {
    self.register = register
    reliance = Reliance(register.impact.graph.graph)
  }

  /// The activities and assets that a protocol covers and no task restores, nor anything that they need; in the order in
  /// which they are covered.
  ///
  /// - Complexity: O(nodes + members) of the graph of needs for every 64 things restored.
  mutating func unrestored(by plan: ResponseProtocol) -> [DependencyGraph.Node] {
    let things = Set(
      plan.tasks.compactMap { $0.restores.flatMap { register.node(of: $0) } }
    ).sorted()
    var open = plan.covers.compactMap { covered in
      (try? Identifier<Dependable>(covered.ref.text)).flatMap { register.node(of: $0) }
    }
    open.removeAll { things.contains($0) }
    var start = 0
    while start < things.count, !open.isEmpty {
      reliance.mark(things[start..<min(start + 64, things.count)])
      open.removeAll { reliance.bits[$0] != 0 }
      start += 64
    }
    return open
  }
}
