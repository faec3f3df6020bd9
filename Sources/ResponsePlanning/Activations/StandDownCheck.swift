public import RegisterModel

/// What must be so before a protocol is stood down, and whether it is.
///
/// - Note: DOMAIN §6.7.
public struct StandDownCheck: Sendable {
  /// The condition of the protocol, held for its time; nil where it states none.
  public let condition: ConditionCourse?
  /// Whether it has held long enough; yes where none is stated.
  public let held: Truth
  /// How long it must hold, in seconds.
  public let hold: Int64
  /// Whether what was restored must be validated.
  public let needsValidation: Bool
  /// Whether there must be a plan for the backlog.
  public let needsBacklogPlan: Bool
  /// The message that must have gone out and has not.
  public let unsent: Identifier<MessageTemplate>?
  /// Who ends it.
  public let authority: Identifier<Party>?
  /// What the activation reported down and not up again.
  public let down: [Identifier<Dependable>]

  public init(_ state: ActivationState, _ context: TriggerContext, protocolPlace: Int) {
    let plan = context.register.protocols[protocolPlace].standDown
    hold = plan?.hold?.seconds ?? 0
    condition = plan?.condition.map { context.course(of: $0, in: protocolPlace) }
    held =
      condition?.course.held(for: hold).value(at: state.moment.secondsSince1970) ?? .yes
    needsValidation = plan?.validated ?? false
    needsBacklogPlan = plan?.backlogPlan ?? false
    authority = plan?.authority
    down = state.reportedDown
    let declared = state.declared?.at.secondsSince1970 ?? .min
    // The template that says it is over is often the one that said it began: only one sent after that counts.
    let sent = state.events.filter { $0.kind == .message && $0.at.secondsSince1970 > declared }
    unsent = plan?.message.flatMap { id in sent.contains { $0.message == id } ? nil : id }
  }

  /// Whether nothing stands in the way, given what whoever ends it says.
  public func isMet(validated: Bool, backlogPlan: Bool) -> Bool {
    held == .yes && unsent == nil && down.isEmpty && (validated || !needsValidation)
      && (backlogPlan || !needsBacklogPlan)
  }
}
