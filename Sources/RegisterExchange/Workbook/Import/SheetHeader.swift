import RegisterModel
import Spreadsheets

/// Which column of a sheet is which: by the keys in its hidden row, or by its headings.
struct SheetHeader {
  let frame: SheetFrame
  /// For each column of the frame, the column of the sheet; nil where the sheet has none.
  let places: [Int?]
  /// For each column of the sheet, the column of the frame.
  let columns: [Int?]
  /// Whether it was found by keys: then a row of headings follows.
  let hasKeys: Bool
  /// Columns that are none of the frame's, with their headings.
  var strangers: [(column: Int, heading: String)] = []

  /// The header that a row is; nil if it is none.
  ///
  /// - Parameters:
  ///   - frames: All sheets that there can be, by their keys.
  ///   - title: The title of the sheet, for a row of headings.
  init?(_ row: SheetRow, _ frames: Catalogue, title: String) {
    if let header = Self.byKeys(row, frames) {
      self = header
    } else if let frame = frames.named(title), let header = Self.byHeadings(row, frame) {
      self = header
    } else {
      return nil
    }
  }

  /// Whether the sheet has a column that people write into.
  var isWritable: Bool {
    zip(frame.columns, places).contains { column, place in place != nil && !column.isComputed }
  }

  private init(_ frame: SheetFrame, _ places: [Int?], hasKeys: Bool) {
    self.frame = frame
    self.places = places
    self.hasKeys = hasKeys
    var columns = [Int?](repeating: nil, count: (places.compactMap { $0 }.max() ?? -1) + 1)
    for (column, place) in places.enumerated() {
      if let place { columns[place] = column }
    }
    self.columns = columns
  }

  private static func byKeys(_ row: SheetRow, _ frames: Catalogue) -> SheetHeader? {
    var found: SheetFrame?
    var places: [Int?] = []
    for (position, cell) in row.cells.enumerated() {
      guard case .text(let key) = cell.value, key.utf8.contains(UInt8(ascii: ":")) else { continue }
      if found == nil {
        guard let frame = frames[String(key.prefix { $0 != ":" })] else { continue }
        if case .head = frame.layout.rows {
          return key == headKey ? SheetHeader(frame, [cell.column], hasKeys: true) : nil
        }
        found = frame
        places = [Int?](repeating: nil, count: frame.columns.count)
      }
      guard let frame = found else { continue }
      // Nearly always the columns are in the order that they were written in.
      let index =
        position < places.count && frame.key(position) == key
        ? position : frame.columns.indices.first { frame.key($0) == key }
      if let index, places[index] == nil { places[index] = cell.column }
    }
    guard let frame = found, places.contains(where: { $0 != nil }) else { return nil }
    return SheetHeader(frame, places, hasKeys: true)
  }

  /// What stands in the first cell of the sheet of the register itself.
  static let headKey = "register:@head"

  private static func byHeadings(_ row: SheetRow, _ frame: SheetFrame) -> SheetHeader? {
    var headings: [String: Int] = [:]
    for cell in row.cells {
      guard case .text(let text) = cell.value else { continue }
      let heading = normal(text)
      if headings[heading] == nil { headings[heading] = cell.column }
    }
    if case .head = frame.layout.rows {
      guard let field = headings["field"], headings["value"] == field + 1 else { return nil }
      return SheetHeader(frame, [field - 1], hasKeys: false)
    }
    let places = frame.columns.map { headings[normal($0.heading)] }
    let count = places.count { $0 != nil }
    guard count >= min(2, frame.columns.count) else { return nil }
    var header = SheetHeader(frame, places, hasKeys: false)
    let known = Set(places.compactMap { $0 })
    header.strangers = row.cells.compactMap { cell in
      guard case .text(let text) = cell.value, !known.contains(cell.column) else { return nil }
      return (cell.column, text)
    }
    return header
  }

  /// A heading as it counts: whatever its case and blanks, and without its star.
  static func normal(_ text: String) -> String {
    text.lowercased().filter { !$0.isWhitespace && $0 != "*" }
  }
}
