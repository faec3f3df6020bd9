public import RegisterModel
import ResponsePlanning
import RiskScoring

/// Everything of a register that is due, overdue, red, stale or triggered at a moment.
///
/// - Note: DOMAIN §8.1.
public struct RegisterAlerts: Sendable {
  /// How far ahead "soon" reaches where nobody says.
  public static let usualDays = 30

  /// What is overdue first; see ``Alert``.
  public let alerts: [Alert]
  /// The moment for which they hold; days count by the register's `today`.
  public let moment: Moment
  /// How many days ahead it looks.
  public let days: Int

  /// - Parameters:
  ///   - now: The moment for reporting clocks, triggers and activations; of the day that the register was
  ///     compiled for.
  ///   - days: How far ahead to look, in days.
  /// - Complexity: O(*n* log *n*) in the number of records.
  public init(_ compiled: CompiledRegister, at now: Moment, days: Int = Self.usualDays) {
    moment = now
    self.days = days
    let maker = AlertMaker(compiled: compiled, now: now, days: days)
    alerts = [
      maker.reportingClocks, maker.triggers, maker.activations, maker.incidents, maker.rootCauses,
      maker.riskReviews, maker.treatments, maker.acceptances, maker.actions, maker.indicators,
      maker.exercises, maker.contacts, maker.impactReviews, maker.criteriaReview,
      maker.suppressions,
    ].flatMap(\.self).sorted()
  }

  /// Those that a party is to act on: itself, in a role that it holds or in which it stands in, or because a
  /// role or team is part of it.
  public func alerts(for party: Identifier<Party>, in register: Register) -> [Alert] {
    let concerned = Self.actingFor(party, in: register)
    return alerts.filter { $0.who.map(concerned.contains) ?? false }
  }

  /// A party and all in whose place it acts.
  private static func actingFor(_ party: Identifier<Party>, in register: Register)
    -> Set<Identifier<Party>>
  {
    var places: [Identifier<Party>: [Identifier<Party>]] = [:]
    for other in register.parties {
      for holder in other.holders + other.deputies {
        places[holder.ref, default: []].append(other.id)
      }
      if let whole = other.partOf { places[whole, default: []].append(other.id) }
    }
    var found: Set = [party]
    var open = [party]
    while let next = open.popLast() {
      for place in places[next] ?? [] where found.insert(place).inserted { open.append(place) }
    }
    return found
  }
}

/// Makes the alerts of a register.
struct AlertMaker {
  let compiled: CompiledRegister
  let now: Moment
  let days: Int

  var register: Register { compiled.register }
  var today: CalendarDate { compiled.today }

  /// Overdue, or due within the days looked ahead; nil: later.
  func state(due: CalendarDate) -> Alert.State? {
    if due < today { return .overdue }
    return Int(due.dayNumber) - Int(today.dayNumber) <= days ? .due : nil
  }

  /// "was due on 2026-11-08", "is due on 2026-12-08".
  static func words(_ state: Alert.State, _ due: CalendarDate) -> String {
    "\(state == .overdue ? "was" : "is") due on \(DateText.day(due))"
  }
}
