extension TaskNetwork {
  /// The greatest of finish plus tail; the least of all numbers where no task has a tail.
  func objective(_ starts: [Int64]) -> Int64 {
    var objective = Int64.min
    for task in 0..<count where tails[task] > Self.noTail {
      objective = max(objective, starts[task] + durations[task] + tails[task])
    }
    return objective
  }

  /// By how much tasks with a tail below zero, which are due at some time, are done after it, summed.
  func tardiness(_ starts: [Int64]) -> Int64 {
    var tardiness: Int64 = 0
    for task in 0..<count where tails[task] > Self.noTail && tails[task] < 0 {
      tardiness += max(starts[task] + durations[task] + tails[task], 0)
    }
    return tardiness
  }

  func finishes(_ starts: [Int64]) -> [Int64] { (0..<count).map { starts[$0] + durations[$0] } }

  /// The time before which each task cannot start even if nothing gets in its way.
  func heads() -> [Int64] {
    var heads = releases
    advance(&heads)
    return heads
  }

  /// Moves tasks to when what they wait for allows, where they start sooner.
  func advance(_ starts: inout [Int64]) {
    for task in 0..<count { starts[task] = max(starts[task], head(of: task, starts)) }
  }

  /// The time from which what a task waits for allows it to start.
  func head(of task: Int, _ starts: [Int64]) -> Int64 {
    var head = releases[task]
    for place in arcs(of: task) {
      let arc = arcs[place]
      head = max(head, starts[Int(arc.task)] + durations[Int(arc.task)] + arc.lag)
    }
    for choice in choices(of: task) { head = max(head, time(of: choice, starts)) }
    return head
  }

  /// The time from which a choice is met.
  func time(of choice: Int, _ starts: [Int64]) -> Int64 {
    let needed = Int(choices[choice].needed)
    let members = members(of: choice)
    guard needed <= members.count else { return choices[choice].orAt }
    var times = members.map { starts[Int($0)] + durations[Int($0)] }
    times.sort()
    return min(times[needed - 1] + choices[choice].lag, choices[choice].orAt)
  }

  /// What follows each task for sure, from when it is done until the last that waits for it is, with the
  /// tail of that; `noTail` where nothing does.
  func deliveries() -> [Int64] {
    var deliveries = tails
    for task in (0..<count).reversed() where deliveries[task] > Self.noTail {
      for place in arcs(of: task) {
        let before = Int(arcs[place].task)
        deliveries[before] = max(
          deliveries[before], arcs[place].lag + durations[task] + deliveries[task])
      }
    }
    return deliveries
  }

  /// All tasks by ascending keys, except that what a task waits for or may wait for comes before it.
  func list(by keys: [Int64]) -> [Int32] {
    var keys = keys
    for task in (0..<count).reversed() {
      for place in arcs(of: task) {
        keys[Int(arcs[place].task)] = min(keys[Int(arcs[place].task)], keys[task])
      }
      for choice in choices(of: task) {
        for member in members(of: choice) { keys[Int(member)] = min(keys[Int(member)], keys[task]) }
      }
    }
    return (0..<Int32(count)).sorted { (keys[Int($0)], $0) < (keys[Int($1)], $1) }
  }
}
