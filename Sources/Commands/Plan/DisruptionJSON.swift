import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// A disruption that was played, as JSON: times in seconds after the start, money in major units of the register's
/// currency. Every key is always there; what is unknown, or never comes, is null.
struct DisruptionJSON: Encodable {
  /// Of this form of JSON: keys may be added to a version, none goes or changes its meaning.
  let version = 1
  let start: String
  let currency: String
  let failed: [FailedJSON]
  let activities: [StoppedJSON]
  let assets: [AssetJSON]
  /// The breakpoints of the loss of all activities together.
  let loss: [ImpactJSON.LossAtJSON]
  let uncosted: [String]
  let order: [StepJSON]
  let people: [ImpactJSON.RoleJSON]

  init(_ view: DisruptionView) {
    let (played, impact) = (view.played, view.impact)
    start = played.start.writtenText
    currency = view.register.currency.code
    let given = Dictionary(
      view.scenario.failures.map { ($0.node, $0.duration) }, uniquingKeysWith: { first, _ in first }
    )
    failed = played.failed.map {
      FailedJSON(id: impact.identifier($0), restoredAfter: Nullable(given[$0] ?? nil))
    }
    activities = played.activities.map { StoppedJSON($0, impact) }
    assets = played.assets.map {
      AssetJSON(
        id: impact.identifier($0.node), backEarliest: finite($0.back.lower),
        backLatest: finite($0.back.upper))
    }
    loss = Self.breakpoints(played.loss)
    uncosted = played.uncosted.map(impact.identifier)
    order = view.order.map {
      StepJSON(
        id: impact.identifier($0.node), start: $0.recovery.start, finish: $0.recovery.finish,
        isCritical: $0.recovery.isCritical)
    }
    people = played.demand.roles.map { ImpactJSON.RoleJSON($0) }
  }

  private static func breakpoints(_ curve: LossCurve) -> [ImpactJSON.LossAtJSON] {
    curve.breakpoints.map {
      ImpactJSON.LossAtJSON(
        hours: $0.time, before: $0.before, at: $0.at, after: $0.after, slope: $0.slope)
    }
  }

  struct FailedJSON: Encodable {
    let id: String
    let restoredAfter: Nullable<Int64>
  }

  struct SpanJSON: Encodable {
    let from: Int64
    let to: Nullable<Int64>
  }

  struct StoppedJSON: Encodable {
    let id: String
    let outages: [SpanJSON]
    let backEarliest: Nullable<Int64>
    let backLatest: Nullable<Int64>
    let rto: Nullable<Int64>
    let rtoCrossed: Nullable<Int64>
    let mtpd: Nullable<Int64>
    let mtpdCrossed: Nullable<Int64>
    let windows: [String]
    let loss: Nullable<[ImpactJSON.LossAtJSON]>

    init(_ stopped: PlayedDisruption.Stopped, _ impact: RegisterImpact) {
      id = impact.identifier(stopped.node)
      outages = stopped.outages.map { SpanJSON(from: $0.from, to: finite($0.to)) }
      backEarliest = finite(stopped.back.lower)
      backLatest = finite(stopped.back.upper)
      rto = Nullable(stopped.objective)
      rtoCrossed = Nullable(stopped.objectiveCrossed)
      mtpd = Nullable(stopped.tolerable)
      mtpdCrossed = Nullable(stopped.tolerableCrossed)
      windows = stopped.windows.map(\.text)
      loss = Nullable(stopped.loss.map(DisruptionJSON.breakpoints))
    }
  }

  struct AssetJSON: Encodable {
    let id: String
    let backEarliest: Nullable<Int64>
    let backLatest: Nullable<Int64>
  }

  struct StepJSON: Encodable {
    let id: String
    let start: Int64
    let finish: Int64
    let isCritical: Bool
  }
}
