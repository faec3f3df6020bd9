import RegisterModel
import Spreadsheets
import TestSupport
import Testing

@testable import RegisterExchange

@Suite("What a department writes into a questionnaire")
struct QuestionnaireAnswerTests {
  @Test("A questionnaire that comes back as it went out changes nothing")
  func untouched() throws {
    let register = try askedRegister()
    for owner in ["r-ed", "r-it"] {
      let result = try collected([FilledQuestionnaire(register, owner)], into: register)
      #expect(result.texts == [])
      #expect(result.editTexts == [])
    }
  }

  @Test("Each cell that was filled in is one edit of the field that it asks")
  func edits() throws {
    let register = try askedRegister()
    var file = try FilledQuestionnaire(register, "r-ed")
    file["impact|A-triage|care|PT1H"] = "2 Grave"
    file["impact|A-triage|money|PT4H"] = "serious"
    file["target|A-triage|rto"] = "1 h"
    file["target|A-triage|mbco"] = "50 %"
    file["need|A-triage|S-ehr|lead"] = "5 min"
    file["staff|A-triage|t-nurses|PT0S"] = "9"
    file["note|A-triage"] = "Ask again in spring."
    let result = try collected([file], into: register)
    #expect(result.texts == [])
    let edited = try #require(result.contributions.first?.register)
    let activity = try #require(edited.activities.first { $0.id.text == "A-triage" })
    #expect(activity.impacts.count == 3)
    #expect(
      activity.impacts.first { $0.category.text == "money" && $0.at.seconds == 14_400 }?.level?.rank
        == 2)
    #expect(activity.targets?.rto?.seconds == 3600)
    #expect(activity.targets?.mtpd?.seconds == 14_400)
    #expect(activity.targets?.mbco?.value == 0.5)
    #expect(activity.needs[0].lead.seconds == 300)
    #expect(activity.staffing[0].atLeast.value == 9)
    #expect(activity.info.note?.line == "Ask again in spring.")
    #expect(activity.assessment == nil)
  }

  @Test("Empty rows add people, needs and recovery times")
  func rows() throws {
    let register = try askedRegister()
    var ed = try FilledQuestionnaire(register, "r-ed")
    ed["row|A-triage|staff|1|role"] = "t-nurses · Nurses"
    ed["row|A-triage|staff|1|from"] = "4 h"
    ed["row|A-triage|staff|1|atLeast"] = "11"
    ed["row|A-triage|need|1|on"] = "Network"
    var it = try FilledQuestionnaire(register, "r-it")
    it["row|S-ehr|capability|1|rta"] = "1 h 30 min"
    it["row|S-ehr|capability|1|evidence"] = "Test"
    it["row|S-ehr|capability|1|on"] = "2026-05-30"
    it["target|S-net|rto"] = "2 h"
    let result = try collected([ed, it], into: register)
    #expect(result.texts == [])
    let edited = try #require(result.contributions.last?.register)
    let triage = edited.activities[1]
    #expect(triage.staffing.map(\.atLeast.value) == [8, 11])
    #expect(triage.needs.map { $0.members.map(\.ref.text) } == [["S-ehr"], ["S-net"]])
    #expect(edited.assets[0].capabilities.first?.rta?.seconds == 5400)
    #expect(edited.assets[1].targets?.rto?.seconds == 7200)
    // Collected once more, they say nothing new.
    let again = try collected([ed, it], into: edited)
    #expect(again.texts == [])
    #expect(again.editTexts == [])
  }

  @Test("Blank stays unknown, an emptied cell erases nothing, the word unknown does")
  func blank() throws {
    let register = try askedRegister()
    var file = try FilledQuestionnaire(register, "r-ed")
    file["target|A-triage|mtpd"] = nil
    file["target|A-triage|own"] = "unknown"
    file["target|A-triage|rto"] = "not known"
    let result = try collected([file], into: register)
    #expect(
      result.texts == [
        "r-ed.xlsx: A-triage!C10: the cell held '4 h' and is empty now; it was not taken back"
      ])
    #expect(result.editTexts == ["A-triage targets/own: 'PT10M' → nothing"])
  }

  @Test("Who filled it in and when stands at what was judged, and nowhere else")
  func assessment() throws {
    let register = try askedRegister()
    var file = try FilledQuestionnaire(register, "r-it")
    file["filledBy"] = "IT operations"
    file["filledOn"] = "20.11.2026"
    file["target|S-net|rto"] = "2 h"
    #expect(
      try collected([file], into: register).contributions[0].register.activities[0].assessment
        == nil)
    file["target|A-desk|rto"] = "2 h"
    let result = try collected([file], into: register)
    let assessed = result.contributions[0].register.activities[0].assessment
    #expect(assessed?.by?.text == "r-it")
    #expect(assessed?.on?.writtenText == "2026-11-20")
    file["filledBy"] = "Dr Úna Mulqueen"
    let stranger = try collected([file], into: register)
    #expect(
      stranger.contributions[0].reason
        == "questionnaire of r-it, filled in by Dr Úna Mulqueen on 2026-11-20")
    #expect(stranger.contributions[0].register.activities[0].assessment?.by == nil)
    #expect(stranger.texts.count == 1)
  }

  @Test(
    "What can mean one thing only is taken",
    arguments: [
      ("4 h", "PT4H"), ("1 day", "P1D"), ("90 min", "PT1H30M"), ("4:00", "PT4H"), ("0:45", "PT45M"),
      ("1,5 h", "PT1H30M"), ("1.5 hours", "PT1H30M"), ("1 d 12 h", "P1DT12H"), ("at once", "PT0S"),
      ("2 weeks", "P14D"), ("1 h and 30 min", "PT1H30M"), ("PT4H", "PT4H"), ("0", "PT0S"),
    ])
  func times(_ text: String, _ written: String) throws {
    #expect(try AnswerWords.time(text) == written)
  }

  @Test(
    "What might mean two things is refused, with what to write",
    arguments: [
      "4", "1,500 h", "soon", "4:75", "1 h 1 h", "30 min 2 h", "4 m", "-1 h", "1e3 h", "", ":",
    ])
  func refused(_ text: String) throws {
    let problem = #expect(throws: CellProblem.self) { try AnswerWords.time(text) }
    #expect(problem?.hint == "write the time with its unit, such as 90 min, 4 h or 2 days")
  }

  @Test(
    "Shares are per cent; half a per cent and a half are not told apart without the sign",
    arguments: [("50 %", "0.5"), ("50", "0.5"), ("0,5 %", "0.005"), ("100%", "1"), ("0", "0")])
  func shares(_ text: String, _ written: String) throws {
    let words = AnswerWords(words: CellWords(try askedRegister()))
    #expect(try words.read(.text(text), .share) == .value(written))
    #expect(throws: CellProblem.self) { try words.read(.text("0.5"), .share) }
    #expect(throws: CellProblem.self) { try words.read(.text("1"), .share) }
    #expect(throws: CellProblem.self) { try words.read(.text("150 %"), .share) }
  }

  @Test("All mistakes of all files are found at once, each at its cell, and nothing is taken")
  func mistakes() throws {
    let register = try askedRegister()
    var ed = try FilledQuestionnaire(register, "r-ed")
    ed["impact|A-triage|care|PT1H"] = "high"
    ed["target|A-triage|rto"] = "4"
    ed["need|A-triage|S-ehr|lasts"] = "2 h"
    ed["row|A-triage|staff|1|atLeast"] = "3"
    var it = try FilledQuestionnaire(register, "r-it")
    it["row|S-ehr|capability|1|rta"] = "2 h"
    it["target|A-desk|rto"] = "1 h"
    let result = try collected([it, ed], into: register)
    #expect(result.contributions.isEmpty)
    #expect(
      result.texts == [
        "r-ed.xlsx: A-triage!C7: 'high' is no level of the scale",
        "r-ed.xlsx: A-triage!C11: '4' has no unit: minutes, hours or days?",
        "r-ed.xlsx: A-triage!B21: nobody is named",
        "r-ed.xlsx: A-triage!F26: it is not said after what time this starts to work",
        "r-it.xlsx: What you promise!I6: it is not said what the recovery time rests on",
      ])
  }

  @Test("Horizons: five at most, spread over all bands, with the first and the last")
  func horizons() throws {
    let times = QuestionHorizons.times(of: try askedRegister().criteria).map(\.writtenText)
    #expect(times == ["PT1H", "PT4H", "P3D", "P7D", "P30D"])
    #expect(
      QuestionHorizons.times(of: nil).map(\.writtenText) == ["PT4H", "P1D", "P3D", "P14D", "P30D"])
    let few = try Register("<criteria><bands>PT4H P1D</bands></criteria>").criteria
    #expect(QuestionHorizons.times(of: few).map(\.writtenText) == ["PT4H", "P1D"])
  }
}
