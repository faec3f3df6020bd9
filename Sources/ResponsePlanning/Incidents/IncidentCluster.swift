public import RegisterModel

/// Several incidents of one category that hit the same thing: whoever looks for a common cause starts here.
public struct IncidentCluster: Hashable, Sendable {
  /// So many are a cluster.
  public static let fewest = 3

  /// nil: of no stated category.
  public let category: Identifier<RiskCategory>?
  public let affected: Identifier<Dependable>
  /// By their place in the register, in the order in which they began.
  public let incidents: [Int]

  /// The clusters among some incidents, the largest first, then by what is affected and by category.
  ///
  /// - Parameter places: In the order in which they began.
  /// - Complexity: O(*n* log *n*) in incidents and what they affect.
  static func all(in incidents: [Incident], at places: [Int]) -> [IncidentCluster] {
    struct Key: Hashable {
      let category: Identifier<RiskCategory>?
      let affected: Identifier<Dependable>
    }
    var groups: [Key: [Int]] = [:]
    for place in places {
      for affected in incidents[place].affected {
        let key = Key(category: incidents[place].category, affected: affected.ref)
        if groups[key]?.last != place { groups[key, default: []].append(place) }
      }
    }
    return groups.filter { $0.value.count >= fewest }
      .map {
        IncidentCluster(category: $0.key.category, affected: $0.key.affected, incidents: $0.value)
      }
      .sorted {
        ($1.incidents.count, $0.affected.text, $0.category?.text ?? "")
          < ($0.incidents.count, $1.affected.text, $1.category?.text ?? "")
      }
  }
}
