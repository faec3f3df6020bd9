import RegisterAnalysis
import RegisterModel

/// Alerts for people at a screen.
struct AlertsText {
  let view: AlertsView
  /// How many entries of a list are shown; nil: all.
  let limit: Int?
  let layout: TextLayout

  init(_ view: AlertsView, limit: Int?, terminal: Terminal) {
    self.view = view
    self.limit = limit
    layout = TextLayout(terminal)
  }

  /// All of it, each line ended.
  var text: String { header + Alert.Part.allCases.map(list).joined() }

  private var header: String {
    let register = view.compiled.register
    var facts = ["alerts as of \(ImpactWords.moment(view.moment))"]
    if let revision = register.revision { facts.append("revision \(revision.value)") }
    if let party = view.party { facts.append("for \(party.name)") }
    let counts = Alert.Part.allCases.map { part in
      "\(view.alerts(part).count) \(phrase(part))"
    }
    return layout.paragraph(register.title.text, .bold)
      + layout.paragraph(facts.joined(separator: " · "))
      + layout.paragraph(
        view.alerts.isEmpty
          ? "Nothing is overdue, nothing needs attention now, and nothing is due in the next \(Plural.count(view.days, "day"))."
          : counts.joined(separator: ", "))
  }

  private func phrase(_ part: Alert.Part) -> String {
    switch part {
    case .overdue: "overdue"
    case .now: "to look at now"
    case .soon: "due in the next \(Plural.count(view.days, "day"))"
    }
  }

  private func list(_ part: Alert.Part) -> String {
    let alerts = view.alerts(part)
    guard !alerts.isEmpty else { return "" }
    let shown = alerts.prefix(limit ?? .max)
    return layout.heading(
      "\(phrase(part).capitalisedFirst): \(AmountText.grouped("\(alerts.count)"))")
      + shown.map(entry).joined()
      + layout.more(than: shown.count, of: alerts.count, "alerts")
  }

  private func entry(_ alert: Alert) -> String {
    let when = alert.due.map { "\($0.writtenText) " } ?? ""
    return layout.paragraph(
      "\(when)\(alert.record) '\(alert.title)': \(alert.reason)", indent: 2, hanging: 2)
      + layout.paragraph("\(view.who(alert)): \(alert.action)", indent: 4, hanging: 2, .dim)
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
