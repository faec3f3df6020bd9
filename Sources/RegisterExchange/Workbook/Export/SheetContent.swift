import RegisterModel
import RiskScoring
import Spreadsheets

/// The rows of a register's sheets, as cells.
struct SheetContent {
  let register: Register
  let words: CellWords

  init(_ register: Register) {
    self.register = register
    words = CellWords(register)
  }

  /// Calls back with the cells of each row of a sheet, in the order of its columns.
  func forEachRow(of frame: SheetFrame, _ body: ([CellValue?]) -> Void) {
    switch frame.layout.rows {
    case .records(let form): forEachRecord(of: frame, form, body)
    case .parts(let list): forEachPart(of: frame, list, body)
    case .grid: forEachCategory(of: frame, body)
    case .head:
      let head = register.writtenHead
      for column in frame.layout.columns {
        body([words.shown(column.value(in: head), column.kind)])
      }
    }
  }

  private func forEachRecord(
    of frame: SheetFrame, _ form: Form, _ body: ([CellValue?]) -> Void
  ) {
    let assessments =
      frame.columns.contains { if case .computed = $0 { true } else { false } }
      ? [
        SheetFrame.Computed.currentRating: Assessment(of: register, at: .current),
        .targetRating: Assessment(of: register, at: .target),
      ] : [:]
    var place = 0
    register.forEachRecord(ofKind: frame.layout.key) { element in
      body(
        frame.columns.map { column in
          switch column {
          case .value(let column): return words.shown(column.value(in: element), column.kind)
          case .computed(let computed):
            let rating = assessments[computed]?.scores[place].rating
            return rating.flatMap { words.shown("\($0.rank)", .level(.rating)) }
          default: return nil
          }
        })
      place += 1
    }
  }

  private func forEachPart(
    of frame: SheetFrame, _ list: PartList, _ body: ([CellValue?]) -> Void
  ) {
    func write(_ owner: WrittenElement) {
      var ordinals: [String: Int] = [:]
      for (between, part) in list.parts(of: owner) {
        let ordinal = ordinals[between, default: 0] + 1
        ordinals[between] = ordinal
        body(cells(of: part, ordinal, between, owner, frame))
      }
    }
    if list.owners.isEmpty { write(register.writtenHead) }
    for kind in list.owners { register.forEachRecord(ofKind: kind, write) }
  }

  private func cells(
    of part: WrittenElement, _ ordinal: Int, _ between: String, _ owner: WrittenElement,
    _ frame: SheetFrame
  ) -> [CellValue?] {
    let category = frame.category(of: part)
    return frame.columns.map { column in
      switch column {
      case .owner: .text(words.names.shown(owner.attribute("id") ?? ""))
      case .between: .text(shownBetween(between))
      case .ordinal: .number(Double(ordinal))
      case .value(let column): words.shown(column.value(in: part), column.kind, category: category)
      case .category, .computed: nil
      }
    }
  }

  /// The key of a list on the way: an impact category, or a word.
  func shownBetween(_ key: String) -> String { words.scales.shownCategory(key) }

  private func forEachCategory(of frame: SheetFrame, _ body: ([CellValue?]) -> Void) {
    register.forEachRecord(ofKind: "activity") { activity in
      for category in words.scales.categories {
        body(
          frame.columns.map { column in
            switch column {
            case .owner: .text(words.names.shown(activity.attribute("id") ?? ""))
            case .category: .text(words.scales.shownCategory(category.token))
            case .value(let column):
              words.shown(
                column.of(category.token).value(in: activity), column.kind,
                category: category.token)
            default: nil
            }
          })
      }
    }
  }
}

extension SheetFrame {
  /// The impact category that a part is about.
  func category(of part: WrittenElement) -> String? {
    for column in layout.columns where column.kind == .category {
      return column.value(in: part)
    }
    return nil
  }
}

extension SheetColumn {
  /// The column of the grid for one category.
  func of(_ category: String) -> SheetColumn {
    guard let step = lens.steps.first else { return self }
    let band = step.key[1].value
    return SheetColumn(
      heading: heading, note: note, kind: .level(.impact(category)),
      lens: Lens([Lens.Step(step.child, keys: [category, band, ""])], lens.leaf),
      isRequired: isRequired, standard: standard, field: field)
  }
}
