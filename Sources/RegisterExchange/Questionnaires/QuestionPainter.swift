import RegisterModel
import Spreadsheets

/// Writes a questionnaire as a workbook.
struct QuestionPainter {
  private let book: WorkbookWriter
  private let words: AnswerWords
  private let lists: AnswerLists

  init(_ book: WorkbookWriter, _ register: Register) {
    self.book = book
    words = AnswerWords(words: CellWords(register))
    lists = AnswerLists(register, words.words)
  }

  /// Paints all sheets, and those behind them that people don't see.
  func paint(_ form: QuestionForm, of register: Register) {
    for (index, sheet) in form.sheets.enumerated() {
      let writer = book.addSheet(named: sheet.title)
      paint(sheet, writer)
      if index == 0 { writer.activate() }
    }
    let listed = book.addSheet(named: AnswerLists.title)
    lists.write(to: listed)
    listed.hide()
    let base = book.addSheet(named: QuestionBase.title)
    for (row, cells) in QuestionBase.rows(form, of: register).enumerated() {
      for (column, cell) in cells.enumerated() where cell != nil {
        base.write(cell, row: row, column: column)
      }
    }
    base.protect()
    base.hide()
  }

  private func paint(_ sheet: QuestionSheet, _ writer: SheetWriter) {
    writer.hideGridlines()
    writer.setPrinting(isAcross: sheet.isAcross)
    writer.setColumns(0...0, width: 4, isHidden: true)
    for (index, width) in sheet.widths.enumerated() {
      writer.setColumns((index + 1)...(index + 1), width: width)
    }
    writer.setRow(0, isHidden: true)
    writer.write(.text(QuestionBase.columnKey), row: 0, column: 0)
    for column in 1...sheet.widths.count {
      writer.write(.number(Double(column)), row: 0, column: column)
    }
    for (index, row) in sheet.rows.enumerated() { paint(row, index + 1, writer) }
    writer.protect()
  }

  private func paint(_ row: QuestionRow, _ place: Int, _ writer: SheetWriter) {
    // No program shows rows that are higher.
    writer.setRow(place, height: row.height.map { min($0, 400) })
    if let key = row.key { writer.write(.text(key), row: place, column: 0) }
    for cell in row.cells {
      switch cell.content {
      case .words(let text, let style):
        write(.text(text.cut(to: 2000)), cell, place, format(style), writer)
      case .link(let text, let sheet):
        writer.writeLink(
          text.cut(to: 200), toSheet: sheet, row: place, column: cell.column,
          format: format(.link))
      case .answer(let answer):
        let kind = answer.field.kind
        write(words.shown(answer.base, kind), cell, place, format(answer), writer)
        var rule = lists.validation(of: kind) ?? CellValidation(.anything, isStrict: false)
        rule.prompt = answer.prompt ?? Self.prompt(kind)
        writer.validate(rows: place...place, columns: cell.column...cell.column, rule)
      }
    }
  }

  private func write(
    _ value: CellValue?, _ cell: QuestionCell, _ row: Int, _ format: CellFormat,
    _ writer: SheetWriter
  ) {
    guard cell.last > cell.column else {
      writer.write(value, row: row, column: cell.column, format: format)
      return
    }
    let text: String = if case .text(let text)? = value { text } else { "" }
    writer.merge(row: row, columns: cell.column...cell.last, text, format: format)
  }

  private static func prompt(_ kind: AnswerKind) -> String? {
    switch kind {
    case .time: "A time with its unit: 90 min, 4 h, 2 days."
    case .share: "In per cent: 50 %."
    case .date: "Such as 2026-11-24."
    default: nil
    }
  }

  // MARK: Looks

  private static let ink = CellColour(0x1F3A4D)
  private static let field = CellColour(0xFFFBE6)
  private static let important = CellColour(0xFFE08A)
  private static let edge = CellColour(0xBFBFBF)

  private enum Look {
    case words(QuestionCell.Style)
    case link
  }

  private func format(_ style: QuestionCell.Style) -> CellFormat { format(.words(style)) }

  private func format(_ look: Look) -> CellFormat {
    var style = CellStyle()
    style.wraps = true
    style.isAtTop = true
    switch look {
    case .words(.title):
      style.isBold = true
      style.fontSize = 18
      style.fontColour = Self.ink
      style.wraps = false
    case .words(.section):
      style.isBold = true
      style.fontSize = 12
      style.fontColour = Self.ink
    case .words(.text): break
    case .words(.quiet): style.fontColour = CellColour(0x595959)
    case .words(.label): style.border = Self.edge
    case .words(.heading):
      style.isBold = true
      style.background = Self.ink
      style.fontColour = CellColour(0xFFFFFF)
      style.border = Self.edge
      style.isAtTop = false
      style.isInMiddle = true
    case .words(.given):
      style.background = CellColour(0xF2F2F2)
      style.fontColour = CellColour(0x595959)
      style.border = Self.edge
    case .link:
      style.fontColour = CellColour(0x2F6E91)
    }
    return book.format(style)
  }

  private func format(_ answer: QuestionCell.Answer) -> CellFormat {
    var style = CellStyle()
    style.isLocked = false
    style.wraps = true
    style.isAtTop = true
    style.border = Self.edge
    style.background = answer.isImportant ? Self.important : Self.field
    switch answer.field.kind {
    case .date: style.numberFormat = "yyyy-mm-dd"
    case .count: break
    // What looks like a number, a date or a time of day is none.
    default: style.numberFormat = "@"
    }
    style.alignment = .left
    return book.format(style)
  }
}

/// What drop-downs of a questionnaire offer, on a hidden sheet: a column for each list.
private final class AnswerLists {
  static let title = "Lists"

  private var lists: [[String]] = []
  private var places: [AnswerKind: Int] = [:]
  private let register: Register
  private let words: CellWords

  init(_ register: Register, _ words: CellWords) {
    self.register = register
    self.words = words
  }

  func validation(of kind: AnswerKind) -> CellValidation? {
    let place = places[kind] ?? add(kind)
    guard let place else { return nil }
    let column = CellName.column(place)
    return CellValidation(
      .list(
        range: "=\(CellName.sheet(Self.title))!$\(column)$1:$\(column)$\(lists[place].count)"),
      isStrict: false)
  }

  private func add(_ kind: AnswerKind) -> Int? {
    let values: [String]
    switch kind {
    case .level(let category):
      let names = words.scales.names(.impact(category))
      values = names.enumerated().map { "\($0 + 1) \($1)" }
    case .party: values = words.names.identifiers(KindSet(.party)).map { words.names.shown($0) }
    case .node: values = words.names.identifiers(Dependable.kinds).map { words.names.shown($0) }
    case .evidence: values = Capability.Evidence.allCases.map(\.rawValue)
    default: return nil
    }
    guard !values.isEmpty else { return nil }
    lists.append(Array(values.prefix(DropDowns.longest)))
    places[kind] = lists.count - 1
    return lists.count - 1
  }

  func write(to sheet: SheetWriter) {
    for row in 0..<(lists.map(\.count).max() ?? 0) {
      for (column, list) in lists.enumerated() where row < list.count {
        sheet.write(.text(list[row]), row: row, column: column)
      }
    }
  }
}
