/// A matrix of ratings with the number of risks in each cell.
public struct HeatMapChart: Hashable, Sendable {
  /// A cell of the matrix.
  public struct Cell: Hashable, Sendable {
    /// 1 the lowest; nil: the matrix has no rating here.
    public let rating: Int?
    /// What stands for the rating where colour can't be seen.
    public let mark: String
    /// The number of risks; empty where there is none.
    public let count: String
    /// The risks, where they are few.
    public let items: [String]

    public init(rating: Int?, mark: String, count: String, items: [String]) {
      self.rating = rating
      self.mark = mark
      self.count = count
      self.items = items
    }
  }

  public let rowTitle: String
  public let columnTitle: String
  /// The likelihoods, the highest first.
  public let rows: [String]
  /// The impacts, the mildest first.
  public let columns: [String]
  /// A row of cells for each of `rows`.
  public let cells: [[Cell]]

  public init(
    rowTitle: String, columnTitle: String, rows: [String], columns: [String], cells: [[Cell]]
  ) {
    self.rowTitle = rowTitle
    self.columnTitle = columnTitle
    self.rows = rows
    self.columns = columns
    self.cells = cells
  }
}

extension HeatMapChart: DrawableChart {
  private var labelWidth: Double { 118 }
  private var cellWidth: Double { min(max(560 / Double(max(columns.count, 1)), 46), 104) }
  private var cellHeight: Double { 66 }
  private var headHeight: Double { 58 }

  var size: (width: Double, height: Double) {
    (
      labelWidth + cellWidth * Double(columns.count) + 2,
      headHeight + cellHeight * Double(rows.count) + 2
    )
  }

  func draw(on canvas: inout SVGCanvas) {
    canvas.text(rowTitle + " ↓", x: 0, y: 14, "bold")
    canvas.text(columnTitle + " →", x: labelWidth, y: 14, "bold")
    for (column, label) in columns.enumerated() {
      let lines = ChartText.lines(label, width: cellWidth - 4, size: 11)
      canvas.lines(
        lines, x: labelWidth + (Double(column) + 0.5) * cellWidth, middle: 38, "small",
        anchor: .middle, size: 11)
    }
    for (row, label) in rows.enumerated() {
      let top = headHeight + Double(row) * cellHeight
      canvas.lines(
        ChartText.lines(label, width: labelWidth - 12), x: labelWidth - 8,
        middle: top + cellHeight / 2, anchor: .end)
      for (column, cell) in cells[row].enumerated() {
        draw(cell, x: labelWidth + Double(column) * cellWidth, y: top, on: &canvas)
      }
    }
  }

  private func draw(_ cell: Cell, x: Double, y: Double, on canvas: inout SVGCanvas) {
    let tone = cell.rating.map { "r\($0)" } ?? "unknown"
    canvas.rectangle(x: x, y: y, width: cellWidth, height: cellHeight, tone + " edge")
    canvas.text(cell.mark, x: x + 5, y: y + 14, tone + " small bold")
    let middle = x + cellWidth / 2
    canvas.text(cell.count, x: middle, y: y + 36, tone + " large", anchor: .middle)
    var line = ""
    var lines: [String] = []
    for item in cell.items {
      let longer = line.isEmpty ? item : line + " " + item
      if line.isEmpty || ChartText.width(of: longer, size: 11) <= cellWidth - 4 {
        line = longer
      } else {
        lines.append(line)
        line = item
      }
    }
    if !line.isEmpty { lines.append(line) }
    for (index, line) in lines.prefix(2).enumerated() {
      canvas.text(
        ChartText.fitted(line, width: cellWidth - 4, size: 11), x: middle,
        y: y + 50 + Double(index) * 12, tone + " small", anchor: .middle)
    }
  }
}
