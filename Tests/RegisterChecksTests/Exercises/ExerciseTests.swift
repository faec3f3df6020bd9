import RegisterChecks
import RegisterModel
import Testing

/// A prioritised activity that needs an asset, a risk that hits that asset, and what else is said.
func responseText(_ records: String) -> String {
  """
  \(activityText("<targets mtpd=\"PT4H\" rto=\"PT1H\"/><needs><on ref=\"S\"/></needs>"))
  <asset id="S" name="Record"/><asset id="S-2" name="Canteen"/>
  <risk id="R-1"><title>It burns</title><hits ref="S"/></risk>
  \(records)
  """
}

func protocolText(covers: String = "A", _ attributes: String = "") -> String {
  "<protocol id=\"P-1\" name=\"Fire\" \(attributes)><covers ref=\"\(covers)\"/></protocol>"
}

func exerciseText(_ attributes: String, _ parts: String = "", id: String = "X-1") -> String {
  "<exercise id=\"\(id)\" name=\"Smoke\" \(attributes)><protocol ref=\"P-1\"/>\(parts)</exercise>"
}

@Suite("EXR-001")
struct ExerciseOverdueTests {
  static func found(_ exercises: String, covers: String = "A") throws -> [String] {
    try impactMessages(
      ExerciseOverdue(), responseText(protocolText(covers: covers) + exercises))
  }

  @Test("Never exercised it is an error; an exercise clears it, for twelve months to the day")
  func fires() throws {
    #expect(try Self.found("") == ["P-1: the protocol 'Fire' was never exercised"])
    #expect(try Self.found(exerciseText(#"on="2026-11-24""#)) == [])
    #expect(try Self.found(exerciseText(#"on="2025-11-24""#)) == [])
    #expect(
      try Self.found(exerciseText(#"on="2025-11-23""#))
        == ["P-1: the protocol 'Fire' was last exercised on 2025-11-23, in X-1"])
  }

  @Test("One that is planned doesn't count, but is named; nor does one in the future")
  func planned() throws {
    let planned = "P-1: the protocol 'Fire' was never exercised; X-1 is planned for 2026-12-10"
    #expect(try Self.found(exerciseText(#"planned="2026-12-10""#)) == [planned])
    #expect(try Self.found(exerciseText(#"on="2026-12-10""#)) == [planned])
    #expect(
      try Self.found(
        exerciseText(#"on="2025-01-01""#) + exerciseText(#"planned="2026-12-10""#, id: "X-2"))
        == [
          "P-1: the protocol 'Fire' was last exercised on 2025-01-01, in X-1; X-2 is planned for 2026-12-10"
        ])
  }

  @Test("What activities need, and risks that hit it, count too; what nothing needs doesn't")
  func covers() throws {
    #expect(try Self.found("", covers: "S").count == 1)
    #expect(try Self.found("", covers: "R-1").count == 1)
    #expect(try Self.found("", covers: "S-2") == [])
  }

  @Test("Without a prioritised activity no protocol is asked")
  func nothingPrioritised() throws {
    #expect(
      try impactMessages(
        ExerciseOverdue(),
        activityText("") + protocolText()) == [])
  }
}

@Suite("EXR-002")
struct ProtocolChangedSinceExerciseTests {
  static func found(_ effective: String, _ exercises: String) throws -> [String] {
    try impactMessages(
      ProtocolChangedSinceExercise(),
      responseText(
        protocolText("effective=\"\(effective)\" version=\"2.0\"") + exercises))
  }

  @Test("Changed the day after its last exercise it is an error; a later exercise clears it")
  func fires() throws {
    let exercise = exerciseText(#"on="2026-05-01""#)
    #expect(
      try Self.found("2026-05-02", exercise) == [
        "P-1: the protocol 'Fire', version 2.0, changed on 2026-05-02, after it was last exercised on 2026-05-01, "
          + "in X-1"
      ])
    #expect(try Self.found("2026-05-01", exercise) == [])
    #expect(
      try Self.found("2026-05-02", exercise + exerciseText(#"on="2026-06-01""#, id: "X-0")) == [])
  }

  @Test("Never exercised, or to change in the future, it is none")
  func doesNotFire() throws {
    #expect(try Self.found("2026-05-02", "") == [])
    #expect(try Self.found("2026-11-25", exerciseText(#"on="2026-05-01""#)) == [])
  }
}

@Suite("EXR-003")
struct ExerciseFindingOpenTests {
  static func found(_ action: String, names: Bool = true) throws -> [String] {
    let reference = names ? " action=\"N-1\"" : ""
    return try impactMessages(
      ExerciseFindingOpen(),
      responseText(
        "<party id=\"p-1\" kind=\"person\" name=\"Ann\"/>" + protocolText()
          + exerciseText(
            #"on="2026-05-01""#, "<finding\(reference)><text><p>No key.</p></text></finding>")
          + action))
  }

  @Test("A finding without an action is an error; an action with owner and due date clears it")
  func fires() throws {
    #expect(
      try Self.found("", names: false) == [
        "X-1: nobody does anything about a finding of 'Smoke': “No key.”"
      ])
    #expect(
      try Self.found(#"<action id="N-1" name="Get a key" owner="p-1" due="2026-12-01"/>"#) == [])
  }

  @Test("An action needs an owner, then a due date, and that must not have passed")
  func actions() throws {
    #expect(
      try Self.found(#"<action id="N-1" name="Get a key" due="2026-12-01"/>"#)
        == ["N-1: the action 'Get a key', from the exercise X-1, has no owner"])
    #expect(
      try Self.found(#"<action id="N-1" name="Get a key" owner="p-1"/>"#)
        == ["N-1: the action 'Get a key', from the exercise X-1, has no due date"])
    #expect(
      try Self.found(#"<action id="N-1" name="Get a key" owner="p-1" due="2026-11-23"/>"#) == [
        "N-1: the action 'Get a key', from the exercise X-1, was due on 2026-11-23, 1 day ago"
      ])
    #expect(
      try Self.found(#"<action id="N-1" name="Get a key" owner="p-1" due="2026-11-24"/>"#) == [])
  }

  @Test("Done or cancelled it isn't asked any more", arguments: ["done", "cancelled"])
  func clears(status: String) throws {
    #expect(
      try Self.found("<action id=\"N-1\" name=\"Get a key\" status=\"\(status)\"/>") == [])
  }
}

@Suite("EXR-004")
struct ExerciseWithoutTimesTests {
  static func found(_ attributes: String, _ parts: String = "") throws -> [String] {
    try impactMessages(
      ExerciseWithoutTimes(),
      responseText(
        "<party id=\"p-1\" kind=\"person\" name=\"Ann\"/>" + protocolText()
          + exerciseText(attributes, parts)))
  }

  @Test("Held without a time it is a warning; a measured time or an answer clears it")
  func fires() throws {
    #expect(
      try Self.found(#"on="2026-05-01""#)
        == ["X-1: the exercise 'Smoke' of 2026-05-01 recorded no times"])
    #expect(try Self.found(#"on="2026-05-01""#, #"<measured step="notify" time="PT5M"/>"#) == [])
    #expect(try Self.found(#"on="2026-05-01""#, #"<reached who="p-1"/>"#) == [])
  }

  @Test("Not held yet it isn't asked", arguments: [#"planned="2026-05-01""#, #"on="2026-11-25""#])
  func doesNotFire(attributes: String) throws { #expect(try Self.found(attributes) == []) }
}

@Suite("EXR-005")
struct ExerciseWithoutFindingsTests {
  static func found(_ attributes: String, _ parts: String = "") throws -> [String] {
    try impactMessages(
      ExerciseWithoutFindings(), responseText(protocolText() + exerciseText(attributes, parts)))
  }

  @Test("Held without a finding it is noted; a finding clears it, and a planned one isn't asked")
  func fires() throws {
    #expect(
      try Self.found(#"on="2026-05-01""#) == [
        "X-1: the exercise 'Smoke' of 2026-05-01 found nothing: the scenario may have been too easy"
      ])
    #expect(
      try Self.found(
        #"on="2026-05-01""#, "<finding><text><p>No key.</p></text></finding>") == [])
    #expect(try Self.found(#"planned="2026-12-01""#) == [])
  }
}

@Suite("EXR-006")
struct CommunicationUntestedTests {
  static func found(_ exercises: String, covers: String = "A") throws -> [String] {
    try impactMessages(
      CommunicationUntested(),
      responseText(
        "<party id=\"p-1\" kind=\"person\" name=\"Ann\"/>" + protocolText(covers: covers)
          + exercises))
  }

  @Test(
    "Never tested it is a warning of the register; a notification exercise clears it for a year")
  func fires() throws {
    let never = "-: nobody has tested within 12 months whether those who are called answer: never"
    #expect(try Self.found("") == [never])
    #expect(try Self.found(exerciseText(#"on="2026-05-01" kind="tabletop""#)) == [never])
    #expect(try Self.found(exerciseText(#"on="2025-11-24" kind="notification""#)) == [])
    #expect(
      try Self.found(exerciseText(#"on="2025-11-23" kind="notification""#)) == [
        "-: nobody has tested within 12 months whether those who are called answer: last on 2025-11-23"
      ])
  }

  @Test("An exercise that recorded answers, or how long telling took, is a test too")
  func otherKinds() throws {
    #expect(
      try Self.found(exerciseText(#"on="2026-05-01" kind="full""#, #"<reached who="p-1"/>"#)) == [])
    #expect(
      try Self.found(
        exerciseText(
          #"on="2026-05-01" kind="full""#, #"<measured step="notify" time="PT5M"/>"#)) == [])
    #expect(
      try Self.found(
        exerciseText(
          #"on="2026-05-01" kind="full""#, #"<measured step="assess" time="PT5M"/>"#)
      ).count == 1)
  }

  @Test("Where no protocol is for anything prioritised nobody is asked")
  func doesNotFire() throws { #expect(try Self.found("", covers: "S-2") == []) }
}
