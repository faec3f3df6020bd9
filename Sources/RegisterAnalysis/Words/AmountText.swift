package import RegisterModel
package import RiskScoring

/// Amounts for people: three digits are enough to judge by, more would feign knowledge.
package enum AmountText {
  /// "0", "12.5", "42 k", "1.25 M", "3 bn", "12 000 bn".
  package static func short(_ amount: Double) -> String {
    text(amount, largestUnit: units.count - 1)
  }

  /// The same without units: "0.001", "12.5", "42 000", "1 250 000".
  package static func plain(_ amount: Double) -> String {
    guard amount > 0, amount < 0.01 else { return text(amount, largestUnit: 0) }
    var places = 4
    var scaled = amount * 10_000
    while scaled < 0.995, places < 12 {
      scaled *= 10
      places += 1
    }
    return decimal("\(Int((scaled * 100).rounded()))", places: places + 2)
  }

  /// A short amount that stays on one line where it is written out: no-break spaces in it.
  package static func unbroken(_ amount: Double) -> String {
    text(amount, largestUnit: units.count - 1, blank: "\u{A0}")
  }

  /// The same of an amount of money as it was stated.
  package static func unbroken(_ money: Money, in currency: String) -> String {
    exact(money, in: currency, blank: "\u{A0}")
  }

  /// An amount of money as it was stated: "685 000 EUR", "99.5 EUR".
  package static func exact(
    _ money: Money, in currency: String, blank: Character = " "
  ) -> String {
    let whole = grouped("\(money.tenThousandths / 10_000)", blank)
    let fraction = Int(money.tenThousandths % 10_000)
    guard fraction > 0 else { return "\(whole)\(blank)\(currency)" }
    let digits = decimal("\(fraction)", places: 4).dropFirst(1)
    return "\(whole)\(digits)\(blank)\(currency)"
  }

  /// A measured value as it was stated: "34", "-0.5", "9.4".
  package static func measure(_ value: Double) -> String {
    var bytes: [UInt8] = []
    NumberText.write(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func text(
    _ amount: Double, largestUnit: Int, blank: Character = " "
  ) -> String {
    guard amount > 0 else { return "0" }
    guard amount >= 0.01 else { return "under 0.01" }
    var exponent = -2  // amount ≈ digits·10^exponent, with three digits
    var scaled = amount * 100
    while scaled >= 999.5 {
      scaled /= 10
      exponent += 1
    }
    while scaled < 99.95 {
      scaled *= 10
      exponent -= 1
    }
    let digits = "\(Int(scaled.rounded()))"
    let unit = min(max((exponent + 2) / 3, 0), largestUnit)
    let shift = exponent - 3 * unit
    let number =
      shift >= 0 ? grouped(digits + zeros(shift), blank) : decimal(digits, places: -shift)
    return unit == 0 ? number : "\(number)\(blank)\(units[unit])"
  }

  /// The expected loss, never without its interval: "42 k (10 k – 100 k) EUR/year".
  package static func yearly(_ exposure: Exposure, in currency: String) -> String {
    let interval = "\(short(exposure.low)) – \(short(exposure.high))"
    return "\(short(exposure.expected)) (\(interval)) \(currency)/year"
  }

  /// "12 000": digits in threes, with blanks of a kind between them.
  package static func grouped(_ digits: String, _ blank: Character = " ") -> String {
    guard digits.utf8.count > 4 else { return digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { text.append(blank) }
      text.append(digit)
    }
    return text
  }

  private static let units = ["", "k", "M", "bn"]

  private static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

  /// Digits with a decimal point before the last few, without zeros at the end.
  private static func decimal(_ digits: String, places: Int) -> String {
    let padded = zeros(max(places + 1 - digits.utf8.count, 0)) + digits
    var fraction = padded.suffix(places)
    while fraction.last == "0" { fraction.removeLast() }
    let whole = padded.dropLast(places)
    return fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
  }
}
