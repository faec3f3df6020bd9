internal import XMLParsing

/// The namespaces that are declared around a place in a document.
struct NamespaceScope {
  private(set) var declarations: [(depth: Int, prefix: String?, namespace: String)] = []

  /// Takes what a tag declares, if it declares anything; nearly none does.
  mutating func open(_ tag: XMLStartTag, depth: Int) {
    for index in 0..<tag.declarationCount {
      let (prefix, namespace) = tag.declaration(index)
      declarations.append((depth, prefix, namespace))
    }
    known = nil
  }

  /// Forgets what was declared at that depth or deeper.
  @inline(__always)
  mutating func close(depth: Int) {
    while let last = declarations.last, last.depth >= depth {
      declarations.removeLast()
      known = nil
    }
  }

  /// The prefixes in force above a depth, outermost first, each once.
  mutating func prefixes(above depth: Int) -> [(prefix: String, namespace: String)] {
    if let known, known.depth == depth { return known.prefixes }
    var result: [(prefix: String, namespace: String)] = []
    for declaration in declarations where declaration.depth < depth {
      guard let prefix = declaration.prefix else { continue }
      result.removeAll { $0.prefix == prefix }
      result.append((prefix, declaration.namespace))
    }
    known = (depth, result)
    return result
  }

  private var known: (depth: Int, prefixes: [(prefix: String, namespace: String)])?
}

/// XML that is kept as it is: written again so that it can stand in any register.
///
/// Prefixes that were declared around it are declared at its top; elements of the register's own
/// namespace have no prefix.
final class FragmentCapture {
  private(set) var xml = ""
  private(set) var depth = 0
  let isSignature: Bool
  /// The prefixes that are declared around it.
  private let prefixes: [(prefix: String, namespace: String)]
  private let ours: String
  private var names: [String] = []
  /// The default namespace in force, for each open element.
  private var defaults: [String] = []
  private var isOpen = false
  /// Where declarations of prefixes go: behind the name and namespace of the top element.
  private var topName = 0
  /// The prefixes that the top element declares itself.
  private var own: [String?] = []

  init(
    prefixes: [(prefix: String, namespace: String)], ours: String, isSignature: Bool
  ) {
    self.prefixes = prefixes
    self.ours = ours
    self.isSignature = isSignature
  }

  func start(_ tag: XMLStartTag) {
    closeTag()
    let local = String(cString: tag.localName)
    let namespace = tag.namespace.map { String(cString: $0) } ?? ""
    let prefix = tag.prefix.map { String(cString: $0) }
    var current = defaults.last ?? ours
    let isOurs = namespace == ours
    let name = isOurs ? local : (prefix.map { $0 + ":" } ?? "") + local
    xml += "<" + name
    if depth == 0 {
      for index in 0..<tag.declarationCount { own.append(tag.declaration(index).prefix) }
    }
    let wanted = isOurs ? ours : prefix == nil ? namespace : current
    if wanted != current {
      xml += " xmlns=\"\(XMLText.escaped(wanted))\""
      current = wanted
    }
    if depth == 0 { topName = xml.utf8.count }
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

  func end() {
    depth -= 1
    defaults.removeLast()
    let name = names.removeLast()
    if isOpen {
      xml += "/>"
      isOpen = false
    } else {
      xml += "</\(name)>"
    }
    if depth == 0 { declarePrefixes() }
  }

  /// Declares what was declared around the fragment, if it may be used in it: a name, or a text that
  /// looks like one.
  private func declarePrefixes() {
    var declarations = ""
    for (prefix, namespace) in prefixes
    where !own.contains(prefix) && xml.contains(prefix + ":") {
      declarations += " xmlns:\(prefix)=\"\(XMLText.escaped(namespace))\""
    }
    xml.insert(
      contentsOf: declarations, at: xml.utf8.index(xml.utf8.startIndex, offsetBy: topName))
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) {
    closeTag()
    xml += XMLText.escaped(String(decoding: piece, as: UTF8.self), inText: true)
  }

  func raw(_ fragment: String) {
    closeTag()
    xml += fragment
  }

  private func closeTag() {
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
