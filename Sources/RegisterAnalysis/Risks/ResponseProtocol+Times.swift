import RegisterModel

extension ResponseProtocol {
  /// What the protocol plans for an event that stops an activity.
  ///
  /// To recover takes as long as the longest chain of tasks up to the one that restores the activity or,
  /// where none does, the things through which it was stopped. The time of a task is its likeliest one
  /// or, where all three are stated, (a + 4m + b)/6. Where evidence says that recovery takes longer than
  /// planned, or nothing is planned, evidence counts.
  ///
  /// - Parameter stopped: nil: no activity is known, so recovery isn't either.
  func response(for stopped: ReactionTimes.Stopped?) -> ReactionTimes.Response {
    let plan = stopped.flatMap { recovery(of: $0) }
    let real = stopped?.recovery
    let isReal = real.map { real in plan.map { $0 < real } ?? true } ?? false
    return ReactionTimes.Response(
      protocolID: id, detect: planned?.detect, assess: planned?.assess,
      authorise: planned?.authorise, notify: planned?.notify, recover: isReal ? real : plan,
      isRecoveryReal: isReal)
  }

  private func recovery(of stopped: ReactionTimes.Stopped) -> ElapsedTime? {
    let own = tasks.indices.filter { tasks[$0].restores?.text == stopped.activity.text }
    let needed = Set(stopped.through.map(\.text))
    let last =
      own.isEmpty
      ? tasks.indices.filter { tasks[$0].restores.map { needed.contains($0.text) } ?? false } : own
    guard !last.isEmpty, let ends = taskEnds() else { return nil }
    let times = last.map { ends[$0] }
    guard !times.contains(nil) else { return nil }
    return times.compactMap(\.self).max().flatMap { ElapsedTime(seconds: Int64($0)) }
  }

  /// The end of the last task whose time is known, in seconds since the work began; 0 where none is.
  var longestChain: Int64 {
    (taskEnds() ?? []).compactMap { $0 }.max().map { Int64($0) } ?? 0
  }

  /// When each task ends, in seconds since the work began; nil for a task that has no duration or comes
  /// after one; nil altogether where tasks wait for each other in a circle.
  ///
  /// - Complexity: O(*n*) in tasks and what they wait for.
  private func taskEnds() -> [Double?]? {
    let places = Dictionary(
      tasks.enumerated().map { ($1.id.text, $0) }, uniquingKeysWith: { first, _ in first })
    var waiting = tasks.map { task in task.after.count { places[$0.ref.text] != nil } }
    var successors = [[Int]](repeating: [], count: tasks.count)
    for (place, task) in tasks.enumerated() {
      for earlier in task.after { places[earlier.ref.text].map { successors[$0].append(place) } }
    }
    var starts = [Double?](repeating: 0, count: tasks.count)
    var ends = [Double?](repeating: nil, count: tasks.count)
    var ready = tasks.indices.filter { waiting[$0] == 0 }
    var done = 0
    while done < ready.count {
      let place = ready[done]
      done += 1
      let end = starts[place].flatMap { start in tasks[place].duration.map { start + $0 } }
      ends[place] = end
      for next in successors[place] {
        starts[next] = starts[next].flatMap { start in end.map { max(start, $0) } }
        waiting[next] -= 1
        if waiting[next] == 0 { ready.append(next) }
      }
    }
    return done == tasks.count ? ends : nil
  }
}

extension RecoveryTask {
  /// In seconds; nil where nobody has said how long it takes.
  ///
  /// - Note: DOMAIN §6.6.
  fileprivate var duration: Double? {
    guard let likely else { return nil }
    guard let optimistic, let pessimistic else { return Double(likely.seconds) }
    return Double(optimistic.seconds + 4 * likely.seconds + pessimistic.seconds) / 6
  }
}
