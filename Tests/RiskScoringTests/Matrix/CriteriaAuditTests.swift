import RegisterModel
import RiskScoring
import Testing

struct CriteriaAuditTests {
  private func findings(_ criteria: Criteria) -> [CriteriaAudit.Finding] {
    CriteriaAudit(criteria)?.findings.filter { $0.finding.severity > .info } ?? []
  }

  @Test("The standard criteria are without fault in every category")
  func standard() throws {
    let criteria = BuiltInCriteria.standard.criteria(in: euro)
    let audit = try #require(CriteriaAudit(criteria))
    #expect(audit.categories.map(\.category.text) == criteria.impacts.map(\.category.text))
    let errors = findings(criteria).filter { $0.finding.severity == .error }
    #expect(errors.isEmpty)
    #expect(findings(criteria).map(\.finding.code) == [])
    #expect(
      audit.findings.map(\.finding.code) == Array(repeating: "MX-5", count: audit.categories.count))
  }

  @Test("A set's faults are what its publication brings", arguments: BuiltInCriteria.allCases)
  func builtIn(set: BuiltInCriteria) {
    let codes = Set(findings(set.criteria(in: euro)).map(\.finding.code))
    switch set {
    case .decade5x5, .product5x5: #expect(codes == [])
    case .sp80030G3: #expect(codes == ["MX-4"])
    case .bsi2003: #expect(codes == ["MX-4", "MX-6"])
    }
  }

  @Test("What the matrix alone gets wrong is said once, not once for each category")
  func once() {
    var criteria = plainCriteria([[1, 3], [2, 1]], categories: ["money", "safety"])
    criteria.matrix?.ratings.append(Rating(name: Line("Never")!))
    let found = findings(criteria)
    #expect(found.map(\.finding.code) == ["MX-1", "MX-3", "MX-7"])
    #expect(found.allSatisfy { $0.category == nil && $0.field == "criteria/matrix" })
  }

  @Test("Without bounds only the ratings are audited, and every cell is named as left out")
  func noBounds() throws {
    let audit = try #require(CriteriaAudit(plainCriteria([[1, 2], [2, 3]])))
    #expect(audit.categories[0].audit.unaudited.count == 4)
    #expect(audit.categories[0].audit.ordering == nil)
    #expect(audit.categories[0].audit.plainSentences(category: "money").count == 1)
    #expect(audit.findings.map(\.finding.code) == ["MX-3"])
  }

  @Test("Gaps, overlaps and open ends are said of the scale they are in")
  func scales() {
    var criteria = BuiltInCriteria.standard.criteria(in: euro)
    criteria.likelihood?.levels[1].from = AnnualRate(0.02)
    criteria.impacts[0].levels[2].to = Quantity(2e6)
    criteria.impacts[1].levels[4].to = nil
    criteria.impacts[1].levels[4].cap = false
    let found = findings(criteria).filter { $0.finding.severity == .error }
    #expect(
      found.map(\.field) == [
        "criteria/likelihood", "criteria/impact[money]", "criteria/impact[safety]",
      ])
    #expect(found.map(\.finding.code) == ["MX-8", "MX-8", "MX-10"])
    #expect(
      found.map(\.message) == [
        "no level covers 0.01 to 0.02, between '1 Rare' and '2 Unlikely'",
        "'3 Serious' and '4 Major' both cover 1000000 to 2000000",
        "the level '5 Severe' has no bound where it ends, in Safety",
      ])
  }

  @Test("A cap without a value is no open end, and can't be computed with")
  func capWithoutValue() throws {
    var criteria = BuiltInCriteria.standard.criteria(in: euro)
    criteria.likelihood?.levels[4].to = nil
    let audit = try #require(CriteriaAudit(criteria))
    #expect(!audit.findings.contains { $0.finding.code == "MX-10" })
    #expect(
      audit.categories[0].audit.unaudited.map(\.likelihood) == Array(repeating: level(5), count: 5))
  }

  @Test("Money stands in for a category without bounds of its own")
  func equivalents() throws {
    var criteria = plainCriteria([[1, 2], [2, 3]])
    criteria.likelihood?.levels[0].from = AnnualRate(1)
    criteria.likelihood?.levels[0].to = AnnualRate(2)
    criteria.impacts[0].levels[0].moneyFrom = Money(tenThousandths: 10_000)
    criteria.impacts[0].levels[0].moneyTo = Money(tenThousandths: 20_000)
    let audit = try #require(CriteriaAudit(criteria)).categories[0].audit
    #expect(audit.unaudited.map(\.text) == ["1×2", "2×1", "2×2"])
  }

  @Test("A category with fewer levels than the matrix has columns is held against its own cells")
  func fewerLevels() throws {
    var criteria = BuiltInCriteria.standard.criteria(in: euro)
    criteria.impacts[0].levels.removeLast(2)
    let audit = try #require(CriteriaAudit(criteria)).categories[0].audit
    #expect(audit.unaudited.isEmpty)
    #expect(audit.ordering?.pairCount == 15 * 16 * (15 * 16 - 1) / 2)
  }

  @Test("Levels that the matrix has no cell for are left out and named")
  func missingCells() throws {
    var criteria = BuiltInCriteria.standard.criteria(in: euro)
    criteria.matrix?.rows[4].ratings.removeLast()
    let audit = try #require(CriteriaAudit(criteria)).categories[0].audit
    #expect(audit.unaudited.map(\.text) == ["5×5"])
    #expect(audit.plainSentences().last?.hasPrefix("1 cell is left out") == true)
  }

  @Test("Criteria without a matrix have nothing to audit")
  func noMatrix() {
    #expect(CriteriaAudit(Criteria()) == nil)
  }

  @Test("Names of levels and ratings are in the words, with the factor")
  func words() throws {
    var criteria = BuiltInCriteria.standard.criteria(in: euro)
    criteria.matrix?.rows[4].ratings[0] = level(1)
    criteria.matrix?.rows[3].ratings[0] = level(4)
    let found = findings(criteria)
    #expect(
      found.first?.message
        == "the rating falls where likelihood or impact rises: 4 Likely × impact 1 is 'Critical',"
        + " 4 Likely × impact 2 is 'High', and 1 more such")
    #expect(
      found.first { $0.finding.code == "MX-2" }?.message
        == "a risk of the lowest rating may be larger than one of the highest, in Money, by up to"
        + " 1000 times: 5 Frequent × 1 Minor is 'Low', 4 Likely × 1 Minor is 'Critical', and 3 more"
        + " such")
  }

  @Test("A layman is told what the ratings of the standard criteria can't tell")
  func sentences() throws {
    let audit = try #require(CriteriaAudit(BuiltInCriteria.standard.criteria(in: euro)))
    #expect(
      audit.categories[0].audit.plainSentences(category: "Money") == [
        "Two risks whose ratings differ by one step may be in the wrong order: the matrix alone"
          + " can't tell them apart. Where ratings differ by more, the one rated higher is the"
          + " larger.",
        "Of all pairs of risks, spread evenly over the matrix and measured in Money, the ratings put"
          + " 72 % in the right order and under 1 % in the wrong one; 27 % have the same rating,"
          + " which says nothing about their order.",
        "One risk may be 100 times as large as another with the very same levels, such as in"
          + " 1 Rare × 1 Minor.",
      ])
  }
}
