import RegisterModel
import RiskScoring
import Testing

struct MatrixAuditTests {
  private func decades(_ ratings: [[Int]]) -> MatrixAudit {
    MatrixAudit(
      likelihoodBounds: (0...ratings.count).map { powers[$0] },
      impactBounds: (0...(ratings.first?.count ?? 0)).map { powers[$0] }, ratings: ratings)
  }

  private let powers: [Double] = (0...20).map { (0..<$0).reduce(1.0) { power, _ in power * 10 } }

  @Test("MX-1: a rating that falls along a row or a column")
  func falling() {
    #expect(decades([[1, 2], [2, 1]]).pairs("MX-1") == ["2×2 1×2", "2×2 2×1"])
    #expect(!decades([[1, 1], [1, 1]]).codes.contains("MX-1"))
  }

  @Test("MX-3 sees a jump downwards too, and none where there is only one rating")
  func jumps() {
    #expect(decades([[3, 2], [2, 1]]).pairs("MX-3") == ["2×2 1×1"])
    #expect(decades([[2, 2], [2, 2]]).pairs("MX-3").isEmpty)
    // Of two ratings, the lowest and the highest always meet.
    #expect(
      decades([[1, 1], [1, 2]]).pairs("MX-3") == ["1×2 2×2", "2×1 2×2", "1×1 2×2"].sorted())
  }

  @Test("MX-2: what only touches is consistent, though rounding says otherwise")
  func touching() {
    let audit = MatrixAudit(
      likelihoodBounds: [0.1, 0.3, 0.7], impactBounds: [0.1, 0.3, 0.7], ratings: [[1, 1], [1, 3]])
    // The least of 2×2 is 0.3·0.3, the most of 1×2 is 0.3·0.7.
    #expect(audit.pairs("MX-2") == ["1×2 2×2", "2×1 2×2"])
    #expect(decades([[1, 1], [2, 2]]).pairs("MX-2") == ["1×2 2×1", "1×1 2×1", "1×2 2×2"])
    #expect(decades([[1, 2], [2, 3]]).pairs("MX-2").isEmpty)
  }

  @Test("MX-4: what stands for a cell is larger though it is rated lower, by so much")
  func inversion() throws {
    let audit = decades([[1, 1, 1], [2, 2, 2]])
    #expect(audit.pairs("MX-4") == ["1×3 2×1"])
    guard case .inversions(let pairs)? = audit.findings.first(where: { $0.code == "MX-4" }) else {
      Issue.record("1×3 is larger than 2×1")
      return
    }
    #expect(pairs.count == 1)
    #expect(pairs.pairs[0].ratio.isNear(10))
  }

  @Test("MX-4 on linear scales compares the middles")
  func linearCentres() {
    let bounds = [0, 0.1, 1]
    let audit = MatrixAudit(
      likelihoodBounds: bounds, impactBounds: bounds, ratings: [[1, 1], [2, 2]], spacing: .linear)
    // 0.05·0.55 on both sides of the diagonal: equal is no inversion.
    #expect(audit.pairs("MX-4").isEmpty)
  }

  @Test("MX-6: a cell wider than the limit; a decade by a decade is not")
  func compression() {
    #expect(!decades([[1, 1], [1, 2]]).codes.contains("MX-6"))
    let audit = MatrixAudit(
      likelihoodBounds: [1, 10, 1000], impactBounds: [1, 10, 100], ratings: [[1, 2], [2, 3]])
    guard
      case .rangeCompression(let spans, let limit)? = audit.findings.first(where: {
        $0.code == "MX-6"
      })
    else {
      Issue.record("two decades by one")
      return
    }
    #expect(spans.map(\.cell.text) == ["2×1", "2×2"])
    #expect(spans.map(\.ratio) == [1000, 1000] && limit == 100)
  }

  @Test("MX-6: from zero on there is no limit to the ratio")
  func infinite() {
    let audit = MatrixAudit(
      likelihoodBounds: [0, 1], impactBounds: [1, 2], ratings: [[1]], spacing: .linear)
    #expect(audit.codes.contains("MX-6"))
    #expect(!audit.codes.contains("MX-10"))
  }

  @Test("MX-7: a rating without cells, and one with more than half of them")
  func ratings() {
    let audit = decades([[1, 1, 1], [1, 1, 4]])
    #expect(audit.findings.contains(.unusedRatings([level(2), level(3)])))
    #expect(audit.findings.contains(.dominantRating(level(1), cells: 5, of: 6)))
    #expect(!decades([[1, 1], [2, 2]]).codes.contains("MX-7"))  // half is not more than half
  }

  @Test("MX-8: bounds that don't ascend")
  func bounds() {
    let audit = MatrixAudit(
      likelihoodBounds: [1, 1, 0.5], impactBounds: [1, 2], ratings: [[1], [1]])
    #expect(
      audit.findings.contains(
        .boundDefects(.likelihood, [.notIncreasing(level: 1), .notIncreasing(level: 2)])))
    #expect(audit.unaudited.count == 2 && audit.ordering == nil)
  }

  @Test("MX-10: an end without a bound above zero")
  func openEnds() {
    let audit = MatrixAudit(
      likelihoodBounds: [0, 1, 10], impactBounds: [1, 10, .infinity], ratings: [[1, 1], [1, 2]])
    #expect(audit.findings.contains(.openEnds(.likelihood, [.below])))
    #expect(audit.findings.contains(.openEnds(.impact, [.above])))
    // Compared is what has bounds: one cell that starts at zero, one that doesn't.
    #expect(audit.unaudited.map(\.text) == ["1×2", "2×2"])
  }

  @Test("One cell: nothing to order")
  func oneCell() {
    let audit = decades([[1]])
    #expect(audit.codes == ["MX-5", "MX-7"])
    #expect(audit.ordering?.tie == 1)
    #expect(audit.differentPairs == 0 && audit.distances.isEmpty)
  }

  @Test("Twenty by twenty, rated by the sum, is consistent")
  func large() throws {
    let audit = decades((0..<20).map { row in (0..<20).map { 1 + (row + $0) / 4 } })
    #expect(audit.codes == ["MX-5"])
    #expect(audit.distances.map(\.steps) == Array(1...9))
    #expect(audit.distances.first?.overlapping ?? 0 > 0)
    #expect(audit.distances.dropFirst().allSatisfy { $0.overlapping == 0 })
    let ordering = try #require(audit.ordering)
    #expect(ordering.pairCount == 6400 * 6399 / 2)
    #expect(ordering.correct + ordering.error + ordering.tie + ordering.equal == 1)
  }

  @Test("A hundred thousand contradictions are counted, and a thousand listed")
  func hostile() throws {
    let audit = decades((0..<20).map { row in (0..<20).map { _ in row % 2 == 0 ? 9 : 1 } })
    guard case .weakConsistency(let pairs)? = audit.findings.first(where: { $0.code == "MX-2" })
    else {
      Issue.record("every other row is rated the wrong way")
      return
    }
    #expect(pairs.pairs.count == CellPairs.limit)
    #expect(pairs.count > 20_000)
    #expect(pairs.pairs.first?.ratio ?? 0 >= pairs.pairs.last?.ratio ?? 0)
  }

  @Test("Cox's form: the cells that break it are named, and only three ratings have one")
  func coxForm() {
    let bounds = [0, 0.25, 0.5, 0.75, 1]
    func form(_ ratings: [[Int]]) -> CoxForm? {
      MatrixAudit(
        likelihoodBounds: bounds, impactBounds: bounds, ratings: ratings, spacing: .linear
      ).coxForm
    }
    let broken = form([[1, 1, 1, 2], [1, 2, 2, 3], [1, 2, 3, 3], [1, 2, 3, 3]])
    #expect(broken?.raisedEdges.map(\.text) == ["1×4"])
    #expect(broken?.highNearEdge.map(\.text) == ["2×4"])
    #expect(form([[1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 2, 2], [1, 1, 2, 2]]) == nil)
    #expect(decades([[1, 1, 1], [1, 2, 2], [1, 2, 3]]).coxForm == nil)
  }
}
