import RegisterModel
import Spreadsheets

/// Goes through the sheets of a workbook and keeps what differs from what the base would show.
final class RowGathering {
  private let content: SheetContent
  private let lookup: RecordLookup
  private let head: WrittenElement
  private let frames: Catalogue
  /// Whether an empty cell says that its value is gone; else it says nothing.
  private let blankIsEmpty: Bool
  private(set) var rows = GatheredRows()
  private var partCache: [String: [PartOwner: [WrittenElement]]] = [:]
  private var ownersInCache: [String: Set<String>] = [:]

  init(_ base: Register, _ frames: Catalogue, blankIsEmpty: Bool) {
    content = SheetContent(base)
    lookup = RecordLookup(base)
    head = base.writtenHead
    self.frames = frames
    self.blankIsEmpty = blankIsEmpty
  }

  private var words: CellWords { content.words }

  private static let ours = [
    ReadMeSheet.title, HeatMapSheet.title, DropDowns.title, BaseSheet.title,
  ].map(SheetHeader.normal)

  /// Reads a sheet.
  ///
  /// - Parameter isWanted: Whether a sheet is looked at now.
  func read(
    _ index: Int, of workbook: some WorkbookContent, _ isWanted: @escaping (SheetFrame) -> Bool
  ) throws(WorkbookFailure) {
    let title = workbook.sheetNames[index]
    guard !Self.ours.contains(SheetHeader.normal(title)) else { return }
    var header: SheetHeader?
    var headerRow = 0
    var isEmpty = true
    try workbook.readRows(ofSheet: index) { [self] row in
      isEmpty = isEmpty && row.cells.isEmpty
      guard let header else {
        guard row.number <= 30, let found = SheetHeader(row, frames, title: title) else { return }
        header = found
        headerRow = row.number
        if isWanted(found.frame) { begin(found, title) }
        return
      }
      guard isWanted(header.frame) else { return }
      if case .head = header.frame.layout.rows {
        takeHead(row, header, title)
      } else if !header.hasKeys || row.number > headerRow + 1 {
        take(row, header, title)
      }
    }
    if header == nil, !isEmpty {
      rows.findings.append(
        CellFinding(
          Finding(
            rule: WorkbookRule.unread, severity: .info,
            message: "the sheet is none of a register's, and was left alone",
            hint: frames.named(title) == nil
              ? nil : "its columns are known by the headings that an export gives them"),
          sheet: title))
    }
  }

  private func begin(_ header: SheetHeader, _ title: String) {
    let key = header.frame.layout.key
    if let other = rows.sheets[key] {
      rows.findings.append(
        CellFinding(
          Finding(
            rule: WorkbookRule.unread, severity: .warning,
            message: "the sheet '\(other)' holds the same sort of rows"), sheet: title))
    }
    rows.sheets[key] = title
    for stranger in header.strangers {
      rows.findings.append(
        CellFinding(
          Finding(
            rule: WorkbookRule.unread, severity: .info,
            message: "the column '\(stranger.heading.cut(to: 60))' is not known, and was left alone"
          ),
          sheet: title, row: 1, column: stranger.column))
    }
  }

  // MARK: Rows

  private func take(_ row: SheetRow, _ header: SheetHeader, _ title: String) {
    let cells = RowCells(row, header)
    guard !cells.isBlank else { return }
    switch header.frame.layout.rows {
    case .records: takeRecord(cells, header, title)
    case .parts(let list): takePart(cells, list, header, title)
    case .grid: takeGrid(cells, header, title)
    case .head: break
    }
  }

  private func takeRecord(_ cells: RowCells, _ header: SheetHeader, _ title: String) {
    let frame = header.frame
    let kind = frame.layout.key
    let idColumn = frame.columns.firstIndex { $0.isIdentifier } ?? 0
    let id = Self.plain(cells[idColumn])
    let place = cells.place(title, idColumn)
    guard !id.isEmpty, let known = lookup.kind(of: id) else {
      let new = changed(cells, frame, title, nil, category: nil)
      guard !id.isEmpty || !new.isEmpty else { return }
      if !id.isEmpty, !rows.seenRecords[kind, default: []].insert(id).inserted {
        return report(
          WorkbookRule.identifier, place, id,
          "the identifier '\(id.cut(to: 100))' stands in two rows")
      }
      rows.newRecords.append(
        .init(
          kind: kind, identifier: id,
          row: ChangedRow(place: cells.place(title, nil), cells: new)))
      return
    }
    guard known == kind else {
      let noun = SheetFrame.kind(of: known)?.noun ?? known
      return report(
        WorkbookRule.identifier, place, id, "'\(id)' is \(noun) already",
        "leave the cell empty, and an identifier is made")
    }
    guard rows.seenRecords[kind, default: []].insert(id).inserted else {
      return report(
        WorkbookRule.identifier, place, id, "the identifier '\(id)' stands in two rows",
        "empty it in the row that is new, and an identifier is made")
    }
    guard let element = lookup.element(id) else { return }
    let different = changed(cells, frame, title, element, category: nil)
    if !different.isEmpty {
      rows.changes.append((id, ChangedRow(place: cells.place(title, nil), cells: different)))
    }
  }

  private func takePart(
    _ cells: RowCells, _ list: PartList, _ header: SheetHeader, _ title: String
  ) {
    let frame = header.frame
    var (ownerColumn, betweenColumn, ordinalColumn): (Int?, Int?, Int?)
    for (index, column) in frame.columns.enumerated() {
      switch column {
      case .owner: ownerColumn = index
      case .between: betweenColumn = index
      case .ordinal: ordinalColumn = index
      default: break
      }
    }
    let owner = ownerColumn.flatMap { cells[$0] }
    let between = betweenColumn.flatMap { cells[$0] }
    var ordinal = ordinalColumn.flatMap { cells[$0] }.flatMap(Self.ordinal)
    var id: String?
    if list.owners.isEmpty {
      id = ""
    } else if case .owner(let kinds)? = ownerColumn.map({ frame.columns[$0] }) {
      id = owner.flatMap { words.names.identifier(Self.plain($0), kinds) }
    }
    let key = between.map { self.key(of: $0, list) } ?? ""
    var part: WrittenElement?
    if let id, let number = ordinal {
      let known = parts(frame.layout.key, list, PartOwner(id: id, between: key))
      if known.indices.contains(number - 1),
        rows.seenParts[frame.layout.key, default: [:]][PartOwner(id: id, between: key), default: []]
          .insert(number).inserted
      {
        part = known[number - 1]
      }
    }
    if part == nil { ordinal = nil }
    let category = categoryOfRow(cells, frame, part)
    let different = changed(cells, frame, title, part, category: category)
    guard !different.isEmpty || part == nil && owner != nil else { return }
    rows.parts.append(
      .init(
        frame: frame.layout.key, owner: owner,
        ownerPlace: cells.place(title, ownerColumn ?? betweenColumn), between: between,
        ordinal: ordinal, row: ChangedRow(place: cells.place(title, nil), cells: different)))
  }

  private func takeGrid(_ cells: RowCells, _ header: SheetHeader, _ title: String) {
    let owner = cells[0]
    let category = cells[1]
    let id = owner.flatMap { words.names.identifier(Self.plain($0), KindSet(.activity)) }
    var token: String?
    if let category, case .success(let found) = words.scales.category(Self.plain(category)) {
      token = found
    }
    var different: [ChangedCell] = []
    let element = id.flatMap { lookup.element($0) }
    for (index, column) in header.frame.columns.enumerated() {
      guard case .value(let value) = column, cells.has(index) else { continue }
      let column = token.map { value.of($0) } ?? value
      append(
        cells[index], column,
        shown: element.flatMap { words.shown(column.value(in: $0), column.kind, category: token) },
        cells.place(title, index), isNew: element == nil, &different)
    }
    guard !different.isEmpty else { return }
    rows.grid.append(
      .init(
        owner: owner, ownerPlace: cells.place(title, 0), category: category,
        row: ChangedRow(place: cells.place(title, 1), cells: different)))
  }

  private func takeHead(_ row: SheetRow, _ header: SheetHeader, _ title: String) {
    let first = header.places[0] ?? 0
    func cell(_ column: Int) -> CellValue? { row.cells.first { $0.column == column }?.value }
    let key = cell(first).map(Self.plain) ?? ""
    let heading = cell(first + 1).map(Self.plain) ?? ""
    let frame = header.frame
    let index =
      frame.columns.indices.first { frame.key($0) == key }
      ?? frame.columns.indices.first {
        key.isEmpty && SheetHeader.normal(frame.columns[$0].heading) == SheetHeader.normal(heading)
      }
    guard let index, case .value(let column) = frame.columns[index] else { return }
    var different: [ChangedCell] = []
    append(
      cell(first + 2), column, shown: words.shown(column.value(in: head), column.kind),
      CellPlace(sheet: title, row: row.number, column: first + 2), isNew: false, &different)
    rows.head += different
  }

  // MARK: Cells

  /// The cells of a row that do not show what they would; of a new row, those that hold something.
  private func changed(
    _ cells: RowCells, _ frame: SheetFrame, _ title: String, _ element: WrittenElement?,
    category: String?
  ) -> [ChangedCell] {
    var different: [ChangedCell] = []
    for (index, column) in frame.columns.enumerated() {
      guard case .value(let column) = column, cells.has(index) else { continue }
      if column.isIdentifier, frame.isOfRecords { continue }
      let shown = element.flatMap {
        words.shown(column.value(in: $0), column.kind, category: category)
      }
      append(
        cells[index], column, shown: shown, cells.place(title, index), isNew: element == nil,
        &different)
    }
    return different
  }

  private func append(
    _ cell: CellValue?, _ column: SheetColumn, shown: CellValue?, _ place: CellPlace, isNew: Bool,
    _ cells: inout [ChangedCell]
  ) {
    if CellWords.isSame(cell, as: shown) { return }
    let isBlank = cell == nil || Self.isBlank(cell)
    if isBlank, isNew || !blankIsEmpty { return }
    cells.append(ChangedCell(column: column, value: isBlank ? nil : cell, place: place))
  }

  private func categoryOfRow(_ cells: RowCells, _ frame: SheetFrame, _ part: WrittenElement?)
    -> String?
  {
    for (index, column) in frame.columns.enumerated() {
      guard case .value(let column) = column, column.kind == .category else { continue }
      if let cell = cells[index], case .success(let token) = words.scales.category(Self.plain(cell))
      {
        return token
      }
    }
    return part.flatMap { frame.category(of: $0) }
  }

  private func parts(_ frame: String, _ list: PartList, _ owner: PartOwner) -> [WrittenElement] {
    if ownersInCache[frame, default: []].insert(owner.id).inserted,
      let element = owner.id.isEmpty ? head : lookup.element(owner.id)
    {
      for (between, part) in list.parts(of: element) {
        partCache[frame, default: [:]][PartOwner(id: owner.id, between: between), default: []]
          .append(part)
      }
    }
    return partCache[frame]?[owner] ?? []
  }

  /// The key of the element of a list on the way to parts.
  private func key(of cell: CellValue, _ list: PartList) -> String {
    let text = Self.plain(cell)
    if list.between?.alternatives[0].label == "impact",
      case .success(let token) = words.scales.category(text)
    {
      return token
    }
    return text.lowercased()
  }

  private func report(
    _ rule: String, _ place: CellPlace, _ id: String, _ message: String, _ hint: String? = nil
  ) {
    rows.findings.append(
      place.finding(Finding(rule: rule, entity: id.cut(to: 100), message: message, hint: hint)))
  }

  static func plain(_ cell: CellValue?) -> String {
    switch cell {
    case .text(let text)?: CellWords.folded(text)
    case .number(let number)?: CellWords.text(of: number)
    default: ""
    }
  }

  static func isBlank(_ cell: CellValue?) -> Bool {
    if case .text(let text)? = cell { text.allSatisfy(\.isWhitespace) } else { false }
  }

  private static func ordinal(_ cell: CellValue) -> Int? {
    switch cell {
    case .number(let number): Int(exactly: number)
    case .text(let text): Int(CellWords.folded(text))
    default: nil
    }
  }
}

/// The cells of a row, by the columns of its frame.
struct RowCells {
  private let row: SheetRow
  private let header: SheetHeader
  private let values: [CellValue?]

  init(_ row: SheetRow, _ header: SheetHeader) {
    self.row = row
    self.header = header
    var values = [CellValue?](repeating: nil, count: header.places.count)
    for cell in row.cells where cell.column < header.columns.count {
      if let column = header.columns[cell.column] { values[column] = cell.value }
    }
    self.values = values
  }

  subscript(column: Int) -> CellValue? { values[column] }

  /// Whether the sheet has such a column.
  func has(_ column: Int) -> Bool { header.places[column] != nil }

  /// Whether nothing is in it that people write.
  var isBlank: Bool {
    guard header.isWritable else { return row.cells.isEmpty }
    for (index, value) in values.enumerated() where !header.frame.columns[index].isComputed {
      if value != nil, !RowGathering.isBlank(value) { return false }
    }
    return true
  }

  /// - Parameter column: Of the frame; nil for the row.
  func place(_ sheet: String, _ column: Int?) -> CellPlace {
    CellPlace(sheet: sheet, row: row.number, column: column.flatMap { header.places[$0] })
  }
}

extension SheetFrame.Column {
  var isIdentifier: Bool {
    if case .value(let column) = self { column.isIdentifier } else { false }
  }
}

extension SheetFrame {
  var isOfRecords: Bool { if case .records = layout.rows { true } else { false } }
}
