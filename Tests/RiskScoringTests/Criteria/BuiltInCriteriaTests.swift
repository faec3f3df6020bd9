import RegisterModel
import RiskScoring
import Testing

struct BuiltInCriteriaTests {
  @Test("The names are those that registers are written with")
  func names() {
    #expect(
      BuiltInCriteria.allCases.map(\.rawValue)
        == ["decade-5x5", "sp800-30-g3", "bsi-200-3", "product-5x5"])
    #expect(BuiltInCriteria.standard.rawValue == "decade-5x5")
    #expect(BuiltInCriteria.standard.criteria(in: euro).set?.text == "decade-5x5")
  }

  @Test(
    "The frequencies are those of the publications",
    arguments: [
      (BuiltInCriteria.decade5x5, [0.001, 0.01, 0.1, 1, 10, 100]),
      (.sp80030G3, [0.01, 0.1, 1, 10, 100, 1000]),
      (.bsi2003, [0.02, 0.2, 1, 12, 120]),
      (.product5x5, [0.001, 0.01, 0.1, 1, 10, 100]),
    ])
  func frequencies(set: BuiltInCriteria, bounds: [Double]) throws {
    let levels = try #require(set.criteria(in: euro).likelihood).levels
    #expect(levels.map { $0.from?.perYear } == bounds.dropLast())
    #expect(levels.map { $0.to?.perYear } == Array(bounds.dropFirst()))
    #expect(levels.first?.cap == true && levels.last?.cap == true)
    #expect(levels.dropFirst().dropLast().allSatisfy { !$0.cap })
  }

  @Test("A decade of loss a level, from a thousand to a hundred million of the register's currency")
  func money() throws {
    for set in [BuiltInCriteria.decade5x5, .product5x5] {
      let criteria = set.criteria(in: Currency("CHF")!)
      let money = try #require(criteria.impacts.first { $0.unit?.text == "CHF" })
      #expect(money.levels.map { $0.from?.value } == [1e3, 1e4, 1e5, 1e6, 1e7])
      #expect(money.levels.map { $0.to?.value } == [1e4, 1e5, 1e6, 1e7, 1e8])
    }
  }

  @Test(
    "The matrices are those of the publications",
    arguments: [
      (
        BuiltInCriteria.sp80030G3,
        [[1, 1, 1, 2, 2], [1, 2, 2, 2, 3], [1, 2, 3, 3, 4], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]]
      ),
      (.bsi2003, [[1, 1, 2, 2], [1, 1, 2, 3], [1, 2, 3, 4], [1, 3, 4, 4]]),
    ])
  func matrices(set: BuiltInCriteria, rows: [[Int]]) throws {
    let matrix = try #require(set.criteria(in: euro).matrix)
    #expect(matrix.rows.map { $0.ratings.map { Int($0.rank) } } == rows)
  }

  @Test("decade-5x5 rates by the sum of the levels: 6, 4, 9, 6 cells of the four ratings")
  func decadeShares() throws {
    let rows = try #require(BuiltInCriteria.decade5x5.criteria(in: euro).matrix).rows
    for (row, ratings) in rows.enumerated() {
      for (column, rating) in ratings.ratings.enumerated() {
        let sum = row + column + 2
        #expect(rating.rank == (sum <= 4 ? 1 : sum == 5 ? 2 : sum <= 7 ? 3 : 4))
      }
    }
    #expect(shares(rows) == [6, 4, 9, 6])
  }

  @Test("product-5x5 cuts the 14 products at 5, 10 and 15: 8, 7, 4, 6 cells of the four ratings")
  func productShares() throws {
    let rows = try #require(BuiltInCriteria.product5x5.criteria(in: euro).matrix).rows
    var products: Set<Int> = []
    for (row, ratings) in rows.enumerated() {
      for (column, rating) in ratings.ratings.enumerated() {
        let product = (row + 1) * (column + 1)
        products.insert(product)
        #expect(rating.rank == (product < 5 ? 1 : product < 10 ? 2 : product < 15 ? 3 : 4))
      }
    }
    #expect(products.count == 14)
    #expect(shares(rows) == [8, 7, 4, 6])
  }

  @Test("Every set is complete and fits together", arguments: BuiltInCriteria.allCases)
  func complete(set: BuiltInCriteria) throws {
    let criteria = set.criteria(in: euro)
    let likelihood = try #require(criteria.likelihood).levels
    let matrix = try #require(criteria.matrix)
    let size = likelihood.count
    #expect(matrix.rows.count == size)
    #expect(matrix.rows.allSatisfy { $0.ratings.count == size })
    let used = Set(matrix.rows.flatMap(\.ratings))
    #expect(used == Set((1...matrix.ratings.count).map { level($0) }))
    #expect(criteria.reviews.map(\.rating) == (1...matrix.ratings.count).map { level($0) })
    let days = criteria.reviews.map(\.every.days)
    #expect(days == days.sorted(by: >) && days.first == 365 && days.last == 30)
    #expect(Set(days) == [30, 90, 180, 365])

    let general = try #require(criteria.appetites.first)
    #expect(general.category == nil && general.rating <= general.tolerance)
    #expect(general.tolerance < level(matrix.ratings.count))
    #expect(criteria.highFrom != nil && criteria.reviewEvery != nil)
    #expect(criteria.bands.map(\.hours) == [4, 24, 72, 168, 336, 720])
    #expect(criteria.horizon.map(criteria.bands.contains) == true)
    #expect(criteria.scenarios.count == 6 && criteria.note != nil)

    #expect(
      criteria.impacts.map(\.category.text) == [
        "money", "safety", "service", "legal", "reputation",
      ])
    for impact in criteria.impacts {
      #expect(impact.levels.count == size)
      #expect(impact.intolerable.map { (2...size).contains(Int($0.rank)) } == true)
      #expect(impact.meaning != nil && impact.levels.allSatisfy { $0.meaning != nil })
      let bounds = impact.levels.map { [$0.from?.value, $0.to?.value] }
      let amounts = impact.levels.map { [$0.moneyFrom?.amount, $0.moneyTo?.amount] }
      for stated in [bounds, amounts] where stated.joined().contains(where: { $0 != nil }) {
        for (below, above) in zip(stated, stated.dropFirst()) { #expect(below[1] == above[0]) }
        #expect(stated.allSatisfy { $0.allSatisfy { $0 ?? 0 > 0 } && $0[0]! < $0[1]! })
      }
    }
  }

  @Test("Every scale has intervals to compare risks by", arguments: BuiltInCriteria.allCases)
  func intervals(set: BuiltInCriteria) {
    let rules = ScoringRules(set.criteria(in: euro), currency: euro)
    #expect(rules.likelihood.basis == .intervals)
    #expect(rules.categories.allSatisfy { $0.comparableScale.basis == .intervals })
    #expect(rules.categories.filter(\.isMoney).map(\.definition.category.text) == ["money"])
  }

  @Test("No rating is milder for a worse level", arguments: BuiltInCriteria.allCases)
  func monotone(set: BuiltInCriteria) throws {
    let rows = try #require(set.criteria(in: euro).matrix).rows.map(\.ratings)
    for (below, above) in zip(rows, rows.dropFirst()) {
      #expect(zip(below, above).allSatisfy { $0 <= $1 })
    }
    for row in rows { #expect(row == row.sorted()) }
  }

  @Test(
    "Each rating is clearly darker than the one below, so that no colour has to be told from another",
    arguments: BuiltInCriteria.allCases)
  func colours(set: BuiltInCriteria) throws {
    let ratings = try #require(set.criteria(in: euro).matrix).ratings
    let lightness = try ratings.map { luminance(try #require($0.colour).hexadecimal) }
    for (below, above) in zip(lightness, lightness.dropFirst()) {
      #expect((below + 0.05) / (above + 0.05) > 1.25)  // the contrast ratio of WCAG 2
    }
  }

  private func shares(_ rows: [MatrixRow]) -> [Int] {
    var counts = [0, 0, 0, 0]
    for rating in rows.flatMap(\.ratings) { counts[Int(rating.rank) - 1] += 1 }
    return counts
  }

  /// The luminance of a colour without its gamma, near enough: channels squared, weights of WCAG 2.
  private func luminance(_ colour: String) -> Double {
    let value = Int(colour.dropFirst(), radix: 16)!
    let channels = [16, 8, 0].map { Double(value >> $0 & 255) / 255 }.map { $0 * $0 }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}
