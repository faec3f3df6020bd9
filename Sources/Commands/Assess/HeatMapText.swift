import RegisterAnalysis
import RegisterModel
import RiskScoring

/// The heat map as a table: each cell has its count and the initials of its rating, so that it can be
/// read without colour.
extension AssessmentText {
  var heatMap: String {
    let map = report.map
    let initials = RatingInitials(words)
    let texts = map.cells.map { cell in
      "\(cell.count == 0 ? "·" : "\(cell.count)") \(cell.rating.map(initials.of) ?? "?")"
    }
    let rows = (1...max(map.rowCount, 1)).compactMap { Level<LikelihoodScale>($0) }
    let columns = (1...max(map.columnCount, 1)).compactMap { Level<ImpactScale>($0) }
    let labels = rows.map { words.phrase($0.rank, words.name(of: $0)).shortened(to: 24) }
    let labelWidth = max(labels.lazy.map(\.count).max() ?? 0, 10)
    let smallest = texts.lazy.map(\.count).max() ?? 0
    let room = (width - labelWidth - 4) / columns.count - 2
    let headings = columns.map { level in
      words.commonName(of: level).map { "\(level.rank) \($0)" } ?? "\(level.rank)"
    }
    let cellWidth = max(
      smallest, min(headings.lazy.map(\.count).max() ?? 0, room), "\(columns.count)".count)

    var text = "\n" + terminal.styled("Heat map", .bold)
    text += ": how many risks are in each cell, and the cell's rating\n\n"
    text += "  " + "Likelihood".padded(to: labelWidth) + "  " + terminal.styled("Impact", .bold)
    text += "\n  " + "".padded(to: labelWidth)
    text += headings.map { "  " + $0.shortened(to: cellWidth).rightAligned(to: cellWidth) }.joined()
    for (row, label) in zip(rows, labels).reversed() {
      text += "\n  " + label.padded(to: labelWidth) + " "
      for column in columns {
        let place = (Int(row.rank) - 1) * map.columnCount + Int(column.rank) - 1
        guard map.cells.indices.contains(place) else { continue }
        let cell = " " + texts[place].rightAligned(to: cellWidth) + " "
        text += map.cells[place].rating.map { terminal.filled(cell, words.colour(of: $0)) } ?? cell
      }
    }
    return text + "\n\n" + legend(initials)
  }

  private func legend(_ initials: RatingInitials) -> String {
    var parts = words.rules.matrix.ratings.indices.reversed().compactMap { index in
      Level<RatingScale>(index + 1).map { "\(initials.of($0)) \(words.name(of: $0))" }
    }
    if report.map.cells.contains(where: { $0.rating == nil }) { parts.append("? no rating") }
    parts.append("· no risk")
    let left = report.map.notAssessed + report.map.closed
    if left > 0 { parts.append("\(left) not assessed or closed, not in the map") }
    return flow(parts, by: " · ", indent: 2)
  }
}
