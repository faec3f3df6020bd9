public import RegisterModel

/// What a control claims against a risk, as its record and the risk have it.
public struct ControlClaim: Hashable, Sendable {
  public let control: Identifier<Control>
  /// The share by which it lowers what it lowers, when it works: for this risk, where the risk says so.
  public let effectiveness: Share
  /// The probability that it works when it is needed.
  public let reliability: Share

  /// The share by which it lowers on average: e·r.
  public var lowering: Double { effectiveness.value * reliability.value }
}

/// Why a control of a risk counts for nothing.
public struct SilentControl: Hashable, Sendable {
  public enum Reason: Hashable, Sendable, CaseIterable {
    /// Neither the control nor the risk says how effective it is.
    case noEffectiveness
    /// Nobody has said how reliably it works.
    case noReliability
    /// It doesn't say what it lowers, and its kind doesn't tell.
    case noEffect
    /// It corrects, which is after the event, and yet says that it lowers the frequency.
    case correctsFrequency
  }

  public let control: Identifier<Control>
  public let reasons: [Reason]
}

extension Control {
  /// What it lowers: as it says or, where it prevents and says nothing, the frequency. nil: unknown.
  ///
  /// What corrects acts after the event, so it never lowers the frequency (DOMAIN §2.5).
  public var effect: Effect? {
    switch (kind, lowers) {
    case (.corrective, .frequency): nil
    case (_, .some(let lowers)): lowers
    case (.preventive, nil): .frequency
    default: nil
    }
  }

  /// Whether it shortens the event, or may: it corrects and doesn't say what.
  var mayShorten: Bool { lowers == .duration || (lowers == nil && kind == .corrective) }

  /// What keeps it from counting against a risk.
  ///
  /// - Parameter effectiveness: The one that holds for the risk.
  func silence(effectiveness: Share?) -> [SilentControl.Reason] {
    SilentControl.Reason.allCases.filter { reason in
      switch reason {
      case .noEffectiveness: effectiveness == nil
      case .noReliability: reliability == nil
      case .noEffect: effect == nil && lowers == nil
      case .correctsFrequency: kind == .corrective && lowers == .frequency
      }
    }
  }
}
