public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// Every high risk is being treated, or somebody bears it by name and for a time.
///
/// High is a current rating of `highFrom` in the criteria or above; where they don't say, the highest
/// rating. What answers it is a treatment that is proposed, approved or in progress, or an acceptance that
/// is live today and was given at today's rating or a higher one. A treatment that is done or cancelled
/// doesn't: done, it is in the current rating already. Nor does one whose option is to retain the risk, for
/// that is an acceptance and needs one. Drafts and closed risks are not asked.
///
/// A high risk that nobody answers is the first thing an auditor looks for: the organisation knew, and did
/// nothing. Plan a treatment with an owner and a date, or have it accepted by who may do so.
public struct HighRiskUnanswered: RegisterCheck {
  public static let rule = Rule(
    "RSK-008", .error, "High risk without treatment and without live acceptance",
    [.iso31000("6.5.3"), .csf("ID.RA-06"), .cir("2.1.2 g")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.risks.enumerated().compactMap { place, risk in
      guard risk.isOngoing, register.isHigh(risk: place),
        register.coveringAcceptance(ofRisk: place) == nil,
        !register.treatmentsOfRisk[place].contains(where: {
          register.register.treatments[$0].isAnswer
        })
      else { return nil }
      return Self.unanswered(risk, place, register)
    }
  }

  private static func unanswered(_ risk: Risk, _ place: Int, _ register: CompiledRegister)
    -> Finding
  {
    let treatments = register.treatmentsOfRisk[place].map { register.register.treatments[$0] }
    let facts = treatments.map(\.reasonNotToAnswer) + register.acceptanceFacts(ofRisk: place)
    return rule.finding(
      risk.id.text, nil,
      "'\(risk.title)' is \(register.ratedWords(ofRisk: place) ?? "high") with no treatment under way and "
        + "no live acceptance" + (facts.isEmpty ? "" : "; " + Wording.someOf(facts)),
      hint:
        "add a <treatment> that treats \(risk.id), with owner and due date, or an <acceptance> of it"
    )
  }
}

extension Treatment {
  /// Whether the risk is being worked on by it.
  fileprivate var isAnswer: Bool {
    option != .retain && (status == .proposed || status == .approved || status == .inProgress)
  }

  fileprivate var reasonNotToAnswer: String {
    option == .retain && status != .done && status != .cancelled
      ? "treatment \(id) only retains it"
      : "treatment \(id) is \(status == .cancelled ? "cancelled" : "done")"
  }
}

extension CompiledRegister {
  /// Why no acceptance of a risk answers for it: "acceptance AC-3 expired on 2026-06-30".
  func acceptanceFacts(ofRisk place: Int) -> [String] {
    acceptancesOfRisk[place].map { index in
      let acceptance = register.acceptances[index]
      let fact =
        switch acceptance.state(on: today) {
        case .expired(let day): "expired on \(day.text)"
        case .withdrawn(let day): "was withdrawn on \(day.text)"
        case .notYet(let day): "begins on \(day.text)"
        case .incomplete: "is incomplete"
        case .live: whatIsNotCovered(by: acceptance, risk: place)
        }
      return "acceptance \(acceptance.id) \(fact)"
    }
  }

  private func whatIsNotCovered(by acceptance: Acceptance, risk place: Int) -> String {
    if let accepted = acceptance.rating, let rating = current.scores[place].rating,
      accepted < rating
    {
      return "was given at \(words(for: accepted))"
    }
    return covers(acceptance, risk: place)
      ? "was replaced by a later one" : "was given while within tolerance"
  }
}
