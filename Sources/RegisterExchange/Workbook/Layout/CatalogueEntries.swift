extension Catalogue {
  /// A sheet with a row for each record of a kind.
  struct RecordSheet: Sendable {
    let kind: String
    let title: String
    let purpose: String
    /// The columns that come first, behind the identifier.
    var lead: [String] = ["name"]
    var isAlways = true
    let group: SheetLayout.Group
  }

  /// A sheet with a row for each element of a list inside records.
  struct PartSheet: Sendable {
    let key: String
    let title: String
    let purpose: String
    /// The kinds of records that have the list; none: the register itself.
    var owners: [String] = []
    let path: String
    var isAlways = false
    var ordinalHeading = "No."
    let group: SheetLayout.Group
  }

  enum Entry: Sendable {
    case records(RecordSheet)
    case parts(PartSheet)
    case grid

    /// What names the sheet in the workbook.
    var key: String {
      switch self {
      case .records(let sheet): sheet.kind
      case .parts(let sheet): sheet.key
      case .grid: gridKey
      }
    }

    var title: String {
      switch self {
      case .records(let sheet): sheet.title
      case .parts(let sheet): sheet.title
      case .grid: gridTitle
      }
    }
  }

  static let gridTitle = "Impact over time"

  static let entries: [Entry] = criteria + organisation + risks + response + rest

  private static let criteria: [Entry] = [
    .parts(
      .init(
        key: "likelihood", title: "Likelihood scale",
        purpose: "How often something is expected, the rarest level first.",
        path: "criteria/likelihood/level", isAlways: true, ordinalHeading: "Rank", group: .criteria)
    ),
    .parts(
      .init(
        key: "category", title: "Impact categories",
        purpose: "The ways in which something can be bad.",
        path: "criteria/impact", isAlways: true, group: .criteria)),
    .parts(
      .init(
        key: "impact", title: "Impact scales",
        purpose: "How bad something is in each category, the mildest level first.",
        path: "criteria/impact/level", isAlways: true, ordinalHeading: "Rank", group: .criteria)),
    .parts(
      .init(
        key: "rating", title: "Ratings",
        purpose: "What a likelihood and an impact come to, the lowest first.",
        path: "criteria/matrix/rating", isAlways: true, ordinalHeading: "Rank", group: .criteria)),
    .parts(
      .init(
        key: "matrix", title: "Matrix",
        purpose: "Which rating each likelihood (down) and impact (across) come to.",
        path: "criteria/matrix/row", isAlways: true, ordinalHeading: "Likelihood", group: .criteria)
    ),
    .parts(
      .init(
        key: "appetite", title: "Appetite",
        purpose: "Which ratings are wanted and which are tolerated.",
        path: "criteria/appetite", isAlways: true, group: .criteria)),
    .parts(
      .init(
        key: "limit", title: "Loss limits", purpose: "The most that may be lost in a year.",
        path: "criteria/limit", group: .criteria)),
    .parts(
      .init(
        key: "review", title: "Review intervals",
        purpose: "How often risks of a rating are looked at again.",
        path: "criteria/review", group: .criteria)),
    .parts(
      .init(
        key: "authority", title: "Authority", purpose: "Who may accept risks up to a rating.",
        path: "criteria/authority", group: .criteria)),
    .parts(
      .init(
        key: "riskCategory", title: "Risk categories",
        purpose: "The organisation's own list, for counting.",
        path: "criteria/category", isAlways: true, group: .criteria)),
    .parts(
      .init(
        key: "scenario", title: "Scenarios",
        purpose: "Kinds of disruption that protocols must cover.",
        path: "criteria/scenario", group: .criteria)),
    .parts(
      .init(
        key: "clock", title: "Reporting clocks",
        purpose: "Duties to report that start with an incident.",
        path: "criteria/clock", group: .criteria)),
  ]

  private static let organisation: [Entry] = [
    .records(
      .init(
        kind: "party", title: "Parties", purpose: "People, roles, teams and organisations.",
        lead: ["name", "kind"], group: .organisation)),
    .parts(
      .init(
        key: "contact", title: "Contacts", purpose: "How to reach a party, in the order to try.",
        owners: ["party"], path: "contact", group: .organisation)),
    .records(
      .init(
        kind: "objective", title: "Objectives", purpose: "What the organisation wants to reach.",
        group: .organisation)),
    .records(
      .init(
        kind: "calendar", title: "Calendars", purpose: "When the organisation works.",
        isAlways: false,
        group: .organisation)),
    .parts(
      .init(
        key: "open", title: "Opening hours", purpose: "Hours in which work is done.",
        owners: ["calendar"], path: "open", group: .organisation)),
    .parts(
      .init(
        key: "closed", title: "Days closed", purpose: "Days on which no work is done.",
        owners: ["calendar"], path: "closed", group: .organisation)),
    .parts(
      .init(
        key: "window", title: "Peak windows", purpose: "Times of high demand.",
        owners: ["calendar"], path: "window", group: .organisation)),
    .records(
      .init(
        kind: "service", title: "Services", purpose: "What is delivered to somebody outside.",
        lead: ["name", "owner", "description"], group: .organisation)),
    .records(
      .init(
        kind: "process", title: "Processes", purpose: "Activities that together make a service.",
        lead: ["name", "owner", "supports", "description"], group: .organisation)),
    .records(
      .init(
        kind: "activity", title: "Activities",
        purpose: "What the organisation does, and how soon it must be back.",
        lead: [
          "name", "owner", "description", "supports", "targets/mtpd", "targets/rto", "targets/rpo",
          "targets/mbco", "targets/own",
        ], group: .organisation)),
    .grid,
    .parts(
      .init(
        key: "peak", title: "Demand in peaks",
        purpose: "How much more is asked of an activity in a peak window.",
        owners: ["activity"], path: "peak", group: .organisation)),
    .parts(
      .init(
        key: "cap", title: "Hard limits",
        purpose: "Limits to the time an activity may be down that others set.",
        owners: ["activity"], path: "cap", group: .organisation)),
    .parts(
      .init(
        key: "loss", title: "Losses over time",
        purpose: "What the disruption of an activity costs as it lasts.",
        owners: ["activity"], path: "loss/*", group: .organisation)),
    .parts(
      .init(
        key: "staff", title: "Staff needed", purpose: "How many people an activity needs at least.",
        owners: ["activity"], path: "staff", group: .organisation)),
    .records(
      .init(
        kind: "asset", title: "Assets",
        purpose: "What activities need: people, premises, equipment, systems, data, suppliers.",
        lead: [
          "name", "kind", "owner", "site", "supplier", "description", "targets/rto", "targets/rpo",
          "targets/own",
        ], group: .organisation)),
    .parts(
      .init(
        key: "needs", title: "Needs", purpose: "What an activity or asset can't do without.",
        owners: ["activity", "asset"], path: "needs", isAlways: true, group: .organisation)),
    .parts(
      .init(
        key: "capability", title: "Capabilities",
        purpose: "Recovery times that were achieved or promised.",
        owners: ["activity", "asset"], path: "capability", isAlways: true, group: .organisation)),
    .records(
      .init(
        kind: "recoveryResource", title: "Recovery resources",
        purpose: "Crews, sites and tools that recovery competes for.",
        lead: ["name", "kind", "capacity"],
        isAlways: false, group: .organisation)),
    .parts(
      .init(
        key: "restore", title: "Restore work", purpose: "What the restoring of an asset occupies.",
        owners: ["asset"], path: "restore/occupies", group: .organisation)),
    .parts(
      .init(
        key: "backup", title: "Backups", purpose: "Copies of the data of an asset.",
        owners: ["asset"], path: "backup", group: .organisation)),
    .parts(
      .init(
        key: "contract", title: "Contracts", purpose: "Recovery times that suppliers owe.",
        owners: ["asset"], path: "contract", group: .organisation)),
    .parts(
      .init(
        key: "supply", title: "Supply",
        purpose: "How much of an asset is there as a disruption lasts.",
        owners: ["asset"], path: "supply", group: .organisation)),
  ]

  private static let risks: [Entry] = [
    .records(
      .init(
        kind: "hazard", title: "Hazards", purpose: "Sources of risk.",
        lead: ["name", "group", "description"], group: .risk)),
    .records(
      .init(
        kind: "control", title: "Controls", purpose: "Measures that exist and change risks.",
        lead: ["name", "kind", "lowers", "owner", "effectiveness", "reliability"], group: .risk)),
    .records(
      .init(
        kind: "risk", title: "Risks", purpose: "What may happen, how likely and how bad that is.",
        lead: [
          "title", "hazard", "owner", "status", "category", "response", "cause", "event",
          "consequence",
        ], group: .risk)),
    .parts(
      .init(
        key: "hits", title: "Hits", purpose: "What the event of a risk disrupts, and for how long.",
        owners: ["risk"], path: "hits", isAlways: true, group: .risk)),
    .parts(
      .init(
        key: "jointHit", title: "Joint hits", purpose: "What one event disrupts together.",
        owners: ["risk"], path: "jointHit", group: .risk)),
    .parts(
      .init(
        key: "riskControl", title: "Controls of risks",
        purpose: "Which controls work against a risk.",
        owners: ["risk"], path: "control", isAlways: true, group: .risk)),
    .parts(
      .init(
        key: "riskLoss", title: "Loss estimates", purpose: "What one event of a risk costs.",
        owners: ["risk"], path: "estimate/loss", group: .risk)),
    .parts(
      .init(
        key: "secondaryLoss", title: "Secondary losses",
        purpose: "What an event costs through what others do about it.",
        owners: ["risk"], path: "estimate/secondary/loss", group: .risk)),
    .records(
      .init(
        kind: "treatment", title: "Treatments", purpose: "Planned changes to risks.",
        lead: ["name", "option", "status", "owner", "start", "due", "done", "cost"], group: .risk)),
    .parts(
      .init(
        key: "treats", title: "Treated risks",
        purpose: "Which risks a treatment changes, and where to.",
        owners: ["treatment"], path: "treats", isAlways: true, group: .risk)),
    .records(
      .init(
        kind: "acceptance", title: "Acceptances", purpose: "Decisions to bear a risk for a time.",
        lead: ["risk", "rating", "state", "by", "on", "until", "justification"], group: .risk)),
    .records(
      .init(
        kind: "indicator", title: "Indicators",
        purpose: "Measured series that tell early that a risk grows.",
        lead: ["name", "owner", "unit", "amber", "red"], group: .risk)),
    .parts(
      .init(
        key: "reading", title: "Readings", purpose: "Values of indicators, as they were measured.",
        owners: ["indicator"], path: "reading", group: .risk)),
    .parts(
      .init(
        key: "override", title: "Overrides",
        purpose: "Values that people set against computed ones.",
        owners: ["risk", "activity"], path: "override", group: .risk)),
  ]
}
