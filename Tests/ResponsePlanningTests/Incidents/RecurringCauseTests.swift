import RegisterModel
import Testing

@testable import ResponsePlanning

@Suite("Causes that keep coming back")
struct RecurringCauseTests {
  private func on(_ days: [Double], _ causes: [String], problems: [String?] = []) -> [Incident] {
    zip(days, causes).enumerated().map { place, row in
      incident(
        "I-\(place)", [.occurred: row.0 * 24], cause: row.1,
        problem: place < problems.count ? problems[place] : nil)
    }
  }

  @Test("Three of one cause within 90 days are a problem, the ninetieth day included")
  func window() {
    let found = RecurringCause.all(in: on([0, 45, 90], Array(repeating: "expiry", count: 3)))
    #expect(found.map(\.incidents) == [[0, 1, 2]])
    #expect(found.map(\.most) == [3])
    let late = on([0, 45, 90.001], Array(repeating: "expiry", count: 3))
    #expect(RecurringCause.all(in: late).isEmpty)
  }

  @Test("Two are none, and what lies outside every window isn't counted")
  func sliding() {
    #expect(RecurringCause.all(in: on([0, 1], ["a", "a"])).isEmpty)
    let found = RecurringCause.all(
      in: on([0, 200, 210, 220, 300, 301, 500], Array(repeating: "a", count: 7)))
    // 200, 210, 220; then 220, 300 and 301, which overlap with it.
    #expect(found.map(\.incidents) == [[1, 2, 3, 4, 5]])
    #expect(found.map(\.most) == [3])
  }

  @Test("Case, blanks, hyphens and underscores make no other cause; other letters do")
  func spelling() {
    let found = RecurringCause.all(
      in: on(
        [0, 1, 2, 3],
        ["Zertifikat  ÜBERZOGEN", "zertifikat-überzogen", "Zertifikat_überzogen", "Zertifikat"]))
    #expect(found.map(\.incidents) == [[0, 1, 2]])
    #expect(found.map(\.cause.text) == ["Zertifikat_überzogen"])
  }

  @Test("The problems that they name are there, each once; who has no cause or day counts nowhere")
  func problems() {
    let incidents =
      on(
        [0, 1, 2, 3], Array(repeating: "a", count: 4), problems: ["PB-2", nil, "PB-1", "PB-2"])
      + [incident("I-8", [.occurred: 1]), incident("I-9", [:], cause: "a")]
    let found = RecurringCause.all(in: incidents)
    #expect(found.map(\.incidents) == [[0, 1, 2, 3]])
    #expect(found.first?.problems.map(\.text) == ["PB-2", "PB-1"])
  }

  @Test("Those with most incidents come first, in whatever order they stand in the register")
  func order() {
    let found = RecurringCause.all(
      in: on([9, 8, 7, 6, 5, 4, 3], ["a", "b", "a", "b", "a", "b", "b"]))
    #expect(found.map(\.cause.text) == ["b", "a"])
    #expect(found.map(\.incidents) == [[6, 5, 3, 1], [4, 2, 0]])
  }

  @Test("Three of one category that hit the same thing are a cluster, two are none")
  func clusters() {
    let incidents = (0..<5).map { place in
      incident(
        "I-\(place)", [.occurred: Double(place)], category: place == 3 ? "c-b" : "c-a",
        hits: place == 4 ? ["S-2", "S-2"] : ["S-1", "S-2"])
    }
    let clusters = IncidentAnalysis(incidents, in: hours(0, 10)).clusters
    #expect(clusters.map(\.affected.text) == ["S-2", "S-1"])
    #expect(clusters.map(\.category?.text) == ["c-a", "c-a"])
    #expect(clusters.map(\.incidents) == [[0, 1, 2, 4], [0, 1, 2]])
  }
}
