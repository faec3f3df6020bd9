import RegisterModel
import RegisterXML
import TestSupport
import Testing

/// Changes generated registers at random places, as planners and programs would.
struct EditMutator {
  /// What is changed, so that a law that fails says for which sort of change.
  enum Sort: String, CaseIterable, CustomTestStringConvertible {
    /// Attributes, texts and prose: set, changed, left out.
    case fields
    /// Elements of lists, keyed and not: removed, added at the end.
    case lists
    /// Elements of lists: put in another order, or added anywhere.
    case orders
    /// Records: removed, added, changed.
    case records
    /// Title, note, criteria and attributes of the register itself.
    case head
    /// Comments inside records: added, removed, and moved by what changes around them.
    case remarks
    /// Elements of other namespaces, in `ext`.
    case foreign
    /// Elements and attributes of a later minor version.
    case later

    var testDescription: String { rawValue }

    var extras: RegisterGenerator.Extras {
      switch self {
      case .remarks: .remarks
      case .foreign: .foreign
      case .later: .later
      default: []
      }
    }
  }

  private var values: ValueGenerator
  private var serial = 0
  private let sort: Sort
  private let prefix: String

  /// - Parameter prefix: Starts the identifiers of what is added, so that two planners add different
  ///   things.
  init(_ sort: Sort, seed: UInt64, prefix: String = "new") {
    values = ValueGenerator(seed: seed)
    self.sort = sort
    self.prefix = prefix
  }

  /// A register that differs from the other in a few places and is as valid.
  mutating func changed(_ original: GeneratedRegister) -> (GeneratedRegister, Register) {
    for attempt in 0..<20 {
      let copy = original.copy()
      for _ in 0..<(attempt < 10 ? values.random.within(1...4) : 1) { change(copy.root) }
      if let register = RegisterReader.read(copy.canonicalText).register { return (copy, register) }
    }
    return (original, RegisterReader.read(original.canonicalText).register!)
  }

  private mutating func change(_ root: GeneratedElement) {
    let records = root.children.filter { $0.form?.identifier != nil && $0.name != "criteria" }
    switch sort {
    case .head:
      let parts = root.children.filter { $0.form?.identifier == nil }.flatMap(\.descendants)
      let element = values.random.element(of: parts + [root, root, root])
      if values.random.chance(0.3) {
        changeList(element, anywhere: false)
      } else {
        changeField(element)
      }
    case .records:
      guard let record = any(records) else { return }
      switch values.random.below(4) {
      case 0: remove(record, from: root)
      case 1: add(copyOf: record, to: root)
      default: changeField(any(record.descendants) ?? record)
      }
    case .fields:
      if let element = any(records.flatMap(\.descendants)) { changeField(element) }
    case .lists:
      if let element = any(records.flatMap(\.descendants)) { changeList(element, anywhere: false) }
    case .orders:
      if let element = any(records.flatMap(\.descendants)) { changeList(element, anywhere: true) }
    case .remarks:
      guard let element = any(records.flatMap(\.descendants)) else { return }
      switch values.random.below(3) {
      case 0: changeList(element, anywhere: false)
      case 1: changeField(element)
      default: changeFragments(element, .remark("<!-- \(prefix) \(values.random.below(99)) -->"))
      }
    case .foreign: changeForeign(records + [root])
    case .later:
      guard let element = any(records.flatMap(\.descendants)) else { return }
      switch values.random.below(4) {
      case 0: changeList(element, anywhere: false)
      case 1: changeField(element)
      case 2: changeUnknownAttribute(element)
      default:
        changeFragments(
          element, .later(name: "later\(values.random.below(9))", rest: " by=\"\(prefix)\""))
      }
    }
  }

  // MARK: Fields

  private mutating func changeField(_ element: GeneratedElement) {
    guard let form = element.form else { return }
    if element.text != nil, values.random.chance(0.6) {
      element.text = value(like: element.textType, form.content?.type)
      return
    }
    let isProse = form.name == "prose"
    if isProse { return changeProse(element) }
    guard !form.attributes.isEmpty else { return }
    let field = values.random.element(of: form.attributes)
    guard field.role.isChangeable, field.label != "schemaVersion", field.label != "revision" else {
      return
    }
    let index = element.attributes.firstIndex { $0.name == field.label }
    if let index, !field.isRequired, values.random.chance(0.4) {
      element.attributes.remove(at: index)
      return
    }
    let value = self.value(of: field)
    guard value != field.standard else { return }
    if let index {
      element.attributes[index].value = value
      element.attributes[index].isStandard = false
    } else {
      element.attributes.append(.init(name: field.label, value: value, type: field.type.name))
      let order = form.attributes.map(\.label)
      element.attributes.sort {
        (order.firstIndex(of: $0.name) ?? .max) < (order.firstIndex(of: $1.name) ?? .max)
      }
    }
  }

  private mutating func changeProse(_ prose: GeneratedElement) {
    guard let last = prose.children.last else { return }
    if prose.children.count > 1, values.random.chance(0.3) {
      remove(last, from: prose)
    } else {
      let paragraph = last.copy()
      paragraph.text = values.line()
      prose.content.append(.element(paragraph))
    }
  }

  private mutating func value(of field: AttributeField) -> String {
    if field.type.name == "level" { return "\(values.random.within(1...5))" }
    return values.value(of: field.type)
  }

  private mutating func value(like type: String, _ simple: SimpleType?) -> String {
    if let simple, simple.name != "levels", simple.name != "identifier" {
      return values.value(of: simple)
    }
    return type == "line" ? values.line() : "1 2 3 4 5"
  }

  // MARK: Lists

  private mutating func changeList(_ element: GeneratedElement, anywhere: Bool) {
    guard let form = element.form else { return }
    let lists = form.children.indices.filter { form.children[$0].isList && form.name != "matrix" }
    guard let field = any(lists) else { return }
    let parts = element.children.filter { $0.field == field }
    guard let part = any(parts) else { return }
    if anywhere, values.random.chance(0.5) { return shuffle(field, in: element) }
    if values.random.chance(0.4) {
      remove(part, from: element)
    } else {
      let copy = renewed(part)
      let place =
        anywhere
        ? element.content.indices.filter { element.content[$0].element?.field == field }
          .randomElement(
            using: &values.random)! : element.content.lastIndex { $0.element?.field == field }! + 1
      element.content.insert(.element(copy), at: place)
    }
  }

  private mutating func shuffle(_ field: Int, in element: GeneratedElement) {
    var parts = element.children.filter { $0.field == field }
    values.random.shuffle(&parts)
    for index in element.content.indices where element.content[index].element?.field == field {
      element.content[index] = .element(parts.removeFirst())
    }
  }

  /// A copy with other identifiers and another key.
  private mutating func renewed(_ element: GeneratedElement) -> GeneratedElement {
    let copy = element.copy()
    for part in copy.descendants {
      guard let form = part.form else { continue }
      for (index, field) in form.attributes.enumerated() {
        guard let present = part.attributes.firstIndex(where: { $0.name == field.label }) else {
          continue
        }
        if case .identifier = field.role {
          serial += 1
          part.attributes[present].value = "\(prefix)-\(serial)"
        } else if part === copy, form.key.contains(index), field.role == .value {
          part.attributes[present].value = value(of: field)
        }
      }
    }
    return copy
  }

  // MARK: Records and fragments

  private func remove(_ child: GeneratedElement, from parent: GeneratedElement) {
    parent.content.removeAll { $0.element === child }
  }

  private mutating func add(copyOf record: GeneratedElement, to root: GeneratedElement) {
    root.insert(renewed(record))
  }

  private mutating func changeFragments(_ element: GeneratedElement, _ new: GeneratedFragment) {
    guard let form = element.form, form.keepsUnknown, form.content == nil else { return }
    let places = element.content.indices.filter { element.content[$0].element == nil }
    if let place = any(Array(places)), values.random.chance(0.5) {
      element.content.remove(at: place)
    } else if element.textType.isEmpty {
      element.content.insert(.fragment(new), at: values.random.within(0...element.content.count))
    }
  }

  private mutating func changeUnknownAttribute(_ element: GeneratedElement) {
    guard let form = element.form, form.keepsUnknown else { return }
    let known = form.attributes.map(\.label)
    if let place = element.attributes.firstIndex(where: { !known.contains($0.name) }) {
      if values.random.chance(0.5) {
        element.attributes.remove(at: place)
      } else {
        element.attributes[place].value = prefix
      }
    } else {
      element.attributes.append(.init(name: "future\(values.random.below(5))", value: prefix))
    }
  }

  private mutating func changeForeign(_ records: [GeneratedElement]) {
    let extensions = records.flatMap(\.children).filter { $0.name == "ext" }
    guard let ext = any(extensions) else { return }
    if ext.content.count > 1, values.random.chance(0.5) {
      ext.content.remove(at: values.random.below(ext.content.count))
    } else {
      ext.content.append(.fragment(.foreign("<x:\(prefix) xmlns:x=\"urn:x\">&amp;</x:\(prefix)>")))
    }
  }

  private mutating func any<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : values.random.element(of: elements)
  }
}

extension AttributeField.Role {
  fileprivate var isChangeable: Bool { self == .value }
}
