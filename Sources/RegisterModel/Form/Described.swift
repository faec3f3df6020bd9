/// A value whose fields are described once, in ``form``; reading, writing, schema, reference page,
/// comparison and merge follow from that description.
package protocol Described: Sendable {
  /// A blank value, for the form to fill.
  init()
  static var form: Form { get }
  /// What a reader found here and did not know, kept in place.
  var unknown: [UnknownContent] { get set }
}

/// A value that is one of several described ones.
package protocol DescribedChoice: Sendable {
  static var alternatives: [Alternative<Self>] { get }
}

/// One case of a ``DescribedChoice``: its element name, and the way between case and content.
package struct Alternative<Choice>: Sendable {
  package let name: String
  package let form: @Sendable () -> Form
  let decode: @Sendable (Int, inout DecodingContext) -> Choice
  /// Calls back with the content's address if the choice is this case; says whether it was.
  let withContent: @Sendable (Choice, (UnsafeRawPointer) -> Void) -> Bool

  package init<Content: Described>(
    _ name: String, _ wrap: @escaping @Sendable (Content) -> Choice,
    _ unwrap: @escaping @Sendable (Choice) -> Content?
  ) {
    self.name = name
    form = { Content.form }
    decode = { node, context in
      var content = Content()
      withUnsafeMutablePointer(to: &content) {
        context.form.decode(node, into: UnsafeMutableRawPointer($0), &context)
      }
      return wrap(content)
    }
    withContent = { choice, body in
      guard let content = unwrap(choice) else { return false }
      withUnsafePointer(to: content) { body(UnsafeRawPointer($0)) }
      return true
    }
  }
}

/// Something in a record that this version of the format does not know: an attribute, or XML (an
/// element of a later version or of another namespace, a comment) in its place.
public struct UnknownContent: Hashable, Sendable {
  package enum Standing: Sendable {
    /// Before the element itself: a comment on a record.
    case before
    case attribute
    /// Among the children.
    case inside
  }

  package let stands: Standing
  /// The known field after which it stands; -1 before all of them.
  package var field: Int16
  /// How many elements of that field come before it.
  package var ordinal: Int32
  /// The name of an unknown attribute; nil for XML.
  public let attribute: String?
  /// The value of the attribute, or the XML.
  public let text: String

  package init(attribute: String, value: String) {
    stands = .attribute
    field = -1
    ordinal = 0
    self.attribute = attribute
    text = value
  }

  package init(xml: String, before: Bool = false, field: Int = -1, ordinal: Int = 0) {
    stands = before ? .before : .inside
    self.field = Int16(field)
    self.ordinal = Int32(ordinal)
    attribute = nil
    text = xml
  }
}
