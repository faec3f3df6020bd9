import RegisterModel
import RiskScoring
import TestSupport
import Testing

@testable import ImpactAnalysis

/// Mistakes that other programs make with impact analyses, each tried here so that this one never does
/// (DOMAIN §8.2, whose numbers these are). The traps of scoring are in `RiskScoringTests/TrapsTests`; 9 to 14
/// are those of scheduling by three points, elicitation and simulation, which have no part in it.
@Suite("Traps of impact analysis")
struct ImpactTrapsTests {
  private func disruption(_ cells: String) throws -> ActivityDisruption {
    let criteria = BuiltInCriteria.standard.criteria(in: Currency("EUR")!)
    let register = try Register(
      "<activity id=\"A\" name=\"A\">\(cells)</activity>", criteria: criteria)
    return ActivityDisruption(register.activities[0], criteria: register.criteria, loss: nil)
  }

  @Test("1: A horizon before which nobody judged is an upper bound, not the MTPD")
  func blankHorizons() throws {
    let result = try disruption("<impact category=\"safety\" at=\"P3D\" level=\"5\"/>")
    #expect(result.period?.upper == Int64(3 * 86_400))
    #expect(result.period?.isUpperBoundOnly == true)
    #expect(result.period?.lower == 0)
    #expect(result.openRows.isEmpty == false)
  }

  @Test("2: What is unset wins no minimum, and takes part in none as zero or less")
  func unset() throws {
    let (_, impact) = try WorkedExample.impact(
      """
      <activity id="A" name="A"><needs mode="start"><on ref="X"/></needs></activity>
      <activity id="B" name="B"><targets rto="PT8H" own="PT1H"/>
        <needs mode="start"><on ref="X"/></needs></activity>
      <asset id="X" name="X"/>
      """)
    let requirement = impact.requirements.requirements[2]
    #expect(requirement.seconds == 7 * 3600 && requirement.binding == 1)
    // That one who needs it has not said by when is said as well.
    #expect(requirement.isIncomplete)
    #expect(impact.recovery.ready[2] == .unknown)
    #expect(impact.gap(of: 2) == nil && impact.gap(of: 0) == nil)
    let (register, data) = try WorkedExample.impact(
      """
      <activity id="A" name="A"><needs><on ref="X"/></needs></activity>
      <activity id="B" name="B"><targets rpo="PT4H"/><needs><on ref="X"/></needs></activity>
      <asset id="X" name="X" kind="data"/>
      """)
    let loss = DataLoss(register, data.graph)
    #expect(loss.requirements[2].seconds == 4 * 3600 && loss.requirements[2].isIncomplete)
    #expect(loss.gap(of: 2) == nil && !loss.isTooMuch(at: 2))
  }

  @Test("2: Zero is a time: what is back at once is not unknown")
  func zero() throws {
    let (_, impact) = try WorkedExample.impact(
      """
      <activity id="A" name="A"><targets rto="PT0S" own="PT0S"/><needs><on ref="X"/></needs></activity>
      <asset id="X" name="X"><targets own="PT0S"/></asset>
      """)
    #expect(impact.recovery.ready[0].seconds == 0)
    #expect(impact.gap(of: 0) == 0 && impact.gap(of: 1) == 0)
  }

  @Test("3: An RTO as long as the MTPD is too long")
  func equalTargets() throws {
    let register = try Register(
      "<activity id=\"A\" name=\"A\"><targets mtpd=\"PT4H\" rto=\"PT4H\"/></activity>")
    #expect(TargetBudget(register.activities[0]).isValid == false)
    #expect(TargetBudget(register.activities[0]).budget == 0)
  }

  @Test("4: What is declared for a component is held against what those who need it ask for")
  func declaredComponent() throws {
    let (register, impact) = try WorkedExample.impact(
      """
      <activity id="A" name="A"><targets rto="PT2H" own="PT30M"/>
        <needs mode="start"><on ref="X"/></needs></activity>
      <asset id="X" name="X"><targets rto="P1D"/><capability rta="PT1H" evidence="test"/></asset>
      """)
    let late = try #require(LatePromise.all(register, impact).first)
    #expect(late.dependent == 0 && late.resource == 1 && late.promised - late.required == 81_000)
    // A declaration is neither a requirement nor a capability: those come from activities and evidence.
    #expect(impact.requirements.requirements[1].seconds == 5400)
    #expect(impact.recovery.ready[1].seconds == 3600)
  }

  @Test("14: How often something is exceeded is a rate, and may be more than one a year")
  func rates() throws {
    let outage = OutageDuration(try #require(ElapsedTime(seconds: 7200)))
    let cause = BreachRate.Cause(
      frequency: try #require(AnnualRate(5)), probability: try #require(Share(1)), outage: outage)
    let breach = BreachRate([cause], tolerable: ElapsedTime(seconds: 3600)!)
    #expect(breach.perYear == 5)
    #expect(breach.chance(inYears: 1) < 1)
  }

  @Test("15: Two of a thing that share a third are as single as it is")
  func sharedCause() throws {
    let (_, impact) = try WorkedExample.impact(
      """
      <activity id="A" name="A"><needs atLeast="1"><on ref="X"/><on ref="Y"/></needs></activity>
      <asset id="X" name="X"><needs><on ref="Z"/></needs></asset>
      <asset id="Y" name="Y"><needs><on ref="Z"/></needs></asset>
      <asset id="Z" name="Z"/>
      """)
    #expect(SinglePoints(impact.graph, activities: [0]).points.map(\.node) == [3])
    #expect(
      DoublePoints(impact.graph, activities: [0]).pairs.map { [$0.first, $0.second] } == [[1, 2]])
  }

  @Test("16: A contract that has ended promises nothing, by the day that is asked about")
  func today() throws {
    let register = try Register(
      """
      <asset id="X" name="X"><targets own="P1D"/><contract recovery="PT4H" until="2026-06-30"/></asset>
      """)
    func own(_ day: String) -> Int64? {
      ImpactGraph(register, today: CalendarDate(text: day)!).own[0].seconds
    }
    #expect(own("2026-06-30") == Int64(4 * 3600))
    #expect(own("2026-07-01") == Int64(86_400))
  }
}
