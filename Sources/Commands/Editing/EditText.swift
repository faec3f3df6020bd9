import RegisterModel

/// Edits in the words of people.
enum EditText {
  /// "R-014 current likelihood 3 → 2, because the pumps were raised".
  static func sentence(_ edit: Edit, because reason: String? = nil) -> String {
    let what: String
    switch edit {
    case .add(let record): what = "\(subject(record)) added"
    case .remove(let record): what = "\(subject(record)) removed"
    case .set(let change):
      what = "\(change.entity ?? "the register") " + sentence(change)
    }
    return what + (reason.map { ", because \($0)" } ?? "")
  }

  private static func sentence(_ change: FieldChange) -> String {
    let field = words(change.field)
    switch (change.from, change.to) {
    case (nil, .element(let new)?): return "\(field) added" + details(new, change)
    case (.element(let old)?, nil): return "\(field) removed" + details(old, change)
    case (.elements(let old)?, .elements(let new)?):
      return field + " " + difference(old, new)
    case (nil, let to?): return "\(field) not known → \(short(to))"
    case (let from?, nil): return "\(field) \(short(from)) → not known"
    case (let from?, let to?): return "\(field) \(short(from)) → \(short(to))"
    case (nil, nil): return field
    }
  }

  /// Of a list without keys, what came and what went.
  private static func difference(_ old: [WrittenElement], _ new: [WrittenElement]) -> String {
    let (gone, came) = (old.filter { !new.contains($0) }, new.filter { !old.contains($0) })
    if gone.isEmpty, came.isEmpty { return "in another order" }
    if gone.isEmpty { return "added: \(short(.elements(came)))" }
    if came.isEmpty { return "removed: \(short(.elements(gone)))" }
    return "\(short(.elements(gone))) → \(short(.elements(came)))"
  }

  /// What an element says beside what its path has said already.
  private static func details(_ element: WrittenElement, _ change: FieldChange) -> String {
    let said = change.field.steps.last?.key.map { $0.split(separator: ",").map(String.init) } ?? []
    let text = plain(element, without: said)
    return text.isEmpty ? "" : ": " + text.shortened(to: 100)
  }

  /// An element in words: "likelihood 2, money 3", "“Heavy rain.”".
  private static func plain(_ element: WrittenElement, without said: [String]) -> String {
    var parts = element.attributes.filter { !said.contains($0.value) }
      .map { "\($0.name) \($0.value)" }
    if !element.text.isEmpty { parts.append("“\(element.text)”") }
    for case .element(let part) in element.children {
      parts.append(
        part.name == "p"
          ? "“\(part.text)”"
          : part.attribute("category").map { "\($0) \(part.attribute("level") ?? "not known")" }
            ?? "\(part.name) \(plain(part, without: []))")
    }
    return parts.joined(separator: ", ")
  }

  private static func subject(_ record: WrittenElement) -> String {
    let title = record.elements("title").first?.text ?? record.attribute("name") ?? record.text
    return "\(record.attribute("id") ?? record.name) (\(record.name))"
      + (title.isEmpty ? "" : " “\(title)”")
  }

  private static func short(_ value: WrittenValue) -> String {
    switch value {
    case .text(let text): text.isEmpty ? "nothing" : text.shortened(to: 80)
    case .element(let element): plain(element, without: []).shortened(to: 80)
    case .elements(let elements):
      elements.map { plain($0, without: []) }.joined(separator: "; ").shortened(to: 80)
    default: value.summary.shortened(to: 80)
    }
  }

  /// The path as it is spoken: "current likelihood" for `score[current]/likelihood`.
  static func words(_ path: FieldPath) -> String {
    path.steps.map { step in
      switch (step.name, step.key) {
      case ("score", let key?) where !key.isEmpty: key
      case (let name, let key?) where !key.isEmpty: "\(name) \(key)"
      case ("*", _): "content"
      case (".", _): "text"
      case ("!", _): "comments and extensions"
      case (let name, _): name
      }
    }.joined(separator: " ")
  }
}

/// An edit as JSON has it.
struct EditJSON: Encodable {
  let kind: String
  let entity: String?
  let field: String?
  let from: String?
  let to: String?

  init(_ edit: Edit) {
    switch edit {
    case .add(let record):
      (kind, field, from, to) = ("add", record.name, nil, record.summary)
    case .remove(let record):
      (kind, field, from, to) = ("remove", record.name, record.summary, nil)
    case .set(let change):
      kind = "set"
      field = "\(change.field)"
      from = change.from.map(Self.text)
      to = change.to.map(Self.text)
    }
    entity = edit.entity
  }

  private static func text(_ value: WrittenValue) -> String {
    if case .text(let text) = value { text } else { value.summary }
  }
}
