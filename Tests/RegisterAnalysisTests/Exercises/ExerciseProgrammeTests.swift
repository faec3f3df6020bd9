import RegisterAnalysis
import RegisterModel
import TestSupport
import Testing

@Suite("The exercise programme")
struct ExerciseProgrammeTests {
  static func entries(_ exercises: String) throws -> [ExerciseProgramme.Entry] {
    let register = try Register(
      """
      <protocol id="P-1" name="Fire"/><protocol id="P-2" name="Flood"/>
      """ + exercises)
    return ExerciseProgramme(
      CompiledRegister(register, today: CalendarDate(text: "2026-11-24")!)
    ).entries
  }

  static func exercise(_ id: String, _ attributes: String, _ protocols: String...) -> String {
    "<exercise id=\"\(id)\" name=\"\(id)\" \(attributes)>"
      + protocols.map { "<protocol ref=\"\($0)\"/>" }.joined() + "</exercise>"
  }

  @Test("Held ones come with the last first, planned ones with the next first")
  func order() throws {
    let entries = try Self.entries(
      Self.exercise("X-1", #"on="2026-01-01""#, "P-1", "P-2")
        + Self.exercise("X-2", #"on="2026-05-01""#, "P-1")
        + Self.exercise("X-3", #"planned="2027-05-01""#, "P-1")
        + Self.exercise("X-4", #"planned="2027-02-01""#, "P-1")
        + Self.exercise("X-5", "", "P-1"))
    #expect(entries.map(\.held) == [[1, 0], [0]])
    #expect(entries.map(\.planned) == [[3, 2], []])
    #expect(entries.map(\.last?.writtenText) == ["2026-05-01", "2026-01-01"])
    #expect(entries.map(\.due?.writtenText) == ["2027-05-01", "2027-01-01"])
  }

  @Test(
    "Due soon ninety days before twelve months are over, overdue the day after",
    arguments: [
      ("2025-11-23", ExerciseProgramme.State.overdue), ("2025-11-24", .dueSoon),
      ("2026-02-22", .dueSoon), ("2026-02-23", .inTime), ("2026-11-24", .inTime),
      ("2026-11-25", .never), ("9999-12-31", .never),
    ])
  func states(day: String, state: ExerciseProgramme.State) throws {
    let entries = try Self.entries(Self.exercise("X-1", "on=\"\(day)\"", "P-1"))
    #expect(entries.map(\.state) == [state, .never])
  }
}
