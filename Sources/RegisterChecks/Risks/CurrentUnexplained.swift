public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// No risk is judged milder than its controls explain.
///
/// From the inherent levels and the effectiveness and reliability of the controls follows the lowest level
/// that they can account for, by the kindest reading: the lower end of what they leave of the interval of
/// the inherent level. Controls that share a cause count once. The rule fires where a current level lies
/// below that. It says nothing where a level isn't judged or has no interval, of impacts that a control may
/// shorten, and of risks that a treatment already done has changed without bringing a control. Drafts and
/// closed risks are not asked. Where a control without figures could explain the level, the finding asks for
/// them; where no control lowers what was judged lower, it asks for one. Both are then about what is missing.
///
/// Hopes tend to be booked as controls. An auditor compares what was claimed with what the controls can do,
/// and so should who decides by the current rating. Correct the level or the figures, or name the control
/// that is missing.
public struct CurrentUnexplained: RegisterCheck {
  public static let rule = Rule(
    "RSK-012", .warning, "Current lower than the controls explain", [.iso31000("6.4.3")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.risks.enumerated().compactMap { place, risk in
      guard risk.isOngoing, let inherent = risk.score(.inherent),
        let current = risk.score(.current), current.isSomewhereBelow(inherent),
        !register.treatmentsOfRisk[place].contains(where: {
          register.register.treatments[$0].changesWithoutControl
        })
      else { return nil }
      let effects = register.controlEffects(ofRisk: place, at: .current)
      let levels = register.rules.unexplainedLevels(of: risk, at: .current, given: effects)
      return levels.isEmpty ? nil : Self.unexplained(levels, effects, risk, register)
    }
  }

  private static func unexplained(
    _ levels: [UnexplainedLevel], _ effects: ControlEffects, _ risk: Risk,
    _ register: CompiledRegister
  ) -> Finding {
    let silent = effects.silent.filter { mightExplain($0, levels, register) }.map(\.control.text)
    let unlowered = levels.filter { $0.effect(of: effects).steps.isEmpty }.map(\.lowered)
    let reason =
      if !silent.isEmpty {
        "; \(Wording.someOf(silent)) \(silent.count == 1 ? "counts" : "count") for nothing without figures"
      } else if let first = unlowered.first {
        "; no control of it lowers the \(Wording.list(first == unlowered.last ? [first] : ["frequency", "severity"], "or"))"
      } else {
        ""
      }
    let hint =
      if !silent.isEmpty {
        "give \(Wording.someOf(silent)) lowers, effectiveness and reliability, or raise the level"
      } else if unlowered.isEmpty {
        "raise the level, or correct the figures of the controls"
      } else {
        "name the control that lowers it, <control ref=\"…\"/>, or raise the level"
      }
    return rule.finding(
      risk.id.text, levels[0].field(register),
      "'\(risk.title)' is judged milder than its controls explain: "
        + levels.map { words(for: $0, effects, register) }.joined(separator: "; ") + reason,
      hint: hint, nature: silent.isEmpty && unlowered.isEmpty ? .wrong : .missing)
  }

  /// "likelihood 2 Unlikely, explained down to 3 Possible (they leave 35 % of the inherent frequency)".
  private static func words(
    for level: UnexplainedLevel, _ effects: ControlEffects, _ register: CompiledRegister
  ) -> String {
    let effect = level.effect(of: effects)
    let left =
      effect.steps.isEmpty
      ? "" : " (they leave \(Wording.percent(effect.factor)) of the inherent \(level.lowered))"
    switch level {
    case .likelihood(let judged, let bound):
      return "likelihood \(register.words(for: judged)), explained down to "
        + register.words(for: bound) + left
    case .impact(let judged, let bound, let index):
      let category = register.rules[index].definition.category
      return
        "\(register.name(of: category)) \(register.words(for: judged, in: category)), explained down "
        + "to \(register.words(for: bound, in: category))" + left
    }
  }

  /// Whether a control that lacks figures acts, or may act, on one of the levels.
  private static func mightExplain(
    _ silent: SilentControl, _ levels: [UnexplainedLevel], _ register: CompiledRegister
  ) -> Bool {
    guard let control = register.controls[silent.control].map({ register.register.controls[$0] })
    else { return false }
    return levels.contains { level in
      switch level {
      case .likelihood:
        control.effect == .frequency || (control.effect == nil && control.kind != .corrective)
      case .impact: control.effect == .severity || control.effect == nil
      }
    }
  }
}

extension Score {
  /// Whether a level of it is lower than that of another score: only such a level needs explaining.
  fileprivate func isSomewhereBelow(_ other: Score) -> Bool {
    if let likelihood, let before = other.likelihood, likelihood < before { return true }
    return impacts.contains { impact in
      other.impacts.contains { $0.category == impact.category && impact.level < $0.level }
    }
  }
}

extension Treatment {
  /// Whether it has changed the risk in a way that no control stands for.
  fileprivate var changesWithoutControl: Bool {
    status == .done && option != .retain && introduces.isEmpty
  }
}

extension UnexplainedLevel {
  /// What controls would have to lower for it.
  fileprivate var lowered: String {
    switch self {
    case .likelihood: "frequency"
    case .impact: "severity"
    }
  }

  fileprivate func effect(of effects: ControlEffects) -> ControlEffect {
    switch self {
    case .likelihood: effects.frequency
    case .impact: effects.severity
    }
  }

  fileprivate func field(_ register: CompiledRegister) -> String {
    switch self {
    case .likelihood: "score[current]/likelihood"
    case .impact(_, _, let index):
      "score[current]/impact[\(register.rules[index].definition.category)]/level"
    }
  }
}

extension Wording {
  /// "35 %", "0.4 %": a share with two digits that count.
  static func percent(_ share: Double) -> String {
    let percent = share * 100
    guard percent > 0, percent < 9.95 else { return "\(Int(percent.rounded())) %" }
    guard percent >= 0.05 else { return "under 0.1 %" }
    let tenths = Int((percent * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }
}
