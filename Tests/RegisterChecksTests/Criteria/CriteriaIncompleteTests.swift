import RegisterChecks
import RegisterModel
import Testing

@Suite("CFG-001")
struct CriteriaIncompleteTests {
  static let risk = #"<risk id="R-1"><title>It burns</title></risk>"#

  @Test("Risks without criteria are an error of the register; with criteria they are none")
  func noCriteria() throws {
    #expect(try places(CriteriaIncomplete(), in: Self.risk, criteria: nil) == ["- -"])
    #expect(try places(CriteriaIncomplete(), in: Self.risk) == [])
  }

  @Test("A register without risks needs no criteria")
  func noRisks() throws { #expect(try places(CriteriaIncomplete(), in: "", criteria: nil) == []) }

  @Test("Criteria need a likelihood scale, an impact category and a matrix")
  func noParts() throws {
    #expect(
      try messages(CriteriaIncomplete(), in: "", criteria: Criteria()) == [
        "there is no likelihood scale", "there is no impact category",
        "there is no matrix of ratings",
      ])
  }

  @Test("A level with one bound or none is found at the level; both bounds clear it")
  func noInterval() throws {
    let bare = criteria {
      $0.likelihood?.levels[1].from = nil
      $0.impacts[0].levels[4].to = nil
    }
    #expect(
      try places(CriteriaIncomplete(), in: Self.risk, criteria: bare)
        == ["- criteria/likelihood/level[2]", "- criteria/impact[money]/level[5]"])
  }

  @Test("An impact level may have its interval in money instead; one bound is not enough")
  func moneyInterval() throws {
    let inMoney = criteria {
      $0.impacts[1].levels[0].from = nil
      $0.impacts[1].levels[0].to = nil
      $0.impacts[1].levels[0].moneyFrom = Money(tenThousandths: 10_000)
      $0.impacts[1].levels[0].moneyTo = Money(tenThousandths: 100_000)
    }
    #expect(try places(CriteriaIncomplete(), in: Self.risk, criteria: inMoney) == [])
    let half = criteria {
      $0.impacts[1].levels[0].from = nil
      $0.impacts[1].levels[0].moneyFrom = Money(tenThousandths: 10_000)
    }
    #expect(
      try places(CriteriaIncomplete(), in: Self.risk, criteria: half)
        == ["- criteria/impact[safety]/level[1]"])
  }
}
