import RegisterChecks
import RegisterModel
import Testing

@Suite("PRT-002, PRT-008 and PRT-009")
struct ProtocolPartsTests {
  @Test("Without criteria for activation or for the end a protocol is found, each for itself")
  func criteria() throws {
    func found(_ more: String = "", without: [String]) throws -> [String] {
      try places(CriteriaForActivationMissing(), in: completeProtocol(more, without: without))
    }
    #expect(try found(without: []) == [])
    #expect(try found(without: ["trigger"]) == ["P-1 trigger"])
    #expect(
      try found("<level number=\"2\"><entry><p>It burns.</p></entry></level>", without: ["trigger"])
        == [])
    #expect(try found(without: ["standDown"]) == ["P-1 standDown"])
    #expect(try found("<standDown hold=\"PT1H\"/>", without: ["standDown"]) == ["P-1 standDown"])
    #expect(
      try found(
        "<standDown><description><p>The site manager says so.</p></description></standDown>",
        without: ["standDown"]) == [])
  }

  @Test("A level without a template for those within or without is found")
  func templates() throws {
    func found(_ more: String = "", without: [String] = ["message"]) throws -> [String] {
      try messages(TemplateMissing(), in: completeProtocol(more, without: without))
    }
    let inside = "<message id=\"m\" name=\"In\" audience=\"internal\"/>"
    #expect(try found(without: []) == [])
    #expect(
      try found() == [
        "'Evacuate' has no template for the staff",
        "'Evacuate' has no template for anybody outside",
      ])
    #expect(try found(inside) == ["'Evacuate' has no template for anybody outside"])
    #expect(
      try found(inside + "<message id=\"n\" name=\"Out\" audience=\"customers\" fromLevel=\"2\"/>")
        == ["'Evacuate' has no template for anybody outside at level 1"])
    #expect(
      try found(inside + "<message id=\"n\" name=\"Out\" audience=\"customers\" fromLevel=\"1\"/>")
        == [])
  }

  @Test("Without a way back from temporary measures a protocol is found")
  func restoration() throws {
    #expect(try places(RestorationMissing(), in: completeProtocol()) == [])
    #expect(
      try places(RestorationMissing(), in: completeProtocol(without: ["restoration"])) == [
        "P-1 restoration"
      ])
  }
}
