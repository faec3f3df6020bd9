import RegisterModel
import TestSupport
import Testing

@Suite("Identifiers are short tokens in natural order")
struct IdentifierTests {
  @Test("An identifier is a letter, then letters, digits and three marks, 64 in all")
  func texts() throws {
    accepts(
      AnyIdentifier.self, "a", "R-014", "Big.one_2", "Z" + String(repeating: "9", count: 63), "a-")
    refuses(
      AnyIdentifier.self, "", "1a", "-a", "_a", ".a", "a b", "é", "aé", "a:b", "a/b", "а",
      "Z" + String(repeating: "9", count: 64), "a\n")
    #expect(throws: InvalidIdentifier(text: "1a")) { try Identifier<Risk>("1a") }
    #expect(try Identifier<Risk>("R-1").text == "R-1")
  }

  @Test("Runs of digits compare as numbers, of any length")
  func naturalOrder() {
    let ordered = [
      "A", "A-1", "A-1.9", "A-1.10", "A-2", "A-10", "A-10a", "A-99999999999999999999",
      "A-100000000000000000000", "A.1", "B-1", "R1", "R01", "R2", "a-1",
    ]
    for (index, left) in ordered.enumerated() {
      for (other, right) in ordered.enumerated() {
        let isExpected = index < other
        // R1 and R01 are the same number: there the bytes decide.
        if Set([left, right]) == ["R1", "R01"] { continue }
        #expect(IdentifierText.precedes(left, right) == isExpected, "\(left) before \(right)")
      }
    }
    #expect(IdentifierText.precedes("R-1", "R-01") != IdentifierText.precedes("R-01", "R-1"))
    #expect(IdentifierText.precedes("R-01", "R-2") && IdentifierText.precedes("R-1", "R-02"))
  }

  @Test("The order is one: nothing before itself, either before the other, and passed on")
  func strictOrder() {
    var random = SplitMix64(seed: 3)
    let letters: [Character] = ["a", "0", "1", "2", "-", "."]
    let words = (0..<60).map { _ in
      "R" + String((0..<random.below(5)).map { _ in random.element(of: letters) })
    }
    let distinct = Array(Set(words)).sorted()
    for a in distinct {
      #expect(!IdentifierText.precedes(a, a))
      for b in distinct where a != b {
        #expect(IdentifierText.precedes(a, b) != IdentifierText.precedes(b, a), "\(a) \(b)")
        for c in distinct where IdentifierText.precedes(a, b) && IdentifierText.precedes(b, c) {
          #expect(IdentifierText.precedes(a, c), "\(a) \(b) \(c)")
        }
      }
    }
  }
}
