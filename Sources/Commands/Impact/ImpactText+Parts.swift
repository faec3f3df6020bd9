import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// What concerns all activities together.
extension ImpactText {
  var parts: String {
    cycles + points + pairs + concentrations + dataLoss + people + gains
  }

  private func list(_ heading: String, _ items: [String], _ nouns: String, note: String? = nil)
    -> String
  {
    guard !items.isEmpty else { return "" }
    let shown = items.prefix(limit ?? .max)
    return layout.heading("\(heading): \(AmountText.grouped("\(items.count)"))")
      + (note.map { layout.paragraph($0, indent: 2) } ?? "")
      + shown.map { layout.paragraph($0, indent: 2, hanging: 4) }.joined()
      + layout.more(than: shown.count, of: items.count, nouns)
  }

  private var cycles: String {
    let items = impact.graph.graph.cycles.map { cycle in
      cycle.map { words.label($0) }.joined(separator: ", ")
    }
    return list(
      "Needs that go in a circle", items, "circles",
      note: "Nobody can say which of them is back first; what needs them is not known.")
  }

  private var points: String {
    let items = words.pointsWorstFirst.map { point in
      "\(words.label(point.node)): \(words.blast(point))"
    }
    return list("Single points of failure", items, "single points")
  }

  private var pairs: String {
    let pairs = impact.pairs
    if pairs.isTooLarge {
      return layout.heading("Pairs")
        + layout.paragraph(
          "\(pairs.candidateCount) things stand behind redundant needs, too many to try each pair here.",
          indent: 2)
    }
    return list(
      "Pairs that nothing stands in for",
      pairs.pairs.sorted {
        ($1.activities.count, $0.first, $0.second) < ($0.activities.count, $1.first, $1.second)
      }.map { pair in
        "\(words.label(pair.first)) and \(words.label(pair.second)): "
          + identifiers(pair.activities)
      }, "pairs")
  }

  private var concentrations: String {
    list(
      "Behind several activities",
      impact.concentrations.map { concentration in
        "\(words.label(concentration.subject)): \(concentration.activities.count) prioritised activities stop if "
          + "all that hangs on it fails: "
          + identifiers(concentration.activities)
      }, "suppliers and sites")
  }

  /// "A-1, A-2, A-3 and 18 more".
  private func identifiers(_ nodes: [Int]) -> String {
    let shown = nodes.prefix(6).map(impact.identifier).joined(separator: ", ")
    return shown + (nodes.count > 6 ? " and \(nodes.count - 6) more" : "")
  }

  private var dataLoss: String {
    list(
      "Work that would be lost",
      words.dataLosers.map { "\(words.label($0)): \(words.dataLoss($0))" }, "assets")
  }

  private var people: String {
    let short = impact.demand.roles.compactMap { role in
      words.shortage(role).map { "\(words.name(of: role.role)): \($0)" }
    }
    let shared = impact.demand.shared.map { shared in
      let until = shared.to >= TimeBounds.never ? "" : " until \(ImpactWords.time(shared.to))"
      return
        "\(shared.roles.map(words.name).joined(separator: " and ")) need \(shared.needed) from "
        + "\(ImpactWords.time(shared.from)) on\(until), and only "
        + "\(shared.people.map(\.text).joined(separator: ", ")) are named for them"
    }
    return list("People who are missing", short + shared, "roles")
  }

  private var gains: String {
    let gains = impact.gains
    let proof =
      impact.schedule.isProvenOptimal
      ? "No order of work is better than the one shown."
      : impact.schedule.lowerBound.flatMap { bound in
        impact.schedule.objective.map {
          "The order of work shown may be beaten by up to \(ImpactWords.time($0 - bound))."
        }
      }
    guard !gains.gains.isEmpty else { return "" }
    let shown = words.gains.prefix(min(limit ?? .max, 8))
    return layout.heading("What would help most")
      + (proof.map { layout.paragraph($0, indent: 2) } ?? "")
      + shown.map {
        layout.paragraph("\($0.change): \($0.effect)", indent: 2, hanging: 4)
      }.joined()
  }
}
