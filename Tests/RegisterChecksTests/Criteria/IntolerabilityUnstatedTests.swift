import RegisterChecks
import RegisterModel
import Testing

@Suite("CFG-005")
struct IntolerabilityUnstatedTests {
  static let bare = criteria {
    for index in $0.impacts.indices { $0.impacts[index].intolerable = nil }
  }
  static let used = """
    <activity id="A-1" name="Baking"><impact category="service" at="PT4H" level="3"/></activity>
    <risk id="R-1">
      <title>It burns</title>
      <score stage="inherent" likelihood="3"><impact category="safety" level="2"/></score>
      <score stage="current" likelihood="2"><impact category="safety" level="2"/></score>
    </risk>
    <risk id="R-2">
      <title>It floods</title>
      <score stage="target"><impact category="safety" level="1"/></score>
    </risk>
    """

  @Test("Each category in which something is judged needs an intolerable level; others don't")
  func fires() throws {
    #expect(
      try messages(IntolerabilityUnstated(), in: Self.used, criteria: Self.bare) == [
        "'Safety', in which 2 risks are judged, has no level from which an impact is intolerable",
        "'Service', in which 1 activity is judged, has no level from which an impact is intolerable",
      ])
    #expect(
      try places(IntolerabilityUnstated(), in: Self.used, criteria: Self.bare)
        == ["- criteria/impact[safety]/intolerable", "- criteria/impact[service]/intolerable"])
  }

  @Test("Saying which level it is clears it")
  func clears() throws {
    #expect(try places(IntolerabilityUnstated(), in: Self.used) == [])
  }

  @Test("A category that nothing is judged in needs none")
  func unused() throws {
    #expect(try places(IntolerabilityUnstated(), in: "", criteria: Self.bare) == [])
  }
}
