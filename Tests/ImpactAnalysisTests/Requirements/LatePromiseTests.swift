import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("What is promised later than it is needed")
struct LatePromiseTests {
  /// Promises as "resource promised for-whom required of-whom", in hours.
  private func promises(_ text: String) throws -> [String] {
    let (register, impact) = try WorkedExample.impact(text)
    let ids = register.activities.map(\.id.text) + register.assets.map(\.id.text)
    return LatePromise.all(register, impact).map { late in
      "\(ids[late.resource]) \(late.promised / 3600) h, \(ids[late.dependent]) needs it in "
        + "\(late.required / 3600) h for \(ids[late.origin])"
        + (late.isIncomplete ? " or less" : "")
    }
  }

  @Test("I need you in 1 h, you promise 8: both times, less lead and own work")
  func oneHourAgainstEight() throws {
    let register = """
      <activity id="A" name="A"><targets rto="PT2H" own="PT30M"/>
        <needs mode="start" lead="PT30M"><on ref="S"/></needs></activity>
      <asset id="S" name="S"><targets rto="PT8H"/></asset>
      """
    #expect(try promises(register) == ["S 8 h, A needs it in 1 h for A"])
  }

  @Test("A promise of exactly the time at which it is needed is kept")
  func exactly() throws {
    let register = """
      <activity id="A" name="A"><targets rto="PT2H"/><needs><on ref="S"/></needs></activity>
      <asset id="S" name="S"><targets rto="PT2H"/></asset>
      """
    #expect(try promises(register) == [])
  }

  @Test("The need comes down through what lies between, and names the activity that it comes from")
  func throughOthers() throws {
    let register = """
      <activity id="A" name="A"><targets rto="PT4H"/><needs><on ref="B"/></needs></activity>
      <activity id="B" name="B"><targets rto="P1D"/><needs><on ref="S"/></needs></activity>
      <asset id="S" name="S"><needs><on ref="T"/></needs></asset>
      <asset id="T" name="T"><targets rto="PT6H"/></asset>
      """
    #expect(
      try promises(register)
        == ["B 24 h, A needs it in 4 h for A", "T 6 h, S needs it in 4 h for A"])
  }

  @Test("Of those who need it the first is named")
  func firstOfSeveral() throws {
    let register = """
      <activity id="A" name="A"><targets rto="PT4H"/><needs><on ref="S"/></needs></activity>
      <activity id="B" name="B"><targets rto="PT1H"/><needs><on ref="S"/></needs></activity>
      <activity id="C" name="C"><needs><on ref="S"/></needs></activity>
      <asset id="S" name="S"><targets rto="PT8H"/></asset>
      """
    #expect(try promises(register) == ["S 8 h, B needs it in 1 h for B or less"])
  }

  @Test("Of a choice the last that is needed counts, one of whom nobody knows taken to be in time")
  func choice() throws {
    func register(_ second: String) -> String {
      """
      <activity id="A" name="A"><targets rto="PT4H"/>
        <needs atLeast="1"><on ref="S"/><on ref="T"/></needs></activity>
      <asset id="S" name="S"><targets rto="PT8H"/></asset><asset id="T" name="T">\(second)</asset>
      """
    }
    #expect(try promises(register("")) == [])
    #expect(try promises(register("<targets rto=\"PT1H\"/>")) == [])
    #expect(
      try promises(register("<targets rto=\"PT9H\"/>")) == ["S 8 h, A needs it in 4 h for A"])
  }

  @Test("A workaround gives the promise as long as it lasts")
  func workaround() throws {
    let register = """
      <activity id="A" name="A"><targets rto="PT1H" mbco="0.5"/>
        <needs><on ref="S"/><workaround act="PT10M" lasts="PT8H" capacity="0.6"/></needs></activity>
      <asset id="S" name="S"><targets rto="PT8H"/></asset>
      """
    #expect(try promises(register) == [])
  }

  @Test("Within a circle nobody is late for another; from outside the circle they are")
  func circle() throws {
    let register = """
      <activity id="A" name="A"><targets rto="PT1H"/><needs><on ref="S"/></needs></activity>
      <asset id="S" name="S"><targets rto="PT2H"/><needs><on ref="T"/></needs></asset>
      <asset id="T" name="T"><targets rto="PT8H"/><needs><on ref="S"/></needs></asset>
      """
    #expect(try promises(register) == ["S 2 h, A needs it in 1 h for A"])
  }

  @Test("Who has said nothing contradicts nobody")
  func unknown() throws {
    let register = """
      <activity id="A" name="A"><needs><on ref="S"/></needs></activity>
      <activity id="B" name="B"><targets rto="PT1H"/><needs><on ref="T"/></needs></activity>
      <asset id="S" name="S"><targets rto="PT8H"/></asset><asset id="T" name="T"/>
      """
    #expect(try promises(register) == [])
    #expect(try promises("") == [])
  }
}
