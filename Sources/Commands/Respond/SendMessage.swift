import ArgumentParser
import RegisterAnalysis
import RegisterModel
import ResponsePlanning

struct SendMessage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Fill in a communication template, and record that it went out.",
    usage:
      "holdfast respond send [REGISTER] [ACTIVATION] MESSAGE --fill NAME=TEXT … --by WHO",
    discussion: """
      Prints the text, to be sent by whatever works. Nothing with an open {placeholder} goes out.

        holdfast respond send m-ehr-staff --fill time=18:00 --fill nextUpdate=19:00 --by r-site
      """)

  @Argument(help: "The register and the activation, either may be left out, and the message.")
  var arguments: [String]
  @Option(
    parsing: .singleValue, help: "What a placeholder stands for, as NAME=TEXT; may be given again.")
  var fill: [String] = []
  @OptionGroup var options: ResponseOptions

  func run() throws {
    var rest = arguments
    let desk = try ResponseDesk(&rest, options)
    let place = try desk.activation(from: &rest)
    let state = desk.state(of: place)
    guard let name = rest.first, rest.count == 1 else { throw ValidationError("say which message") }
    let messages = state.planned?.messages ?? []
    guard let message = messages.first(where: { $0.id.text == name }) else {
      let hint = Spelling.hint(for: name, in: messages.map(\.id.text))
      throw CommandFailure(
        "\(state.activation.activated) has no message '\(name)'" + (hint.map { "; \($0)" } ?? ""))
    }
    let filled = try FilledMessage(message, with: fill)
    var event = try desk.event(.message)
    event.message = message.id
    event.text = filled.text
    if let approver = message.approver, approver != desk.by, approver != desk.role {
      printError("note: \(desk.words.label(approver)) approves it before it is sent")
    }
    for paragraph in filled.text?.paragraphs ?? [] { print(paragraph) }
    printError(
      "\(state.activation.id): \(message.id) '\(message.name)' recorded as sent, "
        + desk.words.clock(desk.moment.secondsSince1970))
    try desk.record([event], in: place)
  }
}

/// A communication template with what was to be filled in.
struct FilledMessage {
  let text: Prose?

  /// - Throws: What is still open, or fits nowhere.
  init(_ message: MessageTemplate, with fillings: [String]) throws {
    var values: [String: String] = [:]
    for filling in fillings {
      let parts = filling.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw ValidationError("write --fill NAME=TEXT") }
      guard !parts[1].contains(where: { $0 == "{" || $0 == "}" }) else {
        throw CommandFailure(
          "'\(parts[1])' still has braces; say what stands in the place of {\(parts[0])}")
      }
      values[parts[0]] = parts[1]
    }
    guard let template = message.text else {
      guard values.isEmpty else {
        throw CommandFailure("\(message.id) has no text, so nothing can be filled in")
      }
      text = nil
      return
    }
    let open = message.placeholders.filter { values[$0] == nil }
    guard open.isEmpty else {
      throw CommandFailure(
        "\(message.id) still needs \(Plural.list(open.map { "{\($0)}" })): add "
          + open.map { "--fill \($0)=…" }.joined(separator: " "))
    }
    for name in values.keys.sorted() where !message.placeholders.contains(name) {
      throw CommandFailure(
        "\(message.id) has no placeholder {\(name)}"
          + (Spelling.hint(for: name, in: message.placeholders).map { "; \($0)" } ?? ""))
    }
    // Each placeholder once: what is filled in is not looked at again.
    text = Prose(
      paragraphs: template.paragraphs.map { paragraph in
        var filled = ""
        var rest = paragraph[...]
        while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
          filled += rest[..<start] + (values[String(rest[rest.index(after: start)..<end])] ?? "")
          rest = rest[rest.index(after: end)...]
        }
        return filled + rest
      })
  }
}
