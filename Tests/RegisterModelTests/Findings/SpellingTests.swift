import RegisterModel
import TestSupport
import Testing

@Suite("The nearest known word is suggested for a misspelt one")
struct SpellingTests {
  @Test("A letter too many, too few, wrong or swapped is one edit")
  func edits() {
    for word in ["impactt", "impat", "inpact", "imapct", "Impact"] {
      #expect(Spelling.nearest(to: word, in: ["title", "impact", "cause"]) == "impact")
    }
    #expect(Spelling.hint(for: "A-12", in: ["A-1", "A-21"]) == "did you mean 'A-1'?")
  }

  @Test("Short words forgive one edit, longer ones two, none three")
  func limits() {
    #expect(Spelling.nearest(to: "a", in: ["b"]) == "b")
    #expect(Spelling.nearest(to: "abc", in: ["abxy"]) == nil)
    #expect(Spelling.nearest(to: "abcd", in: ["abxy"]) == "abxy")
    #expect(Spelling.nearest(to: "abcdefgh", in: ["abcdexyz"]) == nil)
    #expect(Spelling.nearest(to: "anything", in: []) == nil)
  }

  @Test("Of words equally near the first is taken, and a nearer one later wins")
  func first() {
    #expect(Spelling.nearest(to: "R-15", in: ["R-14", "R-16", "R-25"]) == "R-14")
    #expect(
      Spelling.nearest(to: "likelihod", in: ["likelihoxy", "likelihoods", "likelihood"])
        == "likelihood")
  }

  @Test("The distance is that of the whole table of edits")
  func againstTheTable() {
    var random = SplitMix64(seed: 4)
    let letters: [Character] = ["a", "b", "c"]
    func word() -> String {
      String((0..<random.within(1...7)).map { _ in random.element(of: letters) })
    }
    for _ in 0..<3000 {
      let (wrong, right) = (word(), word())
      let limit = wrong.utf8.count <= 3 ? 1 : 2
      let isNear = Self.distance(Array(wrong.utf8), Array(right.utf8)) <= limit
      #expect((Spelling.nearest(to: wrong, in: [right]) == right) == isNear, "\(wrong) \(right)")
    }
  }

  /// Optimal string alignment, the whole table.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = (0...a.count).map { row in (0...b.count).map { row == 0 ? $0 : row } }
    for i in a.indices {
      for j in b.indices {
        var best = min(
          table[i][j] + (a[i] == b[j] ? 0 : 1), table[i][j + 1] + 1, table[i + 1][j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, table[i - 1][j - 1] + 1)
        }
        table[i + 1][j + 1] = best
      }
    }
    return table[a.count][b.count]
  }
}
