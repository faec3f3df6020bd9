import RegisterAnalysis
import RegisterModel

/// Which protocols were exercised when, what is planned and due, what was measured, and whether what was found is
/// mended.
struct ExercisesSection {
  let context: ReportContext
  private let programme: ExerciseProgramme
  private let words: ExerciseWords

  init(_ context: ReportContext) {
    self.context = context
    programme = ExerciseProgramme(context.compiled)
    words = ExerciseWords(context.register)
  }

  private var register: Register { context.register }
  private var exercises: [Exercise] { register.exercises }

  /// The exercises that were held, the last first.
  private var held: [Int] {
    exercises.indices.filter { exercises[$0].isHeld(by: context.today) }
      .stableSorted { -Int(exercises[$0].on?.dayNumber ?? 0) }
  }

  private var planned: [Int] {
    exercises.indices.filter {
      !exercises[$0].isHeld(by: context.today) && exercises[$0].nextDay != nil
    }.stableSorted { Int(exercises[$0].nextDay?.dayNumber ?? 0) }
  }

  var blocks: [Block] {
    [.text(summary)] + [figure].compactMap(\.self)
      + (register.protocols.isEmpty ? [] : [programmeTable])
      + (exercises.isEmpty ? [] : [exerciseTable])
      + [measuredTable, ExerciseFindingsTable(context, held).block].compactMap(\.self)
  }

  private var summary: String {
    guard !programme.entries.isEmpty else { return "There are no protocols to exercise." }
    let counts = ExerciseProgramme.State.allCases.compactMap { state -> String? in
      let count = programme.entries.count { $0.state == state }
      return count == 0 ? nil : "\(count) \(ExerciseWords.text(state))"
    }
    let missing = programme.entries.count {
      $0.isForPrioritised && ($0.state == .never || $0.state == .overdue)
    }
    let due =
      missing == 0
      ? "Every protocol for something prioritised was exercised within twelve months."
      : "\(Plural.count(missing, "protocol").capitalisedFirst) for something prioritised "
        + "\(missing == 1 ? "was" : "were") not exercised within twelve months."
    return
      "\(Plural.count(programme.entries.count, "protocol").capitalisedFirst): \(Plural.list(counts)). \(due) "
      + "\(Plural.count(planned.count, "exercise").capitalisedFirst) \(planned.count == 1 ? "is" : "are") planned."
  }

  // MARK: The programme

  private func tone(_ entry: ExerciseProgramme.Entry) -> Tone {
    switch entry.state {
    case .never: entry.isForPrioritised ? .bad : .unknown
    case .overdue: .bad
    case .dueSoon: .caution
    case .inTime: .good
    }
  }

  private var figure: Block? {
    let dated = programme.entries.filter { $0.due != nil }
      .stableSorted { Int($0.due?.dayNumber ?? .max) }
    let spans = dated.compactMap { entry -> TimelineFigure.Span? in
      guard let due = entry.due else { return nil }
      let subject = register.protocols[entry.place]
      return TimelineFigure.Span(
        label: "\(subject.id) \(subject.name)", start: entry.last, end: due,
        note: entry.state == .overdue
          ? "\(DateText.distance(due, from: context.today)), overdue" : DateText.day(due),
        tone: entry.state == .inTime ? .neutral : tone(entry))
    }
    guard !spans.isEmpty else { return nil }
    let shown = min(spans.count, TimelineFigure.most)
    return .figure(
      Figure(
        .timeline(TimelineFigure(today: context.today, spans).chart),
        title: "Protocols due for an exercise",
        summary: (shown < spans.count ? "The \(shown) due first, of \(spans.count): from" : "From")
          + " the last exercise to the day by which the next is due. A square is overdue, a triangle is due within "
          + "\(ExerciseProgramme.soonDays) days, a circle later.",
        alternative: nil))
  }

  private var programmeTable: Block {
    let order = programme.entries.stableSorted { entry -> Int in
      switch entry.state {
      case .never: entry.isForPrioritised ? Int.min : Int.max
      case .overdue, .dueSoon, .inTime: Int(entry.due?.dayNumber ?? .max)
      }
    }
    let (context, exercises) = (context, exercises)
    let rows = order.map { entry -> Table.Row in
      let subject = context.register.protocols[entry.place]
      var last: [Inline] = ["never"]
      if let place = entry.held.first, let day = entry.last {
        let exercise = exercises[place]
        last = [
          .text("\(DateText.day(day)), "), .code(exercise.id.text),
          .text(" (\(ExerciseWords.kind(exercise.kind)))"),
        ]
      }
      let next = entry.planned.first.map { exercises[$0] }
      return .cells([
        [.text("\(subject.id) "), .said(subject.name.text)], last,
        [.badge(ExerciseWords.text(entry.state), tone(entry))],
        [.text(entry.due.map { DateText.day($0) } ?? (entry.isForPrioritised ? "now" : "–"))],
        next.flatMap { exercise in
          exercise.nextDay.map { [.text("\(DateText.day($0)), "), .code(exercise.id.text)] }
        } ?? ["nothing planned"],
        [context.party(subject.owner)],
      ])
    }
    return .table(
      Table(
        caption: ["The programme, what is due first at the top"],
        columns: [
          .init("Protocol", isRowHeader: true), .init("Last exercised"), .init("State"),
          .init("Due"), .init("Planned"), .init("Owner"),
        ], rows: Series(rows)))
  }

  // MARK: Exercises

  private var exerciseTable: Block {
    let rows = (planned + held).map { place -> Table.Row in
      let exercise = exercises[place]
      let isHeld = exercise.isHeld(by: context.today)
      let times = ExerciseComparison.all(of: exercise, in: context.compiled)
      let late = times.count { ($0.excess ?? 0) > 0 }
      var result: [Inline] = [.badge("planned", .neutral)]
      if isHeld { result = [.badge(ExerciseWords.text(exercise.result), tone(exercise.result))] }
      return .cells([
        [.text("\(exercise.id) "), .said(exercise.name.text)],
        [.text(exercise.nextOrHeld.map(DateText.day) ?? "–")],
        [.text(ExerciseWords.kind(exercise.kind))], result,
        [.text(exercise.exercised.map(\.ref.text).joined(separator: ", "))],
        [
          .text(
            !isHeld
              ? "–"
              : times.isEmpty
                ? "none" : "\(times.count)" + (late > 0 ? ", \(late) too long" : ""))
        ],
        [.text(isHeld ? "\(exercise.findings.count)" : "–")],
      ])
    }
    return .table(
      Table(
        caption: [
          "Exercises, planned ones first, then the last; times are those that were measured, and how many took longer than planned"
        ],
        columns: [
          .init("Exercise", isRowHeader: true), .init("Day"), .init("Kind"), .init("Result"),
          .init("Protocols"), .init("Times"), .init("Findings", .trailing),
        ], rows: Series(rows)))
  }

  private func tone(_ result: Exercise.Result?) -> Tone {
    switch result {
    case .passed?: .good
    case .partly?: .caution
    case .failed?: .bad
    case nil: .unknown
    }
  }

  /// What was measured within the last twelve months, beside what is planned.
  private var measuredTable: Block? {
    var rows: [Table.Row] = []
    for place in held {
      let exercise = exercises[place]
      let times = ExerciseComparison.all(of: exercise, in: context.compiled)
      guard !times.isEmpty, let on = exercise.on,
        on.adding(ExerciseProgramme.interval).map({ $0 >= context.today }) ?? true
      else { continue }
      rows.append(
        .group([
          .text("\(exercise.id) "), .said(exercise.name.text), .text(", \(DateText.day(on))"),
        ]))
      rows += times.map { time in
        .cells([
          [.said(words.subject(time.subject).capitalisedFirst)],
          [.text(DateText.brief(time.measured))],
          [.text(time.planned.map { DateText.brief($0) } ?? "not planned")], difference(time),
        ])
      }
    }
    guard !rows.isEmpty else { return nil }
    return .table(
      Table(
        caption: ["What was measured within twelve months, against what is planned"],
        columns: [
          .init("What", isRowHeader: true), .init("Measured", .trailing),
          .init("Planned", .trailing), .init("Difference"),
        ], rows: Series(rows)))
  }

  private func difference(_ time: ExerciseComparison) -> [Inline] {
    guard let excess = time.excess else { return ["–"] }
    if excess == 0 { return [.badge("as planned", .good)] }
    return excess > 0
      ? [.badge("\(DateText.brief(excess)) longer", .bad)]
      : [.badge("\(DateText.brief(-excess)) less", .good)]
  }
}

extension Exercise {
  fileprivate var nextOrHeld: CalendarDate? { on ?? planned }
}
