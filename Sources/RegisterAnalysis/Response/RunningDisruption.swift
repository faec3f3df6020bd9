public import ImpactAnalysis
public import RegisterModel

/// A disruption that goes on: which activities are down by what was reported, since when, and when their limits
/// pass.
///
/// What was reported down is followed through the needs, as long as nobody reports it up: an activity stops once
/// its workaround has run out, even if nobody has reported that yet.
///
/// What is degraded after it was down is not back yet: its clocks run on until it is reported up.
///
/// Times are seconds since 1970.
public struct RunningDisruption: Sendable {
  public struct Stopped: Sendable {
    public let node: DependencyGraph.Node
    /// When it stops, for the outage that goes on or else the next one: reported, or following from what is down.
    public let from: Int64
    /// Whether somebody reported it, or it follows.
    public let isReported: Bool
    /// When it was reported up again; nil while it is down.
    public let back: Int64?
    /// Until when it runs on a workaround; nil where it doesn't.
    public let workaroundEnds: Int64?
    /// When its RTO, and what can be borne, are over; nil where it has none, or nobody knows.
    public let objective, tolerable: Int64?
  }

  /// In the order of the register.
  public let activities: [Stopped]

  /// - Parameters:
  ///   - events: What was reported.
  ///   - now: The moment for which it holds.
  /// - Complexity: That of a ``WhatIf`` for each moment at which something that is still down was reported.
  public init(_ compiled: CompiledRegister, events: [ActivationEvent], at now: Moment) {
    let register = compiled.register
    let reports = Self.reports(events, compiled, until: now)
    var found: [Int: (from: Int64, isReported: Bool, back: Int64?, until: Int64?)] = [:]
    for (node, times) in reports where node < register.activities.count {
      if let last = times.last { found[node] = (last.from, true, last.to, nil) }
    }
    // What failed at one moment is followed together, and nobody knows for how long.
    let failed = Dictionary(
      grouping: reports.compactMap { node, times in
        times.last.flatMap { $0.to == nil ? (node: node, from: $0.from) : nil }
      }, by: \.from)
    for (from, nodes) in failed.sorted(by: { $0.key < $1.key }) {
      let failures = nodes.map(\.node).sorted()
        .map { WhatIf.Failure($0, duration: TimeBounds.never) }
      let played = WhatIf(compiled.impact.graph, failures: failures)
      let gone = now.secondsSince1970 - from
      for node in played.stopped(compiled.impact.graph.graph) {
        guard let outage = played.outages[node].first(where: { $0.to > gone }) else { continue }
        // What was reported counts, and of what follows the earliest.
        if let known = found[node], known.isReported || known.from <= from + outage.from {
          continue
        }
        let bridge = played.reduced[node].first { $0.from <= gone && gone < $0.to }
        found[node] = (from + outage.from, false, nil, bridge.map { from + $0.to })
      }
    }
    activities = found.sorted { $0.key < $1.key }.map { node, time in
      let start = Moment(secondsSince1970: time.from, offsetMinutes: Int(now.offsetMinutes)) ?? now
      let rto = register.activities[node].targets?.rto?.seconds
      let mtpd = compiled.impact.period(of: node, at: start).seconds
      return Stopped(
        node: node, from: time.from, isReported: time.isReported, back: time.back,
        workaroundEnds: time.until, objective: rto.map { time.from + $0 },
        tolerable: mtpd.flatMap { $0 < TimeBounds.never ? time.from + $0 : nil })
    }
  }

  /// When each node was reported down, and up again.
  private static func reports(
    _ events: [ActivationEvent], _ compiled: CompiledRegister, until now: Moment
  ) -> [Int: [(from: Int64, to: Int64?)]] {
    var reports: [Int: [(from: Int64, to: Int64?)]] = [:]
    let known = events.enumerated()
      .filter { $0.element.at.secondsSince1970 <= now.secondsSince1970 }
      .sorted {
        ($0.element.at.secondsSince1970, $0.offset) < ($1.element.at.secondsSince1970, $1.offset)
      }
    for (_, event) in known {
      guard let about = event.about, let state = event.state, let node = compiled.node(about) else {
        continue
      }
      let at = event.at.secondsSince1970
      let isDown = reports[node]?.last.map { $0.to == nil } ?? false
      if state == .down, !isDown {
        reports[node, default: []].append((at, nil))
      } else if state == .up, isDown {
        reports[node]![reports[node]!.count - 1].to = at
      }
    }
    return reports
  }
}

extension CompiledRegister {
  /// The node of an asset or activity in the graph of needs; nil where the register doesn't have it.
  public func node<Subject>(_ id: Identifier<Subject>) -> DependencyGraph.Node? {
    activities[id] ?? assets[id].map { register.activities.count + $0 }
  }
}
