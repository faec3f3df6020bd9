import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// The impact analysis as JSON: times in seconds, money in major units of the register's currency. Every key
/// is always there; what is unknown is null.
struct ImpactJSON: Encodable {
  /// Of this form of JSON: keys may be added to a version, none goes or changes its meaning.
  let version = 1
  let today: String
  let currency: String
  let activities: [ActivityJSON]
  let assets: [AssetJSON]
  let cycles: [[String]]
  let singlePoints: [PointJSON]
  /// null where there were too many candidates to try.
  let pairs: Nullable<[PairJSON]>
  let concentrations: [ConcentrationJSON]
  let people: [RoleJSON]
  let schedule: ScheduleJSON
  let gains: [GainJSON]

  init(_ view: ImpactView, limit: Int?) {
    let (impact, words) = (view.impact, view.words)
    today = view.today.writtenText
    currency = view.register.currency.code
    activities = view.activities.prefix(limit ?? .max).map { ActivityJSON($0, view) }
    assets = view.register.assets.indices.map {
      AssetJSON(view.register.activities.count + $0, impact)
    }
    cycles = impact.graph.graph.cycles.map { $0.map(impact.identifier) }
    singlePoints = words.pointsWorstFirst.map {
      PointJSON(
        id: impact.identifier($0.node), activities: $0.activities.map(impact.identifier),
        bridged: $0.covered.map(impact.identifier))
    }
    pairs = Nullable(
      impact.pairs.isTooLarge
        ? nil
        : impact.pairs.pairs.map {
          PairJSON(
            ids: [impact.identifier($0.first), impact.identifier($0.second)],
            activities: $0.activities.map(impact.identifier))
        })
    concentrations = impact.concentrations.map { ConcentrationJSON($0, impact) }
    people = impact.demand.roles.map { RoleJSON($0) }
    schedule = ScheduleJSON(impact)
    gains = impact.gains.gains.map {
      GainJSON(
        change: words.change($0.change), seconds: $0.seconds, isProven: $0.isProven,
        effect: words.effect($0, limit: .max))
    }
  }

  struct ActivityJSON: Encodable {
    let id: String
    let name: String
    let owner: Nullable<String>
    let verdict: String
    let mtpd: PeriodJSON
    let rto: Nullable<Int64>
    /// The least that it or one that needs it asks for, and who.
    let required: Nullable<Int64>
    let requiredBy: Nullable<String>
    /// With the crews there are; the later bound is null where nobody can say.
    let backEarliest: Nullable<Int64>
    let backLatest: Nullable<Int64>
    let isNeverBack: Bool
    /// If no work got in the way of other work.
    let backUnhinderedEarliest: Nullable<Int64>
    let gap: Nullable<Int64>
    let sentence: String
    let loss: Nullable<[LossAtJSON]>
    let lossStart: Nullable<String>

    init(_ activity: ActivityImpact, _ view: ImpactView) {
      let record = view.register.activities[activity.node]
      id = record.id.text
      name = record.name.text
      owner = Nullable(record.owner?.text)
      verdict = activity.verdict.rawValue
      mtpd = PeriodJSON(activity.period, view.words, record)
      rto = Nullable(record.targets?.rto?.seconds)
      required = finite(activity.requirement.seconds)
      requiredBy = Nullable(activity.requirement.binding.map(view.impact.identifier))
      backEarliest = finite(activity.back.lower)
      backLatest = finite(activity.back.upper)
      isNeverBack = activity.back.isNever
      backUnhinderedEarliest = finite(activity.backUnhindered.lower)
      gap = Nullable(activity.gap.flatMap { $0 < TimeBounds.never ? $0 : nil })
      sentence = view.words.sentence(activity)
      let losses = view.impact.losses[activity.node]
      loss = Nullable(
        losses.map { loss in
          loss.curve.breakpoints.prefix(1000).map {
            LossAtJSON(
              hours: $0.time, before: $0.before, at: $0.at, after: $0.after, slope: $0.slope)
          }
        })
      lossStart = Nullable(losses?.start?.writtenText)
    }
  }

  struct PeriodJSON: Encodable {
    let seconds: Nullable<Int64>
    let declared: Nullable<Int64>
    let lower: Nullable<Int64>
    let upper: Nullable<Int64>
    let isUpperBoundOnly: Bool
    let basis: Nullable<String>

    init(_ period: PlanningPeriod, _ words: ImpactWords, _ activity: Activity) {
      seconds = Nullable(period.seconds)
      declared = Nullable(period.declared)
      lower = finite(period.derived?.lower)
      upper = finite(period.derived?.upper)
      isUpperBoundOnly = period.derived?.isUpperBoundOnly ?? false
      basis = Nullable(period.derived.flatMap { words.basis($0, of: activity) })
    }
  }

  /// A breakpoint of the loss curve: in a straight line from it to the next, `slope` an hour.
  struct LossAtJSON: Encodable {
    let hours, before, at, after, slope: Double
  }

  struct AssetJSON: Encodable {
    let id: String
    let required: Nullable<Int64>
    let requiredBy: Nullable<String>
    let isRequirementIncomplete: Bool
    let own: Nullable<Int64>
    let readyEarliest: Nullable<Int64>
    let readyLatest: Nullable<Int64>
    let gap: Nullable<Int64>
    let rpo: Nullable<Int64>
    let rpa: Nullable<Int64>

    init(_ node: Int, _ impact: RegisterImpact) {
      let requirement = impact.graph.requirements.requirements[node]
      id = impact.identifier(node)
      required = finite(requirement.seconds)
      requiredBy = Nullable(requirement.binding.map(impact.identifier))
      isRequirementIncomplete = requirement.isIncomplete
      own = Nullable(impact.graph.own[node].seconds)
      readyEarliest = finite(impact.graph.recovery.ready[node].lower)
      readyLatest = finite(impact.graph.recovery.ready[node].upper)
      gap = finite(impact.graph.gap(of: node))
      rpo = finite(impact.dataLoss.requirements[node].seconds)
      rpa = Nullable(impact.dataLoss.achieved[node]?.time.seconds)
    }
  }

  struct PointJSON: Encodable {
    let id: String
    let activities: [String]
    let bridged: [String]
  }

  struct PairJSON: Encodable {
    let ids: [String]
    let activities: [String]
  }

  struct ConcentrationJSON: Encodable {
    let kind: String
    let id: String
    let activities: [String]

    init(_ concentration: Concentration, _ impact: RegisterImpact) {
      switch concentration.subject {
      case .supplier(let party): (kind, id) = ("supplier", party.text)
      case .site(let site): (kind, id) = ("site", site.text)
      }
      activities = concentration.activities.map(impact.identifier)
    }
  }

  struct RoleJSON: Encodable {
    let role: String
    let steps: [Step]

    struct Step: Encodable {
      let from: Int64
      let needed: Int64
      let supply: Nullable<Double>
      let missing: Double
    }

    init(_ role: ResourceDemand.Role) {
      self.role = role.role.text
      steps = role.steps.map {
        Step(
          from: $0.from, needed: $0.needed, supply: Nullable($0.isSupplyOpen ? nil : $0.supply),
          missing: $0.missing)
      }
    }
  }

  struct ScheduleJSON: Encodable {
    /// The greatest lateness or, where nothing has an objective, when all are back.
    let objective: Nullable<Int64>
    let isLateness: Bool
    let lowerBound: Nullable<Int64>
    let isProvenOptimal: Bool
    /// The work on each node whose time is known, in the order in which it starts.
    let work: [WorkJSON]

    struct WorkJSON: Encodable {
      let id: String
      let start: Int64
      let finish: Int64
      let ready: Int64
      /// If no work got in the way of other work.
      let earliestReady: Int64
      /// null where nothing that counts depends on it.
      let latestStart: Nullable<Int64>
      let slack: Nullable<Int64>
      let isCritical: Bool
    }

    init(_ impact: RegisterImpact) {
      let schedule = impact.schedule
      work = schedule.outcomes.indices.compactMap { node -> (Int, RecoverySchedule.Recovery)? in
        guard case .recovered(let recovery) = schedule.outcomes[node] else { return nil }
        return (node, recovery)
      }
      .sorted { ($0.1.start, $0.0) < ($1.1.start, $1.0) }
      .map { node, recovery in
        WorkJSON(
          id: impact.identifier(node), start: recovery.start, finish: recovery.finish,
          ready: recovery.ready, earliestReady: recovery.earliestReady,
          latestStart: Nullable(recovery.latestStart), slack: Nullable(recovery.slack),
          isCritical: recovery.isCritical)
      }
      objective = Nullable(schedule.objective)
      isLateness = schedule.isLateness
      lowerBound = Nullable(schedule.lowerBound)
      isProvenOptimal = schedule.isProvenOptimal
    }
  }

  struct GainJSON: Encodable {
    let change: String
    let seconds: Int64
    let isProven: Bool
    let effect: String
  }
}

/// A time in seconds; null where there is none, or it never comes.
func finite(_ seconds: Int64?) -> Nullable<Int64> {
  Nullable(seconds.flatMap { $0 < TimeBounds.never ? $0 : nil })
}
