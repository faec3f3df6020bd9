public import RegisterModel

/// Criteria to start from. Each gives a whole ``RegisterModel/Criteria`` that an organisation then makes
/// its own: what the bounds mean for it, nobody else can say.
///
/// Where a figure comes from a publication, the set says so; every other figure, and above all the caps
/// of open levels and everything about impacts, is a decision of this project. The amounts of money are
/// the same numbers in every currency.
public enum BuiltInCriteria: String, CaseIterable, Sendable {
  /// Five decades of frequency and of loss, rated by the sum of the levels. The one to take.
  case decade5x5 = "decade-5x5"
  /// The frequencies of NIST SP 800-30 rev. 1, table G-3, and its matrix, table I-2.
  case sp80030G3 = "sp800-30-g3"
  /// The frequencies, damage levels and matrix of BSI-Standard 200-3.
  case bsi2003 = "bsi-200-3"
  /// The common five by five matrix that multiplies levels, on the scales of ``decade5x5``. For
  /// organisations that have it; it orders risks worse.
  case product5x5 = "product-5x5"

  /// The set for who has no reason to take another: `decade-5x5`.
  public static let standard = BuiltInCriteria.decade5x5

  /// The criteria, complete but for what only the organisation has: approval authorities, its own
  /// risk categories, and limits on yearly loss.
  ///
  /// - Parameter currency: The currency of the register: the unit of the money category.
  public func criteria(in currency: Currency) -> Criteria {
    var criteria =
      switch self {
      case .decade5x5: Self.decade(currency)
      case .sp80030G3: Self.sp80030(currency)
      case .bsi2003: Self.bsi(currency)
      case .product5x5: Self.product(currency)
      }
    criteria.set = Constant.line(rawValue)
    // Criteria are to be reviewed within twelve months (DOMAIN §7, CFG-006).
    criteria.reviewEvery = CalendarPeriod(months: 12, days: 0)
    criteria.bands = Self.bandHours.map(Constant.hours)
    criteria.horizon = Constant.hours(14 * 24)
    criteria.scenarios = Self.scenarios.map {
      RequiredScenario(id: Constant.identifier($0), name: Constant.line($1))
    }
    return criteria
  }

  /// 4 h, 24 h, 72 h, 7 d, 14 d, 30 d (DOMAIN §1.3). The horizon of prioritised activities, 14 d, is
  /// our decision: one of the bands, so that the bands can tell.
  private static let bandHours: [Int64] = [4, 24, 72, 7 * 24, 14 * 24, 30 * 24]

  /// What protocols have to cover (DOMAIN §7, PRT-010; Delegated Regulation (EU) 2024/1774 Art. 26(2)).
  private static let scenarios = [
    ("cyber-attack", "Cyber attack"),
    ("site-loss", "Loss of a site"),
    ("staff-loss", "Loss of key staff"),
    ("utility-failure", "Failure of a utility"),
    ("supplier-failure", "Failure of a supplier"),
    ("backup-failure", "Failure of backup or disaster recovery"),
  ]
}
