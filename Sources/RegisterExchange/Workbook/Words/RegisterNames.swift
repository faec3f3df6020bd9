import RegisterModel

/// What things of a register are called: to show a reference in words, and to find what words mean.
struct RegisterNames {
  private var kinds: [String: Kind] = [:]
  private var names: [String: String] = [:]
  private var identifiersByKind: [Kind: [String]] = [:]
  /// The identifiers of things of a name, in lower case.
  private var identifiersByName: [String: [String]] = [:]

  /// - Complexity: O(n) in the number of records.
  init(_ register: Register) {
    for family in Self.families(of: register) {
      for (id, name) in family.things { add(id, family.kind, name) }
    }
  }

  mutating func add(_ id: String, _ kind: Kind, _ name: String?) {
    guard kinds.updateValue(kind, forKey: id) == nil else { return }
    identifiersByKind[kind, default: []].append(id)
    guard let name, !name.isEmpty else { return }
    names[id] = name
    identifiersByName[name.lowercased(), default: []].append(id)
  }

  func kind(of id: String) -> Kind? { kinds[id] }
  func name(of id: String) -> String? { names[id] }

  /// The identifiers of all things of some kinds, in the order of the register.
  func identifiers(_ wanted: KindSet) -> [String] {
    wanted.kinds.flatMap { identifiersByKind[$0] ?? [] }
  }

  /// A reference as a cell shows it: the identifier, and what it names.
  func shown(_ id: String) -> String {
    guard let name = names[id] else { return id }
    return "\(id) · \(name.cut(to: 80))"
  }

  /// The identifier that a cell means: an identifier, with or without the name behind it, or a name.
  func identifier(_ text: String, _ wanted: KindSet) -> String? {
    func fits(_ id: String) -> Bool { kinds[id].map { wanted.contains(KindSet($0)) } ?? false }
    if fits(text) { return text }
    let named = (identifiersByName[text.lowercased()] ?? []).filter(fits)
    if named.count == 1 { return named[0] }
    let first = String(text.prefix { !$0.isWhitespace && $0 != "·" })
    return fits(first) ? first : nil
  }

  /// Says what is wrong with a reference that was not found.
  func problem(_ text: String, _ wanted: KindSet) -> CellProblem {
    let first = String(text.prefix { !$0.isWhitespace && $0 != "·" })
    if let named = identifiersByName[text.lowercased()], named.count > 1 {
      return CellProblem(
        "several things are called '\(text.cut(to: 100))'",
        "write the identifier: " + named.prefix(5).joined(separator: ", "))
    }
    if let kind = kinds[text] ?? kinds[first] {
      return CellProblem(
        "'\(first)' is \(kind.noun), but only \(wanted.noun) can stand here", nil)
    }
    return CellProblem(
      "\(wanted.nothing) is called '\(text.cut(to: 100))'",
      Spelling.hint(for: first, in: identifiers(wanted).prefix(20_000)))
  }

  private struct Family {
    let kind: Kind
    let things: [(String, String?)]
  }

  private static func families(of register: Register) -> [Family] {
    func family<Thing>(
      _ kind: Kind, _ things: [Thing], _ id: (Thing) -> String, _ name: (Thing) -> String?
    ) -> Family { Family(kind: kind, things: things.map { (id($0), name($0)) }) }
    let criteria = register.criteria
    return [
      family(.riskCategory, criteria?.categories ?? [], \.id.text, \.name.text),
      family(.scenario, criteria?.scenarios ?? [], \.id.text, \.name.text),
      family(.clock, criteria?.clocks ?? [], \.id.text, \.name.text),
      family(.party, register.parties, \.id.text, \.name.text),
      family(.hazard, register.hazards, \.id.text, \.name.text),
      family(.objective, register.objectives, \.id.text, \.name.text),
      family(.calendar, register.calendars, \.id.text, \.name.text),
      family(.window, register.calendars.flatMap(\.windows), \.id.text, \.name.text),
      family(.service, register.services, \.id.text, \.name.text),
      family(.process, register.processes, \.id.text, \.name.text),
      family(.activity, register.activities, \.id.text, \.name.text),
      family(.resource, register.resources, \.id.text, \.name.text),
      family(.asset, register.assets, \.id.text, \.name.text),
      family(.control, register.controls, \.id.text, \.name.text),
      family(.treatment, register.treatments, \.id.text, \.name.text),
      family(.acceptance, register.acceptances, \.id.text) { _ in nil },
      family(.indicator, register.indicators, \.id.text, \.name.text),
      family(.risk, register.risks, \.id.text, \.title.text),
      family(.responseProtocol, register.protocols, \.id.text, \.name.text),
      family(.task, register.protocols.flatMap(\.tasks), \.id.text, \.name.text),
      family(.message, register.protocols.flatMap(\.messages), \.id.text, \.name.text),
      family(.exercise, register.exercises, \.id.text, \.name.text),
      family(.incident, register.incidents, \.id.text, \.name.text),
      family(.problem, register.problems, \.id.text, \.name.text),
      family(.activation, register.activations, \.id.text) { _ in nil },
      family(.session, register.sessions, \.id.text, \.name.text),
      family(.idea, register.sessions.flatMap(\.ideas), \.id.text, \.text.text),
      family(.action, register.actions, \.id.text, \.name.text),
      family(.change, register.changes, \.id.text, \.name.text),
      family(.suppression, register.suppressions, \.id.text) { _ in nil },
      family(.retired, register.retired, \.id.text) { _ in nil },
    ]
  }
}
