import RegisterModel
import Synchronization

/// The sheets that the workbook of a register can have, made as they are asked for.
final class Catalogue {
  /// The title of the sheet of the register itself.
  static let headTitle = "Register"

  private let register: Register
  private let maker: ColumnMaker
  private let head: WrittenElement
  private var frames: [String: SheetFrame] = [:]

  init(_ register: Register) {
    self.register = register
    maker = ColumnMaker(
      categories: (register.criteria?.impacts ?? []).map {
        ($0.category.text, $0.name?.text ?? $0.category.text)
      })
    head = register.writtenHead
  }

  /// The sheet of a key; nil if there is none.
  subscript(key: String) -> SheetFrame? {
    if let frame = frames[key] { return frame }
    guard let layout = layout(key) else { return nil }
    let frame = SheetFrame(layout)
    frames[key] = frame
    return frame
  }

  /// The sheet of a title, whatever its case and blanks.
  func named(_ title: String) -> SheetFrame? {
    Self.keysByTitle[SheetHeader.normal(title)].flatMap { self[$0] }
  }

  /// The sheets that the register needs, in their order: those that hold something, and those that
  /// planners fill in first.
  var needed: [SheetFrame] {
    let keys = ["register"] + Self.entries.filter(isNeeded).map(\.key)
    return keys.compactMap { self[$0] }
  }

  private func isNeeded(_ entry: Entry) -> Bool {
    switch entry {
    case .records(let records):
      return records.isAlways || register.recordCount(ofKind: records.kind) > 0
    case .parts(let parts): return parts.isAlways || exist(Self.list(parts))
    case .grid: return true
    }
  }

  /// Whether the register has any of the parts of a list.
  private func exist(_ list: PartList) -> Bool {
    if list.owners.isEmpty { return !list.parts(of: head).isEmpty }
    for kind in list.owners {
      var exist = false
      register.forEachRecord(ofKind: kind) { owner in
        if !exist { exist = !list.parts(of: owner).isEmpty }
      }
      if exist { return true }
    }
    return false
  }

  private static let entriesByKey = Dictionary(
    entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  private static let keysByTitle = Dictionary(
    [(SheetHeader.normal(headTitle), "register")]
      + entries.map { (SheetHeader.normal($0.title), $0.key) },
    uniquingKeysWith: { first, _ in first })
  /// Layouts that are the same in every register.
  private static let known = Mutex<[String: SheetLayout]>([:])
  /// Those that depend on its criteria.
  private static let dependent = ["risk", "treats", "matrix", gridKey]
  static let gridKey = "activity.impact"

  private func layout(_ key: String) -> SheetLayout? {
    if let layout = Self.known.withLock({ $0[key] }) { return layout }
    let layout: SheetLayout
    if key == "register" {
      layout = Self.head(maker)
    } else {
      switch Self.entriesByKey[key] {
      case .records(let records)?: layout = Self.layout(records, maker)
      case .parts(let parts)?: layout = Self.layout(parts, Self.list(parts), maker, head)
      case .grid?: layout = Self.grid(register)
      case nil: return nil
      }
    }
    if !Self.dependent.contains(key) { Self.known.withLock { $0[key] = layout } }
    return layout
  }

  // MARK: Layouts

  private static func head(_ maker: ColumnMaker) -> SheetLayout {
    let hidden = ["schemaVersion", "revision", "id"]
    return SheetLayout(
      key: "register", title: headTitle,
      purpose: "What the register is, whom it is for, and how often things are reviewed.",
      rows: .head,
      columns: maker.columns(Register.form).filter { !hidden.contains($0.key) }, isAlways: true,
      group: .register)
  }

  private static func layout(_ entry: RecordSheet, _ maker: ColumnMaker) -> SheetLayout {
    let form = Register.recordForm(entry.kind)!  // the entries name kinds of records
    let columns = maker.columns(form)
    let lead = ["id"] + entry.lead
    func rank(_ column: SheetColumn) -> Int {
      if column.isFolded, column.key != "tag" { return 1000 }
      return lead.firstIndex(of: column.key) ?? 500
    }
    let order = columns.indices.sorted { (rank(columns[$0]), $0) < (rank(columns[$1]), $1) }
    return SheetLayout(
      key: entry.kind, title: entry.title, purpose: entry.purpose, rows: .records(form),
      columns: order.map { columns[$0] }, isAlways: entry.isAlways, group: entry.group)
  }

  private static func list(_ entry: PartSheet) -> PartList {
    var form = entry.owners.first.flatMap { Register.recordForm($0) } ?? Register.form
    var way: [ChildField] = []
    let steps = entry.path.split(separator: "/")
    for (index, step) in steps.enumerated() {
      guard let child = form.children.first(where: { $0.stepName == step }) else {
        preconditionFailure("'\(entry.path)' leads nowhere")
      }
      if index == steps.count - 1 {
        return PartList(
          owners: entry.owners, way: way, list: child, ordinalHeading: entry.ordinalHeading)
      }
      way.append(child)
      form = child.alternatives[0].form
    }
    preconditionFailure("'\(entry.path)' is empty")
  }

  private static func layout(
    _ entry: PartSheet, _ list: PartList, _ maker: ColumnMaker, _ head: WrittenElement
  ) -> SheetLayout {
    var columns =
      list.list.content == .choice
      ? maker.columns(ofAlternatives: list.list) : maker.columns(list.form)
    if let content = list.form.content, content.isList { columns = items(of: list, in: head) }
    return SheetLayout(
      key: entry.key, title: entry.title, purpose: entry.purpose, rows: .parts(list),
      columns: columns, isAlways: entry.isAlways, group: entry.group)
  }

  /// A column for each value that elements list in their text: the ratings of a row of the matrix.
  private static func items(of list: PartList, in head: WrittenElement) -> [SheetColumn] {
    let rows = list.parts(of: head).map { $0.part.text.split(separator: " ").count }
    return (0..<max(rows.max() ?? 5, 1)).map { index in
      SheetColumn(
        heading: "Impact \(index + 1)",
        note: "The rating that this likelihood and impact level \(index + 1) come to.",
        kind: .level(.rating), lens: Lens([], .item(index)))
    }
  }

  private static func grid(_ register: Register) -> SheetLayout {
    let form = Register.recordForm("activity")!  // activities are records
    let impacts = form.children.first { $0.label == "impact" }!  // and have a grid of impacts
    let level = impacts.alternatives[0].form.attributes.first { $0.label == "level" }!
    return SheetLayout(
      key: gridKey, title: gridTitle,
      purpose: "How bad it gets the longer an activity is down, in each category. "
        + "An empty cell means that nobody has said.",
      rows: .grid,
      columns: (register.criteria?.bands ?? []).map { band in
        SheetColumn(
          heading: "After " + TimeWords.words(band),
          note: "The impact when the activity has been down for \(TimeWords.words(band)).",
          kind: .level(.impactOfRow),
          lens: Lens(
            [Lens.Step(impacts, keys: ["", band.writtenText, ""])], .attribute(level)),
          field: level)
      }, isAlways: true, group: .organisation)
  }
}

extension ChildField {
  /// The name of the field in a path.
  fileprivate var stepName: Substring { content == .choice ? "*" : alternatives[0].label[...] }
}
