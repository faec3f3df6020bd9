public import ImpactAnalysis
public import RegisterModel

/// Who can be reached how, at some moment or whenever all contacts can be used.
///
/// Of a role, team or organisation its own contacts come first (the duty telephone), then those of its
/// holders, then those of its deputies, each person once.
public struct CallDirectory: Sendable {
  private let parties: [Party]
  private let places: [Identifier<Party>: Int]
  private let open: [Identifier<BusinessCalendar>: Truth]
  /// The moment it is about; nil: all contacts can be used.
  public let moment: Moment?

  /// - Parameters:
  ///   - calendars: Of the same register.
  ///   - moment: When the calls are made. They take some time, in which a contact may become usable or cease
  ///     to be: that is left out.
  /// - Complexity: O(parties + calendars × hours).
  public init(_ register: Register, calendars: RegisterCalendars, at moment: Moment) {
    self.init(
      register, moment,
      open: register.calendars.map { calendar in
        let pattern = calendars.pattern(of: calendar.id)
        return (calendar.id, pattern.map { Truth($0.isAtWork(at: moment)) } ?? .unknown)
      })
  }

  /// At an hour at which all contacts can be used.
  ///
  /// - Complexity: O(parties).
  public init(_ register: Register) { self.init(register, nil, open: []) }

  private init(
    _ register: Register, _ moment: Moment?, open: [(Identifier<BusinessCalendar>, Truth)]
  ) {
    parties = register.parties
    places = Dictionary(
      register.parties.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.open = Dictionary(open, uniquingKeysWith: { first, _ in first })
    self.moment = moment
  }

  /// How to reach a party; empty for one that the register doesn't know.
  ///
  /// - Complexity: O(*n*) in those who hold it and stand in, and their contacts.
  public func chain(to party: Identifier<Party>) -> CallChain {
    var attempts: [CallChain.Attempt] = []
    for member in members(of: party) {
      for (place, contact) in parties[member].contacts.enumerated() {
        attempts.append(
          CallChain.Attempt(
            party: parties[member].id, place: place, contact: contact,
            isUsable: contact.calendar.flatMap { open[$0] } ?? .yes))
      }
    }
    return CallChain(attempts)
  }

  /// The party and those who hold it and stand in, each once, in the order in which they are called.
  func members(of party: Identifier<Party>) -> [Int] {
    guard let first = places[party] else { return [] }
    var seen: Set<Int> = []
    var order: [Int] = []
    var waiting = [first]
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      order.append(next)
      let others = parties[next].holders + parties[next].deputies
      waiting += others.reversed().compactMap { places[$0.ref] }
    }
    return order
  }
}
