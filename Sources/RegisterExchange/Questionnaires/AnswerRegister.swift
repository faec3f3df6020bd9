import RegisterModel

/// The activities and assets of a register, to look answers up in and to write them to.
struct AnswerRegister {
  private(set) var register: Register
  private let activities: [String: Int]
  private let assets: [String: Int]

  /// - Complexity: O(n) in the number of activities and assets.
  init(_ register: Register) {
    self.register = register
    activities = Dictionary(
      uniqueKeysWithValues: register.activities.enumerated().map { ($1.id.text, $0) })
    assets = Dictionary(uniqueKeysWithValues: register.assets.enumerated().map { ($1.id.text, $0) })
  }

  func activity(_ id: String) -> Activity? { activities[id].map { register.activities[$0] } }
  func asset(_ id: String) -> Asset? { assets[id].map { register.assets[$0] } }

  /// Whether what the field is of is there.
  func has(_ field: AnswerField) -> Bool {
    guard let id = field.entity else { return true }
    if case .need(_, let need, _) = field {
      return activity(id).map { NeedKeys($0.needs).place(of: need) != nil } ?? false
    }
    if case .capability = field { return asset(id) != nil }
    return activities[id] != nil || assets[id] != nil
  }

  /// Who answers for an activity or asset.
  func owner(of id: String) -> Identifier<Party>? { activity(id)?.owner ?? asset(id)?.owner }

  // MARK: Values

  /// What the register says now, as it writes it; nil where it says nothing.
  func value(_ field: AnswerField) -> String? {
    switch field {
    case .impact(let id, let category, let at):
      return activity(id)?.impacts.first {
        $0.window == nil && $0.category.text == category && $0.at.writtenText == at
      }?.level.map { "\($0.rank)" }
    case .target(let id, let target):
      return (activity(id)?.targets ?? asset(id)?.targets)?.value(target)
    case .staff(let id, let role, let from):
      return activity(id)?.staffing.first {
        $0.role.text == role && $0.from.writtenText == from
      }.map { "\($0.atLeast.value)" }
    case .need(let id, let need, let part):
      guard let activity = activity(id), let place = NeedKeys(activity.needs).place(of: need) else {
        return nil
      }
      return activity.needs[place].value(part)
    case .newNeed(let id, let on):
      return activity(id)?.needs.first { $0.members.map(\.ref.text) == [on] }?.lead.writtenText
    case .capability(let id, let rta, let evidence, let on):
      let isThere = asset(id)?.capabilities.contains {
        $0.rta?.writtenText == rta && $0.evidence.rawValue == evidence
          && ($0.on?.writtenText ?? "") == on
      }
      return isThere == true ? "yes" : nil
    case .note(let id): return (activity(id)?.info.note).map(Self.text)
    case .row, .filledBy, .filledOn: return nil
    }
  }

  fileprivate static func text(_ prose: Prose) -> String {
    prose.paragraphs.joined(separator: "\n\n")
  }

  /// Says something else; nil takes it back.
  mutating func set(_ value: String?, _ field: AnswerField) {
    guard let id = field.entity else { return }
    if let place = activities[id] {
      register.activities[place].set(value, field)
    } else if let place = assets[id] {
      register.assets[place].set(value, field)
    }
  }

  /// Says who made the impact analysis of an activity, and when.
  mutating func assess(_ activity: String, by: Identifier<Party>?, on: CalendarDate) {
    guard let place = activities[activity] else { return }
    var assessment = register.activities[place].assessment ?? ImpactAssessment()
    assessment.by = by
    assessment.on = on
    register.activities[place].assessment = assessment
  }
}

/// Needs by their members: a need has no identifier, but what it names says which it is.
struct NeedKeys {
  let keys: [String]

  init(_ needs: [Need]) {
    var counts: [String: Int] = [:]
    keys = needs.map { need in
      let members = need.members.map(\.ref.text).joined(separator: "+")
      counts[members, default: 0] += 1
      let count = counts[members, default: 1]
      return count == 1 ? members : "\(members)#\(count)"
    }
  }

  func place(of key: String) -> Int? { keys.firstIndex(of: key) }
}

extension Activity {
  fileprivate mutating func set(_ value: String?, _ field: AnswerField) {
    switch field {
    case .impact(_, let category, let at):
      guard let category = try? Identifier<ImpactCategory>(category), let at = ElapsedTime(text: at)
      else { return }
      let level = value.flatMap { Int($0) }.flatMap { Level<ImpactScale>($0) }
      if let place = impacts.firstIndex(where: {
        $0.window == nil && $0.category == category && $0.at == at
      }) {
        impacts[place].level = level
      } else if level != nil {
        impacts.append(TimedImpact(category: category, at: at, level: level))
      }
    case .target(_, let target):
      var changed = targets ?? RecoveryTargets()
      changed.set(value, target)
      targets = changed
    case .staff(_, let role, let from):
      guard let role = try? Identifier<Party>(role), let from = ElapsedTime(text: from) else {
        return
      }
      staffing.removeAll { value == nil && $0.role == role && $0.from == from }
      guard let count = value.flatMap({ Int($0) }).flatMap({ Count($0) }) else { return }
      if let place = staffing.firstIndex(where: { $0.role == role && $0.from == from }) {
        staffing[place].atLeast = count
      } else {
        staffing.append(Staffing(role: role, from: from, atLeast: count))
      }
    case .need(_, let need, let part):
      guard let place = NeedKeys(needs).place(of: need) else { return }
      needs[place].set(value, part)
    case .newNeed(_, let on):
      guard let on = try? Identifier<Dependable>(on) else { return }
      var need = Need(members: [Reference(on)])
      if let lead = value.flatMap({ ElapsedTime(text: $0) }) { need.lead = lead }
      needs.append(need)
    case .note: info.note = value.flatMap { Prose($0) }
    case .capability, .row, .filledBy, .filledOn: break
    }
  }
}

extension Asset {
  fileprivate mutating func set(_ value: String?, _ field: AnswerField) {
    switch field {
    case .target(_, let target):
      var changed = targets ?? RecoveryTargets()
      changed.set(value, target)
      targets = changed
    case .capability(_, let rta, let evidence, let on):
      guard let evidence = Capability.Evidence(rawValue: evidence) else { return }
      var capability = Capability(rta: ElapsedTime(text: rta), evidence: evidence)
      capability.on = CalendarDate(text: on)
      capabilities.append(capability)
    default: break
    }
  }
}

extension RecoveryTargets {
  fileprivate func value(_ target: AnswerField.Target) -> String? {
    switch target {
    case .mtpd: mtpd?.writtenText
    case .rto: rto?.writtenText
    case .mbco: mbco?.writtenText
    case .own: own?.writtenText
    case .rpo: rpo?.writtenText
    case .normal: normal?.writtenText
    case .because: because.map(AnswerRegister.text)
    }
  }

  fileprivate mutating func set(_ value: String?, _ target: AnswerField.Target) {
    let time = value.flatMap { ElapsedTime(text: $0) }
    switch target {
    case .mtpd: mtpd = time
    case .rto: rto = time
    case .mbco: mbco = value.flatMap { Double($0) }.flatMap { Share($0) }
    case .own: own = time
    case .rpo: rpo = time
    case .normal: normal = time
    case .because: because = value.flatMap { Prose($0) }
    }
  }
}

extension Need {
  fileprivate func value(_ part: AnswerField.NeedPart) -> String? {
    switch part {
    case .lead: lead.writtenText
    case .act: workaround?.act.writtenText
    case .lasts: workaround?.lasts?.writtenText
    case .capacity: workaround?.capacity?.writtenText
    case .description: workaround?.description.map(AnswerRegister.text)
    }
  }

  fileprivate mutating func set(_ value: String?, _ part: AnswerField.NeedPart) {
    let time = value.flatMap { ElapsedTime(text: $0) }
    switch part {
    case .lead: lead = time ?? ElapsedTime(seconds: 0)!  // zero is a length of time
    case .act:
      // A workaround is there once it is said how soon it works.
      if let time, workaround == nil { workaround = Workaround(act: time) }
      if let time { workaround?.act = time } else { workaround = nil }
    case .lasts: workaround?.lasts = time
    case .capacity: workaround?.capacity = value.flatMap { Double($0) }.flatMap { Share($0) }
    case .description: workaround?.description = value.flatMap { Prose($0) }
    }
  }
}
