/// Counts ratings of values in ascending order, up to a moving end: with it all pairs of values are
/// compared in a few passes.
struct RatingSweep {
  private let values: [(value: Double, rating: Int)]
  private var end = 0
  private var counts = [Int](repeating: 0, count: 100)  // by rank, 1...99

  /// - Parameter values: Ascending.
  init(_ values: [(Double, Int)]) { self.values = values.map { (value: $0.0, rating: $0.1) } }

  /// Moves the end on while the value there passes; what passes once must pass from then on.
  ///
  /// - Returns: The number of values before the end.
  @discardableResult
  mutating func advance(while passes: (Double) -> Bool) -> Int {
    while end < values.count, passes(values[end].value) {
      counts[values[end].rating] += 1
      end += 1
    }
    return end
  }

  /// The values before the end that have a rating.
  subscript(rating: Int) -> Int { counts[rating] }

  /// The values before the end that are rated lower.
  func count(below rating: Int) -> Int { counts[..<rating].reduce(0, +) }

  /// The values before the end that are rated higher.
  func count(above rating: Int) -> Int { counts[(rating + 1)...].reduce(0, +) }
}
