import ImpactAnalysis
public import RegisterModel
import ResponsePlanning

/// Which protocols respond to which risks at which hours: every risk that hits something is played at every hour.
public struct ResponseCoverage: Sendable {
  /// How a protocol responds.
  public enum Answer: Character, Sendable, CaseIterable {
    /// A trigger raises a level by itself.
    case automatic = "A"
    /// A trigger recommends a level.
    case recommended = "R"
    /// Nobody can tell; whoever has the authority must decide.
    case decision = "?"
    /// Something fires, and nobody who may declare it can be reached at that hour.
    case unreachable = "!"
    /// The protocol is for the risk, and nothing fires.
    case silent = "-"
    /// Nothing.
    case none = " "
  }

  /// The hours, as moments.
  public let hours: [Moment]
  public struct Row: Sendable {
    /// The risk, by its place in the register.
    public let risk: Int
    /// Of each protocol, of each hour.
    public let answers: [[Answer]]
    /// Whether no protocol responds at some hour.
    public var isOpen: Bool {
      guard let hours = answers.first?.count else { return true }
      return (0..<hours).contains { hour in
        !answers.contains { [.automatic, .recommended, .decision].contains($0[hour]) }
      }
    }
  }
  /// Of each risk that hits something, in the order of the register.
  public let rows: [Row]
  /// Risks that hit nothing that the register has, by place: nothing can be played.
  public let unplayable: [Int]

  /// - Parameters:
  ///   - risks: Those to play, by place.
  ///   - hours: When.
  ///   - progress: Called before each risk.
  /// - Complexity: That of a ``DryRun`` for each risk and hour.
  public init(
    _ compiled: CompiledRegister, risks: [Int], hours: [Moment],
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) {
    self.hours = hours
    var rows: [Row] = []
    var unplayable: [Int] = []
    let protocols = compiled.register.protocols.indices
    for (count, risk) in risks.enumerated() {
      progress(count, risks.count)
      let record = compiled.register.risks[risk]
      let named = record.hits.map(\.ref) + record.jointHits.flatMap(\.hits).map(\.ref)
      let nodes = named.compactMap { compiled.node($0) }
      guard !nodes.isEmpty else {
        unplayable.append(risk)
        continue
      }
      var answers = [[Answer]](repeating: [], count: protocols.count)
      for hour in hours {
        let played = PlayedDisruption(
          compiled.impact, failures: Set(nodes).sorted().map { WhatIf.Failure($0) }, start: hour)
        let run = DryRun(compiled, played, risk: record.id)
        for place in protocols { answers[place].append(run.answer(of: place)) }
      }
      rows.append(Row(risk: risk, answers: answers))
    }
    self.rows = rows
    self.unplayable = unplayable
  }
}

extension DryRun {
  /// How a protocol responds.
  func answer(of place: Int) -> ResponseCoverage.Answer {
    guard let course = courses.first(where: { $0.place == place }) else {
      return silent.contains(place) ? .silent : .none
    }
    guard let first = course.raised.first else { return .decision }
    // Without any way to reach somebody nobody knows; that is found by a rule.
    let steps = first.escalation.steps
    if !steps.isEmpty, steps.allSatisfy({ $0.chain.isUnreachable }) { return .unreachable }
    return course.firings[first.firing].state.trigger.mode == .automatic ? .automatic : .recommended
  }
}
