package import RegisterModel

/// An element of a generated register: a simple tree that tests can change and write as XML.
///
/// Values stand in canonical spelling, and fragments as the program keeps them, so that a plain
/// writer gives the canonical form.
package final class GeneratedElement {
  package struct Attribute {
    package var name: String
    package var value: String
    /// The name of its type in the schema; empty where no form knows it.
    package var type: String
    /// Whether it says no more than leaving it out.
    package var isStandard = false

    package init(name: String, value: String, type: String = "", isStandard: Bool = false) {
      self.name = name
      self.value = value
      self.type = type
      self.isStandard = isStandard
    }
  }

  package enum Content {
    case element(GeneratedElement)
    case fragment(GeneratedFragment)

    package var element: GeneratedElement? {
      if case .element(let element) = self { element } else { nil }
    }
  }

  package var name: String
  /// What describes it; nil where no form does.
  package let form: Form?
  /// Its place among the fields of its parent.
  package let field: Int
  package var attributes: [Attribute] = []
  package var text: String?
  package var textType = ""
  package var content: [Content] = []

  package init(name: String, form: Form?, field: Int) {
    self.name = name
    self.form = form
    self.field = field
  }

  package var children: [GeneratedElement] { content.compactMap(\.element) }

  package subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// The element and all below it, in document order.
  package var descendants: [GeneratedElement] {
    [self] + children.flatMap(\.descendants)
  }

  package func copy() -> GeneratedElement {
    let copy = GeneratedElement(name: name, form: form, field: field)
    copy.attributes = attributes
    copy.text = text
    copy.textType = textType
    copy.content = content.map { piece in
      if case .element(let element) = piece { .element(element.copy()) } else { piece }
    }
    return copy
  }

  /// Adds a child behind those of the same field and the ones before.
  package func insert(_ child: GeneratedElement) {
    let place = content.lastIndex { ($0.element?.field ?? .max) <= child.field }
    content.insert(.element(child), at: place.map { $0 + 1 } ?? 0)
  }
}

/// XML that no form knows and the program keeps where it is.
package enum GeneratedFragment {
  /// A comment or processing instruction.
  case remark(String)
  /// An element of another namespace, which it declares itself.
  case foreign(String)
  /// An element that a later minor version added: its name, and what follows the name in the tag.
  case later(name: String, rest: String)

  package var xml: String {
    switch self {
    case .remark(let xml), .foreign(let xml): xml
    case .later(let name, let rest): "<\(name)\(rest)/>"
    }
  }
}

/// A whole generated register.
package struct GeneratedRegister {
  package var root: GeneratedElement
  /// Comments before the root.
  package var prolog: [String] = []
  package var schemaLocation: String?
  package var signatures: [String] = []
  /// Which attributes and children of which forms it uses.
  package var places: Set<FormPlace> = []

  package init(root: GeneratedElement) { self.root = root }

  package func copy() -> GeneratedRegister {
    var copy = self
    copy.root = root.copy()
    return copy
  }
}

/// An attribute, a child or a text of a form.
package struct FormPlace: Hashable, Sendable, CustomStringConvertible {
  package let form: ObjectIdentifier
  package let description: String

  package init(_ form: Form, _ part: String) {
    self.form = ObjectIdentifier(form)
    description = form.name + " " + part
  }

  /// All places of all forms that a register can hold.
  package static let all: Set<FormPlace> = {
    var places: Set<FormPlace> = []
    var seen: Set<ObjectIdentifier> = []
    func collect(_ form: Form) {
      guard seen.insert(ObjectIdentifier(form)).inserted else { return }
      for attribute in form.attributes { places.insert(FormPlace(form, "@" + attribute.label)) }
      if form.content != nil { places.insert(FormPlace(form, "text")) }
      for child in form.children {
        for alternative in child.alternatives {
          places.insert(FormPlace(form, alternative.label))
          if child.isFamily { collect(alternative.form) }
        }
      }
    }
    collect(Register.form)
    return places
  }()
}
