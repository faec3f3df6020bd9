import RegisterModel
import RegisterXML
import Spreadsheets

/// The hidden sheet of a questionnaire: which register it was made from, what each cell asks and what stood
/// in it, so that what comes back can be merged though the register has changed meanwhile.
struct QuestionBase {
  static let title = "questionnaire"
  static let version = "1"
  /// What the hidden first row of a sheet begins with; its other cells are the numbers of the columns.
  static let columnKey = "columns"

  struct Place: Hashable {
    let row: String
    let column: Int
  }

  var register = ""
  var revision = ""
  var hash = ""
  var owner = ""
  /// The names of the levels of each category, by which levels can be told though the scale is another now.
  var scales: [String: String] = [:]
  /// What each cell asks and what stood in it, in the order of the sheets.
  var cells: [(place: Place, field: AnswerField, base: String?)] = []

  static func rows(_ form: QuestionForm, of register: Register) -> [[CellValue?]] {
    var rows: [[CellValue?]] = [
      [.text("questionnaire"), .text(version)],
      [.text("about"), .text("Holdfast needs this sheet to read your answers: please leave it.")],
      [.text("register"), .text(register.id.text)],
      [.text("revision"), .text(register.revision.map { "\($0.value)" } ?? "")],
      [.text("hash"), .text(RegisterWriter.hash(of: register).register.hexadecimal)],
      [.text("owner"), .text(form.owner.text)],
    ]
    for scale in form.scales {
      rows.append([
        .text("scale"), .text(scale.category), .text(scale.levels.joined(separator: "|")),
      ])
    }
    for cell in form.answers {
      rows.append([
        .text("cell"), .text(cell.key), .text("\(cell.column)"), .text(cell.answer.field.key),
        cell.answer.base.map { .text(":" + $0) },
      ])
    }
    return rows
  }

  /// - Returns: nil where the rows are none of a questionnaire that this program knows.
  init?(_ rows: [[Int: String]]) {
    for row in rows {
      switch row[0] {
      case "questionnaire":
        guard row[1] == Self.version else { return nil }
      case "register": register = row[1] ?? ""
      case "revision": revision = row[1] ?? ""
      case "hash": hash = row[1] ?? ""
      case "owner": owner = row[1] ?? ""
      case "scale": scales[row[1] ?? ""] = row[2] ?? ""
      case "cell":
        guard let key = row[1], let column = row[2].flatMap({ Int($0) }),
          let field = row[3].flatMap({ AnswerField(key: $0) })
        else { return nil }
        cells.append(
          (Place(row: key, column: column), field, row[4].map { String($0.dropFirst()) }))
      default: break
      }
    }
    guard rows.first?[0] == "questionnaire", !register.isEmpty else { return nil }
  }
}
