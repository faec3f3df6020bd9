import RegisterAnalysis
import RegisterModel
import RiskScoring

/// What there is by rating, appetite, status, category and owner, and the money.
extension AssessmentText {
  var counts: String {
    let counts = report.counts
    let ratings = ratingsFromTop
    var text = "\n" + terminal.styled("Counts, without closed risks", .bold) + "\n"
    text += summary(
      "by rating",
      ratings.map { (words.name(of: $0), counts.ratings[$0]) }
        + [("not assessed", counts.ratings.notAssessed)])
    text += summary(
      "by appetite",
      counts.states.reversed().map { (words.phrase(for: $0.state), $0.count) }
        + [("not known", counts.unknownStates)])
    text += summary(
      "by status",
      counts.statuses.filter { $0.status != .closed }.map { ($0.status.rawValue, $0.count) })
    return text + categoryTable + ownerTable + sum
  }

  /// Sentences that belong under every assessment.
  var footnotes: String {
    let sentences = [
      "Ratings one step apart are not distinguishable from the matrix alone: their cells overlap in "
        + "what they hold.",
      "Share of its scale: how far up the likelihood scale times how far up its category's impact "
        + "scale, 0 to 1. It compares risks with and without a money figure; it is no probability.",
    ]
    return "\n" + sentences.map { flow(words(in: $0), by: " ") }.joined()
  }

  private var ratingsFromTop: [Level<RatingScale>] {
    stride(from: report.assessment.rules.matrix.highestRank, through: 1, by: -1)
      .compactMap { Level($0) }
  }

  private func summary(_ name: String, _ counts: [(name: String, count: Int)]) -> String {
    let parts = counts.map { "\($0.name) \($0.count)" }
    let lines = flow(parts, by: " · ", indent: 15)
    return "  " + name.padded(to: 13) + lines.dropFirst(15)
  }

  private var categoryTable: String {
    let categories = report.counts.categories
    guard categories.contains(where: { $0.subject != nil }) else { return "" }
    let ratings = ratingsFromTop
    var rows = [
      ["By category"] + ratings.map(words.name(of:)) + ["not assessed", "all"]
    ]
    for category in categories {
      let tally = category.tally
      rows.append(
        [words.name(of: category.subject)] + ratings.map { number(tally[$0]) }
          + [number(tally.notAssessed), number(tally.total)])
    }
    return "\n" + table(rows)
  }

  private var ownerTable: String {
    let owners = report.ownersByRating
    guard owners.contains(where: { $0.subject != nil }) else { return "" }
    let shown = owners.prefix(limit.map { min($0, 10) } ?? .max)
    var rows = [["By owner", "worst rating", "of it", "not assessed", "all"]]
    for owner in shown {
      let tally = owner.tally
      rows.append([
        words.name(of: owner.subject),
        tally.highest.map(words.name(of:)) ?? "not known",
        tally.highest.map { number(tally[$0]) } ?? "–",
        number(tally.notAssessed), number(tally.total),
      ])
    }
    return "\n" + table(rows) + more(than: shown.count, of: owners.count, "owner")
  }

  private var sum: String {
    let sum = report.counts.exposure
    guard let exposure = sum.exposure else {
      return "\n"
        + paragraph(
          "Expected loss of all risks: not known. None of them has a level with a meaning in "
            + "money.")
    }
    let amount = AmountText.yearly(exposure, in: report.register.currency.code)
    let known = sum.knownCount == 1 ? "1 risk" : "\(sum.knownCount) risks"
    let rest =
      switch sum.unknownCount {
      case 0: "No risk is without a figure."
      case 1: "1 has no figure and is not in it."
      default: "\(sum.unknownCount) have no figure and are not in it."
      }
    return "\n"
      + flow(
        words(in: "Expected loss of \(known) together:") + ["\(amount)."]
          + words(in: "\(rest) The interval adds up the bounds; a year's loss may lie outside it."),
        by: " ")
  }

  private func number(_ count: Int) -> String { count == 0 ? "–" : "\(count)" }

  /// Rows in columns: the first on the left, numbers on the right, the first row bold.
  private func table(_ rows: [[String]]) -> String {
    let columns = rows.first?.count ?? 0
    var widths = (0..<columns).map { column in
      min(rows.lazy.map { $0[column].count }.max() ?? 0, column == 0 ? 32 : 16)
    }
    let tooWide = 2 * columns + widths.reduce(0, +) - width
    if tooWide > 0 { widths[0] = max(widths[0] - tooWide, 14) }
    return rows.enumerated().map { index, row in
      let cells = zip(row, widths).enumerated().map { column, cell in
        let text = cell.0.shortened(to: cell.1)
        return column == 0 ? text.padded(to: cell.1) : text.rightAligned(to: cell.1)
      }
      let line = cells.joined(separator: "  ")
      return "  " + (index == 0 ? terminal.styled(line, .bold) : line) + "\n"
    }.joined()
  }
}
