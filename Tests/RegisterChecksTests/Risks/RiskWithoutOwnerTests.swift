import RegisterChecks
import Testing

@Suite("RSK-001")
struct RiskWithoutOwnerTests {
  @Test("An open risk without owner is an error at its owner; naming one clears it")
  func fires() throws {
    #expect(
      try places(
        RiskWithoutOwner(), in: #"<risk id="R-1" status="open"><title>It burns</title></risk>"#)
        == ["R-1 owner"])
    #expect(
      try places(
        RiskWithoutOwner(),
        in: """
          <party id="p-1" name="Ann" kind="person"/>
          <risk id="R-1" owner="p-1" status="open"><title>It burns</title></risk>
          """) == [])
  }

  @Test("A draft and a closed risk need no owner", arguments: ["draft", "closed"])
  func doesNotFire(status: String) throws {
    #expect(
      try places(
        RiskWithoutOwner(),
        in: "<risk id=\"R-1\" status=\"\(status)\"><title>It burns</title></risk>")
        == [])
  }
}
