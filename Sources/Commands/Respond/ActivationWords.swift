import ImpactAnalysis
import RegisterAnalysis
import RegisterModel
import ResponsePlanning

/// What an activation is about, in the words of people.
struct ActivationWords {
  let compiled: CompiledRegister
  let now: Moment

  init(_ compiled: CompiledRegister, at now: Moment) {
    self.compiled = compiled
    self.now = now
  }

  private var conditions: ConditionWords { ConditionWords(compiled) }

  func label<Subject>(_ id: Identifier<Subject>) -> String { conditions.label(id.text) }

  /// "level 2 'Hospital on paper'".
  func level(_ number: Level<ActivationScale>, of planned: ResponseProtocol?) -> String {
    let name = planned?.levels.first { $0.number == number }?.name
    return "level \(number.rank)\(name.map { " '\($0)'" } ?? "")"
  }

  /// "18:05" on the day of the moment that it is for, "Sat 18:05" in the week after, else "Fri 2026-12-04 18:05".
  func clock(_ seconds: Int64) -> String {
    let zone = compiled.impact.calendars.zone ?? .utc
    guard let moment = zone.moment(at: seconds) else { return "" }
    let text = ImpactWords.moment(moment)
    guard let today = zone.moment(at: now.secondsSince1970)?.localDate else { return text }
    let days = moment.localDate.dayNumber - today.dayNumber
    if days == 0 { return String(text.suffix(5)) }
    return (1...6).contains(days) ? "\(text.prefix(3)) \(text.suffix(5))" : text
  }

  /// "in 35 min", "25 min ago", "now".
  func distance(_ seconds: Int64) -> String {
    let gap = seconds - now.secondsSince1970
    if gap == 0 { return "now" }
    return gap > 0 ? "in \(DateText.brief(gap))" : "\(DateText.brief(-gap)) ago"
  }

  /// What is to be done next: who is to be told, which tasks can begin, which decisions are needed.
  func next(_ state: ActivationState) -> [String] {
    guard state.phase == .active, let planned = state.planned else { return [] }
    var lines: [String] = []
    let silent = state.unanswered(in: compiled.register)
    if !silent.isEmpty {
      lines.append("not answered yet: \(Plural.list(silent.map(\.text)))")
    }
    for task in state.tasks where task.progress == .gated {
      lines.append(
        "decision needed before \(task.task.id) '\(task.task.name)': \(task.task.gate?.text ?? "")")
    }
    let ready = state.tasks.filter { $0.progress == .ready }
    if !ready.isEmpty {
      lines.append(
        "can begin: \(Plural.list(ready.map { "\($0.task.id) '\($0.task.name)'\(who($0.task))" }))")
    }
    if let next = state.nextUpdate {
      let isLate = next < now.secondsSince1970
      lines.append("next word to those concerned: \(isLate ? "was due " : "")\(clock(next))")
    }
    if state.tasks.allSatisfy({ $0.finished != nil || $0.progress == .aside }),
      !planned.tasks.isEmpty
    {
      lines.append("all tasks are done; stand down when the conditions are met")
    }
    return lines
  }

  private func who(_ task: RecoveryTask) -> String { task.role.map { " (\($0))" } ?? "" }

  /// A trigger by its name, else by its condition.
  func trigger(_ state: TriggerState) -> String {
    if let name = state.trigger.name { return "'\(name)'" }
    guard state.place == nil else { return conditions.text(state.condition.condition) }
    return
      "'recommended default' for \(state.condition.condition.subjects.first ?? "")"
  }

  /// Why a trigger holds, or what is missing to know: "S-ehr 'Record' is down for 30 min".
  func reason(_ state: TriggerState) -> String {
    let at = now.secondsSince1970
    switch state.value(at: now) {
    case .yes:
      let decisive =
        state.condition.course.value(at: at) == .yes
        ? state.condition.decisive(at: at).map { conditions.text($0.condition) }
        : ["what would put it off again has not held long enough"]
      return Plural.list(unique(decisive))
    case .unknown: return Plural.list(unique(state.condition.open(at: at).compactMap(\.missing)))
    case .no:
      return Plural.list(
        unique(state.condition.decisive(at: at).map { "not so: " + conditions.text($0.condition) }))
    }
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  /// Whether somebody is a role, holds it or stands in for it.
  func holds(_ person: Identifier<Party>, _ role: Identifier<Party>) -> Bool {
    guard person != role else { return true }
    guard let place = compiled.parties[role] else { return false }
    let party = compiled.register.parties[place]
    return (party.holders + party.deputies).contains { $0.ref == person }
  }

  /// Whether a person may declare a level: who has the authority for it or a higher one, holds such a role or stands
  /// in for it.
  func mayDeclare(
    _ person: Identifier<Party>, as role: Identifier<Party>?, _ level: Level<ActivationScale>,
    of planned: ResponseProtocol
  ) -> Bool {
    let register = compiled.register
    let authorities = planned.levels.filter { $0.number >= level }.flatMap(\.authorities).map(\.ref)
    return authorities.contains { authority in
      if authority == person || authority == role { return true }
      guard let place = compiled.parties[authority] else { return false }
      let party = register.parties[place]
      return (party.holders + party.deputies).contains { $0.ref == person }
    }
  }
}
