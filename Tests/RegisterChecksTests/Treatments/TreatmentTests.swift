import RegisterChecks
import Testing

@Suite("TRT-001")
struct TreatmentWithoutOwnerTests {
  static let party = #"<party id="p-1" name="Ann" kind="person"/>"#

  @Test("Without owner or due date it is an error at the first that is missing; both clear it")
  func fires() throws {
    func found(_ attributes: String) throws -> [String] {
      try places(
        TreatmentWithoutOwner(),
        in: Self.party + "<treatment id=\"T-1\" name=\"Flood doors\" \(attributes)/>")
    }
    #expect(try found("") == ["T-1 owner"])
    #expect(try found(#"due="2027-01-01""#) == ["T-1 owner"])
    #expect(try found(#"owner="p-1""#) == ["T-1 due"])
    #expect(try found(#"owner="p-1" due="2027-01-01""#) == [])
  }

  @Test("The message says what is missing")
  func message() throws {
    #expect(
      try messages(TreatmentWithoutOwner(), in: #"<treatment id="T-1" name="Flood doors"/>"#)
        == ["the treatment 'Flood doors' has neither an owner nor a due date"])
  }

  @Test("One that is done or cancelled needs neither", arguments: ["done", "cancelled"])
  func doesNotFire(status: String) throws {
    #expect(
      try places(
        TreatmentWithoutOwner(),
        in: "<treatment id=\"T-1\" name=\"Flood doors\" status=\"\(status)\"/>") == [])
  }
}

@Suite("TRT-002")
struct TreatmentOverdueTests {
  static func found(_ attributes: String) throws -> [String] {
    try places(
      TreatmentOverdue(), in: "<treatment id=\"T-1\" name=\"Flood doors\" \(attributes)/>")
  }

  @Test("It is in time on its last day and late the day after")
  func fires() throws {
    #expect(try Self.found(#"due="2026-11-24""#) == [])
    #expect(try Self.found(#"due="2026-11-23""#) == ["T-1 due"])
    #expect(try Self.found("") == [])
  }

  @Test("Done or cancelled it isn't late any more", arguments: ["done", "cancelled"])
  func clears(status: String) throws {
    #expect(try Self.found("due=\"2026-01-01\" status=\"\(status)\"") == [])
  }

  @Test("A new due date clears it")
  func newDate() throws { #expect(try Self.found(#"due="2027-01-01" status="inProgress""#) == []) }

  @Test("The message says by how much, and how far it has come")
  func message() throws {
    #expect(
      try messages(
        TreatmentOverdue(),
        in: #"<treatment id="T-1" name="Flood doors" status="inProgress" due="2026-10-31"/>"#)
        == [
          "the treatment 'Flood doors' was due on 2026-10-31, 24 days ago, and is still in progress"
        ])
  }
}

@Suite("TRT-003")
struct TreatmentWithoutExpectationTests {
  static func found(_ treatment: String, target: String = "") throws -> [String] {
    try places(
      TreatmentWithoutExpectation(),
      in: "<risk id=\"R-1\"><title>It burns</title>\(target)</risk>" + treatment)
  }

  @Test("Without an expected level or a cost it is a warning; both clear it")
  func fires() throws {
    #expect(
      try Self.found(#"<treatment id="T-1" name="Doors"><treats ref="R-1"/></treatment>"#)
        == ["T-1 treats[R-1]"])
    #expect(
      try Self.found(
        #"<treatment id="T-1" name="Doors"><treats ref="R-1" likelihood="1"/></treatment>"#)
        == ["T-1 cost"])
    #expect(
      try Self.found(
        #"<treatment id="T-1" name="Doors" cost="0"><treats ref="R-1" likelihood="1"/></treatment>"#
      )
        == [])
  }

  @Test("A yearly cost is a cost, an impact an expected level")
  func alternatives() throws {
    #expect(
      try Self.found(
        """
        <treatment id="T-1" name="Doors" yearlyCost="100">
          <treats ref="R-1"><impact category="money" level="1"/></treats>
        </treatment>
        """) == [])
  }

  @Test("The target score of the risk is an expected level too; one that says nothing isn't")
  func targetScore() throws {
    let treatment = #"<treatment id="T-1" name="Doors" cost="5"><treats ref="R-1"/></treatment>"#
    #expect(
      try Self.found(treatment, target: #"<score stage="target" likelihood="1"/>"#) == [])
    #expect(try Self.found(treatment, target: #"<score stage="target"/>"#) == ["T-1 treats[R-1]"])
  }

  @Test("One that treats no risk, but changes an asset, is asked for its cost only")
  func noRisk() throws {
    #expect(try Self.found(#"<treatment id="T-1" name="Doors" cost="5"/>"#) == [])
    #expect(try Self.found(#"<treatment id="T-1" name="Doors"/>"#) == ["T-1 cost"])
  }

  @Test(
    "Retaining, done and cancelled ones are not asked",
    arguments: [#"option="retain""#, #"status="done""#, #"status="cancelled""#])
  func doesNotFire(attribute: String) throws {
    #expect(
      try Self.found(
        "<treatment id=\"T-1\" name=\"Doors\" \(attribute)><treats ref=\"R-1\"/></treatment>") == []
    )
  }

  @Test("The message says what is missing")
  func message() throws {
    #expect(
      try messages(
        TreatmentWithoutExpectation(),
        in: """
          <risk id="R-1"><title>It burns</title></risk>
          <treatment id="T-1" name="Doors"><treats ref="R-1"/></treatment>
          """) == ["the treatment 'Doors' doesn't say where it brings R-1 and what it costs"])
  }
}
