/// A line of an iCalendar file: escaped, folded, ended.
///
/// - Note: RFC 5545 sections 3.1 and 3.3.11.
enum CalendarLine {
  /// The most octets of a line without its end.
  static let longest = 75

  /// A property whose value is text.
  static func text(_ name: String, _ value: String) -> String { raw(name, escaped(value)) }

  /// A property whose value needs no escape, such as a date.
  static func raw(_ name: String, _ value: String) -> String { folded("\(name):\(value)") }

  /// A text as values have it: line ends as `\n`; backslash, semicolon and comma behind a backslash; control
  /// characters left out.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += "\\" + String(scalar)
      case "\n": escaped += isAfterReturn ? "" : "\\n"
      case "\r": escaped += "\\n"
      case "\t": escaped += " "
      default: if !isControl(scalar) { escaped.unicodeScalars.append(scalar) }
      }
      isAfterReturn = scalar == "\r"
    }
    return escaped
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  /// A line in pieces of at most 75 octets, those after the first behind a blank, no character parted.
  static func folded(_ line: String) -> String {
    var folded = ""
    var room = longest
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if size > room {
        folded += "\r\n "
        room = longest - 1
      }
      folded.unicodeScalars.append(scalar)
      room -= size
    }
    return folded + "\r\n"
  }
}
