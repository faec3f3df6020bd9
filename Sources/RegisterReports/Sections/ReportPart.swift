/// A part of a register's report, in the order in which they stand.
public enum ReportPart: String, CaseIterable, Sendable {
  /// One page for who decides and has no time.
  case summary
  /// How many risks are where, by rating, category and expected loss.
  case map
  /// The ranked risks as a list.
  case register
  /// What changed since an earlier revision.
  case movement
  case treatments
  case acceptances
  case indicators
  /// What an outage of each activity means.
  case impact
  /// Where recovery falls short, and why.
  case gaps
  /// A map of what needs what.
  case dependencies
  /// What activities can't do without.
  case points
  /// Who restores what when.
  case recovery
  /// How many people are needed and there.
  case people
  /// Whether protocols have activities back in time.
  case timeChecks = "timing"
  /// Which protocols were exercised when, what is planned and due, and what was found.
  case exercises
  /// What incidents come to, and what keeps coming back.
  case incidents
  /// What the checks found.
  case findings
  /// What is not known: risks that nobody has judged.
  case unassessed
  /// Every risk in full.
  case risks
  /// Every activity in full.
  case activities
  /// A page for each protocol, for the folder.
  case protocols
  /// How all this was judged and computed.
  case method

  /// The heading.
  public var title: String {
    switch self {
    case .summary: "Summary"
    case .map: "Where the risks lie"
    case .register: "The risks in order"
    case .movement: "What changed"
    case .treatments: "Treatments"
    case .acceptances: "Acceptances"
    case .indicators: "Indicators"
    case .impact: "What outages mean"
    case .gaps: "Where recovery falls short"
    case .dependencies: "What needs what"
    case .points: "What can't be lost"
    case .recovery: "Recovery"
    case .people: "People"
    case .timeChecks: "Whether protocols are in time"
    case .protocols: "The protocols, a page each"
    case .exercises: "Exercises"
    case .incidents: "Incidents"
    case .activities: "The activities in full"
    case .findings: "What the checks found"
    case .unassessed: "Not assessed"
    case .risks: "The risks in full"
    case .method: "How risks are judged"
    }
  }

  /// Whether it begins a new page on paper: the summary has one of its own, and what is long.
  var startsPage: Bool {
    switch self {
    case .map, .register, .treatments, .impact, .recovery, .risks, .activities, .protocols, .method:
      true
    case .summary, .movement, .acceptances, .indicators, .gaps, .dependencies, .points, .people,
      .timeChecks, .exercises, .incidents, .findings, .unassessed:
      false
    }
  }

  var anchor: Anchor { Anchor(rawValue) }
}
