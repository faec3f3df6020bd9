package import RiskScoring

/// Shares for people.
package enum ShareText {
  /// A share of its scale with a number of decimal places: "0.52".
  package static func places(_ share: ExposureShare, digits: Int) -> String {
    var unit: Int64 = 1_000_000_000_000_000_000
    for _ in 0..<digits { unit /= 10 }
    let value = "\((share.attos + unit / 2) / unit)"
    let padded = String(repeating: "0", count: max(digits + 1 - value.utf8.count, 0)) + value
    return "\(padded.dropLast(digits)).\(padded.suffix(digits))"
  }

  /// "0 %", "under 1 %", "37 %", "over 99 %", "100 %".
  package static func percent(_ value: Double) -> String {
    if value <= 0 { return "0 %" }
    if value >= 1 { return "100 %" }
    if value < 0.01 { return "under 1 %" }
    if value > 0.99 { return "over 99 %" }
    return "\(Int((value * 100).rounded())) %"
  }
}
