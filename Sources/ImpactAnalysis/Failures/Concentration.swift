public import RegisterModel

/// What several activities hang on together: a supplier, a site, and what they would take along.
///
/// - Note: DOMAIN §3.3, concentration: behind two or more prioritised activities.
public struct Concentration: Hashable, Sendable {
  /// What is shared.
  public enum Subject: Hashable, Sendable {
    case supplier(Identifier<Party>)
    case site(Identifier<Asset>)
  }

  public let subject: Subject
  /// The nodes that fail with it, ascending.
  public let nodes: [DependencyGraph.Node]
  /// The activities that are lost if all of them fail at once, ascending.
  public let activities: [DependencyGraph.Node]

  /// The suppliers and then the sites behind at least two activities, those behind most first, of the
  /// same number by identifier.
  ///
  /// - Complexity: O(subjects / 64 × (nodes + members)).
  public static func all(
    in register: Register, _ graph: DependencyGraph, activities: [DependencyGraph.Node]
  ) -> [Concentration] {
    var suppliers: [Identifier<Party>: [Int]] = [:]
    var sites: [Identifier<Asset>: [Int]] = [:]
    for (place, asset) in register.assets.enumerated() {
      let node = graph.activityCount + place
      if let supplier = asset.supplier { suppliers[supplier, default: []].append(node) }
      // A site takes along what stands on it, and itself.
      if let site = asset.site { sites[site, default: []].append(node) }
    }
    for (place, asset) in register.assets.enumerated() where sites[asset.id] != nil {
      sites[asset.id]?.append(graph.activityCount + place)
    }
    let subjects: [(Subject, [Int])] =
      suppliers.sorted { $0.key < $1.key }.map { (.supplier($0.key), $0.value.sorted()) }
      + sites.sorted { $0.key < $1.key }.map { (.site($0.key), $0.value.sorted()) }
    var result: [Concentration] = []
    var pass = FailurePass(graph)
    var start = 0
    while start < subjects.count {
      let end = min(start + 64, subjects.count)
      pass.fail(sets: subjects[start..<end].map(\.1)[...])
      for place in start..<end {
        let lost = activities.filter { pass.lost[$0] >> UInt64(place - start) & 1 == 1 }
        guard lost.count >= 2 else { continue }
        result.append(
          Concentration(
            subject: subjects[place].0, nodes: subjects[place].1, activities: lost.sorted()))
      }
      start = end
    }
    return result.enumerated().sorted {
      (-$0.element.activities.count, $0.offset) < (-$1.element.activities.count, $1.offset)
    }.map(\.element)
  }
}
