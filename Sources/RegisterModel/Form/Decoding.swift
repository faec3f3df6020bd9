/// What decoding a record needs and finds.
package struct DecodingContext: Sendable {
  package var record: WrittenRecord
  /// The field of the root under which the record stands; the outermost name of a path.
  package var rootForm: Form
  /// The form of the element that is about to be decoded.
  /// Forms live as long as the program, so it is not counted.
  unowned(unsafe) var form: Form
  package var findings: [Finding] = []
  /// Whether names that no form knows are those of a later version, which are kept.
  var keepsLaterNames = false
  /// The identifier of the record, for findings.
  package var entity: String?

  package init(record: WrittenRecord, rootForm: Form) {
    self.record = record
    self.rootForm = rootForm
    form = rootForm
  }

  // MARK: Findings

  package mutating func report(
    _ rule: ReaderRule, at node: Int, field: String? = nil, offset: Int? = nil, message: String,
    hint: String? = nil
  ) {
    let path = path(of: node)
    let full = [path, field].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "/")
    let offset = offset ?? record.nodes[node].offset
    findings.report(
      Finding(
        rule: rule.code, entity: entity.map { $0.cut(to: 100) },
        field: full.isEmpty ? nil : full.cut(to: 300), message: message,
        hint: hint, offset: offset < 0 ? nil : offset))
  }

  /// Reports a text that is not of its type.
  mutating func reportValue(
    node: Int, text: Range<Int32>, _ type: SimpleType, attribute: AttributeField? = nil,
    offset: Int? = nil
  ) {
    let value = record.string(text).cut(to: 100)
    let what =
      attribute.map { "'\(value)' is no valid \($0.label)" } ?? "'\(value)' is not valid here"
    let nearest = Spelling.hint(for: value, in: type.words)
    report(
      .value, at: node, field: attribute?.label, offset: offset,
      message: (value.isEmpty ? "a value is missing" : what) + ": expected " + type.expectation,
      hint: nearest)
  }

  /// The path of a node inside its record, such as `score[current]/impact[safety]`.
  package func path(of node: Int) -> String {
    var chain: [Int] = []
    var index = node
    while index >= 0, record.nodes[index].parent >= 0 {
      chain.append(index)
      index = Int(record.nodes[index].parent)
    }
    var form = rootForm
    var parts: [String] = []
    guard index >= 0, record.nodes[index].field >= 0 else { return "" }
    let top = rootForm.children[Int(record.nodes[index].field)]
    form = top.alternatives[Int(record.nodes[index].alternative)].form
    // What stands at the top of a register and has no identifier is named by its element.
    if form.identifier == nil {
      let key = top.isList ? keyText(of: index, form).map { "[\($0)]" } ?? "" : ""
      parts.append(top.alternatives[0].label + key)
    }
    for index in chain.reversed() {
      let node = record.nodes[index]
      guard node.field >= 0 else { break }
      let child = form.children[Int(node.field)]
      let name = child.alternatives[Int(node.alternative)]
      form = name.form
      let key = child.isList ? keyText(of: index, form) ?? "\(node.ordinal)" : nil
      parts.append(name.label + (key.map { "[\($0)]" } ?? ""))
    }
    return parts.joined(separator: "/")
  }

  /// The text of the key of a node: the values of its key attributes in canonical form, joined by
  /// commas.
  func keyText(of node: Int, _ form: Form) -> String? {
    guard !form.key.isEmpty else { return nil }
    return form.key.map { key in
      for index in record.nodes[node].attributes
      where record.attributes[Int(index)].field == key {
        let value = record.attributes[Int(index)].value
        return record.withBytes(value, form.attributes[key].canonical) ?? record.string(value)
      }
      return form.attributes[key].standard ?? ""
    }.joined(separator: ",")
  }

  /// The places of fields in the source: of the value of an attribute, or of the start of an element.
  /// A field that the record doesn't have is left out.
  ///
  /// - Complexity: O(*n*) in the parts of the record.
  package func offsets(of fields: Set<String>) -> [String: Int] {
    // The elements that a wanted attribute may stand in.
    let parents = Set(
      fields.map { field in field.lastIndex(of: "/").map { String(field[..<$0]) } ?? "" })
    var offsets: [String: Int] = [:]
    for index in record.nodes.indices where !record.nodes[index].isFragment {
      let path = path(of: index)
      if fields.contains(path), offsets[path] == nil { offsets[path] = record.nodes[index].offset }
      guard parents.contains(path) else { continue }
      let form = form(of: index)
      for attribute in record.nodes[index].attributes {
        let attribute = record.attributes[Int(attribute)]
        guard attribute.field >= 0 else { continue }
        let label = form.attributes[Int(attribute.field)].label
        let field = path.isEmpty ? label : path + "/" + label
        if fields.contains(field), offsets[field] == nil { offsets[field] = attribute.offset }
      }
    }
    return offsets
  }

  /// The form of a node.
  private func form(of node: Int) -> Form {
    let source = record.nodes[node]
    let parent = source.parent < 0 ? rootForm : form(of: Int(source.parent))
    return parent.children[Int(source.field)].alternatives[Int(source.alternative)].form
  }

  // MARK: Parts of records

  mutating func prose(at node: Int) -> Prose? {
    var joined = ""
    checkText(of: node, "paragraphs stand in <p> elements")
    var index = Int(record.nodes[node].firstChild)
    var isEmpty = true
    while index >= 0 {
      if record.nodes[index].text.isEmpty {
        report(.value, at: index, message: "the paragraph is empty", hint: "write it or remove it")
      } else if record.nodes[index].field >= 0 {
        if isEmpty {
          joined = record.string(record.nodes[index].text)
        } else {
          joined += "\n" + record.string(record.nodes[index].text)
        }
        isEmpty = false
      }
      index = Int(record.nodes[index].next)
    }
    if isEmpty, record.nodes[node].firstChild < 0 {
      report(
        .missing, at: node, message: "there is no paragraph here",
        hint: "write one as <p>…</p>, or remove the element")
    }
    return isEmpty ? nil : Prose(joined: joined)
  }

  func fragments(of node: Int) -> [String] {
    var fragments: [String] = []
    var index = Int(record.nodes[node].firstChild)
    while index >= 0 {
      fragments.append(record.string(record.nodes[index].text))
      index = Int(record.nodes[index].next)
    }
    return fragments
  }

  mutating func checkText(of node: Int, _ hint: String) {
    let stray = record.nodes[node].strayText
    guard stray >= 0 || !record.nodes[node].text.isEmpty else { return }
    report(
      .text, at: node, offset: stray >= 0 ? stray : nil, message: "no text may stand here",
      hint: hint)
  }
}

extension String {
  /// The text cut to a number of characters: what a hostile file names itself must not fill memory.
  package func cut(to count: Int) -> String {
    utf8.count <= count ? self : self.count <= count ? self : prefix(count - 1) + "…"
  }
}

/// The rules that the reader itself checks.
package enum ReaderRule: Sendable {
  case unknownElement, unknownAttribute, order, repeated, missing, value, text, key

  package var code: String {
    switch self {
    case .unknownElement: "XML-010"
    case .unknownAttribute: "XML-011"
    case .order: "XML-012"
    case .repeated: "XML-013"
    case .missing: "XML-014"
    case .value: "XML-015"
    case .text: "XML-016"
    case .key: "XML-017"
    }
  }
}

extension Form {
  /// Reads a node into the value at `base`; what is wrong goes to the context.
  func decode(_ node: Int, into base: UnsafeMutableRawPointer, _ context: inout DecodingContext) {
    decodeAttributes(node, into: base, &context)
    if let content {
      if !context.record.withBytes(context.record.nodes[node].text, { content.decode($0, base) }) {
        context.reportValue(node: node, text: context.record.nodes[node].text, content.type)
      }
    } else {
      context.checkText(of: node, "put it where text belongs, or remove it")
    }
    decodeChildren(node, into: base, &context)
  }

  func decodeAttributes(
    _ node: Int, into base: UnsafeMutableRawPointer, _ context: inout DecodingContext
  ) {
    var seen: UInt64 = 0
    for index in context.record.nodes[node].attributes {
      let attribute = context.record.attributes[Int(index)]
      guard attribute.field >= 0 else {
        keep(
          UnknownContent(
            attribute: context.record.string(attribute.unknownName),
            value: context.record.string(attribute.value)), in: base)
        continue
      }
      let field = attributes[Int(attribute.field)]
      seen |= 1 << UInt64(attribute.field)
      if !context.record.withBytes(attribute.value, { field.decode($0, base) }) {
        context.reportValue(
          node: node, text: attribute.value, field.type, attribute: field, offset: attribute.offset)
      }
    }
    if seen & requiredAttributes != requiredAttributes {
      for (index, field) in attributes.enumerated()
      where field.isRequired && seen & (1 << UInt64(index)) == 0 {
        context.report(
          .missing, at: node, field: field.label,
          message: "the attribute '\(field.label)' is missing",
          hint: "expected " + field.type.expectation)
      }
    }
  }

  private func decodeChildren(
    _ node: Int, into base: UnsafeMutableRawPointer, _ context: inout DecodingContext
  ) {
    var progress = ChildProgress()
    var child = Int(context.record.nodes[node].firstChild)
    while child >= 0 {
      let field = Int(context.record.nodes[child].field)
      if field < 0 {
        keep(
          UnknownContent(
            xml: context.record.string(context.record.nodes[child].text),
            before: context.record.nodes[child].alternative == 1, field: progress.lastField,
            ordinal: progress.ordinal), in: base)
      } else {
        take(child, field, into: base, &progress, &context)
      }
      child = Int(context.record.nodes[child].next)
    }
    checkComplete(progress, node, &context)
    checkKeys(node, &context)
  }

  /// Reads one child, after a look at its place among the others.
  func take(
    _ child: Int, _ field: Int, into base: UnsafeMutableRawPointer,
    _ progress: inout ChildProgress, _ context: inout DecodingContext
  ) {
    let description = children[field]
    let bit: UInt64 = 1 << UInt64(field)
    if field < progress.lastField {
      context.report(
        .order, at: child,
        message: "<\(description.alternatives[0].label)> must stand before "
          + "<\(children[progress.lastField].alternatives[0].label)>",
        hint: "the order of elements is fixed; the program writes it for you once this is mended")
    } else if field == progress.lastField {
      progress.ordinal += 1
      if !description.isList {
        context.report(
          .repeated, at: child, message: "<\(description.label)> may stand here only once",
          hint: "remove one of them")
      }
    } else {
      progress.lastField = field
      progress.ordinal = 1
    }
    progress.seen |= bit
    context.form = description.alternatives[Int(context.record.nodes[child].alternative)].form
    description.decode(
      child, Int(context.record.nodes[child].alternative), base, &context)
  }

  func checkComplete(_ progress: ChildProgress, _ node: Int, _ context: inout DecodingContext) {
    guard progress.seen & requiredChildren != requiredChildren else { return }
    for (index, field) in children.enumerated()
    where field.isRequired && progress.seen & (1 << UInt64(index)) == 0 {
      context.report(
        .missing, at: node, field: field.alternatives[0].label,
        message: "<\(field.label)> is missing", hint: "add it")
    }
  }

  /// Values of one list must differ in their key.
  private func checkKeys(_ node: Int, _ context: inout DecodingContext) {
    guard hasKeyedLists else { return }
    var first = Int(context.record.nodes[node].firstChild)
    while first >= 0 {
      // The values of a list stand together; each run of them is looked at once.
      let field = context.record.nodes[first].field
      var count = 1
      var next = Int(context.record.nodes[first].next)
      while next >= 0, context.record.nodes[next].field == field {
        count += 1
        next = Int(context.record.nodes[next].next)
      }
      if count > 1, field >= 0, children[Int(field)].isKeyedList {
        checkKeys(first, count, children[Int(field)], &context)
      }
      first = next
    }
  }

  private func checkKeys(
    _ first: Int, _ count: Int, _ field: ChildField, _ context: inout DecodingContext
  ) {
    let form = field.alternatives[0].form
    if count == 2, form.isKeyVerbatim,
      context.record.differ(first, Int(context.record.nodes[first].next), in: form.key)
    {
      return  // the usual case, without a set of texts
    }
    var seen: Set<String> = []
    var child = first
    for _ in 0..<count {
      let key = context.keyText(of: child, form) ?? ""
      if !seen.insert(key).inserted {
        context.report(
          .key, at: child,
          message: "there is another <\(field.label)> for '\(key.cut(to: 100))' here",
          hint: "one of them must go, or be for something else")
      }
      child = Int(context.record.nodes[child].next)
    }
  }

  func keep(_ content: UnknownContent, in base: UnsafeMutableRawPointer) {
    guard let unknownOffset else { return }
    base.advanced(by: unknownOffset).assumingMemoryBound(to: [UnknownContent].self)
      .pointee.append(content)
  }

  private var requiredAttributes: UInt64 { requirements.attributes }
  var requiredChildren: UInt64 { requirements.children }
}

/// How far the children of an element have been read.
package struct ChildProgress: Sendable {
  package var lastField = -1
  package var ordinal = 0
  package var seen: UInt64 = 0
}
