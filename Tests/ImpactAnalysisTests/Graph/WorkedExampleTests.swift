import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("The worked example: W1 of DOMAIN §9.2")
struct WorkedExampleTests {
  let register: Register
  let impact: ImpactGraph
  init() throws { (register, impact) = try WorkedExample.impact() }

  private func node(_ id: String) -> Int {
    register.activities.firstIndex { $0.id.text == id }
      ?? register.activities.count + register.assets.firstIndex { $0.id.text == id }!
  }

  @Test(
    "Requirements flow down",
    arguments: [
      ("R1", 3.75, "A2"), ("R2", 2.75, "R1"), ("R3a", 0.75, "R2"), ("R3b", 0.75, "R2"),
      ("R4", 3.75, "A2"), ("R5", 3.75, "R1"),
    ])
  func requirement(id: String, hours: Double, binding: String) {
    let requirement = impact.requirements.requirements[node(id)]
    #expect(requirement.seconds == Int64(hours * 3600))
    #expect(requirement.binding == node(binding))
    #expect(!requirement.isIncomplete)
  }

  @Test(
    "Capability flows up",
    arguments: [("R2", 3), ("R1", 4), ("A1", 4.5), ("A2", 4.25), ("A3", 9)])
  func ready(id: String, hours: Double) {
    #expect(impact.recovery.ready[node(id)].seconds == Int64(hours * 3600))
  }

  @Test(
    "The gap is their difference",
    arguments: [
      ("A2", 0.25), ("R1", 0.25), ("R2", 0.25), ("A1", -3.5), ("A3", -63), ("R4", -0.75),
    ])
  func gap(id: String, hours: Double) {
    #expect(impact.gap(of: node(id)) == Int64(hours * 3600))
  }

  @Test("A group with a member to spare is judged by the one it needs")
  func groupGap() {
    let group = impact.graph.groups(of: node("R2")).first!
    #expect(impact.gap(ofGroup: group, of: node("R2")) == 900)
  }

  @Test("Without R3a, R3b takes its place")
  func lost() {
    let times = RecoveryTimes(impact.graph, own: impact.own, failed: [node("R3a")])
    #expect(times.ready[node("A1")].seconds == 34_200)
    #expect(times.ready[node("A2")].seconds == 33_300)
    #expect(times.ready[node("A3")].seconds == 50_400)
    #expect(times.ready[node("R3a")].isNever)
  }
}
