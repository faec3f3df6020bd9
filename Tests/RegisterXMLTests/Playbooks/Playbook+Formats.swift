import Foundation
import RegisterModel

// MARK: ATC RE&CT: YAML

extension Playbook {
  private static let stages: [(name: String, phase: RecoveryTask.Phase)] = [
    ("preparation", .preparation), ("identification", .identification),
    ("containment", .containment), ("eradication", .eradication), ("recovery", .recovery),
    ("lessons_learned", .lessonsLearned),
  ]

  /// Each stage after the one before, eradication beside containment, as the playbook says; the actions of a stage
  /// one after the other.
  static func react(_ file: String) throws -> Playbook {
    let fields = try YAMLSubset(text("react/\(file)"))
    var playbook = Playbook(name: fields.values["title"]!)
    var ends: [String: String] = [:]
    for (place, stage) in stages.enumerated() {
      let before = stage.name == "eradication" ? place - 2 : place - 1
      var last = before >= 0 ? ends[stages[before].name] : nil
      for action in fields.lists[stage.name] ?? [] {
        let content = try YAMLSubset(text("react/actions/\(action).yml"))
        playbook.steps.append(
          Step(
            key: action, text: "\(action): \(content.values["description"]!)",
            explanation: content.values["workflow"], phase: stage.phase,
            after: last.map { [$0] } ?? []
          ))
        last = action
      }
      ends[stage.name] = last
    }
    let here = try FileManager.default.contentsOfDirectory(
      atPath: folder!.appending(path: "react").path)
    playbook.gaps = (fields.lists["linked_rp"] ?? []).filter { !here.contains("\($0).yml") }
    return playbook
  }
}

/// The little YAML that these files are written in: values on one line or in a block, and lists of words.
struct YAMLSubset {
  private(set) var values: [String: String] = [:]
  private(set) var lists: [String: [String]] = [:]

  init(_ text: String) {
    var key = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let first = line.first, first.isLetter, let colon = line.firstIndex(of: ":") {
        key = String(line[..<colon])
        let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        values[key] = [">", "|", ">-", "|-"].contains(value) ? "" : value
      } else if line.hasPrefix("  - ") {
        lists[key, default: []].append(String(line.dropFirst(4)))
        values[key, default: ""] += line + "\n"
      } else {
        values[key, default: ""] += line.trimmingCharacters(in: .whitespaces) + "\n"
      }
    }
    values = values.mapValues { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
  }
}

// MARK: CACAO: JSON

extension Playbook {
  /// The steps that are reached from the start, each after those that lead to it. A condition is the gate of the
  /// steps that it leads to.
  static func cacao(_ file: String) throws -> Playbook {
    let data = try Data(contentsOf: folder!.appending(path: "cacao/\(file)"))
    let root = try JSONSerialization.jsonObject(with: data) as! [String: Any]
    let workflow = root["workflow"] as! [String: [String: Any]]
    let agents = root["agent_definitions"] as? [String: [String: Any]] ?? [:]
    var playbook = Playbook(name: root["name"] as! String)
    var open: [(key: String, after: String?, condition: String?)] = [
      (root["workflow_start"] as! String, nil, nil)
    ]
    while !open.isEmpty {
      let (key, after, condition) = open.removeFirst()
      let step = workflow[key]!
      var last = after
      if step["type"] as? String == "action" {
        if let place = playbook.steps.firstIndex(where: { $0.key == key }) {
          playbook.steps[place].after += after.map { [$0] } ?? []
          continue
        }
        let commands = step["commands"] as? [[String: Any]] ?? []
        let agent = (step["agent"] as? String).flatMap { agents[$0]?["name"] as? String }
        playbook.steps.append(
          Step(
            key: key, text: step["name"] as! String,
            details: commands.compactMap { $0["command"] as? String },
            explanation: step["description"] as? String, after: after.map { [$0] } ?? [],
            role: agent, condition: condition))
        last = key
      }
      for name in ["on_completion", "on_success", "on_failure", "on_true", "on_false"] {
        if let next = step[name] as? String {
          open.append((next, last, step["condition"] as? String))
        }
      }
      for next in step["next_steps"] as? [String] ?? [] { open.append((next, last, nil)) }
    }
    return playbook
  }

  /// The actions of a playbook, by their identifiers.
  static func cacaoActions(_ file: String) throws -> Set<String> {
    let data = try Data(contentsOf: folder!.appending(path: "cacao/\(file)"))
    let root = try JSONSerialization.jsonObject(with: data) as! [String: Any]
    let workflow = root["workflow"] as! [String: [String: Any]]
    return Set(
      workflow.filter {
        $0.value["type"] as? String != "start" && $0.value["type"] as? String != "end"
      }.keys)
  }
}

// MARK: Counteractive: Markdown

extension Playbook {
  /// Each item of a list at the margin is a step, what is indented under it a detail. Steps with numbers follow
  /// each other within a list, others don't. "If …," is a gate.
  static func markdown(_ file: String) throws -> Playbook {
    var playbook = Playbook(name: file)
    var (phase, isNamed, last) = (RecoveryTask.Phase?.none, false, String?.none)
    for line in try text("counteractive/\(file)").split(separator: "\n") {
      let item = MarkdownItem(line)
      if line.hasPrefix("#") {
        let heading = line.drop { $0 == "#" || $0 == " " }
        if !isNamed {
          playbook.name = String(heading)
          isNamed = true
        }
        phase = Self.phase(heading) ?? (line.hasPrefix("####") ? phase : nil)
        last = nil
      } else if let item, item.isIndented, !playbook.steps.isEmpty {
        playbook.steps[playbook.steps.count - 1].details.append(item.text)
      } else if let item {
        let key = "\(playbook.steps.count)"
        playbook.steps.append(
          Step(
            key: key, text: item.text, phase: phase,
            after: item.isNumbered ? last.map { [$0] } ?? [] : [], condition: item.condition))
        last = item.isNumbered ? key : nil
      }
    }
    return playbook
  }

  private static func phase(_ heading: Substring) -> RecoveryTask.Phase? {
    switch heading {
    case "Assess", "Investigate": .identification
    case "Contain", "Protect": .containment
    case "Eradicate": .eradication
    case "Recover": .recovery
    default: nil
    }
  }
}

/// A line that begins an item of a list.
struct MarkdownItem {
  let text: String
  let isIndented: Bool
  let isNumbered: Bool

  init?(_ line: some StringProtocol) {
    let inner = line.drop { $0 == " " || $0 == "\t" }
    isIndented = inner.count < line.count
    let digits = inner.prefix { $0.isNumber }
    isNumbered = !digits.isEmpty && inner.dropFirst(digits.count).hasPrefix(". ")
    guard isNumbered || inner.hasPrefix("* ") || inner.hasPrefix("- ") else { return nil }
    let text = inner.dropFirst(isNumbered ? digits.count + 2 : 2)
      .trimmingCharacters(in: .whitespaces)
    guard !text.isEmpty else { return nil }
    self.text = text
  }

  /// What must be so: "If …" up to the first comma.
  var condition: String? {
    let plain = text.drop { $0 == "*" || $0 == "_" }
    guard plain.hasPrefix("If ") || plain.hasPrefix("if ") else { return nil }
    return String(plain.prefix { $0 != "," && $0 != ":" })
  }
}
