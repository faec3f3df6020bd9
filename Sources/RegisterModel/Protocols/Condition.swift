/// What must be so for a trigger to fire. Evaluated in three-valued logic: a fact that is not known
/// makes a condition unknown, never false.
public indirect enum Condition: Sendable {
  case all(ConditionGroup)
  case any(ConditionGroup)
  case atLeast(ConditionQuorum)
  case not(ConditionNegation)
  case asset(StateCondition<Asset>)
  case activity(StateCondition<Activity>)
  case elapsed(ElapsedCondition)
  case hazard(HazardCondition)
  case indicator(IndicatorCondition)
  case incidents(IncidentCondition)
  case severity(SeverityCondition)
  case forecast(ForecastCondition)
  case manual(ManualCondition)
}

extension Condition: DescribedChoice {
  package static var alternatives: [Alternative<Condition>] {
    [
      Alternative("all", { .all($0) }, { if case .all(let it) = $0 { it } else { nil } }),
      Alternative("any", { .any($0) }, { if case .any(let it) = $0 { it } else { nil } }),
      Alternative(
        "atLeast", { .atLeast($0) },
        {
          if case .atLeast(let it) = $0 { it } else { nil }
        }),
      Alternative("not", { .not($0) }, { if case .not(let it) = $0 { it } else { nil } }),
      Alternative("asset", { .asset($0) }, { if case .asset(let it) = $0 { it } else { nil } }),
      Alternative(
        "activity", { .activity($0) },
        {
          if case .activity(let it) = $0 { it } else { nil }
        }),
      Alternative(
        "elapsed", { .elapsed($0) },
        {
          if case .elapsed(let it) = $0 { it } else { nil }
        }),
      Alternative("hazard", { .hazard($0) }, { if case .hazard(let it) = $0 { it } else { nil } }),
      Alternative(
        "indicator", { .indicator($0) },
        {
          if case .indicator(let it) = $0 { it } else { nil }
        }),
      Alternative(
        "incidents", { .incidents($0) },
        {
          if case .incidents(let it) = $0 { it } else { nil }
        }),
      Alternative(
        "severity", { .severity($0) },
        {
          if case .severity(let it) = $0 { it } else { nil }
        }),
      Alternative(
        "forecast", { .forecast($0) },
        {
          if case .forecast(let it) = $0 { it } else { nil }
        }),
      Alternative("manual", { .manual($0) }, { if case .manual(let it) = $0 { it } else { nil } }),
    ]
  }
}

/// Conditions that are taken together.
public struct ConditionGroup: Sendable {
  public var conditions: [Condition] = []
  package var unknown: [UnknownContent] = []
  public init(_ conditions: [Condition]) { self.conditions = conditions }
}

extension ConditionGroup: Described {
  package init() {}
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "conditionGroup", "Conditions that are taken together."
  ) { f in
    f.choices(\.conditions, required: true, "A condition.")
  }
}

/// The opposite of a condition; unknown if that is unknown.
public struct ConditionNegation: Sendable {
  public var condition: Condition?
  package var unknown: [UnknownContent] = []
  public init(_ condition: Condition) { self.condition = condition }
}

extension ConditionNegation: Described {
  package init() {}
  package static let form = FormDescription<Self>.form(
    \.unknown, "conditionNegation", "The opposite of a condition."
  ) { f in
    f.choice(\.condition, required: true, "The condition.")
  }
}

/// At least so many of some conditions.
public struct ConditionQuorum: Sendable {
  public var count: Count
  public var conditions: [Condition] = []
  package var unknown: [UnknownContent] = []
  public init(count: Count, _ conditions: [Condition]) {
    self.count = count
    self.conditions = conditions
  }
}

extension ConditionQuorum: Described {
  package init() { count = Count(1)! }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "conditionQuorum", "At least so many of some conditions."
  ) { f in
    f.attribute("count", \.count, "How many of them must hold.")
    f.choices(\.conditions, required: true, "A condition.")
  }
}

/// The state of an asset or activity.
public enum OperatingState: String, WrittenWord, CaseIterable {
  case up, degraded, down
  package static let typeName = "operatingState"
}

/// An asset or activity is in a state, for a time.
public struct StateCondition<Subject: IdentifierSubject & Sendable>: Sendable {
  public var ref: Identifier<Subject>
  public var state: OperatingState
  /// It must have been so for this long, without a break.
  public var duration: ElapsedTime?
  package var unknown: [UnknownContent] = []
  public init(ref: Identifier<Subject>, state: OperatingState) {
    self.ref = ref
    self.state = state
  }
}

extension StateCondition: Described where Subject: StateConditionSubject {
  package init() {
    ref = Identifier(unchecked: "")
    state = .down
  }
  package static var form: Form { Subject.stateConditionForm }
  fileprivate static func describe(_ name: String) -> Form {
    FormDescription<Self>.form(\.unknown, name, "It is in a state, for a time.") { f in
      f.attribute("ref", \.ref, "Which one.")
      f.attribute("is", \.state, "The state.")
      f.attribute("for", \.duration, "For how long without a break.")
    }
  }
}

/// What has a state that a condition can ask for.
package protocol StateConditionSubject: IdentifierSubject, Sendable {
  static var stateConditionForm: Form { get }
}

extension Asset: StateConditionSubject {
  package static let stateConditionForm = StateCondition<Asset>.describe("assetCondition")
}

extension Activity: StateConditionSubject {
  package static let stateConditionForm = StateCondition<Activity>.describe("activityCondition")
}

/// An activity or asset has been down for a share of its RTO or MTPD, or for a time.
public struct ElapsedCondition: Sendable {
  public enum Measure: String, WrittenWord, CaseIterable {
    case rto, mtpd
    package static let typeName = "elapsedMeasure"
  }
  public var ref: Identifier<Dependable>
  public var of: Measure?
  /// The share of that measure; may exceed 1.
  public var ratio: Quantity?
  /// Or simply a time.
  public var time: ElapsedTime?
  package var unknown: [UnknownContent] = []
  public init(ref: Identifier<Dependable>) { self.ref = ref }
}

extension ElapsedCondition: Described {
  package init() { ref = Identifier(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "elapsedCondition", "It has been down for a time, or for a share of its RTO or MTPD."
  ) { f in
    f.attribute("ref", \.ref, "What is down.")
    f.attribute("of", \.of, "Which of its limits the ratio is of.")
    f.attribute("ratio", \.ratio, "The share of that limit, such as 0.25.")
    f.attribute("time", \.time, "The time, where it is no share of a limit.")
  }
}

/// A warning level of a hazard has been reached.
public struct HazardCondition: Sendable {
  public var ref: Identifier<Hazard>
  public var atLeast: Measure
  public var unit: Line?
  package var unknown: [UnknownContent] = []
  public init(ref: Identifier<Hazard>, atLeast: Measure) {
    self.ref = ref
    self.atLeast = atLeast
  }
}

extension HazardCondition: Described {
  package init() {
    ref = Identifier(unchecked: "")
    atLeast = Measure(0)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "hazardCondition", "A warning level of a hazard, such as a gauge height, has been reached."
  ) { f in
    f.attribute("ref", \.ref, "The hazard.")
    f.attribute("atLeast", \.atLeast, "The level.")
    f.attribute("unit", \.unit, "What the level is in.")
  }
}

/// A key risk indicator is in a state.
public struct IndicatorCondition: Sendable {
  public enum State: String, WrittenWord, CaseIterable {
    case green, amber, red
    package static let typeName = "indicatorState"
  }
  public var ref: Identifier<Indicator>
  public var state: State
  package var unknown: [UnknownContent] = []
  public init(ref: Identifier<Indicator>, state: State) {
    self.ref = ref
    self.state = state
  }
}

extension IndicatorCondition: Described {
  package init() {
    ref = Identifier(unchecked: "")
    state = .red
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "indicatorCondition", "A key risk indicator is in a state."
  ) { f in
    f.attribute("ref", \.ref, "The indicator.")
    f.attribute("is", \.state, "The state.")
  }
}

/// So many incidents within a time.
public struct IncidentCondition: Sendable {
  public var count: Count
  public var within: ElapsedTime
  public var category: Identifier<RiskCategory>?
  public var severityAtLeast: Incident.Severity?
  package var unknown: [UnknownContent] = []
  public init(count: Count, within: ElapsedTime) {
    self.count = count
    self.within = within
  }
}

extension IncidentCondition: Described {
  package init() {
    count = Count(1)!
    within = ElapsedTime(seconds: 86_400)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "incidentCondition", "So many incidents within a time."
  ) { f in
    f.attribute("count", \.count, "How many.")
    f.attribute("within", \.within, "In which time, up to now.")
    f.attribute("category", \.category, "Only those of this category.")
    f.attribute("severityAtLeast", \.severityAtLeast, "Only those at least so severe.")
  }
}

/// The incident at hand is at least so severe.
public struct SeverityCondition: Sendable {
  public var atLeast: Incident.Severity
  package var unknown: [UnknownContent] = []
  public init(atLeast: Incident.Severity) { self.atLeast = atLeast }
}

extension SeverityCondition: Described {
  package init() { atLeast = .major }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "severityCondition", "The incident at hand is at least so severe."
  ) { f in
    f.attribute("atLeast", \.atLeast, "The severity.")
  }
}

/// The forecast time to restore is later than a time, or than the protocol can wait.
public struct ForecastCondition: Sendable {
  public var ref: Identifier<Dependable>
  /// nil: later than the latest declare time of the protocol.
  public var exceeds: ElapsedTime?
  package var unknown: [UnknownContent] = []
  public init(ref: Identifier<Dependable>) { self.ref = ref }
}

extension ForecastCondition: Described {
  package init() { ref = Identifier(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "forecastCondition", "It is forecast to be restored later than a time."
  ) { f in
    f.attribute("ref", \.ref, "What is to be restored.")
    f.attribute(
      "exceeds", \.exceeds, "The time; the latest time to declare the protocol where left out.")
  }
}

/// Somebody says so.
public struct ManualCondition: Sendable {
  public var role: Identifier<Party>
  public var question: Line
  package var unknown: [UnknownContent] = []
  public init(role: Identifier<Party>, question: Line) {
    self.role = role
    self.question = question
  }
}

extension ManualCondition: Described {
  package init() {
    role = Identifier(unchecked: "")
    question = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "manualCondition", "Somebody says so."
  ) { f in
    f.attribute("role", \.role, "Who says so.")
    f.attribute("question", \.question, "What that role is asked; yes fulfils the condition.")
  }
}
