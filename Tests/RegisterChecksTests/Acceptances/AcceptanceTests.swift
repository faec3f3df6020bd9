import RegisterChecks
import RegisterModel
import Testing

/// An acceptance of R-1 by Ann, and what it is about.
private func accepted(
  _ attributes: String, justification: Bool = true, status: String = "accepted", more: String = ""
) -> String {
  """
  <party id="p-1" name="Ann" kind="person"/>
  <risk id="R-1" status="\(status)"><title>It burns</title></risk>
  <acceptance id="X-1" risk="R-1" \(attributes)>
    \(justification ? "<justification><p>Cheap</p></justification>" : "")
  </acceptance>
  """ + more
}

@Suite("TRT-004")
struct AcceptanceIncompleteTests {
  @Test("An acceptance that lacks all four parts names them, at the first")
  func fires() throws {
    let text = accepted("", justification: false)
    #expect(try places(AcceptanceIncomplete(), in: text) == ["X-1 by"])
    #expect(
      try messages(AcceptanceIncomplete(), in: text) == [
        "the acceptance of R-1 'It burns' lacks who decided, a justification, its date and a last day, "
          + "so the risk is not accepted"
      ])
  }

  @Test(
    "Each part is asked for where it belongs",
    arguments: [
      (#"on="2026-01-01" until="2027-01-01""#, "by"), (#"by="p-1" until="2027-01-01""#, "on"),
      (#"by="p-1" on="2026-01-01""#, "until"),
    ])
  func each(attributes: String, field: String) throws {
    #expect(try places(AcceptanceIncomplete(), in: accepted(attributes)) == ["X-1 \(field)"])
  }

  @Test("All four parts clear it")
  func clears() throws {
    let attributes = #"by="p-1" on="2026-01-01" until="2027-01-01""#
    #expect(try places(AcceptanceIncomplete(), in: accepted(attributes)) == [])
    #expect(
      try places(AcceptanceIncomplete(), in: accepted(attributes, justification: false))
        == ["X-1 justification"])
  }

  @Test("One that ends before it was decided never held; on the same day it did")
  func overAtOnce() throws {
    let attributes = { (until: String) in "by=\"p-1\" on=\"2026-06-02\" until=\"\(until)\"" }
    #expect(
      try messages(AcceptanceIncomplete(), in: accepted(attributes("2026-06-01"))) == [
        "the acceptance of R-1 'It burns' ends on 2026-06-01, before it was decided on 2026-06-02, so it never held"
      ])
    #expect(try messages(AcceptanceOutdated(), in: accepted(attributes("2026-06-01"))) == [])
    #expect(try messages(AcceptanceIncomplete(), in: accepted(attributes("2026-06-02"))) == [])
  }

  @Test("One that was withdrawn is not asked any more")
  func withdrawn() throws {
    #expect(try places(AcceptanceIncomplete(), in: accepted(#"withdrawn="2026-11-24""#)) == [])
  }
}

@Suite("TRT-005")
struct AcceptanceOutdatedTests {
  static func found(_ attributes: String, status: String = "accepted", more: String = "") throws
    -> [String]
  {
    try places(
      AcceptanceOutdated(), in: accepted("by=\"p-1\" " + attributes, status: status, more: more))
  }

  @Test("It holds on its last day, and has run out the day after")
  func expired() throws {
    #expect(try Self.found(#"on="2026-01-01" until="2026-11-24""#) == [])
    #expect(try Self.found(#"on="2026-01-01" until="2026-11-23""#) == ["X-1 until"])
  }

  @Test("Twelve months after the decision it needs a confirmation, which clears it for twelve more")
  func unconfirmed() throws {
    #expect(try Self.found(#"on="2025-11-24" until="2027-12-31""#) == [])
    #expect(try Self.found(#"on="2025-11-23" until="2027-12-31""#) == ["X-1 revalidated"])
    #expect(
      try Self.found(#"on="2025-01-01" until="2027-12-31" revalidated="2026-11-01""#) == [])
    #expect(
      try Self.found(#"on="2024-01-01" until="2027-12-31" revalidated="2025-11-01""#)
        == ["X-1 revalidated"])
  }

  @Test("Withdrawn, incomplete or not yet in force it is not asked, nor is one of a closed risk")
  func doesNotFire() throws {
    #expect(try Self.found(#"on="2025-01-01" until="2026-01-01" withdrawn="2026-01-01""#) == [])
    #expect(try Self.found(#"until="2026-01-01""#) == [])
    #expect(try Self.found(#"on="2026-12-01" until="2027-01-01""#) == [])
    #expect(try Self.found(#"on="2025-01-01" until="2026-01-01""#, status: "closed") == [])
  }

  @Test("One that has run out is replaced by a new one in force, not by one that has run out too")
  func replaced() throws {
    func renewal(_ until: String) -> String {
      """
      <acceptance id="X-2" risk="R-1" by="p-1" on="2026-01-02" until="\(until)">
        <justification><p>Again</p></justification>
      </acceptance>
      """
    }
    let old = #"on="2025-01-01" until="2026-01-01""#
    #expect(try Self.found(old, more: renewal("2026-12-31")) == [])
    #expect(try Self.found(old, more: renewal("2026-10-31")) == ["X-1 until", "X-2 until"])
  }

  @Test("The messages say since when")
  func message() throws {
    #expect(
      try messages(
        AcceptanceOutdated(), in: accepted(#"by="p-1" on="2025-06-01" until="2026-06-01""#)) == [
          "the acceptance of R-1 'It burns' ran out on 2026-06-01, so the risk is open again"
        ])
    #expect(
      try messages(
        AcceptanceOutdated(), in: accepted(#"by="p-1" on="2025-06-01" until="2027-06-01""#)) == [
          "the acceptance of R-1 'It burns' was decided on 2025-06-01 and not confirmed in the 12 months"
            + " since"
        ])
  }
}
