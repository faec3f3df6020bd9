import RegisterModel
import Spreadsheets

/// A sheet of a questionnaire: rows of words and of cells to fill in.
struct QuestionSheet {
  let title: String
  /// The widths of the columns from the second on; the first is hidden and holds the keys of rows.
  var widths: [Double]
  var isAcross = true
  var rows: [QuestionRow] = []
}

struct QuestionRow {
  /// What the row is, where it has cells to fill in; unique in the questionnaire.
  var key: String?
  /// In points; nil for one line.
  var height: Double?
  var cells: [QuestionCell] = []
}

struct QuestionCell {
  enum Content {
    case words(String, Style)
    case link(String, sheet: String)
    case answer(Answer)
  }

  enum Style {
    case title, section, text, quiet, label, heading, given
  }

  /// A cell to fill in.
  struct Answer {
    let field: AnswerField
    /// What the register says; nil where nobody has said anything.
    let base: String?
    /// What is said beside the cell while it is selected.
    var prompt: String?
    /// Whether it is one of those that matter most.
    var isImportant = false
  }

  /// From 1; the first column holds the keys of rows.
  var column: Int
  /// The last column that it takes up.
  var last: Int
  var content: Content

  init(_ column: Int, to last: Int? = nil, _ content: Content) {
    self.column = column
    self.last = last ?? column
    self.content = content
  }
}

/// A questionnaire: what one department is asked.
struct QuestionForm {
  let owner: Identifier<Party>
  var sheets: [QuestionSheet] = []
  var scales: [(category: String, levels: [String])] = []

  /// Leaves out cells for texts that are longer than a cell: they stay as they are.
  mutating func leaveOutLongTexts() {
    for sheet in sheets.indices {
      for row in sheets[sheet].rows.indices {
        for cell in sheets[sheet].rows[row].cells.indices {
          guard case .answer(let answer) = sheets[sheet].rows[row].cells[cell].content,
            let base = answer.base, !CellValue.fits(":" + base)
          else { continue }
          sheets[sheet].rows[row].cells[cell].content = .words(
            "(\(base.count) characters, more than a cell can hold)", .given)
        }
      }
    }
  }

  /// All cells to fill in, in the order of the sheets.
  var answers: [(sheet: String, key: String, column: Int, answer: QuestionCell.Answer)] {
    sheets.flatMap { sheet in
      sheet.rows.flatMap { row in
        row.cells.compactMap { cell in
          guard case .answer(let answer) = cell.content, let key = row.key else { return nil }
          return (sheet.title, key, cell.column, answer)
        }
      }
    }
  }
}
