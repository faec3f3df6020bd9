public import RegisterModel
import Spreadsheets

/// A questionnaire that came back: what was answered in it, cell by cell, and what makes no sense.
public struct ReturnedQuestionnaire: Sendable {
  /// What messages call the file.
  public let file: String
  /// The register that it was made from.
  public internal(set) var register = ""
  /// The revision of the register that it was made from; empty where it had none.
  public internal(set) var revision = ""
  /// The hash of that register.
  public internal(set) var hash = ""
  /// The department that it was made for.
  public internal(set) var owner = ""
  /// Who filled it in, as they wrote it.
  public internal(set) var filledBy: String?
  public internal(set) var filledOn: CalendarDate?
  /// What makes no sense, and what is worth knowing, in the order of the file.
  public internal(set) var findings: [CellFinding] = []

  /// What was answered otherwise than it stood in the cell.
  var answers: [Given] = []
  /// The activities of which the file says something about impact or targets, whether it is new or not.
  var judged: Set<String> = []
  /// The names of levels when it was made, by category.
  var scales: [String: String] = [:]

  /// An answer.
  struct Given: Sendable {
    let field: AnswerField
    /// What stood in the cell.
    let base: String?
    /// nil: it is not known.
    let value: String?
    let place: AnswerPlace
  }

  init(file: String) { self.file = file }
}

/// A cell of a returned file.
struct AnswerPlace: Hashable, Sendable {
  let sheet: String
  /// From 1.
  let row: Int
  /// From 0.
  let column: Int

  /// `A-triage!C7`.
  var text: String { "\(sheet)!\(CellName.cell(row: row, column: column))" }

  func finding(_ finding: Finding) -> CellFinding {
    CellFinding(finding, sheet: sheet, row: row, column: column)
  }
}
