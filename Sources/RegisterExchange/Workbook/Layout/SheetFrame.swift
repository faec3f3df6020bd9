import RegisterModel

/// All columns of a sheet in their order: those that say whose a row is, and those of its values.
struct SheetFrame: Sendable {
  enum Column: Sendable {
    /// The record that a part belongs to.
    case owner(KindSet)
    /// The element of a list on the way to a part, by its key.
    case between(ChildField)
    /// The place of a part in its list.
    case ordinal(String)
    /// The impact category of a row of the grid.
    case category
    case value(SheetColumn)
    /// What the program computes from the row, to be looked at.
    case computed(Computed)
  }

  enum Computed: String, Sendable {
    case currentRating = "current"
    case targetRating = "target"
  }

  let layout: SheetLayout
  let columns: [Column]
  private let keys: [String]

  init(_ layout: SheetLayout) {
    self.layout = layout
    switch layout.rows {
    case .records(let form):
      var columns = layout.columns.map { Column.value($0) }
      if form.identifier?.kind == .risk {
        Self.insertRatings(&columns, layout.columns)
      }
      self.columns = columns
    case .parts(let list):
      var columns: [Column] = []
      if !list.owners.isEmpty {
        columns.append(
          .owner(KindSet(list.owners.compactMap { Self.kind(of: $0).map { KindSet($0) } })))
      }
      if let between = list.between { columns.append(.between(between)) }
      columns.append(.ordinal(list.ordinalHeading))
      self.columns = columns + layout.columns.map { .value($0) }
    case .grid:
      columns =
        [.owner(KindSet(.activity)), .category] + layout.columns.map { .value($0) }
    case .head: columns = layout.columns.map { .value($0) }
    }
    keys = columns.map { "\(layout.key):\($0.key)" }
  }

  /// Puts the ratings before the scores that they come from.
  private static func insertRatings(_ columns: inout [Column], _ values: [SheetColumn]) {
    for computed in [Computed.targetRating, .currentRating] {
      let prefix = "score[\(computed.rawValue)]/"
      if let index = values.firstIndex(where: { $0.key.hasPrefix(prefix) }) {
        columns.insert(.computed(computed), at: index)
      }
    }
  }

  /// The kind of the records of an element name.
  static func kind(of name: String) -> Kind? { Register.recordForm(name)?.identifier?.kind }

  /// What names a column in the workbook.
  func key(_ index: Int) -> String { keys[index] }
}

extension SheetFrame.Column {
  var key: String {
    switch self {
    case .owner: "@of"
    case .between: "@in"
    case .ordinal: "@no"
    case .category: "@category"
    case .value(let column): column.key
    case .computed(let computed): "=\(computed.rawValue)"
    }
  }

  var heading: String {
    switch self {
    case .owner(let kinds): Self.capitalised(kinds)
    case .between(let child): child.alternatives[0].label == "impact" ? "Category" : "Stage"
    case .ordinal(let heading): heading
    case .category: "Category"
    case .value(let column): column.heading
    case .computed(.currentRating): "Current rating"
    case .computed(.targetRating): "Target rating"
    }
  }

  private static func capitalised(_ kinds: KindSet) -> String {
    let words = kinds.kinds.map { kind in
      kind.noun.split(separator: " ").dropFirst().joined(separator: " ")
    }.joined(separator: " or ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  var note: String {
    switch self {
    case .owner(let kinds): "Whose it is: \(kinds.noun), by its identifier or its name."
    case .between(let child): child.documentation
    case .ordinal:
      "Written by the program, so that it knows the row again. Leave it empty in a new row."
    case .category: "The impact category."
    case .value(let column): column.note
    case .computed:
      "Computed by the program when the workbook was made. What you write here is ignored."
    }
  }

  /// Whether people write into it.
  var isComputed: Bool {
    switch self {
    case .ordinal, .computed: true
    default: false
    }
  }
}
