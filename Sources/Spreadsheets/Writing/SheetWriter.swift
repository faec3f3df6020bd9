internal import CLibXLSXWriter

#if canImport(Glibc)
  internal import Glibc
#endif

/// Writes one sheet. Rows and columns count from 0; cells are written row by row, left to right.
public final class SheetWriter {
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  // The sheet lives as long as its workbook.
  private let book: WorkbookWriter

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, of book: WorkbookWriter) {
    self.sheet = sheet
    self.book = book
  }

  // MARK: Cells

  /// Writes a cell; one without a value only gets its format.
  ///
  /// Numbers are written with 16 digits, and read back equal up to 15.
  ///
  /// - Precondition: A text fits into a cell (``CellValue/fits(_:)``).
  public func write(_ value: CellValue?, row: Int, column: Int, format: CellFormat? = nil) {
    let (row, column) = (lxw_row_t(row), lxw_col_t(column))
    let format = format?.format
    let result =
      switch value {
      case nil: worksheet_write_blank(sheet, row, column, format)
      case .text(let text)?: write(text, row, column, format)
      case .number(let number)?: worksheet_write_number(sheet, row, column, number, format)
      case .date(let date)?: worksheet_write_number(sheet, row, column, date.serial, format)
      case .boolean(let value)?:
        worksheet_write_boolean(sheet, row, column, value ? 1 : 0, format)
      case .error(let text)?: write(text, row, column, format)
      }
    precondition(result == LXW_NO_ERROR, "a cell lies outside of the sheet or before the last row")
  }

  private func write(
    _ text: String, _ row: lxw_row_t, _ column: lxw_col_t,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    precondition(CellValue.fits(text), "the text is longer than a cell")
    guard !text.isEmpty else { return worksheet_write_blank(sheet, row, column, format) }
    return worksheet_write_string(sheet, row, column, CellText.escaped(text), format)
  }

  /// Writes a formula with the value it has now.
  public func writeFormula(
    _ formula: String, value: Double, row: Int, column: Int, format: CellFormat? = nil
  ) {
    worksheet_write_formula_num(
      sheet, lxw_row_t(row), lxw_col_t(column), formula, format?.format, value)
  }

  /// Writes a text that leads to a sheet of the same workbook.
  public func writeLink(
    _ text: String, toSheet name: String, row: Int, column: Int, format: CellFormat? = nil
  ) {
    worksheet_write_url_opt(
      sheet, lxw_row_t(row), lxw_col_t(column), "internal:\(CellName.sheet(name))!A1",
      format?.format, text, nil)
  }

  /// Joins cells into one.
  public func merge(row: Int, columns: ClosedRange<Int>, _ text: String, format: CellFormat) {
    worksheet_merge_range(
      sheet, lxw_row_t(row), lxw_col_t(columns.lowerBound), lxw_row_t(row),
      lxw_col_t(columns.upperBound), text, format.format)
  }

  // MARK: Rows and columns

  /// - Parameters:
  ///   - width: In characters.
  ///   - level: How deep the column is folded; 0 if it is not.
  public func setColumns(
    _ columns: ClosedRange<Int>, width: Double, format: CellFormat? = nil, isHidden: Bool = false,
    level: Int = 0
  ) {
    var options = lxw_row_col_options()
    options.hidden = isHidden ? 1 : 0
    options.level = UInt8(clamping: level)
    worksheet_set_column_opt(
      sheet, lxw_col_t(columns.lowerBound), lxw_col_t(columns.upperBound), width, format?.format,
      &options)
  }

  /// Says that the columns before this one are folded away.
  public func markFolded(column: Int, width: Double) {
    var options = lxw_row_col_options()
    options.collapsed = 1
    worksheet_set_column_opt(
      sheet, lxw_col_t(column), lxw_col_t(column), width, nil, &options)
  }

  /// Must come before the cells of the next row.
  ///
  /// - Parameter height: In points; nil for the height of its text.
  public func setRow(
    _ row: Int, height: Double? = nil, format: CellFormat? = nil, isHidden: Bool = false
  ) {
    var options = lxw_row_col_options()
    options.hidden = isHidden ? 1 : 0
    worksheet_set_row_opt(
      sheet, lxw_row_t(row), height ?? Double(LXW_DEF_ROW_HEIGHT), format?.format, &options)
  }

  /// Keeps rows above and columns left of a cell in sight.
  public func freeze(rows: Int, columns: Int) {
    worksheet_freeze_panes(sheet, lxw_row_t(rows), lxw_col_t(columns))
  }

  /// Puts the arrows of a filter on a row of headings.
  public func filter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    worksheet_autofilter(
      sheet, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound),
      lxw_row_t(rows.upperBound), lxw_col_t(columns.upperBound))
  }

  // MARK: Notes and rules

  /// Puts a note on a cell, shown when the pointer rests there.
  public func note(_ text: String, row: Int, column: Int) {
    var options = lxw_comment_options()
    options.width = 260
    options.height = UInt16(clamping: 30 + 16 * (text.utf16.count / 38 + text.count { $0 == "\n" }))
    worksheet_write_comment_opt(sheet, lxw_row_t(row), lxw_col_t(column), text, &options)
  }

  /// Says what may be typed into cells.
  public func validate(
    rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ validation: CellValidation
  ) {
    var rule = lxw_data_validation()
    var texts: [UnsafeMutablePointer<CChar>?] = []
    defer { for text in texts { free(text) } }
    func keep(_ text: String?, _ most: Int) -> UnsafeMutablePointer<CChar>? {
      guard let text, !text.isEmpty else { return nil }
      texts.append(strdup(text.cut(toUTF16: most)))
      return texts.last!  // the one that was just added
    }
    rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.show_error = UInt8(
      validation.isStrict ? LXW_VALIDATION_ON.rawValue : LXW_VALIDATION_OFF.rawValue)
    rule.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.input_message = keep(validation.prompt, 255)
    rule.error_message = keep(validation.refusal, 255)
    switch validation.rule {
    case .list(let range):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      rule.value_formula = keep(range, 8192)
    case .wholeNumber(let range):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      (rule.minimum_number, rule.maximum_number) = (
        Double(range.lowerBound), Double(range.upperBound)
      )
    case .number(let range):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      (rule.minimum_number, rule.maximum_number) = (range.lowerBound, range.upperBound)
    case .anything: rule.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    }
    worksheet_data_validation_range(
      sheet, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound),
      lxw_row_t(rows.upperBound), lxw_col_t(columns.upperBound), &rule)
  }

  /// Shows cells in a format as long as a formula holds, which is written for the first of them.
  public func format(
    rows: ClosedRange<Int>, columns: ClosedRange<Int>, while formula: String, as format: CellFormat
  ) {
    var rule = lxw_conditional_format()
    rule.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
    rule.format = format.format
    rule.value_string = strdup(formula)
    defer { free(rule.value_string) }
    worksheet_conditional_format_range(
      sheet, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound),
      lxw_row_t(rows.upperBound), lxw_col_t(columns.upperBound), &rule)
  }

  // MARK: The sheet

  public func hide() { worksheet_hide(sheet) }
  /// Shows this sheet first when the workbook is opened.
  public func activate() { worksheet_activate(sheet) }
  /// Guards what is locked against typing by mistake; there is no password.
  public func protect() { worksheet_protect(sheet, nil, nil) }
  public func hideGridlines() { worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
  public func setTabColour(_ colour: CellColour) { worksheet_set_tab_color(sheet, colour.code) }

  /// Prints it on A4, so many pages wide, with rows and columns of headings on every page.
  public func setPrinting(
    pagesWide: Int = 1, isAcross: Bool = true, rows: ClosedRange<Int>? = nil,
    columns: ClosedRange<Int>? = nil
  ) {
    if isAcross { worksheet_set_landscape(sheet) }
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, UInt16(clamping: pagesWide), 0)
    if let rows {
      worksheet_repeat_rows(sheet, lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound))
    }
    if let columns {
      worksheet_repeat_columns(sheet, lxw_col_t(columns.lowerBound), lxw_col_t(columns.upperBound))
    }
  }
}

extension String {
  /// The text cut to so many UTF-16 units, an ellipsis where something is missing.
  fileprivate func cut(toUTF16 most: Int) -> String {
    guard utf16.count > most else { return self }
    var text = ""
    var count = 1
    for character in self {
      count += character.utf16.count
      guard count <= most else { break }
      text.append(character)
    }
    return text + "…"
  }
}
