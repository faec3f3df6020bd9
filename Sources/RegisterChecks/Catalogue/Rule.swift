public import RegisterModel

/// What a rule is called, how much it weighs and what it rests on.
public struct Rule: Hashable, Sendable {
  public typealias Nature = Finding.Nature

  /// The identifier, such as `RSK-001`; it never changes once released.
  public let code: String
  /// How much its findings weigh, unless a finding says otherwise.
  public let severity: Severity
  /// A few words for a list of rules.
  public let title: String
  /// The clauses that ask for it.
  public let references: [FrameworkReference]
  /// What kind of thing it points out, unless a finding says otherwise.
  public let nature: Nature

  public init(
    _ code: String, _ severity: Severity, _ title: String, _ references: [FrameworkReference],
    _ nature: Nature
  ) {
    self.code = code
    self.severity = severity
    self.title = title
    self.references = references
    self.nature = nature
  }

  /// What the rule is about: the first three letters of its code.
  public var family: RuleFamily {
    guard let family = RuleFamily(rawValue: String(code.prefix(3))) else {
      preconditionFailure("\(code) is of no family")
    }
    return family
  }

  /// Whether a clause of a framework asks for it.
  public func isReferred(to framework: Framework) -> Bool {
    references.contains { $0.framework == framework }
  }

  /// A finding of this rule.
  ///
  /// - Parameters:
  ///   - severity: nil: that of the rule.
  ///   - nature: nil: that of the rule.
  func finding(
    _ entity: String?, _ field: String?, _ message: String, hint: String,
    severity: Severity? = nil, nature: Nature? = nil
  ) -> Finding {
    var finding = Finding(
      rule: code, severity: severity ?? self.severity, entity: entity, field: field,
      message: message, hint: hint)
    finding.nature = nature ?? self.nature
    return finding
  }
}

/// What rules are about, in the order in which they are listed.
public enum RuleFamily: String, Sendable, CaseIterable {
  case file = "XML"
  case structure = "STR"
  case suppressions = "SUP"
  case criteria = "CFG"
  case risks = "RSK"
  case treatments = "TRT"
  case impacts = "BIA"
  case needs = "DEP"
  case recovery = "REC"
  case protocols = "PRT"
  case exercises = "EXR"
  case incidents = "INC"

  /// What to call it in a heading.
  public var title: String {
    switch self {
    case .file: "The file"
    case .structure: "Structure and history"
    case .suppressions: "Suppressions"
    case .criteria: "Criteria"
    case .risks: "Risks"
    case .treatments: "Treatments and acceptances"
    case .impacts: "Impact of disruption"
    case .needs: "Needs"
    case .recovery: "Recovery"
    case .protocols: "Activation protocols"
    case .exercises: "Exercises"
    case .incidents: "Incidents"
    }
  }
}
