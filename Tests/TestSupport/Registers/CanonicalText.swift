import RegisterModel

extension GeneratedRegister {
  /// The canonical form, written by nothing but this file: what the program must write.
  package var canonicalText: String {
    var writer = CanonicalText()
    writer.register(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Writes generated registers, two blanks a level and an element a line.
private struct CanonicalText {
  var bytes: [UInt8] = []

  mutating func register(_ register: GeneratedRegister) {
    add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    for remark in register.prolog { add(remark + "\n") }
    add("<register xmlns=\"https://w3id.org/holdfast/register/1\"")
    if register.schemaLocation != nil {
      add(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"")
    }
    attributes(of: register.root)
    if let location = register.schemaLocation { attribute("xsi:schemaLocation", location) }
    add(">\n")
    for piece in register.root.content { write(piece, depth: 1) }
    for signature in register.signatures { add("  \(signature)\n") }
    add("</register>\n")
  }

  private mutating func write(_ piece: GeneratedElement.Content, depth: Int) {
    for _ in 0..<depth { add("  ") }
    guard case .element(let element) = piece else {
      if case .fragment(let fragment) = piece { add(fragment.xml + "\n") }
      return
    }
    add("<" + element.name)
    attributes(of: element)
    if element.content.isEmpty, element.text?.isEmpty ?? true {
      add("/>\n")
      return
    }
    add(">")
    if let text = element.text { escaped(text, inText: true) }
    if !element.content.isEmpty {
      add("\n")
      for piece in element.content { write(piece, depth: depth + 1) }
      for _ in 0..<depth { add("  ") }
    }
    add("</\(element.name)>\n")
  }

  private mutating func attributes(of element: GeneratedElement) {
    for part in element.attributes where !part.isStandard { attribute(part.name, part.value) }
  }

  private mutating func attribute(_ name: String, _ value: String) {
    add(" \(name)=\"")
    escaped(value, inText: false)
    add("\"")
  }

  private mutating func escaped(_ text: String, inText: Bool) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): add("&amp;")
      case UInt8(ascii: "<"): add("&lt;")
      case UInt8(ascii: ">"): add("&gt;")
      case UInt8(ascii: "\"") where !inText: add("&quot;")
      default: bytes.append(byte)
      }
    }
  }

  private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
