/// Sets a field of a written record, wherever it is.
struct FieldSetter {
  /// Whether the register is of a later version, whose names are kept though no form knows them.
  let isLater: Bool

  /// Makes the change, or reports why not and leaves the element as it is.
  func set(
    _ change: FieldChange, in element: inout WrittenElement, _ form: Form,
    _ findings: inout [Finding]
  ) {
    var copy = element
    do {
      try set(change.field.steps[...], change, in: &copy, form)
      element = copy
    } catch {
      findings.append(
        Finding(
          rule: error.rule, entity: change.entity, field: "\(change.field)",
          message: error.message, hint: error.hint))
    }
  }

  // MARK: Places

  private enum Place {
    case attribute
    case text
    case fragments
    case child(ChildField)
  }

  private func place(of step: FieldPath.Step, _ form: Form) throws(PathFailure) -> Place {
    if step.name == "." { return .text }
    if step.name == "!" { return .fragments }
    if let child = form.children.first(where: { $0.stepName == step.name }) {
      return .child(child)
    }
    if form.attributeIndex(Name(step.name)) != nil || step.name.hasPrefix("xsi:")
      || isLater && step.key == nil
    {
      return .attribute
    }
    let names = form.attributes.map(\.label) + form.children.map(\.stepName)
    throw PathFailure(
      rule: "XML-011", message: "there is no field '\(step.name)' here",
      hint: Spelling.hint(for: step.name, in: names) ?? "it has: " + names.joined(separator: ", "))
  }

  private func elements(of child: ChildField, in element: WrittenElement)
    -> [WrittenElement]
  {
    let labels = child.alternatives.map(\.label)
    return element.children.compactMap {
      if case .element(let part) = $0, labels.contains(part.name) { part } else { nil }
    }
  }

  // MARK: Setting

  private func set(
    _ steps: ArraySlice<FieldPath.Step>, _ change: FieldChange, in element: inout WrittenElement,
    _ form: Form
  ) throws(PathFailure) {
    guard let step = steps.first else { throw PathFailure(message: "the path is empty") }
    let isLast = steps.count == 1
    switch try place(of: step, form) {
    case .attribute:
      guard isLast else { throw PathFailure(message: "'\(step.name)' has no parts") }
      try expect(change, element.attribute(step.name).map { .text($0) })
      setAttribute(step.name, change.to, in: &element, form)
    case .text:
      try expect(change, .text(element.text))
      if case .text(let text)? = change.to { element.text = text }
    case .fragments:
      // Where they stand may have moved with the elements around them; what they are may not.
      try expectFragments(change, Difference.fragments(element, form))
      setFragments(change.to, in: &element, form)
    case .child(let child):
      if isLast {
        try setChild(child, step, change, in: &element, form)
      } else {
        try setPart(child, steps, change, in: &element)
      }
    }
  }

  private func expect(_ change: FieldChange, _ present: WrittenValue?) throws(PathFailure) {
    guard change.from != present else { return }
    throw PathFailure(
      rule: "STR-006",
      message: "the value is not what the change expects: "
        + "\(present?.summary ?? "there is none"), not \(change.from?.summary ?? "nothing")",
      hint: "somebody else changed it; look at both and change it again")
  }

  private func expectFragments(
    _ change: FieldChange, _ present: [PlacedFragment]
  ) throws(PathFailure) {
    var expected: [PlacedFragment] = []
    if case .fragments(let fragments)? = change.from { expected = fragments }
    guard expected.map(\.xml).sorted() != present.map(\.xml).sorted() else { return }
    try expect(change, present.isEmpty ? nil : .fragments(present))
  }

  private func setAttribute(
    _ name: String, _ value: WrittenValue?, in element: inout WrittenElement, _ form: Form
  ) {
    element.attributes.removeAll { $0.name == name }
    guard case .text(let text)? = value else { return }
    // Attributes stand in the order of the form, unknown ones behind.
    let order = form.attributes.map(\.label)
    let rank = order.firstIndex(of: name) ?? order.count
    let index =
      element.attributes.firstIndex {
        (order.firstIndex(of: $0.name) ?? order.count, $0.name) > (rank, name)
      } ?? element.attributes.count
    element.attributes.insert(.init(name, text), at: index)
  }

  private func setPart(
    _ child: ChildField, _ steps: ArraySlice<FieldPath.Step>, _ change: FieldChange,
    in element: inout WrittenElement
  ) throws(PathFailure) {
    let step = steps[steps.startIndex]
    let form = child.alternatives[0].form
    for index in element.children.indices {
      guard case .element(var part) = element.children[index],
        child.alternatives.contains(where: { $0.label == part.name }),
        step.key == nil || form.keyText(of: part) == step.key
      else { continue }
      try set(steps.dropFirst(), change, in: &part, form)
      element.children[index] = .element(part)
      return
    }
    throw PathFailure(
      message: "there is no '\(step.name)\(step.key.map { "[\($0)]" } ?? "")' here")
  }

  private func setChild(
    _ child: ChildField, _ step: FieldPath.Step, _ change: FieldChange,
    in element: inout WrittenElement, _ form: Form
  ) throws(PathFailure) {
    let parts = elements(of: child, in: element)
    let part = child.alternatives[0].form
    guard child.isList else {
      try expect(change, parts.first.map(child.value))
      replace(
        child, with: change.to.map { child.element($0) }.map { [$0] } ?? [], in: &element, form)
      return
    }
    if let key = step.key, !key.isEmpty {
      let index = parts.firstIndex { part.keyText(of: $0) == key }
      try expect(change, index.map { .element(parts[$0]) })
      var parts = parts
      switch (index, change.to) {
      case (let index?, .element(let new)?): parts[index] = new
      case (nil, .element(let new)?): parts.append(new)
      case (let index?, nil): parts.remove(at: index)
      default: break
      }
      return replace(child, with: parts, in: &element, form)
    }
    switch change.to {
    case .order(let keys)?:
      if case .order(let before)? = change.from {
        let present = parts.map { part.keyText(of: $0) }
        guard present.filter(before.contains) == before.filter(present.contains) else {
          try expect(change, .order(present))
          return
        }
      }
      // What is listed comes first, in that order; what is not, behind it.
      let listed = keys.compactMap { key in parts.first { part.keyText(of: $0) == key } }
      replace(child, with: listed + parts.filter { !listed.contains($0) }, in: &element, form)
    case .elements(let new)?:
      try expect(change, parts.isEmpty ? nil : .elements(parts))
      replace(child, with: new, in: &element, form)
    case nil:
      try expect(change, parts.isEmpty ? nil : .elements(parts))
      replace(child, with: [], in: &element, form)
    default: throw PathFailure(message: "this is no value for a list")
    }
  }

  /// Puts elements in the place of those of a field; what no form knows stays where it is.
  private func replace(
    _ child: ChildField, with parts: [WrittenElement], in element: inout WrittenElement,
    _ form: Form
  ) {
    let labels = child.alternatives.map(\.label)
    var parts = parts[...]
    var children: [WrittenElement.Child] = []
    /// Behind this many of the new children the rest of the field belongs.
    var end: Int?
    let rank = form.children.firstIndex { $0 === child }!  // the child is one of the form's
    for old in element.children {
      guard case .element(let present) = old else {
        // What stands behind the last of the field belongs to it; more of the field comes behind that.
        let isTrailing = end == children.count
        children.append(old)
        if isTrailing { end = children.count }
        continue
      }
      if labels.contains(present.name) {
        if let next = parts.popFirst() { children.append(.element(next)) }
        end = children.count
      } else {
        if end == nil, (form.childIndex(Name(present.name))?.field ?? 0) > rank {
          end = children.count
        }
        children.append(old)
      }
    }
    children.insert(contentsOf: parts.map { .element($0) }, at: end ?? children.count)
    element.children = children
  }

  private func setFragments(
    _ value: WrittenValue?, in element: inout WrittenElement, _ form: Form
  ) {
    let known = element.children.compactMap { child -> WrittenElement? in
      if case .element(let part) = child { part } else { nil }
    }
    var rest: [PlacedFragment] = []
    if case .fragments(let fragments)? = value { rest = fragments }
    var children: [WrittenElement.Child] = []
    func take(_ wanted: (PlacedFragment) -> Bool) {
      for fragment in rest where wanted(fragment) {
        children.append(.fragment(fragment.xml, before: fragment.anchor == nil))
      }
      rest.removeAll(where: wanted)
    }
    take { $0.anchor == nil }
    take { $0.anchor == "" }
    var anchors = Anchors(form)
    let names = known.map { anchors.next($0) }
    for (index, part) in known.enumerated() {
      // What stood behind an element that is gone stays behind those of its field and before the next.
      let rank = form.childIndex(Name(part.name))?.field ?? 0
      take { fragment in
        guard let anchor = fragment.anchor, !names.contains(anchor) else { return false }
        let name = String(anchor.prefix { $0 != "[" })
        return (form.childIndex(Name(name))?.field ?? form.children.count) < rank
      }
      children.append(.element(part))
      take { $0.anchor == names[index] }
    }
    take { _ in true }
    element.children = children
  }
}

/// A path that leads nowhere, or to something else than expected.
package struct PathFailure: Error {
  package var rule = "STR-002"
  package let message: String
  package var hint: String?
}

extension ChildField {
  /// The element of the field for a value.
  fileprivate func element(_ value: WrittenValue) -> WrittenElement {
    switch value {
    case .text(let text): WrittenElement(alternatives[0].label, text: text)
    case .element(let element): element
    default: WrittenElement(alternatives[0].label)
    }
  }
}

extension WrittenValue {
  /// The value in a few words.
  public var summary: String {
    switch self {
    case .text(let text): "'\(text)'"
    case .element(let element): element.summary
    case .elements(let elements): elements.map(\.summary).joined(separator: ", ")
    case .order(let keys): keys.joined(separator: ", ")
    case .fragments(let fragments): fragments.map(\.xml).joined(separator: " ")
    }
  }
}

extension WrittenElement {
  /// The element in a few words.
  public var summary: String {
    let attributes = attributes.map { " \($0.name)='\($0.value)'" }.joined()
    let paragraphs = children.compactMap { child -> String? in
      if case .element(let part) = child {
        part.name == "p" ? part.text : part.summary
      } else {
        nil
      }
    }
    let words = ([text] + paragraphs).filter { !$0.isEmpty }.joined(separator: " ")
    return "\(name)\(attributes)" + (words.isEmpty ? "" : " “\(words)”")
  }
}
