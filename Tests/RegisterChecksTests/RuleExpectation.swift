import RegisterAnalysis
import RegisterChecks
import RegisterModel
import RiskScoring
import TestSupport
import Testing

/// The day that tests call today.
let today = CalendarDate(text: "2026-11-24")!

/// Criteria of the built-in standard set in euro.
let standardCriteria = BuiltInCriteria.standard.criteria(in: Currency("EUR")!)

/// Where a rule fires: the entity and field of each finding, `R-1 owner`; the register itself is `-`.
func places(
  _ check: some RegisterCheck, in text: String, criteria: Criteria? = standardCriteria,
  attributes: KeyValuePairs<String, String> = [:]
) throws -> [String] {
  let register = try Register(text, criteria: criteria, attributes: attributes)
  return check.findings(in: CompiledRegister(register, today: today)).map {
    "\($0.entity ?? "-") \($0.field ?? "-")"
  }
}
