import RegisterModel

/// The people who are named for roles and teams.
struct NamedPeople {
  private let parties: [Party]
  private var place: [Identifier<Party>: Int] = [:]

  init(_ register: Register) {
    parties = register.parties
    for (number, party) in parties.enumerated() { place[party.id] = number }
  }

  /// The holders and deputies of a role, and of the roles and teams among them, each person once, in the
  /// order of the register. Organisations have people whose names nobody knows: they are left out.
  func people(of role: Identifier<Party>) -> [Int] {
    guard let first = place[role] else { return [] }
    var seen: Set<Int> = [first]
    var open = [first]
    var people: [Int] = []
    while let number = open.popLast() {
      let party = parties[number]
      let others = party.holders + party.deputies
      if others.isEmpty, party.kind == .person || party.kind == nil && number != first {
        people.append(number)
      }
      for other in others {
        if let next = place[other.ref], seen.insert(next).inserted { open.append(next) }
      }
    }
    return people.sorted()
  }

  func identifier(_ person: Int) -> Identifier<Party> { parties[person].id }
}
