/// How XLSX writes characters that XML can't hold, or that a spreadsheet would change: `_x000D_`.
enum CellText {
  /// The text such that reading it gives this text, whatever looks like an escape in it.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) || text.utf8.contains(13) else { return text }
    var result = ""
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      if first == "_", escape(rest) != nil {
        result += "_x005F_"
      } else if first == "\r" {
        result += "_x000D_"
      } else {
        result.unicodeScalars.append(first)
      }
      rest = rest.dropFirst()
    }
    return result
  }

  /// The text that was meant.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    var result = ""
    var rest = text.unicodeScalars[...]
    var high: UInt32?
    while let first = rest.first {
      if first == "_", let unit = escape(rest) {
        rest = rest.dropFirst(7)
        // Characters beyond the first 65,536 are two escapes, one behind the other.
        if (0xD800..<0xDC00).contains(unit) {
          high = unit
        } else if let lead = high, (0xDC00..<0xE000).contains(unit) {
          result.unicodeScalars.append(
            UnicodeScalar(0x10000 + (lead - 0xD800) << 10 + (unit - 0xDC00)) ?? "\u{FFFD}")
          high = nil
        } else {
          result.unicodeScalars.append(UnicodeScalar(unit) ?? "\u{FFFD}")
          high = nil
        }
        continue
      }
      high = nil
      result.unicodeScalars.append(first)
      rest = rest.dropFirst()
    }
    return result
  }

  /// The UTF-16 unit of an escape at the start of a text.
  private static func escape(_ text: Substring.UnicodeScalarView) -> UInt32? {
    var iterator = text.makeIterator()
    guard iterator.next() == "_", iterator.next() == "x" else { return nil }
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = iterator.next(), digit.isASCII,
        let value = Character(digit).hexDigitValue
      else { return nil }
      unit = unit << 4 | UInt32(value)
    }
    return iterator.next() == "_" ? unit : nil
  }
}
