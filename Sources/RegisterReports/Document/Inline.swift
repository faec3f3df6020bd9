/// A place in a document that a link can lead to. Good as an identifier in HTML and Markdown.
public struct Anchor: Hashable, Sendable {
  public let name: String

  /// - Parameter name: Letters, digits, `.`, `_` and `-`, the first a letter.
  public init(_ name: String) {
    precondition(
      name.utf8.first.map { (97...122).contains($0 | 32) } ?? false
        && name.utf8.allSatisfy {
          (97...122).contains($0 | 32) || (48...57).contains($0) || [45, 46, 95].contains($0)
        },
      "an anchor of letters, digits, '.', '_' and '-'")
    self.name = name
  }
}

/// A piece of running text in one style. It holds text, never markup.
public struct Inline: Hashable, Sendable {
  /// How a piece looks.
  public enum Style: Hashable, Sendable {
    case plain, strong, emphasis, code
    /// A label that stands out, such as a rating.
    case badge(Tone)
  }

  /// Whose words they are: faces mark words of the register as being in its language.
  public enum Origin: Hashable, Sendable {
    case report, register
  }

  public var text: String
  public var style: Style
  public var origin: Origin
  /// Where it leads to; nil where it is no link.
  public var target: Anchor?

  public init(
    _ text: String, _ style: Style = .plain, from origin: Origin = .report, to target: Anchor? = nil
  ) {
    self.text = text
    self.style = style
    self.origin = origin
    self.target = target
  }

  /// Words of the report.
  public static func text(_ text: String) -> Self { .init(text) }

  /// Words of the report that matter most.
  public static func strong(_ text: String) -> Self { .init(text, .strong) }

  /// Words of the report that are set apart.
  public static func emphasis(_ text: String) -> Self { .init(text, .emphasis) }

  /// What is typed exactly so: an identifier, a command.
  public static func code(_ text: String) -> Self { .init(text, .code) }

  /// Words of the register.
  public static func said(_ text: String, _ style: Style = .plain) -> Self {
    .init(text, style, from: .register)
  }

  /// A label that stands out.
  public static func badge(_ text: String, _ tone: Tone, from origin: Origin = .report) -> Self {
    .init(text, .badge(tone), from: origin)
  }
}

extension Inline: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

/// What a label means, apart from its words. Colours only repeat what the words say.
public enum Tone: Hashable, Sendable {
  /// A rating of the criteria, 1 the lowest.
  case rating(Int)
  case good, caution, bad, neutral, unknown
}

extension [Inline] {
  /// The text without styles.
  public var plainText: String { map(\.text).joined() }
}
