import RegisterModel
import TestSupport
import Testing

@testable import RegisterAnalysis

@Suite("Explanations of incidents, problems and exercises")
struct IncidentExplanationTests {
  private static let clinic = """
    <party id="p-1" name="Ann" kind="person"/><party id="p-2" name="Ben" kind="person"/>
    <asset id="S-int" name="Interfaces"><targets own="PT2H"/><capability rta="PT3H" evidence="test" on="2026-05-30"/></asset>
    <protocol id="P-1" name="Downtime"><planned authorise="PT10M"/>
      <task id="K-1" name="Restart" likely="PT30M"/><task id="K-2" name="Tell the wards"/></protocol>
    <exercise id="X-1" name="Cold start" kind="full" on="2026-05-30"><protocol ref="P-1"/>
      <measured step="authorise" time="PT25M"/><measured task="K-1" time="PT20M"/>
      <measured task="K-2" time="PT5M"/><measured restored="S-int" time="PT2H"/>
      <reached who="p-1" acknowledged="PT4M"/><reached who="p-2" invalid="yes"/>
      <finding action="N-1"><text><p>No key.</p></text></finding><finding><text><p>No lamp.</p></text></finding>
    </exercise>
    <incident id="I-1" name="One" status="closed" rootCause="expiry" problem="PB-1" occurred="2026-03-01T00:00:00Z"
      detected="2026-03-01T02:00:00Z" restored="2026-03-01T01:00:00Z" closed="2026-03-02T00:00:00Z"/>
    <incident id="I-2" name="Two" status="closed" rootCause="expiry" occurred="2026-03-11T00:00:00Z"
      acknowledged="2026-03-10T00:00:00Z" detected="2026-03-11T00:00:00Z" restored="2026-03-11T04:00:00Z"
      closed="2026-03-12T00:00:00Z"/>
    <incident id="I-3" name="Three" rootCause="Expiry" problem="PB-1" occurred="2026-03-21T00:00:00Z"/>
    <incident id="I-4" name="Old" occurred="2020-03-21T00:00:00Z"/>
    <incident id="I-5" name="Undated"/>
    <problem id="PB-1" name="Certificates" status="knownError"/><problem id="PB-2" name="Idle"/>
    <action id="N-1" name="Get a key" status="done" due="2026-06-30" done="2026-06-01"/>
    """

  private func statements(_ key: String, of entity: String) throws -> [String] {
    let step = try ExplainerTests.step(key, of: entity, in: Self.clinic, criteria: nil)
    return ([step] + step.parts).map { $0.statement.replacing("\u{A0}", with: " ") }
  }

  @Test("How long each step of an incident took, or why nobody knows")
  func times() throws {
    #expect(try statements("detect", of: "I-1") == ["Time to notice 2 h: it counts in MTTD"])
    #expect(
      try statements("contain", of: "I-1")
        == ["Time to contain it unknown: nobody has said when it was contained"])
    #expect(
      try statements("acknowledge", of: "I-2") == [
        "Time to take it on unknown: it was acknowledged before it was detected, so it counts nowhere"
      ])
    #expect(
      try statements("contradictions", of: "I-2")
        == ["Contradicts itself: acknowledged before it was detected"])
  }

  @Test(
    "What it counts in: the twelve months up to today, or to its own day; without a day nothing")
  func counts() throws {
    #expect(
      try statements("counts", of: "I-1") == [
        "Counts in 3 incidents: those from 2025-11-25 to 2026-11-24",
        "MTTD 60 min: n 2 of 3, median 60 min".replacing("60 min", with: "1 h"),
        "MTTA unknown: no incident has both moments",
        "MTTC unknown: no incident has both moments",
        "MTTR 2 h 30 min: n 2 of 3, median 2 h 30 min",
      ])
    #expect(
      try statements("counts", of: "I-4").first
        == "Counts in 1 incident: those from 2019-03-22 to 2020-03-21")
    #expect(try statements("counts", of: "I-5").count == 1)
  }

  @Test("Whether its cause keeps coming back, and what a problem is behind")
  func recurrence() throws {
    let cause =
      "Cause 'Expiry' 3 times within 90 days: I-1, I-2 and I-3; problem PB-1 'Certificates', a known error"
    #expect(try statements("recurrence[Expiry]", of: "I-2") == [cause])
    #expect(try statements("recurrence[Expiry]", of: "PB-1") == [cause])
    #expect(try statements("incidents", of: "PB-1") == ["Behind 2 incidents: I-1 and I-3"])
    #expect(
      try statements("incidents", of: "PB-2") == ["Behind no incident: no incident names it"])
    #expect(
      try statements("down", of: "PB-2")
        == ["Outages because of it unknown: no incident names it"])
  }

  @Test("What an exercise measured beside what is planned, never beside its own evidence")
  func measured() throws {
    #expect(
      try statements("measured", of: "X-1") == [
        "Measured 4 times: beside what is planned",
        "To authorise 25 min: 15 min longer than the 10 min planned",
        "K-1 'Restart' 20 min: 10 min less than the 30 min planned",
        "K-2 'Tell the wards' 5 min: nothing is planned to compare it with",
        "S-int 'Interfaces' restored 2 h: as long as planned",
      ])
  }

  @Test("Who answered, what was found, and until when the protocols count as exercised")
  func outcome() throws {
    #expect(
      try statements("reached", of: "X-1")
        == [
          "Answered 1 of 2: 50 % answered, half of them within 4 min, 95 % within 4 min; 1 contact wrong (50 %)"
        ])
    #expect(
      try statements("findings", of: "X-1") == [
        "Found 2 things: 1 mended", "No key. N-1, done: due 2026-06-30", "No lamp.: no action",
      ])
    #expect(
      try statements("protocols", of: "X-1") == [
        "Counts for 1 protocol: for twelve months from 2026-05-30",
        "P-1 'Downtime' in time: due again by 2027-05-30",
      ])
  }
}
