extension HTMLWriter {
  mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    if let target = inline.target {
      output.append("<a href=\"#")
      output.append(target.name)
      output.append("\">")
    }
    switch inline.style {
    case .plain: writeText(inline)
    case .strong: write(inline, in: "strong")
    case .emphasis: write(inline, in: "em")
    case .code: write(inline, in: "code")
    case .badge(let tone):
      output.append("<span class=\"badge ")
      output.append(tone.className)
      output.append("\">")
      writeText(inline)
      output.append("</span>")
    }
    if inline.target != nil { output.append("</a>") }
  }

  private mutating func write(_ inline: Inline, in tag: StaticString) {
    output.append("<")
    output.append(tag)
    output.append(">")
    writeText(inline)
    output.append("</")
    output.append(tag)
    output.append(">")
  }

  /// The register's words: in their language, and kept apart where they may run from right to left.
  private mutating func writeText(_ inline: Inline) {
    guard inline.origin == .register, isForeign || inline.text.mayRunRightToLeft else {
      output.append(breakable: inline.text)
      return
    }
    output.append("<bdi")
    if isForeign {
      output.append(" lang=\"")
      output.append(escaped: document.registerLanguage)
      output.append("\"")
    }
    output.append(">")
    output.append(breakable: inline.text)
    output.append("</bdi>")
  }
}

extension Tone {
  /// Its class in the style sheet.
  var className: String {
    switch self {
    case .rating(let rank): "r\(rank)"
    case .good: "good"
    case .caution: "caution"
    case .bad: "bad"
    case .neutral: "neutral"
    case .unknown: "unknown"
    }
  }
}

extension String {
  /// Whether a letter of a script that runs from right to left may be in it: never wrongly no.
  fileprivate var mayRunRightToLeft: Bool {
    utf8.contains { byte in
      // U+0590–07FF, U+0800–0FFF, U+FB1D–FEFC, U+10800–1EEFF begin with these.
      (0xD6...0xDF).contains(byte) || byte == 0xE0 || byte == 0xEF || byte == 0xF0
    }
  }
}
