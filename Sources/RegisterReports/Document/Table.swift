/// A table: a caption, a head, and rows that may be made as they are asked for.
public struct Table: Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    public enum Alignment: Hashable, Sendable {
      case leading, trailing, centre
    }
    public let title: String
    public let alignment: Alignment
    /// Whether its cells name their rows. At most one column does.
    public let isRowHeader: Bool

    public init(_ title: String, _ alignment: Alignment = .leading, isRowHeader: Bool = false) {
      self.title = title
      self.alignment = alignment
      self.isRowHeader = isRowHeader
    }
  }

  /// A row.
  public enum Row: Hashable, Sendable {
    /// A cell for each column.
    case cells([[Inline]])
    /// A heading for the rows below it, across all columns.
    case group([Inline])
  }

  /// One sentence or phrase that says what the table shows.
  public let caption: [Inline]
  public let columns: [Column]
  public let rows: Series<Row>

  public init(caption: [Inline], columns: [Column], rows: Series<Row>) {
    precondition(columns.count { $0.isRowHeader } <= 1, "one column names the rows")
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// A table whose rows are there already.
  public init(caption: String, columns: [Column], rows: [[[Inline]]]) {
    self.init(
      caption: [.text(caption)], columns: columns, rows: Series(rows.map { .cells($0) }))
  }
}
