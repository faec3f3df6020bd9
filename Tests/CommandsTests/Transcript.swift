import Foundation

/// A file of commands and what they print, for people to read and for tests to play again.
///
/// A line begins with what it is:
///
///     # a remark
///     file plant.xml        the lines of a file that is there before the next command
///     | <register …
///     $ holdfast check plant.xml
///       a line of standard output
///     ! a line of standard error
///     exit 1                left out where it is 0
///
/// What differs from run to run stands as `<TIME>`, `<DATE>` and `<HASH>`.
struct Transcript {
  enum Step {
    case remark(String)
    case file(name: String, lines: [String])
    case command(String)
    case blank
  }

  private(set) var steps: [Step] = []

  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.isEmpty {
        steps.append(.blank)
      } else if line.hasPrefix("#") {
        steps.append(.remark(line))
      } else if line.hasPrefix("file ") {
        steps.append(.file(name: String(line.dropFirst(5)), lines: []))
      } else if line.hasPrefix("|"), case .file(let name, let lines)? = steps.last {
        steps[steps.count - 1] = .file(name: name, lines: lines + [String(line.dropFirst(2))])
      } else if line.hasPrefix("$ ") {
        steps.append(.command(String(line.dropFirst(2))))
      }
      // The rest is what commands printed.
    }
  }

  /// Plays the commands in a new folder and writes down what they print.
  func played() throws -> String {
    try Executable.withFolder { folder in
      var lines: [String] = []
      for step in steps {
        switch step {
        case .blank: lines.append("")
        case .remark(let text): lines.append(text)
        case .file(let name, let content):
          try Data((content.joined(separator: "\n") + "\n").utf8)
            .write(to: folder.appending(name))
          lines.append("file " + name)
          lines += content.map { $0.isEmpty ? "|" : "| " + $0 }
        case .command(let command):
          lines.append("$ " + command)
          let outcome = try Executable.run(shell: command, in: folder)
          lines += Self.marked(outcome.output, "  ") + Self.marked(outcome.errors, "! ")
          if outcome.code != 0 { lines.append("exit \(outcome.code)") }
        }
      }
      return lines.joined(separator: "\n")
    }
  }

  private static func marked(_ text: String, _ mark: String) -> [String] {
    guard !text.isEmpty else { return [] }
    let isEnded = text.hasSuffix("\n")
    var lines = (isEnded ? String(text.dropLast()) : text)
      .split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let marked = mark + withPlaceholders(String(line))
        // An editor would take blanks at the end of a line away.
        return marked.replacingOccurrences(of: "[ \r]+$", with: "", options: .regularExpression)
      }
      .map { $0.isEmpty ? String(mark.prefix(1)) + "." : $0 }
    if !isEnded { lines[lines.count - 1] += "<no line end>" }
    return lines
  }

  private static func withPlaceholders(_ line: String) -> String {
    let today = Date().formatted(.iso8601.year().month().day())
    return
      line
      .replacingOccurrences(
        of: "\(today)T[0-9:]{8}(Z|[+-][0-9:]{5})", with: "<TIME>", options: .regularExpression
      )
      .replacingOccurrences(
        of: "(=\"|→ )\(today)", with: "$1<DATE>", options: .regularExpression
      )
      .replacingOccurrences(of: "[0-9a-f]{64}", with: "<HASH>", options: .regularExpression)
  }
}
