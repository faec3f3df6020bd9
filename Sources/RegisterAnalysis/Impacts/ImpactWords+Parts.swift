package import ImpactAnalysis
package import RegisterModel

/// Single points, concentrations, copies, people and what would help, in words.
extension ImpactWords {
  /// "12 activities can't do without it, 3 of them bridged for a while by a workaround".
  package func blast(_ point: SinglePoints.SinglePoint) -> String {
    let count = Plural.count(point.blastRadius, "activity", "activities")
    let cannot = "can't do without it"
    switch point.covered.count {
    case 0: return "\(count) \(cannot), and no workaround bridges it"
    case point.blastRadius:
      return "\(count) \(cannot); a workaround bridges it for a while"
    default:
      return
        "\(count) \(cannot), \(point.covered.count) of them bridged for a while by a workaround"
    }
  }

  /// The single points that take most along, first; then in the order of the register.
  package var pointsWorstFirst: [SinglePoints.SinglePoint] {
    impact.points.points.sorted {
      ($1.blastRadius - $1.covered.count, $1.blastRadius, $0.node)
        < ($0.blastRadius - $0.covered.count, $0.blastRadius, $1.node)
    }
  }

  /// "supplier p-north 'North Power'", "site S-campus 'Campus'".
  package func label(_ subject: Concentration.Subject) -> String {
    switch subject {
    case .supplier(let party):
      let name = impact.register.parties.first { $0.id == party }?.name.text
      return "supplier \(party)" + (name.map { " '\($0)'" } ?? "")
    case .site(let site):
      let name = impact.register.assets.first { $0.id == site }?.name.text
      return "site \(site)" + (name.map { " '\($0)'" } ?? "")
    }
  }

  /// The nodes that lose more work than they may at worst, the worst first.
  package var dataLosers: [Node] {
    let loss = impact.dataLoss
    return loss.requirements.indices.filter { loss.isTooMuch(at: $0) }
      .sorted { left, right in
        let (first, second) = (loss.gap(of: left) ?? .max, loss.gap(of: right) ?? .max)
        return first == second ? left < right : first > second
      }
  }

  /// "may lose 15 min of work, because of A-triage; loses up to 1 d 1 h at worst: a copy every 24 h, shipped in
  /// 1 h".
  package func dataLoss(_ node: Node) -> String {
    let requirement = impact.dataLoss.requirements[node]
    let because = requirement.binding.map { ", because of \(label($0))" } ?? ""
    let may =
      requirement.isAsked
      ? "may lose \(requirement.seconds == 0 ? "no" : Self.time(requirement.seconds) + " of") work\(because)"
      : "nobody has said how much work may be lost"
    guard let point = impact.dataLoss.achieved[node] else {
      return may + "; what is lost at worst is not known"
    }
    return "\(may); loses \(Self.lost(point.time)) at worst"
      + (copy(point, node).map { ": \($0)" } ?? "")
  }

  private static func lost(_ time: TimeBounds) -> String {
    if let seconds = time.seconds { return "up to \(self.time(seconds))" }
    return time.lower > 0 ? "\(self.time(time.lower)) or more" : "nobody knows how much"
  }

  private func copy(_ point: RecoveryPoint, _ node: Node) -> String? {
    switch point.basis {
    case .backup(let place)?:
      guard let backup = impact.asset(node)?.backups[place] else { return nil }
      return "a copy every \(Self.time(backup.every.seconds))"
        + (backup.ship.map { ", safe \(Self.time($0.seconds)) later" }
          ?? "; nobody has said how long until it is safe")
    case .evidence(let evidence)?: return "as the \(evidence.rawValue) showed"
    case nil: return nil
    }
  }

  /// "one more of C-dba 'Database administrators'": what is changed.
  package func change(_ change: RecoveryGains.Change) -> String {
    switch change {
    case .oneMore(let resource): "one more of \(label(ofResource: resource))"
    case .shorter(let node): "an hour less of work on \(label(node))"
    }
  }

  /// What would help, the most helpful first; things of which an hour less has the same effect, each by itself,
  /// stand together: "an hour less of work on S-ct-1, S-ct-2 or S-ct-3".
  package var gains: [(change: String, effect: String)] {
    var order: [String] = []
    var nodes: [String: [Node]] = [:]
    var changes: [String: RecoveryGains.Change] = [:]
    for gain in impact.gains.gains {
      let effect = effect(gain)
      guard case .shorter(let node) = gain.change else {
        let key = "\(change(gain.change)): \(effect)"
        order.append(key)
        changes[key] = gain.change
        nodes[key] = []
        continue
      }
      if nodes[effect] == nil { order.append(effect) }
      nodes[effect, default: []].append(node)
    }
    return order.map { key in
      if let change = changes[key] {
        let words = self.change(change)
        return (words, String(key.dropFirst(words.count + 2)))
      }
      let nodes = nodes[key] ?? []
      let names =
        nodes.count == 1
        ? label(nodes[0])
        : nodes.count <= 8
          ? Plural.list(nodes.map(impact.identifier), "or")
          : "one of " + nodes.prefix(6).map(impact.identifier).joined(separator: ", ")
            + " and \(nodes.count - 6) more"
      return ("an hour less of work on \(names)", key)
    }
  }

  /// "saves 1 h 20 min of the greatest lateness; A-triage is back 40 min sooner, A-lab 1 h later".
  package func effect(_ gain: RecoveryGains.Gain, limit: Int = 4) -> String {
    var parts: [String] = []
    if !gain.revived.isEmpty {
      parts.append("brings back \(Plural.list(gain.revived.map(impact.identifier)))")
    }
    if gain.seconds > 0 {
      let isLate = (impact.schedule.objective ?? 0) > 0
      parts.append(
        !impact.schedule.isLateness
          ? "\(Self.time(gain.seconds)) less until all are back"
          : isLate
            ? "\(Self.time(gain.seconds)) less of the greatest lateness"
            : "\(Self.time(gain.seconds)) more for the one with least to spare")
    }
    let moved = gain.activities.sorted { ($1.seconds, $0.node) < ($0.seconds, $1.node) }
    let shown = moved.prefix(limit).map {
      "\(impact.identifier($0.node)) \(Self.time(abs($0.seconds))) \($0.seconds > 0 ? "sooner" : "later")"
    }
    if !shown.isEmpty {
      let more = moved.count - shown.count
      parts.append(
        shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
    }
    return parts.joined(separator: "; ") + (gain.isProven ? "" : " (not proven)")
  }

  /// "needs 6 from 4 h on, and has 4: 2 missing until 3 d": a role that is short of people; nil where none is.
  package func shortage(_ role: ResourceDemand.Role) -> String? {
    let shortages = role.shortages
    guard !shortages.isEmpty else { return nil }
    return shortages.map { shortage in
      let until = shortage.to >= TimeBounds.never ? "" : " until \(Self.time(shortage.to))"
      return "\(AmountText.plain(shortage.missing)) missing from "
        + "\(shortage.from == 0 ? "the start" : Self.time(shortage.from)) on\(until)"
    }.joined(separator: "; ")
  }

  package func name(of party: Identifier<Party>) -> String {
    impact.register.parties.first { $0.id == party }.map { "\(party) '\($0.name)'" } ?? party.text
  }
}
