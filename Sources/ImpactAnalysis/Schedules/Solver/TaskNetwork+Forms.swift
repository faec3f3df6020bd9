extension TaskNetwork {
  /// The network with every choice made: each task waits for as many as it needs of those that are done
  /// first, or for the time from which it does without, whichever is sooner. Tasks without a tail that
  /// nothing then waits for are left out.
  ///
  /// - Parameter finishes: When each task is done.
  /// - Returns: The network, and which task of this one each of its tasks is.
  func choosing(by finishes: [Int64]) -> (network: TaskNetwork, tasks: [Int32]) {
    var chosen: [ArraySlice<Int32>] = []
    chosen.reserveCapacity(choices.count)
    for (index, choice) in choices.enumerated() {
      let members = members(of: index).sorted { (finishes[Int($0)], $0) < (finishes[Int($1)], $1) }
      let needed = members.prefix(Int(choice.needed))
      let isMet = needed.count == Int(choice.needed)
      let isSooner =
        isMet && needed.last.map { finishes[Int($0)] + choice.lag < choice.orAt } ?? true
      chosen.append(isSooner ? needed : [])
    }
    var matters = tails.map { $0 > Self.noTail }
    for task in (0..<count).reversed() where matters[task] {
      for place in arcs(of: task) { matters[Int(arcs[place].task)] = true }
      for choice in choices(of: task) {
        for member in chosen[choice] { matters[Int(member)] = true }
      }
    }
    var network = TaskNetwork(capacities: capacities)
    var places = [Int32](repeating: -1, count: count)
    var tasks: [Int32] = []
    for task in 0..<count where matters[task] {
      places[task] = Int32(tasks.count)
      tasks.append(Int32(task))
      var release = releases[task]
      for place in arcs(of: task) {
        network.addArc(to: places[Int(arcs[place].task)], lag: arcs[place].lag)
      }
      for choice in choices(of: task) {
        if chosen[choice].isEmpty { release = max(release, choices[choice].orAt) }
        for member in chosen[choice] {
          network.addArc(to: places[Int(member)], lag: choices[choice].lag)
        }
      }
      for place in demands(of: task) { network.addDemand(demands[place]) }
      network.addTask(duration: durations[task], release: release, tail: tails[task])
    }
    return (network, tasks)
  }

  /// The least tail of those that make a difference.
  var leastTail: Int64 { tails.lazy.filter { $0 > Self.noTail }.min() ?? 0 }

  /// The network with time running backwards: what followed a task is what it cannot start before, and the
  /// last task is the first.
  ///
  /// - Note: A task that ends at `t` starts in the mirror at `objective - leastTail - t`.
  func mirrored() -> TaskNetwork {
    precondition(!hasChoices, "a choice has no mirror image")
    let leastTail = leastTail
    let (starts, followers) = followers()
    var network = TaskNetwork(capacities: capacities)
    for task in (0..<count).reversed() {
      for place in Int(starts[task])..<Int(starts[task + 1]) {
        network.addArc(to: Int32(count - 1) - followers[place].task, lag: followers[place].lag)
      }
      for place in demands(of: task) { network.addDemand(demands[place]) }
      network.addTask(
        duration: durations[task], release: max(tails[task] - leastTail, 0), tail: releases[task])
    }
    return network
  }

  /// What waits for each task, side by side, and where it starts.
  private func followers() -> (starts: [Int32], followers: [Arc]) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for arc in arcs { starts[Int(arc.task) + 1] += 1 }
    for task in 0..<count { starts[task + 1] += starts[task] }
    var places = starts
    var followers = [Arc](repeating: Arc(task: 0, lag: 0), count: arcs.count)
    for task in 0..<count {
      for place in arcs(of: task) {
        let before = Int(arcs[place].task)
        followers[Int(places[before])] = Arc(task: Int32(task), lag: arcs[place].lag)
        places[before] += 1
      }
    }
    return (starts, followers)
  }
}
