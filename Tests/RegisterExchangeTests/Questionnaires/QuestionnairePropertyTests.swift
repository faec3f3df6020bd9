import Foundation
import RegisterAnalysis
import RegisterModel
import RegisterXML
import Spreadsheets
import TestSupport
import Testing

@testable import RegisterExchange

/// Departments that answer at random, as departments do.
@Suite("However departments fill questionnaires in")
struct QuestionnairePropertyTests {
  /// A register of departments that need each other.
  static func register(_ random: inout SplitMix64, departments: Int) throws -> Register {
    var parties = ""
    var activities = ""
    var assets = ""
    for place in 0..<departments {
      parties += "<party id=\"r-\(place)\" name=\"Department \(place)\"/>"
      let rto = random.chance(0.5) ? " rto=\"PT\(random.within(1...9))H\"" : ""
      let own = random.chance(0.5) ? " own=\"PT\(random.within(5...50))M\"" : ""
      let level = random.chance(0.5) ? "<impact category=\"care\" at=\"PT4H\" level=\"1\"/>" : ""
      let need = random.within(0...(departments - 1))
      activities +=
        "<activity id=\"A-\(place)\" name=\"Activity \(place)\" owner=\"r-\(place)\">\(level)"
        + (rto + own == "" ? "" : "<targets\(rto)\(own)/>")
        + "<needs><on ref=\"S-\(need)\"/></needs></activity>"
      assets += "<asset id=\"S-\(place)\" name=\"Asset \(place)\" owner=\"r-\(place)\"/>"
    }
    return try Register(
      """
      <criteria><impact category="care" name="Care" intolerable="2"><level name="Slight"/><level name="Grave"/>
      <level name="Fatal"/></impact><bands>PT1H PT4H P1D</bands></criteria>
      """ + parties + activities + assets)
  }

  /// Fills in some cells.
  ///
  /// - Returns: What was answered, field by field.
  static func fill(_ file: inout FilledQuestionnaire, _ random: inout SplitMix64) -> [AnswerField:
    String]
  {
    var answers: [AnswerField: String] = [:]
    for field in file.fields where random.chance(0.3) {
      let hours = random.within(1...30)
      switch field {
      case .impact:
        let level = random.within(1...3)
        file[field] = .text(
          ["\(level)", ["Slight", "grave", "3 Fatal"][level - 1]][random.within(0...1)])
        answers[field] = "\(level)"
      case .target(_, .mbco):
        file[field] = .text("\(hours) %")
        answers[field] = Share(Double(hours) / 100)!.writtenText
      case .target(_, .because), .note:
        file[field] = .text("Because of \(hours).")
        answers[field] = "Because of \(hours)."
      case .target, .need(_, _, .lead), .need(_, _, .act):
        file[field] = .text(
          ["\(hours) h", "\(hours):00", "\(hours * 60) min"][random.within(0...2)])
        answers[field] = ElapsedTime(seconds: Int64(hours) * 3600)!.writtenText
      default: break
      }
    }
    return answers
  }

  @Test(
    "Forty departments in any order give the same register, and it says what they answered",
    arguments: 0..<2)
  func forty(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &* 977 &+ 11)
    let register = try Self.register(&random, departments: 40)
    var files: [FilledQuestionnaire] = []
    var answers: [AnswerField: String] = [:]
    for place in 0..<40 {
      var file = try FilledQuestionnaire(register, "r-\(place)")
      answers.merge(Self.fill(&file, &random)) { $1 }
      files.append(file)
    }
    let blanks = files.flatMap(\.fields).filter { answers[$0] == nil && $0.entity != nil }
    let result = try collected(files, into: register)
    #expect(result.texts == [])
    let merged = try #require(result.contributions.last?.register)
    let (before, after) = (AnswerRegister(register), AnswerRegister(merged))
    for (field, value) in answers { #expect(after.value(field) == value, "\(field.key)") }
    for field in blanks { #expect(after.value(field) == before.value(field), "\(field.key)") }
    let hash = RegisterWriter.hash(of: merged).register
    for _ in 0..<3 {
      for index in files.indices.reversed() { files.swapAt(index, random.within(0...index)) }
      let again = try #require(try collected(files, into: register).contributions.last?.register)
      #expect(RegisterWriter.hash(of: again).register == hash)
    }
    // One after the other, they come to the same as all at once.
    var serial = register
    for file in files {
      serial = try #require(try collected([file], into: serial).contributions.last?.register)
    }
    #expect(RegisterWriter.hash(of: serial).register == hash)
  }

  @Test(
    "Two copies of one questionnaire conflict in just the fields that they answer differently",
    arguments: 0..<20)
  func conflicts(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &* 131 &+ 7)
    let register = try Self.register(&random, departments: 3)
    var first = try FilledQuestionnaire(register, "r-1", name: "a.xlsx")
    var second = try FilledQuestionnaire(register, "r-1", name: "b.xlsx")
    let one = Self.fill(&first, &random)
    let two = Self.fill(&second, &random)
    let now = AnswerRegister(register)
    let expected = Set(
      one.keys.filter { field in
        guard let other = two[field] else { return false }
        return other != one[field] && now.value(field) != one[field] && now.value(field) != other
      })
    let result = try collected([second, first], into: register)
    let places = Set(result.findings.compactMap(\.finding.place))
    let wanted = Set(
      expected.map { field in
        let place = second.places[field]!
        return second.tables.tables[place.sheet].name + "!"
          + CellName.cell(row: place.row + 1, column: place.column)
      })
    #expect(places == wanted, "seed \(seed)")
    #expect(result.contributions.isEmpty == !expected.isEmpty)
  }

  @Test("What is written is what is read, through the file")
  func throughFile() throws {
    let register = try askedRegister()
    let compiled = CompiledRegister(register, today: CalendarDate(text: "2026-11-24")!)
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("holdfast-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let summary = try Questionnaire.write(compiled, owner: try Identifier<Party>("r-ed"), to: path)
    #expect(summary.important.first?.question == "A-triage 'Triage': by when it must be back (RTO)")
    #expect(summary.important.first?.influence == 2)
    let result = Questionnaire.collect([path], into: register)
    #expect(result.texts == [])
    #expect(result.editTexts == [])
  }
}
