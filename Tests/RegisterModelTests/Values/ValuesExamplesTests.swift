import RegisterModel
import TestSupport
import Testing

@Suite("Every type holds to what it says of itself")
struct ValuesExamplesTests {
  /// The types of all attributes and texts of all forms.
  static let types: [SimpleType] = {
    var types: [String: SimpleType] = [:]
    var seen: Set<ObjectIdentifier> = []
    func collect(_ form: Form) {
      guard seen.insert(ObjectIdentifier(form)).inserted else { return }
      for attribute in form.attributes { types[attribute.type.name] = attribute.type }
      if let content = form.content { types[content.type.name] = content.type }
      for child in form.children {
        switch child.content {
        case .text(let type), .list(let type): types[type.name] = type
        default: for name in child.alternatives { collect(name.form) }
        }
      }
    }
    collect(Register.form)
    return types.values.sorted { $0.name < $1.name }
  }()

  @Test(
    "The examples of a type are of it, and their canonical text stays as it is", arguments: types)
  func examples(type: SimpleType) {
    #expect(!type.examples.isEmpty)
    for example in type.examples {
      let canonical = ScalarTypes.canonical(example, of: type)
      #expect(canonical != nil, "\(example)")
      if let canonical { #expect(ScalarTypes.canonical(canonical, of: type) == canonical) }
    }
  }

  @Test("Values made at random are written as they are read", arguments: types)
  func random(type: SimpleType) {
    var values = ValueGenerator(seed: 7)
    for _ in 0..<200 where type.name != "identifier" {
      let value = values.value(of: type)
      #expect(ScalarTypes.canonical(value, of: type) == value)
    }
  }

  @Test("No type takes an empty text, but lists, which are then empty", arguments: types)
  func empty(type: SimpleType) {
    #expect(ScalarTypes.canonical("", of: type) == (type.items.isEmpty ? nil : ""))
  }

  @Test("All of some thirty types are known by their names")
  func known() {
    let unknown = Self.types.filter {
      $0.words.isEmpty && $0.items.isEmpty && ScalarTypes.all[$0.name] == nil
    }
    #expect(unknown.map(\.name) == [])
    #expect(Self.types.count > 40)
  }
}
