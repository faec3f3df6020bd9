import ArgumentParser

/// What is done when something happens: the commands of the record of an activation, of incidents and alerts.
struct RespondGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "respond",
    abstract:
      "When it happens: declare, ack, done, decide, escalate, standdown, review, status, incidents, alerts.",
    discussion: """
      Each step of an activation is an entry of the register, with time, person and facts. 'holdfast respond \
      status' shows what runs, what is late and which decisions are needed.
      """,
    subcommands: [
      ShowStatus.self, DeclareProtocol.self, AcknowledgeCall.self, FinishTask.self,
      DecideQuestion.self, EscalateActivation.self, NoteFact.self, SendMessage.self,
      StandDownActivation.self, CloseActivation.self, ReviewActivation.self,
      ListIncidents.self, ShowAlerts.self,
    ])
}
