import RegisterModel
import RiskScoring
import Spreadsheets

/// The heat map: how many risks there are in each cell of the matrix, in the colours of the ratings.
struct HeatMapSheet {
  static let title = "Heat map"
  let register: Register
  let words: CellWords

  func paint(_ sheet: SheetWriter, _ painter: SheetPainter) {
    let styles = painter.styles
    sheet.setTabColour(SheetStyles.colour(.risk))
    sheet.hideGridlines()
    sheet.setPrinting()
    sheet.setColumns(0...0, width: 3)
    sheet.setColumns(1...1, width: 20)
    sheet.setRow(1, height: 28)
    sheet.write(.text("Heat map"), row: 1, column: 1, format: styles.title)
    sheet.setRow(2, height: 32)
    sheet.merge(
      row: 2, columns: 1...7,
      "How many risks stand where, as the register was when the workbook was made. Change the scores in "
        + "the sheet Risks; the map is new after the next export.", format: styles.quietText)
    guard register.criteria?.matrix != nil else {
      sheet.write(
        .text("The register has no matrix yet: see the sheets Ratings and Matrix."), row: 4,
        column: 1)
      return
    }
    var row = 4
    for (stage, text) in [
      (Stage.current, "With the controls of today"), (.target, "After the plan"),
    ] {
      let map = HeatMap(of: Assessment(of: register, at: stage))
      row = paint(map, text, from: row, sheet, painter) + 2
    }
  }

  /// - Returns: The row behind it.
  private func paint(
    _ map: HeatMap, _ title: String, from top: Int, _ sheet: SheetWriter, _ painter: SheetPainter
  ) -> Int {
    let styles = painter.styles
    let (plain, bold) = (styles.square(isBold: false), styles.square(isBold: true))
    let columns = map.columnCount
    // Beside the counts stands what the matrix says of each cell: the colours follow it.
    let side = columns + 3
    sheet.write(.text(title), row: top, column: 1, format: styles.subtitle)
    sheet.write(.text("What the matrix says"), row: top, column: side, format: styles.subtitle)
    sheet.setColumns(2...(columns + 1), width: 13)
    sheet.setColumns(side...(side + columns - 1), width: 13)
    var row = top
    for rank in (1...max(map.rowCount, 1)).reversed() where map.rowCount > 0 {
      row += 1
      sheet.setRow(row, height: 34)
      sheet.write(
        .text(words.scales.shown("\(rank)", .likelihood)), row: row, column: 1, format: plain)
      let cells = map.cells.filter { Int($0.likelihood.rank) == rank }
      for cell in cells {
        let count: CellValue? = cell.count == 0 ? nil : .number(Double(cell.count))
        sheet.write(count, row: row, column: Int(cell.impact.rank) + 1, format: bold)
      }
      for cell in cells {
        let rating = cell.rating.map { words.scales.shown("\($0.rank)", .rating) } ?? ""
        sheet.write(
          .text(rating), row: row, column: side + Int(cell.impact.rank) - 1, format: plain)
      }
    }
    colour(sheet, painter, rows: (top + 1)...max(row, top + 1), columns, side)
    row += 1
    sheet.write(.text("Likelihood ↑  Impact →"), row: row, column: 1, format: styles.quietText)
    for rank in 1...max(columns, 1) where columns > 0 {
      sheet.write(.text("Impact \(rank)"), row: row, column: rank + 1, format: plain)
      sheet.write(.text("Impact \(rank)"), row: row, column: side + rank - 1, format: plain)
    }
    row += 1
    let rest = "Not assessed: \(map.notAssessed). Closed: \(map.closed)."
    sheet.write(.text(rest), row: row, column: 1, format: styles.quietText)
    return row + 1
  }

  private func colour(
    _ sheet: SheetWriter, _ painter: SheetPainter, rows: ClosedRange<Int>, _ columns: Int,
    _ side: Int
  ) {
    for (index, colour) in painter.colours.enumerated() where columns > 0 {
      guard let colour else { continue }
      // Relative to the first cell, in both blocks, to the block of ratings.
      let start = "\(CellName.column(side))\(rows.lowerBound + 1)"
      let formula = "=LEFT(\(start)&\" \",\("\(index + 1)".count + 1))=\"\(index + 1) \""
      let format = painter.styles.fill(colour)
      sheet.format(rows: rows, columns: 2...(columns + 1), while: formula, as: format)
      sheet.format(rows: rows, columns: side...(side + columns - 1), while: formula, as: format)
    }
  }
}
