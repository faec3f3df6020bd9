package import RiskScoring

/// Amounts for people: three digits are enough to judge by, more would feign knowledge.
package enum AmountText {
  /// "0", "12.5", "42 k", "1.25 M", "3 bn", "12 000 bn".
  package static func short(_ amount: Double) -> String {
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
    let unit = min(max((exponent + 2) / 3, 0), units.count - 1)
    let shift = exponent - 3 * unit
    return (shift >= 0 ? grouped(digits + zeros(shift)) : decimal(digits, places: -shift))
      + units[unit]
  }

  /// The expected loss, never without its interval: "42 k (10 k – 100 k) EUR/year".
  package static func yearly(_ exposure: Exposure, in currency: String) -> String {
    let interval = "\(short(exposure.low)) – \(short(exposure.high))"
    return "\(short(exposure.expected)) (\(interval)) \(currency)/year"
  }

  /// "12 000": digits in threes.
  package static func grouped(_ digits: String) -> String {
    guard digits.utf8.count > 4 else { return digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { text += " " }
      text.append(digit)
    }
    return text
  }

  private static let units = ["", " k", " M", " bn"]

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
