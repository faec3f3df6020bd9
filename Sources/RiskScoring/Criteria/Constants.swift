import RegisterModel

/// Makes values of the model from constants of the built-in criteria. One that is out of range is a
/// mistake of ours, so it traps.
enum Constant {
  static func line(_ text: String) -> Line { checked(Line(text), text) }
  static func prose(_ text: String) -> Prose { checked(Prose(text), text) }
  static func colour(_ text: String) -> Colour { checked(Colour(text), text) }
  static func level<Scale>(_ rank: Int) -> Level<Scale> { checked(Level(rank), rank) }
  static func rate(_ perYear: Double) -> AnnualRate { checked(AnnualRate(perYear), perYear) }
  static func quantity(_ value: Double) -> Quantity { checked(Quantity(value), value) }

  /// - Parameter amount: In major units, without a fraction.
  static func money(_ amount: Double) -> Money {
    checked(Money(tenThousandths: Int64(amount) * 10_000), amount)
  }

  static func days(_ count: Int) -> CalendarPeriod {
    checked(CalendarPeriod(months: 0, days: count), count)
  }

  static func hours(_ count: Int64) -> ElapsedTime {
    checked(ElapsedTime(seconds: count * 3600), count)
  }

  static func identifier<Subject>(_ text: String) -> Identifier<Subject> {
    checked(try? Identifier(text), text)
  }

  private static func checked<Value>(_ value: Value?, _ source: some Any) -> Value {
    guard let value else { preconditionFailure("a constant of the built-in criteria: \(source)") }
    return value
  }
}
