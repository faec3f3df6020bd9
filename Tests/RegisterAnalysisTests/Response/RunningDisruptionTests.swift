import RegisterModel
import TestSupport
import Testing

@testable import RegisterAnalysis

@Suite("Disruptions that go on")
struct RunningDisruptionTests {
  static let clinic = """
    <criteria><impact category="money" unit="EUR" intolerable="2">
      <level name="Small" from="0" to="4000"/><level name="Large" from="4000" to="100000"/></impact>
      <bands>PT4H P1D</bands></criteria>
    <activity id="A-1" name="Triage"><targets rto="PT2H" mtpd="PT8H"/>
      <needs><on ref="S-1"/></needs></activity>
    <activity id="A-2" name="Wards"><targets rto="PT1H" mtpd="PT8H"/>
      <needs><on ref="S-1"/><workaround act="PT0S" lasts="PT6H"/></needs></activity>
    <asset id="S-1" name="Record"/>
    <protocol id="P-1" name="Downtime"/>
    """

  private func running(_ events: String, at time: String) throws -> RunningDisruption {
    let register = try Register(
      Self.clinic + "<activation id=\"AV-1\" protocol=\"P-1\">\(events)</activation>")
    let compiled = CompiledRegister(register, today: CalendarDate(text: "2026-12-04")!)
    return RunningDisruption(
      compiled, events: register.activations[0].events,
      at: Moment(text: "2026-12-04T\(time):00Z")!)
  }

  private func at(_ time: String) -> Int64 {
    Moment(text: "2026-12-04T\(time):00Z")!.secondsSince1970
  }

  private let down =
    "<event kind=\"fact\" at=\"2026-12-04T10:00:00Z\" about=\"S-1\" state=\"down\"/>"

  @Test("What needs a thing that is down stops with it, or once its workaround has run out")
  func follows() throws {
    let running = try running(down, at: "11:00")
    #expect(running.activities.map(\.from) == [at("10:00"), at("16:00")])
    #expect(running.activities.map(\.isReported) == [false, false])
    #expect(running.activities.map(\.objective) == [at("12:00"), at("17:00")])
    #expect(running.activities.map(\.workaroundEnds) == [nil, at("16:00")])
  }

  @Test("What was reported of an activity counts, and back is back")
  func reported() throws {
    let events =
      down + "<event kind=\"fact\" at=\"2026-12-04T10:30:00Z\" about=\"A-1\" state=\"down\"/>"
      + "<event kind=\"fact\" at=\"2026-12-04T12:45:00Z\" about=\"A-1\" state=\"up\"/>"
    let early = try running(events, at: "11:00").activities
    #expect(early[0].from == at("10:30"))
    #expect(early[0].isReported)
    #expect(early[0].back == nil)
    let late = try running(events, at: "13:00").activities
    #expect(late[0].back == at("12:45"))
  }

  @Test("Once the thing is up again nothing follows from it")
  func over() throws {
    let events =
      down + "<event kind=\"fact\" at=\"2026-12-04T11:00:00Z\" about=\"S-1\" state=\"up\"/>"
    #expect(try running(events, at: "12:00").activities.isEmpty)
    #expect(try running(events, at: "09:00").activities.isEmpty)
  }

  @Test("What is degraded after it was down is not back: its clocks run on")
  func degraded() throws {
    let events =
      "<event kind=\"fact\" at=\"2026-12-04T10:00:00Z\" about=\"A-1\" state=\"down\"/>"
      + "<event kind=\"fact\" at=\"2026-12-04T10:30:00Z\" about=\"A-1\" state=\"degraded\"/>"
      + "<event kind=\"fact\" at=\"2026-12-04T10:40:00Z\" about=\"A-1\" state=\"down\"/>"
    let running = try running(events, at: "11:00").activities
    #expect(running.map(\.from) == [at("10:00")])
    #expect(running.map(\.objective) == [at("12:00")])
    #expect(running.map(\.back) == [nil])
  }
}
