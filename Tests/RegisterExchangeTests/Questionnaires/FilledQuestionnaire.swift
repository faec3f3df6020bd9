import RegisterAnalysis
import RegisterModel
import Spreadsheets
import TestSupport
import Testing

@testable import RegisterExchange

/// A questionnaire as a department would fill it in: cells by what they ask.
struct FilledQuestionnaire {
  let name: String
  var tables: WorkbookTables
  private let words: AnswerWords
  /// Where each field is asked.
  private(set) var places: [AnswerField: (sheet: Int, row: Int, column: Int)] = [:]

  init(_ register: Register, _ owner: String, name: String? = nil) throws {
    self.name = name ?? "\(owner).xlsx"
    let compiled = CompiledRegister(register, today: CalendarDate(text: "2026-11-24")!)
    tables = Questionnaire.tables(compiled, owner: try Identifier<Party>(owner))
    words = AnswerWords(words: CellWords(register))
    var rows: [String: (Int, Int)] = [:]
    for (sheet, table) in tables.tables.enumerated() {
      for (row, cells) in table.rows.enumerated() {
        if case .text(let key)? = cells[0] { rows[key] = (sheet, row) }
      }
    }
    for row in tables.tables.last!.rows {
      guard row.first == .text("cell"), case .text(let key)? = row[1],
        case .text(let column)? = row[2],
        case .text(let field)? = row[3], let place = rows[key]
      else { continue }
      places[AnswerField(key: field)!] = (place.0, place.1, Int(column)!)
    }
  }

  /// The fields that it asks, in a fixed order.
  var fields: [AnswerField] { places.keys.sorted { $0.key < $1.key } }

  /// The cell that asks a field.
  subscript(field: AnswerField) -> CellValue? {
    get { places[field].flatMap { tables.tables[$0.sheet].rows[$0.row][$0.column] } }
    set {
      guard let place = places[field] else { fatalError("\(field.key) is not asked") }
      tables.tables[place.sheet].rows[place.row][place.column] = newValue
    }
  }

  subscript(key: String) -> String? {
    get { if case .text(let text)? = self[AnswerField(key: key)!] { text } else { nil } }
    set { self[AnswerField(key: key)!] = newValue.map { .text($0) } }
  }
}

extension CollectedQuestionnaires {
  /// Findings as short texts, with file and cell.
  var texts: [String] {
    findings.map { found in
      [found.file, found.finding.place].compactMap { $0 }.joined(separator: ": ") + ": "
        + found.finding.finding.message
    }
  }

  /// The edits of all files as short texts.
  var editTexts: [String] {
    contributions.flatMap(\.edits).filter { !$0.isImplied }.map { edit in
      guard case .set(let change) = edit else { return "\(edit)" }
      return "\(change.entity ?? "") \(change.field): \(change.from?.summary ?? "nothing") → "
        + (change.to?.summary ?? "nothing")
    }
  }
}

func collected(_ files: [FilledQuestionnaire], into register: Register) throws
  -> CollectedQuestionnaires
{
  try Questionnaire.collect(files.map { ($0.name, $0.tables) }, into: register)
}

/// Two departments: one that treats, one that runs what it needs.
func askedRegister(_ extra: String = "") throws -> Register {
  try Register(
    """
    <criteria>
      <impact category="money" name="Money" intolerable="3">
        <level name="Minor"/><level name="Serious"/><level name="Major"/></impact>
      <impact category="care" name="Care" intolerable="2"><level name="Slight"/><level name="Grave"/></impact>
      <bands>PT1H PT4H P1D P3D P7D P14D P30D</bands>
    </criteria>
    <party id="r-ed" name="Emergency medicine"/><party id="r-it" name="IT operations"/>
    <party id="t-nurses" name="Nurses"/>
    <activity id="A-triage" name="Triage" owner="r-ed">
      <impact category="money" at="PT4H" level="1"/><impact category="money" at="P3D" level="2"/>
      <targets mtpd="PT4H" own="PT10M"/>
      <staff role="t-nurses" atLeast="8"/>
      <needs name="Record"><on ref="S-ehr"/></needs></activity>
    <activity id="A-desk" name="Service desk" owner="r-it"/>
    <asset id="S-ehr" name="Health record" owner="r-it"><targets rto="PT8H"/></asset>
    <asset id="S-net" name="Network" owner="r-it"/>\(extra)
    """)
}
