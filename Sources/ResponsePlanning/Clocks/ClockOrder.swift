import RegisterModel

/// The reporting clocks of the criteria in an order in which each comes after the one that it runs from, and
/// the categories that each is for.
struct ClockOrder {
  let clocks: [ReportingClock]
  /// Places of clocks, each after its predecessor.
  let places: [Int]
  /// Of each clock the place of the one whose report it runs from.
  let predecessors: [Int?]
  /// Whether a clock runs from its own report, by way of others.
  let isInCircle: [Bool]
  /// Of each clock the categories it is for; nil: all.
  let categories: [Set<Identifier<RiskCategory>>?]

  /// - Complexity: O(clocks × categories).
  init(_ criteria: Criteria?) {
    let clocks = criteria?.clocks ?? []
    self.clocks = clocks
    var placeOfClock: [Identifier<ReportingClock>: Int] = [:]
    for (place, clock) in clocks.enumerated() { placeOfClock[clock.id] = place }
    let predecessors = clocks.map { $0.after.flatMap { placeOfClock[$0] } }
    self.predecessors = predecessors
    (places, isInCircle) = Self.order(predecessors)
    var parts: [Identifier<RiskCategory>: [Identifier<RiskCategory>]] = [:]
    for category in criteria?.categories ?? [] {
      if let parent = category.parent { parts[parent, default: []].append(category.id) }
    }
    categories = clocks.map { $0.category.map { Self.category($0, parts) } }
  }

  /// Each place after its predecessor; those in a circle in the order in which it is met.
  private static func order(_ predecessors: [Int?]) -> (places: [Int], isInCircle: [Bool]) {
    enum Mark { case open, onPath, placed }
    var marks = [Mark](repeating: .open, count: predecessors.count)
    var isInCircle = [Bool](repeating: false, count: predecessors.count)
    var places: [Int] = []
    for place in predecessors.indices {
      var path: [Int] = []
      var next: Int? = place
      while let current = next, marks[current] == .open {
        marks[current] = .onPath
        path.append(current)
        next = predecessors[current]
      }
      if let met = next, marks[met] == .onPath, let start = path.firstIndex(of: met) {
        for member in path[start...] { isInCircle[member] = true }
      }
      for member in path.reversed() {
        marks[member] = .placed
        places.append(member)
      }
    }
    return (places, isInCircle)
  }

  /// A category and all that is part of it.
  private static func category(
    _ category: Identifier<RiskCategory>,
    _ parts: [Identifier<RiskCategory>: [Identifier<RiskCategory>]]
  ) -> Set<Identifier<RiskCategory>> {
    var found: Set = [category]
    var open = [category]
    while let next = open.popLast() {
      for part in parts[next] ?? [] where found.insert(part).inserted { open.append(part) }
    }
    return found
  }
}
