import RegisterModel
import Spreadsheets

extension CellWords {
  /// The value that a cell means, in canonical form; nil for an empty cell.
  ///
  /// - Throws: ``CellProblem`` if it makes no sense in its column.
  func value(
    of cell: CellValue?, _ column: SheetColumn, category: String? = nil
  ) throws(CellProblem) -> String? {
    guard let cell else { return nil }
    if case .error(let text) = cell {
      throw CellProblem("the cell holds the error \(text)", "mend the formula, or write the value")
    }
    let text = try Self.text(of: cell, column.kind)
    guard !text.isEmpty else { return nil }
    switch column.kind {
    case .line, .identifier, .token: return try checked(Self.folded(text), column)
    case .prose: return try prose(text)
    case .number, .wholeNumber: return try checked(Self.plainNumber(text), column)
    case .date: return try date(text, column)
    case .elapsed: return try elapsed(text)
    case .elapsedList:
      var times: [String] = []
      for line in Self.lines(text) { times.append(try elapsed(line)) }
      return times.joined(separator: " ")
    case .period:
      guard let period = TimeWords.period(text) else {
        throw CellProblem(
          "'\(text.cut(to: 100))' is no period", "write 6 months, 1 year or 90 days")
      }
      return period.writtenText
    case .level(let scale):
      return try scales.rank(Self.folded(text), scale, category: category).get()
    case .words(let words): return try word(text, words)
    case .reference(let kinds): return try reference(Self.folded(text), kinds)
    case .references(let kinds):
      var references: [String] = []
      for line in Self.lines(text) {
        let id = try reference(line, kinds)
        guard !references.contains(id) else {
          throw CellProblem("'\(id)' is named twice", "name it once")
        }
        references.append(id)
      }
      return references.joined(separator: "\n")
    case .category: return try scales.category(Self.folded(text)).get()
    case .lines:
      var lines: [String] = []
      for line in Self.lines(text) where !lines.contains(line) {
        lines.append(try checked(line, column) ?? line)
      }
      return lines.joined(separator: "\n")
    case .notation: return Self.folded(text)
    }
  }

  // MARK: Texts of cells

  /// The text of a cell, whatever a spreadsheet made of it; line ends are single line feeds.
  private static func text(of cell: CellValue, _ kind: CellKind) throws(CellProblem) -> String {
    switch cell {
    case .text(let text):
      var text = text
      if text.utf8.contains(13) {
        text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      }
      guard !text.unicodeScalars.contains(where: Self.isForbidden) else {
        throw CellProblem("the text holds a character that no register can hold", "type it anew")
      }
      return text.allSatisfy(\.isWhitespace) ? "" : text
    case .number(let number): return Self.text(of: number)
    case .boolean(let value):
      if case .words(["yes", "no"]) = kind { return value ? "yes" : "no" }
      return value ? "TRUE" : "FALSE"
    case .date(let date):
      guard let day = CalendarDate(dayNumber: date.dayNumber) else { return "" }
      return day.writtenText
    case .error(let text): return text
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10, 13: false
    case 0..<32, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// A number as people would type it: 15 digits, as spreadsheets show them.
  static func text(of number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return "\(Int64(number))" }
    let shortest = Quantity(abs(number))?.writtenText ?? "\(abs(number))"
    var text = shortest
    if shortest.utf8.count > 16, let rounded = Self.rounded(abs(number)) {
      text = Quantity(rounded)?.writtenText ?? shortest
    }
    return number < 0 ? "-" + text : text
  }

  /// The nearest number of 15 significant digits.
  private static func rounded(_ number: Double) -> Double? {
    guard number > 0, number.isFinite else { return nil }
    var exponent = 0
    var scaled = number
    while scaled >= 10 {
      scaled /= 10
      exponent += 1
    }
    while scaled < 1 {
      scaled *= 10
      exponent -= 1
    }
    let digits = Int64((scaled * 1e14).rounded())
    return Double("\(digits)e\(exponent - 14)")
  }

  static func folded(_ text: String) -> String { TextRules.folded(text) ?? text }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { folded(String($0)) }.filter { !$0.isEmpty }
  }

  /// A number without blanks or separators between thousands, with a point.
  private static func plainNumber(_ text: String) -> String {
    let bare = text.filter { !$0.isWhitespace && $0 != "\u{A0}" && $0 != "'" }
    if bare.hasSuffix("%"), let share = Double(bare.dropLast()) {
      return Self.text(of: share / 100)
    }
    return bare.contains(".") ? bare.filter { $0 != "," } : bare
  }

  // MARK: Values

  private func checked(_ text: String, _ column: SheetColumn) throws(CellProblem) -> String? {
    guard let field = column.field else { return text }
    guard let value = field.canonicalText(text) else {
      throw CellProblem(
        "'\(text.cut(to: 100))' is no valid \(column.heading.prefix(1).lowercased() + column.heading.dropFirst())",
        "expected " + field.type.expectation)
    }
    return value
  }

  private func prose(_ text: String) throws(CellProblem) -> String? {
    Prose(text).map { $0.paragraphs.joined(separator: "\n\n") }
  }

  private func date(_ text: String, _ column: SheetColumn) throws(CellProblem) -> String {
    let bare = Self.folded(text)
    if let date = CalendarDate(text: bare) { return date.writtenText }
    // A date with a time behind it, as databases write it.
    if bare.count > 10, bare.dropFirst(10).first.map({ $0 == "T" || $0 == " " }) == true,
      let date = CalendarDate(text: bare.prefix(10))
    {
      return date.writtenText
    }
    throw CellProblem(
      "'\(bare.cut(to: 100))' is no date",
      "write it as 2026-11-24, or as a date of your spreadsheet program")
  }

  private func elapsed(_ text: String) throws(CellProblem) -> String {
    guard let time = TimeWords.elapsed(Self.folded(text)) else {
      throw CellProblem(
        "'\(text.cut(to: 100))' is no length of time", "write 15 min, 4 h or 1 d 12 h")
    }
    return time.writtenText
  }

  private func word(_ text: String, _ words: [String]) throws(CellProblem) -> String {
    func bare(_ text: String) -> String {
      text.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" }
    }
    let wanted = bare(text)
    if let word = words.first(where: { bare($0) == wanted }) { return word }
    if words == ["yes", "no"] {
      if ["y", "true", "1", "x"].contains(wanted) { return "yes" }
      if ["n", "false", "0"].contains(wanted) { return "no" }
    }
    throw CellProblem(
      "'\(Self.folded(text).cut(to: 100))' is none of the words for this cell",
      Spelling.hint(for: text, in: words.map(Self.word))
        ?? "there are: " + words.map(Self.word).joined(separator: ", "))
  }

  private func reference(_ text: String, _ kinds: KindSet) throws(CellProblem) -> String {
    guard let id = names.identifier(text, kinds) else { throw names.problem(text, kinds) }
    return id
  }

  // MARK: Comparing

  /// Whether a cell still says what was shown in it, whatever a spreadsheet made of its type.
  static func isSame(_ cell: CellValue?, as shown: CellValue?) -> Bool {
    switch (cell, shown) {
    case (nil, nil): return true
    case (.text(let a)?, .text(let b)?):
      if a.utf8.elementsEqual(b.utf8) { return true }
      return folded(a).utf8.elementsEqual(folded(b).utf8) && proseLines(a) == proseLines(b)
    case (.text(let text)?, nil): return text.allSatisfy(\.isWhitespace)
    case (.number(let a)?, .number(let b)?): return a == b || text(of: a) == text(of: b)
    case (.date(let a)?, .date(let b)?): return a == b
    case (.number(let number)?, .date(let date)?):
      return number == Double(date.dayNumber + 25_569)
    case (.number(let number)?, .text(let text)?):
      return Double(folded(text)) == number && number.isFinite
    case (.date(let date)?, .text(let text)?):
      return CalendarDate(dayNumber: date.dayNumber)?.writtenText == folded(text)
    case (.text(let text)?, .number(let number)?): return Double(folded(text)) == number
    case (.text(let text)?, .date(let date)?):
      return CalendarDate(dayNumber: date.dayNumber)?.writtenText == folded(text)
    case (.boolean(let value)?, .text(let text)?):
      return (value ? ["yes", "true", "1"] : ["no", "false", "0"]).contains(text.lowercased())
    case (.boolean(let value)?, .number(let number)?): return number == (value ? 1 : 0)
    default: return cell == shown
    }
  }

  /// The lines of a text as they count: without blanks at their ends, empty ones at the ends left out.
  private static func proseLines(_ text: String) -> [String] {
    var lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map { folded(String($0)) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    return lines
  }
}
