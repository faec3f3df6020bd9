import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("What is back later than somebody can wait")
struct ShortfallTests {
  /// "node because-of required ready", in minutes.
  private func shortfalls(_ text: String) throws -> [String] {
    let (register, impact) = try WorkedExample.impact(text)
    let ids = register.activities.map(\.id.text) + register.assets.map(\.id.text)
    return Shortfall.all(impact).map { late in
      "\(ids[late.node]) \(late.dependent.map { ids[$0] } ?? "-") \(late.required / 60) "
        + (late.ready >= TimeBounds.never ? "never" : "\(late.ready / 60)")
    }
  }

  @Test("W1: the second activity, what it waits for, and of the redundant group the faster member")
  func workedExample() throws {
    #expect(
      try shortfalls(WorkedExample.text)
        == ["A2 - 240 255", "R1 A2 225 240", "R2 R1 165 180", "R3a R2 45 60"])
  }

  @Test("What only a slower spare needs is asked of nobody")
  func spare() throws {
    let register = """
      <activity id="A" name="A"><targets rto="PT2H"/>
        <needs atLeast="1"><on ref="S"/><on ref="T"/></needs></activity>
      <asset id="S" name="S"><targets own="PT1H"/></asset>
      <asset id="T" name="T"><targets own="PT1H"/><needs><on ref="U"/></needs></asset>
      <asset id="U" name="U"><targets own="PT9H"/></asset>
      """
    #expect(try shortfalls(register) == [])
    #expect(
      try shortfalls(
        register.replacing(
          "<asset id=\"S\" name=\"S\"><targets own=\"PT1H\"/>",
          with: "<asset id=\"S\" name=\"S\"><targets own=\"P1D\"/>"))
        == ["A - 120 540", "T A 120 540", "U T 120 540"])
  }

  @Test(
    "In time to the second is in time; what nobody knows counts as no time, and even that can be too late"
  )
  func bounds() throws {
    let register = """
      <activity id="A" name="A"><targets rto="PT1H"/><needs><on ref="S"/></needs></activity>
      <asset id="S" name="S"><targets own="PT1H"/><needs mode="start"><on ref="T"/></needs></asset>
      <asset id="T" name="T"/>
      """
    #expect(try shortfalls(register) == [])
    #expect(
      try shortfalls(register.replacing("own=\"PT1H\"", with: "own=\"PT1H1M\""))
        == ["A - 60 61", "S A 60 61", "T S -1 0"])
  }

  @Test("A workaround gives the time until it runs out; then only what it stands in for is late")
  func workaround() throws {
    let register = """
      <activity id="A" name="A"><targets rto="PT1H" own="PT0S"/>
        <needs><on ref="S"/><workaround act="PT10M" lasts="PT3H"/></needs></activity>
      <asset id="S" name="S"><targets own="PT4H"/></asset>
      """
    #expect(try shortfalls(register) == ["S A 190 240"])
  }

  @Test("A group that asks for more members than it has never is there")
  func never() throws {
    let register = """
      <activity id="A" name="A"><targets rto="PT1H" own="PT0S"/>
        <needs atLeast="2"><on ref="S"/></needs></activity>
      <asset id="S" name="S"><targets own="PT1H"/></asset>
      """
    #expect(try shortfalls(register) == ["A - 60 never"])
  }

  @Test("A circle is wanted when the first of it is, and is late where that is certain")
  func circle() throws {
    let register = """
      <activity id="A" name="A"><targets rto="PT1H" own="PT0S"/><needs><on ref="S"/></needs></activity>
      <asset id="S" name="S"><targets own="PT0S"/><needs><on ref="T"/></needs></asset>
      <asset id="T" name="T"><targets own="PT2H"/><needs><on ref="S"/></needs></asset>
      """
    #expect(try shortfalls(register) == ["T S 60 120"])
  }

  @Test("What a node waits for is the member that decides, and nothing where its own work does")
  func waiting() throws {
    let (register, impact) = try WorkedExample.impact()
    let ids = register.activities.map(\.id.text) + register.assets.map(\.id.text)
    let waits = ids.indices.map { impact.waitsFor($0).map { ids[$0] } ?? "-" }
    #expect(waits == ["R1", "R1", "R1", "R2", "R3a", "-", "-", "-", "-"])
  }
}
