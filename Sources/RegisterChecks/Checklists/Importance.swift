import RegisterAnalysis
import RegisterModel
import RiskScoring

/// Which records matter most: risks in the order in which to deal with them, those that nobody has judged
/// behind them, and everything else in the order of the register.
struct Importance {
  private var places: [String: Int] = [:]
  private var names: [String: String] = [:]

  /// - Complexity: O(*n* log *n*) in the number of records.
  init(_ register: CompiledRegister) {
    let order = PriorityOrder(of: register.current)
    for ranked in order { places[ranked.id.text] = places.count }
    for index in order.notAssessed + order.closed {
      places[register.register.risks[index].id.text] = places.count
    }
    for risk in register.register.risks { names[risk.id.text] = risk.title.text }
    add(register.register.parties, \.id.text, \.name)
    add(register.register.services, \.id.text, \.name)
    add(register.register.activities, \.id.text, \.name)
    add(register.register.assets, \.id.text, \.name)
    add(register.register.controls, \.id.text, \.name)
    add(register.register.treatments, \.id.text, \.name)
    add(register.register.indicators, \.id.text, \.name)
    add(register.register.protocols, \.id.text, \.name)
    add(register.register.exercises, \.id.text, \.name)
    add(register.register.incidents, \.id.text, \.name)
    add(register.register.actions, \.id.text, \.name)
    for acceptance in register.register.acceptances {
      names[acceptance.id.text] =
        register.risks[acceptance.risk].map { register.register.risks[$0].title.text } ?? ""
    }
  }

  private mutating func add<Record>(
    _ records: [Record], _ id: (Record) -> String, _ name: (Record) -> Line
  ) {
    for record in records { names[id(record)] = name(record).text }
  }

  /// The records of these identifiers, each once, the most important first.
  func records(_ identifiers: [String]) -> [Checklist.Record] {
    var seen: Set<String> = []
    let unique = identifiers.filter { seen.insert($0).inserted }
    return unique.enumerated().sorted {
      (places[$0.element] ?? .max, $0.offset) < (places[$1.element] ?? .max, $1.offset)
    }.map { Checklist.Record(id: $0.element, name: names[$0.element] ?? "") }
  }
}
