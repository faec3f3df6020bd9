import RegisterModel

/// Makes random registers that hold to the format, guided by its forms.
///
/// Every attribute, child and alternative has its chance; references name something that is there;
/// keys differ; levels lie on their scales. The same seed gives the same register.
package final class RegisterGenerator {
  /// What stands in a register beside what its forms know.
  package struct Extras: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    /// Comments and processing instructions.
    package static let remarks = Extras(rawValue: 1)
    /// Elements of other namespaces, a schema location, signatures.
    package static let foreign = Extras(rawValue: 2)
    /// The register says it is of version 1.7, and has elements and attributes of that version.
    package static let later = Extras(rawValue: 4)
  }

  var values: ValueGenerator
  let extras: Extras
  /// With criteria all ranks lie in 1...5; without them only those of impact do.
  private let hasCriteria: Bool
  private var density = 0.5
  /// How many more elements may be made freely; past that only what must be there is.
  private var budget: Int
  private var serial = 0
  private var names: [Kind: [String]] = [:]
  /// Names that were referred to, and that nothing has yet.
  private var promised: [Kind: [String]] = [:]
  private var places: Set<FormPlace> = []

  package init(seed: UInt64, extras: Extras = []) {
    values = ValueGenerator(seed: seed)
    self.extras = extras
    hasCriteria = values.random.chance(0.4)
    budget = values.random.within(8...70)
  }

  package func register() -> GeneratedRegister {
    let form = Register.form
    density = values.random.element(of: [0, 0.2, 0.5, 0.9])
    let root = GeneratedElement(name: "register", form: form, field: -1)
    addAttributes(to: root, form)
    let families = form.children.indices.filter { form.children[$0].isList }
    let chosen = Set(
      (0..<values.random.within(1...3)).map { _ in values.random.element(of: families) })
    for (field, child) in form.children.enumerated() {
      if child.label == "criteria" {
        if hasCriteria { add(child, field, to: root, depth: 1) }
      } else if child.isList {
        guard chosen.contains(field) else { continue }
        for _ in 0..<values.random.within(1...2) { addRecord(child, field, to: root) }
      } else if child.isRequired || values.random.chance(density) {
        add(child, field, to: root, depth: 1)
      }
    }
    fulfilPromises(in: root)
    sortFamilies(of: root)
    var register = GeneratedRegister(root: root)
    addExtras(to: &register)
    register.places = places
    return register
  }

  private func addRecord(_ child: ChildField, _ field: Int, to root: GeneratedElement) {
    density = values.random.element(of: [0.05, 0.3, 0.6, 0.95])
    root.insert(element(child.alternatives[0], field, of: Register.form, depth: 1))
  }

  private func sortFamilies(of root: GeneratedElement) {
    func order(_ element: GeneratedElement) -> String { element["id"] ?? element["number"] ?? "" }
    let children = root.children.enumerated().sorted { left, right in
      if left.element.field != right.element.field {
        return left.element.field < right.element.field
      }
      let (first, second) = (order(left.element), order(right.element))
      return IdentifierText.precedes(first, second)
        || !IdentifierText.precedes(second, first) && left.offset < right.offset
    }
    root.content = children.map { .element($0.element) }
  }

  // MARK: Elements

  private func element(
    _ name: ChildField.Name, _ field: Int, of parent: Form, depth: Int, identifier: String? = nil
  ) -> GeneratedElement {
    budget -= 1
    let form = name.form
    let element = GeneratedElement(name: name.label, form: form, field: field)
    places.insert(FormPlace(parent, name.label))
    addAttributes(to: element, form, identifier: identifier)
    if let content = form.content {
      places.insert(FormPlace(form, "text"))
      element.text = value(of: content.type, in: form)
      element.textType = content.type.name
    }
    for (index, child) in form.children.enumerated() {
      add(child, index, to: element, depth: depth + 1)
    }
    return element
  }

  private func add(_ child: ChildField, _ field: Int, to parent: GeneratedElement, depth: Int) {
    let form = parent.form!  // only foreign elements have none, and nothing is added to them here
    let isFull = budget <= 0 || depth > 7
    let wanted = !isFull && values.random.chance(density)
    guard child.isRequired || wanted || Self.isScale(child, of: form) else { return }
    switch child.content {
    case .text(let type), .list(let type):
      let element = leaf(child, field, type, of: form)
      parent.content.append(.element(element))
    case .prose:
      parent.content.append(.element(prose(child, field, of: form)))
    case .foreign:
      guard extras.contains(.foreign) else { return }
      places.insert(FormPlace(form, child.label))
      let element = GeneratedElement(name: child.label, form: nil, field: field)
      element.content = (0..<values.random.within(1...2)).map { _ in .fragment(foreignFragment()) }
      parent.content.append(.element(element))
    case .element, .choice:
      addFamily(child, field, to: parent, form, depth: depth, isFull: isFull)
    }
  }

  private func addFamily(
    _ child: ChildField, _ field: Int, to parent: GeneratedElement, _ form: Form, depth: Int,
    isFull: Bool
  ) {
    let isKeyed = FormFacts.isKeyedList(child)
    var keys: Set<String> = []
    let count =
      Self.isScale(child, of: form)
      ? 5 : child.isList && !isFull ? values.random.within(1...(depth > 3 ? 2 : 3)) : 1
    for _ in 0..<count {
      let name = alternative(of: child, isFull: isFull)
      let element = element(name, field, of: form, depth: depth)
      if isKeyed, !keys.insert(key(of: element, name.form)).inserted { continue }
      parent.content.append(.element(element))
    }
  }

  private func alternative(of child: ChildField, isFull: Bool) -> ChildField.Name {
    guard isFull, child.alternatives.count > 1 else {
      // Now and then one that goes deep, or what stands far inside would hardly ever be made.
      let deep = child.alternatives.filter { FormFacts.demandedDepth(of: $0.form) > 0 }
      return values.random.element(
        of: deep.isEmpty || values.random.chance(0.6) ? child.alternatives : deep)
    }
    let depths = child.alternatives.map { FormFacts.demandedDepth(of: $0.form) }
    let least = depths.min()!  // a field has at least one name
    return values.random.element(
      of: zip(child.alternatives, depths).filter { $0.1 == least }.map(\.0))
  }

  /// Scales have five levels and matrices five rows, so that ranks can be told beforehand.
  private static func isScale(_ child: ChildField, of form: Form) -> Bool {
    switch form.name {
    case "likelihoodScale", "impactCategory": child.label == "level"
    case "matrix": true
    default: false
    }
  }

  private func key(of element: GeneratedElement, _ form: Form) -> String {
    form.key.map { index in
      let attribute = form.attributes[index]
      let text = element[attribute.label] ?? attribute.standard ?? ""
      guard attribute.type.name == "moment" else { return text }
      return Moment(text: text).map { "\($0.secondsSince1970)" } ?? text
    }.joined(separator: "\n")
  }

  private func leaf(_ child: ChildField, _ field: Int, _ type: SimpleType, of form: Form)
    -> GeneratedElement
  {
    budget -= 1
    places.insert(FormPlace(form, child.label))
    let element = GeneratedElement(
      name: child.label, form: child.alternatives[0].form, field: field)
    element.text = value(of: type, in: form)
    element.textType = type.name
    return element
  }

  private func prose(_ child: ChildField, _ field: Int, of form: Form) -> GeneratedElement {
    budget -= 1
    places.insert(FormPlace(form, child.label))
    let form = child.alternatives[0].form
    let element = GeneratedElement(name: child.label, form: form, field: field)
    for _ in 0..<(budget > 0 ? values.random.within(1...2) : 1) {
      element.content.append(.element(leaf(form.children[0], 0, Line.simpleType, of: form)))
    }
    return element
  }

  // MARK: Attributes

  private func addAttributes(
    to element: GeneratedElement, _ form: Form, identifier: String? = nil
  ) {
    for field in form.attributes {
      let value: String
      switch field.role {
      case .identifier(let kind): value = identifier ?? newIdentifier(of: kind)
      case .reference(let kinds):
        guard field.isRequired || budget > 0 && values.random.chance(density) else { continue }
        value = reference(to: kinds)
      case .value:
        guard field.isRequired || values.random.chance(density) else { continue }
        value =
          field.label == "schemaVersion"
          ? (extras.contains(.later) ? "1.7" : "1.0") : self.value(of: field.type, in: form)
      }
      places.insert(FormPlace(form, "@" + field.label))
      element.attributes.append(
        GeneratedElement.Attribute(
          name: field.label, value: value, type: field.type.name,
          isStandard: value == field.standard))
    }
  }

  private func value(of type: SimpleType, in form: Form) -> String {
    switch type.name {
    case "identifier": return newToken()
    case "level" where hasCriteria || FormFacts.isOfImpact(form):
      return "\(values.random.within(1...5))"
    case "levels":
      return (0..<5).map { _ in "\(values.random.within(1...5))" }.joined(separator: " ")
    default: return values.value(of: type)
    }
  }

  // MARK: Identifiers

  private func newToken() -> String {
    serial += values.random.within(1...7)
    let start = values.random.element(of: ["R-", "x", "A.", "Big_one.", "Zz-", "R"])
    let zeros = values.random.chance(0.2) ? "00" : ""
    // The number makes it unique: no start ends in a digit.
    let token = start + zeros + "\(serial)"
    return values.random.chance(0.03)
      ? token + String(repeating: "x", count: 64 - token.utf8.count) : token
  }

  private func newIdentifier(of kind: Kind) -> String {
    if let name = promised[kind]?.popLast() { return name }
    let name = newToken()
    names[kind, default: []].append(name)
    return name
  }

  /// A name of something of one of the kinds, which is there or will be.
  private func reference(to kinds: KindSet) -> String {
    let known = kinds.kinds.filter { names[$0] != nil }
    if !known.isEmpty, budget <= 0 || values.random.chance(0.7) {
      return values.random.element(of: names[values.random.element(of: known)]!)
    }
    let kind = values.random.element(of: kinds.kinds)
    let name = newToken()
    names[kind, default: []].append(name)
    promised[kind, default: []].append(name)
    return name
  }

  /// Makes what was referred to and is not there yet, with no more than must be said of it.
  private func fulfilPromises(in root: GeneratedElement) {
    density = 0
    budget = 0
    while let kind = Kind.allCases.first(where: { promised[$0]?.isEmpty == false }) {
      let name = promised[kind]!.removeLast()
      define(name, by: FormFacts.definitions[kind]!, in: root, Register.form, depth: 1)
    }
  }

  private func define(
    _ name: String, by path: FormFacts.Path, in parent: GeneratedElement, _ form: Form, depth: Int
  ) {
    let step = path[0]
    let alternative = form.children[step.field].alternatives[step.alternative]
    if path.count == 1 {
      parent.insert(
        element(alternative, step.field, of: form, depth: depth, identifier: name))
      return
    }
    let known = parent.children.first { $0.name == alternative.label && $0.field == step.field }
    let inner = known ?? element(alternative, step.field, of: form, depth: depth)
    if known == nil { parent.insert(inner) }
    define(name, by: Array(path.dropFirst()), in: inner, alternative.form, depth: depth + 1)
  }
}
