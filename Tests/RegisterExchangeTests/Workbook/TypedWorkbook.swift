import RegisterModel
import RegisterXML
import Spreadsheets
import TestSupport
import Testing

@testable import RegisterExchange

/// A workbook as a person would change it: cells by sheet, row and heading.
struct TypedWorkbook {
  var tables: WorkbookTables

  init(_ register: Register) { tables = RegisterWorkbook.tables(of: register) }

  /// The place of a sheet.
  func sheet(_ name: String) -> Int {
    tables.tables.firstIndex { $0.name == name } ?? -1
  }

  private func column(_ sheet: Int, _ heading: String) -> Int {
    tables.tables[sheet].rows[1].firstIndex(of: .text(heading)) ?? -1
  }

  /// The first row whose first cells begin with some words.
  func row(_ sheet: String, _ words: String...) -> Int {
    tables.tables[self.sheet(sheet)].rows.firstIndex { row in
      zip(row, words).allSatisfy { cell, word in
        if case .text(let text)? = cell { text.hasPrefix(word) } else { false }
      }
    } ?? -1
  }

  /// A cell of a sheet: of the row with an identifier, below a heading.
  subscript(sheet: String, row: String, heading: String) -> CellValue? {
    get {
      let place = self.sheet(sheet)
      return tables.tables[place].rows[self.row(sheet, row)][column(place, heading)]
    }
    set {
      let place = self.sheet(sheet)
      tables.tables[place].rows[self.row(sheet, row)][column(place, heading)] = newValue
    }
  }

  subscript(sheet: String, row: Int, heading: String) -> CellValue? {
    get { tables.tables[self.sheet(sheet)].rows[row][column(self.sheet(sheet), heading)] }
    set {
      let place = self.sheet(sheet)
      tables.tables[place].rows[row][column(place, heading)] = newValue
    }
  }

  /// Adds a row at the end of a sheet.
  mutating func add(_ sheet: String, _ cells: KeyValuePairs<String, CellValue>) {
    let place = self.sheet(sheet)
    var row = [CellValue?](repeating: nil, count: tables.tables[place].rows[0].count)
    for (heading, cell) in cells { row[column(place, heading)] = cell }
    tables.tables[place].rows.append(row)
  }

  mutating func remove(_ sheet: String, _ words: String...) {
    let place = self.sheet(sheet)
    tables.tables[place].rows.removeAll { row in
      zip(row, words).allSatisfy { cell, word in
        if case .text(let text)? = cell { text.hasPrefix(word) } else { false }
      }
    }
  }

  /// Takes the hidden sheet and the hidden rows away, as some programs do.
  mutating func loseBase() {
    tables.tables.removeAll { $0.name == BaseSheet.title }
    for index in tables.tables.indices where index > 0 { tables.tables[index].rows.removeFirst() }
  }

  func imported(
    _ options: WorkbookImportOptions = .init(), comparing register: Register? = nil
  ) throws -> ImportedWorkbook {
    try RegisterWorkbook.read(tables, comparing: register, options: options)
  }
}

extension ImportedWorkbook {
  /// The edits as short texts.
  var editTexts: [String] {
    edits.filter { !$0.isImplied }.map { edit in
      switch edit {
      case .add(let record): "+ \(record.summary)"
      case .remove(let record): "- \(record.attribute("id") ?? "")"
      case .set(let change):
        "\(change.entity ?? "register") \(change.field): \(change.from?.summary ?? "nothing") → "
          + (change.to?.summary ?? "nothing")
      }
    }
  }

  /// The findings as short texts, with their cells.
  var findingTexts: [String] {
    findings.map { "\($0.place ?? ""): \($0.finding.message)" }
  }
}

/// A small register with something of everything that these tests change.
func smallRegister() throws -> Register {
  try Register(
    """
    <criteria>
      <likelihood><level name="Rare"/><level name="Possible"/><level name="Frequent"/></likelihood>
      <impact category="money" name="Money"><level name="Minor"/><level name="Major"/></impact>
      <impact category="care" name="Care"><level name="Slight"/><level name="Grave"/></impact>
      <matrix><rating name="Low" colour="#4d9221"/><rating name="High" colour="#a50f15"/>
        <row>1 1</row><row>1 2</row><row>2 2</row></matrix>
      <bands>PT4H P1D</bands>
      <category id="rc-1" name="Estate"/>
    </criteria>
    <party id="p-ann" name="Ann Lee"/><party id="p-bob" name="Bob Day"/>
    <hazard id="h-fire" name="Fire"/><hazard id="h-flood" name="Flood"/>
    <activity id="A-1" name="Triage"><impact category="money" at="PT4H" level="1"/>
      <targets rto="PT4H"/>
      <needs lead="PT5M"><on ref="S-1"/></needs><needs name="power"><on ref="S-2"/></needs></activity>
    <asset id="S-1" name="Server" value="1200.5"/><asset id="S-2" name="Generator"/>
    <risk id="R-001" owner="p-ann" status="open" reviewed="2026-10-01">
      <hazard ref="h-fire"/><title>Fire in the server room</title>
      <cause><p>Old wiring.</p><p>No alarm.</p></cause>
      <score stage="current" likelihood="2" by="p-ann"><impact category="money" level="2"/>
        <because><p>It nearly happened.</p></because></score>
      <hits ref="S-1" probability="0.5"/><hits ref="S-2"/><tag name="it"/></risk>
    <risk id="R-002" owner="p-bob"><title>Flood of the basement</title></risk>
    """)
}
