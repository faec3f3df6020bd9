import RegisterAnalysis
import RegisterModel

/// Alerts as JSON. Every key is always there; what is unknown is null.
struct AlertsJSON: Encodable {
  /// Of this form of JSON: keys may be added to a version, none goes or changes its meaning.
  let version = 1
  let today: String
  let moment: String
  let days: Int
  let `for`: Nullable<String>
  let alerts: [AlertJSON]

  init(_ view: AlertsView) {
    today = view.compiled.today.writtenText
    moment = view.moment.writtenText
    days = view.days
    `for` = Nullable(view.party?.id.text)
    alerts = view.alerts.map(AlertJSON.init)
  }

  struct AlertJSON: Encodable {
    let kind: String
    let state: String
    let due: Nullable<String>
    let moment: Nullable<String>
    let record: String
    let part: Nullable<String>
    let title: String
    let who: Nullable<String>
    let reason: String
    let action: String

    init(_ alert: Alert) {
      kind = alert.kind.rawValue
      state = alert.state.rawValue
      due = Nullable(alert.due?.writtenText)
      moment = Nullable(alert.moment?.writtenText)
      record = alert.record
      part = Nullable(alert.part)
      title = alert.title
      who = Nullable(alert.who?.text)
      reason = alert.reason
      action = alert.action
    }
  }
}
