import RegisterModel

/// The times at which a questionnaire asks how bad a disruption is: those of the criteria, or of more than
/// five a choice of five, spread over all of them, with the first and the last.
enum QuestionHorizons {
  static let most = 5
  /// Where the criteria name none: 4 hours to 30 days (DOMAIN §1.3).
  private static let usual = [4, 24, 72, 168, 336, 720].map { ElapsedTime(seconds: $0 * 3600)! }

  static func times(of criteria: Criteria?) -> [ElapsedTime] {
    let stated = Set(criteria?.bands ?? []).sorted()
    let bands = stated.isEmpty ? usual : stated
    guard bands.count > most else { return bands }
    // Halfway between two, the earlier: soon after a disruption a little time makes the most difference.
    let last = most - 1
    return (0..<most).map { bands[(2 * $0 * (bands.count - 1) + last - 1) / (2 * last)] }
  }
}
