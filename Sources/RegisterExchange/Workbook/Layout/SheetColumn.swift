import RegisterModel

/// A column of a sheet: what stands above it, what it means, and which value of a row's element it shows.
struct SheetColumn: Sendable {
  /// What names the column in the workbook, whatever its heading and place: the path of its value.
  let key: String
  let heading: String
  let note: String
  let kind: CellKind
  let lens: Lens
  let isRequired: Bool
  /// What it means to leave the cell empty.
  let standard: String?
  /// The attribute that checks values, where there is one.
  let field: AttributeField?
  /// Whether it is folded away at first: what the program writes, or few people need.
  var isFolded = false
  /// Whether people write into it; else it shows something of interest.
  var isComputed = false

  init(
    heading: String, note: String, kind: CellKind, lens: Lens, isRequired: Bool = false,
    standard: String? = nil, field: AttributeField? = nil, isFolded: Bool = false
  ) {
    key = lens.path
    self.heading = heading
    self.note = note
    self.kind = kind
    self.lens = lens
    self.isRequired = isRequired
    self.standard = standard
    self.field = field
    self.isFolded = isFolded
  }

  /// The value of a row's element; one that is left out is its standard value.
  func value(in element: WrittenElement) -> String? { lens.value(in: element) ?? standard }
}

/// Makes the columns of a form: its attributes, texts and single parts, and the lists that fit into one
/// cell.
struct ColumnMaker {
  /// The impact categories of the register, by token and name.
  let categories: [(token: String, name: String)]

  func columns(_ form: Form) -> [SheetColumn] { columns(form, [], "", isFolded: false) }

  /// Columns of the parts of a choice: which one it is, and all that any of them may have.
  func columns(ofAlternatives child: ChildField) -> [SheetColumn] {
    let kind = SheetColumn(
      heading: "Kind", note: child.documentation, kind: .words(child.alternatives.map(\.label)),
      lens: Lens([], .elementName), isRequired: true)
    var known: Set<String> = []
    return [kind]
      + child.alternatives.flatMap { columns($0.form) }.filter { known.insert($0.key).inserted }
      .map { column in
        SheetColumn(
          heading: column.heading, note: column.note, kind: column.kind, lens: column.lens,
          field: column.field)
      }
  }

  private func columns(
    _ form: Form, _ steps: [Lens.Step], _ prefix: String, isFolded: Bool, category: String? = nil
  ) -> [SheetColumn] {
    var columns: [SheetColumn] = []
    let keys = steps.last?.key.map(\.name) ?? []
    for field in form.attributes where !keys.contains(field.label) {
      columns.append(
        SheetColumn(
          heading: Headings.heading(field.label, of: form, after: prefix),
          note: field.documentation,
          kind: CellKind(field, of: form, category: category), lens: Lens(steps, .attribute(field)),
          isRequired: field.isRequired && steps.isEmpty, standard: shownStandard(field),
          field: field, isFolded: isFolded || Headings.isBookkeeping(field.label)))
    }
    if let content = form.content, !content.isList {
      columns.append(
        SheetColumn(
          heading: "Text", note: "The text.", kind: CellKind(content.type),
          lens: Lens(steps, .content), isRequired: true))
    }
    for child in form.children {
      columns += self.columns(child, of: form, steps, prefix, isFolded: isFolded)
    }
    return columns
  }

  /// Of words the one that is meant where nothing is said, so that people see it.
  private func shownStandard(_ field: AttributeField) -> String? {
    field.type.words.isEmpty || field.type.words.contains("yes") ? nil : field.standard
  }

  private func columns(
    _ child: ChildField, of form: Form, _ steps: [Lens.Step], _ prefix: String, isFolded: Bool
  ) -> [SheetColumn] {
    let label = child.alternatives[0].label
    func column(
      _ kind: CellKind, _ leaf: Lens.Leaf, note: String? = nil, field: AttributeField? = nil
    )
      -> [SheetColumn]
    {
      [
        SheetColumn(
          heading: Headings.heading(label, of: form, after: prefix),
          note: note ?? child.documentation, kind: kind, lens: Lens(steps, leaf),
          isRequired: child.isRequired && steps.isEmpty, field: field,
          isFolded: isFolded || Headings.isBookkeeping(label))
      ]
    }
    switch child.content {
    case .text(let type), .list(let type): return column(CellKind(type), .text(child))
    case .prose: return column(.prose, .prose(child))
    case .foreign: return []
    case .choice:
      guard !child.isList else { return [] }
      let heading = steps.last.map { Headings.heading($0.label, of: form, after: "") } ?? "Value"
      let text = prefix.isEmpty ? heading : prefix
      return [
        SheetColumn(
          heading: text, note: child.documentation + " " + Notation.explanation(child),
          kind: .notation, lens: Lens(steps, .choice(child)), isFolded: isFolded)
      ]
    case .element:
      return child.isList
        ? lists(child, of: form, steps, prefix, isFolded: isFolded, column)
        : parts(child, of: form, steps, prefix, isFolded: isFolded)
    }
  }

  private func parts(
    _ child: ChildField, of form: Form, _ steps: [Lens.Step], _ prefix: String, isFolded: Bool
  ) -> [SheetColumn] {
    guard steps.count < 3 else { return [] }
    let label = child.alternatives[0].label
    return columns(
      child.alternatives[0].form, steps + [Lens.Step(child)],
      Headings.prefix(label, of: form, after: prefix), isFolded: isFolded)
  }

  /// Lists whose elements are one word each are lines of one cell; scores and impacts have columns of
  /// their own; all others have sheets.
  private func lists(
    _ child: ChildField, of form: Form, _ steps: [Lens.Step], _ prefix: String, isFolded: Bool,
    _ column: (CellKind, Lens.Leaf, String?, AttributeField?) -> [SheetColumn]
  ) -> [SheetColumn] {
    let part = child.alternatives[0].form
    if part.attributes.count == 1, part.key == [0], part.children.isEmpty, part.content == nil {
      let field = part.attributes[0]
      if case .reference(let kinds) = field.role {
        return column(
          .references(kinds), .list(child, field), child.documentation + " One a line.", field)
      }
      return column(.lines, .list(child, field), child.documentation + " One a line.", field)
    }
    switch part.name {
    case "score", "estimate":
      return ["current", "target", "inherent"].flatMap { stage in
        let columns = columns(
          part, steps + [Lens.Step(child, keys: [stage])], Headings.stage(stage, part.name),
          isFolded: part.name == "estimate" && stage != "current")
        return part.name == "score" ? Self.inOrder(columns, stage) : columns
      }
    case "scoredImpact":
      return categories.flatMap { category in
        columns(
          part, steps + [Lens.Step(child, keys: [category.token])],
          prefix.isEmpty ? category.name : "\(prefix): \(category.name)", isFolded: isFolded,
          category: category.token
        ).filter { $0.key.hasSuffix("/level") }
          .map { $0.renamed(prefix.isEmpty ? category.name : "\(prefix): \(category.name)") }
      }
    default: return []
    }
  }
}

extension ColumnMaker {
  /// Columns of a score as people judge: how likely, how bad, why, and then who and when.
  private static func inOrder(_ columns: [SheetColumn], _ stage: String) -> [SheetColumn] {
    func rank(_ column: SheetColumn) -> Int {
      let parts = column.key.split(separator: "/").dropFirst()
      return switch parts.first?.prefix(while: { $0 != "[" }) {
      case "likelihood": 0
      case "impact": 1
      case "because": 2
      default: 3
      }
    }
    return columns.indices.sorted { (rank(columns[$0]), $0) < (rank(columns[$1]), $1) }.map {
      var column = columns[$0]
      // Only a target falls due.
      if stage != "target", column.key.hasSuffix("/due") { column.isFolded = true }
      return column
    }
  }
}

extension SheetColumn {
  func renamed(_ heading: String) -> SheetColumn {
    var column = SheetColumn(
      heading: heading, note: note, kind: kind, lens: lens, isRequired: isRequired,
      standard: standard, field: field, isFolded: isFolded)
    column.isComputed = isComputed
    return column
  }
}
