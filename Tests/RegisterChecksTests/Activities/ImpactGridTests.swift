import RegisterChecks
import RegisterModel
import Testing

@Suite("BIA-003")
struct GridIncompleteTests {
  static func found(_ parts: String) throws -> [String] {
    try impactMessages(
      GridIncomplete(),
      """
      <calendar id="C" name="Shop"><window id="w" name="Christmas" yearlyFrom="12-01" yearlyTo="12-24"/></calendar>
      \(activityText(parts))
      """)
  }

  @Test("Times and categories that nobody has judged are named; judging them clears it")
  func fires() throws {
    #expect(
      try Self.found(gridText("money", [1, 0, 1]) + gridText("people", [0, 1, 1])) == [
        "A: what it means if 'Triage' is down is not judged: Money at 1 day and People at 4 hours"
      ])
    #expect(try Self.found(gridText("money", [1, 1, 1]) + gridText("people", [1, 1, 1])) == [])
  }

  @Test("Where nothing is judged, that is said; a level that is not known is not judged")
  func empty() throws {
    #expect(try Self.found("") == ["A: nobody has judged what it means if 'Triage' is down"])
    #expect(
      try Self.found(
        gridText("money", [1, 1, 1]) + gridText("people", [1, 1, 0])
          + "<impact category=\"people\" at=\"P3D\"><because><p>Ask the coroner.</p></because></impact>"
      )
        == ["A: what it means if 'Triage' is down is not judged: People at 3 days"])
  }

  @Test("After the highest level nothing need be judged; after an intolerable one it must")
  func highest() throws {
    #expect(try Self.found(gridText("money", [1, 1, 1]) + gridText("people", [3, 0, 0])) == [])
    #expect(
      try Self.found(gridText("money", [1, 1, 1]) + gridText("people", [2, 0, 3])).count == 1)
    #expect(
      try Self.found(gridText("money", [1, 1, 1]) + gridText("people", [0, 3, 0])).count == 1)
  }

  @Test("Money needs no grid where the costs say when it becomes intolerable")
  func losses() throws {
    let loss = "<loss><rate amount=\"100\" per=\"PT1H\"/></loss>"
    #expect(try Self.found(gridText("people", [1, 1, 1]) + loss) == [])
    #expect(try Self.found(gridText("people", [1, 1, 1])).count == 1)
  }

  @Test("In a window only a blank is asked for that may make the period shorter")
  func windows() throws {
    let base = gridText("money", [1, 1, 2]) + gridText("people", [1, 1, 1])
    #expect(
      try Self.found(base + gridText("people", [1, 0, 1], window: "w")) == [
        "A: what it means if 'Triage' is down is not judged: People in Christmas at 1 day"
      ])
    #expect(try Self.found(base + gridText("people", [2, 0, 0], window: "w")) == [])
  }

  @Test("Without categories or times nothing is asked: that is about the criteria")
  func noCriteria() throws {
    #expect(try places(GridIncomplete(), in: activityText(""), criteria: nil) == [])
  }
}

@Suite("BIA-007")
struct ImpactDecreasesTests {
  @Test("A level below an earlier one is found, with its time; the same or a higher one is not")
  func fires() throws {
    let found = try impactFindings(ImpactDecreases(), activityText(gridText("people", [2, 1, 1])))
    #expect(
      found.map(\.message) == [
        "People is judged milder after 'Triage' has been down for 1 day than before"
      ])
    #expect(found.map(\.field) == ["impact[people,P1D,]"])
    #expect(
      try impactMessages(ImpactDecreases(), activityText(gridText("people", [1, 1, 2]))) == [])
  }

  @Test("A blank between two levels doesn't hide it")
  func blank() throws {
    #expect(
      try impactMessages(ImpactDecreases(), activityText(gridText("people", [2, 0, 1]))).count == 1)
  }
}

@Suite("BIA-013")
struct PeakNotJudgedTests {
  static func found(_ parts: String) throws -> [String] {
    try impactMessages(
      PeakNotJudged(),
      """
      <calendar id="C" name="Shop"><window id="w" name="Christmas" yearlyFrom="12-01" yearlyTo="12-24"/></calendar>
      \(activityText(parts))
      """)
  }

  @Test("A peak that says nothing is found; a factor or a grid of its own clears it")
  func fires() throws {
    #expect(
      try Self.found("<peak window=\"w\"/>")
        == ["A: 'Triage' has a peak in Christmas, and nobody has said what is different then"])
    #expect(try Self.found("<peak window=\"w\" factor=\"2\"/>") == [])
    #expect(
      try Self.found(gridText("people", [2, 0, 0], window: "w") + "<peak window=\"w\"/>") == [])
  }

  @Test("A cell whose level is not known says nothing either")
  func unknown() throws {
    #expect(
      try Self.found(
        "<impact category=\"people\" at=\"PT4H\" window=\"w\"/><peak window=\"w\"/>"
      ).count == 1)
  }
}
