public import RegisterModel
import Spreadsheets

/// What several returned questionnaires come to together.
public struct CollectedQuestionnaires: Sendable {
  /// What one file brings to the register.
  public struct Contribution: Sendable {
    public let file: String
    /// The department that it was made for.
    public let owner: String
    public let filledBy: String?
    public let filledOn: CalendarDate?
    /// "questionnaire of r-ed, filled in by Ann Lee on 2026-11-20": what the history says of it.
    public var reason: String {
      var text = "questionnaire of \(owner)"
      if filledBy != nil || filledOn != nil { text += ", filled in" }
      if let filledBy { text += " by \(filledBy)" }
      if let filledOn { text += " on \(filledOn.writtenText)" }
      return text
    }
    /// What it changes, after those before it; none where others had said the same.
    public let edits: [Edit]
    /// The register with them made, and with those of the files before it.
    public let register: Register
  }

  /// A finding in a file.
  public struct FileFinding: Sendable {
    public let file: String
    public let finding: CellFinding
  }

  /// In the order of departments, days and file names, in whatever order the files were given; none where a
  /// finding is an error.
  public internal(set) var contributions: [Contribution] = []
  /// All that was found in all files, in the order of their names.
  public internal(set) var findings: [FileFinding] = []

  /// Whether anything keeps the answers from being taken. Then none is.
  public var haveErrors: Bool { findings.contains { $0.finding.finding.severity == .error } }
}

/// Merges returned questionnaires into a register: three-way, by field. The base is what stood in each cell
/// when the questionnaire was made.
struct QuestionCollection {
  private let now: AnswerRegister
  private let register: Register
  private let words: AnswerWords
  private var result = CollectedQuestionnaires()
  /// What each field is to be, and who said so first.
  private var wanted: [AnswerField: (value: String?, source: Source)] = [:]

  private struct Source {
    let file: String
    let place: AnswerPlace
  }

  init(_ register: Register) {
    self.register = register
    now = AnswerRegister(register)
    words = AnswerWords(words: CellWords(register))
  }

  mutating func run(_ returned: [ReturnedQuestionnaire]) -> CollectedQuestionnaires {
    let files = returned.sorted {
      ($0.owner, $0.filledOn?.dayNumber ?? .min, $0.file)
        < ($1.owner, $1.filledOn?.dayNumber ?? .min, $1.file)
    }
    for file in files {
      for finding in file.findings { report(file.file, finding) }
      // A file that is none, or of another register, says nothing.
      guard !file.register.isEmpty else { continue }
      guard file.register == register.id.text else {
        report(
          file.file,
          CellFinding(
            Finding(
              rule: WorkbookRule.base,
              message: "the questionnaire was made from the register '\(file.register)', not from "
                + "'\(register.id)'", hint: "collect it into the register that it was made from")))
        continue
      }
      take(file)
    }
    result.findings = result.findings.enumerated().sorted {
      ($0.element.file, $0.offset) < ($1.element.file, $1.offset)
    }.map(\.element)
    if !result.haveErrors { apply(files.filter { !$0.register.isEmpty }) }
    return result
  }

  private mutating func report(_ file: String, _ finding: CellFinding) {
    result.findings.append(.init(file: file, finding: finding))
  }

  private mutating func refuse(
    _ given: ReturnedQuestionnaire.Given, _ file: String, _ rule: String, _ message: String,
    _ hint: String
  ) {
    report(
      file,
      given.place.finding(
        Finding(
          rule: rule, entity: given.field.entity, field: given.field.path, message: message,
          hint: hint)))
  }

  // MARK: What is said

  private mutating func take(_ file: ReturnedQuestionnaire) {
    for given in file.answers {
      guard now.has(given.field) else {
        refuse(
          given, file.file, WorkbookRule.conflict,
          "what the cell is about has been removed from the register since",
          "talk to the planner, or make the questionnaire anew")
        continue
      }
      if case .level(let category) = given.field.kind,
        file.scales[category] != words.words.scales.names(.impact(category)).joined(separator: "|")
      {
        refuse(
          given, file.file, WorkbookRule.conflict,
          "the scale of '\(category)' is another than when the questionnaire was made",
          "make the questionnaire anew, so that the level is one of the scale of today")
        continue
      }
      let present = now.value(given.field)
      guard given.value != present else { continue }
      if present != given.base {
        refuse(
          given, file.file, WorkbookRule.conflict,
          "the cell says \(shown(given.value, given.field)), but the register was changed from "
            + "\(shown(given.base, given.field)) to \(shown(present, given.field)) meanwhile",
          "agree on one of the two, and write it into the cell or the register")
      } else if let other = wanted[given.field] {
        guard other.value != given.value else { continue }
        refuse(
          given, file.file, WorkbookRule.conflict,
          "the cell says \(shown(given.value, given.field)), but \(other.source.file), "
            + "\(other.source.place.text), says \(shown(other.value, given.field))",
          "agree on one of the two, and write it into both")
      } else {
        wanted[given.field] = (given.value, Source(file: file.file, place: given.place))
      }
    }
    checkWorkarounds(file)
  }

  private func shown(_ value: String?, _ field: AnswerField) -> String {
    switch words.shown(value, field.kind) {
    case .text(let text)?: "'\(CellWords.folded(text).cut(to: 60))'"
    case .number(let number)?: "'\(CellWords.text(of: number))'"
    case .some: "'\(value ?? "")'"
    case nil: "'unknown'"
    }
  }

  /// What is done without something counts once it is said how soon that starts.
  private mutating func checkWorkarounds(_ file: ReturnedQuestionnaire) {
    var asked: Set<AnswerField> = []
    for given in file.answers {
      guard case .need(let id, let need, let part) = given.field, part != .lead, part != .act,
        given.value != nil
      else { continue }
      let act = AnswerField.need(activity: id, need: need, .act)
      let known = file.answers.first { $0.field == act }.map(\.value) ?? now.value(act)
      guard known == nil, asked.insert(act).inserted else { continue }
      refuse(
        given, file.file, WorkbookRule.cell,
        "it is not said after what time this starts to work",
        "write it into the column 'without it: starts after', such as 15 min")
    }
  }

  // MARK: What it makes

  private mutating func apply(_ files: [ReturnedQuestionnaire]) {
    var before = register
    for file in files {
      var state = AnswerRegister(before)
      // How soon a workaround starts comes before what else is said of it; whether it is gone, last.
      let answers = file.answers.enumerated().sorted { left, right in
        (Self.rank(left.element), left.offset) < (Self.rank(right.element), right.offset)
      }.map(\.element)
      for given in answers where state.value(given.field) != given.value {
        state.set(given.value, given.field)
      }
      if let on = file.filledOn {
        let name = file.filledBy
        let by = name.flatMap { words.words.names.identifier($0, KindSet(.party)) }
        if let name, by == nil { reportStranger(name, file.file) }
        for id in file.judged.sorted() {
          state.assess(id, by: by.map { Identifier(unchecked: $0) }, on: on)
        }
      }
      let edits = before.edits(to: state.register)
      do throws(EditFailure) {
        before = edits.isEmpty ? before : try before.applying(edits)
      } catch {
        for finding in error.findings { report(file.file, CellFinding(finding)) }
        result.contributions = []
        return
      }
      result.contributions.append(
        .init(
          file: file.file, owner: file.owner, filledBy: file.filledBy, filledOn: file.filledOn,
          edits: edits, register: before))
    }
  }

  private static func rank(_ given: ReturnedQuestionnaire.Given) -> Int {
    guard case .need(_, _, .act) = given.field else { return 1 }
    return given.value == nil ? 2 : 0
  }

  private mutating func reportStranger(_ name: String, _ file: String) {
    report(
      file,
      CellFinding(
        Finding(
          rule: WorkbookRule.unread, severity: .info,
          message: "'\(name.cut(to: 60))' is nobody the register knows; the history keeps the name",
          hint: "write the name or the identifier of a party to have it beside the assessment")))
  }
}
