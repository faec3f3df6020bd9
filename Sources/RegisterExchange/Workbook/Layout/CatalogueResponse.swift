extension Catalogue {
  static let response: [Entry] = [
    .records(
      .init(
        kind: "protocol", title: "Protocols",
        purpose: "Plans for a disruption: who decides, who is told, what is done.",
        lead: ["name", "owner", "purpose", "covers"], group: .response)),
    .parts(
      .init(
        key: "level", title: "Activation levels",
        purpose: "How far a protocol can be raised, and who may do it.",
        owners: ["protocol"], path: "level", group: .response)),
    .parts(
      .init(
        key: "trigger", title: "Triggers", purpose: "What raises a protocol.",
        owners: ["protocol"], path: "trigger", group: .response)),
    .parts(
      .init(
        key: "call", title: "Call tree", purpose: "Who calls whom.",
        owners: ["protocol"], path: "call", group: .response)),
    .parts(
      .init(
        key: "quorum", title: "Quorums", purpose: "How many of some roles must have answered.",
        owners: ["protocol"], path: "quorum", group: .response)),
    .parts(
      .init(
        key: "task", title: "Tasks", purpose: "What is done when a protocol is activated.",
        owners: ["protocol"], path: "task", isAlways: true, group: .response)),
    .parts(
      .init(
        key: "message", title: "Messages", purpose: "Templates of what is said, to whom.",
        owners: ["protocol"], path: "message", group: .response)),
    .records(
      .init(
        kind: "exercise", title: "Exercises", purpose: "Protocols that were tried, or will be.",
        lead: ["name", "kind", "planned", "on", "lead", "result", "protocol"], group: .response)),
    .parts(
      .init(
        key: "measured", title: "Measured times", purpose: "Times that were measured in exercises.",
        owners: ["exercise"], path: "measured", group: .response)),
    .parts(
      .init(
        key: "reached", title: "Calls in exercises",
        purpose: "Who was called, and when the answer came.",
        owners: ["exercise"], path: "reached", group: .response)),
    .parts(
      .init(
        key: "finding", title: "Exercise findings", purpose: "What exercises brought to light.",
        owners: ["exercise"], path: "finding", group: .response)),
    .records(
      .init(
        kind: "incident", title: "Incidents", purpose: "What happened.",
        lead: [
          "name", "status", "severity", "category", "owner", "occurred", "detected", "restored",
        ],
        group: .response)),
    .parts(
      .init(
        key: "escalation", title: "Escalations", purpose: "To whom incidents were escalated.",
        owners: ["incident"], path: "escalation", group: .response)),
    .parts(
      .init(
        key: "notified", title: "Notifications", purpose: "Duties to report that were fulfilled.",
        owners: ["incident"], path: "notified", group: .response)),
    .parts(
      .init(
        key: "entry", title: "Incident log", purpose: "What was noted as incidents went on.",
        owners: ["incident"], path: "entry", group: .response)),
    .records(
      .init(
        kind: "problem", title: "Problems", purpose: "Causes that keep coming back.",
        isAlways: false,
        group: .response)),
    .records(
      .init(
        kind: "activation", title: "Activations", purpose: "Protocols that were activated.",
        lead: ["protocol"], isAlways: false, group: .response)),
    .parts(
      .init(
        key: "event", title: "Activation log", purpose: "What happened in activations.",
        owners: ["activation"], path: "event", group: .response)),
    .records(
      .init(
        kind: "action", title: "Actions", purpose: "What somebody is to do by a day.",
        lead: ["name", "status", "owner", "due", "done", "from"], group: .response)),
  ]

  static let rest: [Entry] = [
    .records(
      .init(
        kind: "session", title: "Sessions",
        purpose: "Workshops in which a team finds and scores risks.",
        isAlways: false, group: .records)),
    .parts(
      .init(
        key: "participant", title: "Participants", purpose: "Who took part in a session.",
        owners: ["session"], path: "participant", group: .records)),
    .parts(
      .init(
        key: "idea", title: "Ideas", purpose: "Ideas of sessions, as they were written down.",
        owners: ["session"], path: "idea", group: .records)),
    .parts(
      .init(
        key: "outcome", title: "Outcomes", purpose: "What became of ideas.",
        owners: ["session"], path: "outcome", group: .records)),
    .records(
      .init(
        kind: "change", title: "Changes",
        purpose: "Significant changes, after which things are due for review.",
        isAlways: false, group: .records)),
    .records(
      .init(
        kind: "suppression", title: "Suppressions",
        purpose: "Findings that are not reported for a while.",
        lead: ["rule"], isAlways: false, group: .records)),
    .records(
      .init(
        kind: "retired", title: "Retired identifiers",
        purpose: "Identifiers that are never used again.",
        isAlways: false, group: .records)),
  ]
}
