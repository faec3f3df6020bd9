import RegisterChecks
import RegisterModel
import Testing

func incidentText(_ attributes: String, _ parts: String = "", id: String = "I-1") -> String {
  "<incident id=\"\(id)\" name=\"Fire\" \(attributes)>\(parts)</incident>"
}

@Suite("INC-001")
struct MajorIncidentUnreviewedTests {
  static func found(_ attributes: String) throws -> [String] {
    try impactMessages(MajorIncidentUnreviewed(), incidentText(attributes))
  }

  @Test("A major incident that is closed and not reviewed is an error; a review clears it")
  func fires() throws {
    let closed = #"status="closed" closed="2026-05-01T10:00:00Z""#
    #expect(
      try Self.found("severity=\"major\" " + closed) == [
        "I-1: the major incident 'Fire' was closed on 2026-05-01, and nobody has reviewed it"
      ])
    #expect(try Self.found("severity=\"critical\" " + closed).count == 1)
    #expect(
      try Self.found("severity=\"major\" reviewed=\"2026-05-02T10:00:00Z\" " + closed) == [])
    #expect(try Self.found(#"severity="major" status="reviewed""#) == [])
  }

  @Test("Closed by its moment, though its status lags, it is one too")
  func lagging() throws {
    #expect(
      try Self.found(#"severity="major" status="contained" closed="2026-05-01T10:00:00Z""#).count
        == 1)
  }

  @Test(
    "Open, lesser, or of no stated severity it isn't asked",
    arguments: [
      #"severity="major" status="recovered""#, #"severity="moderate" status="closed""#,
      #"status="closed""#,
    ])
  func doesNotFire(attributes: String) throws { #expect(try Self.found(attributes) == []) }
}

@Suite("INC-002")
struct JudgementOlderThanIncidentTests {
  static func found(
    _ attributes: String = #"status="closed""#, affects: String = "A", reviewed: String? = nil,
    assessed: String? = nil, risk: String = #"status="treating""#
  ) throws -> [String] {
    let reviewed = reviewed.map { " reviewed=\"\($0)\"" } ?? ""
    let assessed = assessed.map { "<assessed on=\"\($0)\"/>" } ?? ""
    return try impactMessages(
      JudgementOlderThanIncident(),
      """
      \(activityText("<targets mtpd=\"PT4H\" rto=\"PT1H\"/><needs><on ref=\"S\"/></needs>\(assessed)"))
      <asset id="S" name="Record"/><asset id="S-2" name="Canteen"/>
      <risk id="R-1" \(risk)\(reviewed)><title>It burns</title></risk>
      \(incidentText(
        "occurred=\"2026-05-01T10:00:00Z\" " + attributes,
        "<affected ref=\"\(affects)\"/><realises ref=\"R-1\"/>"))
      """)
  }

  @Test("Risk and impact analysis older than an incident are a warning; looking again clears it")
  func fires() throws {
    #expect(
      try Self.found(reviewed: "2026-04-30", assessed: "2026-04-30") == [
        "I-1: since the incident 'Fire' of 2026-05-01 nobody has looked again at the risk R-1 'It burns', "
          + "reviewed on 2026-04-30 and the impact analysis of A 'Triage', of 2026-04-30"
      ])
    #expect(try Self.found(reviewed: "2026-05-01", assessed: "2026-05-01") == [])
    #expect(try Self.found(reviewed: "2026-05-01").count == 1)
  }

  @Test("Of what an activity needs only the risk is asked; of what nothing needs nothing")
  func assets() throws {
    #expect(
      try Self.found(affects: "S") == [
        "I-1: since the incident 'Fire' of 2026-05-01 nobody has looked again at the risk R-1 'It burns', "
          + "never reviewed"
      ])
    #expect(try Self.found(affects: "S", reviewed: "2026-06-01") == [])
    #expect(try Self.found(affects: "S-2") == [])
  }

  @Test("While the incident isn't closed, and of a closed risk, nobody is asked")
  func doesNotFire() throws {
    #expect(try Self.found(#"status="recovered""#) == [])
    #expect(try Self.found(affects: "S", risk: #"status="closed""#) == [])
  }
}

@Suite("INC-003")
struct ActivationWithoutLogTests {
  static func found(_ events: String, log: String = "") throws -> [String] {
    try impactMessages(
      ActivationWithoutLog(),
      """
      <protocol id="P-1" name="Fire"/>\(incidentText("", log))
      <activation id="V-1" protocol="P-1" incident="I-1">\(events)</activation>
      """)
  }

  @Test("Nothing but the declaration is an error; anything else, or the incident's log, clears it")
  func fires() throws {
    let declared = #"<event kind="declared" at="2026-05-01T10:00:00Z"/>"#
    #expect(try Self.found("") == ["V-1: the activation of 'Fire' has no log"])
    #expect(
      try Self.found(declared) == [
        "V-1: the activation of 'Fire', declared on 2026-05-01, has no log"
      ])
    #expect(try Self.found(declared + #"<event kind="taskDone" at="2026-05-01T10:30:00Z"/>"#) == [])
    #expect(
      try Self.found(declared, log: #"<entry at="2026-05-01T10:30:00Z">Out.</entry>"#) == [])
  }

  @Test("One that was declared today has until tomorrow")
  func today() throws {
    #expect(try Self.found(#"<event kind="declared" at="2026-11-24T10:00:00Z"/>"#) == [])
    #expect(try Self.found(#"<event kind="declared" at="2026-11-23T10:00:00Z"/>"#).count == 1)
  }
}

@Suite("INC-004")
struct RecurringCauseWithoutProblemTests {
  static func found(
    _ days: [String], problem: String = "", named: Int? = nil, cause: [String] = ["Cable"]
  ) throws -> [String] {
    try impactMessages(
      RecurringCauseWithoutProblem(),
      days.enumerated().map { place, day in
        incidentText(
          "occurred=\"\(day)T10:00:00Z\" rootCause=\"\(cause[place % cause.count])\""
            + (named == place ? " problem=\"PB-1\"" : ""), id: "I-\(place)")
      }.joined() + problem)
  }

  static let days = ["2026-05-01", "2026-06-01", "2026-07-01"]

  @Test("Three of a cause within 90 days are a warning at the last; two, or 91 days, are not")
  func fires() throws {
    #expect(
      try Self.found(Self.days, cause: ["Cable cut", "cable-cut", "CABLE  cut"]) == [
        "I-2: the root cause 'CABLE cut' came back 3 times within 90 days (I-0, I-1 and I-2), and no problem record "
          + "is named"
      ])
    #expect(try Self.found(["2026-05-01", "2026-06-01"]) == [])
    #expect(try Self.found(["2026-05-01", "2026-06-01", "2026-07-31"]) == [])
  }

  @Test("A problem record that one of them names clears it")
  func cleared() throws {
    #expect(
      try Self.found(Self.days, problem: #"<problem id="PB-1" name="Cable"/>"#, named: 1) == [])
  }

  @Test("A problem resolved before the last of them doesn't, resolved after it does")
  func resolved() throws {
    func found(_ day: String) throws -> [String] {
      try Self.found(
        Self.days,
        problem: "<problem id=\"PB-1\" name=\"Cable\" status=\"resolved\" resolved=\"\(day)\"/>",
        named: 0)
    }
    #expect(
      try found("2026-06-30") == [
        "I-2: the root cause 'Cable' came back 3 times within 90 days (I-0, I-1 and I-2), and its problem PB-1 "
          + "'Cable' was resolved on 2026-06-30 before the last of them"
      ])
    #expect(try found("2026-07-01") == [])
  }
}
