extension ImpactGraph {
  /// By when a need must be there for the node that has it, from when the node must be back, its lead, its
  /// own work and its workaround; nil where nothing asks for the node. In seconds; `TimeBounds.never` where
  /// the workaround can be kept up for any time.
  ///
  /// - Parameter place: Of the need among those of the node.
  public func requirement(ofNeed place: Int, of node: DependencyGraph.Node) -> Int64? {
    let requirement = requirements.requirements[node]
    let groups = graph.groups(of: node)
    guard requirement.isAsked, place < groups.count else { return nil }
    return Requirements.base(
      graph.groups[groups.lowerBound + place], requirement.seconds, own[node]
    ).seconds
  }
}
