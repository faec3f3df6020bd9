import RegisterModel

/// The headings of columns in words.
enum Headings {
  private static let words: [String: String] = [
    "id": "Identifier", "mtpd": "MTPD", "rto": "RTO", "rpo": "RPO", "mbco": "MBCO",
    "mbcoVolume": "MBCO as a volume", "rta": "RTA", "rpa": "RPA", "lei": "LEI", "lang": "Language",
    "p95": "95th percentile", "because": "Why", "by": "By", "on": "On", "hazard": "Hazards",
    "holder": "Holders", "deputy": "Deputies", "tag": "Tags", "covers": "Covers",
    "beta": "Beta factor",
    "reviewEvery": "Review every", "createdBy": "Created by", "changedBy": "Changed by",
    "usesData": "Uses data", "atLeast": "At least", "own": "Time of own work",
    "normal": "Back to normal",
    "participant": "Participants", "protocol": "Protocols", "realises": "Risks realised",
    "set": "Criteria made from", "scope": "Extent of the file", "cap": "Capped",
    "scopeStatement": "Scope", "ref": "What", "control": "Controls",
  ]

  /// Words that depend on the form they stand in.
  private static let formWords: [String: String] = [
    "need on": "Members", "hit ref": "Asset or activity", "treatedRisk ref": "Risk",
    "controlUse ref": "Control", "occupation ref": "Resource",
    "jointHit on": "Assets or activities",
    "protocolUse protocol": "Protocol", "activation protocol": "Protocol",
    "acceptance risk": "Risk",
    "impactCategory category": "Token", "task after": "After", "task check": "Checklist",
    "action from": "From", "suppression ref": "About", "hazard group": "Group",
    "activity volume": "Volume",
  ]

  static func heading(_ label: String, of form: Form, after prefix: String) -> String {
    let word = formWords["\(form.name) \(label)"] ?? words[label] ?? split(label)
    if prefix.isEmpty { return word }
    return prefix
      + (isName(word) ? " \(word)" : " \(word.prefix(1).lowercased())\(word.dropFirst())")
  }

  /// What comes before the headings of the values of a part: nothing where they speak for themselves.
  static func prefix(_ label: String, of form: Form, after prefix: String) -> String {
    let word =
      switch label {
      case "targets", "criteria", "standDown":
        prefix.isEmpty && label != "standDown" ? "" : split(label)
      default: words[label] ?? split(label)
      }
    if prefix.isEmpty || word.isEmpty { return prefix + word }
    return prefix + " " + (isName(word) ? word : word.prefix(1).lowercased() + word.dropFirst())
  }

  static func stage(_ stage: String, _ form: String) -> String {
    let word = stage.prefix(1).uppercased() + stage.dropFirst()
    return form == "estimate" ? "\(word) estimate:" : word
  }

  /// Whether the program or an administrator writes it, and a planner seldom looks.
  static func isBookkeeping(_ label: String) -> Bool {
    ["revision", "created", "createdBy", "changed", "changedBy", "marking", "tag"].contains(label)
  }

  private static func isName(_ word: String) -> Bool {
    word.dropFirst().first?.isUppercase ?? false
  }

  /// `onsetLead` as "Onset lead".
  static func split(_ label: String) -> String {
    var text = ""
    for character in label {
      if character.isUppercase { text += " " }
      text += text.isEmpty ? character.uppercased() : character.lowercased()
    }
    return text
  }
}
