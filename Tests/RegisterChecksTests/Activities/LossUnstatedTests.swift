import RegisterChecks
import Testing

@Suite("REC-007")
struct LossUnstatedTests {
  static func found(_ parts: String, zone: String = "", mtpd: String = "P1D") throws -> [String] {
    try impactMessages(
      LossUnstated(),
      """
      <calendar id="C" name="Office" \(zone)><open from="09:00" to="17:00"/></calendar>
      \(activityText("<targets mtpd=\"\(mtpd)\"/>" + parts, attributes: "calendar=\"C\""))
      """)
  }

  @Test("A prioritised activity without costs is found; a term, even of nothing, clears it")
  func fires() throws {
    #expect(try Self.found("") == ["A: nobody has said what it costs while 'Triage' is down"])
    #expect(try Self.found("<loss><fixed amount=\"0\"/></loss>") == [])
    #expect(try Self.found("", mtpd: "P9D") == [])
  }

  @Test("A time zone that nobody knows leaves the costs open")
  func zone() throws {
    #expect(
      try Self.found(
        "<loss><rate amount=\"1\" per=\"PT1H\"/></loss>", zone: "timeZone=\"Europe/Dubln\"") == [
          "A: nobody can say what it costs while 'Triage' is down: when it is at work depends on the time zone "
            + "'Europe/Dubln', which is not known"
        ])
  }
}
