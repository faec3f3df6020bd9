import RegisterModel
import Spreadsheets

/// Reads a questionnaire that came back.
struct QuestionReading {
  private let words: AnswerWords
  private var result: ReturnedQuestionnaire
  private var cells: [QuestionBase.Place: (value: CellValue, place: AnswerPlace)] = [:]
  /// Where the rows stand now, though the cell may be empty.
  private var rows: [String: (sheet: String, row: Int)] = [:]

  /// - Parameter words: Of the register as it is now.
  init(file: String, _ words: AnswerWords) {
    self.words = words
    result = ReturnedQuestionnaire(file: file)
  }

  mutating func read(_ workbook: some WorkbookContent) throws(WorkbookFailure)
    -> ReturnedQuestionnaire
  {
    guard let base = try Self.readBase(workbook) else {
      result.findings.append(
        CellFinding(
          Finding(
            rule: WorkbookRule.base,
            message: "this is no questionnaire, or its hidden sheet was changed",
            hint: "fill in the file that 'holdfast plan questionnaire' wrote, and save it as XLSX"))
      )
      return result
    }
    (result.register, result.revision) = (base.register, base.revision)
    (result.hash, result.owner, result.scales) = (base.hash, base.owner, base.scales)
    for (index, name) in workbook.sheetNames.enumerated()
    where ![QuestionBase.title, "lists"].contains(name.lowercased()) {
      let sheet = SheetCells()
      try workbook.readRows(ofSheet: index) { sheet.take($0) }
      take(sheet, of: name)
    }
    takeAnswers(base)
    return result
  }

  private static func readBase(_ workbook: some WorkbookContent) throws(WorkbookFailure)
    -> QuestionBase?
  {
    guard
      let index = workbook.sheetNames.firstIndex(where: {
        $0.lowercased() == QuestionBase.title
      })
    else { return nil }
    let sheet = SheetCells()
    try workbook.readRows(ofSheet: index) { sheet.take($0) }
    return QuestionBase(sheet.rows.map { row in row.cells.mapValues(Self.text) })
  }

  private static func text(_ value: CellValue) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): CellWords.text(of: number)
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .error(let text): text
    case .date: ""
    }
  }

  /// Takes the cells of rows that say what they are, wherever they stand now.
  private mutating func take(_ sheet: SheetCells, of name: String) {
    var columns: [Int: Int] = [:]
    for row in sheet.rows {
      guard let key = row.cells[0].map(Self.text) else { continue }
      if key == QuestionBase.columnKey {
        for (column, value) in row.cells where column > 0 {
          if let number = Int(Self.text(value)) { columns[column] = number }
        }
        continue
      }
      rows[key] = (name, row.number)
      for (column, value) in row.cells where column > 0 {
        let place = QuestionBase.Place(row: key, column: columns[column] ?? column)
        cells[place] = (
          value, AnswerPlace(sheet: name, row: row.number, column: column)
        )
      }
    }
  }

  // MARK: Answers

  private mutating func takeAnswers(_ base: QuestionBase) {
    var missing: [String] = []
    var newRows: [RowKey: NewRow] = [:]
    var order: [RowKey] = []
    for (place, field, base) in base.cells {
      guard let row = rows[place.row] else {
        if missing.last != place.row { missing.append(place.row) }
        continue
      }
      let cell = cells[place]
      let here =
        cell?.place ?? AnswerPlace(sheet: row.sheet, row: row.row, column: place.column)
      let answer: AnswerWords.Answer
      do throws(CellProblem) { answer = try words.read(cell?.value, field.kind) } catch {
        result.findings.append(
          here.finding(
            Finding(
              rule: WorkbookRule.cell, entity: field.entity, field: field.path,
              message: error.message, hint: error.hint)))
        continue
      }
      if case .row(let entity, let row, let number, let part) = field {
        let key = RowKey(entity: entity, row: row, number: number)
        if newRows[key] == nil { order.append(key) }
        newRows[key, default: NewRow(place: here)].parts[part] = (answer, here)
      } else {
        take(answer, field, base, here)
      }
    }
    for key in order { if let row = newRows[key] { take(row, key) } }
    for row in missing {
      result.findings.append(
        CellFinding(
          Finding(
            rule: WorkbookRule.base, severity: .warning,
            message: "the row '\(row)' is gone; what it asked stays as it is")))
    }
  }

  private mutating func take(
    _ answer: AnswerWords.Answer, _ field: AnswerField, _ base: String?, _ place: AnswerPlace
  ) {
    switch field {
    case .filledBy:
      if case .value(let name) = answer { result.filledBy = name }
      return
    case .filledOn:
      if case .value(let date) = answer { result.filledOn = CalendarDate(text: date) }
      return
    case .impact(let id, _, _), .target(let id, .mtpd), .target(let id, .rto):
      if case .value = answer { result.judged.insert(id) }
    default: break
    }
    switch answer {
    case .blank:
      guard let base else { return }
      let shown = words.shown(base, field.kind).map(Self.text) ?? base
      result.findings.append(
        place.finding(
          Finding(
            rule: WorkbookRule.emptied, severity: .info, entity: field.entity, field: field.path,
            message: "the cell held '\(shown.cut(to: 60))' and is empty now; it was not taken back",
            hint: "write unknown into the cell if nobody knows it any more")))
    case .unknown:
      guard base != nil else { return }
      result.answers.append(.init(field: field, base: base, value: nil, place: place))
    case .value(let value):
      guard value != base else { return }
      result.answers.append(.init(field: field, base: base, value: value, place: place))
    }
  }

  private struct RowKey: Hashable {
    let entity: String
    let row: AnswerField.Row
    let number: Int
  }

  private struct NewRow {
    let place: AnswerPlace
    var parts: [String: (answer: AnswerWords.Answer, place: AnswerPlace)] = [:]

    func value(_ part: String) -> String? {
      if case .value(let value)? = parts[part]?.answer { value } else { nil }
    }
  }

  /// What was written into an empty row is a field of its own.
  private mutating func take(_ row: NewRow, _ key: RowKey) {
    func lacks(_ part: String, _ message: String, _ hint: String) -> CellFinding {
      (row.parts[part]?.place ?? row.place).finding(
        Finding(
          rule: WorkbookRule.cell, entity: key.entity, message: message, hint: hint))
    }
    let zero = "PT0S"
    switch key.row {
    case .staff:
      let (role, from, count) = (row.value("role"), row.value("from"), row.value("atLeast"))
      guard role != nil || from != nil || count != nil else { return }
      guard let role else {
        result.findings.append(lacks("role", "nobody is named", "choose who is needed"))
        return
      }
      guard let count, let place = row.parts["atLeast"]?.place else {
        result.findings.append(
          lacks("atLeast", "it is not said how many", "write a number, such as 4"))
        return
      }
      result.answers.append(
        .init(
          field: .staff(activity: key.entity, role: role, from: from ?? zero), base: nil,
          value: count, place: place))
    case .need:
      guard let on = row.value("on"), let place = row.parts["on"]?.place else {
        if row.value("lead") != nil {
          result.findings.append(
            lacks("on", "it is not said what is needed", "choose from the list"))
        }
        return
      }
      result.answers.append(
        .init(
          field: .newNeed(activity: key.entity, on: on), base: nil,
          value: row.value("lead") ?? zero, place: place))
    case .capability:
      let (rta, evidence, on) = (row.value("rta"), row.value("evidence"), row.value("on"))
      guard rta != nil || evidence != nil || on != nil else { return }
      guard let rta, let place = row.parts["rta"]?.place else {
        result.findings.append(
          lacks("rta", "the recovery time is missing", "write a time with its unit, such as 4 h"))
        return
      }
      guard let evidence else {
        result.findings.append(
          lacks(
            "evidence", "it is not said what the recovery time rests on",
            "choose test, incident, contract or estimate"))
        return
      }
      result.answers.append(
        .init(
          field: .capability(asset: key.entity, rta: rta, evidence: evidence, on: on ?? ""),
          base: nil, value: "yes", place: place))
    }
  }
}

/// The rows of a sheet.
private final class SheetCells {
  private(set) var rows: [(number: Int, cells: [Int: CellValue])] = []

  func take(_ row: SheetRow) {
    rows.append(
      (
        row.number,
        Dictionary(row.cells.map { ($0.column, $0.value) }, uniquingKeysWith: { first, _ in first })
      ))
  }
}
