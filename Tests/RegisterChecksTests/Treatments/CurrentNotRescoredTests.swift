import RegisterChecks
import RegisterModel
import Testing

@Suite("TRT-008")
struct CurrentNotRescoredTests {
  static func risk(_ score: String, status: String = "treating") -> String {
    "<risk id=\"R-1\" status=\"\(status)\"><title>It burns</title>\(score)</risk>"
  }
  static func done(_ date: String, _ id: String = "T-1") -> String {
    """
    <treatment id="\(id)" name="Doors" status="done" done="\(date)"><treats ref="R-1"/></treatment>
    """
  }
  static func scored(_ date: String) -> String {
    "<score stage=\"current\" likelihood=\"2\" on=\"\(date)\"/>"
  }

  @Test("A current score from before the treatment was done is a warning at its date")
  func fires() throws {
    let text = Self.risk(Self.scored("2026-05-01")) + Self.done("2026-06-01")
    #expect(try places(CurrentNotRescored(), in: text) == ["R-1 score[current]/on"])
    #expect(
      try messages(CurrentNotRescored(), in: text) == [
        "the current score of 'It burns' is of 2026-05-01, and T-1 'Doors' was done on 2026-06-01"
      ])
  }

  @Test("Scoring it on that day or later clears it", arguments: ["2026-06-01", "2026-07-01"])
  func clears(date: String) throws {
    #expect(
      try places(
        CurrentNotRescored(), in: Self.risk(Self.scored(date)) + Self.done("2026-06-01")) == [])
  }

  @Test("A score without a date can't be told from an old one")
  func undatedScore() throws {
    let text = Self.risk(#"<score stage="current" likelihood="2"/>"#) + Self.done("2026-06-01")
    #expect(try places(CurrentNotRescored(), in: text) == ["R-1 score[current]"])
  }

  @Test("Of several treatments the one that was done last is named")
  func several() throws {
    let text =
      Self.risk(Self.scored("2026-05-01")) + Self.done("2026-06-01")
      + Self.done("2026-08-01", "T-2")
      + Self.done("2026-07-01", "T-3")
    let found = try messages(CurrentNotRescored(), in: text)
    #expect(found.count == 1 && found[0].contains("T-2"))
  }

  @Test("A treatment that is done without a date is missing it")
  func undatedTreatment() throws {
    let text =
      Self.risk(Self.scored("2026-05-01"))
      + #"<treatment id="T-1" name="Doors" status="done"><treats ref="R-1"/></treatment>"#
    let found = try findings(CurrentNotRescored(), in: text)
    #expect(found.map(\.entity) == ["T-1"] && found.map(\.field) == ["done"])
    #expect(found.map(\.nature) == [.missing])
  }

  @Test("Drafts, closed risks and risks without a current score are not asked")
  func doesNotFire() throws {
    for status in ["draft", "closed"] {
      #expect(
        try places(
          CurrentNotRescored(),
          in: Self.risk(Self.scored("2026-05-01"), status: status) + Self.done("2026-06-01")) == [])
    }
    #expect(try places(CurrentNotRescored(), in: Self.risk("") + Self.done("2026-06-01")) == [])
  }

  @Test("A treatment that is not done changes nothing yet")
  func notDone() throws {
    let text =
      Self.risk(Self.scored("2026-05-01"))
      + Self.done("2026-06-01").replacing("status=\"done\"", with: "status=\"inProgress\"")
    #expect(try places(CurrentNotRescored(), in: text) == [])
  }
}
