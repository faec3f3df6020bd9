package import RegisterModel

/// A register written into a test: records as XML, so that the input is in sight, read without the XML
/// library by a reader that knows no more than tests need: elements, attributes in double quotes, text.
extension Register {
  /// - Parameters:
  ///   - text: Records and other children of the root, such as `<risk id="R-1"><title>…</title></risk>`;
  ///     whitespace between them doesn't matter.
  ///   - criteria: nil: those in the text, or none.
  ///   - attributes: Of the root, such as `["owner": "p-1"]`.
  package init(
    _ text: String, criteria: Criteria? = nil, attributes: KeyValuePairs<String, String> = [:]
  ) throws {
    let empty = Register.new(
      id: try Identifier("test"), title: Line("Test")!, language: LanguageTag("en")!,
      currency: Currency("EUR")!, criteria: criteria)
    var parser = ElementText(text)
    var edits: [Edit] = attributes.map {
      .set(
        FieldChange(
          entity: nil, field: FieldPath($0.key)!,
          from: empty.writtenHead.attribute($0.key).map { .text($0) },
          to: .text($0.value)))
    }
    let records = Set(Register.recordKinds)
    for element in try parser.elements() {
      if records.contains(element.name) {
        edits.append(.add(element))
      } else {
        let isText = element.children.isEmpty && element.attributes.isEmpty
        edits.append(
          .set(
            FieldChange(
              entity: nil, field: FieldPath(element.name)!,
              from: element.name == "title" ? .text("Test") : nil,
              to: isText ? .text(element.text) : .element(element))))
      }
    }
    self = try empty.applying(edits)
  }
}

/// The little XML that tests are written in.
package struct ElementText {
  package struct Mistake: Error { package let place: String }
  private var rest: Substring

  package init(_ text: String) { rest = text[...] }

  /// The elements up to the end or to a closing tag.
  package mutating func elements() throws -> [WrittenElement] {
    var elements: [WrittenElement] = []
    skipSpace()
    while rest.first == "<", !rest.hasPrefix("</") {
      elements.append(try element())
      skipSpace()
    }
    return elements
  }

  private mutating func element() throws -> WrittenElement {
    rest = rest.dropFirst()
    var element = WrittenElement(name())
    skipSpace()
    while let first = rest.first, first != ">", first != "/" {
      let attribute = name()
      guard !attribute.isEmpty, rest.hasPrefix("=\"") else {
        throw Mistake(place: String(rest.prefix(30)))
      }
      rest = rest.dropFirst(2)
      let value = rest.prefix { $0 != "\"" }
      rest = rest.dropFirst(value.count + 1)
      element.attributes.append(.init(attribute, unescaped(value)))
      skipSpace()
    }
    if rest.hasPrefix("/>") {
      rest = rest.dropFirst(2)
      return element
    }
    rest = rest.dropFirst()
    let text = rest.prefix { $0 != "<" }
    if text.contains(where: { !$0.isWhitespace }) { element.text = unescaped(text) }
    rest = rest.dropFirst(text.count)
    element.children = try elements().map { .element($0) }
    let end = "</\(element.name)>"
    guard rest.hasPrefix(end) else { throw Mistake(place: String(rest.prefix(30))) }
    rest = rest.dropFirst(end.count)
    return element
  }

  private mutating func name() -> String {
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." }
    rest = rest.dropFirst(name.count)
    return String(name)
  }

  private mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }

  private func unescaped(_ text: Substring) -> String {
    var result = ""
    var rest = text
    let entities = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&apos;": "'", "&amp;": "&"]
    while let first = rest.first {
      if first == "&", let entity = entities.first(where: { rest.hasPrefix($0.key) }) {
        result += entity.value
        rest = rest.dropFirst(entity.key.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
