public import RegisterModel

/// Who may accept risks of which rating, and who is who behind roles.
///
/// Authority is what the criteria give to a party. It passes to who holds a role or stands in for it,
/// and to who leads a team or organisation, the first that it names, or stands in for it; not to the
/// other members.
public struct ApprovalAuthorities: Sendable {
  private let stated: [ApprovalAuthority]
  /// The roles and teams that each party may speak for.
  private let spokenFor: [Identifier<Party>: [Identifier<Party>]]
  /// The only holder of each role that has one and no more.
  private let onlyHolders: [Identifier<Party>: Identifier<Party>]

  /// - Complexity: O(*n*) in the parties with their holders and deputies.
  public init(_ register: Register) {
    stated = register.criteria?.authorities ?? []
    var spokenFor: [Identifier<Party>: [Identifier<Party>]] = [:]
    var onlyHolders: [Identifier<Party>: Identifier<Party>] = [:]
    for party in register.parties {
      let holders = party.holders.map(\.ref)
      let isRole = party.kind == .role || party.kind == nil
      for speaker in (isRole ? holders : Array(holders.prefix(1))) + party.deputies.map(\.ref) {
        spokenFor[speaker, default: []].append(party.id)
      }
      if isRole, let holder = holders.first, holders.count == 1 { onlyHolders[party.id] = holder }
    }
    self.spokenFor = spokenFor
    self.onlyHolders = onlyHolders
  }

  /// Whether the criteria say of anybody what they may accept.
  public var areStated: Bool { !stated.isEmpty }

  /// The highest rating that a party may accept, by itself or for whom it speaks; nil: none.
  ///
  /// - Complexity: O(roles and teams that it speaks for, × authorities stated).
  public func highest(of party: Identifier<Party>) -> Level<RatingScale>? {
    var reached: Set = [party]
    var waiting = [party]
    var highest: Level<RatingScale>?
    while let next = waiting.popLast() {
      for authority in stated where authority.role == next {
        highest = max(highest ?? authority.rating, authority.rating)
      }
      for role in spokenFor[next] ?? [] where reached.insert(role).inserted { waiting.append(role) }
    }
    return highest
  }

  /// The parties that the criteria allow to accept risks of a rating, in their order there.
  public func roles(for rating: Level<RatingScale>) -> [Identifier<Party>] {
    stated.filter { $0.rating >= rating }.map(\.role)
  }

  /// Whether two parties are the same, or roles whose only holder is the same. Roles with several
  /// holders are only the same as themselves: nobody can tell who acted.
  public func areSame(_ left: Identifier<Party>, _ right: Identifier<Party>) -> Bool {
    left == right || person(behind: left) == person(behind: right)
  }

  private func person(behind party: Identifier<Party>) -> Identifier<Party> {
    var seen: Set = [party]
    var person = party
    while let holder = onlyHolders[person], seen.insert(holder).inserted { person = holder }
    return person
  }
}
