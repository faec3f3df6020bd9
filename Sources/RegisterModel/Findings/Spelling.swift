/// Suggestions for misspelt words.
package enum Spelling {
  /// The candidate nearest to `word`, within two edits (one for words of up to three characters);
  /// the first of the nearest.
  ///
  /// - Complexity: O(candidates × length), with a quick look at the lengths first.
  package static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let word = Array(word.utf8)
    var best: String?
    var limit = word.count <= 3 ? 1 : 2
    for candidate in candidates where abs(candidate.utf8.count - word.count) <= limit {
      let distance = distance(word, Array(candidate.utf8), limit: limit)
      if distance == 0 { return candidate }
      if distance <= limit, best == nil || distance < limit || distance == 1 && limit == 1 {
        if best == nil || distance < limit { best = candidate }
        limit = distance
      }
    }
    return best
  }

  /// "did you mean 'A-21'?", if something is near enough.
  package static func hint(for word: String, in candidates: some Sequence<String>) -> String? {
    nearest(to: word, in: candidates).map { "did you mean '\($0)'?" }
  }

  /// The number of insertions, deletions, changes and swaps of neighbours between two words, letters
  /// in either case being one edit apart; `limit` + 1 if it is above the limit.
  ///
  /// Optimal string alignment, a band of the dynamic programme: Damerau (1964).
  static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    if abs(a.count - b.count) > limit { return limit + 1 }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var current = last
    for i in 0..<a.count {
      current[0] = i + 1
      var least = current[0]
      // Cells further than the limit from the diagonal are above the limit whatever they hold.
      let first = max(0, i - limit)
      let end = min(b.count, i + limit + 1)
      if first > 0 { current[first] = limit + 1 }
      for j in first..<max(first, end) {
        let change = last[j] + (a[i] == b[j] ? 0 : 1)
        current[j + 1] = min(change, last[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          current[j + 1] = min(current[j + 1], beforeLast[j - 1] + 1)
        }
        least = min(least, current[j + 1])
      }
      if end < b.count { current[end + 1] = limit + 1 }
      if least > limit { return limit + 1 }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return min(last[b.count], limit + 1)
  }
}
