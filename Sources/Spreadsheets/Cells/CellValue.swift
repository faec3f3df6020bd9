/// What a cell holds.
public enum CellValue: Hashable, Sendable {
  case text(String)
  case number(Double)
  /// A number that its format shows as a date.
  case date(CellDate)
  case boolean(Bool)
  /// An error such as `#REF!`, by its text.
  case error(String)
}

extension CellValue {
  /// The most that a cell can hold, in UTF-16 units.
  public static let longestText = 32_767

  /// Whether a text fits into a cell.
  public static func fits(_ text: String) -> Bool {
    // A character takes one unit at least and three bytes at most, so the count is seldom needed.
    text.utf8.count <= longestText || text.utf16.count <= longestText
  }
}

/// A day and a time of that day, as a cell has them.
public struct CellDate: Hashable, Sendable {
  /// Days since 1970-01-01.
  public let dayNumber: Int
  /// Seconds of the day, 0..<86400.
  public let second: Int

  public init(dayNumber: Int, second: Int = 0) {
    precondition((0..<86_400).contains(second), "a day has 86,400 seconds")
    self.dayNumber = dayNumber
    self.second = second
  }

  /// The first day whose number is the same in every program, 1900-03-01: spreadsheets hold 1900 for a
  /// leap year, which it was not.
  public static let firstDayNumber = -25_508

  /// - Parameters:
  ///   - serial: Days since 1899-12-30, or since 1904-01-01.
  ///   - is1904: Whether the workbook counts from 1904.
  /// - Returns: nil where the number is no day of the years 1900 to 9999.
  init?(serial: Double, is1904: Bool) {
    guard (0..<2_958_466).contains(serial) else { return nil }
    let seconds = (serial * 86_400).rounded()
    var day = Int(seconds / 86_400)
    if is1904 { day += 1462 } else if day < 60 { day += 1 }
    dayNumber = day - 25_569
    second = Int(seconds) % 86_400
  }

  /// Days since 1899-12-30.
  var serial: Double { Double(dayNumber + 25_569) + Double(second) / 86_400 }
}

/// The place of a cell, as people write it.
public enum CellName {
  /// The letters of a column: A, B … Z, AA …
  ///
  /// - Parameter column: From 0.
  public static func column(_ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// The name of a cell: B7.
  ///
  /// - Parameters:
  ///   - row: From 1.
  ///   - column: From 0.
  public static func cell(row: Int, column: Int) -> String { Self.column(column) + "\(row)" }

  /// The name of a sheet as formulas write it: `'Read me'`.
  public static func sheet(_ name: String) -> String {
    "'" + name.replacing("'", with: "''") + "'"
  }
}
