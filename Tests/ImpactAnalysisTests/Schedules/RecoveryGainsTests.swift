import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("What would help most")
struct RecoveryGainsTests {
  private func gains(_ text: String) throws -> [String] {
    let planned = try RecoveryScheduleTests.Planned(text)
    return RecoveryGains(planned.schedule).gains.map { gain in
      let change =
        switch gain.change {
        case .oneMore(let place): "one more \(planned.register.resources[place].id.text)"
        case .shorter(let node): "\(planned.names[node]) shorter"
        }
      let revived = gain.revived.map { ", \(planned.names[$0]) comes back" }.joined()
      let activities = gain.activities.map { ", \(planned.names[$0.node]) \($0.seconds / 60)" }
      return "\(change): \(gain.seconds / 60)\(revived)\(activities.joined())"
    }
  }

  @Test("An hour of the chain to the latest activity helps, one more administrator only the other")
  func chain() throws {
    #expect(
      try gains(RecoveryScheduleTests.oneAdministrator) == [
        "S-db shorter: 60, A-lab 60, A-pay 60", "S-app shorter: 60, A-lab 60",
        "S-dir shorter: 40, A-lab 40, A-pay 40", "one more C-dba: 0, A-pay 160",
        "S-pay shorter: 0, A-pay 60", "A-pay shorter: 0, A-pay 60",
      ])
  }

  @Test("One more of a crew that is the bottleneck helps more than any hour")
  func crew() throws {
    let asset = { (id: String) in
      "<asset id=\"\(id)\" name=\"\(id)\"><restore duration=\"PT2H\"><occupies ref=\"C\"/></restore></asset>"
    }
    #expect(
      try gains(
        """
        <recoveryResource id="C" name="Crew" capacity="1"/>
        <activity id="A" name="A"><targets rto="PT1H" own="PT0S"/>
          <needs mode="start"><on ref="X"/><on ref="Y"/></needs>
        </activity>
        \(asset("X"))\(asset("Y"))
        """) == [
          "one more C: 120, A 120", "X shorter: 60, A 60", "Y shorter: 60, A 60",
        ])
  }

  @Test("What lets an activity come back at all comes first")
  func revived() throws {
    #expect(
      try gains(
        """
        <recoveryResource id="C" name="Crew" capacity="0"/>
        <activity id="A" name="A"><targets rto="PT1H" own="PT0S"/><needs mode="start"><on ref="X"/></needs></activity>
        <activity id="B" name="B"><targets rto="PT1H" own="PT2H"/></activity>
        <asset id="X" name="X"><restore duration="PT2H"><occupies ref="C"/></restore></asset>
        """) == ["one more C: 0, A comes back", "B shorter: 60, B 60"])
  }

  @Test("Only so much is tried as the limit says")
  func limit() throws {
    let planned = try RecoveryScheduleTests.Planned(RecoveryScheduleTests.oneAdministrator)
    let gains = RecoveryGains(planned.schedule, limit: 2)
    #expect(gains.isCutShort && gains.gains.count <= 2)
    #expect(gains.gains.allSatisfy { $0.isProven })
    let nothing = try RecoveryScheduleTests.Planned("")
    #expect(RecoveryGains(nothing.schedule).gains.isEmpty)
  }
}
