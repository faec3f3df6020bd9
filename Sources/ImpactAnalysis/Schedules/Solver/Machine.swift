/// Work that must pass through one machine: a bound on how soon all of it, with what follows, is done.
///
/// The machine may stop one task for another and give each as much as it likes of what it has, so what it
/// reaches bounds every schedule.
///
/// - Note: Jackson's preemptive schedule; Carlier, The one-machine sequencing problem, European Journal of
///   Operational Research 11, 1982. Baptiste, Le Pape and Nuijten, Satisfiability tests and time-bound
///   adjustments for cumulative scheduling problems, Annals of Operations Research 92, 1999: the fully
///   elastic relaxation.
struct Machine: Sendable {
  /// How much it does in a unit of time.
  let rate: Int64
  /// The most urgent first: by what follows them.
  private let tasks: [Int32]
  private let work: [Int64]
  /// The places of tasks, by the time before which they cannot start.
  private var places: [Int32]
  private var left: [Int64]
  /// More than any time of it can be after the last head.
  private let reach: Int64
  private var open = MinimumHeap<Int32>()

  /// - Parameters:
  ///   - work: Of each task; tasks without any, or with nothing that depends on them, are left out.
  ///   - deliveries: What follows each task.
  init(rate: Int64, _ work: [(task: Int32, amount: Int64)], _ deliveries: [Int64]) {
    self.rate = rate
    let sorted = work.filter { $0.amount > 0 && deliveries[Int($0.task)] > TaskNetwork.noTail }
      .sorted {
        (deliveries[Int($1.task)], $0.task) < (deliveries[Int($0.task)], $1.task)
      }
    tasks = sorted.map(\.task)
    self.work = sorted.map(\.amount)
    places = (0..<tasks.count).map(Int32.init)
    left = self.work
    reach =
      (sorted.map { abs(deliveries[Int($0.task)]) }.max() ?? 0)
      + self.work.reduce(0, +) / rate + 1
  }

  var taskCount: Int { tasks.count }

  /// The least that the greatest of finish plus delivery can be; nil where there is nothing to do, or
  /// numbers are too great to say.
  ///
  /// - Parameter heads: The time before which each task cannot start.
  /// - Complexity: O(n log n).
  mutating func bound(_ heads: [Int64], _ deliveries: [Int64]) -> Int64? {
    sort(by: heads)
    guard let last = places.last else { return nil }
    let (greatest, overflow) = (heads[Int(tasks[Int(last)])] + reach)
      .multipliedReportingOverflow(by: rate)
    guard !overflow, greatest < Int64.max / 4 else { return nil }
    for place in left.indices { left[place] = work[place] }
    var bound = Int64.min
    var time: Int64 = 0
    var next = 0
    while next < places.count || !open.isEmpty {
      if open.isEmpty { time = max(time, heads[Int(tasks[Int(places[next])])] * rate) }
      while next < places.count, heads[Int(tasks[Int(places[next])])] * rate <= time {
        open.insert(places[next])
        next += 1
      }
      let place = Int(open.first!)
      let until = next < places.count ? heads[Int(tasks[Int(places[next])])] * rate : .max
      if left[place] <= until - time {
        time += left[place]
        bound = max(bound, time + deliveries[Int(tasks[place])] * rate)
        _ = open.removeFirst()
      } else {
        left[place] -= until - time
        time = until
      }
    }
    // Rounded up.
    return bound >= 0 ? (bound + rate - 1) / rate : -(-bound / rate)
  }

  private mutating func sort(by heads: [Int64]) {
    if places.count > 256 {
      places.sort { (heads[Int(tasks[Int($0)])], $0) < (heads[Int(tasks[Int($1)])], $1) }
      return
    }
    // From one question to the next little changes.
    var sorted = 1
    while sorted < places.count {
      let place = places[sorted]
      let head = heads[Int(tasks[Int(place)])]
      var target = sorted
      while target > 0, heads[Int(tasks[Int(places[target - 1])])] > head {
        places[target] = places[target - 1]
        target -= 1
      }
      places[target] = place
      sorted += 1
    }
  }
}
