import RegisterModel
import Spreadsheets

/// What values of a register look like in cells.
struct CellWords {
  var names: RegisterNames
  var scales: RegisterScales

  init(_ register: Register) {
    names = RegisterNames(register)
    scales = RegisterScales(register)
  }

  /// A value as its cell shows it; nil for an empty cell.
  ///
  /// - Parameter category: The impact category of the row, where levels depend on it.
  func shown(_ value: String?, _ kind: CellKind, category: String? = nil) -> CellValue? {
    guard let value, !value.isEmpty else { return nil }
    switch kind {
    case .number, .wholeNumber: return Self.number(value)
    case .date: return Self.date(value)
    case .elapsed: return .text(Self.elapsed(value))
    case .elapsedList:
      return Self.fitted(
        value.split(separator: " ").map { Self.elapsed(String($0)) }
          .joined(separator: "\n"))
    case .period: return .text(CalendarPeriod(text: value).map(TimeWords.words) ?? value)
    case .level(let scale):
      let text = scales.shown(value, scale, category: category)
      return text == value ? Self.number(value) : .text(text)
    case .words: return .text(Self.word(value))
    case .reference: return .text(names.shown(value))
    case .references:
      return Self.fitted(
        value.split(separator: "\n").map { names.shown(String($0)) }
          .joined(separator: "\n"))
    case .category: return .text(scales.shownCategory(value))
    case .identifier, .line, .prose, .lines, .notation, .token: return Self.fitted(value)
    }
  }

  /// A text that is longer than a cell is not shown, but how long it is; it stays as it is unless
  /// somebody writes another.
  private static func fitted(_ text: String) -> CellValue {
    guard CellValue.fits(text) else {
      return .text(
        "(\(text.count) characters, more than a cell can hold; they stay in the register unless you "
          + "replace this note)")
    }
    return .text(text)
  }

  private static func elapsed(_ value: String) -> String {
    ElapsedTime(text: value).map(TimeWords.words) ?? value
  }

  /// Numbers of up to 15 digits are the same in every program; others are shown as texts.
  static func number(_ value: String) -> CellValue {
    let digits = value.utf8.prefix { $0 != UInt8(ascii: "e") }
      .filter { (48...57).contains($0) }.drop { $0 == 48 }
    guard digits.count <= 15, let number = Double(value) else { return .text(value) }
    return .number(number)
  }

  private static func date(_ value: String) -> CellValue {
    guard let date = CalendarDate(text: value), date.dayNumber >= CellDate.firstDayNumber else {
      return .text(value)
    }
    return .date(CellDate(dayNumber: Int(date.dayNumber)))
  }

  /// A word of the format as people write it: "in progress" for `inProgress`.
  static func word(_ value: String) -> String {
    guard value.first?.isLowercase == true else { return value }
    var text = ""
    for character in value {
      if character.isUppercase { text += " " }
      text += character.lowercased()
    }
    return text
  }
}
