import RegisterModel
import Spreadsheets

/// Answers as people write them, and what they mean.
///
/// What can mean one thing only is taken; anything else is refused with a sentence that says what to write.
struct AnswerWords {
  let words: CellWords

  /// What a cell says.
  enum Answer: Hashable {
    /// Nothing: nobody has answered.
    case blank
    /// That it is not known.
    case unknown
    /// A value, as the register writes it.
    case value(String)
  }

  private static let unknown: Set<String> = [
    "unknown", "not known", "don't know", "don’t know", "?",
  ]

  /// A value as its cell shows it; nil for an empty cell.
  func shown(_ value: String?, _ kind: AnswerKind) -> CellValue? {
    guard let value else { return nil }
    switch kind {
    case .level(let category): return .text(words.scales.shown(value, .impact(category)))
    case .time: return .text(ElapsedTime(text: value).map(TimeWords.words) ?? value)
    case .share:
      return .text(
        Double(value).map { "\(CellWords.text(of: ($0 * 1e12).rounded() / 1e10)) %" } ?? value)
    case .count: return CellWords.number(value)
    case .date: return words.shown(value, .date)
    case .prose: return words.shown(value, .prose)
    case .party, .node: return .text(words.names.shown(value))
    case .evidence, .name: return .text(value)
    }
  }

  /// - Throws: ``CellProblem`` where it can't be told what is meant.
  func read(_ cell: CellValue?, _ kind: AnswerKind) throws(CellProblem) -> Answer {
    let text: String
    switch cell {
    case nil: return .blank
    case .text(let content)?: text = content
    case .number(let number)?: text = CellWords.text(of: number)
    case .boolean(let value)?: text = value ? "TRUE" : "FALSE"
    case .date(let date)?:
      guard kind == .date, let day = CalendarDate(dayNumber: date.dayNumber) else {
        throw CellProblem("the cell holds a date", Self.expectation(kind))
      }
      return .value(day.writtenText)
    case .error(let content)?:
      throw CellProblem("the cell holds the error \(content)", Self.expectation(kind))
    }
    let folded = CellWords.folded(text.replacing("\u{A0}", with: " "))
    if folded.isEmpty { return .blank }
    if kind != .prose, kind != .name, Self.unknown.contains(folded.lowercased()) { return .unknown }
    if kind == .prose, Self.unknown.contains(folded.lowercased()) { return .unknown }
    return .value(try value(of: folded, text, kind))
  }

  private func value(of text: String, _ raw: String, _ kind: AnswerKind) throws(CellProblem)
    -> String
  {
    switch kind {
    case .level(let category): return try words.scales.rank(text, .impact(category)).get()
    case .time: return try Self.time(text)
    case .share: return try Self.share(text)
    case .count:
      guard let count = Self.number(text), count == count.rounded(), (0...1_000_000).contains(count)
      else { throw CellProblem("'\(text.cut(to: 60))' is no number of people", "write 4") }
      return "\(Int(count))"
    case .date: return try Self.date(text)
    case .prose:
      guard let prose = Prose(raw.replacing("\r\n", with: "\n").replacing("\r", with: "\n")) else {
        throw CellProblem("the text holds a character that no register can hold", "type it anew")
      }
      return prose.paragraphs.joined(separator: "\n\n")
    case .name:
      guard let line = Line(text) else {
        throw CellProblem("the name holds a character that no register can hold", "type it anew")
      }
      return line.text
    case .party: return try reference(text, KindSet(.party))
    case .node: return try reference(text, Dependable.kinds)
    case .evidence:
      guard let evidence = Capability.Evidence(rawValue: text.lowercased()) else {
        throw CellProblem(
          "'\(text.cut(to: 60))' is nothing that it can rest on", Self.expectation(kind))
      }
      return evidence.rawValue
    }
  }

  private func reference(_ text: String, _ kinds: KindSet) throws(CellProblem) -> String {
    guard let id = words.names.identifier(text, kinds) else {
      throw words.names.problem(text, kinds)
    }
    return id
  }

  private static func expectation(_ kind: AnswerKind) -> String {
    switch kind {
    case .level: "choose a level from the list"
    case .time: "write the time with its unit, such as 90 min, 4 h or 2 days"
    case .share: "write it in per cent, such as 50 %"
    case .count: "write a number, such as 4"
    case .date: "write it as 2026-11-24"
    case .prose, .name: "write it in words"
    case .party, .node: "choose from the list"
    case .evidence:
      "write one of: "
        + Capability.Evidence.allCases.map(\.rawValue).joined(separator: ", ")
    }
  }

  // MARK: Numbers

  /// A number with a decimal point or comma; nil where it is none, or might be either of two.
  static func number(_ text: String) -> Double? {
    let digits = text.filter { $0 != " " }
    guard !digits.isEmpty,
      digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") })
    else { return nil }
    let marks = digits.filter { !$0.isNumber }
    guard marks.count <= 1 else { return nil }
    guard let mark = marks.first else { return Double(digits) }
    let parts = digits.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    // 1,500 may be one and a half, or fifteen hundred.
    if parts[1].count == 3, parts[0] != "0" { return nil }
    return Double("\(parts[0]).\(parts[1])")
  }

  /// `50 %`, `0,5 %`, or a plain number above one as per cent: 0.5 without the sign may be either.
  private static func share(_ text: String) throws(CellProblem) -> String {
    let isPerCent = text.hasSuffix("%")
    let digits = isPerCent ? CellWords.folded(String(text.dropLast())) : text
    guard let number = number(digits), (0...100).contains(number),
      isPerCent || number == 0 || number > 1, let share = Share(number / 100)
    else {
      throw CellProblem("'\(text.cut(to: 60))' is no share that is sure", expectation(.share))
    }
    return share.writtenText
  }

  // MARK: Times and dates

  /// The seconds of units as people call them.
  private static let units: [String: Double] = [
    "w": 604_800, "wk": 604_800, "week": 604_800, "weeks": 604_800,
    "d": 86_400, "day": 86_400, "days": 86_400,
    "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600,
    "min": 60, "mins": 60, "minute": 60, "minutes": 60,
    "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1,
  ]

  static func time(_ text: String) throws(CellProblem) -> String {
    guard let seconds = seconds(text.lowercased()), let time = ElapsedTime(seconds: seconds) else {
      let isBare = number(text) != nil
      throw CellProblem(
        isBare
          ? "'\(text.cut(to: 60))' has no unit: minutes, hours or days?"
          : "'\(text.cut(to: 60))' is no length of time that is sure", expectation(.time))
    }
    return time.writtenText
  }

  private static func seconds(_ text: String) -> Int64? {
    if ["at once", "immediately", "now", "0"].contains(text) { return 0 }
    if let time = ElapsedTime(text: text.uppercased()) { return time.seconds }
    if let clock = clock(text) { return clock }
    guard !text.isEmpty else { return nil }
    var rest = text[...]
    var seconds = 0.0
    var last = Double.infinity
    func skip() {
      rest = rest.drop { $0 == " " }
      if rest.hasPrefix("and ") { rest = rest.dropFirst(4) }
      rest = rest.drop { $0 == " " }
    }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
      rest = rest.dropFirst(digits.count)
      skip()
      let word = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(word.count)
      // Units fall, each once: "30 min 2 h" and "1 h 1 h" are slips.
      guard let amount = number(String(digits)), let unit = units[String(word)], unit < last else {
        return nil
      }
      last = unit
      seconds += amount * unit
      skip()
    }
    guard seconds == seconds.rounded(), seconds < 1e12 else { return nil }
    return Int64(seconds)
  }

  /// `4:00`, hours and minutes.
  private static func clock(_ text: String) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...4).contains(parts[0].count), parts[1].count == 2,
      let hours = Int64(parts[0]), let minutes = Int64(parts[1]), hours >= 0,
      (0..<60).contains(minutes)
    else { return nil }
    return hours * 3600 + minutes * 60
  }

  /// `2026-11-24`, `24.11.2026`, and `24/11/2026` where no other day can be meant.
  private static func date(_ text: String) throws(CellProblem) -> String {
    if let date = CalendarDate(text: text) { return date.writtenText }
    for mark: Character in [".", "/"] {
      let parts = text.split(separator: mark).compactMap { Int($0) }
      guard parts.count == 3, parts[2] >= 1000 else { continue }
      let (first, second) = (parts[0], parts[1])
      let isSure = mark == "." || first == second || first > 12 || second > 12
      let (day, month) = mark == "/" && second > 12 ? (second, first) : (first, second)
      if isSure, let date = CalendarDate(year: parts[2], month: month, day: day) {
        return date.writtenText
      }
    }
    throw CellProblem("'\(text.cut(to: 60))' is no date that is sure", expectation(.date))
  }
}
