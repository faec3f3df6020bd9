import RegisterAnalysis
import RegisterModel

/// An explanation for people: what is derived, and below it, further in, what it comes from.
struct ExplanationText {
  private let explanation: Explanation
  private let terminal: Terminal
  private let width: Int

  init(_ explanation: Explanation, terminal: Terminal) {
    self.explanation = explanation
    self.terminal = terminal
    width = min(max(terminal.width, 60), 110)
  }

  var text: String {
    let head = "\(explanation.entity)  \(explanation.name)"
    return
      ([
        terminal.styled(head, .bold),
        terminal.styled("\(explanation.kind), as of \(explanation.today.writtenText)", .dim),
      ] + explanation.steps.flatMap { [""] + lines(of: $0, indent: 0) }).joined(separator: "\n")
  }

  private func lines(of step: ExplanationStep, indent: Int) -> [String] {
    var lines = wrapped(step.statement, indent: indent)
    let title = step.statement.prefix(step.statement.count - step.reason.count - 2)
    if indent == 0, let first = lines.first, !step.reason.isEmpty, first.hasPrefix(title) {
      lines[0] = terminal.styled(String(title), .bold) + first.dropFirst(title.count)
    }
    for part in step.parts { lines += self.lines(of: part, indent: indent + 4) }
    lines += inputLines(step.inputs, indent: indent + 4)
    if let formula = step.formula {
      lines += wrapped("by: \(formula)", indent: indent + 4).map { terminal.styled($0, .dim) }
    }
    return lines
  }

  /// The inputs that one assertion covers on one line, and who made it, when and why below.
  private func inputLines(_ inputs: [ExplanationInput], indent: Int) -> [String] {
    var assertions: [Assertion?] = []
    for input in inputs where !assertions.contains(input.assertion) {
      assertions.append(input.assertion)
    }
    return assertions.flatMap { assertion -> [String] in
      let group = inputs.filter { $0.assertion == assertion }
      return wrapped(text(of: group), indent: indent)
        + (assertion.map { assertionLines($0, indent: indent + 2) } ?? [])
    }
  }

  /// "from score[current]: likelihood 3 Possible, Money 4 Major", or each with its own field.
  private func text(of inputs: [ExplanationInput]) -> String {
    let places = inputs.map(place)
    let parents = places.map { $0.prefix { $0 != "/" } }
    if inputs.count > 1, let parent = parents.first, parents.allSatisfy({ $0 == parent }),
      !places.contains(String(parent))
    {
      return "from \(parent): "
        + inputs.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
    }
    return "from: "
      + zip(inputs, places).map { "\($0.name) \($0.value) (\($1))" }.joined(separator: ", ")
  }

  /// The field, and the record where it is another one.
  private func place(of input: ExplanationInput) -> String {
    input.entity == nil || input.entity == explanation.entity
      ? input.field : "\(input.entity ?? "") \(input.field)"
  }

  private func assertionLines(_ assertion: Assertion, indent: Int) -> [String] {
    var who = "stated"
    if let name = assertion.name { who += " by \(name)" }
    if let day = assertion.on { who += " on \(day.writtenText)" }
    if assertion.because == nil && assertion.evidence == nil { who += ", no reason given" }
    var lines = wrapped(who, indent: indent)
    if let because = assertion.because { lines += wrapped("“\(because)”", indent: indent) }
    if let evidence = assertion.evidence {
      lines += wrapped("evidence: “\(evidence)”", indent: indent)
    }
    return lines
  }

  /// The text in lines of the width, each indented, those after the first two further.
  private func wrapped(_ text: String, indent: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    // A percent sign stays with its number.
    for word in text.replacing(" %", with: "\u{A0}%").split(separator: " ") {
      let margin = indent + (lines.isEmpty ? 0 : 2)
      if !line.isEmpty, margin + line.count + 1 + word.count > width {
        lines.append(String(repeating: " ", count: margin) + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(String(repeating: " ", count: indent + (lines.isEmpty ? 0 : 2)) + line)
    return lines.map { $0.replacing("\u{A0}%", with: " %") }
  }
}
