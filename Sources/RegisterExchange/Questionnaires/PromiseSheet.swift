import ImpactAnalysis
import RegisterAnalysis
import RegisterModel
import Spreadsheets

/// What a department promises of what others need: by when it is back, and what that rests on.
struct PromiseSheet {
  let maker: QuestionFormMaker

  func sheet(_ title: String) -> QuestionSheet {
    var sheet = QuestionSheet(title: title, widths: [36, 16, 34, 14, 14, 26, 14, 13, 13])
    sheet.add(title, .title, height: 28)
    sheet.add(
      "What you answer for and others need. Promise what you can keep: a promise later than needed is no "
        + "mistake, it is what we have to know.", .quiet)
    sheet.rows.append(QuestionRow(height: 9))
    let headings = [
      "What", "others need it within", "first of all", "you promise it back within",
      "with data no older than", "best known so far", "newest recovery time",
      "it rests on", "shown on",
    ]
    sheet.rows.append(
      QuestionRow(
        height: 33,
        cells: headings.enumerated().map { QuestionCell($0 + 1, .words($1, .heading)) }))
    let now = AnswerRegister(maker.compiled.register)
    for place in maker.assets { sheet.rows.append(row(place, now)) }
    sheet.rows.append(QuestionRow(height: 9))
    sheet.add(
      "The newest recovery time is that of its own work, once all that it needs is there. It rests on a "
        + "test, an incident, a contract or an estimate.", .quiet)
    return sheet
  }

  private func row(_ place: Int, _ now: AnswerRegister) -> QuestionRow {
    let asset = maker.compiled.register.assets[place]
    let id = asset.id.text
    let node = place + maker.compiled.register.activities.count
    let impact = maker.compiled.impact
    let requirement = impact.graph.requirements.requirements[node]
    let needed =
      requirement.isAsked
      ? ImpactWords.time(requirement.seconds) + (requirement.isIncomplete ? " or less" : "")
      : requirement.isIncomplete ? "not known" : "–"
    let first = requirement.binding.map { impact.name($0) } ?? ""
    let known = known(node)
    let isImportant = maker.isImportant(node) { $0 == .ownTime }
    func cell(_ part: String) -> QuestionCell.Content {
      .answer(
        .init(
          field: .row(entity: id, .capability, number: 1, part: part), base: nil,
          isImportant: isImportant && part != "on"))
    }
    func target(_ target: AnswerField.Target) -> QuestionCell.Content {
      let field = AnswerField.target(entity: id, target)
      return .answer(.init(field: field, base: now.value(field)))
    }
    let lines = [
      wrapped(asset.name.text, 36), wrapped(needed, 15), wrapped(first, 34), wrapped(known, 26),
    ].reduce(1, max)
    return QuestionRow(
      key: "\(id) promise", height: Double(lines) * 15 + 5,
      cells: [
        QuestionCell(1, .words(asset.name.text, .label)), QuestionCell(2, .words(needed, .given)),
        QuestionCell(3, .words(first, .given)), QuestionCell(4, target(.rto)),
        QuestionCell(5, target(.rpo)), QuestionCell(6, .words(known, .given)),
        QuestionCell(7, cell("rta")), QuestionCell(8, cell("evidence")),
        QuestionCell(9, cell("on")),
      ])
  }

  /// "2 h (test, 2026-05-30)".
  private func known(_ node: Int) -> String {
    guard let own = maker.compiled.impact.graph.ownTimes[node] else { return "nothing" }
    let basis =
      switch own.basis {
      case .evidence(let evidence): evidence.rawValue
      case .contract: "contract"
      case .plannedWork: "the work as planned"
      case .declared, .assumed: "as declared"
      }
    let on = own.on.map { ", \($0.writtenText)" } ?? ""
    return "\(ImpactWords.time(own.seconds)) (\(basis)\(on))"
  }
}
