import RegisterModel
import Spreadsheets

/// The lists that drop-downs offer, on a hidden sheet of their own: a column for each list.
final class DropDowns {
  static let title = "Lists"
  /// A longer list is no help in a drop-down, and the name or identifier can be typed.
  static let longest = 5000

  private let words: CellWords
  private var lists: [(heading: String, values: [String])] = []
  private var places: [String: Int] = [:]

  init(_ words: CellWords) { self.words = words }

  /// What may be typed into a column; nil where that is anything.
  func validation(of column: SheetFrame.Column, categoryColumn: Int?) -> CellValidation? {
    switch column {
    case .owner(let kinds): return references(kinds)
    case .category: return range("categories", categories).map { CellValidation(.list(range: $0)) }
    case .between, .ordinal, .computed: return nil
    case .value(let column): return validation(of: column, categoryColumn: categoryColumn)
    }
  }

  private func validation(of column: SheetColumn, categoryColumn: Int?) -> CellValidation? {
    switch column.kind {
    case .words(let choices):
      return range("words " + choices.joined(separator: " "), choices.map(CellWords.word)).map {
        CellValidation(.list(range: $0), refusal: "Choose one of the words of the list.")
      }
    case .level(.impactOfRow):
      guard let categoryColumn else { return nil }
      defineLevels()
      let cell = "$\(CellName.column(categoryColumn))3"
      let token =
        "SUBSTITUTE(SUBSTITUTE(LEFT(\(cell),FIND(\" \",\(cell)&\" \")-1),\"-\",\"_\"),\".\",\"_\")"
      return CellValidation(.list(range: "=INDIRECT(\"Levels_\"&\(token))"), isStrict: false)
    case .level(let scale):
      let names = words.scales.names(scale)
      guard !names.isEmpty else {
        return CellValidation(
          .wholeNumber(1...99), refusal: "Write the rank of a level, 1 for the lowest.")
      }
      return range("levels \(scale)", levels(scale)).map {
        CellValidation(.list(range: $0), refusal: "Choose one of the levels of the list.")
      }
    case .reference(let kinds): return references(kinds)
    case .references(let kinds): return references(kinds)
    case .category: return range("categories", categories).map { CellValidation(.list(range: $0)) }
    default: return nil
    }
  }

  private var categories: [String] {
    words.scales.categories.map { words.scales.shownCategory($0.token) }
  }

  private func levels(_ scale: CellKind.Scale) -> [String] {
    words.scales.names(scale).enumerated().map { "\($0 + 1) \($1)" }
  }

  /// References may name what is not there yet, or be several: the list only helps.
  private func references(_ kinds: KindSet) -> CellValidation? {
    guard kinds.kinds.count < 8 else { return nil }
    let identifiers = words.names.identifiers(kinds).prefix(Self.longest)
    return range("references \(kinds.rawValue)", identifiers.map { words.names.shown($0) }).map {
      CellValidation(.list(range: $0), isStrict: false)
    }
  }

  private var areLevelsDefined = false
  /// The names of ranges, for formulas that look a category up.
  private(set) var definitions: [(name: String, range: String)] = []

  private func defineLevels() {
    guard !areLevelsDefined else { return }
    areLevelsDefined = true
    var known: Set<String> = []
    for category in words.scales.categories {
      let name = "Levels_" + category.token.map { "-.".contains($0) ? "_" : String($0) }.joined()
      guard let range = range("levels of \(category.token)", levels(.impact(category.token))),
        known.insert(name.lowercased()).inserted
      else { continue }
      definitions.append((name, range))
    }
  }

  /// The range of a list; nil where it is empty.
  private func range(_ key: String, _ values: @autoclosure () -> [String]) -> String? {
    if let place = places[key] { return range(at: place) }
    let values = values()
    guard !values.isEmpty else { return nil }
    places[key] = lists.count
    lists.append((key, values))
    return range(at: lists.count - 1)
  }

  private func range(at place: Int) -> String {
    let column = CellName.column(place)
    return "=\(CellName.sheet(Self.title))!$\(column)$1:$\(column)$\(lists[place].values.count)"
  }

  /// Writes the sheet.
  func write(to sheet: SheetWriter) {
    for row in 0..<(lists.map(\.values.count).max() ?? 0) {
      for (column, list) in lists.enumerated() where row < list.values.count {
        sheet.write(.text(list.values[row]), row: row, column: column)
      }
    }
  }
}
