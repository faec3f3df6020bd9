import RegisterAnalysis
import RegisterModel
import Spreadsheets

/// What the levels of impact mean, in words.
struct ScaleSheet {
  let maker: QuestionFormMaker

  func sheet(_ title: String) -> QuestionSheet {
    var sheet = QuestionSheet(title: title, widths: [24, 34, 74])
    sheet.add("What the levels mean", .title, height: 28)
    for category in maker.compiled.register.criteria?.impacts ?? [] {
      sheet.section(category.name?.text ?? category.category.text)
      if let meaning = category.meaning { sheet.add(meaning.line, .quiet) }
      let unit = category.unit?.text ?? ""
      let range = unit.isEmpty ? "Range" : "Range, in \(unit)"
      sheet.rows.append(
        QuestionRow(
          height: Double(wrapped(range, 30)) * 15 + 3,
          cells: [
            QuestionCell(1, .words("Level", .heading)),
            QuestionCell(2, .words(range, .heading)),
            QuestionCell(3, .words("In words", .heading)),
          ]))
      for (index, level) in category.levels.enumerated() {
        let isIntolerable = category.intolerable.map { index + 1 >= Int($0.rank) } ?? false
        let meaning =
          (level.meaning?.line ?? "") + (isIntolerable ? " Can't be borne." : "")
        sheet.rows.append(
          QuestionRow(
            height: Double(max(1, wrapped(meaning, 74))) * 15 + 4,
            cells: [
              QuestionCell(1, .words("\(index + 1) \(level.name.text)", .label)),
              QuestionCell(2, .words(Self.range(level), .given)),
              QuestionCell(3, .words(meaning.trimmed, .text)),
            ]))
      }
    }
    return sheet
  }

  /// "1 000 – 10 000", "from 10 000", "below 10".
  private static func range(_ level: ImpactLevel) -> String {
    func text(_ quantity: Quantity) -> String { AmountText.grouped(quantity.writtenText) }
    switch (level.from, level.to) {
    case (let from?, let to?):
      return "\(text(from)) – \(text(to))"
    case (let from?, nil): return "from \(text(from))"
    case (nil, let to?): return "below \(text(to))"
    case (nil, nil): return ""
    }
  }
}

extension String {
  fileprivate var trimmed: String { hasPrefix(" ") ? String(dropFirst()) : self }
}
