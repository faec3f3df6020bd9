import RegisterAnalysis
import RegisterModel

/// Finds risks that say nearly the same of the same things, without comparing each with each.
///
/// Risks are put into buckets, one for each pair of a hazard and a thing that they hit or threaten. In a
/// small bucket each is compared with each, in a large one with its neighbours in the order of titles. So
/// the work is linear in the risks, whatever they say.
struct DuplicateSearch {
  struct Pair: Hashable {
    let later: Int
    let earlier: Int
    /// Whether the titles agree; if not, the events do.
    let isByTitle: Bool
  }

  static let bucketsPerRisk = 16
  static let smallBucket = 64
  static let neighbours = 32
  /// The likeness from which on two texts say nearly the same (DOMAIN §7, RSK-017).
  static let threshold = 0.8

  private let risks: [Risk]
  private let inEnglish: Bool
  private var titles: [Int: TextLikeness] = [:]
  private var events: [Int: TextLikeness] = [:]

  init(_ risks: [Risk], inEnglish: Bool) {
    self.risks = risks
    self.inEnglish = inEnglish
  }

  /// All pairs that were found, by the later risk and then the earlier one, each once.
  ///
  /// - Complexity: O(*n* log *n*) in the number of risks.
  mutating func pairs() -> [Pair] {
    var found: [Pair] = []
    for var bucket in buckets() {
      let reach: Int
      if bucket.count <= Self.smallBucket {
        reach = bucket.count
      } else {
        reach = Self.neighbours
        bucket.sort { left, right in
          let (a, b) = (risks[left].title.text, risks[right].title.text)
          return a == b ? left < right : a < b
        }
      }
      for first in bucket.indices {
        for second in bucket.indices[first...].dropFirst().prefix(reach) {
          let (a, b) = (bucket[first], bucket[second])
          if let isByTitle = agreement(a, b) {
            found.append(Pair(later: max(a, b), earlier: min(a, b), isByTitle: isByTitle))
          }
        }
      }
    }
    found.sort { ($0.later, $0.earlier) < ($1.later, $1.earlier) }
    var last: Pair?
    return found.filter { pair in
      defer { last = pair }
      return pair != last
    }
  }

  /// The places of the risks that share a hazard and a thing hit, of each such pair with two or more.
  private func buckets() -> [[Int]] {
    struct Key: Hashable {
      let hazard: Identifier<Hazard>
      let thing: String
    }
    var places: [Key: Int] = [:]
    var buckets: [[Int]] = []
    for (place, risk) in risks.enumerated() where risk.status != .closed && !risk.hazards.isEmpty {
      var things: Set<String> = []
      var left = Self.bucketsPerRisk
      for thing in risk.allHits.map(\.text) + risk.threatens.map(\.ref.text)
      where things.insert(thing).inserted {
        for hazard in risk.hazards where left > 0 {
          left -= 1
          let key = Key(hazard: hazard.ref, thing: thing)
          if let bucket = places[key] {
            buckets[bucket].append(place)
          } else {
            places[key] = buckets.count
            buckets.append([place])
          }
        }
      }
    }
    return buckets.filter { $0.count > 1 }
  }

  private mutating func read(_ place: Int) {
    guard titles[place] == nil else { return }
    titles[place] = TextLikeness(risks[place].title.text, inEnglish: inEnglish)
    events[place] = risks[place].event.map { TextLikeness($0.line, inEnglish: inEnglish) }
  }

  /// Whether two risks say nearly the same, by title if true and by event if false; nil: they don't.
  private mutating func agreement(_ left: Int, _ right: Int) -> Bool? {
    read(left)
    read(right)
    if let a = titles[left], let b = titles[right], a.isLike(b, Self.threshold) { return true }
    if let a = events[left], let b = events[right], a.isLike(b, Self.threshold) { return false }
    return nil
  }
}
