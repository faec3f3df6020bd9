public import ImpactAnalysis
public import RegisterModel
import RiskScoring

/// The impact analysis of a register: what disruption costs, what recovery takes, and what hangs on what.
/// Each part is computed when it is first asked for.
///
/// Activities and assets are nodes of one graph: the activities of the register first, then its assets, each
/// in the order of the register.
public final class RegisterImpact: Sendable {
  public typealias Node = DependencyGraph.Node
  /// Gives the rules of a time zone by its name in the time zone database; nil for one it doesn't know.
  public typealias ZoneSource = @Sendable (_ name: String) -> TimeZoneRules?

  public let register: Register
  /// The day that counts as today.
  public let today: CalendarDate

  private let lazyCalendars: Lazy<RegisterCalendars>
  private let lazyGraph: Lazy<ImpactGraph>
  private let lazyDisruptions: Lazy<[ActivityDisruption]>
  private let lazyPeriods: Lazy<[PlanningPeriod]>
  private let lazyPrioritised: Lazy<[Node]>
  private let lazyLosses: Lazy<[ActivityLoss?]>
  private let lazyPoints: Lazy<SinglePoints>
  private let lazyPairs: Lazy<DoublePoints>
  private let lazyCommon: Lazy<CommonPoints>
  private let lazyNeeded: Lazy<[Bool]>
  private let lazyConcentrations: Lazy<[Concentration]>
  private let lazyDataLoss: Lazy<DataLoss>
  private let lazyDemand: Lazy<ResourceDemand>
  private let lazySequence: Lazy<RecoverySequence>
  private let lazySchedule: Lazy<RecoverySchedule>
  private let lazyGains: Lazy<RecoveryGains>
  private let lazyActivities: Lazy<[ActivityImpact]>

  init(_ register: Register, today: CalendarDate, zones: @escaping ZoneSource) {
    self.register = register
    self.today = today
    let calendars = Lazy { RegisterCalendars(register, unstated: .utc, rules: zones) }
    let graph = Lazy { ImpactGraph(register, today: today) }
    let disruptions = Lazy {
      register.activities.map { activity in
        ActivityDisruption(activity, criteria: register.criteria) { category, amount in
          Self.soonest(
            amount, category, activity, register, calendars.value, from: today, days: 366)
        }
      }
    }
    let periods = Lazy {
      zip(register.activities, disruptions.value).map {
        PlanningPeriod($0.targets, derived: $1.period)
      }
    }
    let prioritised = Lazy {
      let horizon = register.criteria?.planningHorizon
      return register.activities.indices.filter { place in
        guard let period = periods.value[place].seconds else { return false }
        return horizon.map { period <= $0.seconds } ?? true
      }
    }
    let points = Lazy { SinglePoints(graph.value.graph, activities: prioritised.value) }
    let sequence = Lazy { RecoverySequence(graph.value, register, points: points.value) }
    let schedule = Lazy { RecoverySchedule(graph.value, register, sequence: sequence.value) }
    lazyCalendars = calendars
    lazyGraph = graph
    lazyDisruptions = disruptions
    lazyPeriods = periods
    lazyPrioritised = prioritised
    lazyPoints = points
    lazySequence = sequence
    lazySchedule = schedule
    lazyLosses = Lazy {
      zip(register.activities, periods.value).map {
        ActivityLoss($0, calendars.value, $1, today)
      }
    }
    lazyPairs = Lazy {
      DoublePoints(
        graph.value.graph, activities: prioritised.value,
        limit: Self.pairLimit(nodes: graph.value.graph.nodeCount))
    }
    lazyCommon = Lazy { CommonPoints(graph.value.graph) }
    lazyNeeded = Lazy { graph.value.graph.isNeeded(by: prioritised.value) }
    lazyConcentrations = Lazy {
      Concentration.all(in: register, graph.value.graph, activities: prioritised.value)
    }
    lazyDataLoss = Lazy { DataLoss(register, graph.value.graph) }
    lazyDemand = Lazy { ResourceDemand(register) }
    // Each trial is a schedule of its own: eight of the largest, all there are of the usual ones.
    let trials = min(
      200, max(8, 40_000 / max(register.activities.count + register.assets.count, 1)))
    lazyGains = Lazy { RecoveryGains(schedule.value, limit: trials) }
    lazyActivities = Lazy {
      let outages = Self.outages(graph.value, schedule.value)
      return register.activities.indices.map {
        ActivityImpact(
          node: $0, period: periods.value[$0], impact: graph.value, schedule: schedule.value,
          outages: outages[$0])
      }
    }
  }

  /// The calendars of the register; in UTC where it names no time zone.
  public var calendars: RegisterCalendars { lazyCalendars.value }
  /// Requirements and capability over the graph of needs.
  public var graph: ImpactGraph { lazyGraph.value }
  /// Of each activity how long it can be down, category by category.
  public var disruptions: [ActivityDisruption] { lazyDisruptions.value }
  /// Of each activity the MTPD that it is planned by.
  public var periods: [PlanningPeriod] { lazyPeriods.value }
  /// The activities that must be back within the horizon, ascending. One whose MTPD nobody knows is not
  /// among them.
  ///
  /// - Note: DOMAIN §7.
  public var prioritised: [Node] { lazyPrioritised.value }
  /// Of each activity what an outage costs; nil where it states no cost, or a time zone is not known.
  public var losses: [ActivityLoss?] { lazyLosses.value }
  /// What prioritised activities can't do without.
  public var points: SinglePoints { lazyPoints.value }
  /// The pairs of things that prioritised activities can't do without.
  public var pairs: DoublePoints { lazyPairs.value }
  /// What members that stand in for each other all hang on.
  public var commonPoints: CommonPoints { lazyCommon.value }
  /// Of each node whether a prioritised activity needs it, directly or not, or it is one.
  public var isNeeded: [Bool] { lazyNeeded.value }
  /// The suppliers and sites behind two or more prioritised activities.
  public var concentrations: [Concentration] { lazyConcentrations.value }
  /// How much work may be lost, and is.
  public var dataLoss: DataLoss { lazyDataLoss.value }
  /// How many people are needed and there, if all activities run at their minimum.
  public var demand: ResourceDemand { lazyDemand.value }
  /// What to begin with, if there are crews enough.
  public var sequence: RecoverySequence { lazySequence.value }
  /// Who restores what when, after everything failed.
  public var schedule: RecoverySchedule { lazySchedule.value }
  /// What would make recovery sooner.
  public var gains: RecoveryGains { lazyGains.value }
  /// Each activity: how long it can be down, when it must be back, and when it is; in the order of the register.
  public var activities: [ActivityImpact] { lazyActivities.value }
  /// The same, the worst first.
  public var worstFirst: [ActivityImpact] { activities.sorted(by: ActivityImpact.isWorse) }

  // MARK: Names

  /// The activity that a node stands for; nil for an asset.
  public func activity(_ node: Node) -> Activity? {
    node < register.activities.count ? register.activities[node] : nil
  }

  /// The asset that a node stands for; nil for an activity.
  public func asset(_ node: Node) -> Asset? {
    node < register.activities.count ? nil : register.assets[node - register.activities.count]
  }

  /// The identifier of what a node stands for.
  public func identifier(_ node: Node) -> String {
    activity(node)?.id.text ?? register.assets[node - register.activities.count].id.text
  }

  /// What people call it.
  public func name(_ node: Node) -> String {
    activity(node)?.name.text ?? register.assets[node - register.activities.count].name.text
  }

  // MARK: Making

  /// How many candidates are tried in pairs, so that it takes no longer than the rest.
  private static func pairLimit(nodes: Int) -> Int {
    let limit = (64 * 20_000_000 / Double(max(nodes, 1))).squareRoot()
    return min(Int(limit), 1024)
  }

  /// When each activity is down after everything failed, with work as long as it waits for crews.
  private static func outages(_ impact: ImpactGraph, _ schedule: RecoverySchedule)
    -> [[Interruption]]
  {
    guard impact.graph.hasWorkarounds else {
      return Array(repeating: [], count: impact.graph.activityCount)
    }
    let all = (0..<impact.graph.nodeCount).map { WhatIf.Failure($0) }
    return WhatIf(impact.waiting(as: schedule), failures: all).outages
  }

  /// How soon an activity can lose an amount in a category, in an outage that begins within some days.
  private static func soonest(
    _ amount: Double, _ category: Identifier<ImpactCategory>, _ activity: Activity,
    _ register: Register, _ calendars: RegisterCalendars, from day: CalendarDate, days: Int
  ) -> SoonestLoss? {
    guard let losses = losses(of: activity, in: category, register),
      let pattern = calendars.pattern(of: activity),
      let start = pattern.zone.moment(of: LocalTime(startOf: day))
    else { return nil }
    return SoonestLoss(of: amount, losses: losses, pattern: pattern, from: start, days: days)
  }

  /// The terms that count in a category; nil where there is none.
  private static func losses(
    of activity: Activity, in category: Identifier<ImpactCategory>, _ register: Register
  ) -> LossTerms? {
    let isMain = register.criteria?.moneyCategory == category
    let terms = (activity.losses?.terms ?? []).filter {
      $0.info.category.map { $0 == category } ?? isMain
    }
    return terms.isEmpty ? nil : LossTerms(terms)
  }

  // MARK: On a day

  /// How long an activity can be down if the disruption begins on a day: by the peak windows that hold on it, and
  /// what it loses then.
  public func period(of activity: Node, on day: CalendarDate) -> PlanningPeriod {
    let record = register.activities[activity]
    let disruption = ActivityDisruption(record, criteria: register.criteria) { category, amount in
      Self.soonest(amount, category, record, register, calendars, from: day, days: 1)
    }
    return PlanningPeriod(
      record.targets, derived: disruption.period(during: calendars.windows(on: day)))
  }

  /// The same at a moment.
  public func period(of activity: Node, at start: Moment) -> PlanningPeriod {
    let record = register.activities[activity]
    let disruption = ActivityDisruption(record, criteria: register.criteria) { category, amount in
      guard let losses = Self.losses(of: record, in: category, register),
        let pattern = calendars.pattern(of: record)
      else { return nil }
      let curve = LossCurve.parts(
        of: losses, operating: OperatingTime(pattern, start: start)
      ).total
      return SoonestLoss(of: amount, on: curve)
    }
    return PlanningPeriod(
      record.targets, derived: disruption.period(during: calendars.windows(at: start)))
  }
}

extension ActivityLoss {
  fileprivate init?(
    _ activity: Activity, _ calendars: RegisterCalendars, _ period: PlanningPeriod,
    _ today: CalendarDate
  ) {
    guard let losses = activity.losses, !losses.terms.isEmpty,
      let pattern = calendars.pattern(of: activity)
    else { return nil }
    guard !pattern.isAlways else {
      self.init(parts: LossCurve.parts(of: losses), start: nil, worst: nil)
      return
    }
    let length = ElapsedTime(seconds: min(max(period.seconds ?? 86_400, 3600), 60 * 86_400))!
    guard let midnight = pattern.zone.moment(of: LocalTime(startOf: today)),
      let worst = WorstStart(of: losses, pattern: pattern, length: length, from: midnight)
    else { return nil }
    self.init(
      parts: LossCurve.parts(
        of: losses, operating: OperatingTime(pattern, start: worst.start)),
      start: worst.start, worst: worst)
  }
}

extension Criteria {
  /// Within what time an activity must be back to be prioritised: the horizon or, where none is stated, the
  /// last band.
  var planningHorizon: ElapsedTime? { horizon ?? bands.max() }

  /// The first category that counts money: that of losses that name none.
  fileprivate var moneyCategory: Identifier<ImpactCategory>? {
    impacts.first { $0.unit.map { Currency($0.text) != nil } ?? false }?.category
  }
}
