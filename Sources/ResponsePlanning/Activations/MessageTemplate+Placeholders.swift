public import RegisterModel

extension MessageTemplate {
  /// What is to be filled in before it is sent: the words in braces, each once, in the order of the text.
  ///
  /// - Note: DOMAIN §6.7: what is not filled in blocks sending.
  public var placeholders: [String] {
    var names: [String] = []
    for paragraph in text?.paragraphs ?? [] {
      var rest = paragraph
      while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
        let name = String(rest[rest.index(after: start)..<end])
        if !names.contains(name) { names.append(name) }
        rest = rest[rest.index(after: end)...]
      }
    }
    return names
  }
}
