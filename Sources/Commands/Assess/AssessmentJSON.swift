import RegisterModel
import RiskScoring

/// An assessment as JSON. Every key is always there; what is unknown is null, never 0.
struct AssessmentJSON: Encodable {
  /// Of this form of JSON: keys may be added to a version, none goes or changes its meaning.
  let version = 1
  let register: Head
  let stage: String
  /// What the register lacks to be assessed, in words.
  let lacks: [String]
  let scales: ScalesJSON
  /// How many are ranked; ``ranked`` may hold fewer.
  let rankedCount: Int
  let ranked: [RankedJSON]
  let notAssessed: [NotAssessedJSON]
  let closed: [ListedRiskJSON]
  let heatMap: HeatMapJSON
  let counts: CountsJSON
  /// Of all risks that are not closed.
  let expectedAnnualLoss: LossSumJSON
  let note = "Ratings one step apart are not distinguishable from the matrix alone."

  struct Head: Encodable {
    let id: String
    let title: String
    let revision: Nullable<Int32>
    let currency: String
  }

  /// - Parameter limit: How many ranked risks; nil: all.
  init(_ report: AssessmentReport, limit: Int?) {
    let register = report.register
    self.register = Head(
      id: register.id.text, title: register.title.text,
      revision: Nullable(register.revision?.value), currency: register.currency.code)
    stage = report.stage.rawValue
    lacks = report.lacks
    scales = ScalesJSON(report)
    rankedCount = report.order.count
    var ranked: [RankedJSON] = []
    var current = report.order.first
    while let risk = current, ranked.count < limit ?? .max {
      let next = risk.place < report.order.count ? report.order[risk.place] : nil
      ranked.append(RankedJSON(risk, above: next, report))
      current = next
    }
    self.ranked = ranked
    notAssessed = report.order.notAssessed.map { NotAssessedJSON($0, report) }
    closed = report.order.closed.map { ListedRiskJSON(report.assessment.risks[$0]) }
    heatMap = HeatMapJSON(report.map)
    counts = CountsJSON(report)
    expectedAnnualLoss = LossSumJSON(report.counts.exposure)
  }
}

/// A value that is written as null where it is nil.
struct Nullable<Value: Encodable>: Encodable {
  let value: Value?
  init(_ value: Value?) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}

/// An expected yearly loss with its bounds, in major units of the register's currency.
struct LossJSON: Encodable {
  let low: Double
  let expected: Double
  let high: Double

  init(_ exposure: Exposure) {
    low = exposure.low
    expected = exposure.expected
    high = exposure.high
  }
}

struct LossSumJSON: Encodable {
  let sum: Nullable<LossJSON>
  let knownCount: Int
  let unknownCount: Int

  init(_ sum: ExposureSum) {
    self.sum = Nullable(sum.exposure.map { LossJSON($0) })
    knownCount = sum.knownCount
    unknownCount = sum.unknownCount
  }
}
