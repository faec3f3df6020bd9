extension Register {
  /// The edits that make the other register of this one: by identifier and field, whatever the layout
  /// of their files. History, signatures and the number of the revision are no content and are left
  /// out.
  ///
  /// - Complexity: O(n) in the size of both registers.
  public func edits(to other: Register) -> [Edit] {
    var edits: [Edit] = []
    withUnsafePointer(to: self) { left in
      withUnsafePointer(to: other) { right in
        let (left, right) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
        edits += headEdits(left, right)
        for (field, child) in Register.form.children.enumerated() {
          guard child.alternatives[0].form.identifier != nil else { continue }
          child.withElements(left) { a in
            child.withElements(right) { b in
              edits += Self.familyEdits(field, child.alternatives[0].form, a, b)
            }
          }
        }
      }
    }
    return edits
  }

  /// Edits of all that is no family: attributes of the register, its title, its criteria.
  private func headEdits(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> [Edit] {
    let a = Register.head(left)
    let b = Register.head(right)
    var changes: [FieldChange] = []
    Difference(entity: nil).compare(a, b, Register.form, FieldPath([]), &changes)
    let (before, after) = (
      Self.rootFragments(left), Self.rootFragments(right)
    )
    if before != after {
      changes.append(
        FieldChange(
          entity: nil, field: FieldPath([.init("!")]),
          from: before.isEmpty ? nil : .fragments(before),
          to: after.isEmpty ? nil : .fragments(after)))
    }
    return changes.map { .set($0) }
  }

  /// What stands before the register and among its records and no form knows; each behind so many
  /// records of a family.
  static func rootFragments(_ base: UnsafeRawPointer) -> [PlacedFragment] {
    let register = base.assumingMemoryBound(to: Register.self)
    let before = register.pointee.prolog.map { PlacedFragment(anchor: nil, xml: $0) }
    return before
      + register.pointee.unknown.filter { $0.attribute == nil }.map { content in
        let label = content.field < 0 ? "" : Register.form.children[Int(content.field)].label
        return PlacedFragment(anchor: "\(label)[\(content.ordinal)]", xml: content.text)
      }
  }

  /// Puts such fragments in their places.
  mutating func setRootFragments(_ fragments: [PlacedFragment]) {
    prolog = fragments.filter { $0.anchor == nil }.map(\.xml)
    unknown.removeAll { $0.attribute == nil }
    unknown += fragments.compactMap { fragment in
      guard
        let step = fragment.anchor.flatMap({ FieldPath($0.hasPrefix("[") ? "-" + $0 : $0) })?
          .steps.first
      else { return nil }
      let field = Register.form.children.firstIndex { $0.label == step.name } ?? -1
      return UnknownContent(
        xml: fragment.xml, field: field, ordinal: step.key.flatMap { Int($0) } ?? 0)
    }.sorted { ($0.field, $0.ordinal) < ($1.field, $1.ordinal) }
  }

  /// The register without its families, history, revision and signatures.
  static func head(_ base: UnsafeRawPointer) -> WrittenElement {
    var record = WrittenRecord()
    record.begin(field: -1)
    form.encodeAttributes(of: base, into: &record)
    var element = WrittenElement("register")
    for attribute in record.attributes {
      let label =
        attribute.field < 0
        ? record.string(attribute.unknownName) : form.attributes[Int(attribute.field)].label
      if label != "revision" {
        element.attributes.append(.init(label, record.string(attribute.value)))
      }
    }
    for (field, child) in form.children.enumerated() where Self.isHead(child) {
      record.reset()
      if child.isFamily {
        child.forEach(base) { value, alternative in
          child.alternatives[alternative].form.encode(
            value, field: field, alternative: alternative, into: &record)
        }
      } else {
        child.encodeLeaf(base, field, into: &record)
      }
      if record.nodes.contains(where: { !$0.isFragment }) {
        element.children.append(.element(WrittenElement(record: record, parent: form)))
      }
    }
    return element
  }

  /// Whether a field of the root is content, and no family of records.
  static func isHead(_ child: ChildField) -> Bool {
    child.alternatives[0].form.identifier == nil && child.label != "history"
  }

  private static func familyEdits(
    _ field: Int, _ form: Form, _ a: FamilyValues, _ b: FamilyValues
  ) -> [Edit] {
    var edits: [Edit] = []
    var (left, right) = (WrittenRecord(), WrittenRecord())
    var (i, j) = (0, 0)
    let identify = form.attributes[form.identifier!.index].identifierText!  // a family has one
    while i < a.count || j < b.count {
      let first = i < a.count ? identify(a[i]) : nil
      let second = j < b.count ? identify(b[j]) : nil
      if let first, second == nil || second.map({ IdentifierText.precedes(first, $0) }) == true {
        edits.append(.remove(WrittenElement(a[i], field: field, of: Register.form)))
        i += 1
      } else if let second,
        first == nil || first.map({ IdentifierText.precedes(second, $0) }) == true
      {
        edits.append(.add(WrittenElement(b[j], field: field, of: Register.form)))
        j += 1
      } else {
        left.reset()
        right.reset()
        form.encode(a[i], field: field, into: &left)
        form.encode(b[j], field: field, into: &right)
        if !left.isEqual(to: right) {
          var changes: [FieldChange] = []
          Difference(entity: first).compare(
            WrittenElement(record: left, parent: Register.form),
            WrittenElement(record: right, parent: Register.form), form, FieldPath([]), &changes)
          edits += changes.map { .set($0) }
        }
        i += 1
        j += 1
      }
    }
    return edits
  }
}

/// Compares two states of one record, field by field.
struct Difference {
  let entity: String?

  func compare(
    _ a: WrittenElement, _ b: WrittenElement, _ form: Form, _ path: FieldPath,
    _ changes: inout [FieldChange]
  ) {
    func change(_ step: FieldPath.Step, _ from: WrittenValue?, _ to: WrittenValue?) {
      guard from != to else { return }
      changes.append(
        FieldChange(entity: entity, field: path.appending(step), from: from, to: to))
    }
    let known = form.attributes.map(\.label)
    let unknown = Set((a.attributes + b.attributes).map(\.name)).subtracting(known).sorted()
    for name in known + unknown {
      change(
        .init(name), a.attribute(name).map { .text($0) }, b.attribute(name).map { .text($0) })
    }
    if a.text.utf8.elementsEqual(b.text.utf8) == false {
      change(.init("."), .text(a.text), .text(b.text))
    }
    for child in form.children { compare(child, a, b, path, &changes) }
    let before = Self.fragments(a, form)
    let after = Self.fragments(b, form)
    change(
      .init("!"), before.isEmpty ? nil : .fragments(before),
      after.isEmpty ? nil : .fragments(after))
  }

  private func compare(
    _ child: ChildField, _ a: WrittenElement, _ b: WrittenElement, _ path: FieldPath,
    _ changes: inout [FieldChange]
  ) {
    let labels = child.alternatives.map(\.label)
    func parts(_ element: WrittenElement) -> [WrittenElement] {
      element.children.compactMap {
        if case .element(let part) = $0, labels.contains(part.name) { part } else { nil }
      }
    }
    let (before, after) = (parts(a), parts(b))
    if before == after { return }
    func change(_ step: FieldPath.Step, _ from: WrittenValue?, _ to: WrittenValue?) {
      changes.append(
        FieldChange(entity: entity, field: path.appending(step), from: from, to: to))
    }
    let step = child.stepName
    guard child.isList else {
      if child.content == .element, let first = before.first, let second = after.first {
        return compare(
          first, second, child.alternatives[0].form, path.appending(.init(step)), &changes)
      }
      return change(.init(step), before.first.map(child.value), after.first.map(child.value))
    }
    let form = child.alternatives[0].form
    guard child.content == .element, !form.key.isEmpty, let keys = Keys(before, after, form) else {
      return change(
        .init(step, key: ""), before.isEmpty ? nil : .elements(before),
        after.isEmpty ? nil : .elements(after))
    }
    for key in keys.before where !keys.after.contains(key) {
      change(.init(step, key: key), .element(before[keys.before.firstIndex(of: key)!]), nil)
    }
    for (key, element) in zip(keys.after, after) {
      guard let index = keys.before.firstIndex(of: key) else {
        change(.init(step, key: key), nil, .element(element))
        continue
      }
      if before[index] != element {
        compare(before[index], element, form, path.appending(.init(step, key: key)), &changes)
      }
    }
    let expected =
      keys.before.filter(keys.after.contains) + keys.after.filter { !keys.before.contains($0) }
    // Taken back last first, so that what was removed last is the first to be there again.
    let undone =
      keys.after.filter(keys.before.contains)
      + keys.before.filter { !keys.after.contains($0) }.reversed()
    // The order is said where taking the change back would need it, too.
    if expected != keys.after || undone != keys.before {
      change(.init(step, key: ""), .order(keys.before), .order(keys.after))
    }
  }

  /// The keys of two states of a list; nil where one is not fit to be told apart by them.
  private struct Keys {
    let before: [String]
    let after: [String]

    init?(_ before: [WrittenElement], _ after: [WrittenElement], _ form: Form) {
      self.before = before.map { form.keyText(of: $0) }
      self.after = after.map { form.keyText(of: $0) }
      guard Set(self.before).count == before.count, Set(self.after).count == after.count,
        !(self.before + self.after).contains(where: { $0.isEmpty || $0.contains("]") })
      else { return nil }
    }
  }

  /// What no form knows in an element, each with what it stands behind.
  static func fragments(_ element: WrittenElement, _ form: Form) -> [PlacedFragment] {
    var fragments: [PlacedFragment] = []
    var anchors = Anchors(form)
    var anchor = ""
    for child in element.children {
      switch child {
      case .element(let part): anchor = anchors.next(part)
      case .fragment(let xml, let before):
        fragments.append(PlacedFragment(anchor: before ? nil : anchor, xml: xml))
      }
    }
    return fragments
  }
}

/// Names the children of an element, so that what stands behind one is found again though others come
/// and go.
struct Anchors {
  private let form: Form
  private var counts: [String: Int] = [:]

  init(_ form: Form) { self.form = form }

  /// The name of the next child: with its key where it has one, else with its place among its likes.
  mutating func next(_ part: WrittenElement) -> String {
    guard let place = form.childIndex(Name(part.name)) else { return part.name }
    let child = form.children[place.field]
    guard child.isList else { return part.name }
    let key = child.alternatives[place.alternative].form.keyText(of: part)
    if child.content == .element, !key.isEmpty { return "\(part.name)[\(key)]" }
    counts[part.name, default: 0] += 1
    return "\(part.name)[\(counts[part.name]!)]"  // counted in the line above
  }
}

extension Form {
  /// The key of an element in its list: the values of its key attributes, joined by commas.
  package func keyText(of element: WrittenElement) -> String {
    key.map { element.attribute(attributes[$0].label) ?? attributes[$0].standard ?? "" }
      .joined(separator: ",")
  }
}

extension ChildField {
  /// The name of the field in a path.
  var stepName: String { content == .choice ? "*" : alternatives[0].label }

  /// An element of the field as a value: its text, if that is all it can hold.
  func value(_ element: WrittenElement) -> WrittenValue {
    switch content {
    case .text, .list: .text(element.text)
    default: .element(element)
    }
  }
}

extension WrittenRecord {
  /// Whether both say the same.
  func isEqual(to other: WrittenRecord) -> Bool {
    guard bytes == other.bytes, nodes.count == other.nodes.count,
      attributes.count == other.attributes.count
    else { return false }
    for (a, b) in zip(nodes, other.nodes)
    where a.field != b.field || a.alternative != b.alternative || a.parent != b.parent
      || a.text != b.text || a.attributes != b.attributes
    {
      return false
    }
    for (a, b) in zip(attributes, other.attributes)
    where a.field != b.field || a.value != b.value || a.unknownName != b.unknownName {
      return false
    }
    return true
  }
}
