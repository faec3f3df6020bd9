import RegisterModel
import RiskScoring

/// Explains the derived numbers of a register, one entity at a time.
///
/// ```swift
/// let explanation = Explainer(compiled).explanation(of: "R-014")
/// ```
public struct Explainer: Sendable {
  let compiled: CompiledRegister
  let words: RegisterWords
  /// The kind of everything that has an identifier.
  let kinds: [String: Kind]

  var register: Register { compiled.register }
  var rules: ScoringRules { compiled.rules }
  var today: CalendarDate { compiled.today }

  /// - Complexity: O(*n*) in the size of the register.
  public init(_ register: CompiledRegister) {
    compiled = register
    words = RegisterWords(register.register, register.rules)
    kinds = register.register.kindsByIdentifier
  }

  /// The word by which the criteria are explained.
  public static let criteria = "criteria"

  /// Why the derived numbers of an entity are what they are; nil where the register has no such entity.
  ///
  /// - Parameter entity: The identifier of anything in the register, or ``criteria``.
  /// - Complexity: O(*n* log *n*) in the number of risks, for their order.
  public func explanation(of entity: String) -> Explanation? {
    guard let kind = kinds[entity] else {
      return entity == Self.criteria && register.criteria != nil ? criteriaExplanation : nil
    }
    return Explanation(
      entity: entity, kind: kind.noun, name: name(of: entity), today: today,
      steps: derived(entity, kind) + [use(of: entity)])
  }

  /// The identifier that was likely meant: "did you mean 'R-21'?"; nil where none is near.
  public func suggestion(for entity: String) -> String? {
    if let id = try? Identifier<ImpactCategory>(entity), rules.index(of: id) != nil {
      return "it is an impact category, which '\(Self.criteria)' explains"
    }
    return Spelling.hint(
      for: entity, in: kinds.keys.sorted(by: IdentifierText.precedes) + [Self.criteria])
  }

  /// What people call a record: its name or title.
  func name(of entity: String) -> String {
    guard let element = register.writtenRecord(entity)?.element else { return entity }
    if element.name == "acceptance", let risk = element.attribute("risk") {
      return "Acceptance of \(risk)"
    }
    return element.attribute("name") ?? element.elements("title").first?.text ?? entity
  }

  private func derived(_ entity: String, _ kind: Kind) -> [ExplanationStep] {
    guard let id = try? Identifier<Anything>(entity) else { return [] }
    switch kind {
    case .risk: return compiled.risks[id].map(riskSteps) ?? []
    case .control:
      return compiled.controls[id].map { steps(of: register.controls[$0]) } ?? []
    case .treatment:
      return compiled.treatments[id].map { steps(of: register.treatments[$0]) } ?? []
    case .indicator:
      return compiled.indicators[id].map {
        [indicatorStep(register.indicators[$0])] + reviewSteps(after: register.indicators[$0])
      } ?? []
    case .acceptance:
      return register.acceptances.first { $0.id.text == entity }.map { [acceptanceStep($0)] } ?? []
    case .activity: return compiled.activities[id].map(activitySteps) ?? []
    case .asset: return compiled.assets[id].map(assetSteps) ?? []
    case .resource:
      return register.resources.firstIndex { $0.id.text == entity }.map(resourceSteps) ?? []
    case .service, .process: return supportSteps(entity)
    case .incident:
      return register.incidents.firstIndex { $0.id.text == entity }.map(incidentSteps) ?? []
    case .exercise:
      return register.exercises.firstIndex { $0.id.text == entity }.map(exerciseSteps) ?? []
    case .problem: return problemSteps(Identifier<Problem>(id))
    case .responseProtocol: return compiled.protocols[id].map(responseSteps) ?? []
    default: return []
    }
  }

  // MARK: Inputs

  /// Who stated a score, when and why; of an impact with a reason of its own, that.
  func assertion(of score: Score, because: Prose? = nil) -> Assertion? {
    Assertion(
      by: score.by, name: score.by.map { words.name(of: $0) }, on: score.on,
      because: because ?? score.because, evidence: because == nil ? score.evidence : nil)
  }

  /// "0.035", "12.5", "42 k"; nil: "unknown".
  static func number(_ value: Double?) -> String {
    guard let value else { return "unknown" }
    return value < 1 ? AmountText.plain(value) : AmountText.short(value)
  }

  /// "High (3)".
  func rating(_ rating: Level<RatingScale>) -> String {
    rules.matrix[rating].map { "\($0.name) (\(rating.rank))" } ?? "rating \(rating.rank)"
  }

  /// "3 Possible".
  func likelihood(_ level: Level<LikelihoodScale>) -> String {
    words.phrase(level.rank, words.name(of: level))
  }

  /// "4 Major".
  func impact(_ level: Level<ImpactScale>, _ category: CategoryIndex) -> String {
    words.phrase(level.rank, words.name(of: level, in: category))
  }
}
