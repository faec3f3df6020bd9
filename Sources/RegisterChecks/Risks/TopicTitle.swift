import RegisterModel

/// Tells a title that is a topic from one that says what happens.
///
/// A wrong "topic" annoys whoever wrote a sentence, a topic that slips through costs little: where a word
/// may be a verb or a noun, it is taken for a verb, unless nobody uses it so at that place.
enum TopicTitle {
  /// - Note: DOMAIN §1.2: a title with no verb and up to three words is a topic. Without a dictionary of
  ///   the language there is no telling verbs, and in many a word or two are a sentence; so elsewhere
  ///   only a single word is a topic, and none in scripts that don't part words.
  static func isTopic(_ title: String, in language: LanguageTag) -> Bool {
    guard title.hasFewWords else { return false }
    let words = title.lowercased().split(whereSeparator: \.isWhitespace)
      .map { $0.trimming(where: { !$0.isLetter && !$0.isNumber }) }.filter { !$0.isEmpty }
    guard language.isEnglish else {
      return words.count == 1 && !words[0].unicodeScalars.contains { $0.isOfUnpartedScript }
    }
    guard words.count > 1 else { return true }
    return words.count <= 3 && !saysWhatHappens(words)
  }

  /// Whether two or three English words have a verb among them.
  private static func saysWhatHappens(_ words: [String]) -> Bool {
    if pronouns.contains(words[0]) || words.contains(where: auxiliaries.contains) { return true }
    let last = words.count - 1
    return words.indices.dropFirst().contains { place in
      let word = words[place]
      return verbs.contains(word) || isParticiple(word)
        || (place == last ? lastOnly : middleOnly).contains(word)
    }
  }

  /// "flooded", "stolen": behind another word it says what has happened to that.
  private static func isParticiple(_ word: String) -> Bool {
    participles.contains(word)
      || (word.count >= 5 && word.hasSuffix("ed") && !["eed", "hed"].contains(word.suffix(3)))
      || (word.count >= 7 && word.hasSuffix("hed"))
  }

  private static func list(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static let pronouns = list(
    "it he she we they i you nobody somebody someone anybody anyone everybody everyone nothing"
      + " something everything no-one")

  private static let auxiliaries = list(
    """
    is are was were be been being am isn't aren't has have had having hasn't haven't does do did doesn't \
    don't didn't can cannot can't could couldn't will won't would may might must shall should going
    """)

  /// Forms that are hardly ever nouns behind another word.
  private static let verbs = list(
    """
    acts allows appears applies arrives asks bans becomes begins believes blocks breaks brings builds \
    bursts buys calls cancels catches causes ceases changes chooses closes collapses collides comes \
    confuses contaminates continues copies corrodes corrupts counts crashes creates decides deletes \
    delivers denies depends derails destroys deteriorates dies disappears discloses disrupts drops drowns \
    encrypts ends enters erodes escapes evacuates exceeds expires explodes exposes fades fails falls finds \
    fires floods follows forces forgets freezes gets gives goes grows halts happens harms hides ignores \
    impersonates infects injures interrupts invalidates jams joins keeps kills lacks lapses leaks leaves \
    lets loses makes manipulates melts merges misdelivers misinterprets misroutes misses misuses moves \
    occurs omits opens overestimates overflows overheats overruns overspends overturns pays persists picks \
    poisons pollutes posts prevents publishes pulls quits raids reaches rebels receives rejects refuses \
    remains removes resigns retires retracts reveals rises ruins runs sabotages sees seizes sells sends \
    settles shuts sinks slips slows smells spills splits spreads stands starts starves stays steals sticks \
    stops strands suffers sues surrenders survives suspends swells switches takes tears tells terminates \
    threatens tips trips turns underestimates understates uses vanishes wants wears withdraws withholds \
    wins writes yields zeroes burns bites \
    fail die lose expire resign explode overheat go get become happen occur arrive come disappear vanish \
    quit cease refuse reject encrypt delete steal withdraw
    """)

  /// Forms that are nouns at the end, "cyber attacks", and verbs before their object, "gang attacks plant".
  private static let middleOnly = list(
    """
    attacks breaches cuts damages delays hits strikes hacks raises costs demands claims sanctions fines \
    abuses exploits targets locks loads orders
    """)

  /// Forms that are adjectives or nouns before another word, and say what is so at the end.
  private static let lastOnly = list(
    """
    bankrupt burst close dead down empty gone ill insolvent late misplaced missing offline open out \
    unavailable unreachable wrong stop
    """)

  private static let participles = list(
    """
    blown bought broken built burnt caught dug drawn driven eaten fallen fled flown forgotten frozen given \
    gone hurt kept left lost made met misread overrun overspent paid said seen sent shot shut sold split \
    spent stolen struck stuck sunk swept taken told torn undone withdrawn withheld won worn written
    """)
}

extension LanguageTag {
  /// Whether its texts are in English of whatever country.
  var isEnglish: Bool {
    let language = tag.lowercased().split(separator: "-")[0]
    return language == "en" || language == "eng"
  }
}

extension Unicode.Scalar {
  /// Whether it belongs to a script that puts no blanks between words: Thai, Lao, Tibetan, Burmese, Khmer,
  /// Chinese, Japanese.
  var isOfUnpartedScript: Bool {
    switch value {
    case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x31FF, 0x3400...0x9FFF,
      0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}

extension String {
  /// Whether it has three words at most: a look at its bytes, for nearly every title has more.
  fileprivate var hasFewWords: Bool {
    var (count, isInside) = (0, false)
    for byte in utf8 {
      let isBlank = byte == UInt8(ascii: " ")
      if isBlank { isInside = false }
      let isLetter = byte >= 0x80 || (byte | 0x20) &- 97 < 26 || byte &- 48 < 10
      if isLetter, !isInside {
        isInside = true
        count += 1
      }
    }
    return count <= 3
  }
}

extension Substring {
  fileprivate func trimming(where isDropped: (Character) -> Bool) -> String {
    var rest = self
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return String(rest.drop(while: isDropped))
  }
}
