import RegisterModel
import Spreadsheets

/// Records as the workbook wants them.
struct RecordDrafts {
  struct Draft {
    /// nil for a new record.
    let original: WrittenElement?
    var element: WrittenElement
    let form: Form
    /// Where the record was first met, and where its values are.
    let place: CellPlace
    var cells: [(path: String, place: CellPlace)] = []
  }

  /// By identifier; empty for the register itself.
  private(set) var drafts: [String: Draft] = [:]
  /// The identifiers in the order in which they were met.
  private(set) var order: [String] = []
  private(set) var findings: [CellFinding] = []
  private let lookup: RecordLookup
  private let head: WrittenElement
  private let frames: Catalogue
  private var words: CellWords
  private var maker: IdentifierMaker

  init(_ base: Register, _ frames: Catalogue) {
    lookup = RecordLookup(base)
    head = base.writtenHead
    self.frames = frames
    words = CellWords(base)
    maker = IdentifierMaker(base)
  }

  mutating func drop(_ id: String) { drafts[id] = nil }

  // MARK: New records

  /// Gives new records their identifiers and tells their names, so that everything can refer to them.
  ///
  /// - Returns: The records with their identifiers.
  private mutating func named(_ records: [GatheredRows.NewRecord]) -> [(
    id: String, record: GatheredRows.NewRecord
  )] {
    for record in records where !record.identifier.isEmpty { maker.take(record.identifier) }
    return records.map { record in
      let id = record.identifier.isEmpty ? maker.next(for: record.kind) : record.identifier
      let name = record.row.cells.first { ["name", "title"].contains($0.column.key) }
      if let kind = SheetFrame.kind(of: record.kind) {
        words.names.add(id, kind, name.map { RowGathering.plain($0.value) })
      }
      return (id, record)
    }
  }

  /// Tells the names of new parts that have identifiers of their own, and makes those that are missing.
  private mutating func named(_ parts: [GatheredRows.Part]) -> [GatheredRows.Part] {
    parts.map { part in
      guard part.ordinal == nil, let frame = frames[part.frame],
        case .parts(let list) = frame.layout.rows,
        let column = frame.layout.columns.first(where: \.isIdentifier),
        case .identifier(let kind) = column.kind
      else { return part }
      var cells = part.row.cells
      let typed = cells.first { $0.column.isIdentifier }.map { RowGathering.plain($0.value) } ?? ""
      var id = typed
      if typed.isEmpty {
        let likes = words.names.identifiers(KindSet(kind))
        let prefix = list.list.alternatives[0].label.prefix(3).uppercased() + "-"
        id = maker.next(in: part.frame, after: likes, otherwise: prefix)
        cells.removeAll { $0.column.isIdentifier }
        cells.insert(ChangedCell(column: column, value: .text(id), place: part.row.place), at: 0)
      } else {
        maker.take(typed)
      }
      let name = cells.first { ["name", "."].contains($0.column.key) }
      if kind == .impactCategory {
        words.scales.add(category: id, name.map { RowGathering.plain($0.value) })
      } else {
        words.names.add(id, kind, name.map { RowGathering.plain($0.value) })
      }
      return GatheredRows.Part(
        frame: part.frame, owner: part.owner, ownerPlace: part.ownerPlace, between: part.between,
        ordinal: part.ordinal, row: ChangedRow(place: part.row.place, cells: cells))
    }
  }

  // MARK: Taking rows

  /// Takes everything that was gathered.
  ///
  /// - Parameter missing: The parts to be removed, by list and place.
  mutating func take(_ rows: GatheredRows, removing missing: [MissingPart]) {
    let newRecords = named(rows.newRecords)
    let parts = named(rows.parts)
    takeHead(rows.head)
    for (id, row) in rows.changes {
      guard let element = lookup.element(id), let kind = lookup.kind(of: id),
        let form = Register.recordForm(kind)
      else { continue }
      open(id, Draft(original: element, element: element, form: form, place: row.place))
      set(row.cells, in: id)
    }
    for (id, record) in newRecords { takeNew(record, id) }
    for row in rows.grid { take(row) }
    take(parts, missing)
  }

  private mutating func takeHead(_ cells: [ChangedCell]) {
    guard let first = cells.first else { return }
    openHead(first.place)
    set(cells, in: "")
  }

  private mutating func openHead(_ place: CellPlace) {
    open("", Draft(original: head, element: head, form: Register.form, place: place))
  }

  private mutating func takeNew(_ record: GatheredRows.NewRecord, _ id: String) {
    guard let form = Register.recordForm(record.kind) else { return }
    guard IdentifierText.isValid(id.utf8), id.utf8.count <= 64 else {
      return report(
        record.row.place, entity: id,
        CellProblem(
          "'\(id.cut(to: 100))' is no identifier",
          "expected \(IdentifierText.expectation); leave it empty, and one is made"))
    }
    var element = WrittenElement(record.kind)
    element.setAttribute(form.identifier.map { form.attributes[$0.index].label } ?? "id", id, form)
    open(id, Draft(original: nil, element: element, form: form, place: record.row.place))
    set(record.row.cells, in: id)
    guard let element = drafts[id]?.element, let frame = frames[record.kind] else { return }
    if lacks(element, frame, record.row, entity: id) { drop(id) }
  }

  /// Says what a new row needs and lacks.
  private mutating func lacks(
    _ element: WrittenElement, _ frame: SheetFrame, _ row: ChangedRow, entity: String?
  ) -> Bool {
    var isLacking = false
    for column in frame.layout.columns
    where column.isRequired && column.value(in: element) == nil {
      isLacking = true
      // What was typed and makes no sense has been reported.
      guard !row.cells.contains(where: { $0.column.key == column.key }) else { continue }
      report(
        row.place, entity: entity,
        CellProblem("the row has no \(column.heading)", "fill it in, or empty the whole row"),
        field: column.key)
    }
    return isLacking
  }

  /// A cell that its row can't do without may not be emptied.
  private static func demand(_ value: String?, _ column: SheetColumn) throws(CellProblem) {
    guard value == nil, column.isRequired else { return }
    throw CellProblem(
      "a row needs its \(column.heading)", "write it, or delete the row and use --remove-missing")
  }

  private mutating func take(_ row: GatheredRows.Grid) {
    guard let id = owner(row.owner, KindSet(.activity), row.ownerPlace) else { return }
    var token: String?
    do throws(CellProblem) {
      token = try words.scales.category(RowGathering.plain(row.category)).get()
    } catch {
      return report(row.row.place, entity: id, error)
    }
    openRecord(id, row.row.place)
    guard let token else { return }
    set(
      row.row.cells.map { cell in
        ChangedCell(column: cell.column.of(token), value: cell.value, place: cell.place)
      }, in: id)
  }

  private mutating func open(_ id: String, _ draft: Draft) {
    guard drafts[id] == nil else { return }
    drafts[id] = draft
    order.append(id)
  }

  /// Opens the draft of a record that is there; a new one is open already.
  private mutating func openRecord(_ id: String, _ place: CellPlace) {
    if id.isEmpty { return openHead(place) }
    guard drafts[id] == nil, let element = lookup.element(id), let kind = lookup.kind(of: id),
      let form = Register.recordForm(kind)
    else { return }
    open(id, Draft(original: element, element: element, form: form, place: place))
  }

  /// The record that a cell names, which must be there or be new.
  private mutating func owner(_ cell: CellValue?, _ kinds: KindSet, _ place: CellPlace) -> String? {
    let text = RowGathering.plain(cell)
    guard !text.isEmpty else {
      report(
        place, entity: nil,
        CellProblem(
          "the row does not say whose it is", "write \(kinds.noun), by identifier or name"))
      return nil
    }
    guard let id = words.names.identifier(text, kinds),
      lookup.kind(of: id) != nil || drafts[id] != nil
    else {
      report(place, entity: nil, words.names.problem(text, kinds))
      return nil
    }
    return id
  }

  private mutating func set(_ cells: [ChangedCell], in id: String) {
    guard var draft = drafts[id] else { return }
    for cell in cells {
      do throws(CellProblem) {
        let value = try words.value(of: cell.value, cell.column)
        if value == cell.column.value(in: draft.element) { continue }
        try Self.demand(value, cell.column)
        try cell.column.lens.set(
          value == cell.column.standard ? nil : value, in: &draft.element, draft.form)
        draft.cells.append((cell.column.key, cell.place))
      } catch {
        report(cell.place, entity: id.isEmpty ? nil : id, error, field: cell.column.key)
      }
    }
    drafts[id] = draft
  }

  mutating func report(
    _ place: CellPlace, entity: String?, _ problem: CellProblem, field: String? = nil
  ) {
    findings.append(
      place.finding(
        Finding(
          rule: WorkbookRule.cell, entity: entity?.cut(to: 100), field: field,
          message: problem.message, hint: problem.hint)))
  }

  // MARK: Parts

  /// A list of parts of one record, with what becomes of it.
  private struct ListDraft {
    let list: PartList
    var parts: [WrittenElement?]
  }

  private struct ListKey: Hashable {
    let frame: String
    let owner: PartOwner
  }

  private mutating func take(_ parts: [GatheredRows.Part], _ missing: [MissingPart]) {
    var lists: [ListKey: ListDraft] = [:]
    var order: [ListKey] = []
    for row in parts {
      guard let frame = frames[row.frame], case .parts(let list) = frame.layout.rows,
        let key = listKey(row, list)
      else { continue }
      openRecord(key.owner.id, row.row.place)
      if lists[key] == nil {
        order.append(key)
        lists[key] = ListDraft(list: list, parts: present(key, list))
      }
      guard var draft = lists[key] else { continue }
      lists[key] = nil  // or each part would be copied
      let index = row.ordinal.map { $0 - 1 }
      let before =
        index.flatMap { draft.parts.indices.contains($0) ? draft.parts[$0] : nil }
        ?? WrittenElement(list.list.alternatives[0].label)
      let part = changed(before, row, list, key)
      if row.ordinal == nil, let frame = frames[row.frame],
        lacks(part, frame, row.row, entity: key.owner.id.isEmpty ? nil : key.owner.id)
      {
        lists[key] = draft
        continue
      }
      if let index, draft.parts.indices.contains(index) {
        draft.parts[index] = part
      } else {
        draft.parts.append(part)
      }
      lists[key] = draft
    }
    for part in missing {
      guard let frame = frames[part.frame], case .parts(let list) = frame.layout.rows else {
        continue
      }
      let key = ListKey(frame: part.frame, owner: part.owner)
      openRecord(part.owner.id, CellPlace(sheet: frame.layout.title, row: 1, column: nil))
      if lists[key] == nil {
        order.append(key)
        lists[key] = ListDraft(list: list, parts: present(key, list))
      }
      lists[key]?.parts[part.ordinal - 1] = nil
    }
    // What stands on the way to other lists comes first.
    let depths = order.map { lists[$0]?.list.way.count ?? 0 }
    for index in order.indices.sorted(by: { (depths[$0], $0) < (depths[$1], $1) }) {
      let key = order[index]
      guard let list = lists[key], var draft = drafts[key.owner.id] else { continue }
      list.list.replace(
        list.parts.compactMap { $0 }, between: key.owner.between, in: &draft.element, draft.form)
      drafts[key.owner.id] = draft
    }
  }

  private func present(_ key: ListKey, _ list: PartList) -> [WrittenElement?] {
    guard let draft = drafts[key.owner.id] else { return [] }
    return list.parts(of: draft.element).filter { $0.between == key.owner.between }.map(\.part)
  }

  private mutating func listKey(_ row: GatheredRows.Part, _ list: PartList) -> ListKey? {
    var id = ""
    if !list.owners.isEmpty {
      let kinds = KindSet(list.owners.compactMap { SheetFrame.kind(of: $0).map { KindSet($0) } })
      guard let found = owner(row.owner, kinds, row.ownerPlace) else { return nil }
      id = found
    }
    var between = ""
    if let child = list.between {
      let text = RowGathering.plain(row.between)
      let form = child.alternatives[0].form
      let field = form.attributes[form.key[0]]
      do throws(CellProblem) {
        if case .identifier = field.role {
          between = try words.scales.category(text).get()
        } else if let value = field.canonicalText(text.lowercased()) {
          between = value
        } else {
          throw CellProblem(
            "'\(text.cut(to: 100))' is no \(field.label)", "expected " + field.type.expectation)
        }
      } catch {
        report(row.ownerPlace, entity: id, error)
        return nil
      }
    }
    return ListKey(frame: row.frame, owner: PartOwner(id: id, between: between))
  }

  /// A part with the cells of a row.
  private mutating func changed(
    _ before: WrittenElement, _ row: GatheredRows.Part, _ list: PartList, _ key: ListKey
  ) -> WrittenElement {
    var part = before
    let id = key.owner.id
    let label = list.list.alternatives[0].label
    // What the part is comes first, for it says what else it has.
    let cells =
      row.row.cells.filter { $0.column.key == "kind" }
      + row.row.cells.filter { $0.column.key != "kind" }
    var category: String?
    for cell in cells where cell.column.kind == .category {
      if case .success(let token) = words.scales.category(RowGathering.plain(cell.value)) {
        category = token
      }
    }
    for cell in cells {
      let form = list.list.alternatives.first { $0.label == part.name }?.form ?? list.form
      do throws(CellProblem) {
        let value = try words.value(of: cell.value, cell.column, category: category)
        if value == cell.column.value(in: part) { continue }
        try Self.demand(value, cell.column)
        try cell.column.lens.set(value == cell.column.standard ? nil : value, in: &part, form)
        drafts[id]?.cells.append(("\(label)/\(cell.column.key)", cell.place))
      } catch {
        report(cell.place, entity: id.isEmpty ? nil : id, error, field: cell.column.key)
      }
    }
    if row.ordinal == nil { drafts[id]?.cells.append((label, row.row.place)) }
    return part
  }
}

/// A part that has no row any more.
struct MissingPart {
  let frame: String
  let owner: PartOwner
  let ordinal: Int
}
