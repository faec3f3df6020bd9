/// A share of a whole, in 0...1: a probability, an effectiveness, a fraction of normal output.
public struct Share: Hashable, Sendable, Comparable {
  public let value: Double

  /// - Returns: nil unless `value` lies in 0...1.
  public init?(_ value: Double) {
    guard (0...1).contains(value), NumberText.isWritable(value) else { return nil }
    self.value = value == 0 ? 0 : value
  }

  public static func < (left: Share, right: Share) -> Bool { left.value < right.value }
}

/// Events a year, a year being 365.25 days; zero or more, finite. A rate, not a probability: it may
/// exceed 1.
public struct AnnualRate: Hashable, Sendable, Comparable {
  public let perYear: Double

  /// - Returns: nil unless `perYear` is finite and not negative.
  public init?(_ perYear: Double) {
    guard perYear >= 0, NumberText.isWritable(perYear) else { return nil }
    self.perYear = perYear == 0 ? 0 : perYear
  }

  public static func < (left: AnnualRate, right: AnnualRate) -> Bool {
    left.perYear < right.perYear
  }
}

/// An amount that is not money: zero or more, less than 1e100, in the unit that its place states.
public struct Quantity: Hashable, Sendable, Comparable {
  public let value: Double

  /// - Returns: nil unless `value` is finite and not negative.
  public init?(_ value: Double) {
    guard value >= 0, NumberText.isWritable(value) else { return nil }
    self.value = value == 0 ? 0 : value
  }

  public static func < (left: Quantity, right: Quantity) -> Bool { left.value < right.value }
}

/// A measured value of either sign, finite.
public struct Measure: Hashable, Sendable, Comparable {
  public let value: Double

  /// - Returns: nil unless `value` is finite.
  public init?(_ value: Double) {
    guard NumberText.isWritable(value) else { return nil }
    self.value = value == 0 ? 0 : value
  }

  public static func < (left: Measure, right: Measure) -> Bool { left.value < right.value }
}

/// A whole number of things, 0 to 999,999,999.
public struct Count: Hashable, Sendable, Comparable {
  public let value: Int32

  /// - Returns: nil unless `value` lies in 0...999,999,999.
  public init?(_ value: Int) {
    guard (0...999_999_999).contains(value) else { return nil }
    self.value = Int32(value)
  }

  public static func < (left: Count, right: Count) -> Bool { left.value < right.value }
}

/// An amount of money in the currency of the register, to the ten-thousandth, zero or more.
public struct Money: Hashable, Sendable, Comparable {
  /// The amount in ten-thousandths of the currency's main unit.
  public let tenThousandths: Int64

  /// - Returns: nil if `tenThousandths` is negative or has more than 18 digits.
  public init?(tenThousandths: Int64) {
    guard (0..<1_000_000_000_000_000_000).contains(tenThousandths) else { return nil }
    self.tenThousandths = tenThousandths
  }

  /// The amount in main units, rounded to the nearest Double.
  public var amount: Double { Double(tenThousandths) / 10_000 }

  public static func < (left: Money, right: Money) -> Bool {
    left.tenThousandths < right.tenThousandths
  }
}

/// A place on an ordered scale, 1 the lowest. It can be compared; it is never added or multiplied.
public struct Level<Scale>: Hashable, Sendable, Comparable {
  public let rank: Int16

  /// - Returns: nil unless `rank` lies in 1...99.
  public init?(_ rank: Int) {
    guard (1...99).contains(rank) else { return nil }
    self.rank = Int16(rank)
  }

  public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }
}

/// The scale of how often something happens.
public enum LikelihoodScale: Sendable {}
/// The scale of how bad something is, in one impact category.
public enum ImpactScale: Sendable {}
/// The scale of ratings: what a cell of the matrix says.
public enum RatingScale: Sendable {}

// MARK: - As written

/// Numbers as the format writes them: decimal, finite, at most 40 digits before the point and behind it,
/// or one digit before the point and an exponent of at most two; the shortest text that reads back equal.
package enum NumberText {
  package static let pattern =
    "[0-9]{1,40}(\\.[0-9]{1,40})?|[1-9](\\.[0-9]{1,20})?[eE][+\\-]?[0-9]{1,2}"
  package static let signedPattern = "\\-?(" + pattern + ")"
  private static let powersOfTen: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }

  /// Whether a number can be written so: 0, or from 1e-99 to less than 1e100 on either side of it.
  package static func isWritable(_ value: Double) -> Bool {
    value == 0 || (1e-99..<1e100).contains(abs(value))
  }

  /// The value of such a text; nil where it is none.
  package static func value(of text: UnsafeBufferPointer<UInt8>, signed: Bool = false) -> Double? {
    var index = 0
    let count = text.count
    var negative = false
    if signed, count > 0, text[0] == UInt8(ascii: "-") {
      negative = true
      index = 1
    }
    var mantissa: UInt64 = 0
    var digits = 0  // significant digits taken into the mantissa
    var scale = 0
    var exact = true
    func take(_ limit: Int, _ scaled: Bool) -> Int {
      var taken = 0
      while index < count, text[index] &- 48 < 10 {
        let digit = UInt64(text[index] &- 48)
        if digits > 0 || digit > 0 { digits += 1 }
        if digits <= 18 { mantissa = mantissa * 10 + digit } else { exact = false }
        if scaled { scale -= 1 }
        taken += 1
        index += 1
      }
      return taken
    }
    let start = index
    guard (1...40).contains(take(40, false)) else { return nil }
    let wholeDigits = index - start
    var fractionDigits = 0
    if index < count, text[index] == UInt8(ascii: ".") {
      index += 1
      fractionDigits = take(40, true)
      guard (1...40).contains(fractionDigits) else { return nil }
    }
    if index < count, text[index] | 32 == UInt8(ascii: "e") {
      // With an exponent one digit stands before the point, and it is not 0: so what is written for a
      // number can always be read again.
      guard wholeDigits == 1, text[start] != UInt8(ascii: "0"), fractionDigits <= 20 else {
        return nil
      }
      index += 1
      var minus = false
      if index < count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") {
        minus = text[index] == UInt8(ascii: "-")
        index += 1
      }
      var exponent = 0
      var taken = 0
      while index < count, text[index] &- 48 < 10 {
        exponent = exponent * 10 + Int(text[index] &- 48)
        taken += 1
        index += 1
        if taken > 2 { return nil }
      }
      guard taken > 0 else { return nil }
      scale += minus ? -exponent : exponent
    }
    guard index == count else { return nil }
    // A mantissa and a power of ten that are exact as Double make one rounding: Clinger (1990).
    if exact, mantissa < 1 << 53, abs(scale) <= 22 {
      let power = powersOfTen[abs(scale)]
      let value = scale < 0 ? Double(mantissa) / power : Double(mantissa) * power
      return negative ? -value : value
    }
    return Double(String(decoding: text, as: UTF8.self))
  }

  /// Appends the shortest text that reads back equal: `5`, `0.001`, `1e-05`.
  package static func write(_ value: Double, to bytes: inout [UInt8]) {
    if value == value.rounded(.towardZero), abs(value) < 1e15 {
      write(Int64(value), to: &bytes)
      return
    }
    var text = value.description
    text.withUTF8 { text in
      bytes.append(contentsOf: text)
    }
    if bytes.suffix(2).elementsEqual([UInt8(ascii: "."), UInt8(ascii: "0")]) {
      bytes.removeLast(2)
    }
  }

  package static func write(_ value: Int64, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// The value of 1 to `limit` digits; nil where the text is anything else.
  package static func natural(of text: UnsafeBufferPointer<UInt8>, limit: Int = 9) -> Int? {
    guard (1...limit).contains(text.count) else { return nil }
    var value = 0
    for byte in text {
      guard byte &- 48 < 10 else { return nil }
      value = value * 10 + Int(byte &- 48)
    }
    return value
  }
}

extension Share: Scalar {
  package static let simpleType = SimpleType(
    "share", base: "xs:double",
    facets: [
      .init("pattern", NumberText.pattern), .init("minInclusive", "0"), .init("maxInclusive", "1"),
    ],
    expectation: "a number from 0 to 1, such as 0.25",
    examples: ["0", "1", "0.5", "0.25", "0.333333", "1e-05"])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    guard let value = NumberText.value(of: written) else { return nil }
    self.init(value)
  }

  package func write(to bytes: inout [UInt8]) { NumberText.write(value, to: &bytes) }
}

extension AnnualRate: Scalar {
  package static let simpleType = SimpleType(
    "annualRate", base: "xs:double", facets: [.init("pattern", NumberText.pattern)],
    expectation: "a number of events a year, zero or more, such as 0.05",
    examples: ["0", "0.001", "0.05", "12", "365.25", "1e-07"])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    guard let value = NumberText.value(of: written) else { return nil }
    self.init(value)
  }

  package func write(to bytes: inout [UInt8]) { NumberText.write(perYear, to: &bytes) }
}

extension Quantity: Scalar {
  package static let simpleType = SimpleType(
    "quantity", base: "xs:double", facets: [.init("pattern", NumberText.pattern)],
    expectation: "a number, zero or more, such as 12.5",
    examples: ["0", "1", "12.5", "100000", "0.0001", "1e+20"])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    guard let value = NumberText.value(of: written) else { return nil }
    self.init(value)
  }

  package func write(to bytes: inout [UInt8]) { NumberText.write(value, to: &bytes) }
}

extension Measure: Scalar {
  package static let simpleType = SimpleType(
    "measure", base: "xs:double", facets: [.init("pattern", NumberText.signedPattern)],
    expectation: "a number, such as -3 or 12.5",
    examples: ["0", "-3", "12.5", "1e-09", "-0.001"])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    guard let value = NumberText.value(of: written, signed: true) else { return nil }
    self.init(value)
  }

  package func write(to bytes: inout [UInt8]) { NumberText.write(value, to: &bytes) }
}

extension Count: Scalar {
  package static let simpleType = SimpleType(
    "count", base: "xs:unsignedInt", facets: [.init("pattern", "[0-9]{1,9}")],
    expectation: "a whole number, zero or more",
    examples: ["0", "1", "2", "7", "40", "999999999"])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    guard let value = NumberText.natural(of: written) else { return nil }
    self.init(value)
  }

  package func write(to bytes: inout [UInt8]) { NumberText.write(Int64(value), to: &bytes) }
}

extension Level: Scalar {
  package static var simpleType: SimpleType {
    SimpleType(
      "level", base: "xs:unsignedByte",
      facets: [.init("pattern", "0?[1-9]|[1-9][0-9]")],
      expectation: "the rank of a level, 1 for the lowest", examples: ["1", "2", "3"])
  }

  package init?(written: UnsafeBufferPointer<UInt8>) {
    guard let value = NumberText.natural(of: written, limit: 2) else { return nil }
    self.init(value)
  }

  package func write(to bytes: inout [UInt8]) { NumberText.write(Int64(rank), to: &bytes) }
}

extension Money: Scalar {
  package static let simpleType = SimpleType(
    "money", base: "xs:decimal",
    facets: [.init("pattern", "[0-9]{1,14}(\\.[0-9]{1,4})?")],
    expectation:
      "an amount of at most 14 digits and four decimals, without currency or separators, such as"
      + " 12500.50",
    examples: ["0", "1", "2000", "99.95", "0.0001", "99999999999999.9999"])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    let point = written.firstIndex(of: UInt8(ascii: ".")) ?? written.count
    guard let whole = NumberText.natural(of: .init(rebasing: written[..<point]), limit: 14) else {
      return nil
    }
    var fraction = 0
    if point < written.count {
      let digits = UnsafeBufferPointer(rebasing: written[(point + 1)...])
      guard let value = NumberText.natural(of: digits, limit: 4) else { return nil }
      fraction = value
      for _ in digits.count..<4 { fraction *= 10 }
    }
    self.init(tenThousandths: Int64(whole) * 10_000 + Int64(fraction))
  }

  package func write(to bytes: inout [UInt8]) {
    NumberText.write(tenThousandths / 10_000, to: &bytes)
    var fraction = tenThousandths % 10_000
    guard fraction > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var unit: Int64 = 1000
    while fraction > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(fraction / unit))
      fraction %= unit
      unit /= 10
    }
  }
}

extension Bool: Scalar {
  package static var simpleType: SimpleType {
    SimpleType(
      "yesNo", words: ["yes", "no"], expectation: "yes or no", examples: ["yes", "no"])
  }

  package init?(written: UnsafeBufferPointer<UInt8>) {
    switch String(decoding: written, as: UTF8.self) {
    case "yes": self = true
    case "no": self = false
    default: return nil
    }
  }

  package func write(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: (self ? "yes" : "no").utf8)
  }
}
