import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("How much work may be lost, and is lost at worst")
struct DataLossTests {
  private func loss(_ text: String) throws -> (Register, DependencyGraph, DataLoss) {
    let register = try Register(text)
    let graph = DependencyGraph(register)
    return (register, graph, DataLoss(register, graph))
  }

  /// "PT1H by A2", with "?" where it may have to be less; "-" where nobody asks.
  private func text(_ id: String, _ parts: (Register, DependencyGraph, DataLoss)) -> String {
    let (register, _, loss) = parts
    let names = register.activities.map(\.id.text) + register.assets.map(\.id.text)
    let requirement = loss.requirements[names.firstIndex(of: id)!]
    let open = requirement.isIncomplete ? "?" : ""
    guard requirement.isAsked else { return "-" + open }
    let binding = requirement.binding.map { " by \(names[$0])" } ?? ""
    return ElapsedTime(seconds: requirement.seconds)!.writtenText + binding + open
  }

  private static let chain = """
    <activity id="A1" name="A1"><targets rpo="PT4H"/><needs><on ref="S1"/></needs></activity>
    <activity id="A2" name="A2"><targets rpo="PT1H"/><needs><on ref="S2"/></needs></activity>
    <asset id="S1" name="S1" kind="ict"><needs><on ref="S2"/></needs></asset>
    <asset id="S2" name="S2" kind="ict"><needs><on ref="D"/></needs></asset>
    <asset id="D" name="D" kind="data"/>
    """

  @Test("The least of all who use it, directly or through what they need; who binds is kept")
  func flow() throws {
    let parts = try loss(Self.chain)
    #expect(text("S1", parts) == "PT4H by A1")
    #expect(text("S2", parts) == "PT1H by A2")
    #expect(text("D", parts) == "PT1H by A2")
    #expect(text("A1", parts) == "PT4H")
  }

  @Test("An asset that declares an objective asks for it too, of itself and of what it needs")
  func declaredByAsset() throws {
    let parts = try loss(
      Self.chain.replacing(
        "kind=\"ict\"><needs><on ref=\"D\"",
        with: "kind=\"ict\"><targets rpo=\"PT15M\"/><needs><on ref=\"D\""))
    #expect(text("S2", parts) == "PT15M")
    #expect(text("D", parts) == "PT15M by S2")
  }

  @Test("Nobody asks where nobody uses data; who has not said may ask for less")
  func unknown() throws {
    let parts = try loss(
      """
      <activity id="A1" name="A1" usesData="no"><needs><on ref="S1"/></needs></activity>
      <activity id="A2" name="A2" usesData="yes"><needs><on ref="S2"/></needs></activity>
      <activity id="A3" name="A3"><needs><on ref="S3"/></needs></activity>
      <activity id="A4" name="A4"><targets rpo="PT0S"/><needs><on ref="S3"/></needs></activity>
      <asset id="S1" name="S1"/><asset id="S2" name="S2"/><asset id="S3" name="S3"/>
      <asset id="S4" name="S4"/>
      """)
    #expect(["S1", "S2", "S3", "S4"].map { text($0, parts) } == ["-", "-?", "PT0S by A4?", "-"])
  }

  @Test("In a circle the least holds for all, wherever it comes in")
  func cycle() throws {
    let parts = try loss(
      """
      <activity id="A1" name="A1"><targets rpo="PT4H"/><needs><on ref="S1"/></needs></activity>
      <activity id="A2" name="A2"><targets rpo="PT1H"/><needs><on ref="S3"/></needs></activity>
      <asset id="S1" name="S1"><needs><on ref="S2"/></needs></asset>
      <asset id="S2" name="S2"><needs><on ref="S3"/></needs></asset>
      <asset id="S3" name="S3"><needs><on ref="S1"/><on ref="D"/></needs></asset>
      <asset id="D" name="D"/>
      """)
    #expect(
      ["S1", "S2", "S3", "D"].map { text($0, parts) } == [
        "PT1H by A2", "PT1H by A2", "PT1H by A2", "PT1H by A2",
      ])
  }

  private func point(_ text: String, kind: String = "data") throws -> RecoveryPoint? {
    let (_, graph, loss) = try loss("<asset id=\"D\" name=\"D\" kind=\"\(kind)\">\(text)</asset>")
    return loss.achieved[graph.activityCount]
  }

  @Test("At worst: the time from one copy to the next, and until it is safe")
  func worst() throws {
    #expect(try point("<backup every=\"PT1H\" ship=\"PT20M\"/>")?.time == TimeBounds(4800))
    let several = try #require(
      try point("<backup every=\"P1D\" ship=\"PT5H\"/><backup every=\"PT10M\" ship=\"PT2M\"/>"))
    #expect(several.time == TimeBounds(720))
    #expect(several.basis == .backup(1))
  }

  @Test("How long a copy takes to be safe is not known: at least the time between copies is lost")
  func openShip() throws {
    let open = try #require(try point("<backup every=\"PT1H\"/>"))
    #expect(open.time == TimeBounds(lower: 3600, upper: TimeBounds.never))
    let both = try #require(
      try point("<backup every=\"PT1H\"/><backup every=\"PT2H\" ship=\"PT0S\"/>"))
    #expect(both.time == TimeBounds(lower: 3600, upper: 7200))
    #expect(both.basis == .backup(1))
  }

  @Test(
    "Evidence counts where it is worse than the copies promise, or all there is; the newest of the best"
  )
  func evidence() throws {
    let worse = try #require(
      try point(
        "<capability rpa=\"PT2H\" evidence=\"test\" on=\"2026-03-11\"/><backup every=\"PT1H\" ship=\"PT20M\"/>"
      ))
    #expect(worse.time == TimeBounds(7200))
    #expect(worse.basis == .evidence(.test))
    let better = try #require(
      try point(
        "<capability rpa=\"PT5M\" evidence=\"test\" on=\"2026-03-11\"/><backup every=\"PT1H\" ship=\"PT20M\"/>"
      ))
    #expect(better.time == TimeBounds(4800))
    #expect(better.basis == .backup(0))
    let newest = try #require(
      try point(
        """
        <capability rpa="PT1M" evidence="estimate" on="2026-10-11"/>
        <capability rpa="PT2H" evidence="test" on="2025-03-11"/>
        <capability rpa="PT3H" evidence="test" on="2026-03-11"/><capability rpa="PT9H" evidence="test"/>
        """))
    #expect(newest.time == TimeBounds(3 * 3600))
  }

  @Test("Data of which nobody said anything may be lost without end; what holds none loses none")
  func nothingSaid() throws {
    #expect(try point("")?.time == .unknown)
    #expect(try point("", kind: "equipment") == nil)
    #expect(try point("<targets rpo=\"PT1H\"/>", kind: "ict")?.time == .unknown)
    #expect(try point("<capability rta=\"PT1H\" evidence=\"test\"/>", kind: "ict") == nil)
  }

  @Test("The gap between what is lost and what may be")
  func gap() throws {
    let (_, graph, loss) = try loss(
      Self.chain.replacing(
        "kind=\"data\"/>", with: "kind=\"data\"><backup every=\"PT1H\" ship=\"PT20M\"/></asset>")
          + """
          <asset id="E" name="E" kind="data"><targets rpo="PT30M"/><backup every="PT1H"/></asset>
          <asset id="F" name="F" kind="data"><targets rpo="PT2H"/><backup every="PT1H"/></asset>
          <asset id="G" name="G" kind="data"><backup every="PT1H" ship="PT0S"/></asset>
          """)
    let first = graph.activityCount
    #expect(loss.gap(of: first) == 1200)
    #expect(loss.isTooMuch(at: first))
    // Not known how much, but more than may be; not known whether; nothing asked.
    #expect(loss.gap(of: first + 1) == nil)
    #expect(loss.isTooMuch(at: first + 1))
    #expect(!loss.isTooMuch(at: first + 2))
    #expect(loss.gap(of: first + 3) == nil)
    #expect(!loss.isTooMuch(at: first + 3))
  }

  @Test("Three thousand assets in a row pass it on to the last")
  func long() throws {
    var text =
      "<activity id=\"A\" name=\"A\"><targets rpo=\"PT1H\"/><needs><on ref=\"S1\"/></needs></activity>"
    for place in 1...3000 {
      text +=
        "<asset id=\"S\(place)\" name=\"S\"><needs><on ref=\"S\(place + 1)\"/></needs></asset>"
    }
    let parts = try loss(text + "<asset id=\"S3001\" name=\"S\"/>")
    #expect(self.text("S3001", parts) == "PT1H by A")
  }
}
