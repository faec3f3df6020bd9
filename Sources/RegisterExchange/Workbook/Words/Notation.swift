import RegisterModel

/// One of several elements in a cell: its name and its values, `between low=0.02 high=0.1`.
enum Notation {
  /// The notation of an element; of one with parts, its name and that it has parts.
  static func text(_ element: WrittenElement) -> String {
    guard element.children.isEmpty, element.text.isEmpty else {
      return "\(element.name) (edit it in the register)"
    }
    return ([element.name] + element.attributes.map { "\($0.name)=\($0.value)" })
      .joined(separator: " ")
  }

  /// The element that a notation means.
  ///
  /// - Throws: ``CellProblem`` if no alternative of the field has that name and those values.
  static func element(_ text: String, _ field: ChildField) throws(CellProblem) -> WrittenElement {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let name = words.first ?? ""
    guard let alternative = field.alternatives.first(where: { $0.label == name }) else {
      let names = field.alternatives.map(\.label)
      throw CellProblem(
        "'\(name)' is no kind of value for this cell",
        Spelling.hint(for: name, in: names) ?? "there are: " + names.joined(separator: ", "))
    }
    let form = alternative.form
    guard form.children.isEmpty, form.content == nil else {
      throw CellProblem("'\(name)' has parts that no cell can hold", "edit it in the register")
    }
    var element = WrittenElement(name)
    for word in words.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let attribute = form.attributes.first(where: { $0.label == parts[0] })
      else {
        throw CellProblem(
          "'\(word)' makes no sense here",
          "write \(name) "
            + form.attributes.map { "\($0.label)=\($0.type.examples.first ?? "…")" }
            .joined(separator: " "))
      }
      guard let value = attribute.canonicalText(parts[1]) else {
        throw CellProblem(
          "'\(parts[1])' is no \(attribute.label)", "expected " + attribute.type.expectation)
      }
      element.setAttribute(attribute.label, value == attribute.standard ? nil : value, form)
    }
    if let missing = form.attributes.first(where: {
      $0.isRequired && element.attribute($0.label) == nil
    }) {
      throw CellProblem(
        "'\(missing.label)' is missing", "expected " + missing.type.expectation)
    }
    return element
  }

  /// How the values of a field are written, for its note.
  static func explanation(_ field: ChildField) -> String {
    let plain = field.alternatives.filter {
      $0.form.children.isEmpty && !$0.form.attributes.isEmpty
    }
    return "Write one of these: "
      + plain.map { name in
        ([name.label] + name.form.attributes.filter(\.isRequired).map { "\($0.label)=…" })
          .joined(separator: " ")
      }.joined(separator: "; ")
  }
}
