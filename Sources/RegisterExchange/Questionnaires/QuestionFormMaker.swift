import ImpactAnalysis
import RegisterAnalysis
import RegisterModel
import Spreadsheets

/// Makes the questionnaire of one department of a register.
struct QuestionFormMaker {
  let compiled: CompiledRegister
  let owner: Identifier<Party>
  let due: CalendarDate?
  let words: RegisterNames
  let impactWords: ImpactWords
  let horizons: [ElapsedTime]
  let blanks: [ImpactBlank]

  private var register: Register { compiled.register }

  init(_ compiled: CompiledRegister, owner: Identifier<Party>, due: CalendarDate?) {
    self.compiled = compiled
    self.owner = owner
    self.due = due
    words = RegisterNames(compiled.register)
    impactWords = ImpactWords(compiled.impact)
    horizons = QuestionHorizons.times(of: compiled.register.criteria)
    let impact = compiled.impact
    let register = compiled.register
    let activities = register.activities.indices.filter { register.activities[$0].owner == owner }
    let assets = register.assets.indices.filter { register.assets[$0].owner == owner }
      .map { $0 + register.activities.count }
    blanks = ImpactBlank.all(register, impact.graph, of: activities + assets) {
      impact.disruptions[$0]
    }
  }

  /// The activities of the department, by their places.
  var activities: [Int] {
    register.activities.indices.filter { register.activities[$0].owner == owner }
  }

  /// Its assets, by their places.
  var assets: [Int] { register.assets.indices.filter { register.assets[$0].owner == owner } }

  func form() -> QuestionForm {
    var form = QuestionForm(owner: owner)
    form.scales = (register.criteria?.impacts ?? []).map {
      ($0.category.text, $0.levels.map(\.name.text))
    }
    var titles = SheetTitles()
    let start = titles.title("Start here")
    let places = activities.map { place in
      (place, titles.title(register.activities[place].id.text))
    }
    let promises = titles.title("What you promise")
    var sheetOfNode: [Int: String] = [:]
    for (place, title) in places { sheetOfNode[place] = title }
    for place in assets { sheetOfNode[place + register.activities.count] = promises }
    form.sheets.append(StartSheet(maker: self, sheetOfNode: sheetOfNode).sheet(start))
    for (place, title) in places {
      form.sheets.append(ActivitySheet(maker: self, place: place).sheet(title))
    }
    if !assets.isEmpty { form.sheets.append(PromiseSheet(maker: self).sheet(promises)) }
    if !activities.isEmpty, register.criteria?.impacts.isEmpty == false {
      form.sheets.append(ScaleSheet(maker: self).sheet(titles.title("Scales")))
    }
    form.leaveOutLongTexts()
    return form
  }

  /// Whether a blank of some node is one of those that are listed first.
  func isImportant(_ node: Int, _ matches: (ImpactBlank.Question) -> Bool) -> Bool {
    blanks.prefix(StartSheet.most).contains { $0.node == node && matches($0.question) }
  }

  func name(of party: Identifier<Party>) -> String { words.name(of: party.text) ?? party.text }
}

/// Titles that a workbook takes: short, of few characters, each once.
private struct SheetTitles {
  private var taken: Set<String> = ["questionnaire", "lists"]

  mutating func title(_ text: String) -> String {
    let plain = String(text.filter { !"[]:*?/\\'".contains($0) })
    var title = String(plain.prefix(31))
    var number = 1
    while !taken.insert(title.lowercased()).inserted {
      number += 1
      title = "\(plain.prefix(27))~\(number)"
    }
    return title
  }
}

/// What a blank asks, in words.
struct BlankWords {
  let maker: QuestionFormMaker

  /// "by when it must be back (RTO)".
  func question(_ blank: ImpactBlank) -> String {
    switch blank.question {
    case .objective: return "by when it must be back (RTO)"
    case .tolerablePeriod: return "how long it may be down at most (MTPD)"
    case .ownTime: return "how long it takes itself, once all that it needs is there"
    case .minimumLevel: return "the minimum level at first (MBCO)"
    case .impact(let category, let window, let at):
      let times =
        at.prefix(3).map(TimeWords.words).joined(separator: ", ") + (at.count > 3 ? " …" : "")
      let when = window.map { " in \(maker.impactWords.name(ofWindow: $0))" } ?? ""
      return "\(maker.impactWords.name(of: category)) after \(times)\(when)"
    }
  }

  /// "26 activities and assets wait for it".
  func weight(_ blank: ImpactBlank) -> String {
    switch blank.influence {
    case 1: "nothing else waits for it"
    case ImpactBlank.limit...: "\(ImpactBlank.limit) activities and assets or more wait for it"
    default: "\(blank.influence) activities and assets wait for it"
    }
  }

  func line(_ blank: ImpactBlank) -> String {
    "\(maker.impactWords.label(blank.node)): \(question(blank))"
  }
}
