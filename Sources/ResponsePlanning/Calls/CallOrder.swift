import RegisterModel

/// Works out when each call of a protocol is made.
struct CallOrder {
  private(set) var entries: [CallTree.Entry] = []
  /// Those who know from the start: the authorities of the level and of those below.
  private let declarers: Set<Identifier<Party>>

  init(_ plan: ResponseProtocol, level: Level<ActivationScale>?, directory: CallDirectory) {
    let levels = plan.levels.filter { Self.isRaised($0, at: level) }
    declarers = Set(levels.flatMap { $0.authorities.map(\.ref) })
    for call in Self.calls(of: plan, level: level, declarers: declarers) {
      let chain = directory.chain(to: call.who)
      entries.append(
        CallTree.Entry(
          who: call.who, by: call.by, chain: chain, startsBy: nil, reachedBy: nil,
          probability: 0...0,
          problem: chain.isUnstated ? .unstated : chain.isUnreachable ? .unreachable : nil))
    }
    walk()
  }

  // MARK: Who is called

  private static func isRaised(_ own: ActivationLevel, at level: Level<ActivationScale>?) -> Bool {
    level.map { own.number <= $0 } ?? true
  }

  private static func calls(
    of plan: ResponseProtocol, level: Level<ActivationScale>?, declarers: Set<Identifier<Party>>
  ) -> [Call] {
    let notified = plan.levels.filter { isRaised($0, at: level) }.flatMap {
      $0.notifies.map(\.ref)
    }
    let now = Set(notified)
    let later = Set(plan.levels.flatMap { $0.notifies.map(\.ref) }).subtracting(now)
    var callers: [Identifier<Party>: Identifier<Party>] = [:]
    for call in plan.calls { if let by = call.by { callers[call.who] = by } }
    // Who calls somebody is called, whatever the level.
    var isCalled = Set(plan.calls.map(\.who).filter { !later.contains($0) })
    for call in plan.calls where !later.contains(call.who) {
      var next = callers[call.who]
      while let caller = next, isCalled.insert(caller).inserted { next = callers[caller] }
    }
    var listed: Set<Identifier<Party>> = []
    var calls = plan.calls.filter {
      isCalled.contains($0.who) && listed.insert($0.who).inserted
    }
    for party in notified where !declarers.contains(party) && listed.insert(party).inserted {
      calls.append(Call(who: party))
    }
    return calls
  }

  // MARK: When

  /// From those who declare to those whom they call, and on.
  private mutating func walk() {
    var calls: [Identifier<Party>?: [Int]] = [:]
    for (place, entry) in entries.enumerated() {
      let known = entry.by.map { declarers.contains($0) } ?? true
      calls[known ? nil : entry.by, default: []].append(place)
    }
    var isWalked = [Bool](repeating: false, count: entries.count)
    let first = calls[nil] ?? []
    time(first, from: 0, probability: 1...1, isCallerReached: true)
    for place in first { isWalked[place] = true }
    var open = first
    while let place = open.popLast() {
      let caller = entries[place]
      // Who declares calls as the one who declares.
      guard !declarers.contains(caller.who) else { continue }
      let next = (calls[caller.who] ?? []).filter { !isWalked[$0] }
      time(
        next, from: caller.reachedBy, probability: caller.probability,
        isCallerReached: caller.probability.upperBound > 0)
      for place in next { isWalked[place] = true }
      open += next
    }
    explain(&isWalked, calls)
  }

  /// Says why the calls that nobody comes to make aren't made: they begin with a caller whom nobody calls, or
  /// wait for each other.
  private mutating func explain(
    _ isWalked: inout [Bool], _ calls: [Identifier<Party>?: [Int]]
  ) {
    let called = Set(entries.map(\.who))
    var open = entries.indices.filter { place in
      !isWalked[place] && entries[place].by.map { !called.contains($0) } ?? false
    }
    for place in open { entries[place].problem = .callerNotCalled }
    while let place = open.popLast() {
      isWalked[place] = true
      for next in calls[entries[place].who] ?? [] where !isWalked[next] {
        entries[next].problem = .callerUnreachable
        isWalked[next] = true
        open.append(next)
      }
    }
    for place in entries.indices where !isWalked[place] { entries[place].problem = .circular }
  }

  /// One call after the other.
  private mutating func time(
    _ places: [Int], from start: Int64?, probability: ClosedRange<Double>, isCallerReached: Bool
  ) {
    var next = start
    for place in places {
      let chain = entries[place].chain
      let reached = chain.reached
      let low = probability.lowerBound * reached.lowerBound
      entries[place].probability = low...(probability.upperBound * reached.upperBound)
      guard isCallerReached else {
        entries[place].problem = .callerUnreachable
        continue
      }
      entries[place].startsBy = next
      // Where no way works at that hour, none is tried.
      let worst = chain.isUnreachable ? 0 : chain.worst
      next = next.flatMap { start in worst.map { start + $0 } }
      if !chain.isUnreachable { entries[place].reachedBy = next }
    }
  }
}
