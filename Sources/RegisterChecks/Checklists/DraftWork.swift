import RegisterAnalysis
import RegisterModel

/// What drafts still need before they can be opened: no rule asks anything of a draft.
enum DraftWork {
  /// - Complexity: O(*n*) in the number of risks.
  static func entries(_ register: CompiledRegister, _ importance: Importance) -> [Checklist.Entry] {
    let drafts = register.register.risks.filter { $0.status == .draft }
    guard !drafts.isEmpty else { return [] }
    let isScored: (Risk) -> Bool = { risk in
      risk.scores.contains { $0.stage == .current && $0.likelihood != nil && !$0.impacts.isEmpty }
    }
    let isDescribed: (Risk) -> Bool = {
      $0.cause != nil && $0.event != nil && $0.consequence != nil
    }
    let isLinked: (Risk) -> Bool = { risk in
      !risk.hazards.isEmpty
        && !(risk.hits.isEmpty && risk.jointHits.isEmpty && risk.threatens.isEmpty)
    }
    let work: [(String, String, String, (Risk) -> Bool)] = [
      (
        "Score the drafts", "only what is judged can be ranked",
        "holdfast set FILE R-001 current --likelihood N --impact money=N --because \"…\"",
        { !isScored($0) }
      ),
      (
        "Say where drafts come from and what they hit",
        "that is how a risk reaches activities, treatments and protocols",
        "holdfast set FILE R-001 hazard+=HAZARD hits+=ASSET --because \"…\"",
        { !isLinked($0) }
      ),
      (
        "Describe the drafts: cause, event, consequence", "a topic can't be scored, an event can",
        "holdfast set FILE R-001 cause=\"…\" event=\"…\" consequence=\"…\" --because \"…\"",
        { !isDescribed($0) }
      ),
      (
        "Give the drafts an owner", "somebody has to answer for each",
        "holdfast set FILE R-001 owner=PARTY --because \"…\"", { $0.owner == nil }
      ),
      (
        "Open the drafts that are complete, or strike them",
        "a draft is in no plan and on nobody's list",
        "holdfast set FILE R-001 status=open --because \"…\"",
        { isScored($0) && isLinked($0) && isDescribed($0) && $0.owner != nil }
      ),
    ]
    return work.compactMap { task, reason, how, isLacking in
      let lacking = drafts.filter(isLacking).map(\.id.text)
      guard !lacking.isEmpty else { return nil }
      return Checklist.Entry(
        task: task, reason: reason, how: how, records: importance.records(lacking), rule: nil)
    }
  }
}
