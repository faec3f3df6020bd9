import RegisterModel
import Spreadsheets

/// The first sheet: how to fill the workbook in, and what is where.
struct ReadMeSheet {
  static let title = "Read me"

  /// The text, in order; those that begin with a hash are headings.
  static let paragraphs = [
    "# How to fill it in",
    "Type into the white cells. Each sheet holds one sort of thing, each row one of them. Rest the pointer on a heading to read what belongs below it; a star marks what a row can't do without. An empty cell means that nobody knows yet: that is allowed everywhere else.",
    "To add something, write into the first empty row. Leave its identifier empty, and one is made for you; or choose one yourself, such as R-105. In other sheets you can name it by its name at once.",
    "Choose levels, words and names from the list of the cell, or type them: a level by its rank or its name, a person or an asset by identifier or name. Lists of names hold what was there when the workbook was made; what you add since can be typed.",
    "Write lengths of time as 15 min, 4 h or 1 d 12 h, review periods as 6 months or 90 days, dates as dates. Where a cell holds several things, each has a line of its own (Alt+Enter).",
    "Sort, filter, move and widen rows and columns as you like. Columns that you add are left alone. Some columns are folded away: the plus sign above the columns opens them.",
    "# What to leave alone",
    "Grey columns are written by the program: numbers of rows, and ratings as they were when the workbook was made. The hidden sheets and the hidden first row let the program see what you changed; without them it can still read the workbook, but no longer tell an emptied cell from one that was never filled in.",
    "# How it gets back into the register",
    "Save it as XLSX and give it to: holdfast import WORKBOOK --into REGISTER --by \"your name\" --because \"why\". What you changed becomes part of the history, cell by cell; what others changed in the register meanwhile stays. A cell that makes no sense is named with its sheet, row and column, and nothing is lost. Rows that you delete are only removed if you ask for it with --remove-missing.",
    "The workbook carries the whole register, including what has no column. Whoever gets it can read all of that.",
  ]

  let register: Register

  func paint(_ sheet: SheetWriter, _ styles: SheetStyles, _ frames: [SheetFrame]) {
    sheet.setTabColour(SheetStyles.colour(.register))
    sheet.hideGridlines()
    sheet.setPrinting(isAcross: false)
    sheet.setColumns(0...0, width: 3)
    sheet.setColumns(1...1, width: 24)
    sheet.setColumns(2...2, width: 86)
    sheet.setRow(1, height: 28)
    sheet.write(.text(register.title.text.cut(to: 200)), row: 1, column: 1, format: styles.title)
    let revision = register.revision.map { "revision \($0.value)" } ?? "not yet recorded"
    sheet.merge(
      row: 2, columns: 1...2, "The register '\(register.id.text)' as a workbook; \(revision).",
      format: styles.quietText)
    var row = 4
    for paragraph in Self.paragraphs {
      if paragraph.hasPrefix("# ") {
        row += 1
        sheet.write(
          .text(String(paragraph.dropFirst(2))), row: row, column: 1, format: styles.subtitle)
      } else {
        sheet.setRow(row, height: Double(paragraph.count / 112 + 1) * 15 + 4)
        sheet.merge(row: row, columns: 1...2, paragraph, format: styles.text)
      }
      row += 1
    }
    row += 1
    sheet.write(.text("The sheets"), row: row, column: 1, format: styles.subtitle)
    row += 1
    let map = ("Heat map", "How many risks there are at each likelihood and impact.")
    for (title, purpose) in [map] + frames.map({ ($0.layout.title, $0.layout.purpose) }) {
      sheet.writeLink(title, toSheet: title, row: row, column: 1, format: styles.link)
      sheet.write(.text(purpose), row: row, column: 2, format: styles.text)
      row += 1
    }
  }
}
