extension SchedulingProblem {
  /// Why each task that is never done is not.
  func obstacles(_ derivation: Derivation) -> [(task: Task, obstacle: Schedule.Obstacle)] {
    let isDone = derivation.finishes.map { $0 < Derivation.never }
    let missing = (0..<taskCount).filter { !isDone[$0] }
    guard !missing.isEmpty else { return [] }
    let waits = waitsOfTasks()
    var memberStarts: [Int32] = [0]
    var missingMembers: [Int32] = []
    for task in 0..<taskCount {
      if !isDone[task] {
        for place in waits.starts[task]..<waits.starts[task + 1] {
          for member in members(of: Int(waits.waits[Int(place)])) where !isDone[Int(member)] {
            missingMembers.append(member)
          }
        }
      }
      memberStarts.append(Int32(missingMembers.count))
    }
    let circles = Components(
      nodeCount: taskCount, groupStarts: Array(0...Int32(taskCount)), memberStarts: memberStarts,
      members: missingMembers
    ).cycleOfNode
    return missing.map { task in
      if let resource = excess(of: task) { return (task, .capacity(resource)) }
      if circles[task] >= 0 { return (task, .circle) }
      for place in waits.starts[task]..<waits.starts[task + 1] {
        let wait = Int(waits.waits[Int(place)])
        let members = members(of: wait)
        let done = members.lazy.filter { isDone[Int($0)] }.count
        guard done < self.waits[wait].needed, self.waits[wait].orAt == nil else { continue }
        if let other = members.first(where: { !isDone[Int($0)] }) {
          return (task, .task(Int(other)))
        }
      }
      return (task, .missing)
    }
  }
}
