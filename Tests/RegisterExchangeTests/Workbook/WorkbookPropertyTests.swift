import RegisterModel
import RegisterXML
import Spreadsheets
import TestSupport
import Testing

@testable import RegisterExchange

/// Changes cells of generated workbooks at random, as a person might.
@Suite("Whatever is typed into cells is what the register then shows")
struct WorkbookPropertyTests {
  @Test(
    "Cells taken from other rows are imported as they stand, and nothing else changes",
    arguments: 0..<10)
  func randomCells(block: Int) throws {
    var made = 0
    for index in 0..<40 {
      let seed = UInt64(block * 40 + index)
      var random = SplitMix64(seed: seed &* 7919 &+ 3)
      let register = WorkbookRoundTripTests.register(seed: seed)
      var book = TypedWorkbook(register)
      let before = book.tables
      let changed = Self.change(&book, &random)
      guard !changed.isEmpty else { continue }
      let imported = try book.imported()
      guard let edited = imported.register else {
        // What was typed can't be: each mistake has its cell.
        #expect(imported.findings.contains { $0.finding.severity == .error && $0.sheet != nil })
        continue
      }
      made += 1
      let after = RegisterWorkbook.tables(of: edited)
      if let problem = Self.difference(book.tables, after, before, changed) {
        Issue.record("seed \(seed): \(problem)\n\(imported.editTexts)")
        return
      }
      let entities = Set(imported.edits.map { $0.entity ?? "" })
      #expect(entities.count <= changed.count, "seed \(seed)")
    }
    #expect(made > 3)
  }

  /// The keys of columns that show what is meant where nothing is said.
  static let standards: Set<String> = {
    let empty = try! Register("")
    let catalogue = Catalogue(empty)
    let frames = ["register"] + Catalogue.entries.map(\.key)
    return Set(
      frames.compactMap { catalogue[$0] }.flatMap { frame in
        frame.columns.indices.filter { index in
          if case .value(let column) = frame.columns[index] {
            column.standard != nil
          } else {
            false
          }
        }.map { frame.key($0) }
      })
  }()

  struct Place: Hashable {
    let sheet: String
    let row: Int
    let column: Int
  }

  /// Puts into some cells what stands in other rows of their column, or nothing.
  static func change(_ book: inout TypedWorkbook, _ random: inout SplitMix64) -> Set<Place> {
    var changed: Set<Place> = []
    let sheets = book.tables.tables.indices.filter {
      book.tables.tables[$0].rows.count > 2
        && ![BaseSheet.title, "Register"].contains(book.tables.tables[$0].name)
    }
    guard !sheets.isEmpty else { return [] }
    for _ in 0..<random.within(1...3) {
      let sheet = random.element(of: sheets)
      let table = book.tables.tables[sheet]
      let keys = table.rows[0].map { cell in if case .text(let key)? = cell { key } else { "" } }
      let columns = keys.indices.filter { index in
        let key = keys[index].drop { $0 != ":" }.dropFirst()
        return !key.hasPrefix("@") && !key.hasPrefix("=")
          && !["id", "kind", "category"].contains(String(key))
      }
      guard !columns.isEmpty else { continue }
      let row = random.within(2...(table.rows.count - 1))
      let column = random.element(of: columns)
      let other = random.within(2...(table.rows.count - 1))
      let cell = random.chance(0.3) ? nil : table.rows[other][column]
      guard cell != table.rows[row][column] else { continue }
      book.tables.tables[sheet].rows[row][column] = cell
      changed.insert(Place(sheet: table.name, row: row, column: column))
    }
    return changed
  }

  /// The first cell that does not show what was typed, or that changed though nobody touched it.
  static func difference(
    _ typed: WorkbookTables, _ shown: WorkbookTables, _ before: WorkbookTables,
    _ changed: Set<Place>
  ) -> String? {
    for table in typed.tables where table.name != BaseSheet.title {
      guard let other = shown.tables.first(where: { $0.name == table.name }),
        other.rows.count == table.rows.count
      else { return "the sheet \(table.name) has other rows" }
      for (row, cells) in table.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          let key = if case .text(let key)? = table.rows[0][column] { key } else { "" }
          if key.contains(":=") { continue }
          if CellWords.isSame(cell, as: other.rows[row][column]) { continue }
          // An emptied word is the one that is meant where nothing is said.
          if cell == nil, Self.standards.contains(key) { continue }
          // A name that was changed shows wherever somebody refers to it.
          let isName = changed.contains { place in
            typed.tables.first { $0.name == place.sheet }?.rows[0][place.column].map {
              if case .text(let key) = $0 {
                key.hasSuffix(":name") || key.hasSuffix(":title") || key.hasSuffix(":.")
              } else {
                false
              }
            } ?? false
          }
          if isName { continue }
          return
            "\(table.name) row \(row + 1) column \(key): \(String(describing: cell)) is shown as "
            + "\(String(describing: other.rows[row][column]))"
        }
      }
    }
    return nil
  }
}
