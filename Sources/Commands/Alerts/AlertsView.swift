import RegisterAnalysis
import RegisterModel

/// All that `alerts` shows, whatever the face.
struct AlertsView {
  let compiled: CompiledRegister
  let moment: Moment
  let days: Int
  /// Whom it is for; nil: everybody.
  let party: Party?
  /// In their order.
  let alerts: [Alert]
  private let names: RegisterWords

  /// - Throws: ``CommandFailure`` if there is no such party.
  init(
    _ compiled: CompiledRegister, at moment: Moment, days: Int, party name: String?, file: String
  ) throws {
    self.compiled = compiled
    self.moment = moment
    self.days = days
    names = RegisterWords(compiled.register, compiled.rules)
    let found = RegisterAlerts(compiled, at: moment, days: days)
    party = try name.map { try Self.party($0, in: compiled.register, file) }
    alerts = party.map { found.alerts(for: $0.id, in: compiled.register) } ?? found.alerts
  }

  private static func party(_ name: String, in register: Register, _ file: String) throws -> Party {
    if let party = register.parties.first(where: { $0.id.text == name || $0.name.text == name }) {
      return party
    }
    let hint = Spelling.hint(for: name, in: register.parties.map(\.id.text))
    throw CommandFailure(
      "\(file) has no person or role '\(name)'" + (hint.map { "; \($0)" } ?? ""))
  }

  func alerts(_ part: Alert.Part) -> [Alert] { alerts.filter { $0.state.part == part } }

  /// Who is to act; "nobody is named" where nobody is.
  func who(_ alert: Alert) -> String { alert.who.map { names.name(of: $0) } ?? "nobody is named" }
}
