import RegisterAnalysis
import RegisterChecks
import RegisterModel
import TestSupport

/// What a rule says: the message of each finding.
func messages(
  _ check: some RegisterCheck, in text: String, criteria: Criteria? = standardCriteria,
  attributes: KeyValuePairs<String, String> = [:]
) throws -> [String] {
  try findings(check, in: text, criteria: criteria, attributes: attributes).map(\.message)
}

/// All that a rule finds.
func findings(
  _ check: some RegisterCheck, in text: String, criteria: Criteria? = standardCriteria,
  attributes: KeyValuePairs<String, String> = [:]
) throws -> [Finding] {
  let register = try Register(text, criteria: criteria, attributes: attributes)
  return check.findings(in: CompiledRegister(register, today: today))
}

/// The standard criteria with a change.
func criteria(_ change: (inout Criteria) -> Void) -> Criteria {
  var criteria = standardCriteria
  change(&criteria)
  return criteria
}

func level<Scale>(_ rank: Int) -> Level<Scale> { Level(rank)! }
