/// A risk as text, for tests: `riskText(status: "open", "<hits ref=\"S-1\"/>")`.
func riskText(
  _ id: String = "R-1", status: String = "open", title: String = "It burns down at night",
  attributes: String = "", _ parts: String = ""
) -> String {
  "<risk id=\"\(id)\" status=\"\(status)\" \(attributes)><title>\(title)</title>\(parts)</risk>"
}

/// A score as text: `scoreText(likelihood: 2, ["money": 3])`.
func scoreText(
  _ stage: String = "current", likelihood: Int? = nil, _ impacts: KeyValuePairs<String, Int> = [:],
  attributes: String = "", _ parts: String = ""
) -> String {
  let likelihood = likelihood.map { " likelihood=\"\($0)\"" } ?? ""
  let impacts = impacts.map { "<impact category=\"\($0.key)\" level=\"\($0.value)\"/>" }.joined()
  return "<score stage=\"\(stage)\"\(likelihood) \(attributes)>\(impacts)\(parts)</score>"
}

/// The scores of a risk whose current rating is High in the standard criteria, where high begins.
let highScore = scoreText(likelihood: 3, ["money": 3])
/// The score of a risk that is rated Medium.
let mediumScore = scoreText(likelihood: 2, ["money": 3])
/// The score of a risk that is rated Critical, which exceeds tolerance.
let criticalScore = scoreText(likelihood: 4, ["money": 4])
