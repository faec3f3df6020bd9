import ImpactAnalysis
import RegisterAnalysis
import RegisterModel
import Spreadsheets

/// The first sheet of a questionnaire: who asks, what for, how, and what matters most.
struct StartSheet {
  /// How many of the blanks that matter most are listed.
  static let most = 12

  let maker: QuestionFormMaker
  let sheetOfNode: [Int: String]

  func sheet(_ title: String) -> QuestionSheet {
    var sheet = QuestionSheet(title: title, widths: [46, 48, 30], isAcross: false)
    let register = maker.compiled.register
    sheet.rows.append(
      QuestionRow(height: 30, cells: [QuestionCell(1, to: 3, .words(register.title.text, .title))]))
    let asks = register.owner.map { "\(maker.name(of: $0)) asks" } ?? "We ask"
    let due = maker.due.map { ", by \($0.writtenText)" } ?? ""
    sheet.add(
      "\(asks) \(maker.name(of: maker.owner)) what a disruption would mean\(due).", .section)
    for text in texts { sheet.add(text) }
    sheet.rows.append(QuestionRow(height: 8))
    sheet.rows.append(
      QuestionRow(
        key: "filled", height: 20,
        cells: [
          QuestionCell(1, .words("Filled in by", .label)),
          QuestionCell(
            2,
            .answer(
              QuestionCell.Answer(
                field: .filledBy, base: nil, prompt: "Your name. It goes into the register."))),
        ]))
    sheet.rows.append(
      QuestionRow(
        key: "filled-on", height: 20,
        cells: [
          QuestionCell(1, .words("on", .label)),
          QuestionCell(
            2,
            .answer(
              QuestionCell.Answer(field: .filledOn, base: nil, prompt: "Such as 2026-11-24."))),
        ]))
    addBlanks(to: &sheet)
    return sheet
  }

  private var texts: [String] {
    let activities = Plural.count(maker.activities.count, "activity", "activities")
    let assets = Plural.count(maker.assets.count, "thing")
    return [
      "What for: from your answers follows what is restored first after a disruption, and what may wait. "
        + "Yours are \(activities) and \(assets) that others need.",
      "How: fill in the yellow cells; there is a sheet for each activity. Grey is what we know already: "
        + "if it is wrong, tell us. What stands in a yellow cell was said before: leave it, or write over it.",
      "Leave blank what you don't know. Blank stays unknown; that is better than a guess. An emptied cell "
        + "takes nothing back: write unknown for that.",
      "Times are written with their unit: 90 min, 4 h, 2 days. Levels are chosen from the list of their cell"
        + (maker.activities.isEmpty ? "." : "; the sheet Scales says what they mean."),
    ]
  }

  private func addBlanks(to sheet: inout QuestionSheet) {
    let blanks = maker.blanks.prefix(Self.most)
    guard !blanks.isEmpty else { return }
    sheet.rows.append(QuestionRow(height: 8))
    sheet.add("What matters most, if you have little time", .section, height: 20)
    let words = BlankWords(maker: maker)
    for blank in blanks {
      // A link does not wrap everywhere.
      let label = maker.compiled.impact.name(blank.node).cut(to: 44)
      let weight = words.weight(blank)
      let question = words.question(blank)
      let lines = max(wrapped(question, 48), wrapped(weight, 30))
      sheet.rows.append(
        QuestionRow(
          height: Double(lines) * 15 + 3,
          cells: [
            QuestionCell(1, .link(label, sheet: sheetOfNode[blank.node] ?? sheet.title)),
            QuestionCell(2, .words(question, .text)),
            QuestionCell(3, .words(weight, .quiet)),
          ]))
    }
    if maker.blanks.count > blanks.count {
      sheet.add("and \(maker.blanks.count - blanks.count) more, on the sheets.", .quiet)
    }
  }
}

/// How many lines a text takes in a cell of so many characters.
func wrapped(_ text: String, _ width: Double) -> Int {
  text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
    $0 + max(1, Int((Double($1.count) / (width * 1.05)).rounded(.up)))
  }
}

extension QuestionSheet {
  /// Adds a text across the sheet.
  mutating func add(_ text: String, _ style: QuestionCell.Style = .text, height: Double? = nil) {
    let width = widths.reduce(0, +)
    rows.append(
      QuestionRow(
        // Headings are larger.
        height: height ?? Double(wrapped(text, style == .section ? width * 0.75 : width)) * 16 + 4,
        cells: [QuestionCell(1, to: widths.count, .words(text, style))]))
  }
}
