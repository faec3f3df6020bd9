import RegisterModel
import Synchronization

/// What the generator must know of forms and works out once.
enum FormFacts {
  /// The way from the register to the element that a thing of a kind is: fields and their names.
  typealias Path = [(field: Int, alternative: Int)]

  /// How to reach each kind; the shortest way.
  static let definitions: [Kind: Path] = {
    var found: [Kind: Path] = [:]
    var seen: Set<ObjectIdentifier> = [ObjectIdentifier(Register.form)]
    var queue: [(Form, Path)] = [(Register.form, [])]
    while !queue.isEmpty {
      let (form, path) = queue.removeFirst()
      if !path.isEmpty, let kind = form.identifier?.kind, found[kind] == nil { found[kind] = path }
      for (field, child) in form.children.enumerated() where child.isFamily {
        for (alternative, name) in child.alternatives.enumerated()
        where seen.insert(ObjectIdentifier(name.form)).inserted {
          queue.append((name.form, path + [(field, alternative)]))
        }
      }
    }
    return found
  }()

  /// How deep the elements go that a form demands; forms that demand themselves do not occur.
  static func demandedDepth(of form: Form) -> Int {
    if let known = depths.withLock({ $0[ObjectIdentifier(form)] }) { return known }
    depths.withLock { $0[ObjectIdentifier(form)] = 1000 }  // until known: a way round is no way
    let depth =
      form.children.filter { $0.isRequired && $0.isFamily }.map { child in
        1 + (child.alternatives.map { demandedDepth(of: $0.form) }.min() ?? 0)
      }.max() ?? 0
    depths.withLock { $0[ObjectIdentifier(form)] = depth }
    return depth
  }

  private static let depths = Mutex<[ObjectIdentifier: Int]>([:])

  /// Whether the values of a list must differ in their key.
  static func isKeyedList(_ child: ChildField) -> Bool {
    guard child.isList, child.content == .element else { return false }
    let form = child.alternatives[0].form
    return !form.key.isEmpty && form.identifier == nil
  }

  /// Whether levels of an impact scale stand in the form.
  static func isOfImpact(_ form: Form) -> Bool {
    form.attributes.contains { attribute in
      switch attribute.role {
      case .identifier(let kind): kind == .impactCategory
      case .reference(let kinds): kinds == KindSet(.impactCategory)
      case .value: false
      }
    }
  }
}
