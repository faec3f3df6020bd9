public import RegisterModel

/// Why the derived numbers of one entity are what they are: a tree of steps that reports, JSON and the
/// terminal show alike.
public struct Explanation: Hashable, Sendable {
  /// The identifier; `criteria` for the criteria.
  public let entity: String
  /// What it is, with its article: "a risk".
  public let kind: String
  /// What people call it.
  public let name: String
  /// The day that counts as today.
  public let today: CalendarDate
  /// The derived numbers, each with the way to it.
  public let steps: [ExplanationStep]
}

/// A derived value, or why there is none; what it was derived from; and how.
public struct ExplanationStep: Hashable, Sendable {
  /// What it is for programs, such as `rating[current]`; unique among the steps beside it.
  public let key: String
  /// What it is for people: "Current rating".
  public let quantity: String
  /// The value in words, such as "High (3)"; nil: unknown.
  public let value: String?
  /// How it comes about or, where it is unknown, what is lacking: a sentence without a full stop; empty
  /// where the value says all.
  public let reason: String
  /// The rule or formula by which it is derived, by its name.
  public let formula: String?
  /// What people have stated and it rests on.
  public let inputs: [ExplanationInput]
  /// What it is made of, and what else follows.
  public let parts: [ExplanationStep]

  init(
    _ key: String, _ quantity: String, _ value: String?, _ reason: String, formula: String? = nil,
    inputs: [ExplanationInput] = [], parts: [ExplanationStep] = []
  ) {
    self.key = key
    self.quantity = quantity
    self.value = value
    self.reason = reason
    self.formula = formula
    self.inputs = inputs
    self.parts = parts
  }

  /// "Current rating High (3): likelihood 3 Possible × impact 4 Major in Money"; without a reason
  /// "R-1 'It burns': hits[S-1]".
  public var statement: String {
    reason.isEmpty
      ? "\(quantity): \(value ?? "unknown")" : "\(quantity) \(value ?? "unknown"): \(reason)"
  }
}

/// A value that somebody has stated.
public struct ExplanationInput: Hashable, Sendable {
  /// "likelihood".
  public let name: String
  /// "3 Possible".
  public let value: String
  /// The record that holds it; nil: the criteria.
  public let entity: String?
  /// The field that holds it, such as `score[current]/likelihood`.
  public let field: String
  /// Who stated it, when and why; nil where the register doesn't say.
  public let assertion: Assertion?

  init(
    _ name: String, _ value: String, _ entity: String?, _ field: String,
    _ assertion: Assertion? = nil
  ) {
    self.name = name
    self.value = value
    self.entity = entity
    self.field = field
    self.assertion = assertion
  }
}

/// Who stated something, when, and why.
public struct Assertion: Hashable, Sendable {
  public let by: Identifier<Party>?
  /// The name of ``by``.
  public let name: String?
  public let on: CalendarDate?
  public let because: String?
  public let evidence: String?

  /// - Returns: nil where nothing is known.
  init?(
    by: Identifier<Party>?, name: String?, on: CalendarDate?, because: Prose?,
    evidence: Prose? = nil
  ) {
    guard by != nil || on != nil || because != nil || evidence != nil else { return nil }
    self.by = by
    self.name = name
    self.on = on
    self.because = because?.line
    self.evidence = evidence?.line
  }
}
