import RegisterModel

/// What a cell of a questionnaire asks: a field of an activity or asset.
enum AnswerField: Hashable, Sendable {
  /// The level of impact in a category after a time, which is written as the register writes it.
  case impact(activity: String, category: String, at: String)
  /// A declared target of an activity or asset.
  case target(entity: String, Target)
  /// How many of a role are needed at least, from a time on.
  case staff(activity: String, role: String, from: String)
  /// A part of a need, which is known by its members.
  case need(activity: String, need: String, NeedPart)
  /// The time until a new need is of use.
  case newNeed(activity: String, on: String)
  /// A recovery time that somebody can show: it is there, or it is not.
  case capability(asset: String, rta: String, evidence: String, on: String)
  case note(activity: String)
  /// A cell of an empty row, for what has no row yet.
  case row(entity: String, Row, number: Int, part: String)
  case filledBy
  case filledOn

  enum Target: String, CaseIterable {
    case mtpd, rto, mbco, own, rpo, normal, because
  }

  enum NeedPart: String, CaseIterable {
    case lead, act, lasts, capacity, description
  }

  /// What an empty row is for.
  enum Row: String, CaseIterable {
    case staff, need, capability
  }

  /// The activity or asset; nil where it is of the questionnaire itself.
  var entity: String? {
    switch self {
    case .impact(let id, _, _), .target(let id, _), .staff(let id, _, _), .need(let id, _, _),
      .newNeed(let id, _), .capability(let id, _, _, _), .note(let id), .row(let id, _, _, _):
      id
    case .filledBy, .filledOn: nil
    }
  }

  /// What the cell holds.
  var kind: AnswerKind {
    switch self {
    case .impact(_, let category, _): .level(category)
    case .target(_, .mbco), .need(_, _, .capacity): .share
    case .target(_, .because), .need(_, _, .description), .note: .prose
    case .target, .need, .newNeed: .time
    case .staff: .count
    case .capability, .filledBy: .name
    case .filledOn: .date
    case .row(_, let row, _, let part):
      switch (row, part) {
      case (.staff, "role"): .party
      case (.staff, "atLeast"): .count
      case (.need, "on"): .node
      case (.capability, "evidence"): .evidence
      case (.capability, "on"): .date
      default: .time
      }
    }
  }

  /// The field in the words of the format, for findings.
  var path: String {
    switch self {
    case .impact(_, let category, let at): "impact[\(category),\(at),]/level"
    case .target(_, let target): "targets/\(target.rawValue)"
    case .staff(_, let role, let from): "staff[\(role),\(from)]/atLeast"
    case .need(_, _, .lead), .newNeed: "needs"
    case .need(_, _, let part): "needs/workaround/\(part.rawValue)"
    case .capability: "capability"
    case .note: "note"
    case .row(_, let row, _, _):
      switch row {
      case .staff: "staff"
      case .need: "needs"
      case .capability: "capability"
      }
    case .filledBy: "assessed/by"
    case .filledOn: "assessed/on"
    }
  }

  // MARK: As text

  /// The field as the hidden sheet has it; identifiers and times hold no bar.
  var key: String { parts.joined(separator: "|") }

  private var parts: [String] {
    switch self {
    case .impact(let id, let category, let at): ["impact", id, category, at]
    case .target(let id, let target): ["target", id, target.rawValue]
    case .staff(let id, let role, let from): ["staff", id, role, from]
    case .need(let id, let need, let part): ["need", id, need, part.rawValue]
    case .newNeed(let id, let on): ["newNeed", id, on]
    case .capability(let id, let rta, let evidence, let on): ["capability", id, rta, evidence, on]
    case .note(let id): ["note", id]
    case .row(let id, let row, let number, let part): ["row", id, row.rawValue, "\(number)", part]
    case .filledBy: ["filledBy"]
    case .filledOn: ["filledOn"]
    }
  }

  /// - Returns: nil where the text is no ``key``.
  init?(key: String) {
    let parts = key.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    switch (parts[0], parts.count) {
    case ("impact", 4): self = .impact(activity: parts[1], category: parts[2], at: parts[3])
    case ("target", 3):
      guard let target = Target(rawValue: parts[2]) else { return nil }
      self = .target(entity: parts[1], target)
    case ("staff", 4): self = .staff(activity: parts[1], role: parts[2], from: parts[3])
    case ("need", 4):
      guard let part = NeedPart(rawValue: parts[3]) else { return nil }
      self = .need(activity: parts[1], need: parts[2], part)
    case ("note", 2): self = .note(activity: parts[1])
    case ("row", 5):
      guard let row = Row(rawValue: parts[2]), let number = Int(parts[3]) else { return nil }
      self = .row(entity: parts[1], row, number: number, part: parts[4])
    case ("filledBy", 1): self = .filledBy
    case ("filledOn", 1): self = .filledOn
    default: return nil
    }
  }
}

/// What a cell of a questionnaire holds.
enum AnswerKind: Hashable, Sendable {
  /// A level of an impact category.
  case level(String)
  case time, share, count, date, prose
  /// A name as somebody wrote it.
  case name
  /// A person, role or team of the register.
  case party
  /// An activity or asset of the register.
  case node
  /// What a recovery time rests on.
  case evidence
}
