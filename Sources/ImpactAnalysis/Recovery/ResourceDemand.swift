import Probability
public import RegisterModel

/// How many people activities need at least over the time of a disruption, role by role, and how many there
/// are.
///
/// An activity needs what its entries for a role say, each from its time on, and nobody before the first.
/// What there is of a role is stated by assets of the kind people that the role owns; where there is none,
/// the people named as its holders and deputies are all that is known of a role, and of a team, which has more,
/// the least.
///
/// - Note: DOMAIN §3.3.
public struct ResourceDemand: Sendable {
  /// What a role has and is needed for, from a time on.
  public struct Step: Hashable, Sendable {
    /// Seconds after the disruption began.
    public let from: Int64
    /// How many all activities together need at least.
    public let needed: Int64
    /// How many are known to be there.
    public let supply: Double
    /// Whether there may be more, because nobody said.
    public let isSupplyOpen: Bool

    /// How many are missing for sure; 0 where none is, or nobody knows.
    public var missing: Double { isSupplyOpen ? 0 : max(Double(needed) - supply, 0) }
  }

  /// A time in which people are missing, in seconds after the disruption began.
  public struct Shortage: Hashable, Sendable {
    public let from: Int64
    /// `TimeBounds.never` where it doesn't end.
    public internal(set) var to: Int64
    /// The most that are missing at once.
    public internal(set) var missing: Double
  }

  /// One role over time.
  public struct Role: Sendable {
    public let role: Identifier<Party>
    /// The places of the activities that need it, ascending.
    public let activities: [Int]
    /// Ascending; the first at 0.
    public let steps: [Step]
    /// Whether its supply is stated by assets, and not by the names of people.
    public let isStated: Bool
    let assets: [Asset]

    /// The first time at which most are needed.
    public var peak: Step { steps.reduce(steps[0]) { $1.needed > $0.needed ? $1 : $0 } }

    /// The times in which more are needed than there are.
    public var shortages: [Shortage] {
      var shortages: [Shortage] = []
      for (place, step) in steps.enumerated() where step.missing > 0 {
        let end = place + 1 < steps.count ? steps[place + 1].from : TimeBounds.never
        if let last = shortages.last, last.to == step.from {
          shortages[shortages.count - 1].to = end
          shortages[shortages.count - 1].missing = max(last.missing, step.missing)
        } else {
          shortages.append(Shortage(from: step.from, to: end, missing: step.missing))
        }
      }
      return shortages
    }

    /// The probability that as many can come as are needed, each for themselves with the probability stated;
    /// nil where none is stated, the supply is not known, or the sum is too long
    /// (``BinomialSum/mostCounted``).
    ///
    /// - Complexity: O(assets of the role), and that of ``BinomialSum/atLeast(_:)``.
    public func certainty(of step: Step) -> Double? {
      guard isStated, !step.isSupplyOpen else { return nil }
      var groups: [BinomialDistribution] = []
      for asset in assets {
        guard let supply = asset.supply(at: step.from), let available = supply.available else {
          return nil
        }
        let count = Int(min(supply.amount.value.rounded(.down), 999_999_999))
        groups.append(BinomialDistribution(count: count, probability: available.value))
      }
      return BinomialSum(groups).atLeast(Int(step.needed))
    }
  }

  /// The roles that any activity needs, in the order of the register.
  public let roles: [Role]
  /// Where named people would have to be in two places; see ``SharedPeople``.
  public let shared: [SharedPeople]

  /// - Parameters:
  ///   - activities: The places of the activities that run; nil: all of them.
  ///   - absent: The places of assets that supply nobody, because they failed.
  /// - Complexity: O(*n* log *n*) in the entries of staff and supply, and that of ``SharedPeople``.
  public init(_ register: Register, activities: [Int]? = nil, absent: Set<Int> = []) {
    var needs: [Identifier<Party>: [(activity: Int, staffing: Staffing)]] = [:]
    for place in activities ?? Array(register.activities.indices) {
      for staffing in register.activities[place].staffing {
        needs[staffing.role, default: []].append((place, staffing))
      }
    }
    var assets: [Identifier<Party>: [Asset]] = [:]
    for (place, asset) in register.assets.enumerated()
    where asset.kind == .people && !asset.supply.isEmpty {
      guard let owner = asset.owner else { continue }
      var asset = asset
      if absent.contains(place) {
        asset.supply = [Supply(from: ElapsedTime(seconds: 0)!, amount: Quantity(0)!)]
      }
      assets[owner, default: []].append(asset)
    }
    let people = NamedPeople(register)
    let roles = register.parties.compactMap { party -> Role? in
      guard let needs = needs[party.id] else { return nil }
      return Self.role(party.id, party.kind, needs, assets[party.id] ?? [], people)
    }
    self.roles = roles
    shared = SharedPeople.find(roles, people)
  }

  private static func role(
    _ role: Identifier<Party>, _ kind: Party.Nature?,
    _ needs: [(activity: Int, staffing: Staffing)], _ assets: [Asset], _ people: NamedPeople
  ) -> Role {
    var changes: [(at: Int64, needed: Int64, supply: Double, open: Int)] = [(0, 0, 0, 0)]
    let byActivity = needs.enumerated().sorted {
      ($0.element.activity, $0.element.staffing.from, $0.offset)
        < ($1.element.activity, $1.element.staffing.from, $1.offset)
    }.map(\.element)
    var (activity, before) = (-1, Int64(0))
    for need in byActivity {
      if need.activity != activity { (activity, before) = (need.activity, 0) }
      let number = Int64(need.staffing.atLeast.value)
      changes.append((need.staffing.from.seconds, number - before, 0, 0))
      before = number
    }
    if assets.isEmpty {
      let named = people.people(of: role).count
      // A team has more people than those who speak for it.
      changes[0] = (0, 0, Double(named), named == 0 || kind != .role ? 1 : 0)
    }
    for asset in assets {
      // Before the first entry nobody has said how many there are.
      changes[0].open += 1
      var amount = 0.0
      for (place, supply) in asset.supply.sorted(by: { $0.from < $1.from }).enumerated() {
        changes.append((supply.from.seconds, 0, supply.amount.value - amount, place == 0 ? -1 : 0))
        amount = supply.amount.value
      }
    }
    let statedAt = Set(assets.flatMap { $0.supply.map(\.from.seconds) })
    var steps: [Step] = []
    var (needed, supply, open) = (Int64(0), 0.0, 0)
    let ordered = changes.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map(\.element)
    for (place, change) in ordered.enumerated() {
      needed += change.needed
      supply += change.supply
      open += change.open
      if place + 1 < ordered.count, ordered[place + 1].at == change.at { continue }
      let step = Step(
        from: change.at, needed: needed, supply: max(supply, 0), isSupplyOpen: open > 0)
      // What is stated of a supply may change who can come, also where the number stays.
      let isSame =
        steps.last.map {
          $0.needed == step.needed && $0.supply == step.supply
            && $0.isSupplyOpen == step.isSupplyOpen
        } ?? false
      if !isSame || statedAt.contains(change.at) { steps.append(step) }
    }
    return Role(
      role: role, activities: Set(needs.map(\.activity)).sorted(), steps: steps,
      isStated: !assets.isEmpty, assets: assets)
  }
}

extension Asset {
  /// What is there of it at a time of a disruption; nil before the first entry.
  fileprivate func supply(at seconds: Int64) -> Supply? {
    var found: Supply?
    for supply in self.supply where supply.from.seconds <= seconds {
      if found.map({ $0.from <= supply.from }) ?? true { found = supply }
    }
    return found
  }
}
