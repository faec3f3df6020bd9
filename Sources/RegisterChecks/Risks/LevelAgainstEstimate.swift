public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// Where a risk has both levels and an estimate in numbers, they say the same.
///
/// At each stage with a score and an estimate, the mean frequency of the estimate is looked up on the
/// likelihood scale, and its mean loss on the scale of the money category; a finding says where the level
/// that was typed is another. A mean within a billionth of a bound fits the levels on both sides. Nothing is
/// claimed of a distribution without a mean, of an estimate of which a part is missing, of levels without
/// intervals, and of means that no level holds. Where the event also causes outages, their cost comes on top
/// of the estimated loss, so that only a money level that is too low is found. Drafts and closed risks are
/// not asked.
///
/// The two were given by people who thought of different events, or one of them is old. Ratings go by the
/// levels and expected losses by the numbers, and a board would see both. Correct the one that is wrong.
public struct LevelAgainstEstimate: RegisterCheck {
  public static let rule = Rule(
    "RSK-016", .warning, "Typed level disagrees with the estimate", [.csf("GV.RM-06")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let money = register.rules.categories.first(where: \.isMoney)
    return register.register.risks.flatMap { risk -> [Finding] in
      guard risk.isOngoing, !risk.estimates.isEmpty else { return [] }
      return risk.estimates.flatMap { estimate -> [Finding] in
        guard let score = risk.score(estimate.stage) else { return [] }
        return [
          Self.frequency(of: estimate, against: score, risk, register),
          money.flatMap { Self.loss(of: estimate, against: score, in: $0, risk, register) },
        ].compactMap(\.self)
      }
    }
  }

  private static func frequency(
    of estimate: Estimate, against score: Score, _ risk: Risk, _ register: CompiledRegister
  ) -> Finding? {
    let scale = register.rules.likelihood
    guard let mean = estimate.meanFrequency, let typed = score.likelihood,
      let level = scale.level(containing: mean), level != typed, !scale.isAt(typed, mean)
    else { return nil }
    return rule.finding(
      risk.id.text, "score[\(score.stage.rawValue)]/likelihood",
      "the \(score.stage.rawValue) likelihood of '\(risk.title)' is \(register.words(for: typed)), but its "
        + "estimate expects \(Wording.number(mean)) events a year, which is \(register.words(for: level))",
      hint: "set likelihood=\"\(level.rank)\", or correct the frequency of the estimate")
  }

  private static func loss(
    of estimate: Estimate, against score: Score, in money: CategoryRules, _ risk: Risk,
    _ register: CompiledRegister
  ) -> Finding? {
    let category = money.definition.category
    guard let mean = estimate.meanLoss,
      let typed = score.impacts.first(where: { $0.category == category })?.level,
      let level = money.scale.level(containing: mean), level != typed,
      !money.scale.isAt(typed, mean), !risk.causesOutages || level > typed
    else { return nil }
    return rule.finding(
      risk.id.text, "score[\(score.stage.rawValue)]/impact[\(category)]/level",
      "the \(score.stage.rawValue) impact on \(register.name(of: category)) of '\(risk.title)' is "
        + "\(register.words(for: typed, in: category)), but its estimate expects a loss of "
        + "\(Wording.number(mean)) \(register.register.currency.code), which is "
        + register.words(for: level, in: category),
      hint: "set level=\"\(level.rank)\", or correct the loss of the estimate")
  }
}

extension IntervalScale {
  /// Whether a value lies at a bound of a level, but for rounding.
  fileprivate func isAt(_ level: Level<Scale>, _ value: Double) -> Bool {
    guard let interval = self[level] else { return false }
    return [interval.low, interval.high].contains { abs(value - $0) <= 1e-9 * $0 }
  }
}

extension Risk {
  /// Whether its event takes something out for a time, which costs more than the estimate's loss.
  fileprivate var causesOutages: Bool { hits.contains { $0.outage != nil } }
}

extension Wording {
  /// "0.035", "12.5", "3100000": a number to three digits.
  static func number(_ value: Double) -> String {
    guard value > 0 else { return "0" }
    var unit = 1.0  // of the last digit that is shown
    while value / unit >= 1000 { unit *= 10 }
    while value / unit < 100, unit > 1e-9 { unit /= 10 }
    let digits = Int64((value / unit).rounded())
    guard unit < 1 else {
      return "\(digits * Int64(unit))"
    }
    return decimal(digits, unit)
  }

  private static func decimal(_ digits: Int64, _ unit: Double) -> String {
    let places = Int((1 / unit).rounded()).description.utf8.count - 1
    let text =
      String(repeating: "0", count: max(places + 1 - "\(digits)".utf8.count, 0)) + "\(digits)"
    var fraction = text.suffix(places)
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? "\(text.dropLast(places))" : "\(text.dropLast(places)).\(fraction)"
  }
}
