public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// Every high risk has an indicator that tells early that it grows, and that indicator says something
/// today.
///
/// The rule fires at a high risk that no indicator `tracks`. It fires at an indicator that tracks a high
/// risk and has no reading up to today, neither an amber nor a red threshold, or a newest reading older
/// than its `maximumAge`; once for each such indicator, however many risks it tracks. High is a current
/// rating of `highFrom` or above. Drafts and closed risks are not asked.
///
/// Between two reviews only a measured figure shows that a risk moves. An indicator that nobody has read for
/// months is worse than none, for people trust that it would have turned red. Choose a figure that somebody
/// counts anyway, and enter it.
public struct HighRiskWithoutIndicator: RegisterCheck {
  public static let rule = Rule(
    "RSK-014", .warning, "High risk without an indicator that says something",
    [.iso31000("6.6"), .csf("ID.RA-07")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    var findings: [Finding] = []
    var tracked: [Int: [Risk]] = [:]
    for (place, risk) in register.register.risks.enumerated()
    where risk.isOngoing && register.isHigh(risk: place) {
      if register.indicatorsOfRisk[place].isEmpty {
        findings.append(Self.noIndicator(risk, place, register))
      }
      for indicator in register.indicatorsOfRisk[place] {
        tracked[indicator, default: []].append(risk)
      }
    }
    return findings
      + tracked.sorted { $0.key < $1.key }.compactMap { place, risks in
        let indicator = register.register.indicators[place]
        guard case .unknown(let reason) = indicator.state(on: register.today) else { return nil }
        return Self.silent(indicator, reason, risks)
      }
  }

  private static func noIndicator(_ risk: Risk, _ place: Int, _ register: CompiledRegister)
    -> Finding
  {
    rule.finding(
      risk.id.text, nil,
      "'\(risk.title)' is \(register.ratedWords(ofRisk: place) ?? "high"), and no indicator tracks it",
      hint: "add an <indicator> with thresholds that <tracks ref=\"\(risk.id)\"/>")
  }

  private static func silent(
    _ indicator: Indicator, _ reason: IndicatorState.Unknown, _ risks: [Risk]
  ) -> Finding {
    let tracks = "it tracks \(Wording.someOf(risks.map { "\($0.id) '\($0.title)'" }))"
    switch reason {
    case .noValue:
      return rule.finding(
        indicator.id.text, "reading",
        "'\(indicator.name)' has no reading up to today; \(tracks)",
        hint: "enter the newest value: <reading at=\"…\" value=\"…\"/>")
    case .noThresholds:
      return rule.finding(
        indicator.id.text, "red",
        "'\(indicator.name)' has neither an amber nor a red threshold, so no value means anything; \(tracks)",
        hint: "say from which value on it is bad: amber=\"…\", red=\"…\"")
    case .stale(let reading, let days, let limit):
      return rule.finding(
        indicator.id.text, "maximumAge",
        "the newest reading of '\(indicator.name)' is of \(reading.at.localDate.text), "
          + "\(Wording.count(days, "day", "days")) old, and says nothing after \(limit.words); \(tracks)",
        hint: "enter a newer value: <reading at=\"…\" value=\"…\"/>", nature: .wrong)
    }
  }
}
