import RegisterModel

/// The way from an element to one of its values, to read it and to set it.
///
/// Values are texts in canonical form; those of a list are lines, paragraphs are parted by empty lines.
struct Lens: Sendable {
  /// An element on the way: the only one of its name, or the one of a list that has a key.
  struct Step: Sendable {
    let child: ChildField
    /// The key attributes and their values; none where there is only one such element.
    var key: [Key] = []

    struct Key: Sendable {
      let name: String
      let value: String
      /// What it means to leave the attribute out.
      let standard: String?
    }

    /// A step to the element of a list that has these values in its key attributes.
    init(_ child: ChildField, keys: [String] = []) {
      self.child = child
      let form = child.alternatives[0].form
      key = zip(form.key, keys).map { index, value in
        Key(
          name: form.attributes[index].label, value: value,
          standard: form.attributes[index].standard)
      }
    }

    var form: Form { child.alternatives[0].form }
    var label: String { child.alternatives[0].label }

    func isAt(_ element: WrittenElement) -> Bool {
      element.name == label
        && key.allSatisfy { (element.attribute($0.name) ?? $0.standard ?? "") == $0.value }
    }
  }

  enum Leaf: Sendable {
    case attribute(AttributeField)
    /// The only element of a name, which holds text.
    case text(ChildField)
    case prose(ChildField)
    /// All elements of a name, each with one attribute.
    case list(ChildField, AttributeField)
    /// One of several elements, in a notation of its own.
    case choice(ChildField)
    /// The text of the element itself.
    case content
    /// One of the values that the text of the element lists; from 0.
    case item(Int)
    /// The name of the element.
    case elementName
  }

  let steps: [Step]
  let leaf: Leaf

  init(_ steps: [Step], _ leaf: Leaf) {
    self.steps = steps
    self.leaf = leaf
  }

  /// The path of the value inside its element, as findings write it.
  var path: String {
    var parts = steps.map { step in
      step.key.isEmpty
        ? step.label : "\(step.label)[\(step.key.map(\.value).joined(separator: ","))]"
    }
    switch leaf {
    case .attribute(let field): parts.append(field.label)
    case .text(let child), .prose(let child), .list(let child, _):
      parts.append(child.alternatives[0].label)
    case .choice: parts.append("*")
    case .content: parts.append(".")
    case .item(let index): parts.append("\(index + 1)")
    case .elementName: parts.append("kind")
    }
    return parts.joined(separator: "/")
  }

  // MARK: Reading

  /// The value; nil where there is none.
  func value(in element: WrittenElement) -> String? {
    var element = element
    for step in steps {
      guard let next = element.firstElement(where: step.isAt) else { return nil }
      element = next
    }
    switch leaf {
    case .attribute(let field): return element.attribute(field.label)
    case .text(let child):
      let label = child.alternatives[0].label
      return element.firstElement { $0.name == label }?.text
    case .prose(let child):
      let label = child.alternatives[0].label
      guard let prose = element.firstElement(where: { $0.name == label }) else { return nil }
      return prose.elements("p").map(\.text).joined(separator: "\n\n")
    case .list(let child, let field):
      let values = element.elements(child.alternatives[0].label)
        .compactMap { $0.attribute(field.label) }
      return values.isEmpty ? nil : values.joined(separator: "\n")
    case .choice(let child):
      return element.firstElement { part in
        child.alternatives.contains { $0.label == part.name }
      }.map(Notation.text)
    case .content: return element.text.isEmpty ? nil : element.text
    case .item(let index):
      let items = element.text.split(separator: " ")
      return index < items.count ? String(items[index]) : nil
    case .elementName: return element.name
    }
  }

  // MARK: Setting

  /// Sets the value, or leaves it out; elements on the way are made, and go again when nothing is left
  /// in them.
  ///
  /// - Throws: ``CellProblem`` if the place can't hold the value.
  func set(_ value: String?, in element: inout WrittenElement, _ form: Form) throws(CellProblem) {
    try set(value, in: &element, form, steps[...])
  }

  private func set(
    _ value: String?, in element: inout WrittenElement, _ form: Form, _ rest: ArraySlice<Step>
  ) throws(CellProblem) {
    guard let step = rest.first else { return try setLeaf(value, in: &element, form) }
    let index = element.children.firstIndex { child in
      if case .element(let part) = child { step.isAt(part) } else { false }
    }
    if let index, case .element(var part) = element.children[index] {
      try set(value, in: &part, step.form, rest.dropFirst())
      if value == nil, part.isBare(beside: step.key.map(\.name)) {
        element.children.remove(at: index)
      } else {
        element.children[index] = .element(part)
      }
    } else if value != nil {
      var part = WrittenElement(step.label)
      for key in step.key where key.value != key.standard && !key.value.isEmpty {
        part.attributes.append(.init(key.name, key.value))
      }
      try set(value, in: &part, step.form, rest.dropFirst())
      element.insert(part, form)
    }
  }

  private func setLeaf(
    _ value: String?, in element: inout WrittenElement, _ form: Form
  ) throws(CellProblem) {
    switch leaf {
    case .attribute(let field):
      guard form.attributes.contains(where: { $0 === field || $0.label == field.label }) else {
        if value == nil { return }
        throw CellProblem("'\(element.name)' has no '\(field.label)'", "leave the cell empty")
      }
      element.setAttribute(field.label, value == field.standard ? nil : value, form)
    case .text(let child):
      let label = child.alternatives[0].label
      element.replaceAll([label], with: value.map { [WrittenElement(label, text: $0)] } ?? [], form)
    case .prose(let child):
      let label = child.alternatives[0].label
      let paragraphs = value.flatMap { Prose($0) }?.paragraphs.map {
        WrittenElement.Child.element(WrittenElement("p", text: String($0)))
      }
      element.replaceAll(
        [label], with: paragraphs.map { [WrittenElement(label, children: $0)] } ?? [], form)
    case .list(let child, let field):
      element.setList(
        child.alternatives[0].label, field.label,
        value?.split(separator: "\n").map(String.init) ?? [], form)
    case .choice(let child):
      let part = try value.map { text throws(CellProblem) in try Notation.element(text, child) }
      element.replaceAll(child.alternatives.map(\.label), with: part.map { [$0] } ?? [], form)
    case .content: element.text = value ?? ""
    case .item(let index):
      var items = element.text.split(separator: " ").map(String.init)
      if index < items.count {
        if let value { items[index] = value } else { items.remove(at: index) }
      } else if let value {
        items.append(value)
      }
      element.text = items.joined(separator: " ")
    case .elementName: element.name = value ?? element.name
    }
  }
}

extension WrittenElement {
  func firstElement(where isWanted: (WrittenElement) -> Bool) -> WrittenElement? {
    for child in children {
      if case .element(let element) = child, isWanted(element) { return element }
    }
    return nil
  }

  /// Whether nothing is in it but some attributes.
  func isBare(beside names: [String]) -> Bool {
    children.isEmpty && text.isEmpty && attributes.allSatisfy { names.contains($0.name) }
  }

  /// Sets an attribute, or leaves it out; attributes stand in the order of the form.
  mutating func setAttribute(_ name: String, _ value: String?, _ form: Form) {
    attributes.removeAll { $0.name == name }
    guard let value else { return }
    let order = form.attributes.map(\.label)
    let rank = order.firstIndex(of: name) ?? order.count
    let index =
      attributes.firstIndex { (order.firstIndex(of: $0.name) ?? order.count) > rank }
      ?? attributes.count
    attributes.insert(Attribute(name, value), at: index)
  }

  /// Puts elements where those of some names stood; what no form knows stays where it is.
  mutating func replaceAll(_ names: [String], with parts: [WrittenElement], _ form: Form) {
    var parts = parts[...]
    children = children.compactMap { child in
      guard case .element(let element) = child, names.contains(element.name) else { return child }
      return parts.popFirst().map { .element($0) }
    }
    for part in parts { insert(part, form) }
  }

  /// Makes the elements of a list say these values, each in one attribute; those that are there already
  /// are kept with all they hold.
  fileprivate mutating func setList(
    _ name: String, _ attribute: String, _ values: [String], _ form: Form
  ) {
    var present = elements(name)
    let parts = values.map { value in
      guard let index = present.firstIndex(where: { $0.attribute(attribute) == value }) else {
        return WrittenElement(name, attributes: [.init(attribute, value)])
      }
      return present.remove(at: index)
    }
    // Where only some go, the rest stay where they are, and so does what stands between them.
    if parts == elements(name).filter({ parts.contains($0) }) {
      children.removeAll { child in
        if case .element(let part) = child {
          part.name == name && !parts.contains(part)
        } else {
          false
        }
      }
    } else {
      replaceAll([name], with: parts, form)
    }
  }
}
