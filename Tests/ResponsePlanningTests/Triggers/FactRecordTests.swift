import RegisterModel
import ResponsePlanning
import TestSupport
import Testing

@Suite("What is known of the present")
struct FactRecordTests {
  private let noon = Moment(text: "2026-12-04T12:00:00Z")!

  private func register(_ more: String) throws -> Register {
    try Register(
      """
      <asset id="S-1" name="Record"/><party id="r-1" name="Duty engineer"/>
      <exercise id="E-1" name="Drill" kind="functional"/>
      <protocol id="P-1" name="Downtime"><level number="1"/>
        <trigger level="1"><any><asset ref="S-1" is="down"/>
          <manual role="r-1" question="Is it bad?"/></any></trigger></protocol>
      \(more)
      """)
  }

  private func value(_ register: Register, for activation: Activation? = nil) -> Truth {
    let context = TriggerContext(
      register, facts: FactRecord(of: register, at: noon, for: activation), at: noon, limits: [:],
      latestDeclare: [nil])
    return context.triggers()[0].value(at: noon)
  }

  private let down =
    "<event kind=\"fact\" at=\"2026-12-04T10:00:00Z\" about=\"S-1\" state=\"down\"/>"

  @Test("What an exercise reports is no fact outside it, and what is real is none inside it")
  func exercises() throws {
    let drill = try register(
      "<activation id=\"AV-1\" protocol=\"P-1\" exercise=\"E-1\">\(down)</activation>")
    #expect(value(drill) == .unknown)
    #expect(value(drill, for: drill.activations[0]) == .yes)
    let both = try register(
      "<activation id=\"AV-1\" protocol=\"P-1\">\(down)</activation><activation id=\"AV-2\" protocol=\"P-1\" exercise=\"E-1\"/>"
    )
    #expect(value(both) == .yes)
    #expect(value(both, for: both.activations[1]) == .unknown)
  }

  @Test("What a closed activation said is over: its answers and states count no more")
  func closed() throws {
    let events =
      down
      + "<event kind=\"fact\" at=\"2026-12-04T10:05:00Z\" role=\"r-1\" question=\"Is it bad?\" answer=\"yes\"/>"
    let open = try register("<activation id=\"AV-1\" protocol=\"P-1\">\(events)</activation>")
    #expect(value(open) == .yes)
    let closed = try register(
      "<activation id=\"AV-1\" protocol=\"P-1\">\(events)<event kind=\"closed\" at=\"2026-12-04T11:00:00Z\"/></activation>"
    )
    #expect(value(closed) == .unknown)
    // For itself it still says what it said.
    #expect(value(closed, for: closed.activations[0]) == .yes)
  }

  @Test("Without an activation the most severe open incident is the one at hand")
  func severity() throws {
    let register = try Register(
      """
      <protocol id="P-1" name="Downtime"><level number="1"/>
        <trigger level="1"><severity atLeast="major"/></trigger></protocol>
      <incident id="I-1" name="a" severity="critical" occurred="2026-12-04T09:00:00Z" status="closed"/>
      <incident id="I-2" name="b" severity="minor" occurred="2026-12-04T10:00:00Z"/>
      """)
    #expect(value(register) == .no)
    let worse = try Register(
      """
      <protocol id="P-1" name="Downtime"><level number="1"/>
        <trigger level="1"><severity atLeast="major"/></trigger></protocol>
      <incident id="I-2" name="b" severity="major" occurred="2026-12-04T10:00:00Z"/>
      """)
    #expect(value(worse) == .yes)
  }
}
