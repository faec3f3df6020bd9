/// Frequency and loss of a risk as numbers, at one stage (Open FAIR: loss event frequency × loss
/// magnitude).
public struct Estimate: Sendable {
  public var stage = Stage.current
  public var by: Identifier<Party>?
  public var on: CalendarDate?
  /// Loss events a year. Either this, or threat events and vulnerability.
  public var frequency: Frequency?
  public var threatEvents: Frequency?
  /// The probability that a threat event becomes a loss event.
  public var vulnerability: Vulnerability?
  /// Losses of one event, added up.
  public var losses: [LossEstimate] = []
  public var secondary: SecondaryLoss?
  public var because: Prose?
  package var unknown: [UnknownContent] = []

  public init() {}
}

extension Estimate: Described {
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "estimate", key: ["stage"], "Frequency and loss of a risk as numbers, at one stage."
  ) { f in
    f.attribute(
      "stage", \.stage, standard: .current,
      "Before controls, with those of today, or after the plan.")
    f.attribute("by", \.by, "Who estimated.")
    f.attribute("on", \.on, "When it was estimated.")
    f.element("frequency", \.frequency, "Loss events a year.")
    f.element("threatEvents", \.threatEvents, "Threat events a year, of which some become losses.")
    f.element(
      "vulnerability", \.vulnerability,
      "The probability that a threat event becomes a loss event.")
    f.elements("loss", \.losses, "A loss of one event; several are added up.")
    f.element("secondary", \.secondary, "Loss through what others do about the event.")
    f.prose("because", \.because, "What the numbers rest on.")
  }
}

/// How often something happens in a year: a distribution of the yearly rate.
public struct Frequency: Sendable {
  public var distribution: Distribution<AnnualRate>?
  package var unknown: [UnknownContent] = []
  public init(_ distribution: Distribution<AnnualRate>) { self.distribution = distribution }
}

extension Frequency: Described {
  package init() {}
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "frequency", "How often something happens: a distribution of the yearly rate."
  ) { f in
    f.choice(\.distribution, required: true, "The distribution.")
  }
}

/// The probability that a threat event becomes a loss event.
public struct Vulnerability: Sendable {
  public var distribution: Distribution<Share>?
  package var unknown: [UnknownContent] = []
  public init(_ distribution: Distribution<Share>) { self.distribution = distribution }
}

extension Vulnerability: Described {
  package init() {}
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "vulnerability", "The probability that a threat event becomes a loss event."
  ) { f in
    f.choice(\.distribution, required: true, "The distribution.")
  }
}

/// The six forms of loss of Open FAIR.
public enum LossForm: String, WrittenWord, CaseIterable {
  case productivity, response, replacement, competitiveAdvantage, fines, reputation
  package static let typeName = "lossForm"
}

/// Money lost in one event.
public struct LossEstimate: Sendable {
  public var lossForm: LossForm?
  public var distribution: Distribution<Money>?
  package var unknown: [UnknownContent] = []
  public init(_ distribution: Distribution<Money>, form: LossForm? = nil) {
    self.distribution = distribution
    lossForm = form
  }
}

extension LossEstimate: Described {
  package init() {}
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "lossEstimate", "Money lost in one event: a distribution."
  ) { f in
    f.attribute("form", \.lossForm, "Which of the six forms of loss it is.")
    f.choice(\.distribution, required: true, "The distribution.")
  }
}

/// Loss through what others do about an event: customers, authorities, courts.
public struct SecondaryLoss: Sendable {
  /// The probability that an event brings it.
  public var frequency: Vulnerability?
  public var losses: [LossEstimate] = []
  package var unknown: [UnknownContent] = []
  public init() {}
}

extension SecondaryLoss: Described {
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "secondaryLoss", "Loss through what others do about an event."
  ) { f in
    f.element("probability", \.frequency, "The probability that an event brings it.")
    f.elements("loss", \.losses, "A loss of one event.")
  }
}
