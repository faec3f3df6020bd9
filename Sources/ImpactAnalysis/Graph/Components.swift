/// The strongly connected components of a graph, found with Tarjan's algorithm on a stack of its own.
///
/// - Complexity: O(nodes + members).
/// - Note: Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1(2), 1972. Components
///   come out so that each follows all that it leads to, which is the order the passes need.
struct Components {
  private(set) var order: [Int32] = []
  private(set) var cycles: [[Int]] = []
  private(set) var cycleOfNode: [Int32]

  init(nodeCount: Int, groupStarts: [Int32], memberStarts: [Int32], members: [Int32]) {
    order.reserveCapacity(nodeCount)
    cycleOfNode = Array(repeating: -1, count: nodeCount)
    // The members of a node lie side by side, whatever its groups.
    let starts = groupStarts.map { memberStarts[Int($0)] }
    var found = [Int32](repeating: -1, count: nodeCount)
    var low = [Int32](repeating: 0, count: nodeCount)
    var isOpen = [Bool](repeating: false, count: nodeCount)
    var open: [Int32] = []
    var path: [(node: Int32, next: Int32)] = []
    var count: Int32 = 0
    for root in 0..<nodeCount where found[root] < 0 {
      path.append((Int32(root), starts[root]))
      found[root] = count
      low[root] = count
      count += 1
      open.append(Int32(root))
      isOpen[root] = true
      while let last = path.indices.last {
        let node = Int(path[last].node)
        if path[last].next < starts[node + 1] {
          let member = Int(members[Int(path[last].next)])
          path[last].next += 1
          if found[member] < 0 {
            found[member] = count
            low[member] = count
            count += 1
            open.append(Int32(member))
            isOpen[member] = true
            path.append((Int32(member), starts[member]))
          } else if isOpen[member] {
            low[node] = min(low[node], found[member])
          }
          continue
        }
        path.removeLast()
        if let above = path.last { low[Int(above.node)] = min(low[Int(above.node)], low[node]) }
        guard low[node] == found[node] else { continue }
        var component: [Int] = []
        while let top = open.popLast() {
          isOpen[Int(top)] = false
          component.append(Int(top))
          if top == node { break }
        }
        close(component, starts, members)
      }
    }
  }

  private mutating func close(_ component: [Int], _ starts: [Int32], _ members: [Int32]) {
    for node in component { order.append(Int32(node)) }
    let first = component[0]
    let needsItself = members[Int(starts[first])..<Int(starts[first + 1])].contains(Int32(first))
    guard component.count > 1 || needsItself else { return }
    for node in component { cycleOfNode[node] = Int32(cycles.count) }
    cycles.append(component.sorted())
  }
}
