import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis
@testable import ResponsePlanning

@Suite("Reporting duties")
struct ReportingDutyTests {
  /// Central Europe: clocks are set forward on the last Sunday of March, back on that of October.
  static let berlin = TimeZoneRules(
    initial: 3600, changes: [],
    yearly: YearlyZoneRule(text: Array("CET-1CEST,M3.5.0,M10.5.0/3".utf8)[...]))

  /// The duties of the incidents of a register, one text each: "early: due 2026-11-25T09:00:00Z, …".
  private func duties(
    _ clocks: String, _ incidents: String, at now: String, zone: TimeZoneRules? = nil
  ) throws -> [String] {
    let register = try Register(
      """
      <criteria>
        <category id="c-it" name="Technology"/>
        <category id="c-cyber" name="Cyber" parent="c-it"/>
        <category id="c-fire" name="Fire"/>
        \(clocks)
      </criteria>
      \(incidents)
      """)
    let now = Moment(text: now)!
    return ReportingDuties(register, at: now, zone: zone).duties.map { duty in
      let clock = register.criteria!.clocks[duty.clock]
      let doubts = duty.doubts.isEmpty ? "" : " (\(duty.doubts))"
      let due = duty.due.map { " due \($0.writtenText)," } ?? ""
      let obstacle = duty.obstacle.map { " \($0)," } ?? ""
      return "\(clock.id)\(doubts):\(due)\(obstacle) \(duty.state)"
    }
  }

  private static let early = #"<clock id="k" name="Early warning" within="P1D"/>"#

  private func incident(_ attributes: String, _ children: String = "") -> String {
    #"<incident id="I-1" name="Mail is encrypted" \#(attributes)>\#(children)</incident>"#
  }

  // MARK: Time allowed

  @Test(
    "A clock runs from detection; at the very moment it ends, the report is still in time",
    arguments: [
      ("2026-11-24T09:00:00Z", "running(left: 86400)"),
      ("2026-11-25T08:59:59Z", "running(left: 1)"), ("2026-11-25T09:00:00Z", "running(left: 0)"),
      ("2026-11-25T09:00:01Z", "overdue(by: 1)"),
      ("2026-11-26T09:00:00Z", "overdue(by: 86400)"),
    ])
  func runs(now: String, state: String) throws {
    #expect(
      try duties(Self.early, incident(#"detected="2026-11-24T09:00:00Z""#), at: now)
        == ["k: due 2026-11-25T09:00:00Z, \(state)"])
  }

  @Test("Moments are told apart by time, in whatever offset they are stated")
  func offsets() throws {
    #expect(
      try duties(
        Self.early, incident(#"detected="2026-11-24T09:00:00+09:00""#),
        at: "2026-11-24T19:00:00-05:00")
        == ["k: due 2026-11-25T09:00:00+09:00, running(left: 0)"])
  }

  @Test(
    "A report made settles the duty, in time or late",
    arguments: [
      ("2026-11-25T09:00:00Z", "inTime"), ("2026-11-25T09:00:01Z", "late(by: 1)"),
      // Before the start: somebody was told before anybody wrote it down.
      ("2026-11-24T08:00:00Z", "inTime"),
    ])
  func reported(at: String, state: String) throws {
    let incident = incident(
      #"detected="2026-11-24T09:00:00Z""#, #"<notified clock="k" at="\#(at)"/>"#)
    #expect(
      try duties(Self.early, incident, at: "2026-12-24T00:00:00Z")
        == ["k: due 2026-11-25T09:00:00Z, \(state)"])
  }

  @Test("What lies after the moment asked about has not happened yet")
  func future() throws {
    let incident = incident(
      #"occurred="2026-11-24T08:00:00Z" detected="2026-11-24T09:00:00Z""#,
      #"<notified clock="k" at="2026-11-24T12:00:00Z"/>"#)
    #expect(try duties(Self.early, incident, at: "2026-11-24T07:00:00Z") == [])
    #expect(
      try duties(Self.early, incident, at: "2026-11-24T08:30:00Z")
        == ["k: momentUnknown(RegisterModel.ReportingClock.Start.detected), undetermined"])
    #expect(
      try duties(Self.early, incident, at: "2026-11-24T11:00:00Z")
        == ["k: due 2026-11-25T09:00:00Z, running(left: 79200)"])
  }

  @Test("Without the moment it runs from, or a time, nobody can say when it is due")
  func unknown() throws {
    #expect(
      try duties(Self.early, incident(""), at: "2026-11-24T07:00:00Z")
        == ["k: momentUnknown(RegisterModel.ReportingClock.Start.detected), undetermined"])
    #expect(
      try duties(
        #"<clock id="k" name="Report"/>"#, incident(#"detected="2026-11-24T09:00:00Z""#),
        at: "2026-11-24T12:00:00Z") == ["k: noTime, undetermined"])
    #expect(
      try duties(
        #"<clock id="k" name="Report"/>"#,
        incident("", #"<notified clock="k" at="2026-11-24T10:00:00Z"/>"#),
        at: "2026-11-24T12:00:00Z")
        == ["k: momentUnknown(RegisterModel.ReportingClock.Start.detected), reported"])
  }

  @Test("A closed or reviewed incident keeps its duties")
  func closed() throws {
    for status in ["closed", "reviewed"] {
      #expect(
        try duties(
          Self.early, incident(#"status="\#(status)" detected="2026-11-01T09:00:00Z""#),
          at: "2026-11-02T10:00:00Z") == ["k: due 2026-11-02T09:00:00Z, overdue(by: 3600)"])
    }
  }

  // MARK: Calendar periods

  @Test(
    "A calendar period ends at the same time of day; a day its month lacks is the month's last",
    arguments: [
      ("P1M", "2026-01-31T10:00:30+01:00", "2026-02-28T10:00:30+01:00"),
      ("P1M", "2028-01-31T10:00:00+01:00", "2028-02-29T10:00:00+01:00"),
      ("P1M", "2026-02-28T10:00:00+01:00", "2026-03-28T10:00:00+01:00"),
      ("P1Y", "2028-02-29T10:00:00+01:00", "2029-02-28T10:00:00+01:00"),
      // Clocks change meanwhile: the same time of day is an hour more, or less, of elapsed time.
      ("P1M", "2026-10-01T10:00:00+02:00", "2026-11-01T10:00:00+01:00"),
      ("P1M", "2026-03-15T10:00:00+01:00", "2026-04-15T10:00:00+02:00"),
      // A time that clocks skip moves on; one that comes twice is the first.
      ("P1M", "2026-02-28T02:30:00+01:00", "2026-03-28T02:30:00+01:00"),
      ("P29D", "2026-02-28T02:30:00+01:00", "2026-03-29T03:30:00+02:00"),
      ("P1M", "2026-09-25T02:30:00+02:00", "2026-10-25T02:30:00+02:00"),
      // Stated far away, counted at home, where it was the next day.
      ("P1M", "2026-01-30T20:00:00-08:00", "2026-02-28T05:00:00+01:00"),
    ])
  func calendar(period: String, start: String, due: String) throws {
    let text = try duties(
      #"<clock id="k" name="Final report" withinPeriod="\#(period)"/>"#,
      incident(#"detected="\#(start)""#), at: start, zone: Self.berlin)
    #expect(text[0].hasPrefix("k: due \(due), running"), "\(text)")
  }

  @Test("Without a time zone a calendar period counts in the offset of its start")
  func noZone() throws {
    #expect(
      try duties(
        #"<clock id="k" name="Final report" withinPeriod="P1M"/>"#,
        incident(#"detected="2026-10-01T10:00:00+02:00""#), at: "2026-11-01T08:00:00Z")
        == ["k: due 2026-11-01T10:00:00+02:00, running(left: 0)"])
  }

  @Test("Elapsed time doesn't follow the clocks; of two times the earlier counts")
  func elapsed() throws {
    let night = incident(#"detected="2026-10-24T12:00:00+02:00""#)
    #expect(
      try duties(Self.early, night, at: "2026-10-25T11:00:00Z", zone: Self.berlin)
        == ["k: due 2026-10-25T11:00:00+01:00, overdue(by: 3600)"])
    #expect(
      try duties(
        #"<clock id="k" name="Both" within="P1D" withinPeriod="P1D"/>"#, night,
        at: "2026-10-25T11:00:00Z", zone: Self.berlin)
        == ["k: due 2026-10-25T11:00:00+01:00, overdue(by: 3600)"])
  }

  @Test("A period past the year 9999 has no end")
  func tooFar() throws {
    #expect(
      try duties(
        #"<clock id="k" name="Never" withinPeriod="P999Y"/>"#,
        incident(#"detected="9500-01-01T00:00:00Z""#), at: "9500-01-01T00:00:00Z")
        == ["k: tooFar, undetermined"])
  }

  // MARK: DORA: four hours after classification, at the latest a day after detection

  private static let major =
    #"<clock id="k" name="Initial" starts="categorised" within="PT4H" atLatest="P1D"/>"#

  @Test("The time after detection binds where it is the earlier, and before the start is known")
  func atLatest() throws {
    let now = "2026-11-24T23:00:00Z"
    func detected(_ rest: String) -> String {
      incident(#"detected="2026-11-24T00:00:00Z" \#(rest)"#)
    }
    #expect(
      try duties(Self.major, detected(#"categorised="2026-11-24T10:00:00Z""#), at: now)
        == ["k: due 2026-11-24T14:00:00Z, overdue(by: 32400)"])
    #expect(
      try duties(Self.major, detected(#"categorised="2026-11-24T22:00:00Z""#), at: now)
        == ["k: due 2026-11-25T00:00:00Z, running(left: 3600)"])
    #expect(
      try duties(Self.major, detected(""), at: now) == [
        "k: due 2026-11-25T00:00:00Z, momentUnknown(RegisterModel.ReportingClock.Start.categorised), running(left: 3600)"
      ])
    #expect(
      try duties(
        Self.major,
        incident(#"categorised="2026-11-24T22:00:00Z""#), at: now)
        == ["k: due 2026-11-25T02:00:00Z, running(left: 10800)"])
  }

  // MARK: One after the other

  private static let chain = """
    <clock id="k3" name="Final" withinPeriod="P1M" after="k2"/>
    <clock id="k1" name="Early warning" within="P1D" severityAtLeast="major"/>
    <clock id="k2" name="Notification" within="P3D" after="k1"/>
    """

  @Test("A clock runs from the report before it; from its due time while it isn't made")
  func chained() throws {
    let major = #"severity="major" detected="2026-11-01T00:00:00Z""#
    #expect(
      try duties(Self.chain, incident(major), at: "2026-11-01T00:00:00Z") == [
        "k3: due 2026-12-05T00:00:00Z, running(left: 2937600)",
        "k1: due 2026-11-02T00:00:00Z, running(left: 86400)",
        "k2: due 2026-11-05T00:00:00Z, running(left: 345600)",
      ])
    // Earlier, or late: what follows moves with it.
    for (report, state, due) in [
      ("2026-11-01T06:00:00Z", "inTime", "2026-11-04T06:00:00Z"),
      ("2026-11-03T00:00:00Z", "late(by: 86400)", "2026-11-06T00:00:00Z"),
    ] {
      let text = try duties(
        Self.chain, incident(major, #"<notified clock="k1" at="\#(report)"/>"#), at: due)
      #expect(text[1] == "k1: due 2026-11-02T00:00:00Z, \(state)")
      #expect(text[2] == "k2: due \(due), running(left: 0)")
    }
  }

  @Test("A start says what it rests on")
  func basis() throws {
    let register = try Register(
      "<criteria>\(Self.chain)</criteria>"
        + incident(
          #"severity="critical" detected="2026-11-01T00:00:00Z""#,
          #"<notified clock="k1" at="2026-11-01T06:00:00Z" />"#))
    let duties = ReportingDuties(register, at: Moment(text: "2026-11-02T00:00:00Z")!, zone: nil)
    #expect(
      duties.duties(ofIncident: 0).map(\.start?.basis) == [
        .dueTime(of: try Identifier("k2")), .moment(.detected),
        .fulfilment(of: try Identifier("k1")),
      ])
    #expect(duties.duties(ofIncident: 1) == [])
  }

  @Test(
    "What follows a duty that doesn't apply doesn't apply; what follows a doubtful one is doubtful")
  func inherited() throws {
    let moment = #"detected="2026-11-01T00:00:00Z""#
    let now = "2026-11-01T00:00:00Z"
    #expect(try duties(Self.chain, incident(#"severity="moderate" \#(moment)"#), at: now) == [])
    #expect(
      try duties(Self.chain, incident(moment), at: now).map { $0.prefix { $0 != ":" } } == [
        "k3 ([ResponsePlanning.ReportingDuty.Doubt.severity])",
        "k1 ([ResponsePlanning.ReportingDuty.Doubt.severity])",
        "k2 ([ResponsePlanning.ReportingDuty.Doubt.severity])",
      ])
  }

  @Test("Where the one before has no due time, what follows has none")
  func blocked() throws {
    #expect(
      try duties(Self.chain, incident(#"severity="major""#), at: "2026-11-01T00:00:00Z") == [
        #"k3: dependsOn(k2), undetermined"#,
        "k1: momentUnknown(RegisterModel.ReportingClock.Start.detected), undetermined",
        #"k2: dependsOn(k1), undetermined"#,
      ])
  }

  @Test("Clocks that run from each other have no start, and none is lost")
  func circle() throws {
    let clocks = """
      <clock id="a" name="A" within="P1D" after="b"/>
      <clock id="b" name="B" within="P1D" after="a"/>
      <clock id="c" name="C" within="P1D" after="b"/>
      <clock id="d" name="D" within="P1D" after="d" atLatest="P2D"/>
      """
    #expect(
      try duties(
        clocks, incident(#"detected="2026-11-01T00:00:00Z""#), at: "2026-11-01T00:00:00Z") == [
          "a: circle, undetermined", "b: circle, undetermined", "c: dependsOn(b), undetermined",
          "d: due 2026-11-03T00:00:00Z, circle, running(left: 172800)",
        ])
  }

  // MARK: Whom it concerns

  @Test(
    "A clock is for its category and what is part of it; an unknown one leaves a doubt",
    arguments: [
      ("c-it", true, false), ("c-cyber", true, false), ("c-fire", false, false), (nil, true, true),
    ])
  func category(category: String?, applies: Bool, isDoubtful: Bool) throws {
    let text = try duties(
      #"<clock id="k" name="K" within="P1D" category="c-it"/>"#,
      incident(
        (category.map { #"category="\#($0)" "# } ?? "") + #"detected="2026-11-01T00:00:00Z""#),
      at: "2026-11-01T00:00:00Z")
    #expect(text.count == (applies ? 1 : 0))
    #expect(text.contains { $0.contains("category") } == isDoubtful)
  }

  @Test(
    "A clock is for incidents that are at least so severe; an unknown severity leaves a doubt",
    arguments: [
      ("minor", 0), ("moderate", 0), ("major", 1), ("critical", 1), (nil, 1),
    ])
  func severity(severity: String?, count: Int) throws {
    let text = try duties(
      #"<clock id="k" name="K" within="P1D" severityAtLeast="major"/>"#,
      incident(
        (severity.map { #"severity="\#($0)" "# } ?? "") + #"detected="2026-11-01T00:00:00Z""#),
      at: "2026-11-01T00:00:00Z")
    #expect(text.count == count)
    #expect(text.contains { $0.contains("severity") } == (severity == nil))
  }

  @Test("What is known rules a duty out whatever else is unknown")
  func ruledOut() throws {
    let clock =
      #"<clock id="k" name="K" within="P1D" category="c-it" severityAtLeast="major"/>"#
    let now = "2026-11-01T00:00:00Z"
    #expect(try duties(clock, incident(#"category="c-fire""#), at: now) == [])
    #expect(try duties(clock, incident(#"severity="minor""#), at: now) == [])
    #expect(
      try duties(clock, incident(""), at: now)[0].contains("Doubt.category, ResponsePlanning"))
  }

  @Test("A report that was made settles the doubt, and stays even where the clock wouldn't apply")
  func voluntary() throws {
    let clock = #"<clock id="k" name="K" within="P1D" severityAtLeast="major"/>"#
    for severity in ["", #"severity="minor" "#] {
      #expect(
        try duties(
          clock,
          incident(
            severity + #"detected="2026-11-01T00:00:00Z""#,
            #"<notified clock="k" at="2026-11-01T01:00:00Z"/>"#), at: "2026-11-03T00:00:00Z")
          == ["k: due 2026-11-02T00:00:00Z, inTime"])
    }
    // The one before it doesn't apply, so nobody can say when this one would have been due.
    #expect(
      try duties(
        Self.chain,
        incident(
          #"severity="minor" detected="2026-11-01T00:00:00Z""#,
          #"<notified clock="k2" at="2026-11-01T01:00:00Z"/>"#), at: "2026-11-01T01:00:00Z") == [
          "k3: due 2026-12-01T01:00:00Z, running(left: 2592000)", "k2: dependsOn(k1), reported",
        ])
  }

  // MARK: Many

  @Test(
    "Duties come by incident, then in the order of the criteria; none without clocks or criteria")
  func order() throws {
    let clocks = #"<clock id="z" name="Z" within="P1D"/><clock id="a" name="A" within="PT1H"/>"#
    let incidents = ["I-1", "I-2"].map {
      #"<incident id="\#($0)" name="N" detected="2026-11-01T00:00:00Z"/>"#
    }.joined()
    #expect(
      try duties(clocks, incidents, at: "2026-11-01T00:00:00Z").map { $0.prefix(1) }
        == ["z", "a", "z", "a"])
    let none = try Register(incidents)
    #expect(
      ReportingDuties(none, at: Moment(text: "2026-11-01T00:00:00Z")!, zone: nil).duties.isEmpty)
  }
}
