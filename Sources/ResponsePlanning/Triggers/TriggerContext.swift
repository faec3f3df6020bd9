public import RegisterModel

/// What triggers are evaluated against: the facts, and what the register says of limits and indicators.
public struct TriggerContext: Sendable {
  /// How long something can be out, in seconds; nil where nobody knows.
  public struct Limits: Sendable {
    public let rto: Int64?
    public let mtpd: Int64?
    public init(rto: Int64?, mtpd: Int64?) {
      self.rto = rto
      self.mtpd = mtpd
    }
  }

  public let register: Register
  public let facts: FactRecord
  /// The moment for which readings of indicators are taken.
  public let moment: Moment
  /// Of activities and assets, by identifier.
  public let limits: [String: Limits]
  /// Of each protocol, in the order of the register: how long after the event it can still be declared in
  /// time, in seconds; nil where nobody knows.
  public let latestDeclare: [Int64?]
  /// The protocols, by place, of which that is only known for some activities: for all it may be sooner.
  public let boundedOnly: Set<Int>

  let indicators: [String: Indicator]
  private let parents: [String: String]

  /// - Parameter facts: In the order of time.
  public init(
    _ register: Register, facts: FactRecord, at moment: Moment, limits: [String: Limits],
    latestDeclare: [Int64?], boundedOnly: Set<Int> = []
  ) {
    self.register = register
    var ordered = facts
    ordered.inOrder()
    self.facts = ordered
    self.moment = moment
    self.limits = limits
    self.latestDeclare = latestDeclare
    self.boundedOnly = boundedOnly
    indicators = Dictionary(
      register.indicators.map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
    parents = Dictionary(
      (register.criteria?.categories ?? []).compactMap { category in
        category.parent.map { (category.id.text, $0.text) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a category is another one or part of it; unknown where there is none.
  func isPart(_ category: Identifier<RiskCategory>?, of whole: Identifier<RiskCategory>) -> Truth {
    guard let category else { return .unknown }
    var next: String? = category.text
    var seen: Set<String> = []
    while let current = next, seen.insert(current).inserted {
      if current == whole.text { return .yes }
      next = parents[current]
    }
    return .no
  }
}
