import RegisterModel
import RiskScoring
import Testing

struct ScaleMappingTests {
  private let decade = BuiltInCriteria.decade5x5.criteria(in: euro)

  private func ranks<Scale>(_ map: LevelMap<Scale>) -> [String] {
    map.pairs.map { "\($0.from.rank)=\($0.to.rank)" }
  }

  @Test("A level becomes the one that holds what stands for it")
  func intervals() {
    let mapping = ScaleMapping.proposed(
      from: decade, to: BuiltInCriteria.sp80030G3.criteria(in: euro), currency: euro)
    // 0.001–0.01 lies below the lowest, which is open; 10–100 a year is High there.
    #expect(ranks(mapping.likelihood) == ["1=1", "2=1", "3=2", "4=3", "5=4"])
    #expect(mapping.categories.count == 5)
    #expect(
      mapping.categories.allSatisfy { ranks($0.levels) == ["1=1", "2=2", "3=3", "4=4", "5=5"] })
  }

  @Test("Ratings go by their names, if all are there")
  func ratingsByName() {
    let mapping = ScaleMapping.proposed(
      from: decade, to: BuiltInCriteria.product5x5.criteria(in: euro), currency: euro)
    #expect(ranks(mapping.ratings) == ["1=1", "2=2", "3=3", "4=4"])
  }

  @Test("Otherwise by what most of their cells are rated")
  func ratingsByCells() {
    let mapping = ScaleMapping.proposed(
      from: decade, to: BuiltInCriteria.bsi2003.criteria(in: euro), currency: euro)
    #expect(ranks(mapping.ratings).count == 4)
    #expect(mapping.ratings[level(1)] == level(1) && mapping.ratings[level(4)] == level(4))
  }

  @Test("A category of the organisation's own is kept as it is, if it fits the new matrix")
  func ownCategory() throws {
    var own = decade
    own.impacts[0].category = try Identifier("harvest")
    let mapping = ScaleMapping.proposed(from: own, to: decade, currency: euro)
    let harvest = try #require(mapping[try Identifier("harvest")])
    #expect(harvest.to.text == "harvest" && ranks(harvest.levels).count == 5)
    let narrow = ScaleMapping.proposed(
      from: own, to: BuiltInCriteria.bsi2003.criteria(in: euro), currency: euro)
    #expect(narrow[try Identifier("harvest")] == nil)
  }

  @Test("Without intervals, levels of one name are the same; others are left open")
  func names() {
    var old = plainCriteria([[1, 1], [1, 2]])
    old.likelihood?.levels[0].name = Line("l2")!
    let new = plainCriteria([[1, 1], [1, 2]])
    let mapping = ScaleMapping.proposed(from: old, to: new, currency: euro)
    // Both are called L2 there; that they change nothing in order is for the migration to check.
    #expect(ranks(mapping.likelihood) == ["1=2", "2=2"])
    old.likelihood?.levels[0].name = Line("Never")!
    #expect(
      ranks(ScaleMapping.proposed(from: old, to: new, currency: euro).likelihood) == ["2=2"])
  }

  @Test("Decisions on top of a proposal replace it level by level, and a category as a whole")
  func overriding() throws {
    let proposed = ScaleMapping.proposed(from: decade, to: decade, currency: euro)
    var decided = ScaleMapping()
    decided.likelihood[level(5)] = level(4)
    decided.categories = [
      ScaleMapping.Category(
        from: try Identifier("money"), to: try Identifier("money"),
        levels: levelMap([1: 2])),
      ScaleMapping.Category(
        from: try Identifier("legal"), to: try Identifier("fines"),
        levels: levelMap([1: 1])),
    ]
    let both = proposed.overridden(by: decided)
    #expect(ranks(both.likelihood) == ["1=1", "2=2", "3=3", "4=4", "5=4"])
    #expect(ranks(both[try Identifier("money")]!.levels) == ["1=2", "2=2", "3=3", "4=4", "5=5"])
    #expect(ranks(both[try Identifier("legal")]!.levels) == ["1=1"])
  }
}
