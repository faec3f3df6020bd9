extension Output {
  /// Appends a text so that HTML and XML read it as that text, between tags and in attributes.
  ///
  /// - Complexity: O(*n*), a look at a table for each byte.
  mutating func append(escaped text: String) {
    var text = text
    text.withUTF8 { source in
      var start = 0
      var index = 0
      while index < source.count {
        guard escapingTable[Int(source[index])] else {
          index += 1
          continue
        }
        var length = 1
        let entity: StaticString
        switch source[index] {
        case UInt8(ascii: "<"): entity = "&lt;"
        case UInt8(ascii: ">"): entity = "&gt;"
        case UInt8(ascii: "&"): entity = "&amp;"
        case UInt8(ascii: "\""): entity = "&quot;"
        default:
          length = PlainText.hiddenLength(source, at: index)
          guard length > 0 else {
            index += 1
            continue
          }
          entity = PlainText.replacement
        }
        append(UnsafeBufferPointer(rebasing: source[start..<index]))
        append(entity)
        index += length
        start = index
      }
      append(UnsafeBufferPointer(rebasing: source[start...]))
    }
  }
}

/// Whether a byte may start something that is not copied as it is.
private let escapingTable: [Bool] = (0...255).map { byte in
  byte < 0x20 || byte == 0x7F || [0xC2, 0xE2, 0xEF].contains(byte)
    || "<>&\"".utf8.contains(UInt8(byte))
}

/// Texts inside a style sheet.
enum StyleText {
  /// The text as a string of CSS with its quotes; what could end it, or the style element, is escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in PlainText.shown(text).unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", ">", "&", "'":
        result += "\\" + String(scalar.value, radix: 16) + " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
