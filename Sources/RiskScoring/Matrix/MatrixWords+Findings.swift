import RegisterModel

extension MatrixWords {
  /// What was found: one sentence without a full stop.
  func message(for finding: MatrixFinding) -> String {
    switch finding {
    case .notMonotone(let pairs), .weakConsistency(let pairs), .betweenness(let pairs),
      .inversions(let pairs):
      message(for: finding, pairs)
    case .ordering(let shares):
      "of all pairs of risks spread evenly over the cells\(inCategory), the ratings put"
        + " \(PlainNumber.percent(shares.correct)) in the right order and"
        + " \(PlainNumber.percent(shares.error)) in the wrong one, and give"
        + " \(PlainNumber.percent(shares.tie)) the same rating"
    case .rangeCompression(let cells, let limit): message(forWide: cells, limit)
    case .unusedRatings(let ratings):
      "no cell of the matrix has the rating "
        + ratings.map { self.rating($0) }.joined(separator: ", ")
    case .dominantRating(let rating, let cells, let all):
      "the rating \(self.rating(rating)) covers \(cells) of \(all) cells of the matrix, more than"
        + " half"
    case .boundDefects(let scale, let defects):
      defects.map { message(for: $0, of: scale) }.joined(separator: "; ")
    case .scoreTies(let products, let sums, let cells):
      "the products of the levels of \(PlainNumber.count(cells, "cell", "cells")) have \(products)"
        + " different values, their sums \(sums): all other scores are ties"
    case .openEnds(let scale, let ends):
      ends.map { end in
        let rank = end == .below ? 1 : levelCount(of: scale)
        let words = end == .below ? "no bound above zero where it starts" : "no bound where it ends"
        return "the level '\(level(rank, of: scale))' has \(words)"
      }.joined(separator: ", and ") + (scale == .impact ? inCategory : "")
    }
  }

  /// What to do about it; nil for what is only worth knowing.
  func hint(for finding: MatrixFinding) -> String? {
    switch finding {
    case .notMonotone: "rate no cell lower than one with a lower likelihood or impact"
    case .weakConsistency:
      "rate these cells closer together, or choose bounds that keep them apart"
    case .betweenness: "put a rating between them, or rate one of the two differently"
    case .inversions:
      "rate these cells the other way round, or look at the expected loss beside the rating"
    case .rangeCompression: "divide wide levels, or look at the expected loss beside the rating"
    case .unusedRatings: "take the rating out, or give it cells"
    case .dominantRating: "a rating that most risks get tells little; draw its border elsewhere"
    case .boundDefects: "let each level start where the one before it ends"
    case .openEnds: "state the bound up to which to compute, with cap=\"yes\""
    case .ordering, .scoreTies: nil
    }
  }

  private func message(for finding: MatrixFinding, _ pairs: CellPairs) -> String {
    guard let first = pairs.pairs.first else { return "" }
    let more = pairs.count > 1 ? ", and \(pairs.count - 1) more such" : ""
    let (higher, lower) = (cell(first.higher), cell(first.lower))
    let ratings = (higher: rating(of: first.higher), lower: rating(of: first.lower))
    let factor = first.ratio.map(PlainNumber.ratio) ?? ""
    return switch finding {
    case .notMonotone:
      "the rating falls where likelihood or impact rises: \(higher) is \(ratings.higher),"
        + " \(lower) is \(ratings.lower)\(more)"
    case .betweenness:
      "the lowest and the highest rating meet, with none between them: \(lower) is"
        + " \(ratings.lower), \(higher) is \(ratings.higher)\(more)"
    case .weakConsistency:
      "a risk of the lowest rating may be larger than one of the highest\(inCategory), by up to"
        + " \(factor) times: \(lower) is \(ratings.lower), \(higher) is \(ratings.higher)\(more)"
    default:
      "a middling risk of \(lower), rated \(ratings.lower), is \(factor) times as large as one of"
        + " \(higher), rated \(ratings.higher)\(inCategory)\(more)"
    }
  }

  private func message(forWide cells: [CellSpan], _ limit: Double) -> String {
    let widest = cells.max { $0.ratio < $1.ratio }
    let example = widest.map { span in
      span.ratio.isFinite
        ? ", in \(cell(span.cell)) by up to \(PlainNumber.ratio(span.ratio)) times"
        : ", in \(cell(span.cell)) without any limit"
    }
    return "risks with the same levels may differ by more than \(PlainNumber.ratio(limit)) times"
      + "\(example ?? ""); so it is in \(PlainNumber.count(cells.count, "cell", "cells"))"
      + inCategory
  }

  private func message(for defect: AxisDefect, of scale: MatrixScale) -> String {
    switch defect {
    case .notIncreasing(let rank):
      "the level '\(level(rank, of: scale))' doesn't end above its start"
    case .gap(let rank, let from, let to):
      "no level covers \(PlainNumber.bound(from)) to \(PlainNumber.bound(to)), between"
        + " '\(level(rank, of: scale))' and '\(level(rank + 1, of: scale))'"
    case .overlap(let rank, let from, let to):
      "'\(level(rank, of: scale))' and '\(level(rank + 1, of: scale))' both cover"
        + " \(PlainNumber.bound(from)) to \(PlainNumber.bound(to))"
    }
  }

  private func levelCount(of scale: MatrixScale) -> Int {
    (scale == .likelihood ? likelihood : impact)?.levels.count ?? 1
  }
}
