public import RegisterModel

/// How long a task takes: at best, likeliest and at worst, or one time only. In seconds.
///
/// - Note: DOMAIN §6.6, after Malcolm, Roseboom, Clark and Fazar (1959).
public struct TaskDuration: Hashable, Sendable {
  /// Of a time that is fixed or measured all three are the same.
  let optimistic, likely, pessimistic: Int64

  /// A fixed time.
  ///
  /// - Parameter time: As measured, or all that is known.
  public init(_ time: ElapsedTime) {
    optimistic = time.seconds
    likely = time.seconds
    pessimistic = time.seconds
  }

  /// As a task states it; nil where it doesn't say how long it is likely to take. Where it doesn't state all
  /// three times, the likeliest counts as fixed.
  public init?(of task: RecoveryTask) {
    guard let likely = task.likely else { return nil }
    self.init(likely)
    if let optimistic = task.optimistic, let pessimistic = task.pessimistic {
      self.init(
        optimistic: optimistic.seconds, likely: likely.seconds, pessimistic: pessimistic.seconds)
    }
  }

  private init(optimistic: Int64, likely: Int64, pessimistic: Int64) {
    self.optimistic = optimistic
    self.likely = likely
    self.pessimistic = pessimistic
  }

  /// The expected time times six, a + 4m + b: whole, so that ties are ties.
  var sixths: Int64 { optimistic + 4 * likely + pessimistic }

  /// The expected time, (a + 4m + b)/6.
  public var expected: Double { Double(sixths) / 6 }

  /// The variance, ((b − a)/6)², in seconds squared.
  public var variance: Double {
    let width = Double(pessimistic - optimistic) / 6
    return width * width
  }
}
