import RegisterModel

/// Writes the XML of a message of the Common Alerting Protocol: elements with text, two blanks a level.
struct CAPText {
  static let namespace = "urn:oasis:names:tc:emergency:cap:1.2"
  private(set) var text = ""
  private var depth = 1

  /// A whole message.
  static func document(_ content: (inout CAPText) -> Void) -> String {
    var cap = CAPText()
    content(&cap)
    return
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<alert xmlns=\"\(namespace)\">\n\(cap.text)</alert>\n"
  }

  mutating func element(_ name: String, _ value: String) {
    text += "\(margin)<\(name)>\(Self.escaped(value))</\(name)>\n"
  }

  mutating func parent(_ name: String, _ content: (inout CAPText) -> Void) {
    text += "\(margin)<\(name)>\n"
    depth += 1
    content(&self)
    depth -= 1
    text += "\(margin)</\(name)>\n"
  }

  /// A name and a value, as codes and parameters have them.
  mutating func named(_ element: String, _ name: String, _ value: String) {
    parent(element) {
      $0.element("valueName", name)
      $0.element("value", value)
    }
  }

  private var margin: String { String(repeating: "  ", count: depth) }

  /// Text of an element; what no XML document may hold is left out.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\r": escaped += "&#13;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      default:
        if scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF {
          escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped
  }

  /// An identifier as references can name it: no blank, comma, `<` or `&` in it.
  static func token(_ text: String) -> String {
    let kept = text.unicodeScalars.map { scalar in
      scalar.value <= 0x20 || ",<&".unicodeScalars.contains(scalar) ? "_" : String(scalar)
    }
    return kept.isEmpty ? "_" : kept.joined()
  }

  /// A moment with its offset from UTC: the schema of CAP has no `Z`, and takes `-00:00` for UTC.
  static func time(_ moment: Moment) -> String {
    let text = moment.writtenText
    return text.hasSuffix("Z") ? text.dropLast() + "-00:00" : text
  }
}
