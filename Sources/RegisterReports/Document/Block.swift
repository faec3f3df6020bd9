/// A part of a document that stands on lines of its own.
public indirect enum Block: Sendable {
  /// A heading inside a section.
  case heading(Heading)
  case paragraph([Inline])
  case list(ItemList)
  /// Terms and what belongs to each.
  case definitions([Definition])
  case table(Table)
  case figure(Figure)
  /// A few sentences set apart from the rest.
  case callout(Callout)
  /// A record with a heading of its own.
  case card(Card)
  /// A few numbers, large.
  case tiles([Tile])
  /// Blocks that are made one at a time.
  case series(Series<Block>)
  /// On paper the rest begins on a new page.
  case pageBreak

  /// A paragraph of the report's own words.
  public static func text(_ text: String) -> Block { .paragraph([.text(text)]) }
}

/// A heading inside a section.
public struct Heading: Hashable, Sendable {
  /// 3 right below a section, which has level 2.
  public let level: Int
  public let text: [Inline]
  public let anchor: Anchor?

  public init(_ text: [Inline], level: Int = 3, anchor: Anchor? = nil) {
    precondition((3...6).contains(level), "a heading inside a section")
    self.level = level
    self.text = text
    self.anchor = anchor
  }
}

/// Items, each a piece of running text.
public struct ItemList: Hashable, Sendable {
  public let isOrdered: Bool
  public let items: [[Inline]]

  public init(_ items: [[Inline]], isOrdered: Bool = false) {
    self.items = items
    self.isOrdered = isOrdered
  }
}

/// A term and the paragraphs that belong to it.
public struct Definition: Hashable, Sendable {
  public let term: [Inline]
  public let details: [[Inline]]

  public init(_ term: String, _ details: [[Inline]]) {
    self.term = [.text(term)]
    self.details = details
  }

  public init(_ term: String, _ detail: [Inline]) { self.init(term, [detail]) }
}

/// A few sentences set apart from the rest.
public struct Callout: Sendable {
  public let tone: Tone
  public let title: String
  public let blocks: [Block]

  public init(_ title: String, tone: Tone = .neutral, _ blocks: [Block]) {
    self.title = title
    self.tone = tone
    self.blocks = blocks
  }
}

/// A record with a heading of its own, a badge or two beside it, and what there is to say of it.
public struct Card: Sendable {
  public let heading: Heading
  public let badges: [Inline]
  public let blocks: [Block]
  /// How it stands on paper.
  public enum Paper: Hashable, Sendable {
    /// As the rest.
    case running
    /// On a page of its own, in small type: to be taken out and carried.
    case sheet
    /// The same in smaller type, since there is much of it.
    case denseSheet
  }
  public let paper: Paper

  public init(
    _ heading: Heading, badges: [Inline] = [], paper: Paper = .running, _ blocks: [Block]
  ) {
    self.heading = heading
    self.badges = badges
    self.paper = paper
    self.blocks = blocks
  }
}

/// A number that matters, with what it counts.
public struct Tile: Hashable, Sendable {
  public let value: String
  public let label: [Inline]
  public let tone: Tone

  public init(_ value: String, _ label: [Inline], tone: Tone = .neutral) {
    self.value = value
    self.label = label
    self.tone = tone
  }
}
