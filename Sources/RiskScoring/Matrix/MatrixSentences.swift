extension MatrixAudit {
  /// What a reader should know about the ratings, for somebody who has never heard of an audit: whole
  /// sentences, the most important first.
  ///
  /// - Parameter category: The name of the impact category that the columns mean; nil: none is named.
  /// - Note: DOMAIN §2.3, §2.4.
  public func plainSentences(category: String? = nil) -> [String] {
    guard ordering != nil else {
      return [
        "Nobody has said what the levels stand for in numbers\(category.map { " for \($0)" } ?? ""),"
          + " so it can't be told how well the ratings order risks."
      ]
    }
    return [distanceSentence, orderSentence(category), spanSentence, unauditedSentence]
      .compactMap { $0 }
  }

  /// Between which ratings the matrix can tell.
  private var distanceSentence: String? {
    guard let reach = distances.last(where: { $0.overlapping > 0 })?.steps else {
      return distances.isEmpty
        ? nil : "Of two risks that are rated differently, the one rated higher is the larger."
    }
    let steps = reach == 1 ? "one step" : "up to \(reach) steps"
    let beyond =
      distances.contains { $0.steps > reach }
      ? " Where ratings differ by more, the one rated higher is the larger." : ""
    return "Two risks whose ratings differ by \(steps) may be in the wrong order: the matrix alone"
      + " can't tell them apart." + beyond
  }

  private func orderSentence(_ category: String?) -> String? {
    ordering.map { shares in
      "Of all pairs of risks, spread evenly over the matrix"
        + "\(category.map { " and measured in \($0)" } ?? ""), the ratings put"
        + " \(PlainNumber.percent(shares.correct)) in the right order and"
        + " \(PlainNumber.percent(shares.error)) in the wrong one;"
        + " \(PlainNumber.percent(shares.tie)) have the same rating, which says nothing about their"
        + " order."
    }
  }

  private var spanSentence: String? {
    let words = MatrixWords(self, category: nil)
    let spans = AuditedCells(table, likelihood: likelihood, impact: impact, spacing)
      .wideCells(limit: 0)
    guard let widest = spans.max(by: { $0.ratio < $1.ratio }) else { return nil }
    return widest.ratio.isFinite
      ? "One risk may be \(PlainNumber.ratio(widest.ratio)) times as large as another with the very"
        + " same levels, such as in \(words.cell(widest.cell))."
      : "There is no limit to how far two risks with the same levels may be apart, such as in"
        + " \(words.cell(widest.cell))."
  }

  private var unauditedSentence: String? {
    unaudited.isEmpty
      ? nil
      : "\(PlainNumber.count(unaudited.count, "cell is", "cells are")) left out of this, for want of"
        + " a rating or of bounds."
  }
}
