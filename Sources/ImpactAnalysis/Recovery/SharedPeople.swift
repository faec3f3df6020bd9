public import RegisterModel

/// People who are named for several roles that are needed at the same time, and are too few for it: each
/// can be in one place only.
///
/// It looks at roles whose supply no asset states, and not at teams. Who else may belong to a role, and whether two of its
/// activities can be done by one person at once, can't be told from a register: one person counts once.
public struct SharedPeople: Hashable, Sendable {
  /// Seconds after the disruption began.
  public let from: Int64
  /// `TimeBounds.never` where it doesn't end.
  public let to: Int64
  /// The roles that together need more than there are, in the order of the register; two at least.
  public let roles: [Identifier<Party>]
  /// All who are named for any of them, in the order of the register.
  public let people: [Identifier<Party>]
  /// How many the roles need together.
  public let needed: Int64

  /// - Complexity: At each time at which needs change, O(people × names) at worst, among roles that share
  ///   people.
  static func find(_ roles: [ResourceDemand.Role], _ people: NamedPeople) -> [SharedPeople] {
    let named = roles.compactMap { role -> (ResourceDemand.Role, [Int])? in
      let isKnown = !role.isStated && !role.steps[0].isSupplyOpen
      let people = isKnown ? people.people(of: role.role) : []
      return people.isEmpty ? nil : (role, people)
    }
    var found: [SharedPeople] = []
    for group in sharing(named.map(\.1)) where group.count > 1 {
      let members = group.map { named[$0] }
      let times = Set(members.flatMap { $0.0.steps.map(\.from) }).sorted()
      for (place, time) in times.enumerated() {
        let end = place + 1 < times.count ? times[place + 1] : TimeBounds.never
        let needs = members.map { member in
          member.0.steps.last { $0.from <= time }?.needed ?? 0
        }
        for conflict in Assignment(needs: needs, people: members.map(\.1)).conflicts {
          found.append(
            SharedPeople(
              from: time, to: end, roles: conflict.roles.map { members[$0].0.role },
              people: conflict.people.map(people.identifier),
              needed: conflict.roles.reduce(0) { $0 + needs[$1] }))
        }
      }
    }
    return found
  }

  /// The roles in groups that share people, each ascending, in the order of their first.
  private static func sharing(_ people: [[Int]]) -> [[Int]] {
    var rolesOfPerson: [Int: [Int]] = [:]
    for (role, people) in people.enumerated() {
      for person in people { rolesOfPerson[person, default: []].append(role) }
    }
    var groups: [[Int]] = []
    var seen = [Bool](repeating: false, count: people.count)
    for first in people.indices where !seen[first] {
      seen[first] = true
      var group: [Int] = []
      var open = [first]
      while let role = open.popLast() {
        group.append(role)
        for person in people[role] {
          // Each person leads on once.
          for other in rolesOfPerson.removeValue(forKey: person) ?? [] where !seen[other] {
            seen[other] = true
            open.append(other)
          }
        }
      }
      groups.append(group.sorted())
    }
    return groups
  }
}

/// People given to roles, one role each, as many as the roles need if that can be.
///
/// - Note: Augmenting paths; where one is missing, the roles and people it went through show why (Hall 1935).
private struct Assignment {
  /// Roles that need more than all who are named for any of them.
  private(set) var conflicts: [(roles: [Int], people: [Int])] = []
  private let people: [[Int]]
  private var roleOfPerson: [Int: Int] = [:]

  init(needs: [Int64], people: [[Int]]) {
    self.people = people
    var isShort = [Bool](repeating: false, count: needs.count)
    for role in needs.indices {
      // Of more than there are, one too many shows it.
      for _ in 0..<min(needs[role], Int64(people[role].count) + 1) where !isShort[role] {
        if let conflict = place(one: role) {
          for role in conflict.roles { isShort[role] = true }
          // A single role that is too large for its own people is seen in its steps.
          if conflict.roles.count > 1 { conflicts.append(conflict) }
        }
      }
    }
  }

  /// Finds somebody for one more place of a role.
  ///
  /// - Returns: nil where that worked, else all that stands in the way.
  private mutating func place(one role: Int) -> (roles: [Int], people: [Int])? {
    // Of each person the role that asks, of each role the person through whom it was come upon.
    var reachedFrom: [Int: Int] = [:]
    var entry: [Int: Int] = [:]
    var open = [role]
    var next = 0
    while next < open.count {
      let asking = open[next]
      next += 1
      for person in people[asking] where reachedFrom[person] == nil {
        reachedFrom[person] = asking
        guard let holding = roleOfPerson[person] else {
          hand(person, along: reachedFrom, entry)
          return nil
        }
        if holding != role, entry[holding] == nil {
          entry[holding] = person
          open.append(holding)
        }
      }
    }
    return (open.sorted(), reachedFrom.keys.sorted())
  }

  /// Gives a free person to the role that asks, the one that this role held to the role before, and so on.
  private mutating func hand(
    _ free: Int, along reachedFrom: [Int: Int], _ entry: [Int: Int]
  ) {
    var person: Int? = free
    while let handed = person, let role = reachedFrom[handed] {
      roleOfPerson[handed] = role
      person = entry[role]
    }
  }
}
