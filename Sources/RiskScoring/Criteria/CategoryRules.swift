public import RegisterModel

/// An impact category compiled for scoring.
public struct CategoryRules: Sendable {
  /// The category as the criteria have it: its token, its name, the names of its levels.
  public let definition: ImpactCategory
  /// The bounds of its levels in its own unit.
  public let scale: IntervalScale<ImpactScale>
  /// The bounds of its levels in major units of the register's currency: its own, where it is the money
  /// category, otherwise the equivalents that the criteria state.
  public let money: IntervalScale<ImpactScale>
  /// Its unit is the currency of the register.
  public let isMoney: Bool
  /// The appetite that holds for it: its own or, if it has none, the one for all; nil: none stated.
  public let appetite: Appetite?

  /// - Parameter columnCount: The impact levels of the matrix: those of a category that declares none.
  init(
    _ definition: ImpactCategory, currency: Currency, appetites: [Appetite], columnCount: Int
  ) {
    let levels = definition.levels
    let isMoney = definition.unit?.text == currency.code
    let blank = [LevelInterval?](repeating: nil, count: levels.isEmpty ? columnCount : 0)
    let own = blank + levels.map(Self.interval)
    let equivalents = blank + levels.map(Self.equivalent)
    self.definition = definition
    self.isMoney = isMoney
    scale = IntervalScale(own)
    money = IntervalScale(isMoney ? zip(own, equivalents).map { $0 ?? $1 } : equivalents)
    appetite =
      appetites.first { $0.category == definition.category }
      ?? appetites.first { $0.category == nil }
  }

  /// The scale on which impacts of the category are compared with those of others: its own; failing
  /// that, its equivalents in money; failing those, its ranks.
  public var comparableScale: IntervalScale<ImpactScale> {
    scale.basis == .ranks && money.basis == .intervals ? money : scale
  }

  var limits: RatingLimits {
    appetite.map { RatingLimits(appetite: $0.rating.rank, tolerance: $0.tolerance.rank) }
      ?? RatingLimits()
  }

  private static func interval(_ level: ImpactLevel) -> LevelInterval? {
    guard let from = level.from, let to = level.to else { return nil }
    return LevelInterval(low: from.value, high: to.value, isCapped: level.cap)
  }

  private static func equivalent(_ level: ImpactLevel) -> LevelInterval? {
    guard let from = level.moneyFrom, let to = level.moneyTo else { return nil }
    return LevelInterval(low: from.amount, high: to.amount, isCapped: level.cap)
  }
}
