extension Register {
  /// The names of the elements of records, in the order of the format.
  package static var recordKinds: [String] {
    form.children.filter { $0.alternatives[0].form.identifier != nil }.map(\.label)
  }

  /// The form of the records of a kind.
  package static func recordForm(_ kind: String) -> Form? {
    form.children.first { $0.label == kind && $0.alternatives[0].form.identifier != nil }?
      .alternatives[0].form
  }

  /// The register itself as it is written, without its records.
  package var writtenHead: WrittenElement {
    withUnsafePointer(to: self) { Register.head(UnsafeRawPointer($0)) }
  }

  /// A record as it is written, and its form; nil if there is none of that identifier.
  ///
  /// - Complexity: O(n) in the number of records.
  package func writtenRecord(_ id: String) -> (element: WrittenElement, form: Form)? {
    var result: (WrittenElement, Form)?
    forEachRecord { identifier, value, field, form in
      if result == nil, identifier == id {
        result = (WrittenElement(value, field: field, of: Register.form), form)
      }
    }
    return result
  }

  /// The identifiers of all records, in the order of the format.
  package var recordIdentifiers: [String] {
    var identifiers: [String] = []
    forEachRecord { identifier, _, _, _ in identifiers.append(identifier) }
    return identifiers
  }

  /// The identifiers of the records of each kind, in their order.
  package var identifiersByKind: [String: [String]] {
    var identifiers: [String: [String]] = [:]
    forEachRecord { identifier, _, field, _ in
      identifiers[Register.form.children[field].label, default: []].append(identifier)
    }
    return identifiers
  }

  /// Where records are: the field of the root and the index in it, by identifier.
  ///
  /// - Complexity: O(n) in the number of records.
  package func recordPlaces(of identifiers: Set<String>) -> [String: (field: Int, index: Int)] {
    var places: [String: (field: Int, index: Int)] = [:]
    guard !identifiers.isEmpty else { return places }
    var last = (field: -1, index: -1)
    forEachRecord { identifier, _, field, _ in
      last = (field, field == last.field ? last.index + 1 : 0)
      if identifiers.contains(identifier) { places[identifier] = last }
    }
    return places
  }

  private func forEachRecord(_ body: (String, UnsafeRawPointer, Int, Form) -> Void) {
    withUnsafePointer(to: self) { root in
      for (field, child) in Register.form.children.enumerated() {
        let form = child.alternatives[0].form
        guard let index = form.identifier?.index else { continue }
        let identify = form.attributes[index].identifierText
        child.forEach(UnsafeRawPointer(root)) { value, _ in
          body(identify?(value) ?? "", value, field, form)
        }
      }
    }
  }
}

extension WrittenElement {
  /// The edits that make the other state of this record.
  package func edits(to other: WrittenElement, _ form: Form) -> [Edit] {
    var changes: [FieldChange] = []
    Difference(entity: form === Register.form ? nil : attribute("id")).compare(
      self, other, form, FieldPath([]), &changes)
    return changes.map { .set($0) }
  }

  /// Sets a field to a text: an attribute, an element of text, or prose, whose paragraphs are parted by
  /// empty lines. Elements on the way that are not there are made, with their keys.
  ///
  /// - Parameter text: nil leaves the field out.
  /// - Throws: ``PathFailure`` if the path leads nowhere, or to something that a text can't fill.
  package mutating func set(_ text: String?, at path: FieldPath, _ form: Form) throws {
    guard let step = path.steps.first else { throw PathFailure(message: "the path is empty") }
    let rest = FieldPath(Array(path.steps.dropFirst()))
    if rest.steps.isEmpty, step.key == nil, form.attributeIndex(Name(step.name)) != nil,
      !form.children.contains(where: { $0.stepName == step.name })
        || text.map({ !$0.contains(" ") }) == true
    {
      attributes.removeAll { $0.name == step.name }
      if let text { attributes.append(.init(step.name, text)) }
      let order = form.attributes.map(\.label)
      attributes.sort {
        (order.firstIndex(of: $0.name) ?? order.count)
          < (order.firstIndex(of: $1.name) ?? order.count)
      }
      return
    }
    if let (child, part) = form.alternative(step.name), step.key == nil {
      return try setAlternative(child, part, step, text, rest, form)
    }
    guard let child = form.children.first(where: { $0.stepName == step.name }),
      child.content != .choice, child.content != .foreign
    else {
      let names =
        form.attributes.map(\.label) + form.children.flatMap { $0.alternatives.map(\.label) }
      throw PathFailure(
        message: "there is no field '\(step.name)' that a text can set",
        hint: Spelling.hint(for: step.name, in: names)
          ?? "it has: " + names.filter { $0 != "*" }.joined(separator: ", "))
    }
    let part = child.alternatives[0].form
    let index = children.firstIndex { present in
      guard case .element(let element) = present, element.name == step.name else { return false }
      return step.key == nil || part.keyText(of: element) == step.key
    }
    if rest.steps.isEmpty {
      guard let text else {
        if let index { children.remove(at: index) }
        return
      }
      let made = try child.made(of: text, step)
      if let index { children[index] = .element(made) } else { insert(made, form) }
      return
    }
    var element = try child.madePart(step)
    if let index, case .element(let present) = children[index] { element = present }
    try element.set(text, at: rest, part)
    if let index { children[index] = .element(element) } else { insert(element, form) }
  }

  /// Sets something in one of several elements; another one of them makes room.
  private mutating func setAlternative(
    _ child: ChildField, _ part: Form, _ step: FieldPath.Step, _ text: String?, _ rest: FieldPath,
    _ form: Form
  ) throws {
    guard !child.isList else {
      throw PathFailure(message: "edit the file: elements like '\(step.name)' have no keys")
    }
    let labels = child.alternatives.map(\.label)
    var element = elements(step.name).first ?? WrittenElement(step.name)
    children.removeAll { present in
      if case .element(let other) = present { labels.contains(other.name) } else { false }
    }
    if rest.steps.isEmpty {
      guard text == nil else {
        throw PathFailure(
          message: "'\(step.name)' has parts; set one of them",
          hint: "it has: " + part.attributes.map(\.label).joined(separator: ", "))
      }
      return
    }
    try element.set(text, at: rest, part)
    insert(element, form)
  }

  /// Adds an element to a list by its key.
  ///
  /// - Throws: ``PathFailure`` if the path leads to no list of that sort.
  package mutating func insert(_ key: String, at path: FieldPath, _ form: Form) throws {
    guard path.steps.count == 1, let step = path.steps.first,
      let child = form.children.first(where: { $0.stepName == step.name }), child.isList
    else { throw PathFailure(message: "'\(path)' is no list to add to") }
    let keyed = FieldPath.Step(step.name, key: key)
    let element = try child.madePart(keyed)
    guard
      !elements(step.name).contains(where: { child.alternatives[0].form.keyText(of: $0) == key })
    else { throw PathFailure(message: "'\(key)' is there already") }
    insert(element, form)
  }

  /// Removes an element of a list by its key.
  ///
  /// - Throws: ``PathFailure`` if the path leads to no list, or the list has no such element.
  package mutating func delete(_ key: String, at path: FieldPath, _ form: Form) throws {
    guard path.steps.count == 1, let step = path.steps.first,
      let child = form.children.first(where: { $0.stepName == step.name }), child.isList
    else { throw PathFailure(message: "'\(path)' is no list to remove from") }
    let part = child.alternatives[0].form
    let keys = elements(step.name).map { part.keyText(of: $0) }
    guard keys.contains(key) else {
      throw PathFailure(
        message: "'\(key)' is not there",
        hint: Spelling.hint(for: key, in: keys) ?? "there is: " + keys.joined(separator: ", "))
    }
    children.removeAll { present in
      if case .element(let other) = present {
        other.name == step.name && part.keyText(of: other) == key
      } else {
        false
      }
    }
  }

  /// Puts an element where the form has it, behind its likes.
  package mutating func insert(_ element: WrittenElement, _ form: Form) {
    let rank = form.childIndex(Name(element.name))?.field ?? form.children.count
    let index =
      children.firstIndex { present in
        guard case .element(let other) = present else { return false }
        return (form.childIndex(Name(other.name))?.field ?? 0) > rank
      } ?? children.count
    children.insert(.element(element), at: index)
  }
}

extension Form {
  /// The choice that an element name belongs to, and the form of that element.
  fileprivate func alternative(_ label: String) -> (ChildField, Form)? {
    for child in children where child.content == .choice {
      if let name = child.alternatives.first(where: { $0.label == label }) {
        return (child, name.form)
      }
    }
    return nil
  }
}

extension ChildField {
  /// An element of the field that holds a text.
  fileprivate func made(of text: String, _ step: FieldPath.Step) throws -> WrittenElement {
    switch content {
    case .text, .list: return WrittenElement(step.name, text: text)
    case .prose:
      guard let prose = Prose(text) else { throw PathFailure(message: "there is no text to set") }
      return WrittenElement(
        step.name,
        children: prose.paragraphs.map { .element(WrittenElement("p", text: String($0))) })
    default:
      let form = alternatives[0].form
      guard form.content != nil else {
        throw PathFailure(
          message: "'\(step.name)' has parts; set one of them",
          hint: "it has: "
            + (form.attributes.map(\.label) + form.children.map(\.stepName)).joined(separator: ", ")
        )
      }
      var element = try madePart(step)
      element.text = text
      return element
    }
  }

  /// An element of the field with the key that a step gives it.
  fileprivate func madePart(_ step: FieldPath.Step) throws -> WrittenElement {
    let form = alternatives[0].form
    guard isList else { return WrittenElement(step.name) }
    guard let key = step.key, !form.key.isEmpty else {
      throw PathFailure(
        message: "say which '\(step.name)'",
        hint: form.key.isEmpty
          ? "edit the file: its elements have no keys"
          : "\(step.name)[\(form.key.map { form.attributes[$0].label }.joined(separator: ","))]")
    }
    let parts = key.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == form.key.count else {
      throw PathFailure(
        message: "the key of '\(step.name)' has \(form.key.count) parts, parted by commas")
    }
    var element = WrittenElement(step.name)
    for (index, part) in zip(form.key, parts) where !part.isEmpty {
      element.attributes.append(.init(form.attributes[index].label, String(part)))
    }
    return element
  }
}
