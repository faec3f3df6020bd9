import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("How many people are needed, and how many there are")
struct ResourceDemandTests {
  private func demand(_ text: String, activities: [Int]? = nil) throws -> ResourceDemand {
    ResourceDemand(try Register(text), activities: activities)
  }

  /// "0: 1/2, 4: 3/5": from the hour on, needed of supply, with "?" where there may be more.
  private func text(_ role: ResourceDemand.Role) -> String {
    role.steps.map { step in
      let supply = step.supply == step.supply.rounded() ? "\(Int(step.supply))" : "\(step.supply)"
      return "\(step.from / 3600): \(step.needed)/\(supply)\(step.isSupplyOpen ? "?" : "")"
    }.joined(separator: ", ")
  }

  private static let clerks = """
    <party id="t-clerk" name="Clerks" kind="team"/>
    <asset id="S" name="Clerks" kind="people" owner="t-clerk">
      <supply amount="8" available="0.93"/><supply from="PT4H" amount="26" available="0.85"/>
    </asset>
    """

  @Test("What activities need of a role adds up at each time; so does what there is")
  func steps() throws {
    let demand = try demand(
      Self.clerks + """
        <activity id="A1" name="A1"><staff role="t-clerk" atLeast="6"/>
          <staff role="t-clerk" from="PT4H" atLeast="16"/></activity>
        <activity id="A2" name="A2"><staff role="t-clerk" atLeast="2"/></activity>
        <activity id="A3" name="A3"><staff role="t-clerk" from="PT8H" atLeast="8"/>
          <staff role="t-clerk" from="P1D" atLeast="4"/></activity>
        """)
    let role = try #require(demand.roles.first)
    #expect(text(role) == "0: 8/8, 4: 18/26, 8: 26/26, 24: 22/26")
    #expect(role.shortages.isEmpty)
    #expect(role.peak.from == Int64(8 * 3600))
    #expect(role.activities == [0, 1, 2])
  }

  @Test("Where more are needed than there are is a shortage, from when to when and by how much")
  func shortage() throws {
    let demand = try demand(
      Self.clerks + """
        <activity id="A1" name="A1"><staff role="t-clerk" from="PT1H" atLeast="10"/>
          <staff role="t-clerk" from="PT2H" atLeast="12"/></activity>
        <activity id="A2" name="A2"><staff role="t-clerk" from="P2D" atLeast="17"/></activity>
        """)
    let shortages = try #require(demand.roles.first).shortages
    #expect(shortages.map(\.from) == [3600, 172_800])
    #expect(shortages.map(\.to) == [4 * 3600, TimeBounds.never])
    #expect(shortages.map(\.missing) == [4, 3])
  }

  @Test("Only the activities that run count")
  func some() throws {
    let demand = try demand(
      Self.clerks + """
        <activity id="A1" name="A1"><staff role="t-clerk" atLeast="6"/></activity>
        <activity id="A2" name="A2"><staff role="t-clerk" atLeast="3"/></activity>
        """, activities: [1])
    #expect(text(try #require(demand.roles.first)) == "0: 3/8, 4: 3/26")
  }

  @Test("Before the first entry of a supply nobody knows how many there are, and nobody is missed")
  func openSupply() throws {
    let demand = try demand(
      """
      <party id="r" name="R" kind="role"/><party id="q" name="Q" kind="role"/>
      <asset id="S" name="S" kind="people" owner="r"><supply from="PT4H" amount="1"/></asset>
      <asset id="T" name="T" kind="people" owner="r"><supply amount="1"/></asset>
      <asset id="U" name="U" kind="equipment" owner="q"><supply amount="1"/></asset>
      <activity id="A1" name="A1"><staff role="r" atLeast="3"/><staff role="q" atLeast="1"/></activity>
      """)
    #expect(demand.roles.map(\.role.text) == ["q", "r"])
    #expect(demand.roles.map(text) == ["0: 1/0?", "0: 3/1?, 4: 3/2"])
    #expect(demand.roles.map(\.shortages.count) == [0, 1])
    #expect(demand.roles[1].shortages[0].from == Int64(4 * 3600))
  }

  @Test("Three of five, each with 0.8: 0.94208; it follows the time")
  func certainty() throws {
    let demand = try demand(
      """
      <party id="r" name="R" kind="role"/>
      <asset id="S" name="S" kind="people" owner="r"><supply amount="5" available="0.8"/>
        <supply from="PT1H" amount="2" available="0.5"/><supply from="PT2H" amount="2"/></asset>
      <activity id="A1" name="A1"><staff role="r" atLeast="3"/>
        <staff role="r" from="PT1H" atLeast="1"/></activity>
      """)
    let role = try #require(demand.roles.first)
    let values = role.steps.map { role.certainty(of: $0) }
    #expect(values.count == 3)
    #expect(values[2] == nil)
    #expect(abs(try #require(values[0]) - 0.942_08) < 1e-12)
    #expect(abs(try #require(values[1]) - 0.75) < 1e-12)
  }

  @Test("Several assets of one role come each with their own probability; one without has none")
  func certaintyOfSeveral() throws {
    func role(_ second: String) throws -> Double? {
      let demand = try demand(
        """
        <party id="r" name="R" kind="role"/>
        <asset id="S" name="S" kind="people" owner="r"><supply amount="3" available="0.5"/></asset>
        <asset id="T" name="T" kind="people" owner="r"><supply amount="2.9" \(second)/></asset>
        <activity id="A1" name="A1"><staff role="r" atLeast="3"/></activity>
        """)
      return demand.roles[0].certainty(of: demand.roles[0].steps[0])
    }
    #expect(abs(try #require(try role("available=\"0.9\"")) - 0.8) < 1e-12)
    #expect(try role("") == nil)
  }

  @Test(
    "Without a stated supply the people named are all that is known, each once, whatever names them"
  )
  func named() throws {
    let demand = try demand(
      """
      <party id="o" name="O" kind="organisation"/>
      <party id="p1" name="P1" kind="person"/><party id="p2" name="P2" kind="person"/>
      <party id="p3" name="P3"/>
      <party id="r" name="R" kind="role"><holder ref="p1"/><deputy ref="t"/><deputy ref="p2"/>
        <deputy ref="o"/></party>
      <party id="t" name="T" kind="team"><holder ref="p1"/><holder ref="p3"/><deputy ref="r"/></party>
      <activity id="A1" name="A1"><staff role="r" atLeast="3"/></activity>
      <activity id="A2" name="A2"><staff role="r" from="PT1H" atLeast="1"/></activity>
      """)
    let role = try #require(demand.roles.first)
    #expect(text(role) == "0: 3/3, 1: 4/3")
    #expect(!role.isStated)
    #expect(role.certainty(of: role.steps[0]) == nil)
    #expect(role.shortages.map(\.missing) == [1])
  }

  private static let shared = """
    <party id="p1" name="P1" kind="person"/><party id="p2" name="P2" kind="person"/>
    <party id="p3" name="P3" kind="person"/>
    <party id="r1" name="R1" kind="role"><holder ref="p1"/><deputy ref="p2"/></party>
    <party id="r2" name="R2" kind="role"><holder ref="p2"/><deputy ref="p1"/></party>
    <party id="r3" name="R3" kind="role"><holder ref="p3"/><deputy ref="p1"/></party>
    """

  @Test("A deputy of two roles counts once where both are needed at the same time")
  func sharedPeople() throws {
    let conflict = try demand(
      Self.shared + """
        <activity id="A1" name="A1"><staff role="r1" atLeast="1"/>
          <staff role="r1" from="PT2H" atLeast="2"/></activity>
        <activity id="A2" name="A2"><staff role="r2" atLeast="1"/></activity>
        <activity id="A3" name="A3"><staff role="r3" atLeast="1"/>
          <staff role="r3" from="PT4H" atLeast="0"/></activity>
        """)
    #expect(conflict.shared.map(\.from) == [2 * 3600, 4 * 3600])
    #expect(conflict.shared.map(\.to) == [4 * 3600, TimeBounds.never])
    #expect(conflict.shared[0].roles.map(\.text) == ["r1", "r2"])
    #expect(conflict.shared[0].people.map(\.text) == ["p1", "p2"])
    #expect(conflict.shared[0].needed == 3)
    // Each by itself has enough.
    #expect(conflict.roles.allSatisfy { $0.shortages.isEmpty })
  }

  @Test("Where people can be shared out no conflict is reported, however the first ones are given")
  func noConflict() throws {
    // r1 takes p1 first and must hand p1 on, and p2 too.
    let demand = try demand(
      Self.shared + """
        <party id="r4" name="R4" kind="role"><holder ref="p1"/><deputy ref="p4"/></party>
        <party id="p4" name="P4" kind="person"/>
        <party id="r5" name="R5" kind="role"><holder ref="p4"/></party>
        <activity id="A1" name="A1"><staff role="r4" atLeast="1"/></activity>
        <activity id="A2" name="A2"><staff role="r1" atLeast="1"/></activity>
        <activity id="A3" name="A3"><staff role="r3" atLeast="1"/></activity>
        <activity id="A4" name="A4"><staff role="r5" atLeast="1"/></activity>
        """)
    #expect(demand.shared.isEmpty)
  }

  @Test("A role whose supply is stated doesn't share its people")
  func stated() throws {
    let demand = try demand(
      Self.shared + """
        <asset id="S" name="S" kind="people" owner="r2"><supply amount="5"/></asset>
        <activity id="A1" name="A1"><staff role="r1" atLeast="2"/></activity>
        <activity id="A2" name="A2"><staff role="r2" atLeast="2"/></activity>
        """)
    #expect(demand.shared.isEmpty)
  }

  @Test("Assigned as well as trying all ways to assign, for any small crowd")
  func assignmentLaw() throws {
    var random = SplitMix64(seed: 21)
    for _ in 0..<150 {
      let people = random.within(1...4)
      var text = (0..<people).map { "<party id=\"p\($0)\" name=\"P\" kind=\"person\"/>" }.joined()
      var named: [[Int]] = []
      var needs: [Int] = []
      for role in 0..<random.within(2...4) {
        let who = (0..<people).filter { _ in random.chance(0.6) }
        named.append(who)
        needs.append(random.within(0...2))
        text += "<party id=\"r\(role)\" name=\"R\" kind=\"role\">"
        text += who.map { "<holder ref=\"p\($0)\"/>" }.joined() + "</party>"
        text +=
          "<activity id=\"A\(role)\" name=\"A\"><staff role=\"r\(role)\" atLeast=\"\(needs[role])\"/></activity>"
      }
      let demand = try demand(text)
      // A set of roles needs more than its people if and only if something is reported.
      var isShort = false
      for set in 1..<(1 << named.count) {
        let roles = named.indices.filter { set >> $0 & 1 == 1 && !named[$0].isEmpty }
        let needed = roles.reduce(0) { $0 + needs[$1] }
        if needed > Set(roles.flatMap { named[$0] }).count { isShort = true }
      }
      let isReported =
        !demand.shared.isEmpty || demand.roles.contains { !$0.shortages.isEmpty }
      #expect(isReported == isShort, "\(named) \(needs)")
      for conflict in demand.shared {
        #expect(conflict.needed > Int64(conflict.people.count))
        #expect(conflict.roles.count > 1)
      }
    }
  }
}
