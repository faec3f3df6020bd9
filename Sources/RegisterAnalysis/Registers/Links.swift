/// Which records of one family are linked to each record of another, by their places: for each source
/// its targets, in ascending order and each once.
public struct Links: Sendable {
  /// Where the targets of a source start; one place more for the end.
  private let starts: [Int32]
  private let targets: [Int32]

  /// - Complexity: O(*n* log *n*) in the number of pairs.
  init(sourceCount: Int, _ pairs: [(source: Int, target: Int)]) {
    var starts = [Int32](repeating: 0, count: sourceCount + 1)
    var targets: [Int32] = []
    targets.reserveCapacity(pairs.count)
    var last: (Int, Int)?
    for pair in pairs.sorted(by: { ($0.source, $0.target) < ($1.source, $1.target) }) {
      if let last, last == (pair.source, pair.target) { continue }
      last = (pair.source, pair.target)
      starts[pair.source + 1] += 1
      targets.append(Int32(pair.target))
    }
    for index in 1..<(sourceCount + 1) { starts[index] += starts[index - 1] }
    self.starts = starts
    self.targets = targets
  }

  /// The targets of a source, ascending.
  public subscript(source: Int) -> some RandomAccessCollection<Int> {
    targets[Int(starts[source])..<Int(starts[source + 1])].lazy.map(Int.init)
  }
}
