import ImpactAnalysis
import RegisterAnalysis
import RegisterModel
import Spreadsheets

/// The sheet of an activity: what it is, how bad its disruption gets, by when it must be back, and what it
/// needs.
struct ActivitySheet {
  /// The last column: that of remarks.
  private static let last = 7
  /// Rows for people and needs that have none yet.
  private static let emptyRows = 2

  let maker: QuestionFormMaker
  let place: Int

  private var activity: Activity { maker.compiled.register.activities[place] }
  private var id: String { activity.id.text }
  private var now: AnswerRegister { AnswerRegister(maker.compiled.register) }

  func sheet(_ title: String) -> QuestionSheet {
    var sheet = QuestionSheet(title: title, widths: [36, 15, 15, 15, 15, 15, 34])
    sheet.add(activity.name.text, .title, height: 28)
    for text in about { sheet.add(text, .quiet) }
    let register = now
    addImpacts(to: &sheet, register)
    addTargets(to: &sheet, register)
    addStaff(to: &sheet, register)
    addNeeds(to: &sheet, register)
    sheet.section("Anything else that we should know")
    let note = register.value(.note(activity: id))
    sheet.rows.append(
      QuestionRow(
        key: "\(id) note", height: max(45, Double(wrapped(note ?? "", 130)) * 15 + 4),
        cells: [
          QuestionCell(1, to: Self.last, .answer(.init(field: .note(activity: id), base: note)))
        ]))
    return sheet
  }

  private var about: [String] {
    var texts: [String] = []
    if let description = activity.description { texts.append(description.line) }
    let supports = activity.supports.map {
      maker.words.name(of: $0.ref.text) ?? $0.ref.text
    }
    if !supports.isEmpty { texts.append("It supports: \(supports.joined(separator: ", ")).") }
    if let volume = activity.volume {
      texts.append(
        "In normal times: \(volume.amount.writtenText) \(volume.unit?.text ?? "units") in "
          + "\(TimeWords.words(volume.per)).")
    }
    return texts
  }

  private func answer(_ field: AnswerField, _ register: AnswerRegister, important: Bool = false)
    -> QuestionCell.Content
  {
    .answer(.init(field: field, base: register.value(field), isImportant: important))
  }

  // MARK: Impact

  private func addImpacts(to sheet: inout QuestionSheet, _ register: AnswerRegister) {
    guard let criteria = maker.compiled.register.criteria, !criteria.impacts.isEmpty else { return }
    sheet.section("1  How bad does it get, the longer it is down?")
    let times = maker.horizons
    var heading = QuestionRow(
      height: 18, cells: [QuestionCell(1, .words("Kind of harm", .heading))])
    for (index, time) in times.enumerated() {
      heading.cells.append(
        QuestionCell(2 + index, .words("after \(TimeWords.words(time))", .heading)))
    }
    let others = criteria.impacts.map { self.others($0, except: times) }
    let hasOthers = others.contains { !$0.isEmpty }
    if hasOthers {
      heading.cells.append(QuestionCell(Self.last, .words("Also judged", .heading)))
    }
    sheet.rows.append(heading)
    for (category, other) in zip(criteria.impacts, others) {
      let name = category.name?.text ?? category.category.text
      var row = QuestionRow(
        key: "\(id) impact \(category.category.text)",
        height: Double(max(wrapped(other, 34), wrapped(name, 36))) * 15 + 5,
        cells: [QuestionCell(1, .words(name, .label))])
      for (index, time) in times.enumerated() {
        let isImportant = maker.isImportant(place) { question in
          guard case .impact(category.category, nil, let at) = question else { return false }
          return at.contains(time)
        }
        row.cells.append(
          QuestionCell(
            2 + index,
            answer(
              .impact(activity: id, category: category.category.text, at: time.writtenText),
              register, important: isImportant)))
      }
      if hasOthers { row.cells.append(QuestionCell(Self.last, .words(other, .given))) }
      sheet.rows.append(row)
    }
  }

  /// What is judged at other times, or in windows, for which there is no column.
  private func others(_ category: ImpactCategory, except times: [ElapsedTime]) -> String {
    let scales = RegisterScales(maker.compiled.register)
    return activity.impacts.filter {
      $0.category == category.category && ($0.window != nil || !times.contains($0.at))
    }.compactMap { impact in
      impact.level.map { level in
        let window = impact.window.map { "\(maker.impactWords.name(ofWindow: $0)), " } ?? ""
        return "\(window)\(TimeWords.words(impact.at)): "
          + scales.shown("\(level.rank)", .impact(category.category.text))
      }
    }.joined(separator: "; ")
  }

  // MARK: Targets

  private func addTargets(to sheet: inout QuestionSheet, _ register: AnswerRegister) {
    sheet.section("2  By when must it be back?")
    let derived = ImpactWords.interval(maker.compiled.impact.disruptions[place].period)
    var questions: [(AnswerField.Target, String, String)] = [
      (
        .mtpd, "How long it may be down at most",
        "Beyond that the harm can't be borne (MTPD)."
          + (activity.impacts.isEmpty ? "" : " From what was said in part 1 follows: \(derived).")
      ),
      (
        .rto, "It must be back within",
        "At its minimum level (RTO). Shorter than the time above, so that there is something to spare."
      ),
      (.mbco, "Minimum level to begin with", "As a share of normal, such as 50 % (MBCO)."),
      (
        .own, "Your own time to start again",
        "Once all that you need is there: logging in, catching up, opening rooms."
      ),
      (.normal, "Back to normal within", "With the backlog worked off."),
    ]
    if activity.usesData != false {
      questions.insert(
        (
          .rpo, "Work you can afford to lose",
          "How far back the data may be that you get back (RPO), such as 15 min."
        ), at: 4)
    }
    for (target, question, meaning) in questions {
      let isImportant = maker.isImportant(place) { blank in
        switch (target, blank) {
        case (.mtpd, .tolerablePeriod), (.rto, .objective), (.own, .ownTime),
          (.mbco, .minimumLevel):
          true
        default: false
        }
      }
      sheet.rows.append(
        QuestionRow(
          key: "\(id) \(target.rawValue)", height: Double(wrapped(meaning, 94)) * 15 + 5,
          cells: [
            QuestionCell(1, .words(question, .label)),
            QuestionCell(
              2, answer(.target(entity: id, target), register, important: isImportant)),
            QuestionCell(3, to: Self.last, .words(meaning, .quiet)),
          ]))
    }
    let because = register.value(.target(entity: id, .because))
    sheet.rows.append(
      QuestionRow(
        key: "\(id) because", height: max(33, Double(wrapped(because ?? "", 105)) * 15 + 4),
        cells: [
          QuestionCell(1, .words("Why these times", .label)),
          QuestionCell(2, to: Self.last, answer(.target(entity: id, .because), register)),
        ]))
  }

  // MARK: People

  private func addStaff(to sheet: inout QuestionSheet, _ register: AnswerRegister) {
    sheet.section("3  How many people does it need at least?")
    sheet.rows.append(
      QuestionRow(
        height: 18,
        cells: [
          QuestionCell(1, .words("Who", .heading)), QuestionCell(2, .words("from", .heading)),
          QuestionCell(3, .words("at least", .heading)),
        ]))
    for staff in activity.staffing {
      let from = staff.from.seconds == 0 ? "the start" : "\(TimeWords.words(staff.from)) on"
      sheet.rows.append(
        QuestionRow(
          key: "\(id) staff \(staff.role.text) \(staff.from.writtenText)", height: 18,
          cells: [
            QuestionCell(1, .words(maker.name(of: staff.role), .label)),
            QuestionCell(2, .words(from, .given)),
            QuestionCell(
              3,
              answer(
                .staff(activity: id, role: staff.role.text, from: staff.from.writtenText), register)
            ),
          ]))
    }
    addEmptyRows(.staff, [(1, "role"), (2, "from"), (3, "atLeast")], to: &sheet)
  }

  private func addEmptyRows(
    _ row: AnswerField.Row, _ parts: [(column: Int, part: String)], to sheet: inout QuestionSheet
  ) {
    for number in 1...Self.emptyRows {
      sheet.rows.append(
        QuestionRow(
          key: "\(id) \(row.rawValue) \(number)", height: 18,
          cells: parts.map { part in
            QuestionCell(
              part.column,
              .answer(
                .init(
                  field: .row(entity: id, row, number: number, part: part.part), base: nil,
                  prompt: part.column == 1 ? "Choose one that is missing above." : nil)))
          }))
    }
  }

  // MARK: Needs

  private func addNeeds(to sheet: inout QuestionSheet, _ register: AnswerRegister) {
    sheet.section("4  What does it need, and how can you do without for a while?")
    let headings = [
      "What", "so it must be back within", "of use to you after", "without it: starts after",
      "lasts", "reaches (of normal)", "what you do without it",
    ]
    sheet.rows.append(
      QuestionRow(
        height: 33,
        cells: headings.enumerated().map { QuestionCell($0 + 1, .words($1, .heading)) }))
    let keys = NeedKeys(activity.needs).keys
    for (index, need) in activity.needs.enumerated() {
      let label = label(need)
      let description = need.workaround?.description?.line ?? ""
      let parts: [AnswerField.NeedPart] = [.lead, .act, .lasts, .capacity, .description]
      sheet.rows.append(
        QuestionRow(
          key: "\(id) need \(keys[index])",
          height: Double(max(wrapped(label, 36), wrapped(description, 34))) * 15 + 5,
          cells: [
            QuestionCell(1, .words(label, .label)),
            QuestionCell(2, .words(required(index), .given)),
          ]
            + parts.enumerated().map { offset, part in
              QuestionCell(
                3 + offset, answer(.need(activity: id, need: keys[index], part), register))
            }))
    }
    addEmptyRows(.need, [(1, "on"), (3, "lead")], to: &sheet)
  }

  private func required(_ need: Int) -> String {
    guard let seconds = maker.compiled.impact.graph.requirement(ofNeed: need, of: place) else {
      return "not known"
    }
    if seconds >= TimeBounds.never { return "any time" }
    return seconds < 0 ? "too late even at once" : ImpactWords.time(seconds)
  }

  /// "Power: S-power Essential supply", "A place: one of …".
  private func label(_ need: Need) -> String {
    let names = need.members.map { member in
      maker.words.name(of: member.ref.text) ?? member.ref.text
    }
    let count = need.atLeast.map { Int($0.value) } ?? names.count
    let choice = count < names.count ? (count == 1 ? "one of " : "\(count) of ") : ""
    let list = Plural.list(names, count < names.count ? "or" : "and")
    return (need.name.map { "\($0.text): " } ?? "") + choice + list
  }
}

extension QuestionSheet {
  mutating func section(_ text: String) {
    rows.append(QuestionRow(height: 9))
    add(text, .section, height: 20)
  }
}
