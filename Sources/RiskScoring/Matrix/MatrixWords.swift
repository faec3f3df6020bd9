import RegisterModel

/// The names of levels and ratings, to put findings into words.
struct MatrixWords {
  let table: RatingTable
  let likelihood: AuditAxis
  /// nil: of whatever category.
  let impact: AuditAxis?
  /// The name of the category that the columns mean.
  let category: String?

  init(_ table: RatingTable, likelihood: AuditAxis, impact: AuditAxis?, category: String?) {
    self.table = table
    self.likelihood = likelihood
    self.impact = impact
    self.category = category
  }

  init(_ audit: MatrixAudit, category: String?) {
    self.init(
      audit.table, likelihood: audit.likelihood, impact: audit.impact, category: category)
  }

  /// "2 Unlikely × 5 Severe".
  func cell(_ cell: MatrixCell) -> String {
    "\(level(Int(cell.likelihood.rank), of: .likelihood)) × \(level(Int(cell.impact.rank), of: .impact))"
  }

  /// "2 Unlikely"; without a name "likelihood 2".
  func level(_ rank: Int, of scale: MatrixScale) -> String {
    let axis = scale == .likelihood ? likelihood : impact
    if let axis, rank <= axis.levels.count, let name = axis.levels[rank - 1].name {
      return "\(rank) \(name)"
    }
    return scale == .likelihood ? "likelihood \(rank)" : "impact \(rank)"
  }

  /// "'High'"; without a name "rating 3".
  func rating(_ rating: Level<RatingScale>) -> String {
    table[rating].map { "'\($0.name)'" } ?? "rating \(rating.rank)"
  }

  /// "'High'" of a cell that is rated.
  func rating(of cell: MatrixCell) -> String {
    table[cell.likelihood, cell.impact].map(rating) ?? "not rated"
  }

  /// ", in Money"; nothing where the category doesn't matter.
  var inCategory: String { category.map { ", in \($0)" } ?? "" }
}

/// Numbers as plain words have them.
enum PlainNumber {
  /// "0.001", "12", "100000": as it is written.
  static func bound(_ value: Double) -> String {
    var bytes: [UInt8] = []
    guard value.isFinite else { return "no end" }
    NumberText.write(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// "10", "2.5", "316": three digits.
  static func ratio(_ value: Double) -> String {
    guard value.isFinite, value > 0 else { return "any factor" }
    var unit = 1.0
    while value / unit >= 1000 { unit *= 10 }
    while value / unit < 100, unit > 1e-6 { unit /= 10 }
    let rounded = (value / unit).rounded() * unit
    // Once more, for 0.1 × 3 is not 0.3.
    return bound(unit < 1 ? (rounded / unit).rounded() / (1 / unit).rounded() : rounded)
  }

  /// "72 %", "under 1 %", "over 99 %": never 0 or 100 where it isn't.
  static func percent(_ share: Double) -> String {
    if share == 0 { return "none" }
    if share == 1 { return "all" }
    if share < 0.01 { return "under 1 %" }
    return share > 0.99 ? "over 99 %" : "\(Int((share * 100).rounded())) %"
  }

  /// "1 pair", "3 pairs".
  static func count(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
