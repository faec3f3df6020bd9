/// What a disruption costs over time: the sum of its terms.
public struct LossTerms: Sendable {
  public var terms: [LossTerm] = []
  package var unknown: [UnknownContent] = []
  public init(_ terms: [LossTerm]) { self.terms = terms }
}

extension LossTerms: Described {
  package init() {}
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "lossTerms", "What a disruption costs over time: the sum of its terms."
  ) { f in
    f.choices(\.terms, required: true, "A term.")
  }
}

/// A term of the cost of an outage of length D.
public enum LossTerm: Sendable {
  case fixed(FixedLoss)
  case rate(LossRate)
  case step(StepLoss)
  case recurring(RecurringLoss)
  case backlog(BacklogLoss)
  case revenue(RevenueLoss)
  case idleLabour(IdleLabourLoss)
}

extension LossTerm: DescribedChoice {
  package static var alternatives: [Alternative<LossTerm>] {
    [
      Alternative("fixed", { .fixed($0) }, { if case .fixed(let it) = $0 { it } else { nil } }),
      Alternative("rate", { .rate($0) }, { if case .rate(let it) = $0 { it } else { nil } }),
      Alternative("step", { .step($0) }, { if case .step(let it) = $0 { it } else { nil } }),
      Alternative(
        "recurring", { .recurring($0) },
        {
          if case .recurring(let it) = $0 { it } else { nil }
        }),
      Alternative(
        "backlog", { .backlog($0) },
        {
          if case .backlog(let it) = $0 { it } else { nil }
        }),
      Alternative(
        "revenue", { .revenue($0) },
        {
          if case .revenue(let it) = $0 { it } else { nil }
        }),
      Alternative(
        "idleLabour", { .idleLabour($0) },
        {
          if case .idleLabour(let it) = $0 { it } else { nil }
        }),
    ]
  }
}

/// What all loss terms say.
public struct LossTermInfo: Sendable {
  public var name: Line?
  /// The impact category whose money it is; nil: the money category.
  public var category: Identifier<ImpactCategory>?
  public var lossForm: LossForm?
  package var unknown: [UnknownContent] = []
  public init() {}
}

extension LossTermInfo: Described {
  package static let form = FormDescription<Self>.form(\.unknown, "lossTermInfo", "", describe)
  fileprivate static func describe(_ f: inout FormDescription<Self>) {
    f.attribute("name", \.name, "What it is.")
    f.attribute(
      "category", \.category, "The impact category; the money category where left out.")
    f.attribute("form", \.lossForm, "Which of the six forms of loss it is.")
  }
}

/// An amount that is lost once an outage is longer than `after`.
public struct FixedLoss: Sendable {
  public var amount: Money
  public var after = ElapsedTime(seconds: 0)!
  /// Whether an outage of exactly `after` counts.
  public var inclusive = false
  public var info = LossTermInfo()
  package var unknown: [UnknownContent] = []
  public init(amount: Money) { self.amount = amount }
}

extension FixedLoss: Described {
  package init() { amount = Money(tenThousandths: 0)! }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "fixedLoss", "An amount that any outage costs, or any that is longer than stated."
  ) { f in
    f.attribute("amount", \.amount, "The amount.")
    f.attribute(
      "after", \.after, standard: ElapsedTime(seconds: 0)!, "The time that must be exceeded.")
    f.attribute(
      "inclusive", \.inclusive, standard: false, "Whether reaching that time is enough.")
    f.fields(of: \.info, LossTermInfo.describe)
  }
}

/// An amount that is lost for each stretch of operating time.
public struct LossRate: Sendable {
  public var amount: Money
  public var per: ElapsedTime
  public var from = ElapsedTime(seconds: 0)!
  public var to: ElapsedTime?
  /// The share of lost revenue that comes back later.
  public var recapture: Share?
  /// Whether it follows the demand in peak windows.
  public var peaks = false
  public var info = LossTermInfo()
  package var unknown: [UnknownContent] = []
  public init(amount: Money, per: ElapsedTime) {
    self.amount = amount
    self.per = per
  }
}

extension LossRate: Described {
  package init() {
    amount = Money(tenThousandths: 0)!
    per = ElapsedTime(seconds: 3600)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "lossRate", "An amount for each stretch of operating time that the outage lasts."
  ) { f in
    f.attribute("amount", \.amount, "The amount.")
    f.attribute("per", \.per, "In which time.")
    f.attribute(
      "from", \.from, standard: ElapsedTime(seconds: 0)!,
      "The time since the disruption began from which it counts.")
    f.attribute("to", \.to, "The time up to which it counts; without end where left out.")
    f.attribute("recapture", \.recapture, "The share of lost revenue that comes back later.")
    f.attribute("peaks", \.peaks, standard: false, "Whether it follows demand in peak windows.")
    f.fields(of: \.info, LossTermInfo.describe)
  }
}

/// A penalty that falls due once.
public struct StepLoss: Sendable {
  public var amount: Money
  public var after: ElapsedTime
  public var inclusive = false
  public var info = LossTermInfo()
  package var unknown: [UnknownContent] = []
  public init(amount: Money, after: ElapsedTime) {
    self.amount = amount
    self.after = after
  }
}

extension StepLoss: Described {
  package init() {
    amount = Money(tenThousandths: 0)!
    after = ElapsedTime(seconds: 0)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "stepLoss", "A penalty that falls due once."
  ) { f in
    f.attribute("amount", \.amount, "The amount.")
    f.attribute("after", \.after, "The time that must be exceeded.")
    f.attribute(
      "inclusive", \.inclusive, standard: false, "Whether reaching that time is enough.")
    f.fields(of: \.info, LossTermInfo.describe)
  }
}

/// A penalty for each stretch that is begun, up to a number of them.
public struct RecurringLoss: Sendable {
  public var amount: Money
  public var after: ElapsedTime
  public var every: ElapsedTime
  public var atMost: Count?
  public var info = LossTermInfo()
  package var unknown: [UnknownContent] = []
  public init(amount: Money, after: ElapsedTime, every: ElapsedTime) {
    self.amount = amount
    self.after = after
    self.every = every
  }
}

extension RecurringLoss: Described {
  package init() {
    amount = Money(tenThousandths: 0)!
    after = ElapsedTime(seconds: 0)!
    every = ElapsedTime(seconds: 86_400)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "recurringLoss", "A penalty for each stretch of time that is begun."
  ) { f in
    f.attribute("amount", \.amount, "The amount.")
    f.attribute("after", \.after, "The time that must be exceeded.")
    f.attribute("every", \.every, "The stretch of time.")
    f.attribute("atMost", \.atMost, "How many times at most; without end where left out.")
    f.fields(of: \.info, LossTermInfo.describe)
  }
}

/// Work that piles up and is cleared later at a cost.
public struct BacklogLoss: Sendable {
  /// Units that arrive in an hour; nil: the activity's volume.
  public var arrivals: Quantity?
  /// The share of units that do not wait.
  public var abandon: Share
  /// Capacity over normal while clearing, as a share of normal.
  public var surge: Quantity
  /// Cost of an hour of clearing.
  public var hourlyCost: Money
  public var info = LossTermInfo()
  package var unknown: [UnknownContent] = []
  public init(surge: Quantity, hourlyCost: Money) {
    abandon = Share(0)!
    self.surge = surge
    self.hourlyCost = hourlyCost
  }
}

extension BacklogLoss: Described {
  package init() {
    abandon = Share(0)!
    surge = Quantity(0)!
    hourlyCost = Money(tenThousandths: 0)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "backlogLoss", "Work that piles up and is cleared later at a cost."
  ) { f in
    f.attribute("arrivals", \.arrivals, "Units an hour; the activity's volume where left out.")
    f.attribute(
      "abandon", \.abandon, standard: Share(0)!, "The share of units that do not wait.")
    f.attribute("surge", \.surge, "Capacity over normal while clearing, as a share of normal.")
    f.attribute("hourlyCost", \.hourlyCost, "The cost of an hour of clearing.")
    f.fields(of: \.info, LossTermInfo.describe)
  }
}

/// Revenue lost, from yearly figures.
public struct RevenueLoss: Sendable {
  public var yearly: Money
  /// Hours of business in a year.
  public var businessHours: Quantity
  /// The share of it that the disruption hits.
  public var share: Share
  public var recapture: Share?
  public var info = LossTermInfo()
  package var unknown: [UnknownContent] = []
  public init(yearly: Money, businessHours: Quantity) {
    self.yearly = yearly
    self.businessHours = businessHours
    share = Share(1)!
  }
}

extension RevenueLoss: Described {
  package init() {
    yearly = Money(tenThousandths: 0)!
    businessHours = Quantity(8766)!
    share = Share(1)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "revenueLoss", "Revenue lost, from yearly figures."
  ) { f in
    f.attribute("yearly", \.yearly, "Gross revenue of a year.")
    f.attribute("businessHours", \.businessHours, "Hours of business in a year.")
    f.attribute("share", \.share, standard: Share(1)!, "The share that the disruption hits.")
    f.attribute("recapture", \.recapture, "The share of lost revenue that comes back later.")
    f.fields(of: \.info, LossTermInfo.describe)
  }
}

/// People who are paid and can't work.
public struct IdleLabourLoss: Sendable {
  public var people: Quantity
  public var share: Share
  public var hourlyCost: Money
  public var info = LossTermInfo()
  package var unknown: [UnknownContent] = []
  public init(people: Quantity, hourlyCost: Money) {
    self.people = people
    share = Share(1)!
    self.hourlyCost = hourlyCost
  }
}

extension IdleLabourLoss: Described {
  package init() {
    people = Quantity(0)!
    share = Share(1)!
    hourlyCost = Money(tenThousandths: 0)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "idleLabourLoss", "People who are paid and can't work."
  ) { f in
    f.attribute("people", \.people, "How many people.")
    f.attribute("share", \.share, standard: Share(1)!, "The share of them that can't work.")
    f.attribute("hourlyCost", \.hourlyCost, "What an hour of one of them costs.")
    f.fields(of: \.info, LossTermInfo.describe)
  }
}

extension LossTerm {
  /// What all terms say.
  public var info: LossTermInfo {
    get {
      switch self {
      case .fixed(let term): term.info
      case .rate(let term): term.info
      case .step(let term): term.info
      case .recurring(let term): term.info
      case .backlog(let term): term.info
      case .revenue(let term): term.info
      case .idleLabour(let term): term.info
      }
    }
    set {
      switch self {
      case .fixed(var term):
        term.info = newValue
        self = .fixed(term)
      case .rate(var term):
        term.info = newValue
        self = .rate(term)
      case .step(var term):
        term.info = newValue
        self = .step(term)
      case .recurring(var term):
        term.info = newValue
        self = .recurring(term)
      case .backlog(var term):
        term.info = newValue
        self = .backlog(term)
      case .revenue(var term):
        term.info = newValue
        self = .revenue(term)
      case .idleLabour(var term):
        term.info = newValue
        self = .idleLabour(term)
      }
    }
  }
}
