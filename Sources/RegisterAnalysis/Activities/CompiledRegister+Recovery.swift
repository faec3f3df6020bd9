public import ImpactAnalysis
public import RegisterModel

/// What follows for recovery from risks and treatments.
extension CompiledRegister {
  /// Of each node a treatment under way that makes it come back sooner, or what it waits for; by its place
  /// among the treatments. Nil where there is none.
  ///
  /// A treatment under way is proposed, approved or in progress. It does so for what it `changes`, unless it
  /// only shares, retains or lowers a likelihood; and for what a risk hits that it `treats` by a lesser impact, redundancy,
  /// a workaround or faster recovery. What lowers the likelihood of one risk leaves recovery as slow as it is.
  ///
  /// - Complexity: O(*n*) in treatments, hits and needs.
  public func recoveryTreatments() -> [Int?] {
    var treatments = [Int?](repeating: nil, count: impact.graph.graph.nodeCount)
    for (place, treatment) in register.treatments.enumerated() where treatment.isUnderWay {
      for changed in treatment.changes where treatment.changesRecovery {
        if let node = node(of: changed.ref), treatments[node] == nil { treatments[node] = place }
      }
      guard treatment.shortensRecovery else { continue }
      for treated in treatment.treats {
        guard let risk = risks[treated.ref] else { continue }
        for hit in register.risks[risk].allHits {
          if let node = node(of: hit), treatments[node] == nil { treatments[node] = place }
        }
      }
    }
    // Each after all that it waits for.
    for place in impact.graph.graph.order {
      let node = Int(place)
      guard treatments[node] == nil, let waited = impact.graph.waitsFor(node) else { continue }
      treatments[node] = treatments[waited]
    }
    return treatments
  }

  /// Of each node whether an open risk hits it.
  ///
  /// - Complexity: O(*n*) in risks and hits.
  public func hitNodes() -> [Bool] {
    var isHit = [Bool](repeating: false, count: impact.graph.graph.nodeCount)
    for risk in register.risks where risk.isOngoing {
      for hit in risk.allHits {
        if let node = node(of: hit) { isHit[node] = true }
      }
    }
    return isHit
  }

  /// The node of an activity or asset.
  public func node(of id: Identifier<Dependable>) -> DependencyGraph.Node? {
    activities[id] ?? assets[id].map { $0 + register.activities.count }
  }
}

extension Treatment {
  fileprivate var isUnderWay: Bool {
    status == .proposed || status == .approved || status == .inProgress
  }

  fileprivate var changesRecovery: Bool {
    option != .share && option != .retain && option != .reduceLikelihood
  }

  fileprivate var shortensRecovery: Bool {
    switch option {
    case .redundancy, .workaround, .fasterRecovery, .reduceImpact: true
    case .avoid, .reduceLikelihood, .share, .retain, nil: false
    }
  }
}

extension Risk {
  /// What the event hits, alone or together with other things.
  public var allHits: [Identifier<Dependable>] {
    hits.map(\.ref) + jointHits.flatMap { $0.hits.map(\.ref) }
  }
}
