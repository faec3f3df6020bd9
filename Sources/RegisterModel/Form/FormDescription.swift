/// Collects the fields of a ``Form`` in the order in which they are written.
///
/// Each method names a field, says where in the value it lives and what it means; the compiler checks
/// that the place has the type that the method can read and write.
package struct FormDescription<Root: Described> {
  private var attributes: [AttributeField] = []
  private var children: [ChildField] = []
  private var content: ContentField?

  /// Describes `Root`.
  ///
  /// - Parameters:
  ///   - unknown: Where the value keeps what its reader did not know.
  ///   - name: The name of its type in the schema.
  ///   - key: The attributes that tell values of one list apart; none where only their order does.
  static func form(
    _ unknown: KeyPath<Root, [UnknownContent]>, _ name: String, key: [String] = [],
    _ documentation: String, _ describe: (inout FormDescription<Root>) -> Void
  ) -> Form {
    var description = FormDescription<Root>()
    describe(&description)
    return Form(
      name: name, documentation: documentation, attributes: description.attributes,
      children: description.children, content: description.content, key: key,
      unknownOffset: description.offset(unknown))
  }

  private func offset<Value>(_ path: KeyPath<Root, Value>) -> Int {
    guard let offset = MemoryLayout<Root>.offset(of: path) else {
      preconditionFailure("\(path) is no stored property")
    }
    return offset
  }

  // MARK: Attributes

  /// The identifier of the thing itself.
  mutating func identifier<Subject: IdentifierSubject>(
    _ label: String = "id", _ path: KeyPath<Root, Identifier<Subject>>, _ kind: Kind,
    _ documentation: String = "A short token, unique in the register and never used again."
  ) {
    add(label, path, documentation, role: .identifier(kind))
  }

  /// A value that must be there.
  mutating func attribute<Value: Scalar>(
    _ label: String, _ path: KeyPath<Root, Value>, _ documentation: String
  ) {
    add(label, path, documentation, role: .value)
  }

  /// A value that may be unknown.
  mutating func attribute<Value: Scalar>(
    _ label: String, _ path: KeyPath<Root, Value?>, _ documentation: String
  ) {
    let offset = offset(path)
    let type = Value.simpleType
    attributes.append(
      AttributeField(
        name: Name(label), label: label, type: type,
        role: type.kinds.isEmpty ? .value : .reference(type.kinds), isRequired: false,
        standard: nil, documentation: documentation,
        decode: { text, base in
          guard let value = Value(written: text) else { return false }
          base.advanced(by: offset).assumingMemoryBound(to: Value?.self).pointee = value
          return true
        },
        encode: { base, bytes in
          guard let value = base.advanced(by: offset).assumingMemoryBound(to: Value?.self).pointee
          else { return false }
          value.write(to: &bytes)
          return true
        },
        canonical: { Value(written: $0)?.writtenText },
        identifierText: Self.identifier(type) { base in
          base.advanced(by: offset).assumingMemoryBound(to: Value?.self).pointee?.identifierText
        }))
  }

  /// A value that must be there, of a type that has no blank value to start from.
  mutating func required<Value: Scalar>(
    _ label: String, _ path: KeyPath<Root, Value?>, _ documentation: String
  ) {
    attribute(label, path, documentation)
    attributes[attributes.count - 1] = attributes[attributes.count - 1].required()
  }

  /// A value that is understood where it is left out.
  mutating func attribute<Value: Scalar>(
    _ label: String, _ path: KeyPath<Root, Value>, standard: Value, _ documentation: String
  ) {
    let offset = offset(path)
    attributes.append(
      AttributeField(
        name: Name(label), label: label, type: Value.simpleType, role: .value, isRequired: false,
        standard: standard.writtenText, documentation: documentation,
        decode: Self.decoder(Value.self, offset),
        encode: { base, bytes in
          let value = base.advanced(by: offset).assumingMemoryBound(to: Value.self).pointee
          guard value != standard else { return false }
          value.write(to: &bytes)
          return true
        }, canonical: { Value(written: $0)?.writtenText }, identifierText: nil))
  }

  /// Values parted by blanks; none where it is left out.
  mutating func attribute<Value: Scalar>(
    _ label: String, _ path: KeyPath<Root, [Value]>, _ documentation: String
  ) {
    let offset = offset(path)
    let element = Value.simpleType
    attributes.append(
      AttributeField(
        name: Name(label), label: label, type: Self.listType(of: element), role: .value,
        isRequired: false, standard: nil, documentation: documentation,
        decode: { text, base in
          guard let values = Self.values(Value.self, text) else { return false }
          base.advanced(by: offset).assumingMemoryBound(to: [Value].self).pointee = values
          return true
        },
        encode: { base, bytes in
          let values = base.advanced(by: offset).assumingMemoryBound(to: [Value].self).pointee
          Self.write(values, &bytes)
          return !values.isEmpty
        }, canonical: { String(decoding: $0, as: UTF8.self) }, identifierText: nil))
  }

  private mutating func add<Value: Scalar>(
    _ label: String, _ path: KeyPath<Root, Value>, _ documentation: String,
    role: AttributeField.Role
  ) {
    let offset = offset(path)
    let type = Value.simpleType
    let isReference = role == .value && !type.kinds.isEmpty
    attributes.append(
      AttributeField(
        name: Name(label), label: label, type: type,
        role: isReference ? .reference(type.kinds) : role, isRequired: true, standard: nil,
        documentation: documentation, decode: Self.decoder(Value.self, offset),
        encode: { base, bytes in
          base.advanced(by: offset).assumingMemoryBound(to: Value.self).pointee.write(to: &bytes)
          return true
        },
        canonical: { Value(written: $0)?.writtenText },
        identifierText: Self.identifier(type) { base in
          base.advanced(by: offset).assumingMemoryBound(to: Value.self).pointee.identifierText
        }))
  }

  /// The way to the text of an identifier, for a type that is one.
  private static func identifier(
    _ type: SimpleType, _ text: @escaping @Sendable (UnsafeRawPointer) -> String?
  ) -> (@Sendable (UnsafeRawPointer) -> String?)? {
    type.kinds.isEmpty ? nil : text
  }

  private static func decoder<Value: Scalar>(_ type: Value.Type, _ offset: Int)
    -> @Sendable (UnsafeBufferPointer<UInt8>, UnsafeMutableRawPointer) -> Bool
  {
    { text, base in
      guard let value = Value(written: text) else { return false }
      base.advanced(by: offset).assumingMemoryBound(to: Value.self).pointee = value
      return true
    }
  }

  private static func listType(of element: SimpleType) -> SimpleType {
    SimpleType(
      element.name + "s", base: "xs:list",
      expectation: element.expectation + ", or several parted by blanks",
      examples: [
        element.examples[0], element.examples.prefix(3).joined(separator: " "),
      ], items: [element])
  }

  private static func values<Value: Scalar>(
    _ type: Value.Type, _ text: UnsafeBufferPointer<UInt8>
  ) -> [Value]? {
    var values: [Value] = []
    for part in text.split(separator: UInt8(ascii: " ")) {
      guard let value = Value(written: UnsafeBufferPointer(rebasing: part)) else { return nil }
      values.append(value)
    }
    return values
  }

  private static func write<Value: Scalar>(_ values: [Value], _ bytes: inout [UInt8]) {
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: " ")) }
      value.write(to: &bytes)
    }
  }

  // MARK: Text of the element itself

  mutating func text<Value: Scalar>(_ path: KeyPath<Root, Value>) {
    let offset = offset(path)
    content = ContentField(
      type: Value.simpleType, isList: false, isRequired: true,
      decode: Self.decoder(Value.self, offset),
      encode: { base, bytes in
        base.advanced(by: offset).assumingMemoryBound(to: Value.self).pointee.write(to: &bytes)
      })
  }

  mutating func text<Value: Scalar>(list path: KeyPath<Root, [Value]>) {
    let offset = offset(path)
    content = ContentField(
      type: Self.listType(of: Value.simpleType), isList: true, isRequired: true,
      decode: { text, base in
        guard let values = Self.values(Value.self, text) else { return false }
        base.advanced(by: offset).assumingMemoryBound(to: [Value].self).pointee = values
        return true
      },
      encode: { base, bytes in
        Self.write(base.advanced(by: offset).assumingMemoryBound(to: [Value].self).pointee, &bytes)
      })
  }

  // MARK: Children

  /// An element that holds one atomic value and must be there.
  mutating func textElement<Value: Scalar>(
    _ label: String, _ path: KeyPath<Root, Value>, _ documentation: String
  ) {
    let offset = offset(path)
    let decode = Self.decoder(Value.self, offset)
    leaf(
      label, .text(Value.simpleType), Form.text(Value.simpleType), isRequired: true, documentation,
      decode: decode
    ) { base, bytes in
      base.advanced(by: offset).assumingMemoryBound(to: Value.self).pointee.write(to: &bytes)
      return true
    }
  }

  /// An element that holds one atomic value and may be missing.
  mutating func textElement<Value: Scalar>(
    _ label: String, _ path: KeyPath<Root, Value?>, _ documentation: String
  ) {
    let offset = offset(path)
    leaf(
      label, .text(Value.simpleType), Form.text(Value.simpleType), isRequired: false,
      documentation,
      decode: { text, base in
        guard let value = Value(written: text) else { return false }
        base.advanced(by: offset).assumingMemoryBound(to: Value?.self).pointee = value
        return true
      },
      encode: { base, bytes in
        guard let value = base.advanced(by: offset).assumingMemoryBound(to: Value?.self).pointee
        else { return false }
        value.write(to: &bytes)
        return true
      })
  }

  /// An element that holds values parted by blanks; none where it is left out.
  mutating func listElement<Value: Scalar>(
    _ label: String, _ path: KeyPath<Root, [Value]>, _ documentation: String
  ) {
    let offset = offset(path)
    let type = Self.listType(of: Value.simpleType)
    leaf(
      label, .list(type), Form.text(type, isList: true), isRequired: false, documentation,
      decode: { text, base in
        guard let values = Self.values(Value.self, text) else { return false }
        base.advanced(by: offset).assumingMemoryBound(to: [Value].self).pointee = values
        return true
      },
      encode: { base, bytes in
        let values = base.advanced(by: offset).assumingMemoryBound(to: [Value].self).pointee
        Self.write(values, &bytes)
        return !values.isEmpty
      })
  }

  private mutating func leaf(
    _ label: String, _ content: ChildField.Content, _ form: Form, isRequired: Bool,
    _ documentation: String,
    decode: @escaping @Sendable (UnsafeBufferPointer<UInt8>, UnsafeMutableRawPointer) -> Bool,
    encode: @escaping @Sendable (UnsafeRawPointer, inout [UInt8]) -> Bool
  ) {
    children.append(
      ChildField(
        label: label, form: { form }, isRequired: isRequired, isList: false,
        documentation: documentation, content: content,
        decode: { node, _, base, context in
          let text = context.record.nodes[node].text
          if !context.record.withBytes(text, { decode($0, base) }) {
            // A text form has content.
            context.reportValue(node: node, text: text, form.content!.type)
          }
        },
        encodeLeaf: { base, field, record in
          record.textElement(field: field) { encode(base, &$0) }
        },
        forEach: nil))
  }

  /// Prose that may be missing.
  mutating func prose(
    _ label: String, _ path: KeyPath<Root, Prose?>, _ documentation: String
  ) {
    let offset = offset(path)
    children.append(
      ChildField(
        label: label, form: { Form.prose }, isRequired: false, isList: false,
        documentation: documentation, content: .prose,
        decode: { node, _, base, context in
          guard let prose = context.prose(at: node) else { return }
          base.advanced(by: offset).assumingMemoryBound(to: Prose?.self).pointee = prose
        },
        encodeLeaf: { base, field, record in
          guard let prose = base.advanced(by: offset).assumingMemoryBound(to: Prose?.self).pointee
          else { return }
          record.begin(field: field)
          for paragraph in prose.utf8.split(separator: UInt8(ascii: "\n")) {
            record.begin(field: 0)
            record.text { $0.append(contentsOf: paragraph) }
            record.end()
          }
          record.end()
        },
        forEach: nil))
  }

  /// A described value that may be missing.
  mutating func element<Value: Described>(
    _ label: String, _ path: KeyPath<Root, Value?>, _ documentation: String
  ) {
    let offset = offset(path)
    children.append(
      ChildField(
        label: label, form: { Value.form }, isRequired: false, isList: false,
        documentation: documentation, content: .element,
        decode: { node, _, base, context in
          var value = Value()
          withUnsafeMutablePointer(to: &value) {
            context.form.decode(node, into: UnsafeMutableRawPointer($0), &context)
          }
          base.advanced(by: offset).assumingMemoryBound(to: Value?.self).pointee = consume value
        },
        encodeLeaf: nil,
        forEach: { base, body in
          guard let value = base.advanced(by: offset).assumingMemoryBound(to: Value?.self).pointee
          else { return }
          withUnsafePointer(to: value) { body(UnsafeRawPointer($0), 0) }
        }))
  }

  /// Described values, in their order.
  mutating func elements<Value: Described>(
    _ label: String, _ path: KeyPath<Root, [Value]>, required: Bool = false,
    _ documentation: String
  ) {
    let offset = offset(path)
    children.append(
      ChildField(
        label: label, form: { Value.form }, isRequired: required, isList: true,
        documentation: documentation, content: .element,
        decode: { node, _, base, context in
          var value = Value()
          withUnsafeMutablePointer(to: &value) {
            context.form.decode(node, into: UnsafeMutableRawPointer($0), &context)
          }
          base.advanced(by: offset).assumingMemoryBound(to: [Value].self).pointee.append(
            consume value)
        },
        encodeLeaf: nil,
        forEach: { base, body in
          base.advanced(by: offset).assumingMemoryBound(to: [Value].self).pointee
            .withUnsafeBufferPointer { values in
              guard let start = values.baseAddress else { return }
              for index in 0..<values.count { body(UnsafeRawPointer(start + index), 0) }
            }
        },
        elements: { base, body in
          base.advanced(by: offset).assumingMemoryBound(to: [Value].self).pointee
            .withUnsafeBufferPointer { values in
              body(
                FamilyValues(
                  start: values.baseAddress.map { UnsafeRawPointer($0) }, count: values.count,
                  stride: MemoryLayout<Value>.stride))
            }
        }))
  }

  /// One of several elements, or none.
  mutating func choice<Value: DescribedChoice>(
    _ path: KeyPath<Root, Value?>, required: Bool = false, _ documentation: String
  ) {
    let offset = offset(path)
    let alternatives = Value.alternatives
    children.append(
      ChildField(
        alternatives: Self.names(alternatives), isRequired: required, isList: false,
        documentation: documentation, content: .choice,
        decode: { node, alternative, base, context in
          base.advanced(by: offset).assumingMemoryBound(to: Value?.self).pointee =
            alternatives[alternative].decode(node, &context)
        },
        encodeLeaf: nil,
        forEach: { base, body in
          guard let value = base.advanced(by: offset).assumingMemoryBound(to: Value?.self).pointee
          else { return }
          Self.visit(value, alternatives, body)
        }))
  }

  /// Any number of elements, each one of several, in their order.
  mutating func choices<Value: DescribedChoice>(
    _ path: KeyPath<Root, [Value]>, required: Bool = false, _ documentation: String
  ) {
    let offset = offset(path)
    let alternatives = Value.alternatives
    children.append(
      ChildField(
        alternatives: Self.names(alternatives), isRequired: required, isList: true,
        documentation: documentation, content: .choice,
        decode: { node, alternative, base, context in
          let value = alternatives[alternative].decode(node, &context)
          base.advanced(by: offset).assumingMemoryBound(to: [Value].self).pointee.append(value)
        },
        encodeLeaf: nil,
        forEach: { base, body in
          for value in base.advanced(by: offset).assumingMemoryBound(to: [Value].self).pointee {
            Self.visit(value, alternatives, body)
          }
        }))
  }

  private static func names<Value>(_ alternatives: [Alternative<Value>]) -> [ChildField.Name] {
    alternatives.map { .init($0.name, form: $0.form) }
  }

  private static func visit<Value>(
    _ value: Value, _ alternatives: [Alternative<Value>], _ body: (UnsafeRawPointer, Int) -> Void
  ) {
    for (index, alternative) in alternatives.enumerated()
    where alternative.withContent(value, { body($0, index) }) {
      return
    }
  }

  /// XML of other namespaces, kept as it is.
  mutating func foreign(
    _ label: String, _ path: KeyPath<Root, [String]>, _ documentation: String
  ) {
    let offset = offset(path)
    let form = Form(name: "extension", documentation: documentation)
    children.append(
      ChildField(
        label: label, form: { form }, isRequired: false, isList: false,
        documentation: documentation, content: .foreign,
        decode: { node, _, base, context in
          context.checkText(of: node, "only elements of other namespaces stand here")
          base.advanced(by: offset).assumingMemoryBound(to: [String].self).pointee =
            context.fragments(of: node)
        },
        encodeLeaf: { base, field, record in
          let fragments = base.advanced(by: offset).assumingMemoryBound(to: [String].self).pointee
          guard !fragments.isEmpty else { return }
          record.begin(field: field)
          for fragment in fragments { record.fragment(fragment) }
          record.end()
        },
        forEach: nil))
  }

  // MARK: Fields of a part

  /// The fields of a value inside this one, written as if they were its own.
  mutating func fields<Part: Described>(
    of path: KeyPath<Root, Part>, _ describe: (inout FormDescription<Part>) -> Void
  ) {
    let shift = offset(path)
    var part = FormDescription<Part>()
    describe(&part)
    attributes += part.attributes.map { $0.shifted(by: shift) }
    children += part.children.map { $0.shifted(by: shift) }
  }
}

extension AttributeField {
  fileprivate func required() -> AttributeField {
    AttributeField(
      name: name, label: label, type: type, role: role, isRequired: true, standard: nil,
      documentation: documentation, decode: decode, encode: encode, canonical: canonical,
      identifierText: identifierText)
  }

  fileprivate func shifted(by shift: Int) -> AttributeField {
    var shiftedText: (@Sendable (UnsafeRawPointer) -> String?)?
    if let identifierText {
      shiftedText = { identifierText($0.advanced(by: shift)) }
    }
    return AttributeField(
      name: name, label: label, type: type, role: role, isRequired: isRequired,
      standard: standard, documentation: documentation,
      decode: { [decode] in decode($0, $1.advanced(by: shift)) },
      encode: { [encode] in encode($0.advanced(by: shift), &$1) },
      canonical: canonical, identifierText: shiftedText)
  }
}

extension ChildField {
  fileprivate func shifted(by shift: Int) -> ChildField {
    var shiftedLeaf: (@Sendable (UnsafeRawPointer, Int, inout WrittenRecord) -> Void)?
    if let encodeLeaf {
      shiftedLeaf = { encodeLeaf($0.advanced(by: shift), $1, &$2) }
    }
    var shiftedEach: (@Sendable (UnsafeRawPointer, (UnsafeRawPointer, Int) -> Void) -> Void)?
    if let forEach {
      shiftedEach = { forEach($0.advanced(by: shift), $1) }
    }
    return ChildField(
      alternatives: alternatives, isRequired: isRequired, isList: isList,
      documentation: documentation, content: content,
      decode: { [decode] in decode($0, $1, $2.advanced(by: shift), &$3) },
      encodeLeaf: shiftedLeaf, forEach: shiftedEach)
  }
}
