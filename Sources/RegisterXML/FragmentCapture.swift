internal import XMLParsing

/// The namespaces that are declared around a place in a document.
struct NamespaceScope {
  /// For each open element how many declarations it made.
  private var counts: [Int] = []
  private(set) var declarations: [(prefix: String?, namespace: String)] = []

  mutating func open(_ tag: XMLStartTag) {
    counts.append(tag.declarationCount)
    for index in 0..<tag.declarationCount { declarations.append(tag.declaration(index)) }
  }

  mutating func close() {
    guard let count = counts.popLast(), count > 0 else { return }
    declarations.removeLast(count)
  }

  /// The prefixes in force, outermost first, each once.
  func prefixes(omitting count: Int) -> [(prefix: String, namespace: String)] {
    var result: [(prefix: String, namespace: String)] = []
    for declaration in declarations.dropLast(count) {
      guard let prefix = declaration.prefix else { continue }
      result.removeAll { $0.prefix == prefix }
      result.append((prefix, declaration.namespace))
    }
    return result
  }
}

/// XML that is kept as it is: written again so that it can stand in any register.
///
/// Prefixes that were declared around it are declared at its top; elements of the register's own
/// namespace have no prefix.
struct FragmentCapture {
  private(set) var xml = ""
  private(set) var depth = 0
  let isSignature: Bool
  private let scope: NamespaceScope
  private let ours: String
  private var names: [String] = []
  /// The default namespace in force, for each open element.
  private var defaults: [String] = []
  private var isOpen = false

  init(scope: NamespaceScope, ours: String, isSignature: Bool) {
    self.scope = scope
    self.ours = ours
    self.isSignature = isSignature
  }

  mutating func start(_ tag: XMLStartTag) {
    closeTag()
    let local = String(cString: tag.localName)
    let namespace = tag.namespace.map { String(cString: $0) } ?? ""
    let prefix = tag.prefix.map { String(cString: $0) }
    var current = defaults.last ?? ours
    let isOurs = namespace == ours
    let name = isOurs ? local : (prefix.map { $0 + ":" } ?? "") + local
    xml += "<" + name
    if depth == 0 {
      for declaration in scope.prefixes(omitting: tag.declarationCount)
      where !(0..<tag.declarationCount).contains(where: {
        tag.declaration($0).prefix == declaration.prefix
      }) && declaration.namespace != ours {
        xml += " xmlns:\(declaration.prefix)=\"\(XMLText.escaped(declaration.namespace))\""
      }
    }
    let wanted = isOurs ? ours : prefix == nil ? namespace : current
    if wanted != current {
      xml += " xmlns=\"\(XMLText.escaped(wanted))\""
      current = wanted
    }
    for index in 0..<tag.declarationCount {
      let declaration = tag.declaration(index)
      guard let prefix = declaration.prefix else { continue }
      xml += " xmlns:\(prefix)=\"\(XMLText.escaped(declaration.namespace))\""
    }
    for index in 0..<tag.attributeCount {
      let attribute = tag.attribute(index)
      let prefix = attribute.prefix.map { String(cString: $0) + ":" } ?? ""
      let value = String(decoding: attribute.value, as: UTF8.self)
      xml += " \(prefix)\(String(cString: attribute.localName))=\"\(XMLText.escaped(value))\""
    }
    names.append(name)
    defaults.append(current)
    isOpen = true
    depth += 1
  }

  mutating func end() {
    depth -= 1
    defaults.removeLast()
    let name = names.removeLast()
    if isOpen {
      xml += "/>"
      isOpen = false
    } else {
      xml += "</\(name)>"
    }
  }

  mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {
    closeTag()
    xml += XMLText.escaped(String(decoding: piece, as: UTF8.self), inText: true)
  }

  mutating func raw(_ fragment: String) {
    closeTag()
    xml += fragment
  }

  private mutating func closeTag() {
    if isOpen { xml += ">" }
    isOpen = false
  }
}

/// Text as XML writes it.
enum XMLText {
  /// The text with what markup would swallow written as references.
  static func escaped(_ text: String, inText: Bool = false) -> String {
    var bytes: [UInt8] = []
    var text = text
    text.withUTF8 { append($0, to: &bytes, inText: inText) }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func append(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], inText: Bool
  ) {
    var start = 0
    for (index, byte) in text.enumerated() {
      let reference: StaticString
      switch byte {
      case UInt8(ascii: "&"): reference = "&amp;"
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      case UInt8(ascii: "\"") where !inText: reference = "&quot;"
      case 0x9 where !inText: reference = "&#9;"
      case 0xA where !inText: reference = "&#10;"
      case 0xD: reference = "&#13;"
      default: continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      bytes.append(
        contentsOf: UnsafeBufferPointer(
          start: reference.utf8Start, count: reference.utf8CodeUnitCount))
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }
}
