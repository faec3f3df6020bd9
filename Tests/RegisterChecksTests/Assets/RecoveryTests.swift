import RegisterChecks
import RegisterModel
import Testing

@Suite("REC-001")
struct RecoveryLateTests {
  static func found(
    own: String = "PT6H", _ records: String = "", treatment: String = "", base: String = "PT1H"
  ) throws -> [String] {
    try impactMessages(
      RecoveryLate(),
      """
      \(activityText("<targets rto=\"PT4H\" own=\"PT0S\"/><needs><on ref=\"S\"/></needs>"))
      <asset id="S" name="Record"><targets own="\(own)"/><needs mode="start"><on ref="T"/></needs></asset>
      <asset id="T" name="Storage"><targets own="\(base)"/></asset>
      \(records)\(treatment)
      """)
  }

  static let late = [
    "A: 'Triage' must be back in 4 hours and is back after 7 hours, 3 hours too late; it waits for S 'Record'",
    "S: 'Record' must be back in 4 hours, because of A 'Triage', and is back after 7 hours, 3 hours too late; it "
      + "waits for T 'Storage'",
  ]

  @Test("Activity and asset are found, each with what it waits for; in time they are not")
  func fires() throws {
    #expect(try Self.found().prefix(2) == Self.late[...])
    #expect(try Self.found(own: "PT3H") == [])
  }

  @Test(
    "One crew for two systems: who waits for it is found if no order is in time, and not with two crews"
  )
  func crews() throws {
    func found(capacity: Int, treatment: String = "") throws -> [String] {
      try impactMessages(
        RecoveryLate(),
        """
        \(activityText("<targets rto=\"PT4H\" own=\"PT0S\"/><needs><on ref=\"S\"/></needs><needs><on ref=\"T\"/></needs>"))
        <recoveryResource id="C" name="Fitters" kind="crew" capacity="\(capacity)"/>
        <asset id="S" name="Record"><restore duration="PT3H"><occupies ref="C"/></restore></asset>
        <asset id="T" name="Storage"><restore duration="PT2H"><occupies ref="C"/></restore></asset>
        \(treatment)
        """)
    }
    let messages = try found(capacity: 1)
    #expect(messages.count == 1)
    #expect(
      messages.first?.hasPrefix(
        "A: 'Triage' must be back in 4 hours and is back after 5 hours, because C is busy with")
        == true)
    #expect(try found(capacity: 2) == [])
    let treatment =
      "<treatment id=\"X\" name=\"Hire\" option=\"fasterRecovery\"><changes ref=\"A\"/></treatment>"
    #expect(try found(capacity: 1, treatment: treatment) == [])
  }

  @Test("A treatment that changes what they wait for clears all of them")
  func changes() throws {
    func found(_ attributes: String, changes: String = "S") throws -> [String] {
      try Self.found(
        own: "PT3H30M",
        treatment:
          "<treatment id=\"X\" name=\"Copy\" \(attributes)><changes ref=\"\(changes)\"/></treatment>"
      )
    }
    // What the record waits for is still as slow as it was.
    #expect(try found("").map { $0.prefix(2) } == ["T:"])
    #expect(try found("option=\"fasterRecovery\" status=\"inProgress\"", changes: "T") == [])
    #expect(try found("status=\"done\"").count == 3)
    #expect(try found("status=\"cancelled\"").count == 3)
    #expect(try found("option=\"share\"").count == 3)
    #expect(try found("option=\"reduceLikelihood\"").count == 3)
    // What only the activity changes leaves the record as slow as it is.
    #expect(try found("", changes: "A").count == 2)
  }

  @Test(
    "A treatment of a risk that hits it counts where it can shorten recovery",
    arguments: [
      ("fasterRecovery", 0), ("redundancy", 0), ("workaround", 0), ("reduceImpact", 0),
      ("reduceLikelihood", 3), ("share", 3), ("retain", 3), ("avoid", 3),
    ])
  func treats(option: String, count: Int) throws {
    let found = try Self.found(
      own: "PT3H30M", riskText("R-1", "<hits ref=\"T\"/>"),
      treatment:
        "<treatment id=\"X\" name=\"Copy\" option=\"\(option)\"><treats ref=\"R-1\"/></treatment>")
    #expect(found.count == count)
  }

  @Test("A lower bound that is later already is found; what may be in time is not")
  func bounds() throws {
    let records = { (own: String) in
      """
      \(activityText("<targets rto=\"PT4H\"/><needs><on ref=\"S\"/><on ref=\"T\"/></needs>"))
      <asset id="S" name="Record"><targets own="\(own)"/></asset><asset id="T" name="Storage"/>
      """
    }
    #expect(
      try impactMessages(RecoveryLate(), records("PT5H")).first
        == "A: 'Triage' must be back in 4 hours and is back after at least 5 hours, 1 hour too late; it waits for S "
        + "'Record'")
    #expect(try impactMessages(RecoveryLate(), records("PT3H")) == [])
  }

  @Test("What never is back is said so")
  func never() throws {
    #expect(
      try impactMessages(
        RecoveryLate(),
        activityText("<targets rto=\"PT4H\"/><needs atLeast=\"2\"><on ref=\"S\"/></needs>")
          + "<asset id=\"S\" name=\"Record\"><targets own=\"PT1H\"/></asset>")
        == ["A: 'Triage' must be back in 4 hours and never is"])
  }

  @Test("What is asked for before the disruption begins is another rule's")
  func negative() throws {
    #expect(try Self.found(own: "PT6H", base: "PT0S").map { $0.prefix(2) } == ["A:", "S:"])
  }
}

@Suite("REC-002")
struct DataLossTooGreatTests {
  static func found(_ backup: String, rpo: String = "PT1H") throws -> [String] {
    try impactMessages(
      DataLossTooGreat(),
      activityText(
        "<targets rpo=\"\(rpo)\"/><needs><on ref=\"S\"/></needs>", attributes: "usesData=\"yes\"")
        + "<asset id=\"S\" name=\"Records\" kind=\"data\">\(backup)</asset>")
  }

  @Test("Copies too far apart are found, with who may lose less; closer ones clear it")
  func fires() throws {
    #expect(
      try Self.found("<backup every=\"PT1H\" ship=\"PT5M\"/>") == [
        "S: up to 1 hour 5 minutes of work are lost with 'Records' (a copy every 1 hour, safe 5 minutes later), and "
          + "A 'Triage' may lose 1 hour"
      ])
    #expect(try Self.found("<backup every=\"PT55M\" ship=\"PT5M\"/>") == [])
    #expect(try Self.found("<backup every=\"PT55M\" ship=\"PT0S\"/>", rpo: "PT0S").count == 1)
  }

  @Test("What a test showed counts where it is more")
  func evidence() throws {
    #expect(
      try Self.found(
        "<capability rpa=\"PT3H\" evidence=\"test\"/><backup every=\"PT30M\" ship=\"PT5M\"/>") == [
          "S: up to 3 hours of work are lost with 'Records' (shown by a test), and A 'Triage' may lose 1 hour"
        ])
  }

  @Test(
    "What nobody can say is asked for; where already the copies are too far apart, that is said")
  func unknown() throws {
    let message =
      "S: nobody can say how much work is lost with 'Records', and A 'Triage' may lose 1 hour"
    #expect(try Self.found("") == [message])
    #expect(try Self.found("<backup every=\"PT10M\"/>") == [message])
    #expect(
      try Self.found("<backup every=\"P1D\"/>") == [
        "S: at least 1 day of work are lost with 'Records' (a copy every 1 day), and A 'Triage' may lose 1 hour"
      ])
  }
}

@Suite("REC-003")
struct RecoveryTimeEstimatedTests {
  static func found(_ asset: String, mtpd: String = "P1D", own: String = "own=\"PT0S\"") throws
    -> [String]
  {
    try impactMessages(
      RecoveryTimeEstimated(),
      activityText("<targets mtpd=\"\(mtpd)\" \(own)/><needs><on ref=\"S\"/></needs>")
        + "<asset id=\"S\" name=\"Record\">\(asset)</asset>")
  }

  @Test("An estimate, a plan and a declaration are found; a test, incident or contract clears it")
  func fires() throws {
    let message = "S: that 'Record' is restored in 2 hours is only"
    #expect(
      try Self.found("<capability rta=\"PT2H\" evidence=\"estimate\"/>") == [
        "\(message) an estimate"
      ])
    #expect(try Self.found("<restore duration=\"PT2H\"/>") == ["\(message) planned"])
    #expect(try Self.found("<targets own=\"PT2H\"/>") == ["\(message) declared"])
    for evidence in ["test", "incident", "contract"] {
      #expect(try Self.found("<capability rta=\"PT2H\" evidence=\"\(evidence)\"/>") == [])
    }
    #expect(try Self.found("<contract recovery=\"PT2H\"/>") == [])
  }

  @Test("What nobody has stated is asked for, of the activity itself too")
  func unknown() throws {
    #expect(
      try Self.found("") == ["S: nobody has said how long it takes to restore 'Record'"])
    #expect(
      try Self.found("<contract recovery=\"PT2H\"/>", own: "") == [
        "A: nobody has said how long 'Triage' itself takes once all that it needs is there"
      ])
    #expect(try Self.found("", mtpd: "P9D", own: "") == [])
  }
}

@Suite("REC-004")
struct RecoveryTimeOutdatedTests {
  static func found(_ attributes: String, mtpd: String = "P1D") throws -> [String] {
    try impactMessages(
      RecoveryTimeOutdated(),
      activityText("<targets mtpd=\"\(mtpd)\"/><needs><on ref=\"S\"/></needs>")
        + "<asset id=\"S\" name=\"Record\"><capability rta=\"PT2H\" \(attributes)/></asset>")
  }

  @Test("Twelve months to the day are in time, a day more is not; a newer test clears it")
  func fires() throws {
    #expect(try Self.found("evidence=\"test\" on=\"2025-11-24\"") == [])
    #expect(
      try Self.found("evidence=\"test\" on=\"2025-11-23\"") == [
        "S: that 'Record' is restored in 2 hours was last shown on 2025-11-23, by a test"
      ])
    #expect(try Self.found("evidence=\"incident\" on=\"2020-01-01\"").count == 1)
    #expect(try Self.found("evidence=\"test\" on=\"2020-01-01\"", mtpd: "P9D") == [])
  }

  @Test("Evidence without a day is asked for it; estimates and contracts don't age")
  func undated() throws {
    #expect(
      try Self.found("evidence=\"test\"")
        == ["S: nobody can tell when a test showed that 'Record' is restored in 2 hours"])
    #expect(try Self.found("evidence=\"estimate\" on=\"2020-01-01\"") == [])
    #expect(try Self.found("evidence=\"contract\"") == [])
  }
}
