/// How bad an outage is by how long it lasts: a row a category, a column a time, a step as high as the level.
public struct ImpactGridChart: Hashable, Sendable {
  /// What is judged of a category at a time.
  public struct Cell: Hashable, Sendable {
    /// 1 the mildest; nil: not judged.
    public let level: Int?
    /// Whether that is intolerable.
    public let isIntolerable: Bool

    public init(level: Int?, isIntolerable: Bool) {
      self.level = level
      self.isIntolerable = isIntolerable
    }
  }

  /// A category.
  public struct Row: Hashable, Sendable {
    public let label: String
    /// How many levels the category has.
    public let levels: Int
    /// The level from which on it is intolerable; nil where none is.
    public let intolerable: Int?
    /// A cell for each time.
    public let cells: [Cell]

    public init(_ label: String, levels: Int, intolerable: Int?, cells: [Cell]) {
      self.label = label
      self.levels = levels
      self.intolerable = intolerable
      self.cells = cells
    }
  }

  /// The times, the shortest first.
  public let columns: [String]
  public let rows: [Row]

  public init(columns: [String], rows: [Row]) {
    precondition(rows.allSatisfy { $0.cells.count == columns.count }, "a cell for each time")
    self.columns = columns
    self.rows = rows
  }
}

extension ImpactGridChart: DrawableChart {
  private var labelWidth: Double { 160 }
  private var cellWidth: Double { min(max(420 / Double(max(columns.count, 1)), 44), 84) }
  private var rowHeight: Double { 50 }
  private var width: Double { max(labelWidth + cellWidth * Double(columns.count) + 2, 560) }
  private var top: Double { legend.height + 22 }

  var size: (width: Double, height: Double) {
    (width, top + rowHeight * Double(rows.count) + 4)
  }

  func draw(on canvas: inout SVGCanvas) {
    legend.draw(on: &canvas)
    for (column, label) in columns.enumerated() {
      canvas.text(
        label, x: labelWidth + (Double(column) + 0.5) * cellWidth, y: top - 8, "small",
        anchor: .middle)
    }
    for (index, row) in rows.enumerated() {
      draw(row, y: top + Double(index) * rowHeight, on: &canvas)
    }
  }

  private func draw(_ row: Row, y: Double, on canvas: inout SVGCanvas) {
    canvas.lines(
      ChartText.lines(row.label, width: labelWidth - 14), x: labelWidth - 8,
      middle: y + rowHeight / 2, anchor: .end)
    let bottom = y + rowHeight - 4
    let step = (rowHeight - 8) / Double(max(row.levels, 1))
    for (column, cell) in row.cells.enumerated() {
      let x = labelWidth + Double(column) * cellWidth
      guard let level = cell.level else {
        canvas.rectangle(
          x: x, y: y + 4, width: cellWidth, height: rowHeight - 8, "unknown edge dash")
        canvas.text("?", x: x + cellWidth / 2, y: y + rowHeight / 2 + 5, anchor: .middle)
        continue
      }
      let height = step * Double(min(level, row.levels))
      canvas.rectangle(
        x: x, y: bottom - height, width: cellWidth, height: height,
        cell.isIntolerable ? "mark" : "neutral edge")
      // At the foot of the step where it is high enough, else on it.
      let isInside = height >= 14
      canvas.text(
        "\(level)", x: x + cellWidth / 2, y: isInside ? bottom - 3 : bottom - height - 3,
        cell.isIntolerable && isInside ? "small bold inverse" : "small bold", anchor: .middle)
    }
    canvas.line(
      from: (labelWidth, bottom), to: (labelWidth + cellWidth * Double(columns.count), bottom),
      "axis")
    guard let intolerable = row.intolerable else { return }
    let limit = bottom - step * Double(intolerable)
    canvas.line(
      from: (labelWidth, limit), to: (labelWidth + cellWidth * Double(columns.count), limit),
      "limit")
  }

  private var legend: ChartLegend {
    ChartLegend(
      width: width,
      [
        .init("level, tolerable") {
          $0.rectangle(x: $1, y: 5, width: 26, height: 14, "neutral edge")
        },
        .init("level, intolerable") { $0.rectangle(x: $1, y: 5, width: 26, height: 14, "mark") },
        .init("not judged") {
          $0.rectangle(x: $1, y: 5, width: 26, height: 14, "unknown edge dash")
        },
        .init("intolerable from here up") {
          $0.line(from: ($1, 12), to: ($1 + 26, 12), "limit")
        },
      ])
  }
}
