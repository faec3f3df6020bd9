internal import XMLParsing

/// A sheet: its rows, handed over one by one.
final class SheetPart: PartHandler {
  private(set) var problem: String?
  private let strings: [String]
  private let areDates: [Bool]
  private let is1904: Bool
  private let take: (SheetRow) -> Void

  private var depth = 0
  private var row = SheetRow(number: 0)
  private var column = -1
  private var cellKind = Kind.number
  private var cellIsDate = false
  private var value: [UInt8] = []
  private var isInValue = false
  private var richText: RichText?
  private var isSheet = false
  private var isInData = false

  private enum Kind { case number, shared, text, inline, boolean, error, date }

  init(
    strings: [String], areDates: [Bool], is1904: Bool, _ take: @escaping (SheetRow) -> Void
  ) {
    self.strings = strings
    self.areDates = areDates
    self.is1904 = is1904
    self.take = take
  }

  // worksheet > sheetData > row > c > v, f, is
  func start(_ element: PartElement) {
    depth += 1
    switch depth {
    case 1: isSheet = element.isNamed("worksheet")
    case 2: isInData = isSheet && element.isNamed("sheetData")
    case 3 where isInData: startRow(element)
    case 4 where isInData: startCell(element)
    case 5 where isInData:
      if element.isNamed("v") {
        isInValue = true
        value.removeAll(keepingCapacity: true)
      } else if element.isNamed("is") {
        richText = RichText()
        cellKind = .inline
      }
    case 6... where isInData: richText?.start(element)
    default: break
    }
  }

  func end() {
    if isInData {
      switch depth {
      case 2: isInData = false
      case 3: take(row)
      case 4: endCell()
      case 5: isInValue = false
      case 6...: richText?.end()
      default: break
      }
    }
    depth -= 1
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard isInData else { return }
    if isInValue { value.append(contentsOf: piece) } else { richText?.text(piece) }
  }

  private func startRow(_ element: PartElement) {
    let number = element.attribute("r").map { Int($0) ?? 0 } ?? row.number + 1
    guard (1...WorkbookLimits.lastRow).contains(number) else {
      problem = "it has a row that no sheet can have"
      return
    }
    row = SheetRow(number: number)
    column = -1
  }

  private func startCell(_ element: PartElement) {
    column += 1
    cellKind = .number
    cellIsDate = false
    value.removeAll(keepingCapacity: true)
    richText = nil
    let tag = element.tag
    for index in 0..<tag.attributeCount {
      let attribute = tag.attribute(index)
      // The three that matter have names of one letter.
      guard attribute.namespace == nil, attribute.localName[0] != 0, attribute.localName[1] == 0
      else { continue }
      switch attribute.localName[0] {
      case UInt8(ascii: "r"): setColumn(attribute.value)
      case UInt8(ascii: "s"):
        let style = Self.integer(attribute.value)
        cellIsDate = areDates.indices.contains(style) && areDates[style]
      case UInt8(ascii: "t"): cellKind = Self.kind(attribute.value)
      default: break
      }
    }
    if column >= WorkbookLimits.lastColumn { problem = "it has a column that no sheet can have" }
  }

  /// The letters of a place such as AB12.
  private func setColumn(_ place: UnsafeBufferPointer<UInt8>) {
    var number = 0
    for byte in place {
      let letter = byte & 0xDF
      guard (65...90).contains(letter), number <= WorkbookLimits.lastColumn else { break }
      number = number * 26 + Int(letter - 64)
    }
    if number > 0 { column = number - 1 }
  }

  private static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var value = 0
    for byte in text {
      guard (48...57).contains(byte), value < 1 << 40 else { return -1 }
      value = value * 10 + Int(byte - 48)
    }
    return text.isEmpty ? -1 : value
  }

  private static func kind(_ text: UnsafeBufferPointer<UInt8>) -> Kind {
    switch String(decoding: text, as: UTF8.self) {
    case "s": .shared
    case "str": .text
    case "inlineStr": .inline
    case "b": .boolean
    case "e": .error
    case "d": .date
    default: .number
    }
  }

  private func endCell() {
    guard let cell = cellValue() else { return }
    row.append(cell, column: column)
  }

  private func cellValue() -> CellValue? {
    if cellKind == .inline, let text = richText?.finish() {
      return text.isEmpty ? nil : .text(text)
    }
    guard !value.isEmpty else { return nil }
    switch cellKind {
    case .shared:
      let index = value.withUnsafeBufferPointer(Self.integer)
      guard strings.indices.contains(index) else {
        problem = "a cell names a text that is not there"
        return nil
      }
      return strings[index].isEmpty ? nil : .text(strings[index])
    case .text, .inline:
      return .text(CellText.unescaped(String(decoding: value, as: UTF8.self)))
    case .boolean: return .boolean(value == [UInt8(ascii: "1")] || value == Array("true".utf8))
    case .error: return .error(String(decoding: value, as: UTF8.self))
    case .date: return isoDate()
    case .number:
      guard let number = Double(String(decoding: value, as: UTF8.self)), number.isFinite else {
        return .text(String(decoding: value, as: UTF8.self))
      }
      if cellIsDate, let date = CellDate(serial: number, is1904: is1904) { return .date(date) }
      return .number(number)
    }
  }

  /// A date as the strict form may write it, 2026-11-24 or 2026-11-24T09:30:00; else its text.
  private func isoDate() -> CellValue {
    let text = String(decoding: value, as: UTF8.self)
    let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let day = CellDate.dayNumber(parts[0], parts[1], parts[2]) else {
      return .text(text)
    }
    let time = text.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
    let second = time.count == 3 ? time[0] * 3600 + time[1] * 60 + time[2] : 0
    guard (0..<86_400).contains(second) else { return .text(text) }
    return .date(CellDate(dayNumber: day, second: second))
  }
}

extension CellDate {
  /// Days since 1970-01-01 of a day of the Gregorian calendar; nil where there is none.
  static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    // Days from civil: Hinnant, "chrono-compatible low-level date algorithms" (2013).
    let y = month <= 2 ? year - 1 : year
    let yearOfEra = y % 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return y / 400 * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
      - 719_468
  }
}
