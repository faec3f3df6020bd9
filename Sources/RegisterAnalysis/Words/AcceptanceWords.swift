package import RiskScoring

/// How acceptances stand, in words.
package enum AcceptanceWords {
  package static func text(_ part: AcceptancePart) -> String {
    switch part {
    case .approver: "who decided"
    case .justification: "why"
    case .date: "when it was decided"
    case .expiry: "its last day"
    }
  }

  /// "in force until 2027-03-31".
  package static func text(_ state: AcceptanceState) -> String {
    switch state {
    case .live(let until): "in force until \(DateText.day(until))"
    case .expired(let day): "expired on \(DateText.day(day))"
    case .notYet(let day): "begins on \(DateText.day(day))"
    case .withdrawn(let day): "withdrawn on \(DateText.day(day))"
    case .incomplete(let missing): "incomplete: lacks \(Plural.list(missing.map(text)))"
    }
  }
}
