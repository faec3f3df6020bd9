public import RegisterAnalysis
public import RegisterModel

/// No risk is there twice under two identifiers.
///
/// Two risks are likely duplicates if they come from a hazard in common, hit or threaten something in common,
/// and say nearly the same: their titles, or their events, agree in four words out of five. Case, endings in
/// "s" and, in English, words like "the" and "of" don't count; texts that name different numbers never agree.
/// Drafts count, since workshops make duplicates; closed risks don't. Each pair is named once, at the later
/// of the two.
///
/// So that a million risks can be compared, a risk is looked up by its first 16 pairs of hazard and hit, and
/// among more than 64 risks with the same pair only with its 32 neighbours in the order of their titles.
/// Duplicates are counted and summed twice, and their owners treat them past each other. Merge the two, and
/// close one with a note, or word them so that the difference can be seen.
public struct LikelyDuplicate: RegisterCheck {
  public static let rule = Rule(
    "RSK-017", .info, "Likely duplicate", [.iso31000("6.4.2")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    var search = DuplicateSearch(
      register.register.risks, inEnglish: register.register.language.isEnglish)
    let pairs = search.pairs()
    var findings: [Finding] = []
    var start = 0
    while start < pairs.count {
      let end = pairs[start...].firstIndex { $0.later != pairs[start].later } ?? pairs.count
      findings.append(Self.duplicate(pairs[start..<end], in: register.register.risks))
      start = end
    }
    return findings
  }

  private static func duplicate(_ pairs: ArraySlice<DuplicateSearch.Pair>, in risks: [Risk])
    -> Finding
  {
    let later = risks[pairs[pairs.startIndex].later]
    let others = pairs.map { "\(risks[$0.earlier].id) '\(risks[$0.earlier].title)'" }
    return rule.finding(
      later.id.text, pairs[pairs.startIndex].isByTitle ? "title" : "event",
      "'\(later.title)' says nearly the same as \(Wording.someOf(others))",
      hint: "merge them and close one, or word them so that the difference can be seen")
  }
}
