import RegisterChecks
import Testing

@Suite("TRT-007")
struct TransferBeyondMoneyTests {
  /// A risk at level 4 for money and safety today, and at these levels in its target.
  static func risk(money: Int, safety: Int) -> String {
    """
    <risk id="R-1" status="treating">
      <title>It burns</title>
      <score stage="current" likelihood="3">
        <impact category="money" level="4"/><impact category="safety" level="4"/>
      </score>
      <score stage="target" likelihood="3">
        <impact category="money" level="\(money)"/><impact category="safety" level="\(safety)"/>
      </score>
    </risk>
    """
  }
  static func treatment(_ id: String, _ option: String?, status: String = "approved") -> String {
    let option = option.map { "option=\"\($0)\"" } ?? ""
    return """
      <treatment id="\(id)" name="Cover" status="\(status)" \(option)><treats ref="R-1"/></treatment>
      """
  }

  @Test(
    "A risk that is only insured and is to hurt fewer people is a warning at the target's impact")
  func target() throws {
    let text = Self.risk(money: 2, safety: 2) + Self.treatment("T-1", "share")
    #expect(
      try places(TransferBeyondMoney(), in: text) == ["R-1 score[target]/impact[safety]/level"])
    #expect(
      try messages(TransferBeyondMoney(), in: text) == [
        "the target of 'It burns' is lower in 'Safety', but the risk is only shared, which moves nothing "
          + "but money"
      ])
  }

  @Test("A target that is less likely is one too: an insurer makes nothing rarer")
  func likelihood() throws {
    let text =
      Self.risk(money: 2, safety: 4).replacing(
        #"target" likelihood="3""#, with: #"target" likelihood="2""#)
      + Self.treatment("T-1", "share")
    #expect(try places(TransferBeyondMoney(), in: text) == ["R-1 score[target]/likelihood"])
  }

  @Test("A risk that is to be shared, with no treatment yet, is one too")
  func response() throws {
    let text = Self.risk(money: 2, safety: 2).replacing(
      #"status="treating""#, with: #"status="treating" response="share""#)
    #expect(
      try places(TransferBeyondMoney(), in: text) == ["R-1 score[target]/impact[safety]/level"])
  }

  @Test("Leaving the impact as it is clears it, whatever happens to money")
  func sameImpact() throws {
    #expect(
      try places(
        TransferBeyondMoney(), in: Self.risk(money: 1, safety: 4) + Self.treatment("T-1", "share"))
        == [])
  }

  @Test(
    "Another treatment may lower it; one that retains or was cancelled may not",
    arguments: [
      ("reduceImpact", "approved", 0), ("retain", "approved", 1), ("reduceImpact", "cancelled", 1),
    ])
  func anotherTreatment(option: String, status: String, count: Int) throws {
    let text =
      Self.risk(money: 2, safety: 2) + Self.treatment("T-1", "share")
      + Self.treatment("T-2", option, status: status)
    #expect(try places(TransferBeyondMoney(), in: text).count == count)
  }

  @Test("A treatment that doesn't say what it does may be what lowers the impact")
  func unknownOption() throws {
    let text =
      Self.risk(money: 2, safety: 2) + Self.treatment("T-1", "share") + Self.treatment("T-2", nil)
    #expect(try places(TransferBeyondMoney(), in: text) == [])
  }

  @Test("A risk without treatments, and one that is not shared, are not asked")
  func notShared() throws {
    #expect(try places(TransferBeyondMoney(), in: Self.risk(money: 2, safety: 2)) == [])
    #expect(
      try places(
        TransferBeyondMoney(), in: Self.risk(money: 2, safety: 2) + Self.treatment("T-1", "retain"))
        == [])
  }

  @Test("A sharing treatment that expects another impact to fall is a warning at that impact")
  func expectation() throws {
    let text =
      Self.risk(money: 4, safety: 4) + """
        <treatment id="T-1" name="Cover" option="share">
          <treats ref="R-1"><impact category="money" level="1"/><impact category="safety" level="3"/></treats>
        </treatment>
        """
    #expect(try places(TransferBeyondMoney(), in: text) == ["T-1 treats[R-1]/impact[safety]/level"])
    #expect(
      try places(
        TransferBeyondMoney(),
        in: text.replacing(#"<impact category="safety" level="3"/></treats>"#, with: "</treats>"))
        == [])
  }

  @Test("What is not judged today can't be lowered")
  func unknownCurrent() throws {
    let text =
      Self.risk(money: 4, safety: 2).replacing(#"<impact category="safety" level="4"/>"#, with: "")
      + Self.treatment("T-1", "share")
    #expect(try places(TransferBeyondMoney(), in: text) == [])
  }
}
