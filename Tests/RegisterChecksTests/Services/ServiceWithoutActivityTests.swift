import RegisterChecks
import Testing

@Suite("BIA-001")
struct ServiceWithoutActivityTests {
  static let service = "<service id=\"V\" name=\"Emergency care\"/>"
  static let process = "<process id=\"P\" name=\"Access\"><supports ref=\"V\"/></process>"

  @Test("A service that no activity supports is found; one that supports it clears it")
  func fires() throws {
    #expect(
      try impactMessages(ServiceWithoutActivity(), Self.service)
        == ["V: no activity delivers 'Emergency care'"])
    #expect(
      try impactMessages(
        ServiceWithoutActivity(), Self.service + activityText("<supports ref=\"V\"/>")) == [])
  }

  @Test("A process counts where an activity supports it, and is named where none does")
  func process() throws {
    #expect(
      try impactMessages(ServiceWithoutActivity(), Self.service + Self.process) == [
        "V: no activity delivers 'Emergency care': it rests on the process P 'Access', which no activity supports"
      ])
    #expect(
      try impactMessages(
        ServiceWithoutActivity(),
        Self.service + Self.process + activityText("<supports ref=\"P\"/>"))
        == [])
  }

  @Test("A part of a register is not asked")
  func subset() throws {
    #expect(
      try places(ServiceWithoutActivity(), in: Self.service, attributes: ["scope": "subset"]) == [])
  }
}
