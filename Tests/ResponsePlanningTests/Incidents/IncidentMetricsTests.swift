import RegisterModel
import Testing

@testable import ResponsePlanning

@Suite("Incident metrics: DOMAIN §9.4")
struct IncidentMetricsTests {
  /// Hours: occurred, detected, acknowledged, contained, restored.
  static let worked = [
    (0, 0.2, 0.3, 1, 2), (100, 100.5, 100.7, 102, 104), (300, 300.1, 300.4, 301, 303),
  ].enumerated().map { place, row -> Incident in
    incident(
      "I-\(place)",
      [
        .occurred: row.0, .detected: row.1, .acknowledged: row.2, .contained: row.3,
        .restored: row.4,
      ])
  }

  @Test("MTTD, MTTA, MTTC, MTTR, MTBF and availability of three incidents in 720 hours")
  func vector() {
    let metrics = IncidentAnalysis(Self.worked, in: hours(0, 720)).metrics
    #expect(near(metrics[.detect].mean.map { $0 / 3600 }, 0.266_667, within: 5e-7))
    #expect(near(metrics[.acknowledge].mean.map { $0 / 3600 }, 0.2, within: 1e-12))
    #expect(near(metrics[.contain].mean.map { $0 / 3600 }, 1.066_667, within: 5e-7))
    #expect(near(metrics[.restore].mean.map { $0 / 3600 }, 3, within: 1e-12))
    #expect(near(metrics.betweenFailures.map { $0 / 3600 }, 237, within: 1e-9))
    #expect(near(metrics.availability, 0.9875, within: 1e-12))
    #expect(metrics.times.map(\.count) == [3, 3, 3, 3])
    #expect(metrics[.restore].median == 10_800)
    #expect(metrics[.detect].median == 720)
  }

  @Test("An incident counts with what is known of it, and n says how many that were")
  func unknown() {
    let incidents =
      Self.worked + [
        incident("I-4", [.occurred: 400, .restored: 410]),
        incident("I-5", [.detected: 500, .contained: 501]),
      ]
    let metrics = IncidentAnalysis(incidents, in: hours(0, 720)).metrics
    #expect(metrics.count == 5)
    #expect(metrics.times.map(\.count) == [3, 3, 4, 4])
    #expect(metrics.times.map(\.incidentCount) == [5, 5, 5, 5])
    #expect(metrics[.restore].median == 12_600)
    #expect(metrics.downtime.unknownCount == 1)
    #expect(metrics.downtime.seconds == 19 * 3600)
  }

  @Test("A moment before the one it counts from makes no time, and the incident is named")
  func contradictory() {
    let metrics = IncidentAnalysis(
      [
        incident("I-1", [.occurred: 10, .detected: 9, .restored: 12]),
        incident("I-2", [.occurred: 20, .detected: 21, .restored: 19]),
      ], in: hours(0, 720)
    ).metrics
    #expect(metrics[.detect].contradictory == [0])
    #expect(metrics[.detect].seconds == [3600])
    #expect(metrics[.restore].contradictory == [1])
    #expect(metrics[.restore].seconds == [2 * 3600])
    #expect(metrics.downtime == Downtime(of: [incident("I-3", [.occurred: 10])], seconds: 2, 1))
  }

  @Test(
    "Without incidents there is no mean, no median and no time between failures, and all was up")
  func empty() {
    let metrics = IncidentAnalysis([], in: hours(0, 720)).metrics
    #expect(metrics.count == 0)
    #expect(metrics.times.allSatisfy { $0.mean == nil && $0.median == nil && $0.count == 0 })
    #expect(metrics.betweenFailures == nil)
    #expect(metrics.availability == 1)
  }

  @Test("Outages of different incidents that overlap are counted once")
  func overlapping() {
    let metrics = IncidentAnalysis(
      [
        incident("I-1", [.occurred: 0, .restored: 10], hits: ["S-1"]),
        incident("I-2", [.occurred: 5, .restored: 12], hits: ["S-1", "S-1"]),
        incident("I-3", [.occurred: 6, .restored: 7], hits: ["S-2"]),
      ], in: hours(0, 100))
    #expect(metrics.metrics.availability == 0.88)
    #expect(metrics.byAffected.map(\.key.text) == ["S-1", "S-2"])
    #expect(metrics.byAffected.map(\.metrics.availability) == [0.88, 0.99])
    #expect(metrics.byAffected.map(\.metrics.count) == [2, 1])
  }

  @Test(
    "An open incident is down to the end of the period, one that is over without a time is unknown")
  func open() {
    let open = incident("I-1", [.occurred: 90, .contained: 95], status: .contained)
    #expect(IncidentAnalysis([open], in: hours(0, 100)).metrics.availability == 0.9)
    let over = incident("I-1", [.occurred: 90], status: .closed)
    let metrics = IncidentAnalysis([over], in: hours(0, 100)).metrics
    #expect(metrics.availability == 1)
    #expect(metrics.downtime.unknownCount == 1)
  }

  @Test(
    "An outage that began before the period counts from its start, the incident in the earlier one")
  func lasting() {
    let incidents = [incident("I-1", [.occurred: 90, .restored: 110])]
    let later = IncidentAnalysis(incidents, in: hours(100, 200), baseline: hours(0, 100))
    #expect(later.metrics.count == 0)
    #expect(later.metrics.availability == 0.9)
    #expect(later.baseline?.count == 1)
    #expect(later.baseline?.availability == 0.9)
  }

  @Test("The start belongs to a period and the end doesn't; who never began belongs to none")
  func borders() {
    let analysis = IncidentAnalysis(
      [
        incident("I-1", [.occurred: 0]), incident("I-2", [.occurred: 100]),
        incident("I-3", [.closed: 50]), incident("I-4", [.reported: 99]),
      ], in: hours(0, 100))
    #expect(analysis.metrics.incidents == [0, 3])
    #expect(analysis.undated == [2])
    #expect(IncidentPeriod(start: 5, end: 5) == nil)
  }

  @Test("A category counts with its sub-categories, also where parents go in a circle")
  func categories() {
    func category(_ id: String, _ parent: String?) -> RiskCategory {
      var category = RiskCategory(id: try! Identifier(id), name: Line(id)!)
      category.parent = parent.map { try! Identifier($0) }
      return category
    }
    let analysis = IncidentAnalysis(
      [
        incident("I-1", [.occurred: 1], category: "c-phishing"),
        incident("I-2", [.occurred: 2], category: "c-cyber"),
        incident("I-3", [.occurred: 3]), incident("I-4", [.occurred: 4], category: "c-a"),
        incident("I-5", [.occurred: 150], category: "c-phishing"),
      ], in: hours(0, 100), baseline: hours(100, 200),
      categories: [
        category("c-cyber", nil), category("c-phishing", "c-cyber"), category("c-a", "c-b"),
        category("c-b", "c-a"),
      ])
    #expect(
      analysis.byCategory.map(\.key?.text) == ["c-cyber", "c-a", "c-b", "c-phishing", nil])
    #expect(analysis.byCategory.map(\.metrics.count) == [2, 1, 1, 1, 1])
    #expect(analysis.byCategory.map(\.comparison?.ratio) == [2, nil, nil, 1, nil])
  }

  @Test("Twenty thousand incidents take no time")
  func many() {
    let incidents = (0..<20_000).map { place in
      incident(
        "I-\(place)", [.occurred: Double(place), .restored: Double(place) + 0.5],
        cause: "cause \(place % 7)", category: "c", hits: ["S-\(place % 10)", "S-x"])
    }
    let analysis = IncidentAnalysis(incidents, in: hours(0, 20_000))
    #expect(analysis.metrics.count == 20_000)
    #expect(analysis.metrics.availability == 0.5)
    #expect(analysis.recurring.count == 7)
    #expect(analysis.clusters.count == 11)
  }
}

extension Downtime {
  /// - Parameters:
  ///   - hours: How long it is to be, by one incident of that length.
  ///   - unknown: How many unknown ones there are to be.
  fileprivate init(of incidents: [Incident], seconds hours: Double, _ unknown: Int) {
    self.init(
      of: (0..<unknown).map { _ in incidents[0] } + [
        incident("I", [.occurred: 0, .restored: hours])
      ], in: ResponsePlanningTests.hours(0, 1000))
  }
}
