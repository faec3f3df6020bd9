/// How much of a resource is occupied over time, as steps.
///
/// The steps lie in blocks that know their least and greatest, so that what is full, or free, for long is
/// passed over in one step.
///
/// - Complexity: A question and a change cost O(√n) for n steps, a question also the gaps that are too
///   short.
struct CapacityProfile: Sendable {
  private struct Block: Sendable {
    var times: [Int64]
    /// From the time of the step until the next one; `offset` comes on top of all.
    var used: [Int64]
    var offset: Int64 = 0
    var least: Int64
    var most: Int64

    mutating func summarise() {
      var least = used[0]
      var most = used[0]
      for value in used {
        if value < least { least = value }
        if value > most { most = value }
      }
      self.least = least
      self.most = most
    }
  }

  let capacity: Int64
  private var blocks: [Block]
  private static let blockSize = 128

  init(capacity: Int64) {
    self.capacity = capacity
    blocks = [Block(times: [.min], used: [0], least: 0, most: 0)]
  }

  /// How much is occupied at a time.
  func used(at time: Int64) -> Int64 {
    let place = place(of: time)
    return blocks[place.block].used[place.step] + blocks[place.block].offset
  }

  /// The earliest time, not before another, from which an amount is free for a while.
  func earliest(from start: Int64, lasting duration: Int64, _ amount: Int64) -> Int64 {
    let room = capacity - amount
    precondition(room >= 0, "an amount that will be free at some time")
    guard duration > 0 else { return start }
    var time = start
    var place = place(of: start)
    while true {
      // To the first step that is full, if one begins before the task would end.
      guard let full = next(from: place, before: time + duration, where: { $0 > room }) else {
        return time
      }
      guard let free = next(from: full, before: .max, where: { $0 <= room }) else {
        preconditionFailure("all ends some time")
      }
      place = free
      time = blocks[free.block].times[free.step]
    }
  }

  /// Occupies an amount for some time.
  mutating func occupy(from start: Int64, to end: Int64, _ amount: Int64) {
    guard start < end, amount > 0 else { return }
    let first = cut(at: start)
    let last = cut(at: end)
    // The second cut may have split the block of the first.
    let from =
      blocks[first.block].times.count > first.step
        && blocks[first.block].times[first.step] == start ? first : place(of: start)
    if from.block == last.block {
      add(amount, block: from.block, steps: from.step..<last.step)
      return
    }
    add(amount, block: from.block, steps: from.step..<blocks[from.block].times.count)
    for block in (from.block + 1)..<last.block { blocks[block].offset += amount }
    add(amount, block: last.block, steps: 0..<last.step)
  }

  private struct Place {
    var block: Int
    var step: Int
  }

  private mutating func add(_ amount: Int64, block: Int, steps: Range<Int>) {
    guard !steps.isEmpty else { return }
    for step in steps { blocks[block].used[step] += amount }
    blocks[block].summarise()
  }

  /// The first step from a place on, that begins before some time, of which something holds.
  private func next(
    from place: Place, before end: Int64, where isWanted: (Int64) -> Bool
  ) -> Place? {
    var step = place.step
    for block in place.block..<blocks.count {
      // A block that begins too late, and all after it.
      if step == 0, blocks[block].times[0] >= end { return nil }
      let offset = blocks[block].offset
      if isWanted(blocks[block].least + offset) || isWanted(blocks[block].most + offset) {
        while step < blocks[block].times.count {
          if blocks[block].times[step] >= end { return nil }
          if isWanted(blocks[block].used[step] + offset) { return Place(block: block, step: step) }
          step += 1
        }
      }
      step = 0
    }
    return nil
  }

  private func place(of time: Int64) -> Place {
    let block = blockIndex(of: time)
    return Place(block: block, step: stepIndex(of: time, in: blocks[block]))
  }

  /// The last block that begins at or before a time.
  private func blockIndex(of time: Int64) -> Int {
    var low = 0
    var high = blocks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if blocks[middle].times[0] <= time { low = middle } else { high = middle }
    }
    return low
  }

  private func stepIndex(of time: Int64, in block: Block) -> Int {
    var low = 0
    var high = block.times.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if block.times[middle] <= time { low = middle } else { high = middle }
    }
    return low
  }

  /// Makes a step begin at a time.
  private mutating func cut(at time: Int64) -> Place {
    var place = place(of: time)
    if blocks[place.block].times[place.step] == time { return place }
    let used = blocks[place.block].used[place.step]
    place.step += 1
    blocks[place.block].times.insert(time, at: place.step)
    blocks[place.block].used.insert(used, at: place.step)
    let size = blocks[place.block].times.count
    guard size > Self.blockSize else { return place }
    let half = size / 2
    var upper = Block(
      times: Array(blocks[place.block].times[half...]),
      used: Array(blocks[place.block].used[half...]), offset: blocks[place.block].offset, least: 0,
      most: 0)
    upper.summarise()
    blocks[place.block].times.removeSubrange(half...)
    blocks[place.block].used.removeSubrange(half...)
    blocks[place.block].summarise()
    blocks.insert(upper, at: place.block + 1)
    if place.step >= half { place = Place(block: place.block + 1, step: place.step - half) }
    return place
  }
}
