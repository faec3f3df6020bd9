import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

/// The register of a small organisation: three activities, six assets, two crews.
private struct GeneratedOrganisation {
  struct Asset {
    var minutes: Int
    var crew: Int?
    var needs: [String] = []
  }
  var capacities: [Int]
  var assets: [Asset]
  /// For each activity its objective in minutes and the members of its need.
  var activities: [(rto: Int?, needed: Int, members: [Int])]

  init(_ random: inout SplitMix64) {
    capacities = (0..<2).map { _ in random.within(1...2) }
    assets = (0..<6).map { _ in
      Asset(minutes: 30 * random.within(0...6), crew: random.chance(0.8) ? random.below(2) : nil)
    }
    for asset in 0..<5 where random.chance(0.6) {
      let mode = random.chance(0.6) ? "start" : "finish"
      let lead = random.chance(0.3) ? 30 : 0
      assets[asset].needs.append(
        "<needs mode=\"\(mode)\" lead=\"PT\(lead)M\"><on ref=\"X\(random.within((asset + 1)...5))\"/></needs>"
      )
    }
    activities = (0..<3).map { _ in
      let members = Set((0..<3).map { _ in random.below(6) }).sorted()
      return (
        random.chance(0.8) ? 60 * random.within(1...6) : nil, random.within(1...members.count),
        members
      )
    }
  }

  var text: String {
    var text = ""
    for (place, capacity) in capacities.enumerated() {
      text += "<recoveryResource id=\"C\(place)\" name=\"C\" capacity=\"\(capacity)\"/>"
    }
    for (place, activity) in activities.enumerated() {
      let rto = activity.rto.map { " rto=\"PT\($0)M\"" } ?? ""
      let members = activity.members.map { "<on ref=\"X\($0)\"/>" }.joined()
      text += """
        <activity id="A\(place)" name="A"><targets\(rto) own="PT15M"/>
          <needs mode="start" atLeast="\(activity.needed)">\(members)</needs>
        </activity>
        """
    }
    for (place, asset) in assets.enumerated() {
      let crew = asset.crew.map { "<occupies ref=\"C\($0)\"/>" } ?? ""
      text += """
        <asset id="X\(place)" name="X"><restore duration="PT\(asset.minutes)M">\(crew)</restore>
          \(asset.needs.joined())</asset>
        """
    }
    return text
  }
}

@Suite("Recovery schedules of generated registers")
struct RecoveryProperties {
  private typealias Planned = RecoveryScheduleTests.Planned

  @Test("With crews enough it is the capability of the graph; with few, nothing is back sooner")
  func againstCapability() throws {
    var random = SplitMix64(seed: 31)
    for round in 0..<40 {
      var organisation = GeneratedOrganisation(&random)
      let few = try Planned(organisation.text)
      organisation.capacities = [6, 6]
      let many = try Planned(organisation.text)
      for node in many.schedule.outcomes.indices {
        let ready = many.impact.recovery.ready[node].seconds
        #expect(many.schedule.outcomes[node].ready == ready, "round \(round)")
        guard case .recovered(let recovery) = few.schedule.outcomes[node] else { continue }
        #expect(recovery.earliestReady == ready, "round \(round)")
        #expect(recovery.ready >= recovery.earliestReady, "round \(round)")
      }
    }
  }

  @Test(
    "In proven optima another member or crew never makes recovery later, longer work never sooner")
  func monotone() throws {
    var random = SplitMix64(seed: 32)
    for round in 0..<60 {
      let organisation = GeneratedOrganisation(&random)
      let before = try Planned(organisation.text).schedule
      var redundant = organisation
      redundant.assets.append(
        .init(minutes: 30 * random.within(0...6), crew: random.below(2)))
      redundant.activities[random.below(3)].members.append(6)
      var staffed = organisation
      staffed.capacities[random.below(2)] += 1
      var longer = organisation
      longer.assets[random.below(6)].minutes += 45
      let schedules = try [redundant, staffed, longer].map { try Planned($0.text).schedule }
      #expect(before.isProvenOptimal && schedules.allSatisfy { $0.isProvenOptimal })
      let objective = try #require(before.objective)
      let (spare, crew, late) = (
        schedules[0].objective, schedules[1].objective, schedules[2].objective
      )
      #expect(spare.map { $0 <= objective } == true, "round \(round)")
      #expect(crew.map { $0 <= objective } == true, "round \(round)")
      #expect(late.map { $0 >= objective } == true, "round \(round)")
    }
  }

  @Test("A chain goes back in time, step by step, to what waits for nothing")
  func chains() throws {
    var random = SplitMix64(seed: 33)
    for round in 0..<40 {
      let planned = try Planned(GeneratedOrganisation(&random).text)
      for node in planned.schedule.outcomes.indices {
        let chain = planned.schedule.chain(of: node)
        for (step, next) in zip(chain, chain.dropFirst()) {
          let lead = if case .member(_, let lead) = step.cause { lead } else { Int64(0) }
          #expect(next.done + lead == step.until, "round \(round)")
        }
        #expect(chain.last?.cause == RecoverySchedule.Cause.none, "round \(round)")
        #expect(chain.last?.until == 0, "round \(round)")
      }
    }
  }

  @Test("What would help most is no less than any gain, and gains are never negative")
  func gains() throws {
    var random = SplitMix64(seed: 34)
    for round in 0..<15 {
      let planned = try Planned(GeneratedOrganisation(&random).text)
      let gains = RecoveryGains(planned.schedule).gains.map(\.seconds)
      #expect(gains.allSatisfy { $0 >= 0 }, "round \(round)")
      #expect(gains == gains.sorted(by: >), "round \(round)")
    }
  }
}
