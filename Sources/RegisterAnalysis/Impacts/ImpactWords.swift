package import ImpactAnalysis
package import RegisterModel

/// How the impact analysis is put into words: the same in all faces.
package struct ImpactWords: Sendable {
  package typealias Node = DependencyGraph.Node

  let impact: RegisterImpact

  package init(_ impact: RegisterImpact) { self.impact = impact }

  private var register: Register { impact.register }

  /// "S-ehr 'Health records'".
  package func label(_ node: Node) -> String {
    let (id, name) = (impact.identifier(node), impact.name(node))
    return id == name ? id : "\(id) '\(name)'"
  }

  package func label(ofResource place: Int) -> String {
    let resource = register.resources[place]
    return "\(resource.id) '\(resource.name)'"
  }

  // MARK: Times

  /// "3 h 10 min", "never", "not known", "at least 2 h".
  package static func time(_ bounds: TimeBounds) -> String {
    if bounds.isNever { return "never" }
    if let seconds = bounds.seconds { return DateText.brief(seconds) }
    if bounds.lower == 0 {
      return bounds.upper >= TimeBounds.never ? "not known" : "up to \(time(bounds.upper))"
    }
    return bounds.upper >= TimeBounds.never
      ? "at least \(time(bounds.lower))" : "\(time(bounds.lower)) – \(time(bounds.upper))"
  }

  /// "3 h 10 min", "never".
  package static func time(_ seconds: Int64) -> String {
    seconds >= TimeBounds.never ? "never" : DateText.brief(seconds)
  }

  /// "+2 h 10 min", "−50 min", "never back".
  package static func gap(_ seconds: Int64) -> String {
    if seconds >= TimeBounds.never { return "never back" }
    return seconds > 0 ? "+\(DateText.brief(seconds))" : DateText.brief(seconds)
  }

  package static func verdict(_ verdict: ActivityImpact.Verdict) -> String {
    switch verdict {
    case .intolerable: "beyond MTPD"
    case .late: "late"
    case .lapses: "out again"
    case .unknown: "not known"
    case .unasked: "no RTO"
    case .inTime: "in time"
    }
  }

  // MARK: Tolerable periods

  /// "4 h", "between 4 h and 1 d", "at most 1 d", "more than 30 d", "not known": an interval that follows.
  package static func interval(_ period: TolerablePeriod?) -> String {
    guard let period else { return "not known" }
    guard let upper = period.upper else {
      return period.lower > 0
        ? "more than \(time(period.lower)), how much nobody knows" : "not known"
    }
    if upper >= TimeBounds.never { return "not reached within \(time(period.lower))" }
    if period.isUpperBoundOnly { return "at most \(time(upper))" }
    if period.lower >= upper { return time(upper) }
    return period.lower > 0 ? "\(time(period.lower)) – \(time(upper))" : "up to \(time(upper))"
  }

  /// What sets a tolerable period: "Safety is 'Critical' at 4 h", "the loss reaches 100 k EUR"; nil where nothing
  /// does.
  package func basis(_ period: TolerablePeriod, of activity: Activity) -> String? {
    guard let basis = period.basis else { return nil }
    let window = period.window.map { " in \(name(ofWindow: $0))" } ?? ""
    switch basis {
    case .cap(let place):
      return "\(activity.caps[place].basis.rawValue) limit: \(activity.caps[place].source)"
    case .grid(let category):
      guard period.upper.map({ $0 < TimeBounds.never }) ?? false else { return nil }
      return name(of: category) + window
    case .loss(let category):
      guard period.upper.map({ $0 < TimeBounds.never }) ?? false else { return nil }
      let start = period.start.map { ", if it begins \(Self.moment($0))" } ?? ""
      return "\(name(of: category)), by the loss curve\(start)"
    }
  }

  /// What there is to say of an MTPD: "declared", "follows 4 h – 24 h: Safety", "declared 8 h without an approved
  /// reason", "upper bound only".
  package func notes(_ period: PlanningPeriod, of activity: Activity) -> [String] {
    guard let derived = period.derived else { return period.isDeclared ? ["declared"] : [] }
    let basis = basis(derived, of: activity).map { " (\($0))" } ?? ""
    var notes: [String] = []
    if period.isDeclared {
      notes.append("declared" + (period.isStretched ? " and approved with a reason" : ""))
    } else if let declared = period.declared {
      notes.append(
        "declared \(Self.time(declared)), longer than follows and not approved with a reason")
    }
    notes.append("follows \(Self.interval(derived))\(basis)")
    if derived.isUpperBoundOnly {
      notes.append("an earlier time is not judged, so it may be shorter")
    }
    return notes
  }

  package func name(of category: Identifier<ImpactCategory>) -> String {
    register.criteria?.impacts.first { $0.category == category }?.name?.text ?? category.text
  }

  package func name(ofWindow window: Identifier<PeakWindow>) -> String {
    for calendar in register.calendars {
      if let found = calendar.windows.first(where: { $0.id == window }) { return found.name.text }
    }
    return window.text
  }

  /// "Thu 2026-12-24 10:00", as clocks show it there.
  package static func moment(_ moment: Moment) -> String {
    let text = moment.writtenText
    let weekday = moment.localDate.weekday.rawValue
    return
      "\(weekday.prefix(1).uppercased())\(weekday.dropFirst()) \(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
  }

  // MARK: Reasons

  /// For whom a node must be back when it must: "A-triage (1 h) needs S-ehr in 50 min, which needs …": the nodes
  /// from the activity whose objective it is down to the node, each with its own requirement.
  package func demandChain(_ node: Node) -> [(node: Node, seconds: Int64)] {
    var chain: [(node: Node, seconds: Int64)] = []
    var next: Node? = node
    while let node = next, chain.count <= 1000 {
      chain.append((node, impact.graph.requirements.requirements[node].seconds))
      next = impact.graph.requirements.requirements[node].binding
    }
    return chain.reversed()
  }

  /// "because A-triage needs S-ehr within 50 min, and that needs it"; nil where it is its own objective, or
  /// nothing asks for it.
  package func demandReason(_ node: Node) -> String? {
    let requirement = impact.graph.requirements.requirements[node]
    guard requirement.isAsked, requirement.binding != nil else { return nil }
    let chain = demandChain(node)
    return "because of "
      + chain.dropLast().reversed().map {
        "\(impact.identifier($0.node)) (in \(Self.time($0.seconds)))"
      }.joined(separator: ", needed by ")
  }

  /// What the return of a node waits for, back to what starts at once: "A-triage (10 min) waits for S-ehr (20 min),
  /// which waits for S-db (2 h)"; nil where nobody can say when it is back.
  package func waitingChain(_ node: Node) -> String? {
    let steps = impact.schedule.chain(of: node)
    guard !steps.isEmpty else { return nil }
    var text = withWork(node)
    var isFirst = true
    for step in steps {
      let verb = isFirst ? " waits for " : ", which waits for "
      switch step.cause {
      case .ownWork: continue
      case .none: continue
      case .workaround: text += (isFirst ? " waits for" : ", which waits for") + " its workaround"
      case .member(let member, let lead):
        text += verb + withWork(member)
        if lead > 0 { text += ", of use \(Self.time(lead)) later" }
      case .resource(let resource, let other):
        text += verb + "\(register.resources[resource].id), busy with " + withWork(other)
      }
      isFirst = false
    }
    return isFirst ? text + " starts at once" : text
  }

  /// "S-db (2 h)": a node and how long its own work takes.
  private func withWork(_ node: Node) -> String {
    guard case .recovered(let recovery) = impact.schedule.outcomes[node],
      recovery.finish > recovery.start
    else { return impact.identifier(node) }
    return "\(impact.identifier(node)) (\(Self.time(recovery.finish - recovery.start)))"
  }

  /// Why nobody can say when a node is back, or why it never is: "nobody knows how long S-db itself takes"; nil
  /// where it is known.
  package func obstacle(_ node: Node) -> String? {
    var node = node
    var passed: Set<Node> = []
    while passed.insert(node).inserted {
      switch impact.schedule.outcomes[node] {
      case .unaffected, .recovered: return nil
      case .unknown(let unknown):
        switch unknown.reason {
        case .ownWork: return "nobody has said how long \(label(node)) itself takes"
        case .cycle: return "\(label(node)) needs itself, by way of others"
        case .member(let member): node = member
        }
      case .never(let hindrance):
        switch hindrance {
        case .capacity(let resource):
          return "\(label(node)) needs more of \(label(ofResource: resource)) than there is"
        case .missingMembers: return "\(label(node)) asks for more members than it has"
        case .member(let member): node = member
        }
      }
    }
    return nil
  }

  /// "it stops again after 8 h 15 min, when its workaround has run out, until 12 h 10 min"; nil where it doesn't.
  package func lapse(_ activity: ActivityImpact) -> String? {
    activity.lapse.map { lapse in
      "it stops again after \(Self.time(lapse.from)), when a workaround has run out, "
        + (lapse.to >= TimeBounds.never
          ? "for nobody knows how long" : "until \(Self.time(lapse.to))")
    }
  }

  /// "A-triage must be back in 1 h; it takes 3 h 10 min: …": the whole of it in a sentence.
  package func sentence(_ activity: ActivityImpact) -> String {
    let label = label(activity.node)
    let must =
      activity.requirement.isAsked
      ? "\(label) must be back in \(Self.time(activity.requirement.seconds))"
        + (demandReason(activity.node).map { " \($0)" } ?? "")
      : "nobody has said by when \(label) must be back"
    if activity.back.isNever {
      return "\(must); it never is" + (obstacle(activity.node).map { ": \($0)" } ?? "")
    }
    guard let seconds = activity.back.seconds else {
      let reason = obstacle(activity.node).map { ": \($0)" } ?? ""
      return activity.back.lower > 0
        ? "\(must); it takes at least \(Self.time(activity.back.lower))\(reason)"
        : "\(must); when it is, is not known\(reason)"
    }
    let chain = waitingChain(activity.node).map { ": \($0)" } ?? ""
    return "\(must); it takes \(Self.time(seconds))\(chain)"
      + (lapse(activity).map { "; \($0)" } ?? "")
  }
}
