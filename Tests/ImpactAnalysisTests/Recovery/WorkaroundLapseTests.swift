import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("Workarounds that run out")
struct WorkaroundLapseTests {
  private func lapses(
    lasts: String = "PT2H", own: String = "PT4H", capacity: String = "", lead: String = "PT0S"
  ) throws -> [String] {
    let (register, impact) = try WorkedExample.impact(
      """
      <activity id="A" name="A"><targets rto="PT1H" mbco="0.5"/>
        <needs lead="\(lead)"><on ref="R"/><on ref="S"/>
        <workaround act="PT1H" \(lasts.isEmpty ? "" : "lasts=\"\(lasts)\"") \(capacity)/></needs></activity>
      <asset id="R" name="R"><targets own="PT1H"/></asset>
      <asset id="S" name="S">\(own.isEmpty ? "" : "<targets own=\"\(own)\"/>")</asset>
      """)
    let ids = register.activities.map(\.id.text) + register.assets.map(\.id.text)
    return WorkaroundLapse.all(impact).map {
      "\(ids[$0.node]) for \(ids[$0.member]): \($0.ends / 60) but \($0.available / 60)"
    }
  }

  @Test("One that ends before the last member is back lapses; to the second it doesn't")
  func lapse() throws {
    #expect(try lapses() == ["A for S: 180 but 240"])
    #expect(try lapses(lasts: "PT3H") == [])
    #expect(try lapses(lasts: "PT3H", lead: "PT1M") == ["A for S: 240 but 241"])
  }

  @Test(
    "One that can be kept up, is not needed, doesn't carry the minimum, or of which nobody knows")
  func none() throws {
    #expect(try lapses(lasts: "") == [])
    #expect(try lapses(own: "PT1H") == [])
    #expect(try lapses(capacity: "capacity=\"0.4\"") == [])
    #expect(try lapses(own: "") == [])
  }
}
