import RegisterAnalysis
import RegisterModel
import RegisterXML
import Spreadsheets
import TestSupport
import Testing

@testable import RegisterExchange

@Suite("Questionnaires of several departments")
struct QuestionnaireMergeTests {
  @Test("What changed in the register meanwhile stays; what nobody else touched is merged")
  func meanwhile() throws {
    let register = try askedRegister()
    var file = try FilledQuestionnaire(register, "r-ed")
    file["target|A-triage|rto"] = "1 h"
    var later = AnswerRegister(register)
    later.set("PT20M", .target(entity: "A-triage", .own))
    let result = try collected([file], into: later.register)
    #expect(result.texts == [])
    #expect(result.editTexts == ["A-triage targets/rto: nothing → 'PT1H'"])
  }

  @Test(
    "The same field changed differently in the register is a conflict that names both; alike it is none"
  )
  func conflictWithRegister() throws {
    let register = try askedRegister()
    var file = try FilledQuestionnaire(register, "r-ed")
    file["target|A-triage|own"] = "30 min"
    var later = AnswerRegister(register)
    later.set("PT20M", .target(entity: "A-triage", .own))
    let result = try collected([file], into: later.register)
    #expect(
      result.texts == [
        "r-ed.xlsx: A-triage!C13: the cell says '30 min', but the register was changed from '10 min' "
          + "to '20 min' meanwhile"
      ])
    #expect(result.contributions.isEmpty)
    later.set("PT30M", .target(entity: "A-triage", .own))
    #expect(try collected([file], into: later.register).texts == [])
  }

  @Test(
    "Two files that say different things are a conflict that names both files, cells and values")
  func conflictBetweenFiles() throws {
    let register = try askedRegister()
    var first = try FilledQuestionnaire(register, "r-ed", name: "a.xlsx")
    var second = try FilledQuestionnaire(register, "r-ed", name: "b.xlsx")
    first["target|A-triage|rto"] = "1 h"
    second["target|A-triage|rto"] = "2 h"
    let result = try collected([second, first], into: register)
    #expect(
      result.texts == [
        "b.xlsx: A-triage!C11: the cell says '2 h', but a.xlsx, A-triage!C11, says '1 h'"
      ])
    second["target|A-triage|rto"] = "60 min"
    let agreed = try collected([second, first], into: register)
    #expect(agreed.texts == [])
    #expect(agreed.contributions.map(\.edits.count) == [1, 0])
  }

  @Test("Another register's file, one without its hidden sheet, and what was removed are refused")
  func refused() throws {
    let register = try askedRegister()
    var other = try FilledQuestionnaire(register, "r-ed", name: "other.xlsx")
    other.tables.tables[other.tables.tables.count - 1].rows[2][1] = .text("mill")
    var bare = try FilledQuestionnaire(register, "r-ed", name: "bare.xlsx")
    bare.tables.tables.removeLast()
    var gone = try FilledQuestionnaire(register, "r-it", name: "gone.xlsx")
    gone["target|A-desk|rto"] = "1 h"
    let element = try #require(register.writtenRecord("A-desk")).element
    let result = try collected([gone, other, bare], into: register.applying(.remove(element)))
    #expect(
      result.texts == [
        "bare.xlsx: this is no questionnaire, or its hidden sheet was changed",
        "gone.xlsx: A-desk!C11: what the cell is about has been removed from the register since",
        "other.xlsx: the questionnaire was made from the register 'mill', not from 'test'",
      ])
  }

  @Test("Levels are refused where the scale is another by now")
  func otherScale() throws {
    let register = try askedRegister()
    var file = try FilledQuestionnaire(register, "r-ed")
    file["impact|A-triage|care|PT1H"] = "Grave"
    let base = file.tables.tables.count - 1
    for (row, cells) in file.tables.tables[base].rows.enumerated()
    where cells.first == .text("scale") {
      file.tables.tables[base].rows[row][2] = .text("Slight|Serious")
    }
    #expect(
      try collected([file], into: register).texts == [
        "r-ed.xlsx: A-triage!C7: the scale of 'care' is another than when the questionnaire was made"
      ])
  }

  @Test("Rows that were moved and columns that were inserted are found again")
  func moved() throws {
    let register = try askedRegister()
    var file = try FilledQuestionnaire(register, "r-ed")
    file["target|A-triage|rto"] = "1 h"
    let sheet = 1
    var rows = file.tables.tables[sheet].rows
    rows = [rows[0]] + rows.dropFirst().reversed()
    file.tables.tables[sheet].rows = rows.map { row in
      var row = row
      row.insert(nil, at: 1)
      return row
    }
    let result = try collected([file], into: register)
    #expect(result.texts == [])
    #expect(result.editTexts == ["A-triage targets/rto: nothing → 'PT1H'"])
  }

  @Test("I need you in 1 h, you promise 8: both departments, records and times are named")
  func contradiction() throws {
    let register = try askedRegister()
    var file = try FilledQuestionnaire(register, "r-ed")
    file["target|A-triage|rto"] = "1 h"
    let merged = try #require(try collected([file], into: register).contributions.last?.register)
    let day = CalendarDate(text: "2026-11-24")!
    #expect(CompiledRegister(register, today: day).contradictions == [])
    #expect(
      CompiledRegister(merged, today: day).contradictions.map {
        $0.message.replacing("\u{A0}", with: " ")
      } == [
        "r-it 'IT operations' promises S-ehr 'Health record' back within 8 h, but r-ed 'Emergency medicine' "
          + "needs it within 1 h for A-triage 'Triage'"
      ])
  }

  @Test(
    "A cell named by a formula error or an absurd time is a finding, never a crash",
    arguments: 0..<20)
  func anything(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &* 31 &+ 5)
    let register = try askedRegister()
    var file = try FilledQuestionnaire(register, "r-ed")
    let values: [CellValue] = [
      .error("#REF!"), .number(1e300), .number(-1), .boolean(true), .text("\u{0}"), .text(" "),
      .date(CellDate(dayNumber: 20_000)), .text("９９ h"), .text("2 Grave Slight"), .number(0.5),
      .text(String(repeating: "9", count: 400) + " h"),
    ]
    for _ in 0..<10 { file[random.element(of: file.fields)] = random.element(of: values) }
    let result = try collected([file], into: register)
    #expect(result.haveErrors == result.contributions.isEmpty)
  }
}
