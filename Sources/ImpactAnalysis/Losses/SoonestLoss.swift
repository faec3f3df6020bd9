public import RegisterModel

/// How soon an outage can cost an amount: in that outage, of all that may begin within some days, which
/// costs it first.
///
/// - Note: DOMAIN §3.2: inf{t : L(t) ≥ X}, here over all starts, because nobody chooses when it happens.
public struct SoonestLoss: Hashable, Sendable {
  /// The first start at which it is so soon; nil where it makes no difference when the outage begins.
  public let start: Moment?
  /// After how many seconds, rounded down; `TimeBounds.never` where no outage costs so much.
  public let seconds: Int64

  private init(start: Moment?, seconds: Int64) {
    self.start = start
    self.seconds = seconds
  }

  /// By a curve that is the same whenever the outage begins.
  public init(of amount: Double, on curve: LossCurve) {
    self.init(start: nil, seconds: Self.seconds(of: amount, on: curve) ?? TimeBounds.never)
  }

  /// - Parameters:
  ///   - amount: In main units of the register's currency.
  ///   - from: The first start looked at; the last is `days` days later.
  ///   - days: 1...3660.
  /// - Returns: nil where the time zones are not known for all of that time.
  /// - Complexity: That of ``WorstStart``, some twenty times.
  public init?(
    of amount: Double, losses: LossTerms, pattern: OperatingPattern, from: Moment, days: Int = 366
  ) {
    guard !pattern.isAlways else {
      self.init(of: amount, on: LossCurve.parts(of: losses).total)
      return
    }
    func curve(from start: Moment) -> LossCurve {
      LossCurve.parts(of: losses, operating: OperatingTime(pattern, start: start)).total
    }
    guard var latest = Self.seconds(of: amount, on: curve(from: from)) else {
      self.init(start: nil, seconds: TimeBounds.never)
      return
    }
    let first = from.secondsSince1970
    let last = first + Int64(days) * 86_400
    // What takes longer than the days looked at is lost at much the same time from any of them.
    guard latest <= Int64(days) * 86_400 else {
      self.init(start: from, seconds: latest)
      return
    }
    guard pattern.known.contains(first), pattern.known.contains(last + latest) else { return nil }
    let stretches = pattern.stretches(from: first, to: last + latest)
    func sweep(_ length: Int64) -> StartSweep {
      StartSweep(losses, stretches, length: length, starts: first...last)
    }
    var earliest: Int64 = 0
    while earliest < latest {
      let middle = (earliest + latest) / 2
      // Not for the noise of sums.
      if sweep(middle).highest >= amount - 1e-9 * abs(amount) {
        latest = middle
      } else {
        earliest = middle + 1
      }
    }
    guard let start = pattern.zone.moment(at: sweep(latest).worst) else { return nil }
    self.init(start: start, seconds: Self.seconds(of: amount, on: curve(from: start)) ?? latest)
  }

  private static func seconds(of amount: Double, on curve: LossCurve) -> Int64? {
    // A millionth of a second is noise: 4 h are not 3 h 59 min 59 s.
    curve.time(losing: amount).map { Int64(($0 * 3600 + 1e-6).rounded(.down)) }
  }
}
