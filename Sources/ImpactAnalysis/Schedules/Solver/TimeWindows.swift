/// When each task must start in any schedule with an objective below a limit: from when it can start at the
/// earliest to how late it may.
///
/// A task that may start later than it would be done if it started at once is not bound to any time; one
/// that may not is being done for sure in between. What is then occupied for sure pushes other tasks out of
/// the way.
///
/// - Note: The time table of constraint programming; for example Baptiste, Le Pape and Nuijten,
///   Constraint-Based Scheduling, 2001, section 3.3.
struct TimeWindows: Sendable {
  private let network: TaskNetwork
  private let deliveries: [Int64]
  /// Who occupies each resource, and how much.
  private let users: [[(task: Int32, amount: Int64)]]
  private var latest: [Int64]
  private var times: [Int64] = []
  private var levels: [Int64] = []

  private static let open = Int64.max / 4
  private static let roundLimit = 10

  init(_ network: TaskNetwork, _ deliveries: [Int64]) {
    self.network = network
    self.deliveries = deliveries
    var users = [[(task: Int32, amount: Int64)]](repeating: [], count: network.capacities.count)
    for task in 0..<network.count {
      for place in network.demands(of: task) {
        let demand = network.demands[place]
        users[Int(demand.resource)].append((Int32(task), demand.amount))
      }
    }
    self.users = users
    latest = Array(repeating: Self.open, count: network.count)
  }

  /// Moves starts to the earliest that a schedule with an objective below a limit allows.
  ///
  /// - Parameter starts: The times before which tasks do not start; in order with what they wait for,
  ///   before and after.
  /// - Returns: Whether there may be such a schedule.
  mutating func narrow(_ starts: inout [Int64], below limit: Int64) -> Bool {
    for task in starts.indices {
      latest[task] =
        deliveries[task] > TaskNetwork.noTail
        ? limit - 1 - deliveries[task] - network.durations[task] : Self.open
      if starts[task] > latest[task] { return false }
    }
    for _ in 0..<Self.roundLimit {
      var hasChanged = false
      for resource in users.indices where !users[resource].isEmpty {
        guard raise(resource, starts) else { return false }
        guard !times.isEmpty else { continue }
        for user in users[resource] where push(user, resource, &starts) {
          hasChanged = true
          if starts[Int(user.task)] > latest[Int(user.task)] { return false }
        }
      }
      guard hasChanged else { return true }
      network.advance(&starts)
      guard follow(starts) else { return false }
    }
    return true
  }

  /// Takes what is latest for a task to what it waits for.
  private mutating func follow(_ starts: [Int64]) -> Bool {
    for task in starts.indices.reversed() {
      if starts[task] > latest[task] { return false }
      for place in network.arcs(of: task) {
        let arc = network.arcs[place]
        let before = Int(arc.task)
        latest[before] = min(
          latest[before], latest[task] - arc.lag - network.durations[before])
      }
    }
    return true
  }

  /// Sets up what is occupied of a resource for sure; false where that is more than there is.
  private mutating func raise(_ resource: Int, _ starts: [Int64]) -> Bool {
    var events: [(time: Int64, change: Int64)] = []
    for (task, amount) in users[resource] {
      let (begin, end) = (latest[Int(task)], starts[Int(task)] + network.durations[Int(task)])
      guard begin < end else { continue }
      events.append((begin, amount))
      events.append((end, -amount))
    }
    events.sort { $0.time < $1.time }
    times.removeAll(keepingCapacity: true)
    levels.removeAll(keepingCapacity: true)
    var level: Int64 = 0
    for event in events {
      level += event.change
      if times.last == event.time {
        levels[levels.count - 1] = level
      } else {
        times.append(event.time)
        levels.append(level)
      }
    }
    for level in levels where level > network.capacities[resource] { return false }
    return true
  }

  /// Pushes a task out of what is occupied by others for sure, from both sides.
  private mutating func push(
    _ user: (task: Int32, amount: Int64), _ resource: Int, _ starts: inout [Int64]
  ) -> Bool {
    let task = Int(user.task)
    let duration = network.durations[task]
    let room = network.capacities[resource] - user.amount
    let (begin, end) = (latest[task], starts[task] + duration)
    var hasChanged = false
    func isFull(_ step: Int) -> Bool {
      let isOwn = begin < end && times[step] >= begin && times[step] < end
      return levels[step] - (isOwn ? user.amount : 0) > room
    }
    var step = 0
    var start = starts[task]
    while step + 1 < times.count, times[step] < start + duration {
      if times[step + 1] > start, isFull(step) { start = times[step + 1] }
      step += 1
    }
    if start > starts[task] {
      starts[task] = start
      hasChanged = true
    }
    guard latest[task] < Self.open else { return hasChanged }
    step = times.count - 2
    var finish = latest[task] + duration
    while step >= 0, times[step + 1] > finish - duration {
      if times[step] < finish, isFull(step) { finish = times[step] }
      step -= 1
    }
    if finish - duration < latest[task] {
      latest[task] = finish - duration
      hasChanged = true
    }
    return hasChanged
  }
}
