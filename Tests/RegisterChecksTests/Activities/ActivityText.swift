import RegisterChecks
import RegisterModel

/// Criteria in sight: two categories, of which level 2 can't be borne, three times, a horizon of two days.
let impactCriteria = """
  <criteria horizon="P2D">
    <impact category="money" name="Money" unit="EUR" intolerable="2">
      <level name="Small" from="0" to="1000"/><level name="Large" from="1000" to="100000"/>
      <level name="Ruinous" from="100000" to="1000000"/>
    </impact>
    <impact category="people" name="People" intolerable="2">
      <level name="Hurt"/><level name="Maimed"/><level name="Killed"/>
    </impact>
    <bands>PT4H P1D P3D</bands>
  </criteria>
  """

/// Cells of an impact grid, by time; 0 for one not judged.
func gridText(_ category: String, _ levels: [Int], window: String? = nil) -> String {
  zip(["PT4H", "P1D", "P3D"], levels).map { at, level in
    level == 0
      ? ""
      : "<impact category=\"\(category)\" at=\"\(at)\" level=\"\(level)\""
        + (window.map { " window=\"\($0)\"" } ?? "") + "/>"
  }.joined()
}

/// What a rule says of a register of activities and what they need, judged by ``impactCriteria``.
func impactMessages(_ check: some RegisterCheck, _ records: String) throws -> [String] {
  try impactFindings(check, records).map { "\($0.entity ?? "-"): \($0.message)" }
}

func impactFindings(_ check: some RegisterCheck, _ records: String) throws -> [Finding] {
  try findings(check, in: impactCriteria + records, criteria: nil)
}

/// An activity with what stands in it.
func activityText(_ parts: String, id: String = "A", attributes: String = "") -> String {
  "<activity id=\"\(id)\" name=\"Triage\" \(attributes)>\(parts)</activity>"
}
