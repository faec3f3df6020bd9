import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// What fails, and how long, as somebody asked.
struct DisruptionScenario {
  let failures: [WhatIf.Failure]
  /// What was asked for, in words: "site S-main 'Main Block'".
  let causes: [String]

  /// - Throws: ``CommandFailure`` naming everything that the register doesn't have.
  init(
    in compiled: CompiledRegister, file: String, nodes: [String], sites: [String],
    suppliers: [String],
    risk: String?, length: ElapsedTime?, quantile: Double
  ) throws {
    let finder = Finder(compiled)
    var order: [Int] = []
    var times: [Int: Int64?] = [:]
    var causes: [String] = []
    func add(_ node: Int, _ time: Int64?) {
      if times[node] == nil { order.append(node) }
      // Of two lengths the longer one.
      let known = times[node] ?? nil
      times[node] = .some([known, time].compactMap(\.self).max())
    }
    for name in nodes {
      guard let node = finder.node(name) else { continue }
      add(node, length?.seconds)
      causes.append(finder.words.label(node))
    }
    for name in sites {
      guard let site = finder.node(name) else { continue }
      for node in finder.nodes(at: site) { add(node, length?.seconds) }
      causes.append("site \(finder.words.label(site)) and all that stands on it")
    }
    for name in suppliers {
      for node in finder.nodes(from: name) { add(node, length?.seconds) }
      causes.append("all that \(finder.partyLabel(name)) supplies")
    }
    if let risk, let place = finder.risk(risk) {
      let record = compiled.register.risks[place]
      causes.append("what \(record.id) '\(record.title)' hits")
      for hit in record.hits {
        guard let node = finder.node(hit.ref.text) else { continue }
        add(node, length?.seconds ?? Self.outage(hit, node, compiled.impact, quantile))
      }
      for hit in record.jointHits.flatMap(\.hits) {
        guard let node = finder.node(hit.ref.text), times[node] == nil else { continue }
        add(node, length?.seconds)
      }
      if record.hits.isEmpty && record.jointHits.isEmpty {
        finder.missing.append("\(record.id) hits nothing: add <hits ref=\"…\"/> to it")
      }
    }
    guard finder.missing.isEmpty else {
      throw CommandFailure(
        "\(file): " + finder.missing.joined(separator: "\n  "))
    }
    failures = order.map { WhatIf.Failure($0, duration: times[$0] ?? nil) }
    self.causes = causes
  }

  /// How long a hit is out: as its distribution says, and no shorter than recovery takes.
  ///
  /// - Note: DOMAIN §3.5.
  private static func outage(_ hit: Hit, _ node: Int, _ impact: RegisterImpact, _ quantile: Double)
    -> Int64?
  {
    guard let distribution = hit.outage?.distribution, let outage = OutageDuration(distribution)
    else {
      return nil
    }
    let seconds = Int64((outage.quantile(quantile) * 3600).rounded())
    return max(seconds, impact.graph.own[node].seconds ?? 0)
  }
}

/// Finds what was named, and collects what isn't there.
private final class Finder {
  let compiled: CompiledRegister
  let words: ImpactWords
  var missing: [String] = []

  init(_ compiled: CompiledRegister) {
    self.compiled = compiled
    words = ImpactWords(compiled.impact)
  }

  private var register: Register { compiled.register }

  func node(_ name: String) -> Int? {
    if let id = try? Identifier<Anything>(name) {
      if let place = compiled.activities[id] { return place }
      if let place = compiled.assets[id] { return register.activities.count + place }
    }
    report(
      "asset or activity", name,
      among: register.activities.map(\.id.text) + register.assets.map(\.id.text))
    return nil
  }

  /// A site and all that stands on it.
  func nodes(at site: Int) -> [Int] {
    var found: Set<Int> = [site]
    var open = [site]
    // Sites stand on sites.
    while let next = open.popLast() {
      let id = compiled.impact.identifier(next)
      for (place, asset) in register.assets.enumerated() where asset.site?.text == id {
        let node = register.activities.count + place
        if found.insert(node).inserted { open.append(node) }
      }
    }
    return found.sorted()
  }

  func nodes(from name: String) -> [Int] {
    guard register.parties.contains(where: { $0.id.text == name }) else {
      report("party", name, among: register.parties.map(\.id.text))
      return []
    }
    let found = register.assets.indices.filter { register.assets[$0].supplier?.text == name }
    if found.isEmpty { missing.append("no asset has the supplier '\(name)'") }
    return found.map { register.activities.count + $0 }
  }

  func risk(_ name: String) -> Int? {
    if let place = register.risks.firstIndex(where: { $0.id.text == name }) { return place }
    report("risk", name, among: register.risks.map(\.id.text))
    return nil
  }

  func partyLabel(_ name: String) -> String {
    register.parties.first { $0.id.text == name }.map { "\($0.id) '\($0.name)'" } ?? name
  }

  private func report(_ noun: String, _ name: String, among names: [String]) {
    let hint = Spelling.hint(for: name, in: names)
    missing.append("there is no \(noun) '\(name)'" + (hint.map { "; \($0)" } ?? ""))
  }
}
