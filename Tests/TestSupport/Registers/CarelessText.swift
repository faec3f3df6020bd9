import RegisterModel

extension GeneratedRegister {
  /// The register as people and other programs may write it: other white space, quotes, prefixes,
  /// order of attributes and records, spellings of values. It means the same.
  package func carelessText(seed: UInt64) -> String {
    var writer = CarelessText(seed: seed)
    writer.register(self)
    return writer.text
  }
}

/// Writes a generated register in any spelling but the canonical one.
private struct CarelessText {
  private(set) var text = ""
  private var random: SplitMix64
  private let prefix: String
  private let lineEnd: String
  private let isDense: Bool

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    prefix = random.element(of: ["", "", "h:", "hold.fast:"])
    lineEnd = random.element(of: ["\n", "\n", "\r\n", "\r"])
    isDense = random.chance(0.3)
  }

  mutating func register(_ register: GeneratedRegister) {
    if random.chance(0.2) { text += "\u{FEFF}" }
    if random.chance(0.7) {
      text += random.element(of: [
        "<?xml version=\"1.0\"?>", "<?xml version='1.0' encoding='utf-8' standalone='yes'?>",
      ])
    }
    for remark in register.prolog { text += remark + (random.chance(0.5) ? "\n" : "") }
    var parts = attributes(of: register.root)
    parts.append(
      (prefix.isEmpty ? "xmlns" : "xmlns:" + prefix.dropLast())
        + "=\"https://w3id.org/holdfast/register/1\"")
    if register.schemaLocation != nil {
      parts.append("xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'")
    }
    random.shuffle(&parts)
    // What no form knows is kept in the order in which it was found: this comes behind the others.
    if let location = register.schemaLocation { parts.append("xsi:schemaLocation='\(location)'") }
    openTag(prefix + "register", parts)
    text += ">"
    for piece in records(of: register.root) { write(piece, depth: 1) }
    for signature in register.signatures { text += signature }
    gap()
    text += "</\(prefix)register>" + (random.chance(0.5) ? "\n" : "")
  }

  /// The children of the register; families in any order if nothing stands between records but
  /// remarks, which go with the record behind them.
  private mutating func records(of root: GeneratedElement) -> [GeneratedElement.Content] {
    var groups: [(field: Int, pieces: [GeneratedElement.Content])] = []
    var pending: [GeneratedElement.Content] = []
    for piece in root.content {
      pending.append(piece)
      switch piece {
      case .element(let element):
        groups.append((element.field, pending))
        pending = []
      case .fragment(.remark): break
      case .fragment: return root.content
      }
    }
    guard let form = root.form, random.chance(0.5) else { return root.content }
    var start = 0
    while start < groups.count {
      let field = groups[start].field
      var end = start
      while end < groups.count, groups[end].field == field { end += 1 }
      if form.children[field].isList, field != form.children.count - 1 {
        var family = Array(groups[start..<end])
        random.shuffle(&family)
        groups.replaceSubrange(start..<end, with: family)
      }
      start = end
    }
    return groups.flatMap(\.pieces) + pending
  }

  private mutating func write(_ piece: GeneratedElement.Content, depth: Int) {
    gap()
    switch piece {
    case .fragment(.later(let name, let rest)): text += "<\(prefix)\(name)\(rest)/>"
    case .fragment(let fragment): text += fragment.xml
    case .element(let element): write(element, depth: depth)
    }
  }

  private mutating func write(_ element: GeneratedElement, depth: Int) {
    var parts = attributes(of: element)
    random.shuffle(&parts)
    openTag(prefix + element.name, parts)
    if element.content.isEmpty, element.text?.isEmpty ?? true {
      if random.chance(0.5) {
        text += "/>"
        return
      }
      text += ">"
      if element.text == nil, random.chance(0.5) { gap() }
    } else {
      text += ">"
      if let value = element.text { write(value, of: element) }
      // A remark behind a leaf may as well stand in it: the program puts it behind again.
      for (piece, hoisted) in hoisting(in: element, depth: depth) {
        if let hoisted, let leaf = piece.element {
          write(leaf, with: hoisted)
        } else {
          write(piece, depth: depth + 1)
        }
      }
      if element.text == nil { gap() }
    }
    text += "</\(prefix)\(element.name)>"
  }

  /// The content of an element, each piece with the remark that is to stand inside it.
  private mutating func hoisting(in element: GeneratedElement, depth: Int)
    -> [(GeneratedElement.Content, String?)]
  {
    var pieces: [(GeneratedElement.Content, String?)] = []
    for piece in element.content {
      if case .fragment(.remark(let remark)) = piece, let last = pieces.last, last.1 == nil,
        let leaf = last.0.element, let form = leaf.form, !form.keepsUnknown, random.chance(0.6)
      {
        pieces[pieces.count - 1].1 = remark
      } else {
        pieces.append((piece, nil))
      }
    }
    return pieces
  }

  private mutating func write(_ leaf: GeneratedElement, with remark: String) {
    gap()
    openTag(prefix + leaf.name, [])
    text += ">"
    if let value = leaf.text {
      let scalars = Array(value.unicodeScalars)
      let place = random.within(0...scalars.count)
      escaped(String(String.UnicodeScalarView(scalars[..<place])), quote: nil)
      text += remark
      escaped(String(String.UnicodeScalarView(scalars[place...])), quote: nil)
    } else {
      let place = random.within(0...leaf.content.count)
      for (index, piece) in leaf.content.enumerated() {
        if index == place { text += remark }
        write(piece, depth: 9)
      }
      if place == leaf.content.count { text += remark }
    }
    text += "</\(prefix)\(leaf.name)>"
  }

  // MARK: Parts

  private mutating func openTag(_ name: String, _ parts: [String]) {
    text += "<" + name
    for part in parts {
      text += random.element(of: isDense ? [" "] : [" ", "  ", lineEnd + "    ", "\t"]) + part
    }
    if !isDense, random.chance(0.2) { text += " " }
  }

  private mutating func gap() {
    if !isDense { text += random.element(of: ["", lineEnd, lineEnd + "\t", "  "]) }
  }

  private mutating func attributes(of element: GeneratedElement) -> [String] {
    var parts: [String] = []
    for attribute in element.attributes {
      if attribute.isStandard, random.chance(0.5) { continue }
      let quote: Unicode.Scalar = random.chance(0.7) ? "\"" : "'"
      let outer = text
      text = ""
      let value =
        attribute.type.isEmpty
        ? attribute.value : padded(variant(of: attribute.value, attribute.type), inText: false)
      escaped(value, quote: quote)
      let blank = random.chance(0.1) ? " " : ""
      parts.append("\(attribute.name)\(blank)=\(blank)\(quote)\(text)\(quote)")
      text = outer
    }
    return parts
  }

  private mutating func write(_ value: String, of element: GeneratedElement) {
    let value = padded(variant(of: value, element.textType), inText: true)
    if random.chance(0.2) {
      text += "<![CDATA[" + value.replacing("]]>", with: "]]]]><![CDATA[>") + "]]>"
    } else {
      escaped(value, quote: nil)
    }
  }

  /// The text with white space that folding takes away again.
  private mutating func padded(_ value: String, inText: Bool) -> String {
    guard !isDense, random.chance(0.3) else { return value }
    let blanks = [" ", "  ", "\t", lineEnd]
    var result = random.chance(0.5) ? random.element(of: blanks) : ""
    for scalar in value.unicodeScalars {
      if scalar == " " {
        result += random.element(of: blanks) + (random.chance(0.2) ? " " : "")
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + (random.chance(0.5) ? random.element(of: blanks) : "")
  }

  private mutating func escaped(_ value: String, quote: Unicode.Scalar?) {
    for scalar in value.unicodeScalars {
      if random.chance(0.03), scalar.value > 0x20 {
        text +=
          random.chance(0.5)
          ? "&#\(scalar.value);" : "&#x\(String(scalar.value, radix: 16, uppercase: true));"
        continue
      }
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += random.chance(0.5) || quote == nil ? "&gt;" : ">"
      case "\"" where quote == "\"": text += "&quot;"
      case "'" where quote == "'": text += "&apos;"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  // MARK: Values

  /// Another spelling of the same value.
  private mutating func variant(of value: String, _ type: String) -> String {
    guard random.chance(0.4) else { return value }
    switch type {
    case "count": return value.utf8.count < 8 ? "0" + value : value
    case "level": return value.utf8.count < 2 ? "0" + value : value
    case "share", "annualRate", "quantity": return number(value)
    case "measure":
      return value.hasPrefix("-") ? "-" + number(String(value.dropFirst())) : number(value)
    case "money":
      return value.contains(".")
        ? value.split(separator: ".")[1].utf8.count < 4 ? value + "0" : value : value + ".00"
    case "elapsedTime": return elapsedTime(value)
    case "calendarPeriod":
      return value.hasSuffix("Y")
        ? "P\((Int(value.dropFirst().dropLast()) ?? 0) * 12)M" : value
    case "moment":
      return value.hasSuffix("Z")
        ? value.dropLast() + random.element(of: ["+00:00", "-00:00"]) : value
    default: return value
    }
  }

  private mutating func number(_ value: String) -> String {
    if value.contains("e") {
      return random.chance(0.5)
        ? value.replacing("e", with: "E") : value.replacing("e+", with: "e")
    }
    var spellings = ["00" + value, value + (value.contains(".") ? "00" : ".0")]
    // With an exponent one digit stands before the point, and it is not 0.
    let whole = value.prefix { $0 != "." }
    if whole.utf8.count == 1, whole != "0" { spellings += [value + "e0", value + "E-00"] }
    return random.element(of: spellings)
  }

  private func elapsedTime(_ value: String) -> String {
    guard let time = ElapsedTime(text: value), time.seconds < 1_000_000_000 else { return value }
    return time.seconds % 60 == 0 && time.seconds < 600_000_000
      ? "PT\(time.seconds / 60)M" : "PT\(time.seconds)S"
  }
}
