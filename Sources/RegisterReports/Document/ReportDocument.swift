/// A report as a value: what it says, and nothing about how it looks. Faces render it; none of them
/// computes or formats a number.
public struct ReportDocument: Sendable {
  public var title: String
  public var subtitle: String?
  /// The language of the report's own words, such as `en`.
  public var language: String
  /// The language of the register's words.
  public var registerLanguage: String
  /// Who may see it, such as `TLP:AMBER`; on every page.
  public var marking: String?
  /// What it is made from: register, revision, hash, day, program.
  public var facts: [Fact]
  /// The colour of each rating, the lowest first.
  public var ratings: [RatingColour]
  public var sections: [Section]

  public init(
    title: String, subtitle: String? = nil, language: String = "en",
    registerLanguage: String = "en",
    marking: String? = nil, facts: [Fact] = [], ratings: [RatingColour] = [],
    sections: [Section] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.language = language
    self.registerLanguage = registerLanguage
    self.marking = marking
    self.facts = facts
    self.ratings = ratings
    self.sections = sections
  }

  /// One thing that the report is made from.
  public struct Fact: Hashable, Sendable {
    public let name: String
    public let value: Inline

    public init(_ name: String, _ value: Inline) {
      self.name = name
      self.value = value
    }
  }

  /// A part of a report with a heading, which a table of contents lists.
  public struct Section: Sendable {
    public let anchor: Anchor
    public let title: String
    public let blocks: [Block]
    /// Whether it begins a new page on paper.
    public let startsPage: Bool

    public init(
      _ anchor: Anchor, _ title: String, startsPage: Bool = false, _ blocks: [Block]
    ) {
      self.startsPage = startsPage
      self.anchor = anchor
      self.title = title
      self.blocks = blocks
    }
  }
}

/// The colour of a rating, and the one in which to write on it.
public struct RatingColour: Hashable, Sendable {
  /// As `#rrggbb`.
  public let ground: String
  /// Black or white, whichever is easier to read on it.
  public let text: String

  /// - Parameter ground: As `#rrggbb`.
  public init(_ ground: String) {
    self.ground = ground
    text =
      Contrast.ratio("#000000", ground) >= Contrast.ratio("#ffffff", ground)
      ? "#000000" : "#ffffff"
  }
}
