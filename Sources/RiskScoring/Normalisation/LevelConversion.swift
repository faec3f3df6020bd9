public import RegisterModel

/// What a level of one scale is on another: the level whose interval holds what stands for it.
public enum LevelConversion<Scale: Sendable>: Hashable, Sendable {
  /// It is this level there; `value` stood for it, in the unit of the other scale.
  case level(Level<Scale>, value: Double)
  /// Nobody can say.
  case unknown(ConversionGap)

  /// The level on the other scale; nil where nobody can say.
  public var level: Level<Scale>? {
    if case .level(let level, _) = self { level } else { nil }
  }
}

/// Why a level has no counterpart on another scale.
public enum ConversionGap: Hashable, Sendable {
  /// The level has no interval above zero, so nothing stands for it; or its scale has no such level.
  case noInterval
  /// No interval of the other scale holds what stands for it.
  case offScale(value: Double)
  /// The other criteria have no such category, and none in money that it could go by.
  case noCategory
  /// The two categories count different things, and not both have a meaning in money.
  case otherUnit
  /// Both are in money, of different currencies, and no rate was given.
  case otherCurrency
}

extension IntervalScale where Scale: Sendable {
  /// What each level of this scale is on another, the lowest first.
  ///
  /// - Parameter factor: What one unit of this scale is in the unit of the other.
  func conversions(to other: IntervalScale<Scale>, factor: Double = 1) -> [LevelConversion<Scale>] {
    intervals.map { interval in
      guard let value = interval?.representative.map({ $0 * factor }) else {
        return .unknown(.noInterval)
      }
      return other.level(containing: value).map { .level($0, value: value) }
        ?? .unknown(.offScale(value: value))
    }
  }
}
