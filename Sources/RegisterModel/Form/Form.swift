import Synchronization

/// The description of an element: its attributes, its children in their order, its own text.
package final class Form: Sendable {
  /// The name of its type in the schema.
  package let name: String
  package let documentation: String
  package let attributes: [AttributeField]
  package let children: [ChildField]
  /// The text of the element itself.
  package let content: ContentField?
  /// The attributes whose values tell its likes in one list apart; empty where their order does.
  package let key: [Int]
  /// Where the value keeps what its reader did not know; nil where it can't.
  let unknownOffset: Int?
  /// The places of what must be there, as bits.
  let requirements: (attributes: UInt64, children: UInt64)
  /// Whether keys that are written differently are different: words and identifiers, not numbers.
  let isKeyVerbatim: Bool
  /// Whether it has lists that could be keyed.
  let hasKeyedLists: Bool
  /// Whether the value has room for what no form knows.
  package var keepsUnknown: Bool { unknownOffset != nil }
  private let attributePlaces: [Int16]
  private let childPlaces: [Int16]

  init(
    name: String, documentation: String, attributes: [AttributeField] = [],
    children: [ChildField] = [], content: ContentField? = nil, key: [String] = [],
    unknownOffset: Int? = nil
  ) {
    precondition(attributes.count <= 64 && children.count <= 64, "a form has 64 places at most")
    self.name = name
    self.documentation = documentation
    self.attributes = attributes
    self.children = children
    self.content = content
    self.unknownOffset = unknownOffset
    hasKeyedLists = children.contains { $0.isList && $0.content == .element }
    self.key = key.map { label in
      guard let index = attributes.firstIndex(where: { $0.label == label }) else {
        preconditionFailure("\(name) has no attribute \(label) to be its key")
      }
      return index
    }
    requirements = (
      attributes.enumerated().reduce(0) {
        $1.element.isRequired ? $0 | 1 << UInt64($1.offset) : $0
      },
      children.enumerated().reduce(0) { $1.element.isRequired ? $0 | 1 << UInt64($1.offset) : $0 }
    )
    let labels = attributes.map(\.label) + children.flatMap { $0.alternatives.map(\.label) }
    precondition(Set(labels).count == labels.count, "a name stands twice in the form \(name)")
    isKeyVerbatim = self.key.allSatisfy {
      !attributes[$0].type.words.isEmpty || !attributes[$0].type.kinds.isEmpty
    }
    attributePlaces = Self.table(attributes.map { [$0.name] })
    childPlaces = Self.table(children.map { $0.alternatives.map(\.name) })
  }

  private static func table(_ names: [[Name]]) -> [Int16] {
    var table = [Int16](
      repeating: -1, count: (names.joined().map(\.index).max() ?? -1) + 1)
    for (field, alternatives) in names.enumerated() {
      for (alternative, name) in alternatives.enumerated() {
        precondition(table[name.index] < 0, "'\(name.text)' stands twice in one form")
        table[name.index] = Int16(field << 6 | alternative)
      }
    }
    return table
  }

  /// The place of an attribute; nil if the form has none of that name.
  @inline(__always)
  package func attributeIndex(_ name: Name) -> Int? {
    guard name.index < attributePlaces.count, attributePlaces[name.index] >= 0 else { return nil }
    return Int(attributePlaces[name.index]) >> 6
  }

  /// The place of a child, and which of its names it is; nil if the form has no such child.
  @inline(__always)
  package func childIndex(_ name: Name) -> (field: Int, alternative: Int)? {
    guard name.index < childPlaces.count, childPlaces[name.index] >= 0 else { return nil }
    return (Int(childPlaces[name.index]) >> 6, Int(childPlaces[name.index]) & 63)
  }

  /// The attribute that is its identifier, and the kind of thing that it names.
  package var identifier: (index: Int, kind: Kind)? {
    for (index, attribute) in attributes.enumerated() {
      if case .identifier(let kind) = attribute.role { return (index, kind) }
    }
    return nil
  }

  /// Text and no more: the form of an element that holds one atomic value.
  static func text(_ type: SimpleType, isList: Bool = false) -> Form {
    Form(
      name: type.name, documentation: "",
      content: ContentField(
        type: type, isList: isList, isRequired: !isList, decode: { _, _ in true },
        encode: { _, _ in }))
  }

  /// Paragraphs.
  static let prose = Form(
    name: "prose", documentation: "One or more paragraphs of text.",
    children: [
      ChildField(
        label: "p", form: { Form.text(Line.simpleType) }, isRequired: true, isList: true,
        documentation: "A paragraph.", content: .text(Line.simpleType), decode: { _, _, _, _ in },
        encodeLeaf: nil, forEach: nil)
    ])
}

/// An attribute of a described element.
package final class AttributeField: Sendable {
  package enum Role: Sendable, Equatable {
    case value
    /// It names the thing itself.
    case identifier(Kind)
    /// It names another thing.
    case reference(KindSet)
  }

  package let name: Name
  package let label: String
  package let type: SimpleType
  package let role: Role
  package let isRequired: Bool
  /// What it means to leave it out; the writer leaves it out then.
  package let standard: String?
  package let documentation: String
  /// Reads the text into the value at that address; false if it is not of the type.
  let decode: @Sendable (UnsafeBufferPointer<UInt8>, UnsafeMutableRawPointer) -> Bool
  /// Appends the text; false if there is none to write.
  let encode: @Sendable (UnsafeRawPointer, inout [UInt8]) -> Bool
  /// The canonical text for a text that means the same; nil if it is not of the type.
  let canonical: @Sendable (UnsafeBufferPointer<UInt8>) -> String?
  /// The identifier it holds, if it holds one.
  let identifierText: (@Sendable (UnsafeRawPointer) -> String?)?

  init(
    name: Name, label: String, type: SimpleType, role: Role, isRequired: Bool, standard: String?,
    documentation: String,
    decode: @escaping @Sendable (UnsafeBufferPointer<UInt8>, UnsafeMutableRawPointer) -> Bool,
    encode: @escaping @Sendable (UnsafeRawPointer, inout [UInt8]) -> Bool,
    canonical: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> String?,
    identifierText: (@Sendable (UnsafeRawPointer) -> String?)?
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.role = role
    self.isRequired = isRequired
    self.standard = standard
    self.documentation = documentation
    self.decode = decode
    self.encode = encode
    self.canonical = canonical
    self.identifierText = identifierText
  }
}

/// A child element, or several, of a described element.
package final class ChildField: Sendable {
  package enum Content: Sendable, Equatable {
    /// One atomic value.
    case text(SimpleType)
    /// Atomic values, parted by blanks.
    case list(SimpleType)
    case prose
    case element
    case choice
    /// XML of other namespaces.
    case foreign
  }

  /// An element name, and the form of what it holds.
  package final class Name: Sendable {
    package let name: RegisterModel.Name
    package let label: String
    private let makeForm: @Sendable () -> Form
    /// Forms may contain themselves, so they are looked up when they are first needed, and once. The
    /// address of the form, which is kept for good; 0 until then.
    private let knownForm = Atomic<UInt>(0)

    init(_ label: String, form: @escaping @Sendable () -> Form) {
      name = RegisterModel.Name(label)
      self.label = label
      makeForm = form
    }

    package var form: Form {
      let address = knownForm.load(ordering: .acquiring)
      if let known = UnsafeRawPointer(bitPattern: address) {
        return Unmanaged<Form>.fromOpaque(known).takeUnretainedValue()
      }
      let form = makeForm()
      knownForm.store(
        UInt(bitPattern: Unmanaged.passRetained(form).toOpaque()), ordering: .releasing)
      return form
    }
  }

  package let alternatives: [Name]
  package let isRequired: Bool
  package let isList: Bool
  package let documentation: String
  package let content: Content
  /// Reads the node into the value at that address.
  let decode: @Sendable (Int, Int, UnsafeMutableRawPointer, inout DecodingContext) -> Void
  /// Writes all there is, of a field that holds no described values.
  let encodeLeaf: (@Sendable (UnsafeRawPointer, Int, inout WrittenRecord) -> Void)?
  /// Calls back with the address of each described value and the place of its name.
  let forEach: (@Sendable (UnsafeRawPointer, (UnsafeRawPointer, Int) -> Void) -> Void)?
  /// Calls back once with all values of a list of described values.
  let elements: (@Sendable (UnsafeRawPointer, (FamilyValues) -> Void) -> Void)?

  /// Whether its values must differ in their key. Identifiers differ in the whole register anyway.
  var isKeyedList: Bool {
    guard isList, case .element = content else { return false }
    let form = alternatives[0].form
    return !form.key.isEmpty && form.identifier == nil
  }

  /// Whether it holds described values, one after the other.
  package var isFamily: Bool { forEach != nil }

  /// Calls back with the address of each described value, and the place of its name.
  package func forEach(_ base: UnsafeRawPointer, _ body: (UnsafeRawPointer, Int) -> Void) {
    forEach?(base, body)
  }

  /// Calls back once with all values of a list of described values; they stay put during the call.
  func withElements(_ base: UnsafeRawPointer, _ body: (FamilyValues) -> Void) {
    elements?(base, body)
  }

  /// Writes all there is, of a field that holds no described values.
  package func encodeLeaf(
    _ base: UnsafeRawPointer, _ field: Int, into record: inout WrittenRecord
  ) {
    encodeLeaf?(base, field, &record)
  }

  package var label: String { alternatives.map(\.label).joined(separator: "|") }

  init(
    alternatives: [Name], isRequired: Bool, isList: Bool, documentation: String, content: Content,
    decode: @escaping @Sendable (Int, Int, UnsafeMutableRawPointer, inout DecodingContext) -> Void,
    encodeLeaf: (@Sendable (UnsafeRawPointer, Int, inout WrittenRecord) -> Void)?,
    forEach: (@Sendable (UnsafeRawPointer, (UnsafeRawPointer, Int) -> Void) -> Void)?,
    elements: (@Sendable (UnsafeRawPointer, (FamilyValues) -> Void) -> Void)? = nil
  ) {
    self.alternatives = alternatives
    self.isRequired = isRequired
    self.isList = isList
    self.documentation = documentation
    self.content = content
    self.decode = decode
    self.encodeLeaf = encodeLeaf
    self.forEach = forEach
    self.elements = elements
  }

  convenience init(
    label: String, form: @escaping @Sendable () -> Form, isRequired: Bool, isList: Bool,
    documentation: String, content: Content,
    decode: @escaping @Sendable (Int, Int, UnsafeMutableRawPointer, inout DecodingContext) -> Void,
    encodeLeaf: (@Sendable (UnsafeRawPointer, Int, inout WrittenRecord) -> Void)?,
    forEach: (@Sendable (UnsafeRawPointer, (UnsafeRawPointer, Int) -> Void) -> Void)?,
    elements: (@Sendable (UnsafeRawPointer, (FamilyValues) -> Void) -> Void)? = nil
  ) {
    self.init(
      alternatives: [Name(label, form: form)],
      isRequired: isRequired, isList: isList, documentation: documentation, content: content,
      decode: decode, encodeLeaf: encodeLeaf, forEach: forEach, elements: elements)
  }
}

/// The text of a described element.
package struct ContentField: Sendable {
  package let type: SimpleType
  package let isList: Bool
  package let isRequired: Bool
  let decode: @Sendable (UnsafeBufferPointer<UInt8>, UnsafeMutableRawPointer) -> Bool
  let encode: @Sendable (UnsafeRawPointer, inout [UInt8]) -> Void
}

/// The addresses of the values of a list.
struct FamilyValues {
  let start: UnsafeRawPointer?
  let count: Int
  let stride: Int

  subscript(index: Int) -> UnsafeRawPointer { start! + index * stride }
}
