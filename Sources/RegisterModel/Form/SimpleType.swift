/// The type of an atomic value as it is written: what a schema, an editor and a message say of it.
package struct SimpleType: Sendable, Equatable {
  /// One limit on the written text, by its name in XML Schema.
  package struct Facet: Sendable, Equatable {
    package let name: String
    package let value: String
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The name of the type in the schema.
  package let name: String
  /// The built-in type of XML Schema that it narrows, with the prefix `xs:`.
  package let base: String
  package let facets: [Facet]
  /// The words allowed, in order; empty where the type is no list of words.
  package let words: [String]
  /// What is expected, to follow "expected" in a message.
  package let expectation: String
  /// Texts that are of this type; generators of registers draw from them.
  package let examples: [String]
  /// The type of the items, of a list; empty where the type is no list.
  package let items: [SimpleType]
  /// The kinds a reference may name; empty where the value is no identifier.
  package let kinds: KindSet

  package init(
    _ name: String, base: String = "xs:token", facets: [Facet] = [], words: [String] = [],
    expectation: String, examples: [String], items: [SimpleType] = [], kinds: KindSet = []
  ) {
    self.items = items
    self.name = name
    self.base = base
    self.facets = facets
    self.words = words
    self.expectation = expectation
    self.examples = examples
    self.kinds = kinds
  }
}

/// A value that is written as one text: in an attribute, or as the text of an element.
package protocol Scalar: Sendable, Equatable {
  static var simpleType: SimpleType { get }
  /// The value of a written text; nil where the text is not of this type.
  ///
  /// - Parameter written: White space at the ends is gone, and runs of it inside are one blank.
  init?(written: UnsafeBufferPointer<UInt8>)
  /// Appends the canonical text of the value: reading it gives the same value again.
  func write(to bytes: inout [UInt8])
  /// The text of an identifier; nil where the value is none.
  var identifierText: String? { get }
}

extension Scalar {
  package var identifierText: String? { nil }
}

extension Scalar {
  /// The value of a written text; nil where the text is not of this type.
  package init?(text: some StringProtocol) {
    var copy = String(text)
    let value: Self? = copy.withUTF8 { Self(written: $0) }
    guard let value else { return nil }
    self = value
  }

  /// The canonical text of the value.
  package var writtenText: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// An enumeration whose raw values are the words of the written form.
package protocol WrittenWord: Scalar, RawRepresentable, CaseIterable where RawValue == String {
  /// The name of the type in the schema.
  static var typeName: String { get }
}

extension WrittenWord {
  package static var simpleType: SimpleType {
    let words = allCases.map(\.rawValue)
    return SimpleType(
      typeName, words: words, expectation: "one of: " + words.joined(separator: ", "),
      examples: words)
  }

  package init?(written: UnsafeBufferPointer<UInt8>) {
    self.init(rawValue: String(decoding: written, as: UTF8.self))
  }

  package func write(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: rawValue.utf8)
  }
}
