package import RegisterModel

/// Makes atomic values of every type, in canonical spelling.
package struct ValueGenerator {
  package var random: SplitMix64

  package init(seed: UInt64) { random = SplitMix64(seed: seed) }

  package mutating func value(of type: SimpleType) -> String {
    if !type.words.isEmpty { return random.element(of: type.words) }
    if let item = type.items.first {
      return (0..<random.within(1...3)).map { _ in value(of: item) }.joined(separator: " ")
    }
    if random.chance(0.3), let examples = Self.examples[type.name], !examples.isEmpty {
      return random.element(of: examples)
    }
    return newValue(of: type)
  }

  /// The examples of each type as the program writes them.
  private static let examples: [String: [String]] = ScalarTypes.all.mapValues { type in
    type.simpleType.examples.compactMap { ScalarTypes.canonical($0, of: type.simpleType) }
  }

  private mutating func newValue(of type: SimpleType) -> String {
    switch type.name {
    case "share": written(Share(Double(random.below(10_001)) / 10_000))
    case "annualRate": written(AnnualRate(number()))
    case "quantity": written(Quantity(number()))
    case "measure": written(Measure(random.chance(0.4) ? -number() : number()))
    case "count": written(Count(random.below(random.chance(0.2) ? 1_000_000_000 : 100)))
    case "level": written(Level<LikelihoodScale>(random.within(1...99)))
    case "money":
      written(Money(tenThousandths: Int64(random.next() % 10) * Int64(random.below(1 << 56)) / 10))
    case "line": line()
    case "currency": String((0..<3).map { _ in random.element(of: Self.capitals) })
    case "sha256": String((0..<64).map { _ in random.element(of: Self.hexadecimal) })
    case "elapsedTime", "calendarPeriod", "date", "moment", "timeOfDay", "dayOfYear":
      newTime(of: type)
    default: random.element(of: type.examples)
    }
  }

  private mutating func newTime(of type: SimpleType) -> String {
    switch type.name {
    case "elapsedTime":
      written(
        ElapsedTime(
          seconds: random.chance(0.3)
            ? Int64(random.below(8_640_000_000))
            : Int64(random.below(200)) * random.element(of: [60, 3600, 86_400])))
    case "calendarPeriod":
      written(CalendarPeriod(months: random.below(40), days: random.within(1...400)))
    case "date": written(CalendarDate(dayNumber: random.within(-719_162...2_932_896)))
    case "moment":
      written(
        Moment(
          secondsSince1970: Int64(random.within(-62_135_500_000...253_402_200_000)),
          offsetMinutes: random.chance(0.5) ? 0 : random.within(-840...840)))
    case "timeOfDay": written(TimeOfDay(minutes: random.within(0...1440)))
    case "dayOfYear": written(DayOfYear(month: random.within(1...12), day: random.within(1...29)))
    default: preconditionFailure("\(type.name) is no time")
    }
  }

  private func written(_ value: (some Scalar)?) -> String { value!.writtenText }

  private mutating func number() -> Double {
    switch random.below(4) {
    case 0: Double(random.below(1000))
    case 1: Double(random.below(1_000_000)) / 1000
    case 2: Double(random.next() >> 11) * 0x1p-53
    default: Double(bitPattern: random.next() & 0x7FFF_FFFF_FFFF_FFFF).clamped
    }
  }

  /// Some words of one line, with what gives writers trouble.
  package mutating func line() -> String {
    (0..<random.within(1...4)).map { _ in word() }.joined(separator: " ")
  }

  private mutating func word() -> String {
    if random.chance(0.5) { return random.element(of: Self.words) }
    var word = String.UnicodeScalarView()
    for _ in 0..<random.within(1...5) { word.append(random.element(of: Self.scalars)) }
    // Python takes a no-break space for white space that XML Schema folds, which it is not.
    if word.allSatisfy(\.properties.isWhitespace) { word.append("a") }
    return String(word)
  }

  private static let words = [
    "flood", "of", "the", "boiler", "house", "Überlauf", "café", "<b>", "&amp;", "]]>", "--",
    "<!--",
    "\"so\"", "it's", "ٹیسٹ", "試験", "e\u{301}", "\u{1F9EF}\u{200D}\u{1F525}", "&#65;", "%s",
    "{site}",
  ]
  private static let scalars: [Unicode.Scalar] = [
    "a", "B", "9", "<", ">", "&", "\"", "'", "é", "Ω", "\u{A0}", "\u{85}", "\u{7F}", "\u{2028}",
    "\u{FEFF}", "\u{FFFD}", "\u{D7FF}", "\u{E000}", "\u{10000}", "\u{1F9EF}", "\u{10FFFF}", "-",
    "]",
  ]
  private static let capitals: [Character] = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  private static let hexadecimal: [Character] = Array("0123456789abcdef")
}

extension Double {
  /// The number itself where the format can write it, else a plain one: exponents have two digits.
  fileprivate var clamped: Double { isFinite && (1e-90..<1e90).contains(self) ? self : 0.125 }
}
