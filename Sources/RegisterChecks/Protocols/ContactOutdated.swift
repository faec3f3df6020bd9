public import RegisterAnalysis
public import RegisterModel
import ResponsePlanning

/// Whoever a protocol names can be reached, by contacts that were found to work within the last six months.
///
/// Asked is of all whom a protocol names, and of those who hold their roles and stand in. A contact is wrong where the
/// last exercise or call found it so and it wasn't verified since. The contacts of a protocol as a whole have a day until
/// which they are valid. Where nobody has said how to reach somebody who is to be called, the protocol can't be carried
/// out.
public struct ContactOutdated: RegisterCheck {
  public static let rule = Rule(
    "PRT-006", .error, "Contact missing, wrong or not verified within six months",
    [.iso22301("8.4.3"), .cir("4.1.2 c")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let invalid = Self.invalid(register)
    let parties = register.partiesOfProtocols
    let outdated = register.register.parties.filter { parties.contains($0.id) }.compactMap {
      party -> Finding? in
      if let exercise = invalid[party.id] { return Self.wrong(party, exercise) }
      let stale = party.contacts.enumerated().filter { !$1.isVerified(on: register.today) }
      return stale.first.map { Self.stale(party, $0.offset, stale.map(\.element)) }
    }
    let expired = register.register.protocols.compactMap { plan in
      plan.contactsValidUntil.flatMap { $0 < register.today ? Self.expired(plan, $0) : nil }
    }
    return expired + Self.unstated(register) + outdated
  }

  /// Whom protocols call and nobody has said how to reach; where there are many, once is enough.
  private static func unstated(_ register: CompiledRegister) -> [Finding] {
    var seen: Set<Identifier<Party>> = []
    let parties = register.response.protocols.flatMap { response in
      response.calls.entries.filter { $0.problem == .unstated && seen.insert($0.who).inserted }
        .map { (who: $0.who, plan: register.register.protocols[response.place]) }
    }
    guard parties.count > 3 else {
      return parties.map { unstated([$0.who], "'\($0.plan.name)' calls", register) }
    }
    return [unstated(parties.map(\.who), "protocols call", register)]
  }

  /// Those whom the last exercise that called them couldn't reach because the contact was wrong.
  private static func invalid(_ register: CompiledRegister) -> [Identifier<Party>: Exercise] {
    var last: [Identifier<Party>: (on: CalendarDate, exercise: Exercise?)] = [:]
    for exercise in register.register.exercises {
      guard let on = exercise.on, on <= register.today else { continue }
      for reached in exercise.reached where last[reached.who].map({ $0.on <= on }) ?? true {
        last[reached.who] = (on, reached.invalid ? exercise : nil)
      }
    }
    var invalid: [Identifier<Party>: Exercise] = [:]
    for party in register.register.parties {
      guard let (on, exercise) = last[party.id], let exercise,
        !party.contacts.contains(where: { $0.verified.map { $0 > on } ?? false })
      else { continue }
      invalid[party.id] = exercise
    }
    return invalid
  }

  private static func expired(_ plan: ResponseProtocol, _ until: CalendarDate) -> Finding {
    rule.finding(
      plan.id.text, "contactsValidUntil",
      "the contacts of '\(plan.name)' were valid until \(until.text)",
      hint: "call them all, and say until when they hold: "
        + Wording.set("contactsValidUntil=YYYY-MM-DD"))
  }

  private static func unstated(
    _ parties: [Identifier<Party>], _ calls: String, _ register: CompiledRegister
  ) -> Finding {
    rule.finding(
      parties.count == 1 ? parties[0].text : nil, parties.count == 1 ? "contact" : nil,
      "nobody has said how to reach \(Wording.someOf(parties.map { register.party($0)?.name.text ?? $0.text })), whom "
        + calls,
      hint:
        "name a holder who can be reached, or add <contact channel=\"mobile\" address=\"…\" timeout=\"PT5M\" "
        + "probability=\"0.8\" verified=\"YYYY-MM-DD\"/>",
      nature: .missing)
  }

  private static func wrong(_ party: Party, _ exercise: Exercise) -> Finding {
    rule.finding(
      party.id.text, "contact",
      "the contact of '\(party.name)' was wrong in \(exercise.id) '\(exercise.name)'",
      hint: "correct it, call, and note the day: verified=\"YYYY-MM-DD\"")
  }

  private static func stale(_ party: Party, _ place: Int, _ contacts: [Contact]) -> Finding {
    let verified = contacts.compactMap(\.verified).min()
    let words = Wording.someOf(contacts.map(\.channel.rawValue))
    return rule.finding(
      party.id.text, "contact[\(place + 1)]",
      verified.map { "nobody has tried to reach '\(party.name)' by \(words) since \($0.text)" }
        ?? "nobody has noted whether '\(party.name)' can be reached by \(words)",
      hint: "call, and note the day: verified=\"YYYY-MM-DD\"")
  }
}

extension Contact {
  /// Whether it was found to work within the six months before a day.
  fileprivate func isVerified(on today: CalendarDate) -> Bool {
    guard let until = verified?.adding(.sixMonths) else { return false }
    return until >= today
  }
}

extension CalendarPeriod {
  // A period of months is one.
  fileprivate static let sixMonths = CalendarPeriod(months: 6, days: 0)!
}

extension CompiledRegister {
  /// All whom a protocol names, and those who hold their roles and stand in.
  ///
  /// - Complexity: O(*n*) in parties and protocols.
  fileprivate var partiesOfProtocols: Set<Identifier<Party>> {
    var open: [Identifier<Party>] = []
    for plan in register.protocols {
      for level in plan.levels {
        open += level.authorities.map(\.ref)
        open += level.notifies.map(\.ref)
        open += level.escalates.map(\.ref)
      }
      open += plan.calls.map(\.who)
      open += plan.quorums.flatMap { $0.of.map(\.ref) }
      open += plan.tasks.compactMap(\.role)
      open += plan.messages.compactMap(\.approver)
      if let authority = plan.standDown?.authority { open.append(authority) }
    }
    var named: Set<Identifier<Party>> = []
    while let next = open.popLast() {
      guard named.insert(next).inserted, let party = party(next) else { continue }
      open += (party.holders + party.deputies).map(\.ref)
    }
    return named
  }
}
