import RegisterChecks
import RegisterModel
import Testing

@Suite("TRT-006")
struct AcceptanceUnauthorisedTests {
  /// Ann leads the plant and sits in the board that Eve leads; Bob judges; Dan stands in for Ann.
  static let parties = """
    <party id="p-ann" name="Ann" kind="person"/><party id="p-bob" name="Bob" kind="person"/>
    <party id="p-dan" name="Dan" kind="person"/><party id="p-eve" name="Eve" kind="person"/>
    <party id="r-board" name="Board" kind="team"><holder ref="p-eve"/><holder ref="p-ann"/></party>
    <party id="r-judge" name="Risk analyst" kind="role"><holder ref="p-bob"/></party>
    <party id="r-plant" name="Plant manager" kind="role"><holder ref="p-ann"/><deputy ref="p-dan"/></party>
    """

  /// Low and medium to the plant manager, the rest to the board.
  static let authorities = criteria {
    $0.authorities = [
      ApprovalAuthority(rating: level(2), role: try! Identifier("r-plant")),
      ApprovalAuthority(rating: level(4), role: try! Identifier("r-board")),
    ]
  }

  /// - Parameters:
  ///   - current: The likelihood of the current score; with impact 3: 1 low, 2 medium, 3 high.
  static func found(
    by approver: String, rating: Int? = nil, current: Int? = nil, score: String = "",
    more: String = "", criteria: Criteria = authorities
  ) throws -> [Finding] {
    let current = current.map {
      """
      <score stage="current" likelihood="\($0)" \(score)><impact category="money" level="3"/></score>
      """
    }
    let rating = rating.map { "rating=\"\($0)\"" } ?? ""
    return try findings(
      AcceptanceUnauthorised(),
      in: parties + """
        <risk id="R-1" status="accepted"><title>It burns</title>\(current ?? "")</risk>
        <acceptance id="X-1" risk="R-1" \(rating) by="\(approver)" on="2026-06-01" until="2027-01-01" \(more)>
          <justification><p>Cheap</p></justification>
        </acceptance>
        """, criteria: criteria)
  }

  @Test(
    "Authority is the party's own, that of a role it holds or stands in for, or of a team it leads",
    arguments: [
      ("r-plant", 2, true), ("p-ann", 2, true), ("p-dan", 2, true), ("r-board", 4, true),
      ("p-eve", 4, true),
      // A member of the board is not the board.
      ("p-ann", 3, false), ("r-plant", 3, false), ("p-bob", 1, false),
    ])
  func authority(approver: String, rating: Int, isEnough: Bool) throws {
    #expect(try Self.found(by: approver, rating: rating).isEmpty == isEnough)
  }

  @Test("The message says what the approver may accept, what the risk is, and whom it takes")
  func message() throws {
    let found = try Self.found(by: "p-ann", rating: 3)
    #expect(found.map(\.entity) == ["X-1"] && found.map(\.field) == ["by"])
    #expect(
      found.map(\.message)
        == ["'Ann' may accept risks up to 'Medium', but R-1 'It burns' is rated 'High'"])
    #expect(found.map(\.hint) == ["it takes 'Board'"])
    #expect(
      try Self.found(by: "p-bob", rating: 1).map(\.message)
        == ["'Bob' may accept no risk, but R-1 'It burns' is rated 'Low'"])
  }

  @Test("A risk that has grown since needs the authority for what it is now")
  func grown() throws {
    #expect(try Self.found(by: "r-plant", rating: 2, current: 2) == [])
    #expect(
      try Self.found(by: "r-plant", rating: 2, current: 3).map(\.message)
        == [
          "'Plant manager' may accept risks up to 'Medium', but R-1 'It burns' is rated 'High' now"
        ])
  }

  @Test("A risk that has shrunk needed the authority for what it was then")
  func shrunk() throws { #expect(try Self.found(by: "r-plant", rating: 3, current: 1).count == 1) }

  @Test("A rating that nobody knows asks for no authority")
  func unknownRating() throws { #expect(try Self.found(by: "p-bob") == []) }

  @Test("Where nobody may accept so high a rating, the hint says so")
  func nobody() throws {
    let low = criteria {
      $0.authorities = [ApprovalAuthority(rating: level(2), role: try! Identifier("r-plant"))]
    }
    #expect(
      try Self.found(by: "r-plant", rating: 4, criteria: low).map(\.hint)
        == ["nobody may accept 'Critical': treat the risk, or say who may in <authority>"])
  }

  @Test("Criteria without authorities are one warning, however many risks are accepted")
  func noAuthorities() throws {
    let found = try Self.found(by: "p-ann", rating: 4, criteria: standardCriteria)
    #expect(found.map(\.field) == ["criteria/authority"] && found.map(\.entity) == [nil])
    #expect(found.map(\.severity) == [.warning] && found.map(\.nature) == [.missing])
    #expect(try places(AcceptanceUnauthorised(), in: Self.parties) == [])
  }

  @Test("Who judged the risk may not accept it: as the acceptance says, or as its score does")
  func judgedByApprover() throws {
    let message = "'Board' accepted R-1 'It burns' and also judged it"
    #expect(
      try Self.found(by: "r-board", rating: 2, more: #"assessor="r-board""#).map(\.message)
        == [message])
    #expect(
      try Self.found(by: "r-board", current: 1, score: #"by="r-board" on="2026-05-01""#)
        .map(\.message) == [message])
    #expect(try Self.found(by: "r-board", current: 1, score: #"by="r-board""#).count == 1)
    #expect(try Self.found(by: "r-board", rating: 2, more: #"assessor="p-bob""#) == [])
  }

  @Test("A score that the approver made after the decision is another matter")
  func judgedLater() throws {
    #expect(
      try Self.found(by: "r-board", current: 1, score: #"by="r-board" on="2026-06-02""#) == [])
  }

  @Test("A role with one holder is that person; one with several is itself only")
  func onlyHolder() throws {
    #expect(
      try Self.found(by: "p-ann", rating: 2, more: #"assessor="r-plant""#).count == 1)
    #expect(try Self.found(by: "r-board", rating: 2, more: #"assessor="p-eve""#) == [])
  }

  @Test("Run out or withdrawn it is a matter of the past")
  func past() throws {
    for end in [#"until="2026-06-02""#, #"until="2027-01-01" withdrawn="2026-06-02""#] {
      #expect(
        try places(
          AcceptanceUnauthorised(),
          in: Self.parties + """
            <risk id="R-1"><title>It burns</title></risk>
            <acceptance id="X-1" risk="R-1" rating="4" by="p-bob" on="2026-06-01" \(end)>
              <justification><p>Cheap</p></justification>
            </acceptance>
            """, criteria: Self.authorities) == [])
    }
  }

  @Test("Roles that hold each other end nowhere, and do no harm")
  func circle() throws {
    let text = """
      <party id="r-a" name="A" kind="role"><holder ref="r-b"/></party>
      <party id="r-b" name="B" kind="role"><holder ref="r-a"/></party>
      <party id="r-board" name="Board"/><party id="r-plant" name="Plant manager"/>
      <risk id="R-1"><title>It burns</title></risk>
      <acceptance id="X-1" risk="R-1" rating="1" by="r-a" assessor="r-plant" on="2026-06-01" until="2027-01-01">
        <justification><p>Cheap</p></justification>
      </acceptance>
      """
    #expect(
      try messages(AcceptanceUnauthorised(), in: text, criteria: Self.authorities)
        == ["'A' may accept no risk, but R-1 'It burns' is rated 'Low'"])
  }
}
