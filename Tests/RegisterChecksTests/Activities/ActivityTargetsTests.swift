import RegisterChecks
import RegisterModel
import Testing

/// Money never matters; people can bear it at 4 hours and not at one day.
private let day = gridText("money", [1, 1, 1]) + gridText("people", [1, 2, 2])
private let approval = "approvedBy=\"r\" approvedOn=\"2026-01-01\""
private let role = "<party id=\"r\" name=\"Director\" kind=\"role\"/>"

@Suite("BIA-004")
struct PeriodUnknownTests {
  static func found(_ parts: String) throws -> [String] {
    try impactMessages(PeriodUnknown(), activityText(parts))
  }

  @Test("Without grid and declaration nobody can say; either clears it")
  func fires() throws {
    #expect(try Self.found("") == ["A: nobody can say how long 'Triage' may be down"])
    #expect(try Self.found(day) == [])
    #expect(try Self.found("<targets mtpd=\"P1D\"/>") == [])
  }

  @Test("A grid that stops before the horizon leaves it open; one that reaches it doesn't")
  func open() throws {
    #expect(
      try Self.found(gridText("money", [1, 1, 1]) + gridText("people", [1, 0, 0])) == [
        "A: nobody can say how long 'Triage' may be down; only that it can be for 4 hours"
      ])
    #expect(try Self.found(gridText("money", [1, 1, 1]) + gridText("people", [1, 1, 1])) == [])
  }

  @Test("A limit from outside is an MTPD")
  func cap() throws {
    #expect(try Self.found("<cap basis=\"legal\" at=\"P1D\" source=\"Act\"/>") == [])
  }
}

@Suite("BIA-005")
struct ObjectiveMissedTests {
  static func found(_ parts: String, id: String = "A") throws -> [String] {
    try impactMessages(ObjectiveMissed(), activityText(parts))
  }

  @Test(
    "A prioritised activity without an objective is found; one later than the horizon is not asked")
  func missing() throws {
    #expect(
      try Self.found("<targets mtpd=\"P1D\"/>") == [
        "A: nobody has said by when 'Triage' is to be back; it may be down for 1 day at most"
      ])
    #expect(try Self.found("<targets mtpd=\"P1D\" rto=\"PT4H\"/>") == [])
    #expect(try Self.found("<targets mtpd=\"P3D\"/>") == [])
    #expect(try Self.found("") == [])
  }

  @Test("An objective at the very MTPD is too late, one second sooner is not")
  func late() throws {
    #expect(
      try Self.found("<targets mtpd=\"P1D\" rto=\"P1D\"/>") == [
        "A: 'Triage' is to be back in 1 day, but may be down for 1 day at most, as declared"
      ])
    #expect(try Self.found("<targets mtpd=\"P1D\" rto=\"PT23H59M59S\"/>") == [])
    #expect(try Self.found("<targets mtpd=\"P9D\" rto=\"P10D\"/>").count == 1)
  }

  @Test("The MTPD that follows counts as well, and what it follows from is named")
  func derived() throws {
    #expect(
      try Self.found(day + "<targets rto=\"P2D\"/>")
        == ["A: 'Triage' is to be back in 2 days, but may be down for 1 day at most, by People"])
  }
}

@Suite("BIA-006")
struct ObjectiveTightTests {
  static func found(_ parts: String) throws -> [String] {
    try impactMessages(ObjectiveTight(), activityText(parts))
  }

  @Test("Less than a fifth to spare is found, exactly a fifth is not")
  func margin() throws {
    #expect(
      try Self.found("<targets mtpd=\"PT10H\" rto=\"PT8H1S\"/>") == [
        "A: 'Triage' is to be back in 8 hours 1 second and may be down for 10 hours at most, as declared: "
          + "1 hour 59 minutes to spare is less than a fifth"
      ])
    #expect(try Self.found("<targets mtpd=\"PT10H\" rto=\"PT8H\"/>") == [])
  }

  @Test("Later than the last time known to be tolerable is found")
  func band() throws {
    #expect(
      try Self.found(day + "<targets rto=\"PT4H1M\"/>") == [
        "A: 'Triage' is to be back in 4 hours 1 minute and may be down for 1 day at most, by People: the last "
          + "time at which it is known to be tolerable is 4 hours"
      ])
    #expect(try Self.found(day + "<targets rto=\"PT4H\"/>") == [])
  }

  @Test("Where no time is known to be tolerable, only the fifth counts")
  func firstBand() throws {
    let soon = gridText("money", [1, 1, 1]) + gridText("people", [2, 2, 2])
    #expect(try Self.found(soon + "<targets rto=\"PT3H\"/>") == [])
    #expect(try Self.found(soon + "<targets rto=\"PT3H30M\"/>").count == 1)
  }

  @Test("The objective of the hint clears it, and one beyond the MTPD is another rule's")
  func hint() throws {
    let found = try impactFindings(
      ObjectiveTight(), activityText("<targets mtpd=\"PT10H\" rto=\"PT9H\"/>"))
    #expect(found.first?.hint?.contains("targets/rto=PT8H") == true)
    #expect(try Self.found("<targets mtpd=\"PT10H\" rto=\"PT10H\"/>") == [])
    #expect(try Self.found("<targets mtpd=\"PT10H\"/>") == [])
  }
}

@Suite("BIA-008")
struct PeriodStretchedTests {
  static func found(_ attributes: String, _ because: String = "") throws -> [String] {
    try impactMessages(
      PeriodStretched(), role + activityText(day + "<targets \(attributes)>\(because)</targets>"))
  }

  @Test("A declared MTPD beyond the one that follows is found, with what it follows from")
  func fires() throws {
    #expect(
      try Self.found("mtpd=\"P2D\"") == [
        "A: 'Triage' declares an MTPD of 2 days, but may be down for 1 day at most, by People"
      ])
    #expect(try Self.found("mtpd=\"P1D\"") == [])
  }

  @Test("Approval, day and reason together clear it, and none of them alone")
  func approved() throws {
    let reason = "<because><p>Neighbours help.</p></because>"
    #expect(try Self.found("mtpd=\"P2D\" \(approval)", reason) == [])
    #expect(try Self.found("mtpd=\"P2D\" \(approval)").count == 1)
    #expect(try Self.found("mtpd=\"P2D\" approvedBy=\"r\"", reason).count == 1)
    #expect(try Self.found("mtpd=\"P2D\"", reason).count == 1)
  }
}

@Suite("BIA-009")
struct MinimumUnstatedTests {
  @Test("A prioritised activity without minimum level is found; a share or a quantity clears it")
  func fires() throws {
    func found(_ attributes: String) throws -> [String] {
      try impactMessages(MinimumUnstated(), activityText("<targets \(attributes)/>"))
    }
    #expect(
      try found("mtpd=\"P1D\"") == [
        "A: nobody has said how much of 'Triage' must be done again when it is back"
      ])
    #expect(try found("mtpd=\"P1D\" mbco=\"0.5\"") == [])
    #expect(try found("mtpd=\"P1D\" mbcoVolume=\"20\"") == [])
    #expect(try found("mtpd=\"P9D\"") == [])
  }
}

@Suite("BIA-010")
struct RecoveryPointUnstatedTests {
  static func found(_ attributes: String, _ parts: String = "") throws -> [String] {
    try impactMessages(
      RecoveryPointUnstated(),
      activityText(parts, attributes: attributes)
        + "<asset id=\"S\" name=\"Records\" kind=\"data\"/><asset id=\"T\" name=\"Pump\"/>")
  }

  @Test("An activity that uses data and has no RPO is found; an RPO, or no data, clears it")
  func fires() throws {
    #expect(
      try Self.found("usesData=\"yes\"")
        == ["A: 'Triage' uses data, and nobody has said how much of it may be lost"])
    #expect(try Self.found("usesData=\"yes\"", "<targets rpo=\"PT1H\"/>") == [])
    #expect(try Self.found("usesData=\"no\"") == [])
  }

  @Test("One that needs data uses data, unless it says otherwise")
  func needs() throws {
    #expect(
      try Self.found("", "<needs><on ref=\"S\"/></needs>") == [
        "A: 'Triage' uses data (S 'Records'), and nobody has said how much of it may be lost"
      ])
    #expect(try Self.found("usesData=\"no\"", "<needs><on ref=\"S\"/></needs>") == [])
    #expect(try Self.found("", "<needs><on ref=\"T\"/></needs>") == [])
  }

  @Test("Of a prioritised activity it must be said whether it does")
  func unknown() throws {
    #expect(
      try Self.found("", "<targets mtpd=\"P1D\"/>")
        == ["A: nobody has said whether 'Triage' uses data that could be lost"])
    #expect(try Self.found("") == [])
  }
}
