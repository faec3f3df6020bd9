import RegisterModel

/// Rules of the structure and the history whose findings come from where the register is read, edited
/// and recorded, before there is anything to check.
enum StructureRules {
  static let all: [Rule] = [
    duplicateIdentifier, missingReference, brokenHistory, staleEdit,
  ]

  /// An identifier names one thing in the whole register, across kinds, and once it is retired names
  /// nothing else ever.
  ///
  /// Reports that quote R-014 and a protocol that activates on it must mean the same risk for years.
  /// Give one of the two another identifier; `holdfast remove` retires identifiers by itself.
  static let duplicateIdentifier = Rule(
    "STR-001", .error, "Identifier used twice, or again",
    [.iso31000("6.7"), .iso22301("7.5")], .wrong)

  /// What a record names is there, and is of the kind that belongs there.
  ///
  /// An owner that is no party and a hit on an asset that was removed keep the file from being a
  /// register: nothing that is computed from it would be true. The message names the nearest
  /// identifier that exists.
  static let missingReference = Rule(
    "STR-002", .error, "Reference to something that isn't there",
    [.iso31000("6.7"), .iso22301("8.2.2")], .wrong)

  /// The history is as it was written: no entry was changed, none removed.
  ///
  /// Each entry carries the hash of the one before it. Where they don't fit, the history is no
  /// evidence any more: take it from an earlier revision of the file and record again. This finding
  /// can't be suppressed.
  static let brokenHistory = Rule(
    "STR-005", .error, "History changed or cut", [.iso22301("7.5.3")], .wrong)

  /// An edit finds the value that it says it changes.
  ///
  /// Reported by `holdfast set` and `merge` where somebody else has changed the value in between;
  /// nothing is edited then.
  static let staleEdit = Rule(
    "STR-006", .error, "Edit of a value that is no longer there", [.iso31000("6.7")], .wrong)
}
