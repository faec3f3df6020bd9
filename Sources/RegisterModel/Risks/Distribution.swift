/// What a distribution is of: its parameters are written in that unit.
package protocol DistributedQuantity: Scalar {
  /// The name of the type of its distributions in the schema.
  static var distributionName: String { get }
  static var parameterForms: ParameterForms { get }
}

/// The forms of the parameters of the distributions of one quantity.
package struct ParameterForms: Sendable {
  let constant, interval, lognormal, threePoint, range, gamma, exponential, weibull, pareto: Form
  let empirical, observation, mixture, component: Form

  init<Quantity: DistributedQuantity>(of type: Quantity.Type) {
    constant = Parameters.Constant<Quantity>.describe()
    interval = Parameters.Interval<Quantity>.describe()
    lognormal = Parameters.Lognormal<Quantity>.describe()
    threePoint = Parameters.ThreePoint<Quantity>.describe()
    range = Parameters.Range<Quantity>.describe()
    gamma = Parameters.Gamma<Quantity>.describe()
    exponential = Parameters.Exponential<Quantity>.describe()
    weibull = Parameters.Weibull<Quantity>.describe()
    pareto = Parameters.Pareto<Quantity>.describe()
    empirical = Parameters.Empirical<Quantity>.describe()
    observation = Parameters.Observation<Quantity>.describe()
    mixture = Parameters.Mixture<Quantity>.describe()
    component = Parameters.Component<Quantity>.describe()
  }
}

/// How uncertain a quantity is: one of the named distributions, its parameters in the quantity's unit
/// (DOMAIN: lognormal from an interval, PERT and so on; Open FAIR asks for ranges, not points).
public indirect enum Distribution<Quantity>: Sendable where Quantity: Sendable & Equatable {
  case constant(Parameters.Constant<Quantity>)
  /// Lognormal, given by a central interval: the way most people can say what they know.
  case between(Parameters.Interval<Quantity>)
  case lognormal(Parameters.Lognormal<Quantity>)
  case pert(Parameters.ThreePoint<Quantity>)
  case triangular(Parameters.ThreePoint<Quantity>)
  case uniform(Parameters.Range<Quantity>)
  case logUniform(Parameters.Range<Quantity>)
  case gamma(Parameters.Gamma<Quantity>)
  case exponential(Parameters.Exponential<Quantity>)
  case weibull(Parameters.Weibull<Quantity>)
  case pareto(Parameters.Pareto<Quantity>)
  case lomax(Parameters.Pareto<Quantity>)
  case empirical(Parameters.Empirical<Quantity>)
  case mixture(Parameters.Mixture<Quantity>)
}

/// The parameters of the kinds of ``Distribution``.
public enum Parameters {
  public struct Constant<Quantity: Sendable & Equatable>: Sendable {
    public var value: Quantity?
    package var unknown: [UnknownContent] = []
    package init() {}
  }

  public struct Interval<Quantity: Sendable & Equatable>: Sendable {
    public var low: Quantity?
    public var high: Quantity?
    /// The probability that the value lies between the two.
    public var confidence: Share
    package var unknown: [UnknownContent] = []
    package init() { confidence = Share(0.9)! }
  }

  public struct Lognormal<Quantity: Sendable & Equatable>: Sendable {
    public var median: Quantity?
    /// The value that is exceeded with probability 0.05.
    public var p95: Quantity?
    package var unknown: [UnknownContent] = []
    package init() {}
  }

  public struct ThreePoint<Quantity: Sendable & Equatable>: Sendable {
    public var low: Quantity?
    public var mode: Quantity?
    public var high: Quantity?
    package var unknown: [UnknownContent] = []
    package init() {}
  }

  public struct Range<Quantity: Sendable & Equatable>: Sendable {
    public var low: Quantity?
    public var high: Quantity?
    package var unknown: [UnknownContent] = []
    package init() {}
  }

  public struct Gamma<Quantity: Sendable & Equatable>: Sendable {
    public var shape: RegisterModel.Quantity?
    public var mean: Quantity?
    package var unknown: [UnknownContent] = []
    package init() {}
  }

  public struct Exponential<Quantity: Sendable & Equatable>: Sendable {
    public var mean: Quantity?
    package var unknown: [UnknownContent] = []
    package init() {}
  }

  public struct Weibull<Quantity: Sendable & Equatable>: Sendable {
    public var shape: RegisterModel.Quantity?
    public var scale: Quantity?
    package var unknown: [UnknownContent] = []
    package init() {}
  }

  public struct Pareto<Quantity: Sendable & Equatable>: Sendable {
    public var shape: RegisterModel.Quantity?
    /// The least value of a Pareto distribution, the scale θ of a Lomax distribution.
    public var scale: Quantity?
    package var unknown: [UnknownContent] = []
    package init() {}
  }

  public struct Empirical<Quantity: Sendable & Equatable>: Sendable {
    public var observations: [Observation<Quantity>] = []
    package var unknown: [UnknownContent] = []
    package init() {}
  }

  public struct Observation<Quantity: Sendable & Equatable>: Sendable {
    public var value: Quantity?
    /// How much it counts beside the others.
    public var weight: RegisterModel.Quantity
    package var unknown: [UnknownContent] = []
    package init() { weight = RegisterModel.Quantity(1)! }
  }

  public struct Mixture<Quantity: Sendable & Equatable>: Sendable {
    public var components: [Component<Quantity>] = []
    package var unknown: [UnknownContent] = []
    package init() {}
  }

  public struct Component<Quantity: Sendable & Equatable>: Sendable {
    public var weight: RegisterModel.Quantity
    public var distribution: Distribution<Quantity>?
    package var unknown: [UnknownContent] = []
    package init() { weight = RegisterModel.Quantity(1)! }
  }
}

// MARK: - Forms

extension Parameters.Constant: Described where Quantity: DistributedQuantity {
  package static var form: Form { Quantity.parameterForms.constant }
  fileprivate static func describe() -> Form {
    FormDescription<Self>.form(\.unknown, Quantity.distributionName + "Constant", "A single value.")
    { f in
      f.required("value", \.value, "The value.")
    }
  }
}

extension Parameters.Interval: Described where Quantity: DistributedQuantity {
  package static var form: Form { Quantity.parameterForms.interval }
  fileprivate static func describe() -> Form {
    FormDescription<Self>.form(
      \.unknown,
      Quantity.distributionName + "Interval",
      "A lognormal distribution, given by the interval in which the value lies with the stated"
        + " confidence."
    ) { f in
      f.required("low", \.low, "The lower end.")
      f.required("high", \.high, "The upper end.")
      f.attribute(
        "confidence", \.confidence, standard: Share(0.9)!,
        "The probability that the value lies between the two.")
    }
  }
}

extension Parameters.Lognormal: Described where Quantity: DistributedQuantity {
  package static var form: Form { Quantity.parameterForms.lognormal }
  fileprivate static func describe() -> Form {
    FormDescription<Self>.form(
      \.unknown,
      Quantity.distributionName + "Lognormal", "A lognormal distribution."
    ) { f in
      f.required("median", \.median, "The value that is exceeded half of the time.")
      f.required("p95", \.p95, "The value that is exceeded one time in twenty.")
    }
  }
}

extension Parameters.ThreePoint: Described where Quantity: DistributedQuantity {
  package static var form: Form { Quantity.parameterForms.threePoint }
  fileprivate static func describe() -> Form {
    FormDescription<Self>.form(
      \.unknown,
      Quantity.distributionName + "ThreePoint",
      "A distribution given by lowest, likeliest, highest."
    ) { f in
      f.required("low", \.low, "The lowest value.")
      f.required("mode", \.mode, "The likeliest value.")
      f.required("high", \.high, "The highest value.")
    }
  }
}

extension Parameters.Range: Described where Quantity: DistributedQuantity {
  package static var form: Form { Quantity.parameterForms.range }
  fileprivate static func describe() -> Form {
    FormDescription<Self>.form(
      \.unknown,
      Quantity.distributionName + "Range", "A distribution between two ends."
    ) { f in
      f.required("low", \.low, "The lower end.")
      f.required("high", \.high, "The upper end.")
    }
  }
}

extension Parameters.Gamma: Described where Quantity: DistributedQuantity {
  package static var form: Form { Quantity.parameterForms.gamma }
  fileprivate static func describe() -> Form {
    FormDescription<Self>.form(
      \.unknown,
      Quantity.distributionName + "Gamma", "A gamma distribution."
    ) { f in
      f.required("shape", \.shape, "Its shape.")
      f.required("mean", \.mean, "Its mean.")
    }
  }
}

extension Parameters.Exponential: Described where Quantity: DistributedQuantity {
  package static var form: Form { Quantity.parameterForms.exponential }
  fileprivate static func describe() -> Form {
    FormDescription<Self>.form(
      \.unknown,
      Quantity.distributionName + "Exponential", "An exponential distribution."
    ) { f in
      f.required("mean", \.mean, "Its mean.")
    }
  }
}

extension Parameters.Weibull: Described where Quantity: DistributedQuantity {
  package static var form: Form { Quantity.parameterForms.weibull }
  fileprivate static func describe() -> Form {
    FormDescription<Self>.form(
      \.unknown,
      Quantity.distributionName + "Weibull", "A Weibull distribution."
    ) { f in
      f.required("shape", \.shape, "Its shape.")
      f.required("scale", \.scale, "Its scale.")
    }
  }
}

extension Parameters.Pareto: Described where Quantity: DistributedQuantity {
  package static var form: Form { Quantity.parameterForms.pareto }
  fileprivate static func describe() -> Form {
    FormDescription<Self>.form(
      \.unknown,
      Quantity.distributionName + "Pareto", "A Pareto or Lomax distribution."
    ) { f in
      f.required("shape", \.shape, "Its shape, the tail index.")
      f.required(
        "scale", \.scale, "The least value of a Pareto, the scale of a Lomax distribution.")
    }
  }
}

extension Parameters.Empirical: Described where Quantity: DistributedQuantity {
  package static var form: Form { Quantity.parameterForms.empirical }
  fileprivate static func describe() -> Form {
    FormDescription<Self>.form(
      \.unknown,
      Quantity.distributionName + "Empirical", "Values that were observed."
    ) { f in
      f.elements("observation", \.observations, required: true, "An observed value.")
    }
  }
}

extension Parameters.Observation: Described where Quantity: DistributedQuantity {
  package static var form: Form { Quantity.parameterForms.observation }
  fileprivate static func describe() -> Form {
    FormDescription<Self>.form(
      \.unknown,
      Quantity.distributionName + "Observation", "An observed value."
    ) { f in
      f.required("value", \.value, "The value.")
      f.attribute(
        "weight", \.weight, standard: RegisterModel.Quantity(1)!,
        "How much it counts beside the others.")
    }
  }
}

extension Parameters.Mixture: Described where Quantity: DistributedQuantity {
  package static var form: Form { Quantity.parameterForms.mixture }
  fileprivate static func describe() -> Form {
    FormDescription<Self>.form(
      \.unknown,
      Quantity.distributionName + "Mixture", "One of several distributions, by their weights."
    ) { f in
      f.elements("component", \.components, required: true, "One of the distributions.")
    }
  }
}

extension Parameters.Component: Described where Quantity: DistributedQuantity {
  package static var form: Form { Quantity.parameterForms.component }
  fileprivate static func describe() -> Form {
    FormDescription<Self>.form(
      \.unknown,
      Quantity.distributionName + "Component", "A part of a mixture."
    ) { f in
      f.attribute(
        "weight", \.weight, standard: RegisterModel.Quantity(1)!,
        "How much it counts beside the others.")
      f.choice(\.distribution, required: true, "Its distribution.")
    }
  }
}

extension Distribution: DescribedChoice where Quantity: DistributedQuantity {
  package static var alternatives: [Alternative<Self>] {
    [
      Alternative(
        "constant", { Self.constant($0) },
        {
          if case .constant(let it) = $0 { it } else { nil }
        }),
      Alternative(
        "between", { Self.between($0) },
        {
          if case .between(let it) = $0 { it } else { nil }
        }),
      Alternative(
        "lognormal", { Self.lognormal($0) },
        {
          if case .lognormal(let it) = $0 { it } else { nil }
        }),
      Alternative("pert", { Self.pert($0) }, { if case .pert(let it) = $0 { it } else { nil } }),
      Alternative(
        "triangular", { Self.triangular($0) },
        {
          if case .triangular(let it) = $0 { it } else { nil }
        }),
      Alternative(
        "uniform", { Self.uniform($0) },
        {
          if case .uniform(let it) = $0 { it } else { nil }
        }),
      Alternative(
        "logUniform", { Self.logUniform($0) },
        {
          if case .logUniform(let it) = $0 { it } else { nil }
        }),
      Alternative("gamma", { Self.gamma($0) }, { if case .gamma(let it) = $0 { it } else { nil } }),
      Alternative(
        "exponential", { Self.exponential($0) },
        {
          if case .exponential(let it) = $0 { it } else { nil }
        }),
      Alternative(
        "weibull", { Self.weibull($0) },
        {
          if case .weibull(let it) = $0 { it } else { nil }
        }),
      Alternative(
        "pareto", { Self.pareto($0) },
        {
          if case .pareto(let it) = $0 { it } else { nil }
        }),
      Alternative("lomax", { Self.lomax($0) }, { if case .lomax(let it) = $0 { it } else { nil } }),
      Alternative(
        "empirical", { Self.empirical($0) },
        {
          if case .empirical(let it) = $0 { it } else { nil }
        }),
      Alternative(
        "mixture", { Self.mixture($0) },
        {
          if case .mixture(let it) = $0 { it } else { nil }
        }),
    ]
  }
}

extension AnnualRate: DistributedQuantity {
  package static let distributionName = "frequency"
  package static let parameterForms = ParameterForms(of: AnnualRate.self)
}

extension Money: DistributedQuantity {
  package static let distributionName = "money"
  package static let parameterForms = ParameterForms(of: Money.self)
}

extension ElapsedTime: DistributedQuantity {
  package static let distributionName = "time"
  package static let parameterForms = ParameterForms(of: ElapsedTime.self)
}

extension Share: DistributedQuantity {
  package static let distributionName = "share"
  package static let parameterForms = ParameterForms(of: Share.self)
}
