import ArgumentParser
import RegisterModel
import RegisterReports

/// The face of a report.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case markdown = "md"
  case html

  /// The format of a file by its name; nil where that doesn't tell.
  init?(file: String) {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    switch name.split(separator: ".").dropFirst().last?.lowercased() {
    case "html", "htm", "xhtml": self = .html
    case "md", "markdown": self = .markdown
    case "txt", "text": self = .text
    default: return nil
    }
  }

  /// - Parameter terminal: nil: it goes into a file.
  func face(on terminal: Terminal?) -> any ReportFace {
    switch self {
    case .html: HTMLFace()
    case .markdown: MarkdownFace()
    case .text:
      TerminalFace(width: terminal?.width ?? 100, hasColour: terminal?.hasColour ?? false)
    }
  }
}

/// The parts of a report that somebody asked for: `summary,map`.
struct ReportParts: ExpressibleByArgument {
  let parts: Set<ReportPart>

  init?(argument: String) {
    var parts: Set<ReportPart> = []
    for word in argument.split(whereSeparator: { $0 == "," || $0 == " " }) {
      guard let part = ReportPart(rawValue: word.lowercased()) else { return nil }
      parts.insert(part)
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
  }

  static let names = ReportPart.allCases.map(\.rawValue)
  static let allValueStrings = names
}
