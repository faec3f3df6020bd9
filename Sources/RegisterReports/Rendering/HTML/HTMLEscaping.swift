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

extension Output {
  /// Appends running text in which a browser may break words that are longer than any: so a table with
  /// one of them is no wider than its page, and other words stay whole.
  mutating func append(breakable text: String) {
    guard text.hasLongWord else {
      append(escaped: text)
      return
    }
    for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { append(" ") }
      guard word.utf8.count > String.longestWord else {
        append(escaped: String(word))
        continue
      }
      var piece = ""
      var length = 0
      for character in word {
        if length == String.longestWord / 2 {
          append(escaped: piece)
          append("<wbr/>")
          (piece, length) = ("", 0)
        }
        piece.append(character)
        length += 1
      }
      append(escaped: piece)
    }
  }
}

extension String {
  /// Longer words than this are broken, in bytes.
  fileprivate static let longestWord = 28

  /// Whether so many bytes stand in it without a blank.
  fileprivate var hasLongWord: Bool {
    guard utf8.count > Self.longestWord else { return false }
    var text = self
    return text.withUTF8 { source in
      var start = 0
      for (index, byte) in source.enumerated() where byte == 0x20 {
        if index - start > Self.longestWord { return true }
        start = index + 1
      }
      return source.count - start > Self.longestWord
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
