import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("What if something fails")
struct WhatIfTests {
  /// The outages of each node that stops, in hours: "A1 0-9.5".
  private func outages(
    _ text: String = WorkedExample.text, fail ids: [String], durations: [String: Double] = [:]
  ) throws -> [String] {
    let (register, impact) = try WorkedExample.impact(text)
    let names = register.activities.map(\.id.text) + register.assets.map(\.id.text)
    let result = WhatIf(
      impact,
      failures: ids.map { id in
        .init(names.firstIndex(of: id)!, duration: durations[id].map { Int64($0 * 3600) })
      })
    return names.indices.compactMap { node in
      guard !result.outages[node].isEmpty else { return nil }
      let times = result.outages[node].map { outage in
        let end = outage.to == TimeBounds.never ? "∞" : "\(Double(outage.to) / 3600)"
        return "\(Double(outage.from) / 3600)-\(end)"
      }
      let known = result.back(node).isKnown ? "" : " ?"
      return names[node] + " " + times.joined(separator: " ") + known
    }
  }

  @Test("All that fails is back when the pass upwards says")
  func everything() throws {
    #expect(
      try outages(fail: ["A1", "A2", "A3", "R1", "R2", "R3a", "R3b", "R4", "R5"])
        == [
          "A1 0.0-4.5", "A2 0.0-4.25", "A3 0.0-9.0", "R1 0.0-4.0", "R2 0.0-3.0", "R3a 0.0-1.0",
          "R3b 0.0-6.0", "R4 0.0-3.0", "R5 0.0-1.5",
        ])
  }

  @Test("The loss of one of two is felt by nobody")
  func redundant() throws { #expect(try outages(fail: ["R3b"]) == ["R3b 0.0-6.0"]) }

  @Test("Times that are given run side by side, and not one after the other")
  func given() throws {
    #expect(
      try outages(fail: ["R1", "R2"], durations: ["R1": 12, "R2": 12])
        == ["A1 0.0-12.5", "A2 0.0-12.25", "A3 0.0-17.0", "R1 0.0-12.0", "R2 0.0-12.0"])
    #expect(
      try outages(fail: ["R1", "R2"], durations: ["R1": 2, "R2": 12])
        == ["A1 0.0-12.5", "A2 0.0-12.25", "A3 0.0-17.0", "R1 0.0-12.0", "R2 0.0-12.0"])
  }

  @Test("A workaround that can't be kept up at all is none")
  func lastsNothing() throws {
    let text = """
      <activity id="A" name="A"><targets own="PT0S"/>
        <needs mode="start"><on ref="X"/><workaround act="PT1H" lasts="PT0S"/></needs></activity>
      <asset id="X" name="X"><targets own="PT9H"/></asset>
      """
    #expect(try outages(text, fail: ["X"]) == ["A 0.0-9.0", "X 0.0-9.0"])
    #expect(try WorkedExample.impact(text).1.recovery.ready[0].seconds == 32_400)
  }

  @Test("An activity runs on its workaround, then resumes")
  func workaround() throws {
    #expect(try outages(fail: ["R4"]) == ["A1 0.0-2.5", "A2 0.0-3.25", "R4 0.0-3.0"])
  }

  @Test("A workaround that runs out before recovery means a second outage")
  func workaroundRunsOut() throws {
    #expect(
      try outages(fail: ["R4"], durations: ["R4": 48])
        == ["A1 0.0-2.5 26.0-49.0", "A2 0.0-48.25", "R4 0.0-48.0"])
  }

  @Test("While it runs on a workaround, the share of output is known")
  func reduced() throws {
    let text = """
      <activity id="A" name="A"><targets own="PT1H" mbco="0.5"/>
        <needs mode="start"><on ref="X"/><workaround act="PT2H" lasts="P1D" capacity="0.6"/></needs>
        <needs><on ref="Y"/><workaround act="PT4H" capacity="0.5"/></needs>
      </activity>
      <asset id="X" name="X"/><asset id="Y" name="Y"/>
      """
    let (_, impact) = try WorkedExample.impact(text)
    let result = WhatIf(
      impact, failures: [.init(1, duration: 48 * 3600), .init(2, duration: 10 * 3600)])
    #expect(
      result.reduced[0].map { "\($0.from / 3600)-\($0.to / 3600) \($0.capacity)" }
        == ["4-10 0.5", "10-26 0.6"])
  }

  @Test("What is needed at the finish only stops its dependent for as long as it is down itself")
  func finish() throws {
    #expect(
      try outages(fail: ["R5"])
        == ["A1 0.0-2.0", "A2 0.0-1.75", "A3 0.0-6.5", "R1 0.0-1.5", "R5 0.0-1.5"])
  }

  @Test("A time that nobody knows has no end, and is said not to be known")
  func unknown() throws {
    let text = """
      <activity id="A" name="A"><targets own="PT1H"/><needs><on ref="X"/></needs></activity>
      <asset id="X" name="X"/>
      """
    #expect(try outages(text, fail: ["X"]) == ["A 0.0-∞ ?", "X 0.0-∞ ?"])
    #expect(try outages(text, fail: ["X"], durations: ["X": 2]) == ["A 0.0-2.0", "X 0.0-2.0"])
  }

  @Test("Nothing fails, nothing stops")
  func nothing() throws { #expect(try outages(fail: []) == []) }

  @Test("A cycle that something in it falls out of is down for nobody knows how long")
  func cycle() throws {
    let text = """
      <activity id="A" name="A"><targets own="PT1H"/><needs><on ref="X"/></needs></activity>
      <asset id="X" name="X"><targets own="PT1H"/><needs><on ref="Y"/></needs></asset>
      <asset id="Y" name="Y"><targets own="PT1H"/><needs><on ref="X"/></needs><needs><on ref="Z"/></needs></asset>
      <asset id="Z" name="Z"><targets own="PT1H"/></asset>
      """
    #expect(
      try outages(text, fail: ["Z"]) == ["A 0.0-∞ ?", "X 0.0-∞ ?", "Y 0.0-∞ ?", "Z 0.0-1.0"])
    #expect(try outages(text, fail: []) == [])
  }

  @Test("With everything failed it agrees with the pass upwards, on generated graphs")
  func agreesWithPass() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<60 {
      let graph = GeneratedGraph.make(&random, nodes: 40, activities: 4)
      let own = (0..<40).map { _ in TimeBounds(Int64(random.below(50)) * 60) }
      let impact = ImpactGraph(graph, own: own)
      let result = WhatIf(impact, failures: (0..<40).map { .init($0) })
      for node in 0..<40 { #expect(result.back(node) == impact.recovery.ready[node]) }
    }
  }
}
