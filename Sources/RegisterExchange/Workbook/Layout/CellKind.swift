import RegisterModel

/// What sort of value a column holds: how it is shown, and what may be typed.
enum CellKind: Sendable, Equatable {
  case identifier(Kind)
  case line
  case prose
  case number
  case wholeNumber
  case date
  case elapsed
  /// Several elapsed times, one a line.
  case elapsedList
  case period
  case level(Scale)
  case words([String])
  case reference(KindSet)
  /// Several references, one a line.
  case references(KindSet)
  case category
  /// Several words, one a line.
  case lines
  case notation
  /// Whatever its type says, as it is written: moments, times of day, digests.
  case token

  /// The scale that a level stands on.
  enum Scale: Sendable, Equatable {
    case likelihood
    case rating
    /// An impact category, by its token.
    case impact(String)
    /// The category that stands in the same row.
    case impactOfRow
    /// No scale with names.
    case plain
  }

  /// The kind of an attribute.
  init(_ field: AttributeField, of form: Form, category: String?) {
    switch field.role {
    case .identifier(let kind):
      self = .identifier(kind)
      return
    case .reference(let kinds):
      self = kinds == KindSet(.impactCategory) ? .category : .reference(kinds)
      return
    case .value: break
    }
    self.init(field.type)
    if case .level = self { self = .level(Self.scale(field.label, form, category)) }
  }

  init(_ type: SimpleType) {
    guard type.words.isEmpty else {
      self = .words(type.words)
      return
    }
    switch type.name {
    case "line": self = .line
    case "share", "annualRate", "quantity", "measure", "money": self = .number
    case "count": self = .wholeNumber
    case "date": self = .date
    case "elapsedTime": self = .elapsed
    case "elapsedTimes": self = .elapsedList
    case "calendarPeriod": self = .period
    case "level": self = .level(.plain)
    default: self = .token
    }
  }

  private static func scale(_ label: String, _ form: Form, _ category: String?) -> Scale {
    switch (form.name, label) {
    case (_, "likelihood"): .likelihood
    case ("scoredImpact", _), ("timedImpact", _): category.map { .impact($0) } ?? .impactOfRow
    case ("appetite", _), ("reviewInterval", _), ("approvalAuthority", _), ("acceptance", _),
      (_, "highFrom"):
      .rating
    default: .plain
    }
  }
}
