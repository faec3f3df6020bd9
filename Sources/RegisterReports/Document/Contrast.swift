/// How well one colour can be told from another, as WCAG 2.2 measures it.
public enum Contrast {
  /// The least that text needs against its ground (WCAG 2.2, 1.4.3, level AA).
  public static let text = 4.5

  /// The contrast ratio of two colours, 1 to 21.
  ///
  /// - Parameters: As `#rrggbb`.
  public static func ratio(_ first: String, _ second: String) -> Double {
    let (a, b) = (luminance(first), luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Relative luminance, 0 for black to 1 for white.
  private static func luminance(_ colour: String) -> Double {
    guard colour.utf8.count == 7, let value = Int(colour.dropFirst(), radix: 16) else {
      preconditionFailure("a colour as #rrggbb: \(colour)")
    }
    return 0.2126 * linear(value >> 16 & 255) + 0.7152 * linear(value >> 8 & 255)
      + 0.0722 * linear(value & 255)
  }

  private static func linear(_ channel: Int) -> Double { linearChannels[channel] }

  /// ((c + 0.055)/1.055)^2.4 for each channel value, above the linear part.
  private static let linearChannels: [Double] = (0...255).map { channel in
    let c = Double(channel) / 255
    guard c > 0.04045 else { return c / 12.92 }
    // x^2.4 = x²·(x²)^(1/5), the fifth root by Newton's method: no C library, the same everywhere.
    let x = (c + 0.055) / 1.055
    let square = x * x
    var root = 1.0
    for _ in 0..<60 {
      let fourth = root * root * root * root
      root -= (root * fourth - square) / (5 * fourth)
    }
    return square * root
  }
}
