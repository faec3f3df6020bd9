import RegisterAnalysis
import RegisterModel
import RiskScoring

/// What waits for somebody to decide, most pressing first.
struct Decisions {
  let context: ReportContext
  let deadlines: Deadlines

  init(_ context: ReportContext, _ deadlines: Deadlines) {
    self.context = context
    self.deadlines = deadlines
  }

  var items: [[Inline]] {
    [excess, lapsed, ending, incomplete, proposed, late, unassessed, unowned].compactMap { $0 }
  }

  private var register: Register { context.register }

  private var excess: [Inline]? {
    let risks = deadlines.unacceptedExcess
    guard !risks.isEmpty else { return nil }
    return [.strong("Treat, or accept in writing for a time: ")]
      + context.links(toRisks: risks, most: 6)
  }

  private var lapsed: [Inline]? {
    acceptances(deadlines.lapsedAcceptances, "Renew, or treat the risk: ") { acceptance in
      acceptance.until.map { "ran out \(DateText.day($0))" }
    }
  }

  private var ending: [Inline]? {
    acceptances(deadlines.endingAcceptances, "Renew, or let end: ") { acceptance in
      acceptance.until.map { "ends \(context.day($0))" }
    }
  }

  private var incomplete: [Inline]? {
    acceptances(
      deadlines.incompleteAcceptances, "Complete, for they accept nothing as they are: "
    ) { acceptance in
      "lacks " + Plural.list(acceptance.missingParts.map(AcceptanceWords.text))
    }
  }

  private func acceptances(
    _ places: [Int], _ task: String, _ about: (Acceptance) -> String?
  ) -> [Inline]? {
    guard !places.isEmpty else { return nil }
    var text: [Inline] = [.strong(task)]
    for (place, index) in places.prefix(3).enumerated() {
      let acceptance = register.acceptances[index]
      text += [
        .text((place > 0 ? "; " : "") + "the acceptance \(acceptance.id) of "),
        context.link(to: acceptance.risk),
      ]
      if let about = about(acceptance) { text.append(.text(", which \(about)")) }
    }
    if places.count > 3 { text.append(.text(" and \(places.count - 3) more")) }
    return text
  }

  private var proposed: [Inline]? {
    let places = register.treatments.indices.filter { register.treatments[$0].status == .proposed }
    return treatments(places, "Approve or turn down: ") { treatment in
      treatment.cost.map { AmountText.unbroken($0, in: context.currency) }
    }
  }

  private var late: [Inline]? {
    treatments(deadlines.lateTreatments, "Set a new day, or give more means: ") { treatment in
      treatment.due.map { "due \(DateText.day($0))" }
    }
  }

  private func treatments(
    _ places: [Int], _ task: String, _ about: (Treatment) -> String?
  ) -> [Inline]? {
    guard !places.isEmpty else { return nil }
    var text: [Inline] = [.strong(task)]
    for (place, index) in places.prefix(3).enumerated() {
      let treatment = register.treatments[index]
      text += [
        .text((place > 0 ? "; " : "") + "\(treatment.id) "), .said(treatment.name.text),
      ]
      if let about = about(treatment) { text.append(.text(" (\(about))")) }
    }
    if places.count > 3 { text.append(.text(" and \(places.count - 3) more")) }
    return text
  }

  private var unassessed: [Inline]? {
    let risks = context.order.notAssessed
    guard !risks.isEmpty else { return nil }
    return [.strong("Have assessed: ")] + context.links(toRisks: risks, most: 6)
  }

  private var unowned: [Inline]? {
    let risks = register.risks.indices.filter {
      register.risks[$0].owner == nil && register.risks[$0].status != .closed
    }
    guard !risks.isEmpty else { return nil }
    return [.strong("Name who answers for: ")] + context.links(toRisks: risks, most: 6)
  }
}
