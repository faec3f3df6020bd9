import RegisterModel
import Spreadsheets

/// Makes edits of a workbook: what was read, compared with what the register it was made from would show.
struct WorkbookImport {
  private let options: WorkbookImportOptions
  private var result: ImportedWorkbook
  private let frames: Catalogue

  /// - Parameters:
  ///   - base: What the workbook is compared with.
  ///   - hasBase: Whether the workbook itself said so.
  init(_ base: Register, hasBase: Bool, _ options: WorkbookImportOptions) {
    self.options = options
    result = ImportedWorkbook(base: base, hasBase: hasBase)
    frames = Catalogue(base)
  }

  /// Reads sheets and makes edits of them.
  ///
  /// - Parameter isWanted: Which sheets are looked at.
  mutating func run(
    _ workbook: some WorkbookContent, progress: (String) -> Void,
    _ isWanted: @escaping (SheetFrame) -> Bool = { _ in true }
  ) throws(WorkbookFailure) -> ImportedWorkbook {
    let gathering = RowGathering(result.base, frames, blankIsEmpty: result.hasBase)
    for (index, name) in workbook.sheetNames.enumerated() {
      progress(name)
      try gathering.read(index, of: workbook, isWanted)
    }
    let rows = gathering.rows
    result.findings = rows.findings
    let missing = Missing(rows, frames, result.base, hasBase: result.hasBase)
    result.missing = missing.rows
    var drafts = RecordDrafts(result.base, frames)
    drafts.take(rows, removing: options.removal == nil ? [] : missing.parts)
    result.findings += drafts.findings
    apply(&drafts, options.removal == nil ? [] : missing.records)
    sortFindings(workbook.sheetNames)
    if !options.skipsBad, result.findings.contains(where: { $0.finding.severity == .error }) {
      result.register = nil
      result.edits = []
    }
    return result
  }

  private mutating func sortFindings(_ sheets: [String]) {
    let order = Dictionary(
      sheets.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let places = result.findings.map { finding in
      [finding.sheet.flatMap { order[$0] } ?? -1, finding.row ?? 0, finding.column ?? 0]
    }
    let sorted = result.findings.indices.sorted { a, b in
      places[a] == places[b] ? a < b : places[a].lexicographicallyPrecedes(places[b])
    }
    result.findings = sorted.map { result.findings[$0] }
  }

  // MARK: Edits

  /// Makes the edits of drafts; what can't be applied is reported at its cells and, if it may be passed
  /// over, left out.
  private mutating func apply(_ drafts: inout RecordDrafts, _ removed: [String]) {
    // Each round leaves out at least one record, and nearly always all that are wrong.
    for _ in 0..<8 {
      let edits = edits(of: drafts, removed)
      guard !edits.isEmpty else {
        result.register = result.base
        return
      }
      do throws(EditFailure) {
        let edited = try result.base.applying(edits)
        result.register = edited
        result.edits = result.base.edits(to: edited)
        return
      } catch {
        var wrong: Set<String> = []
        for finding in error.findings {
          result.findings.append(placed(finding, drafts))
          wrong.insert(finding.entity ?? "")
        }
        guard options.skipsBad, wrong.contains(where: { drafts.drafts[$0] != nil }) else { return }
        for id in wrong { drafts.drop(id) }
      }
    }
  }

  private func edits(of drafts: RecordDrafts, _ removed: [String]) -> [Edit] {
    var edits: [Edit] = []
    for id in drafts.order where !removed.contains(id) {
      guard let draft = drafts.drafts[id] else { continue }
      if let original = draft.original {
        if original != draft.element { edits += original.edits(to: draft.element, draft.form) }
      } else {
        edits.append(.add(draft.element))
      }
    }
    guard let removal = options.removal, !removed.isEmpty else { return edits }
    let lookup = RecordLookup(result.base)
    for id in removed {
      guard let element = lookup.element(id) else { continue }
      edits.append(.remove(element))
      edits.append(
        .add(
          WrittenElement(
            "retired",
            attributes: [
              .init("id", id), .init("on", removal.on.writtenText),
              .init("because", removal.because.text),
            ])))
    }
    return edits
  }

  /// The cell that a finding of the register is about: the one whose path is nearest to its field.
  private func placed(_ finding: Finding, _ drafts: RecordDrafts) -> CellFinding {
    guard let draft = drafts.drafts[finding.entity ?? ""] else { return CellFinding(finding) }
    let field = Self.bare(finding.field ?? "")
    var best: (score: Int, place: CellPlace) = (0, draft.place)
    for (path, place) in draft.cells {
      let bare = Self.bare(path)
      let score =
        if path == finding.field { 1000 } else if field == bare { 900 } else {
          zip(field.split(separator: "/"), bare.split(separator: "/")).prefix { $0 == $1 }.count
        }
      if score > best.score { best = (score, place) }
    }
    return best.place.finding(finding)
  }

  /// A path without keys.
  private static func bare(_ path: String) -> String {
    var result = ""
    var depth = 0
    for character in path {
      if character == "[" { depth += 1 }
      if depth == 0 { result.append(character) }
      if character == "]" { depth -= 1 }
    }
    return result
  }
}

/// What had a row in the workbook and has none any more.
private struct Missing {
  private(set) var rows: [MissingRow] = []
  private(set) var records: [String] = []
  private(set) var parts: [MissingPart] = []

  init(_ gathered: GatheredRows, _ frames: Catalogue, _ base: Register, hasBase: Bool) {
    guard hasBase else { return }
    var gone: Set<String> = []
    for (key, title) in gathered.sheets.sorted(by: { $0.key < $1.key }) {
      guard let frame = frames[key], case .records = frame.layout.rows else { continue }
      let seen = gathered.seenRecords[key] ?? []
      base.forEachRecord(ofKind: key) { element in
        guard let id = element.attribute("id"), !seen.contains(id) else { return }
        gone.insert(id)
        records.append(id)
        rows.append(MissingRow(sheet: title, entity: id, ordinal: nil))
      }
    }
    for (key, title) in gathered.sheets.sorted(by: { $0.key < $1.key }) {
      guard let frame = frames[key], case .parts(let list) = frame.layout.rows else { continue }
      let seen = gathered.seenParts[key] ?? [:]
      func look(_ owner: WrittenElement, _ id: String) {
        guard !gone.contains(id) else { return }
        var ordinals: [String: Int] = [:]
        for (between, _) in list.parts(of: owner) {
          let ordinal = ordinals[between, default: 0] + 1
          ordinals[between] = ordinal
          let place = PartOwner(id: id, between: between)
          guard seen[place]?.contains(ordinal) != true else { continue }
          parts.append(MissingPart(frame: key, owner: place, ordinal: ordinal))
          rows.append(MissingRow(sheet: title, entity: id.isEmpty ? nil : id, ordinal: ordinal))
        }
      }
      if list.owners.isEmpty { look(base.writtenHead, "") }
      for kind in list.owners {
        base.forEachRecord(ofKind: kind) { look($0, $0.attribute("id") ?? "") }
      }
    }
  }
}
