import RegisterAnalysis
import RegisterModel
import TestSupport
import Testing

@Suite("Alerts")
struct RegisterAlertsTests {
  private static func compiled(_ text: String, on day: String = "2026-11-24") throws
    -> CompiledRegister
  {
    CompiledRegister(
      try Register(text, attributes: ["owner": "p-1"]), today: CalendarDate(text: day)!)
  }

  private static func moment(_ day: String) -> Moment { Moment(text: "\(day)T12:00:00Z")! }

  /// The alerts as "state record due", in their order.
  private static func alerts(_ text: String, on day: String = "2026-11-24", days: Int = 30) throws
    -> [String]
  {
    try RegisterAlerts(compiled(text, on: day), at: moment(day), days: days).alerts.map {
      "\($0.state) \($0.record)" + ($0.due.map { " \($0.writtenText)" } ?? "")
    }
  }

  /// Something of each kind that has a day, due on 24 November 2026.
  private static let dated: [(kind: Alert.Kind, text: String)] = [
    (.treatment, #"<treatment id="X" name="T" due="2026-11-24"/>"#),
    (.action, #"<action id="X" name="N" due="2026-11-24"/>"#),
    (.exercise, #"<exercise id="X" name="E" planned="2026-11-24"/>"#),
    (
      .contact,
      #"<party id="X" name="P" kind="person"><contact channel="mobile" verified="2026-05-24"/></party>"#
    ),
    (.contact, #"<protocol id="X" name="P" contactsValidUntil="2026-11-24"/>"#),
    (.impactReview, #"<activity id="X" name="A"><assessed on="2025-11-24"/></activity>"#),
    (.criteriaReview, #"<criteria reviewed="2025-11-24"/>"#),
    (.criteriaReview, #"<criteria reviewed="2026-05-24" reviewEvery="P6M"/>"#),
    (.suppression, #"<suppression id="X" rule="RSK-001" until="2026-11-24"/>"#),
    (
      .indicator,
      #"<indicator id="X" name="I" red="9" maximumAge="P1M"><reading at="2026-10-24T00:00:00Z" value="1"/></indicator>"#
    ),
    (
      .riskReview,
      #"<risk id="X" status="open" reviewed="2026-10-24" reviewEvery="P1M"><title>R</title></risk>"#
    ),
    (
      .acceptance,
      #"<party id="p-2" name="P"/><risk id="R-1" status="open"><title>R</title></risk><acceptance id="X" risk="R-1" by="p-2" on="2026-01-01" until="2026-11-24"><justification><p>J</p></justification></acceptance>"#
    ),
  ]

  @Test(
    "On its day a thing is due, the day after overdue, and beyond the days looked ahead nothing")
  func dates() throws {
    for (kind, text) in Self.dated {
      let text = text + #"<party id="p-1" name="Planner"/>"#
      func states(_ day: String, _ days: Int = 30) throws -> [Alert.State] {
        try RegisterAlerts(Self.compiled(text, on: day), at: Self.moment(day), days: days).alerts
          .filter { $0.kind == kind }.map(\.state)
      }
      #expect(try states("2026-11-24", 0) == [.due], "\(kind)")
      #expect(try states("2026-10-25", 30) == [.due], "\(kind)")
      #expect(try states("2026-10-24", 30) == [], "\(kind)")
      // A reading that is too old says nothing; it isn't late, it is missing.
      #expect(
        try states("2026-11-25") == [kind == .indicator ? .stale : .overdue], "\(kind)")
    }
  }

  @Test("What is done, cancelled, closed, held, withdrawn or undated asks for nothing")
  func settled() throws {
    let none = try Self.alerts(
      """
      <party id="p-1" name="Planner"/>
      <treatment id="T-1" name="T" status="done" due="2026-01-01"/>
      <treatment id="T-2" name="T" status="cancelled" due="2026-01-01"/>
      <treatment id="T-3" name="T"/>
      <action id="N-1" name="N" status="done" due="2026-01-01"/>
      <action id="N-2" name="N" status="cancelled" due="2026-01-01"/>
      <exercise id="E-1" name="E" planned="2026-01-01" on="2026-01-02"/>
      <risk id="R-1" status="closed" reviewed="2020-01-01" reviewEvery="P1M"><title>R</title></risk>
      <acceptance id="AC-1" risk="R-1" by="p-1" on="2020-01-01" until="2020-06-01"><justification><p>J</p></justification></acceptance>
      <indicator id="K-1" name="I" red="9"><reading at="2026-10-24T00:00:00Z" value="1"/></indicator>
      <indicator id="K-2" name="I"/>
      """)
    #expect(none == [])
  }

  @Test("An expired acceptance is overdue unless another one covers the risk")
  func lapsed() throws {
    let risk =
      #"<party id="p-1" name="Planner"/><risk id="R-1" status="open"><title>R</title></risk>"#
    func acceptance(_ id: String, _ on: String, _ until: String) -> String {
      #"<acceptance id="\#(id)" risk="R-1" by="p-1" on="\#(on)" until="\#(until)"><justification><p>J</p></justification></acceptance>"#
    }
    let old = acceptance("AC-1", "2025-12-01", "2026-10-31")
    #expect(try Self.alerts(risk + old) == ["overdue AC-1 2026-10-31"])
    #expect(
      try Self.alerts(risk + old + acceptance("AC-2", "2026-10-31", "2027-10-01")) == [])
    // One that holds for more than a year is to be confirmed.
    #expect(
      try Self.alerts(risk + acceptance("AC-2", "2025-11-01", "2027-10-01"))
        == ["overdue AC-2 2026-11-01"])
  }

  @Test("Indicators are red, amber, stale or never read; green ones are silent")
  func indicators() throws {
    func indicator(_ id: String, _ value: Int?) -> String {
      let reading = value.map { #"<reading at="2026-11-20T00:00:00Z" value="\#($0)"/>"# } ?? ""
      return #"<indicator id="\#(id)" name="I" amber="5" red="9">\#(reading)</indicator>"#
    }
    #expect(
      try Self.alerts(
        #"<party id="p-1" name="Planner"/>"# + indicator("K-1", 5) + indicator("K-2", 9)
          + indicator("K-3", nil) + indicator("K-4", 4)) == ["red K-2", "missing K-3", "amber K-1"])
  }

  @Test("Contacts that were never verified are missing, whatever the others say")
  func contacts() throws {
    #expect(
      try Self.alerts(
        #"<party id="p-1" name="Planner"><contact channel="mobile" verified="2026-11-01"/><contact channel="email"/></party>"#
      ) == ["missing p-1"])
  }

  @Test("A supplier doesn't verify its own number: whoever answers for the register does")
  func suppliers() throws {
    let alerts = RegisterAlerts(
      try Self.compiled(
        #"<party id="o-1" name="Supplier" kind="organisation"><contact channel="mobile"/></party><party id="p-1" name="Planner"/>"#
      ), at: Self.moment("2026-11-24")
    ).alerts
    #expect(alerts.map(\.who?.text) == ["p-1"])
  }

  // MARK: Incidents

  private static let clocks = """
    <criteria reviewed="2026-11-01">
      <clock id="k-1" name="Early warning" within="P1D" severityAtLeast="major" recipient="Authority"/>
      <clock id="k-2" name="Final report" withinPeriod="P1M" after="k-1"/>
    </criteria>
    <party id="p-1" name="Planner"/>
    """

  private static func incident(_ attributes: String, _ children: String = "") -> String {
    clocks + #"<incident id="I-1" name="Mail" owner="p-1" \#(attributes)>\#(children)</incident>"#
  }

  @Test(
    "A reporting clock is an alert from the start; what counts from its due time only once that is near"
  )
  func clocks() throws {
    let text = Self.incident(#"severity="major" detected="2026-11-24T06:00:00Z""#)
    #expect(try Self.alerts(text) == ["due I-1 2026-11-25"])
    #expect(try Self.alerts(text, days: 31) == ["due I-1 2026-11-25", "due I-1 2026-12-25"])
    #expect(
      try Self.alerts(text, on: "2026-11-26") == ["overdue I-1 2026-11-25", "due I-1 2026-12-25"])
  }

  @Test("Reported duties are silent; unknown severity says that a duty may apply")
  func doubtful() throws {
    let reported = Self.incident(
      #"severity="major" detected="2026-11-24T06:00:00Z""#,
      #"<notified clock="k-1" at="2026-11-24T08:00:00Z"/>"#)
    #expect(try Self.alerts(reported, days: 10) == ["due I-1 2026-12-24"])
    let alerts = RegisterAlerts(
      try Self.compiled(Self.incident(#"detected="2026-11-24T06:00:00Z""#)),
      at: Self.moment("2026-11-24")
    ).alerts
    #expect(
      alerts.map(\.reason) == [
        "Early warning is due at Wed 2026-11-25 06:00, 18 h from now; it may apply: nobody has said how severe the incident is"
          .replacing("18 h", with: "18\u{A0}h")
      ])
    #expect(
      alerts.map(\.action) == ["Say how severe the incident is, then: report to Authority"])
    let undated = RegisterAlerts(
      try Self.compiled(Self.incident(#"severity="major""#)), at: Self.moment("2026-11-24")
    ).alerts
    #expect(undated.map(\.state) == [.undecided, .undecided])
    #expect(
      undated[0].reason
        == "Early warning is due nobody knows when: the incident doesn't say when it was detected")
  }

  @Test(
    "A major incident that was closed asks for a review; so does one of unknown severity",
    arguments: [
      (#"severity="major" status="closed""#, true), (#"status="closed""#, true),
      (#"severity="moderate" status="closed""#, false),
      (#"severity="major" status="reviewed""#, false),
      (#"severity="major" status="contained""#, false),
    ])
  func reviews(attributes: String, isAsked: Bool) throws {
    let text =
      #"<party id="p-1" name="Planner"/><incident id="I-1" name="Mail" \#(attributes)/>"#
    #expect(try Self.alerts(text) == (isAsked ? ["missing I-1"] : []))
  }

  @Test("Three incidents of one cause within 90 days ask for a problem record, until there is one")
  func causes() throws {
    func incidents(_ problem: String) -> String {
      ["09-20", "10-20", "11-20"].enumerated().map { number, day in
        #"<incident id="I-\#(number)" name="N" severity="minor" rootCause="phishing" occurred="2026-\#(day)T00:00:00Z" \#(problem)/>"#
      }.joined()
    }
    let party = #"<party id="p-1" name="Planner"/>"#
    #expect(try Self.alerts(party + incidents("")) == ["missing I-2"])
    #expect(
      try Self.alerts(
        party + incidents(#"problem="PB-1""#) + #"<problem id="PB-1" name="Phishing"/>"#) == [])
    // Long ago.
    #expect(try Self.alerts(party + incidents(""), on: "2027-11-24") == [])
  }

  // MARK: Activations

  @Test(
    "An activation is open from its declaration until it is reviewed",
    arguments: [
      ("fact", nil), ("declared", "it is active"),
      ("stoodDown", "it was stood down and is not closed"),
      ("closed", "it was closed and nobody has reviewed it"), ("reviewed", nil),
    ])
  func activations(last: String, reason: String?) throws {
    let kinds = ["fact", "declared", "stoodDown", "closed", "reviewed"]
    let events = kinds.prefix(through: kinds.firstIndex(of: last)!).enumerated().map {
      #"<event kind="\#($1)" at="2026-11-24T0\#($0):00:00Z"/>"#
    }.joined()
    let alerts = RegisterAlerts(
      try Self.compiled(
        #"<party id="p-1" name="Planner"/><protocol id="P-1" name="Power" owner="p-1"><level number="1"/></protocol><activation id="AV-1" protocol="P-1">\#(events)</activation>"#
      ), at: Self.moment("2026-11-24")
    ).alerts.filter { $0.kind == .activation }
    #expect(alerts.map(\.reason) == (reason.map { [$0] } ?? []))
    #expect(alerts.allSatisfy { $0.title == "P-1 Power" && $0.who?.text == "p-1" })
  }

  // MARK: Triggers

  private static func triggered(_ records: String) throws -> [String] {
    try RegisterAlerts(
      compiled(
        """
        <party id="p-1" name="Planner"/><party id="r-1" name="Director"/>
        <asset id="S-1" name="Server"/>
        <protocol id="P-1" name="Power" owner="p-1">
          <level number="2"><authority ref="r-1"/></level>
          <trigger level="2" name="It is out"><asset ref="S-1" is="down" for="PT30M"/></trigger>
        </protocol>
        \(records)
        """), at: moment("2026-11-24")
    ).alerts.map { "\($0.kind) \($0.state) \($0.record) \($0.who?.text ?? "") \($0.reason)" }
  }

  private static func activation(_ events: String) -> String {
    #"<activation id="AV-1" protocol="P-1">\#(events)</activation>"#
  }

  @Test(
    "A trigger that holds is for who may declare it, with what makes it hold; silent once it is declared"
  )
  func triggers() throws {
    let down = #"<event kind="fact" at="2026-11-24T08:00:00Z" about="S-1" state="down"/>"#
    #expect(
      try Self.triggered(Self.activation(down)) == [
        "trigger triggered P-1 r-1 its trigger 'It is out' holds: S-1 'Server' is down for 30\u{A0}min"
      ])
    func declared(_ level: Int) -> String {
      down + #"<event kind="declared" at="2026-11-24T09:00:00Z" level="\#(level)"/>"#
    }
    #expect(
      try Self.triggered(Self.activation(declared(2)))
        == ["activation open AV-1 p-1 it is active"])
    #expect(try Self.triggered(Self.activation(declared(1))).count == 2)
    #expect(try Self.triggered("") == [])
  }

  @Test("A trigger of which nobody knows asks to find out, where an open incident concerns it")
  func undecided() throws {
    #expect(
      try Self.triggered(
        #"<incident id="I-1" name="Smoke" severity="minor" occurred="2026-11-24T08:00:00Z"><affected ref="S-1"/></incident>"#
      ).map { $0.prefix { $0 != ":" } } == [
        "trigger undecided P-1 r-1 nobody knows whether its trigger 'It is out' holds"
      ])
  }

  // MARK: Order and people

  @Test(
    "What is overdue comes first, then what holds now, then what is due; by day, then identifier")
  func order() throws {
    #expect(
      try Self.alerts(
        """
        <party id="p-1" name="Planner"/>
        <action id="N-3" name="N" due="2026-11-25"/><action id="N-1" name="N" due="2026-12-01"/>
        <action id="N-2" name="N" due="2026-11-25"/><action id="N-9" name="N" due="2026-11-01"/>
        <action id="N-8" name="N" due="2026-10-01"/>
        <indicator id="K-1" name="I" red="9"/>
        """) == [
          "overdue N-8 2026-10-01", "overdue N-9 2026-11-01", "missing K-1", "due N-2 2026-11-25",
          "due N-3 2026-11-25", "due N-1 2026-12-01",
        ])
  }

  @Test(
    "For a person: its own, those of roles it holds or stands in for, and of what is part of it")
  func people() throws {
    let compiled = try Self.compiled(
      """
      <party id="p-1" name="Ann" kind="person"/><party id="p-2" name="Bob" kind="person"/>
      <party id="r-1" name="Head" kind="role" partOf="t-1"><holder ref="p-1"/><deputy ref="p-2"/></party>
      <party id="t-1" name="Team" kind="team"/>
      <action id="N-1" name="N" owner="p-1" due="2026-11-25"/>
      <action id="N-2" name="N" owner="r-1" due="2026-11-25"/>
      <action id="N-3" name="N" owner="t-1" due="2026-11-25"/>
      <action id="N-4" name="N" due="2026-11-25"/>
      """)
    let alerts = RegisterAlerts(compiled, at: Self.moment("2026-11-24"))
    func records(_ party: String) throws -> [String] {
      alerts.alerts(for: try Identifier(party), in: compiled.register).map(\.record)
    }
    #expect(try records("p-1") == ["N-1", "N-2"])
    #expect(try records("p-2") == ["N-2"])
    #expect(try records("r-1") == ["N-2"])
    #expect(try records("t-1") == ["N-2", "N-3"])
  }

  @Test("An empty register asks for nothing")
  func empty() throws { #expect(try Self.alerts(#"<party id="p-1" name="Planner"/>"#) == []) }
}
