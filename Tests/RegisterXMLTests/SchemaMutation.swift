import RegisterModel
import TestSupport

/// A register with one thing changed, which may be a mistake.
struct SchemaMutation {
  /// What was changed, for messages.
  let name: String
  let text: String
}

/// Makes mutations of generated registers: of each element and attribute of each form, once.
struct SchemaMutator {
  private var random: SplitMix64
  private var done: Set<FormPlace> = []
  /// The types whose every bad value has been tried; elsewhere a few are.
  private var triedTypes: Set<String> = []
  private(set) var mutations: [SchemaMutation] = []
  private var base: GeneratedRegister
  /// The place of each element's parent among the elements of the base; the root is its own.
  private var parents: [Int] = []

  /// Seeds of registers that use every place of every form between them, each with the places that
  /// none before it has.
  private static let exemplars: [(seed: UInt64, places: Set<FormPlace>)] = {
    var exemplars: [(UInt64, Set<FormPlace>)] = []
    var missing = FormPlace.all
    var seed: UInt64 = 0
    while !missing.isEmpty, seed < 10_000 {
      let places = register(seed: seed).places.intersection(missing)
      if !places.isEmpty { exemplars.append((seed, places)) }
      missing.subtract(places)
      seed += 1
    }
    return exemplars
  }()

  private static func register(seed: UInt64) -> GeneratedRegister {
    RegisterGenerator(seed: seed, extras: seed % 3 == 0 ? [.remarks, .foreign] : .foreign)
      .register()
  }

  /// - Parameter part: Only these of all the mutations, so that parts can be made at the same time.
  init(part: Int, of parts: Int) {
    random = SplitMix64(seed: UInt64(part))
    base = GeneratedRegister(root: GeneratedElement(name: "register", form: nil, field: -1))
    for (index, exemplar) in Self.exemplars.enumerated() where index % parts == part {
      base = Self.register(seed: exemplar.seed)
      done = FormPlace.all.subtracting(exemplar.places)
      mutateBase()
    }
  }

  private mutating func mutateBase() {
    let elements = base.root.descendants
    var places: [ObjectIdentifier: Int] = [:]
    for (index, element) in elements.enumerated() { places[ObjectIdentifier(element)] = index }
    parents = Array(repeating: 0, count: elements.count)
    for (index, element) in elements.enumerated() {
      for child in element.children { parents[places[ObjectIdentifier(child)]!] = index }
    }
    if mutations.isEmpty { add("nothing") { _, _ in } }
    for (index, element) in elements.enumerated() {
      let parent = elements[parents[index]]
      if index > 0, let form = parent.form,
        done.insert(FormPlace(form, element.name)).inserted
      {
        mutateElement(index, element, parent)
      }
      guard let form = element.form else { continue }
      for field in form.attributes
      where element[field.label] != nil && done.insert(FormPlace(form, "@" + field.label)).inserted
      {
        mutateAttribute(index, form, field)
      }
      if let content = form.content, done.insert(FormPlace(form, "text")).inserted {
        mutateText(index, form, content.type)
      }
    }
  }

  /// Adds a mutation: `change` gets the element of that place in a copy, and its parent.
  private mutating func add(
    _ name: String, at index: Int = 0,
    _ change: (GeneratedElement, GeneratedElement) -> Void
  ) {
    let copy = base.copy()
    let elements = copy.root.descendants
    change(elements[index], elements[parents[index]])
    mutations.append(SchemaMutation(name: name, text: copy.canonicalText))
  }

  // MARK: Elements

  private mutating func mutateElement(
    _ index: Int, _ element: GeneratedElement, _ parent: GeneratedElement
  ) {
    let what = "<\(element.name)> of <\(parent.name)>"
    add("\(what) dropped", at: index) { $1.replace($0, with: []) }
    add("\(what) repeated", at: index) { $1.replace($0, with: [$0, $0.copy()]) }
    add("\(what) moved to the end", at: index) { element, parent in
      parent.replace(element, with: [])
      parent.content.append(.element(element))
    }
    let other = random.element(of: base.root.descendants).name
    switch random.below(6) {
    case 0: add("\(what) renamed", at: index) { element, _ in element.name += "x" }
    case 1: add("\(what) in capitals", at: index) { it, _ in it.name = it.name.uppercased() }
    case 2: add("\(what) renamed to <\(other)>", at: index) { it, _ in it.name = other }
    case 3: add("\(what) emptied", at: index) { it, _ in (it.attributes, it.content) = ([], []) }
    case 4:
      add("\(what) with text", at: index) { it, _ in it.text = (it.text ?? "") + " stray" }
    default:
      add("\(what) before its sibling", at: index) { element, parent in
        parent.replace(element, with: [])
        parent.content.insert(.element(element), at: 0)
      }
    }
    switch random.below(4) {
    case 0:
      add("\(what) with a stranger", at: index) { it, _ in
        it.content.append(
          .element(GeneratedElement(name: "stranger", form: nil, field: it.content.count)))
      }
    case 1:
      add("\(what) with an element of another namespace", at: index) { it, _ in
        it.content.append(.fragment(.foreign("<x:e xmlns:x=\"urn:x\"/>")))
      }
    case 2:
      add("\(what) in its sibling", at: index) { element, parent in
        guard let sibling = parent.children.first(where: { $0 !== element }) else { return }
        parent.replace(element, with: [])
        sibling.content.append(.element(element))
      }
    default:
      add("\(what) with text behind its children", at: index) { it, _ in
        it.content.append(.fragment(.remark("stray")))
      }
    }
  }

  // MARK: Attributes

  private mutating func mutateAttribute(_ index: Int, _ form: Form, _ field: AttributeField) {
    let what = "\(field.label) of \(form.name)"
    add("\(what) dropped", at: index) { it, _ in
      it.attributes.removeAll { $0.name == field.label }
    }
    switch random.below(4) {
    case 0: change("\(what) renamed", index, field) { $0.name += "x" }
    case 1: change("\(what) in capitals", index, field) { $0.name = $0.name.uppercased() }
    case 2:
      add("\(what) beside a stranger", at: index) { it, _ in
        it.attributes.append(GeneratedElement.Attribute(name: "stranger", value: "1"))
      }
    default:
      add("\(what) beside one of xml:", at: index) { it, _ in
        it.attributes.append(GeneratedElement.Attribute(name: "xml:lang", value: "en"))
      }
    }
    switch field.role {
    case .identifier(let kind): mutateIdentifier(what, index, field, kind)
    case .reference(let kinds): mutateReference(what, index, field, kinds)
    case .value: break
    }
    for value in values(of: field.type) {
      change("\(what) = '\(value.prefix(40))'", index, field) { $0.value = value }
    }
  }

  private mutating func change(
    _ name: String, _ index: Int, _ field: AttributeField,
    _ change: (inout GeneratedElement.Attribute) -> Void
  ) {
    add(name, at: index) { element, _ in
      for place in element.attributes.indices where element.attributes[place].name == field.label {
        change(&element.attributes[place])
        element.attributes[place].isStandard = false
      }
    }
  }

  private mutating func mutateIdentifier(
    _ what: String, _ index: Int, _ field: AttributeField, _ kind: Kind
  ) {
    for isSame in [true, false] {
      let own = base.root.descendants[index][field.label]
      let others = identifiers { ($0 == kind) == isSame }.filter { $0 != own }
      guard !others.isEmpty else { continue }
      let other = random.element(of: others)
      change("\(what) as another's", index, field) { $0.value = other }
    }
    change("\(what) changed", index, field) { $0.value = "Renamed-1" }
  }

  private mutating func mutateReference(
    _ what: String, _ index: Int, _ field: AttributeField, _ kinds: KindSet
  ) {
    change("\(what) dangling", index, field) { $0.value = "Nowhere-1" }
    let wrong = identifiers { !kinds.contains(KindSet($0)) }
    if !wrong.isEmpty {
      let other = random.element(of: wrong)
      change("\(what) to a wrong kind", index, field) { $0.value = other }
    }
    let right = identifiers { kinds.contains(KindSet($0)) }
    let other = random.element(of: right)
    change("\(what) to another", index, field) { $0.value = other }
  }

  /// The identifiers in the register of the kinds that are asked for.
  private func identifiers(_ isWanted: (Kind) -> Bool) -> [String] {
    base.root.descendants.compactMap { element in
      guard let form = element.form, let (place, kind) = form.identifier, isWanted(kind) else {
        return nil
      }
      return element[form.attributes[place].label]
    }
  }

  // MARK: Values

  private mutating func mutateText(_ index: Int, _ form: Form, _ type: SimpleType) {
    for value in values(of: type) {
      add("text of \(form.name) = '\(value.prefix(40))'", at: index) { it, _ in it.text = value }
    }
  }

  /// Doubtful values for a type: all of them the first time, then two.
  private mutating func values(of type: SimpleType) -> [String] {
    var values = SchemaValues.of(type)
    if triedTypes.insert(type.name).inserted { return values }
    random.shuffle(&values)
    return Array(values.prefix(2))
  }
}

extension GeneratedElement {
  fileprivate func replace(_ child: GeneratedElement, with others: [GeneratedElement]) {
    guard let place = content.firstIndex(where: { $0.element === child }) else { return }
    content.replaceSubrange(place...place, with: others.map { .element($0) })
  }
}
