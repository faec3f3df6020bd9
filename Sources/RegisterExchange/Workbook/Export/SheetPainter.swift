import RegisterModel
import Spreadsheets

/// Writes the sheets of a register: keys in a hidden row, headings with notes, then the rows.
struct SheetPainter {
  let book: WorkbookWriter
  let content: SheetContent
  let styles: SheetStyles
  let dropDowns: DropDowns
  /// The colours of the ratings, the lowest first.
  let colours: [CellColour?]
  /// How many empty rows below the last have drop-downs too.
  static let spareRows = 1000
  /// The row of the headings, and the first of the rows that people write; from 0.
  static let headingRow = 1
  static let firstRow = 2

  init(_ book: WorkbookWriter, _ content: SheetContent) {
    self.book = book
    self.content = content
    styles = SheetStyles(book)
    dropDowns = DropDowns(content.words)
    colours = (content.register.criteria?.matrix?.ratings ?? []).map {
      $0.colour.flatMap { CellColour($0.hexadecimal) }
    }
  }

  /// - Returns: How many rows it has.
  func paint(_ frame: SheetFrame, progress: () -> Void) -> Int {
    if case .head = frame.layout.rows { return paintHead(frame) }
    let sheet = book.addSheet(named: frame.layout.title)
    sheet.setTabColour(SheetStyles.colour(frame.layout.group))
    setColumns(frame, sheet)
    sheet.setRow(0, isHidden: true)
    for column in frame.columns.indices {
      sheet.write(.text(frame.key(column)), row: 0, column: column)
    }
    paintHeadings(frame, sheet)
    var row = Self.firstRow
    let formats = frame.columns.map {
      styles.cell($0.cellKind, isComputed: $0.isComputed, isRow: true)
    }
    content.forEachRow(of: frame) { cells in
      sheet.setRow(row, height: height(cells, frame))
      for (column, cell) in cells.enumerated() {
        sheet.write(cell, row: row, column: column, format: formats[column])
      }
      row += 1
      if row % 1024 == 0 { progress() }
    }
    finish(frame, sheet, rowCount: row - Self.firstRow)
    return row - Self.firstRow
  }

  private func setColumns(_ frame: SheetFrame, _ sheet: SheetWriter) {
    for (index, column) in frame.columns.enumerated() {
      var isFolded = false
      if case .value(let value) = column { isFolded = value.isFolded }
      sheet.setColumns(
        index...index, width: column.width,
        format: styles.cell(column.cellKind, isComputed: column.isComputed, isRow: false),
        isHidden: isFolded, level: isFolded ? 1 : 0)
    }
    if case .value(let last)? = frame.columns.last, last.isFolded {
      sheet.markFolded(column: frame.columns.count, width: 4)
    }
  }

  private func paintHeadings(_ frame: SheetFrame, _ sheet: SheetWriter) {
    sheet.setRow(Self.headingRow, height: 34)
    for (index, column) in frame.columns.enumerated() {
      sheet.write(
        .text(column.markedHeading), row: Self.headingRow, column: index,
        format: styles.heading(frame.layout.group, isComputed: column.isComputed))
      sheet.note(column.fullNote, row: Self.headingRow, column: index)
    }
  }

  private func finish(_ frame: SheetFrame, _ sheet: SheetWriter, rowCount: Int) {
    let isRecords = if case .records = frame.layout.rows { true } else { false }
    let fixed = isRecords ? min(2, frame.columns.count) : 1
    sheet.freeze(rows: Self.firstRow, columns: fixed)
    let last = Self.firstRow + max(rowCount, 1) - 1
    sheet.filter(rows: Self.headingRow...last, columns: 0...(frame.columns.count - 1))
    sheet.setPrinting(
      pagesWide: frame.pagesWide, rows: Self.headingRow...Self.headingRow, columns: 0...(fixed - 1))
    let category = frame.columns.firstIndex { column in
      switch column {
      case .category: true
      case .value(let value): value.kind == .category
      default: false
      }
    }
    for (index, column) in frame.columns.enumerated() {
      let rows = Self.firstRow...(last + Self.spareRows)
      if let rule = dropDowns.validation(of: column, categoryColumn: category) {
        sheet.validate(rows: rows, columns: index...index, rule)
      }
      if column.showsRating { colour(sheet, rows, index) }
    }
  }

  /// Gives a column of ratings their colours.
  func colour(_ sheet: SheetWriter, _ rows: ClosedRange<Int>, _ column: Int) {
    for (index, colour) in colours.enumerated() {
      guard let colour else { continue }
      let cell = "$\(CellName.column(column))\(rows.lowerBound + 1)"
      sheet.format(
        rows: rows, columns: column...column,
        while: "=LEFT(\(cell)&\" \",\("\(index + 1)".count + 1))=\"\(index + 1) \"",
        as: styles.fill(colour))
    }
  }

  /// As high as the longest text needs, but six lines at most: the rest is a click away.
  private func height(_ cells: [CellValue?], _ frame: SheetFrame) -> Double? {
    var lines = 1
    for (index, cell) in cells.enumerated() {
      guard case .text(let text)? = cell, text.utf8.count > 12 else { continue }
      if case .value(let column) = frame.columns[index], column.isFolded { continue }
      let width = max(Int(frame.columns[index].width * 1.1), 1)
      let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
      lines = max(lines, parts.reduce(0) { $0 + max(1, ($1.utf8.count + width - 1) / width) })
      if lines >= 6 { break }
    }
    return lines == 1 ? nil : Double(min(lines, 6)) * 15 + 2
  }

  // MARK: The register itself

  private func paintHead(_ frame: SheetFrame) -> Int {
    let sheet = book.addSheet(named: frame.layout.title)
    sheet.setTabColour(SheetStyles.colour(frame.layout.group))
    sheet.setColumns(0...0, width: 10, isHidden: true)
    sheet.setColumns(1...1, width: 26)
    sheet.setColumns(2...2, width: 70)
    sheet.setColumns(3...3, width: 70)
    let heading = styles.heading(.register, isComputed: false)
    sheet.write(.text(SheetHeader.headKey), row: 0, column: 0)
    for (column, text) in ["Field", "Value", "What it is"].enumerated() {
      sheet.write(.text(text), row: 0, column: column + 1, format: heading)
    }
    var row = 0
    content.forEachRow(of: frame) { cells in
      row += 1
      let column = frame.columns[row - 1]
      let format = styles.cell(column.cellKind, isComputed: false, isRow: true)
      let length = if case .text(let text)? = cells[0] { text.utf8.count } else { 0 }
      if length > 70 { sheet.setRow(row, height: Double(min(length / 70 + 1, 8)) * 15 + 2) }
      sheet.write(.text(frame.key(row - 1)), row: row, column: 0)
      sheet.write(
        .text(column.markedHeading), row: row, column: 1,
        format: styles.cell(nil, isComputed: false, isRow: true))
      sheet.write(cells[0], row: row, column: 2, format: format)
      sheet.write(
        .text(column.fullNote), row: row, column: 3,
        format: styles.cell(nil, isComputed: true, isRow: true))
      if let rule = dropDowns.validation(of: column, categoryColumn: nil) {
        sheet.validate(rows: row...row, columns: 2...2, rule)
      }
    }
    sheet.freeze(rows: 1, columns: 2)
    sheet.setPrinting(rows: 0...0)
    return row
  }
}

extension SheetFrame {
  /// How many pages the sheet takes side by side, to be read without a glass.
  fileprivate var pagesWide: Int {
    let width = columns.reduce(0.0) { sum, column in
      if case .value(let value) = column, value.isFolded { return sum }
      return sum + column.width
    }
    return max(1, Int((width / 220).rounded(.up)))
  }
}

extension SheetFrame.Column {
  /// The heading, with a star where a row needs a value.
  var markedHeading: String {
    switch self {
    case .value(let column) where column.isRequired && !column.isIdentifier: heading + " *"
    case .owner, .category, .between: heading + " *"
    default: heading
    }
  }

  /// The note, with how to write a value.
  var fullNote: String {
    guard case .value(let column) = self else { return note }
    let how: String? =
      switch column.kind {
      case .identifier: "Leave it empty in a new row, and one is made for you."
      case .prose: "Paragraphs are parted by an empty line (Alt+Enter twice)."
      case .elapsed: "Write 15 min, 4 h or 1 d 12 h."
      case .elapsedList: "One a line: 4 h, 1 d, 3 d."
      case .period: "Write 6 months, 1 year or 90 days."
      case .date: "A date, such as 2026-11-24."
      case .level: "Choose from the list, or write the rank: 1 is the lowest."
      case .reference, .references: "Choose from the list, or write an identifier or a name."
      case .words, .category: "Choose from the list."
      case .number, .wholeNumber, .token: column.field.map { "Expected: \($0.type.expectation)." }
      case .line, .lines, .notation: nil
      }
    return [note, how].compactMap { $0 }.joined(separator: "\n")
  }

  /// Whether the column shows ratings in their colours.
  var showsRating: Bool {
    switch self {
    case .computed: true
    case .value(let column): column.kind == .level(.rating)
    default: false
    }
  }
}

extension SheetColumn {
  var isIdentifier: Bool { if case .identifier = kind { true } else { false } }
}
