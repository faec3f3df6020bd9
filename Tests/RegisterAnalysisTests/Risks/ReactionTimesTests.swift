import RegisterAnalysis
import RegisterModel
import RiskScoring
import TestSupport
import Testing

@Suite("The time to react")
struct ReactionTimesTests {
  static func times(
    hazards: String = "", hits: String, needs: String, tasks: String = "", risk: String = "",
    extra: String = ""
  ) throws -> ReactionTimes {
    let register = try Register(
      """
      <hazard id="h-1" name="Flood" onsetLead="PT2H"/><hazard id="h-2" name="Rain"/>
      <hazard id="h-3" name="Quake" onsetLead="PT0S"/>
      <activity id="A-1" name="Triage"><targets mtpd="PT8H"/>\(needs)</activity>
      <activity id="A-2" name="Billing"><targets mtpd="P3D"/></activity>
      <asset id="S-1" name="Pump 1"/><asset id="S-2" name="Pump 2"/>
      <risk id="R-1" status="open" \(risk)>\(hazards)<title>It floods</title>\(hits)
        <activates protocol="P-1"/></risk>
      <protocol id="P-1" name="Pump out">
        <planned detect="PT10M" assess="PT20M" authorise="PT10M" notify="PT20M"/>\(tasks)
      </protocol>
      \(extra)
      """)
    let compiled = CompiledRegister(register, today: CalendarDate(text: "2026-11-24")!)
    return compiled.reactionTimes(ofRisk: 0)
  }

  static let flood = "<hazard ref=\"h-1\"/>"
  static let hit = "<hits ref=\"S-1\"/>"
  static let needsBoth = "<needs><on ref=\"S-1\"/><on ref=\"S-2\"/></needs>"
  static let chain = """
    <task id="T-1" name="Fetch" likely="PT1H"/>
    <task id="T-2" name="Fit" restores="S-1" optimistic="PT1H" likely="PT2H" pessimistic="PT9H">
      <after ref="T-1"/></task>
    <task id="T-3" name="Tidy up" likely="P1D"><after ref="T-2"/></task>
    """

  @Test(
    "Warning 2 h, MTPD 8 h; an hour to begin, and 1 h and (1 + 4·2 + 9)/6 h until the pump is back")
  func whole() throws {
    let times = try Self.times(
      hazards: Self.flood, hits: Self.hit, needs: Self.needsBoth, tasks: Self.chain)
    #expect(times.margin?.seconds == 18_000)
    #expect(times.lead?.hazard?.text == "h-1")
    #expect(times.stopped?.activity.text == "A-1")
    #expect(times.stopped?.through.map(\.text) == ["S-1"])
    #expect(times.response?.recover?.seconds == 14_400)
  }

  @Test("A task that restores the activity itself counts before those that restore what it needs")
  func ownTask() throws {
    let times = try Self.times(
      hazards: Self.flood, hits: Self.hit, needs: Self.needsBoth,
      tasks: Self.chain
        + "<task id=\"T-4\" name=\"Move triage\" restores=\"A-1\" likely=\"PT30M\"/>")
    #expect(times.response?.recover?.seconds == 1800)
  }

  @Test(
    "Recovery is unknown without a task for it, with a task without time, and in a circle",
    arguments: [
      "", "<task id=\"T-1\" name=\"Fit\" restores=\"S-1\"/>",
      """
      <task id="T-1" name="Fetch" likely="PT1H"><after ref="T-2"/></task>
      <task id="T-2" name="Fit" restores="S-1" likely="PT1H"><after ref="T-1"/></task>
      """,
    ])
  func unknownRecovery(tasks: String) throws {
    let times = try Self.times(
      hazards: Self.flood, hits: Self.hit, needs: Self.needsBoth, tasks: tasks)
    #expect(times.margin == nil)
    #expect(times.response?.unknownSteps == ["recover"])
    #expect(times.greatestMargin?.seconds == 32_400)
  }

  @Test(
    "The shortest warning of its hazards counts, none if one is unknown, the risk's own before both"
  )
  func lead() throws {
    func lead(_ hazards: String, risk: String = "") throws -> Int64? {
      try Self.times(hazards: hazards, hits: Self.hit, needs: Self.needsBoth, risk: risk).lead?.time
        .seconds
    }
    #expect(try lead(Self.flood + "<hazard ref=\"h-3\"/>") == 0)
    #expect(try lead(Self.flood + "<hazard ref=\"h-2\"/>") == nil)
    #expect(try lead(Self.flood, risk: "onsetLead=\"PT30M\"") == 1800)
    #expect(try lead("") == nil)
  }

  @Test(
    "An activity stops where too few members are left and there is no doing without",
    arguments: [
      ("<needs><on ref=\"S-1\"/><on ref=\"S-2\"/></needs>", "<hits ref=\"S-1\"/>", true),
      (
        "<needs atLeast=\"1\"><on ref=\"S-1\"/><on ref=\"S-2\"/></needs>", "<hits ref=\"S-1\"/>",
        false
      ),
      (
        "<needs atLeast=\"1\"><on ref=\"S-1\"/><on ref=\"S-2\"/></needs>",
        "<hits ref=\"S-1\"/><hits ref=\"S-2\"/>", true
      ),
      (
        "<needs atLeast=\"1\"><on ref=\"S-1\"/><on ref=\"S-2\"/></needs>",
        "<jointHit probability=\"1\"><on ref=\"S-1\"/><on ref=\"S-2\"/></jointHit>", true
      ),
      ("<needs><on ref=\"S-1\"/><workaround act=\"PT1H\"/></needs>", "<hits ref=\"S-1\"/>", false),
      ("", "<hits ref=\"S-1\"/>", false), ("", "<hits ref=\"A-1\"/>", true),
    ])
  func stops(needs: String, hits: String, stops: Bool) throws {
    let times = try Self.times(hits: hits, needs: needs)
    #expect((times.stopped?.activity.text == "A-1") == stops)
  }

  @Test("Of the activities that it stops, the one that leaves least time counts")
  func binding() throws {
    let times = try Self.times(
      hazards: Self.flood, hits: "<hits ref=\"A-2\"/><hits ref=\"A-1\"/>", needs: "")
    #expect(times.stopped?.activity.text == "A-1")
  }

  @Test("Without a protocol there is no reaction to measure")
  func noProtocol() throws {
    let register = try Register("<risk id=\"R-1\"><title>It floods</title></risk>")
    let compiled = CompiledRegister(register, today: CalendarDate(text: "2026-11-24")!)
    let times = compiled.reactionTimes(ofRisk: 0)
    #expect(times == compiled.reactionTimes(ofRisk: 0))
    #expect(times.lead == nil && times.stopped == nil && times.response == nil)
    #expect(compiled.reactionMargin(ofRisk: 0) == nil && times.greatestMargin == nil)
  }

  @Test("Recovery takes what evidence on the way says, where that is longer than planned")
  func evidence() throws {
    let register = try Register(
      """
      <hazard id="h-1" name="Flood" onsetLead="PT2H"/>
      <activity id="A-1" name="Triage"><targets mtpd="PT8H" own="PT1H"/><needs mode="start"><on ref="S-1"/></needs></activity>
      <asset id="S-1" name="Record"><targets own="PT3H"/><needs mode="start"><on ref="S-2"/></needs></asset>
      <asset id="S-2" name="Pump"><targets own="PT2H"/></asset>
      <risk id="R-1" status="open"><hazard ref="h-1"/><title>It floods</title><hits ref="S-2"/>
        <activates protocol="P-1"/></risk>
      <protocol id="P-1" name="Pump out"><planned detect="PT10M" assess="PT20M" authorise="PT10M" notify="PT20M"/>
        <task id="T-1" name="Pump" restores="S-2" likely="PT1H"/></protocol>
      """)
    let times = CompiledRegister(register, today: CalendarDate(text: "2026-11-24")!)
      .reactionTimes(ofRisk: 0)
    #expect(times.stopped?.through.map(\.text) == ["S-2"])
    #expect(times.stopped?.recovery?.hours == 6)
    #expect(times.response?.isRecoveryReal == true)
    #expect(times.margin?.seconds == 10_800)
  }

  @Test("What is skipped because it can't be late is not late, on generated registers")
  func skipping() throws {
    var random = SplitMix64(seed: 23)
    var lateCount = 0
    for _ in 0..<60 {
      var text = "<hazard id=\"h\" name=\"H\" onsetLead=\"PT1H\"/>"
      for place in 0..<3 {
        text +=
          "<activity id=\"A\(place)\" name=\"A\"><targets mtpd=\"PT\(random.within(2...16))H\" own=\"PT1H\"/>"
        for asset in 0..<6 where random.chance(0.4) {
          let workaround =
            random.chance(0.3)
            ? "<workaround act=\"PT\(random.within(0...2))H\" lasts=\"PT\(random.within(1...6))H\"/>"
            : ""
          text += "<needs mode=\"start\"><on ref=\"S\(asset)\"/>\(workaround)</needs>"
        }
        text += "</activity>"
      }
      for place in 0..<6 {
        let own = random.chance(0.85) ? "<targets own=\"PT\(random.within(0...5))H\"/>" : ""
        text += "<asset id=\"S\(place)\" name=\"S\">\(own)"
        for other in 0..<place where random.chance(0.3) {
          let workaround =
            random.chance(0.4)
            ? "<workaround act=\"PT0S\" lasts=\"PT\(random.within(1...4))H\"/>" : ""
          let mode = random.chance(0.5) ? "start" : "finish"
          text += "<needs mode=\"\(mode)\"><on ref=\"S\(other)\"/>\(workaround)</needs>"
        }
        text += "</asset>"
      }
      for place in 0..<5 {
        text += "<risk id=\"R\(place)\" status=\"open\"><hazard ref=\"h\"/><title>It floods</title>"
        for asset in 0..<6 where random.chance(0.3) { text += "<hits ref=\"S\(asset)\"/>" }
        text += "<activates protocol=\"P\"/></risk>"
      }
      text += "<protocol id=\"P\" name=\"P\"><planned detect=\"PT1H\" assess=\"PT1H\"/>"
      if random.chance(0.5) {
        text += "<task id=\"T\" name=\"T\" restores=\"S1\" likely=\"PT3H\"/>"
      }
      text += "</protocol>"
      let compiled = CompiledRegister(try Register(text), today: CalendarDate(text: "2026-11-24")!)
      var reactions = RiskReactions(compiled)
      for place in 0..<5 {
        let times = compiled.reactionTimes(ofRisk: place)
        let isLate = (times.greatestMargin?.seconds ?? 0) < 0
        #expect(reactions.lateTimes(ofRisk: place) == (isLate ? times : nil))
        if isLate { lateCount += 1 }
      }
    }
    #expect(lateCount > 20)
  }
}
