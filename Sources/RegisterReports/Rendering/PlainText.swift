/// Text that can't do anything but be read.
///
/// A register is written by many. Control characters steer a terminal, and the marks that override the
/// direction of writing make the text around them say something else; both are shown as U+FFFD, so that
/// one sees that there was something. The marks that only help Hebrew or Arabic (U+200E, U+200F, U+061C)
/// stay.
enum PlainText {
  /// How many bytes at a place make up a character that is not shown; 0: none.
  ///
  /// Not shown are U+0000–001F, U+007F–009F, U+2028–202E, U+2066–2069, U+FFFE and U+FFFF.
  @inline(__always)
  static func hiddenLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    if byte < 0x20 || byte == 0x7F { return 1 }
    if byte < 0xC2 || index + 1 >= text.count { return 0 }
    let second = text[index + 1]
    if byte == 0xC2 { return second < 0xA0 ? 2 : 0 }
    guard byte == 0xE2 || byte == 0xEF, index + 2 < text.count else { return 0 }
    let third = text[index + 2]
    switch (byte, second) {
    case (0xE2, 0x80): return (0xA8...0xAE).contains(third) ? 3 : 0
    case (0xE2, 0x81): return (0xA6...0xA9).contains(third) ? 3 : 0
    case (0xEF, 0xBF): return third >= 0xBE ? 3 : 0
    default: return 0
    }
  }

  /// U+FFFD.
  static let replacement: StaticString = "\u{FFFD}"

  /// The text with a replacement character for each that is not shown.
  ///
  /// - Complexity: O(*n*); without any such character, the text itself.
  static func shown(_ text: String) -> String {
    var text = text
    let changed: [UInt8]? = text.withUTF8 { source in
      guard let first = source.indices.first(where: { hiddenLength(source, at: $0) > 0 }) else {
        return nil
      }
      var bytes = Array(source[..<first])
      var index = first
      while index < source.count {
        let hidden = hiddenLength(source, at: index)
        if hidden > 0 {
          bytes.append(contentsOf: "\u{FFFD}".utf8)
          index += hidden
        } else {
          bytes.append(source[index])
          index += 1
        }
      }
      return bytes
    }
    return changed.map { String(decoding: $0, as: UTF8.self) } ?? text
  }
}
