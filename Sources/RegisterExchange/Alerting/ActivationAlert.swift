public import RegisterModel
import ResponsePlanning

/// An activation as a message of the Common Alerting Protocol 1.2, as it stands at a moment: an alert once it is
/// declared, an update once it was escalated, a cancellation once it was stood down.
///
/// The message is that of the last of these events, and refers to those of the earlier ones, so that a series of
/// files made over time is a series of messages. Nothing in it asks a clock.
///
/// - Note: OASIS CAP 1.2.
public struct ActivationAlert: Sendable {
  /// The message as XML.
  public let text: String

  /// - Parameters:
  ///   - sender: Who sends, as messages name it; that of the register where left out.
  /// - Returns: nil where nothing has been declared by then.
  public init?(
    _ activation: Activation, of register: Register, at now: Moment, sender: String? = nil
  ) {
    let series = AlertSeries(activation, of: register, at: now, sender: sender)
    guard let last = series.messages.last else { return nil }
    text = CAPText.document { cap in
      cap.element("identifier", series.identifier(last))
      cap.element("sender", series.sender)
      cap.element("sent", CAPText.time(last.event.at))
      cap.element("status", activation.exercise == nil ? "Actual" : "Exercise")
      cap.element("msgType", last.type.rawValue)
      cap.element("source", "holdfast")
      cap.element("scope", "Private")
      cap.element("addresses", series.addresses.joined(separator: " "))
      if let exercise = activation.exercise { cap.element("note", "Exercise \(exercise)") }
      let earlier = series.messages.dropLast().map(series.reference)
      if !earlier.isEmpty { cap.element("references", earlier.joined(separator: " ")) }
      if let incident = activation.incident { cap.element("incidents", incident.text) }
      cap.parent("info") { AlertContent(series, last).write(to: &$0) }
    }
  }
}

/// The messages of an activation up to a moment.
struct AlertSeries {
  enum MessageType: String {
    case alert = "Alert"
    case update = "Update"
    case cancel = "Cancel"
  }
  struct Message {
    let number: Int
    let type: MessageType
    let event: ActivationEvent
  }

  let activation: Activation
  let register: Register
  let state: ActivationState
  let sender: String
  let messages: [Message]

  init(_ activation: Activation, of register: Register, at now: Moment, sender: String?) {
    self.activation = activation
    self.register = register
    self.sender = CAPText.token(sender ?? register.id.text)
    state = ActivationState(activation, in: register, at: now)
    var messages: [Message] = []
    for event in state.events {
      let type: MessageType
      switch event.kind {
      case .declared: type = messages.isEmpty ? .alert : .update
      case .escalated where event.level != nil && !messages.isEmpty: type = .update
      case .stoodDown where !messages.isEmpty: type = .cancel
      default: continue
      }
      messages.append(Message(number: messages.count + 1, type: type, event: event))
    }
    self.messages = messages
  }

  func identifier(_ message: Message) -> String {
    CAPText.token("\(register.id).\(activation.id).\(message.number)")
  }

  /// "sender,identifier,sent", as later messages name it.
  func reference(_ message: Message) -> String {
    "\(sender),\(identifier(message)),\(CAPText.time(message.event.at))"
  }

  /// Who is told at the level reached and those below it, by identifier; whoever keeps the protocol where nobody is
  /// named.
  var addresses: [String] {
    let levels = state.planned?.levels ?? []
    let reached = levels.filter { level in state.level.map { level.number <= $0 } ?? true }
    var seen: Set<String> = []
    let told = reached.flatMap(\.notifies).map(\.ref.text).filter { seen.insert($0).inserted }
    return told.isEmpty ? [state.planned?.owner?.text ?? register.id.text] : told
  }
}
