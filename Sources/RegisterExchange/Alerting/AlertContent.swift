import RegisterModel
import ResponsePlanning

/// What a message says: the block `info` of the Common Alerting Protocol.
struct AlertContent {
  private let series: AlertSeries
  private let message: AlertSeries.Message

  init(_ series: AlertSeries, _ message: AlertSeries.Message) {
    self.series = series
    self.message = message
  }

  private var register: Register { series.register }
  private var planned: ResponseProtocol? { series.state.planned }
  private var isOver: Bool { message.type == .cancel }
  private var name: String { planned?.name.text ?? series.activation.activated.text }
  private var level: Int { series.state.level.map { Int($0.rank) } ?? 1 }

  func write(to cap: inout CAPText) {
    cap.element("language", register.language.tag)
    for category in categories { cap.element("category", category) }
    cap.element("event", name)
    cap.element("responseType", isOver ? "AllClear" : "Execute")
    cap.element("urgency", isOver ? "Past" : "Immediate")
    cap.element("severity", ["Minor", "Moderate", "Severe", "Extreme"][min(max(level, 1), 4) - 1])
    cap.element("certainty", "Observed")
    cap.named("eventCode", "protocol", series.activation.activated.text)
    cap.element("effective", CAPText.time(message.event.at))
    cap.element("senderName", senderName)
    cap.element("headline", headline)
    if let text = message.event.text { cap.element("description", Self.text(text)) }
    if !isOver, !instruction.isEmpty { cap.element("instruction", instruction) }
    cap.named("parameter", "activation", series.activation.id.text)
    cap.named("parameter", "level", "\(level)")
    cap.parent("area") { $0.element("areaDesc", area) }
  }

  private var senderName: String {
    register.owner.flatMap { owner in register.parties.first { $0.id == owner }?.name.text }
      ?? register.title.text
  }

  private var headline: String {
    let exercise = series.activation.exercise == nil ? "" : "EXERCISE: "
    switch message.type {
    case .alert: return "\(exercise)\(name): level \(level) declared"
    case .update: return "\(exercise)\(name): raised to level \(level)"
    case .cancel: return "\(exercise)\(name): stood down"
    }
  }

  // MARK: What is to be done

  /// The tasks that can begin or run, then what was sent or is to be sent, without texts that still have something
  /// to be filled in.
  private var instruction: String { (tasks + messages).joined(separator: "\n") }

  private var tasks: [String] {
    series.state.tasks.compactMap { task in
      switch task.progress {
      case .done, .aside, .waiting, .refused: return nil
      case .gated, .ready, .running: break
      }
      let role = task.task.role.map { role in
        register.parties.first { $0.id == role }?.name.text ?? role.text
      }
      let gate = task.progress == .gated ? " (once decided: \(task.task.gate?.text ?? ""))" : ""
      return "\(role.map { "\($0): " } ?? "")\(task.task.name)\(gate)"
    }
  }

  private var messages: [String] {
    (planned?.messages ?? []).filter { template in
      template.audience == nil || template.audience == .internal
    }
    .filter { template in
      template.fromLevel.map { Int($0.rank) <= level } ?? true
    }
    .compactMap { template in
      template.text.flatMap { Self.isComplete($0) ? Self.text($0) : nil }
    }
  }

  /// Whether nothing is left to be filled in.
  private static func isComplete(_ text: Prose) -> Bool {
    text.paragraphs.allSatisfy { !$0.contains("{") && !$0.contains("}") }
  }

  private static func text(_ prose: Prose) -> String { prose.paragraphs.joined(separator: "\n") }

  // MARK: Where, and what about

  /// The sites where what the incident hit, or else what the protocol covers, is.
  private var area: String {
    let incident = series.activation.incident.flatMap { id in
      register.incidents.first { $0.id == id }
    }
    let affected = Set(
      incident?.affected.map(\.ref.text) ?? planned?.covers.map(\.ref.text) ?? [])
    var names: [String] = []
    for asset in register.assets where affected.contains(asset.id.text) {
      let place = asset.site.flatMap { site in register.assets.first { $0.id == site } } ?? asset
      if place.kind == .premises, !names.contains(place.name.text) { names.append(place.name.text) }
    }
    return names.isEmpty ? register.title.text : names.joined(separator: ", ")
  }

  /// By the hazards of the risks that came true, or else of those that the protocol covers.
  private var categories: [String] {
    let incident = series.activation.incident.flatMap { id in
      register.incidents.first { $0.id == id }
    }
    var risks = Set(incident?.realises.map(\.ref.text) ?? [])
    if risks.isEmpty { risks = Set(planned?.covers.map(\.ref.text) ?? []) }
    let hazards = Set(
      register.risks.filter { risks.contains($0.id.text) }.flatMap { $0.hazards.map(\.ref.text) })
    let groups = register.hazards.filter { hazards.contains($0.id.text) }.compactMap(\.group)
    let names = Set(groups.map(Self.category))
    let order = ["Met", "Safety", "Security", "Health", "Infra", "Other"]
    let found = order.filter(names.contains)
    return found.isEmpty ? ["Infra"] : found
  }

  private static func category(_ group: Hazard.Group) -> String {
    switch group {
    case .cyber: "Security"
    case .technical, .site, .utility, .supplier: "Infra"
    case .people: "Safety"
    case .natural: "Met"
    case .financial, .reputational, .legal, .other: "Other"
    }
  }
}
