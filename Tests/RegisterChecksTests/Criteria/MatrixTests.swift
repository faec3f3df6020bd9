import RegisterChecks
import RegisterModel
import RiskScoring
import Testing

@Suite("CFG-002")
struct MatrixContradictionTests {
  static func found(_ change: (inout Criteria) -> Void) throws -> [Finding] {
    try findings(MatrixContradiction(), in: "", criteria: criteria(change))
  }

  @Test("The built-in criteria contradict themselves nowhere", arguments: BuiltInCriteria.allCases)
  func builtIn(set: BuiltInCriteria) throws {
    #expect(
      try findings(
        MatrixContradiction(), in: "", criteria: set.criteria(in: Currency("EUR")!)) == [])
  }

  @Test(
    "A rating that falls where the likelihood rises is one error of the matrix; mended it is none")
  func falls() throws {
    let found = try Self.found { $0.matrix?.rows[4].ratings[0] = level(1) }
    #expect(found.map(\.field).first == "criteria/matrix")
    #expect(
      found.map(\.message).first
        == "the rating falls where likelihood or impact rises: 4 Likely × impact 1 is 'Medium', "
        + "5 Frequent × impact 1 is 'Low' (MX-1)")
    #expect(try Self.found { $0.matrix?.rows[4].ratings[0] = level(2) } == [])
  }

  @Test("What is found in several categories alike is one error, at the first of them")
  func merged() throws {
    let found = try Self.found {
      $0.matrix?.rows[3].ratings[0] = level(4)
      // Here a level more is three times as bad, not ten.
      for (index, bound) in [1.0, 3, 9, 27, 81].enumerated() {
        $0.impacts[4].levels[index].from = Quantity(bound)
        $0.impacts[4].levels[index].to = Quantity(bound * 3)
      }
    }.filter { $0.message.contains("MX-2") }
    #expect(found.map(\.field) == ["criteria/impact[money]", "criteria/impact[reputation]"])
    #expect(found[0].message.contains("; the same in 'Safety', 'Service' and 'Law and contracts'"))
    #expect(found[1].message.contains("in Reputation, by up to 3 times"))
  }

  @Test("Levels that leave a gap are an error of their scale")
  func gap() throws {
    let found = try Self.found { $0.likelihood?.levels[2].from = AnnualRate(0.2) }
    #expect(found.map(\.field) == ["criteria/likelihood"])
    #expect(
      found[0].message.contains("no level covers 0.1 to 0.2") && found[0].message.contains("MX-8"))
  }

  @Test("An outer bound that isn't stated is CFG-001; one of zero is no bound")
  func openEnd() throws {
    #expect(
      try Self.found {
        $0.likelihood?.levels[4].to = nil
        $0.likelihood?.levels[4].cap = false
      } == [])
    let found = try Self.found {
      $0.likelihood?.levels[0].from = AnnualRate(0)
      $0.likelihood?.levels[0].cap = false
    }
    #expect(found.map(\.field) == ["criteria/likelihood"])
    #expect(found.map(\.hint) == ["state the bound up to which to compute, with cap=\"yes\""])
  }

  @Test("Without criteria or matrix there is nothing to contradict")
  func noMatrix() throws {
    #expect(try places(MatrixContradiction(), in: "", criteria: nil) == [])
    #expect(try Self.found { $0.matrix = nil } == [])
  }
}

@Suite("CFG-003")
struct MatrixCoarseTests {
  static func found(_ change: (inout Criteria) -> Void) throws -> [Finding] {
    try findings(MatrixCoarse(), in: "", criteria: criteria(change))
  }

  @Test("The standard criteria tell risks apart as well as a matrix can")
  func standard() throws { #expect(try Self.found { _ in } == []) }

  @Test("A rating that no cell has is a warning of the matrix; taking it out clears it")
  func unused() throws {
    func raise(_ criteria: inout Criteria) {
      criteria.matrix?.ratings.append(Rating(name: Line("Beyond")!))
    }
    #expect(
      try Self.found(raise).map(\.message)
        == ["no cell of the matrix has the rating 'Beyond' (MX-7)"])
    #expect(try Self.found(raise).map(\.field) == ["criteria/matrix"])
  }

  @Test("A level that is too wide is one warning for all categories of which it is so")
  func compression() throws {
    let found = try Self.found {
      $0.likelihood?.levels[4].to = AnnualRate(1000)
    }.filter { $0.message.contains("MX-6") }
    #expect(found.map(\.field) == ["criteria/impact[money]"])
    #expect(found[0].message.hasSuffix("'Law and contracts' and 'Reputation' (MX-6)"))
  }

  @Test("The warnings of the matrix are no errors, nor its errors warnings")
  func severities() throws {
    let found = try Self.found { $0.matrix?.rows[4].ratings[0] = level(1) }
    #expect(found.allSatisfy { $0.severity == .warning && !$0.message.contains("MX-1") })
  }
}
