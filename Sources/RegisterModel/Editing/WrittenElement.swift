/// A part of a register as it is written: an element by its names and texts, for edits, which speak
/// of parts that may no longer be there, or not yet.
public struct WrittenElement: Hashable, Sendable {
  /// An attribute as it is written.
  public struct Attribute: Hashable, Sendable {
    public var name: String
    public var value: String
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What an element holds.
  public enum Child: Hashable, Sendable {
    case element(WrittenElement)
    /// XML that no form knows, kept as it is; `before` tells a comment on the element from one in it.
    case fragment(String, before: Bool)
  }

  public var name: String
  public var attributes: [Attribute]
  public var text: String
  public var children: [Child]

  public init(
    _ name: String, attributes: [Attribute] = [], text: String = "", children: [Child] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.text = text
    self.children = children
  }

  /// The value of an attribute; nil where it is left out.
  public func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  /// The elements of a name, in order.
  public func elements(_ name: String) -> [WrittenElement] {
    children.compactMap { child in
      if case .element(let element) = child, element.name == name { element } else { nil }
    }
  }
}

extension WrittenElement {
  /// What a form wrote into a record.
  init(_ record: WrittenRecord, node: Int, parent: Form) {
    let source = record.nodes[node]
    let name = parent.children[Int(source.field)].alternatives[Int(source.alternative)]
    let form = name.form
    self.init(name.label)
    for index in source.attributes {
      let attribute = record.attributes[Int(index)]
      let label =
        attribute.field < 0
        ? record.string(attribute.unknownName) : form.attributes[Int(attribute.field)].label
      attributes.append(Attribute(label, record.string(attribute.value)))
    }
    text = record.string(source.text)
    var child = Int(source.firstChild)
    while child >= 0 {
      let part = record.nodes[child]
      children.append(
        part.isFragment
          ? .fragment(record.string(part.text), before: part.alternative == 1)
          : .element(WrittenElement(record, node: child, parent: form)))
      child = Int(part.next)
    }
  }

  /// The value at an address, as its form writes it.
  init(_ base: UnsafeRawPointer, field: Int, alternative: Int = 0, of parent: Form) {
    var record = WrittenRecord()
    parent.children[field].alternatives[alternative].form.encode(
      base, field: field, alternative: alternative, into: &record)
    self.init(record: record, parent: parent)
  }

  /// The element of a record with all that stands before it.
  init(record: WrittenRecord, parent: Form) {
    var before: [Child] = []
    for (index, node) in record.nodes.enumerated() where node.parent < 0 {
      if node.isFragment {
        before.append(.fragment(record.string(node.text), before: true))
      } else {
        self.init(record, node: index, parent: parent)
        children = before + children
        return
      }
    }
    preconditionFailure("a form writes an element")
  }

  /// Writes it where a reader would have; what no form knows becomes a finding of the context.
  func write(into context: inout DecodingContext, parent: Form) {
    guard let place = parent.childIndex(Name(name)) else {
      context.findings.report(
        Finding(
          rule: ReaderRule.unknownElement.code, entity: context.entity,
          message: "no element <\(name)> is known here",
          hint: Spelling.hint(
            for: name, in: parent.children.flatMap { $0.alternatives.map(\.label) })))
      return
    }
    let form = parent.children[place.field].alternatives[place.alternative].form
    context.record.begin(field: place.field, alternative: place.alternative)
    for attribute in attributes {
      if let index = form.attributeIndex(Name(attribute.name)) {
        var value = attribute.value
        value.withUTF8 { context.record.attribute(field: index, value: $0) }
      } else if context.keepsLaterNames {
        context.record.unknownAttribute(name: attribute.name, value: attribute.value)
      } else {
        context.findings.report(
          Finding(
            rule: ReaderRule.unknownAttribute.code, entity: self.attribute("id"),
            field: attribute.name, message: "no attribute '\(attribute.name)' is known here",
            hint: Spelling.hint(for: attribute.name, in: form.attributes.map(\.label))))
      }
    }
    if !text.isEmpty {
      var text = text
      text.withUTF8 { _ = context.record.text($0) }
    }
    for child in children {
      switch child {
      case .element(let element): element.write(into: &context, parent: form)
      case .fragment(let xml, let before): context.record.fragment(xml, before: before)
      }
    }
    context.record.end()
  }
}
