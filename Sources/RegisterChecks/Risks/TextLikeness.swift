/// How much two texts say the same words: Dice's coefficient, twice the words they share over all words of
/// both, words that come several times counting so often.
///
/// Words are runs of letters and digits in lower case, without a final "s"; in English without articles and
/// the like, which say nothing. In scripts that don't part words, each two characters that follow each other
/// count as one. The order of words doesn't matter.
///
/// - Note: Dice (1945), Ecology 26(3).
struct TextLikeness {
  /// Hashes of the words, ascending.
  private let words: [UInt64]
  /// Hashes of the numbers among them, ascending: texts that differ in one are of different things.
  private let numbers: [UInt64]

  /// - Complexity: O(*n* log *n*) in the length of the text.
  init(_ text: String, inEnglish: Bool) {
    var words: [UInt64] = []
    var numbers: [UInt64] = []
    var word = Word()
    var last: Unicode.Scalar?  // of a script that doesn't part words
    func end(_ word: inout Word) {
      defer { word = Word() }
      guard word.length > 0, !(inEnglish && Self.emptyWords.contains(word.hash)) else { return }
      words.append(word.stem)
      if word.isNumber { numbers.append(word.hash) }
    }
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isOfUnpartedScript {
        end(&word)
        var pair = Word()
        if let last { pair.take(last) }
        pair.take(scalar)
        words.append(pair.hash)
        last = scalar
        continue
      }
      last = nil
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.take(scalar)
      } else if scalar != "'" && scalar != "’" {
        end(&word)
      }
    }
    end(&word)
    self.words = words.sorted()
    self.numbers = numbers.sorted()
  }

  /// Whether the likeness is at least `threshold`. Texts without words are like nothing.
  ///
  /// - Complexity: O(*n*) in the number of words.
  func isLike(_ other: TextLikeness, _ threshold: Double) -> Bool {
    let total = words.count + other.words.count
    let most = 2 * min(words.count, other.words.count)
    guard total > 0, Double(most) >= threshold * Double(total), numbers == other.numbers else {
      return false
    }
    return likeness(to: other) >= threshold
  }

  /// The likeness, 0...1.
  func likeness(to other: TextLikeness) -> Double {
    let total = words.count + other.words.count
    guard total > 0 else { return 0 }
    var (left, right, shared) = (0, 0, 0)
    while left < words.count, right < other.words.count {
      if words[left] == other.words[right] {
        shared += 1
        left += 1
        right += 1
      } else if words[left] < other.words[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return Double(2 * shared) / Double(total)
  }

  /// A word as it is read: FNV-1a of its scalars, and the same without a final "s".
  private struct Word {
    private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    private var before: UInt64 = 0
    private var last: Unicode.Scalar = " "
    private var secondLast: Unicode.Scalar = " "
    private(set) var length = 0
    private(set) var isNumber = false

    mutating func take(_ scalar: Unicode.Scalar) {
      before = hash
      hash = (hash ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01B3
      (secondLast, last) = (last, scalar)
      length += 1
      if scalar.properties.numericType != nil { isNumber = true }
    }

    /// Without the "s" of a plural or a verb, if it is longer than three letters and not in "ss".
    var stem: UInt64 { length > 3 && last == "s" && secondLast != "s" ? before : hash }
  }

  /// Hashes of English words that say nothing about what a text is about.
  private static let emptyWords: Set<UInt64> = Set(
    "a an the and or of in on at to for by with from is are be its it our their that this as".split(
      separator: " "
    ).map { text in
      var word = Word()
      for scalar in text.unicodeScalars { word.take(scalar) }
      return word.hash
    })
}
