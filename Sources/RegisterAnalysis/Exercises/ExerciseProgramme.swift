public import RegisterModel

/// Which protocols were exercised when, which are planned to be, and which are due.
///
/// An exercise was held if it says when, and that is not after today. Records are known by their place in their
/// family.
public struct ExerciseProgramme: Sendable {
  public enum State: String, Sendable, CaseIterable {
    /// No exercise of it was ever held.
    case never
    /// The last was more than twelve months ago.
    case overdue
    /// The twelve months end within ninety days.
    case dueSoon
    case inTime
  }

  /// What was and will be exercised of one protocol.
  public struct Entry: Sendable {
    /// Of the protocol among the protocols.
    public let place: Int
    /// The exercises of it that were held, the last first.
    public let held: [Int]
    /// Those that are planned and not held, the next first.
    public let planned: [Int]
    /// Whether it is for something prioritised, so that it must be exercised every twelve months.
    public let isForPrioritised: Bool
    public let state: State
    /// By when it must be exercised again; nil where it never was.
    public let due: CalendarDate?
    /// When it was last exercised.
    public let last: CalendarDate?
  }

  /// One for each protocol, in the order of the register.
  public let entries: [Entry]
  /// How often a protocol is to be exercised.
  public static let interval = CalendarPeriod(months: 12, days: 0)!  // a period of months is one
  /// How many days ahead something counts as due soon.
  public static let soonDays = 90

  /// - Complexity: O(*n* log *n*) in exercises, protocols and what they cover.
  public init(_ compiled: CompiledRegister) {
    let register = compiled.register
    var held: [Int: [Int]] = [:]
    var planned: [Int: [Int]] = [:]
    for (place, exercise) in register.exercises.enumerated() {
      for exercised in exercise.exercised {
        guard let subject = compiled.protocols[exercised.ref] else { continue }
        if exercise.isHeld(by: compiled.today) {
          held[subject, default: []].append(place)
        } else if exercise.planned != nil || exercise.on != nil {
          planned[subject, default: []].append(place)
        }
      }
    }
    let subjects = PrioritisedProtocols(compiled)
    entries = register.protocols.indices.map { place in
      let held = (held[place] ?? []).map { (register.exercises[$0].on?.dayNumber ?? 0, $0) }
        .sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1)
      let planned = (planned[place] ?? [])
        .map { (register.exercises[$0].nextDay?.dayNumber ?? .max, $0) }.sorted { $0 < $1 }
        .map(\.1)
      let last = held.first.flatMap { register.exercises[$0].on }
      let due = last.flatMap { $0.adding(Self.interval) }
      return Entry(
        place: place, held: held, planned: planned, isForPrioritised: subjects.contains(place),
        state: Self.state(due: due, wasHeld: last != nil, today: compiled.today), due: due,
        last: last)
    }
  }

  private static func state(due: CalendarDate?, wasHeld: Bool, today: CalendarDate) -> State {
    guard wasHeld else { return .never }
    guard let due else { return .inTime }  // beyond the end of the calendar
    if due < today { return .overdue }
    return Int(due.dayNumber) - Int(today.dayNumber) <= soonDays ? .dueSoon : .inTime
  }
}

extension Exercise {
  /// Whether it was held by a day.
  public func isHeld(by today: CalendarDate) -> Bool { on.map { $0 <= today } ?? false }

  /// When it is to be held, where it was not.
  public var nextDay: CalendarDate? { planned ?? on }

  /// Whether it shows how fast people answer: it called them, or measured how long they took to be told.
  public var testsCommunication: Bool {
    kind == .notification || !reached.isEmpty || measured.contains { $0.step == .notify }
  }
}

/// Which protocols are for something prioritised: they cover a prioritised activity, what one needs, or a risk
/// that hits either.
private struct PrioritisedProtocols {
  private let places: Set<Int>

  init(_ compiled: CompiledRegister) {
    let register = compiled.register
    guard !compiled.impact.prioritised.isEmpty else {
      places = []
      return
    }
    let isNeeded = compiled.impact.isNeeded
    func matters(_ id: Identifier<Dependable>) -> Bool {
      compiled.node(of: id).map { isNeeded[$0] } ?? false
    }
    var places: Set<Int> = []
    for (place, subject) in register.protocols.enumerated() {
      let isFor = subject.covers.contains { covered in
        matters(Identifier<Dependable>(covered.ref))
          || (compiled.risks[covered.ref].map {
            register.risks[$0].allHits.contains(where: matters)
          } ?? false)
      }
      if isFor { places.insert(place) }
    }
    self.places = places
  }

  func contains(_ place: Int) -> Bool { places.contains(place) }
}
