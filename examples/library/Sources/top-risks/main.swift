import RegisterModel
import RegisterXML
import RiskScoring

#if canImport(Glibc)
  import Glibc
#endif

// Reads a register and prints its five most urgent risks.
guard let path = CommandLine.arguments.dropFirst().first else {
  print("usage: top-risks REGISTER")
  exit(64)
}
let read = try RegisterSource(path: path).read()
for finding in read.findings { print("\(finding.rule): \(finding.message)") }
guard let register = read.register else { exit(2) }

let assessment = Assessment(of: register)
for ranked in PriorityOrder(of: assessment).prefix(5) {
  let risk = register.risks[ranked.index]
  let rating = ranked.score.rating.flatMap { assessment.rules.matrix[$0]?.name.text } ?? "not rated"
  print("\(ranked.place). \(risk.id) \(risk.title) (\(rating))")
}
