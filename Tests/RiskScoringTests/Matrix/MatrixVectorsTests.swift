import RegisterModel
import RiskScoring
import Testing

/// The vectors of DOMAIN §9.1.
struct MatrixVectorsTests {
  private static let thirds = [0, 1.0 / 3, 2.0 / 3, 1]
  private static let frequencies = [0.001, 0.01, 0.1, 1, 10, 100]
  private static let losses: [Double] = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8]

  @Test("Cox's three by three on linear scales contradicts itself nowhere")
  func cox() throws {
    let audit = MatrixAudit(
      likelihoodBounds: Self.thirds, impactBounds: Self.thirds,
      ratings: [[1, 1, 1], [1, 2, 2], [1, 2, 3]], spacing: .linear)
    #expect(audit.codes.isDisjoint(with: ["MX-1", "MX-2", "MX-3", "MX-4"]))
    #expect(audit.differentPairs == 23)
    #expect(audit.overlappingPairs == 10)
    let ordering = try #require(audit.ordering)
    #expect(ordering.pairCount == 10_296)
    #expect(ordering.correct.isShare(0.562160))
    #expect(ordering.error.isShare(0.009713))
    #expect(ordering.tie.isShare(0.428127))
    #expect(audit.coxForm?.isMet == true)
  }

  @Test("Two by two with three ratings jumps across the corner")
  func twoByTwo() {
    let audit = MatrixAudit(
      likelihoodBounds: [0, 0.5, 1], impactBounds: [0, 0.5, 1], ratings: [[1, 2], [2, 3]],
      spacing: .linear)
    #expect(audit.pairs("MX-3") == ["1×1 2×2"])
    #expect(audit.pairs("MX-2").isEmpty)
  }

  @Test("Three by three rated by the product jumps twice, and is weakly consistent")
  func threeByThree() {
    let audit = MatrixAudit(
      likelihoodBounds: Self.thirds, impactBounds: Self.thirds,
      ratings: [[1, 1, 2], [1, 2, 3], [2, 3, 3]], spacing: .linear)
    #expect(audit.pairs("MX-3") == ["1×2 2×3", "2×1 3×2"])
    #expect(audit.pairs("MX-2").isEmpty)
    #expect(audit.coxForm?.isMet == false)
  }

  @Test("Where likely means mild, the matrix orders risks worse than chance: wholly reversed")
  func negativeCorrelation() throws {
    let audit = MatrixAudit(
      likelihoodBounds: [0, 0.5, 1], impactBounds: [0, 0.5, 1], ratings: [[1, 2], [2, 3]],
      spacing: .linear)
    // On f = 0.75 − s the cell low/low holds 0.25 ≤ s ≤ 0.5, with risks of 0.125 to 0.140625.
    let line = (1..<75).map { (frequency: 0.75 - Double($0) / 100, loss: Double($0) / 100) }
    let low = line.filter { $0.frequency < 0.5 && $0.loss < 0.5 }.map { $0.frequency * $0.loss }
    #expect(low.allSatisfy { $0 > 0.125 && $0 <= 0.140625 + 1e-12 })
    let ordering = try #require(audit.ordering(of: line))
    #expect(ordering.correctCount == 0)
    #expect(ordering.errorCount + ordering.equalCount == ordering.pairCount - ordering.tieCount)
    #expect(ordering.errorCount > 1000)
  }

  @Test("decade-5x5 has no error, and orders 72 of 100 pairs rightly")
  func decade() throws {
    let audit = MatrixAudit(
      likelihoodBounds: Self.frequencies, impactBounds: Self.losses,
      ratings: [
        [1, 1, 1, 2, 3], [1, 1, 2, 3, 3], [1, 2, 3, 3, 4], [2, 3, 3, 4, 4], [3, 3, 4, 4, 4],
      ])
    #expect(audit.codes == ["MX-5"])
    #expect(audit.cellCounts == [6, 4, 9, 6])
    #expect(audit.differentPairs == 228 && audit.overlappingPairs == 44)
    let ordering = try #require(audit.ordering)
    #expect(ordering.correct.isShare(0.723158))
    #expect(ordering.error.isShare(0.002757))
    #expect(ordering.tie.isShare(0.268571))
  }

  @Test("The same scales rated by the product order risks worse")
  func product() throws {
    let ratings = (1...5).map { row in
      (1...5).map { column in
        switch row * column {
        case ...4: 1
        case ...9: 2
        case ...14: 3
        default: 4
        }
      }
    }
    let audit = MatrixAudit(
      likelihoodBounds: Self.frequencies, impactBounds: Self.losses, ratings: ratings,
      showsScores: true)
    #expect(audit.cellCounts == [8, 7, 4, 6])
    let ordering = try #require(audit.ordering)
    #expect(ordering.correct.isShare(0.721303))
    #expect(ordering.error.isShare(0.008321))
    #expect(ordering.tie.isShare(0.262155))
    #expect(audit.findings.contains(.scoreTies(products: 14, sums: 9, cells: 25)))
    #expect(audit.scoreValues == (14, 9))
  }

  @Test("A row that is rated highest throughout is inconsistent where it starts")
  func inconsistent() {
    let audit = MatrixAudit(
      likelihoodBounds: Self.frequencies, impactBounds: Self.losses,
      ratings: [
        [1, 1, 1, 2, 2], [1, 1, 2, 2, 3], [1, 2, 2, 3, 3], [1, 2, 3, 3, 3], [3, 3, 3, 3, 3],
      ])
    #expect(audit.pairs("MX-2") == ["4×1 5×1"])
    guard case .weakConsistency(let pairs)? = audit.findings.first(where: { $0.code == "MX-2" })
    else {
      Issue.record("weak consistency is broken")
      return
    }
    #expect(pairs.pairs[0].ratio.isNear(10))
    #expect(audit.pairs("MX-3") == ["4×1 5×1", "4×1 5×2"])
  }
}

extension MatrixAudit {
  /// The checks that found something.
  var codes: Set<String> { Set(findings.map(\.code)) }

  /// The pairs of a check, the lower-rated cell first: "1×2 2×3".
  func pairs(_ code: String) -> [String] {
    findings.filter { $0.code == code }.flatMap { finding in
      switch finding {
      case .notMonotone(let pairs), .weakConsistency(let pairs), .betweenness(let pairs),
        .inversions(let pairs):
        pairs.pairs.map { "\($0.lower.text) \($0.higher.text)" }
      default: [String]()
      }
    }
  }
}

extension MatrixCell {
  var text: String { "\(likelihood.rank)×\(impact.rank)" }
}

extension Double {
  /// Within one in a million.
  fileprivate func isShare(_ value: Double) -> Bool { abs(self - value) < 1e-6 }
}
