internal import Cryptography
public import RegisterModel

extension Register {
  /// The register with an entry at the end of its history that says what was edited, by whom and why,
  /// and vouches for what the register is now. Its revision goes up by one.
  ///
  /// - Parameter edits: What made this register of the one before.
  public func recording(
    _ edits: [Edit], at moment: Moment, by author: Line, because reason: Line?
  ) -> Register {
    var result = self
    result.revision = Count(Int(revision?.value ?? 0) + 1)
    let last = history.last
    var entry = HistoryEntry(
      number: Count(Int(last?.number.value ?? 0) + 1) ?? Count(1)!, at: moment, by: author,
      because: reason, content: RegisterWriter.hash(of: result).content)
    entry.previous = last.flatMap { SHA256Digest(hexadecimal: $0.digest) }
    entry.edits = edits.map(\.recorded)
    result.history.append(entry)
    return result
  }

  /// What is wrong with the history: entries that were changed or removed (STR-005), or content that
  /// was changed since the last of them (STR-004).
  public func historyFindings() -> [Finding] {
    guard let last = history.last else { return [] }
    var findings: [Finding] = []
    for (entry, next) in zip(history, history.dropFirst())
    where next.previous?.hexadecimal != entry.digest {
      findings.append(
        Finding(
          rule: "STR-005", field: "history[\(next.number.value)]/previous",
          message:
            "entry \(entry.number.value) of the history was changed, or one after it removed",
          hint: "take the history from an earlier revision of the file, then record again"))
    }
    if history[0].previous != nil {
      findings.append(
        Finding(
          rule: "STR-005", field: "history[\(history[0].number.value)]/previous",
          message: "the beginning of the history was removed",
          hint: "take the history from an earlier revision of the file, then record again"))
    }
    if RegisterWriter.hash(of: self).content != last.content {
      findings.append(
        Finding(
          rule: "STR-004", severity: .warning, field: "history[\(last.number.value)]/content",
          message: "the register was changed after the last entry of its history",
          hint: "'holdfast record OLD NEW --by … --because …' writes what was changed, and why"))
    }
    return findings
  }
}

extension HistoryEntry {
  /// The SHA-256 digest of its canonical form: what the next entry vouches for.
  var digest: String { SHA256.digest(of: RegisterWriter.text(of: self)) }
}

extension Edit {
  /// The edit as the history keeps it.
  var recorded: RecordedEdit {
    switch self {
    case .add(let record):
      var edit = RecordedEdit(kind: .add)
      edit.ref = record.attribute("id").flatMap { Line($0) }
      edit.field = Line(record.name)
      return edit
    case .remove(let record):
      var edit = RecordedEdit(kind: .remove)
      edit.ref = record.attribute("id").flatMap { Line($0) }
      edit.field = Line(record.name)
      edit.before = [record.archived]
      return edit
    case .set(let change):
      var edit = RecordedEdit(kind: .set)
      edit.ref = change.entity.flatMap { Line($0) }
      edit.field = Line("\(change.field)")
      (edit.from, edit.before) = Self.recorded(change.from)
      (edit.to, edit.after) = Self.recorded(change.to)
      return edit
    }
  }

  private static func recorded(_ value: WrittenValue?) -> (Line?, [String]) {
    switch value {
    case nil: (nil, [])
    case .text(let text)?: (Line(text), [])
    case .element(let element)?: (nil, [element.archived])
    case .elements(let elements)?: (nil, elements.map(\.archived))
    case .order(let keys)?: (Line(keys.joined(separator: " ")), [])
    case .fragments(let fragments)?:
      (Line(fragments.map(\.xml).joined(separator: " ")), [])
    }
  }
}

extension WrittenElement {
  /// The namespace of what a history keeps: not that of the register, so that nobody takes it for a
  /// part of it.
  static let archive = "https://w3id.org/holdfast/history/1"

  /// The element as XML on one line, in the namespace of the history.
  var archived: String { xml(declaring: true) }

  private func xml(declaring: Bool) -> String {
    var text = "<\(name)" + (declaring ? " xmlns=\"\(Self.archive)\"" : "")
    for attribute in attributes {
      text += " \(attribute.name)=\"\(XMLText.escaped(attribute.value))\""
    }
    let body =
      XMLText.escaped(self.text, inText: true)
      + children.map { child in
        switch child {
        case .element(let element): element.xml(declaring: false)
        case .fragment(let xml, _): xml
        }
      }.joined()
    return text + (body.isEmpty ? "/>" : ">\(body)</\(name)>")
  }
}
