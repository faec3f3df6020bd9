/// How many columns of a terminal a text takes: East Asian wide characters and pictures two, marks that
/// combine none.
enum DisplayWidth {
  /// - Complexity: O(*n*); for ASCII one look at each byte.
  static func of(_ text: String) -> Int {
    let bytes = text.utf8
    guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one character as a reader sees it, such as a letter with its accents.
  static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    var width = 0
    for scalar in scalars { width = max(width, of(scalar)) }
    // A picture made of several, or a symbol that asks to be shown as a picture.
    if scalars.contains(where: { $0.value == 0xFE0F }) { width = 2 }
    return width
  }

  /// The columns of one code point, after East Asian Width (UAX #11) and the general category.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    return wide.contains { $0.contains(value) } ? 2 : 1
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x25FD...0x25FE,
    0x2614...0x2615, 0x2648...0x2653, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x2705...0x2705,
    0x274C...0x274C, 0x2753...0x2755, 0x2795...0x2797, 0x2B1B...0x2B1C, 0x2B50...0x2B50,
    0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1B000...0x1B2FF, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E,
    0x1F191...0x1F19A, 0x1F200...0x1F265, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F7E0...0x1F7EB,
    0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
