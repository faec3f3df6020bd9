import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// What the screen can do, and the way to it.
struct Terminal {
  /// A style of text on a terminal.
  enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case yellow = "33"
    case green = "32"
    case cyan = "36"
  }

  /// Whether colour may be used: on a terminal, unless `NO_COLOR` is set.
  let hasColour: Bool
  /// How many characters fit on a line.
  let width: Int

  /// Standard output.
  static let output = Terminal(descriptor: 1)
  /// Standard error.
  static let error = Terminal(descriptor: 2)

  private init(descriptor: Int32) {
    let isTerminal = isatty(descriptor) == 1
    let environment = ProcessInfo.processInfo.environment
    hasColour =
      isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    var size = winsize()
    if isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 {
      width = Int(size.ws_col)
    } else {
      width = environment["COLUMNS"].flatMap { Int($0) } ?? 100
    }
  }

  /// The text in styles, where the terminal has them.
  func styled(_ text: String, _ styles: Style...) -> String {
    guard hasColour, !styles.isEmpty else { return text }
    return "\u{1B}[\(styles.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m"
  }

  /// The text on a background of a colour `#rrggbb`, in black or white, whichever is easier to read.
  func filled(_ text: String, _ colour: String) -> String {
    guard hasColour, let value = Int(colour.dropFirst(), radix: 16) else { return text }
    let (red, green, blue) = (value >> 16 & 255, value >> 8 & 255, value & 255)
    let isLight = red * 299 + green * 587 + blue * 114 > 140_000
    return "\u{1B}[48;2;\(red);\(green);\(blue);38;5;\(isLight ? 16 : 231)m\(text)\u{1B}[0m"
  }
}

/// Writes a text and the end of a line to standard output.
///
/// Within this module it takes the place of Swift's own: a register can hold control characters of which
/// some make a terminal do things (U+0080 to U+009F); on a terminal they are shown and not obeyed.
func print(_ text: String, terminator: String = "\n") {
  Swift.print(isatty(1) == 1 ? text.withoutControls : text, terminator: terminator)
}

/// Writes to standard error, where all goes that is no result.
func printError(_ text: String) {
  FileHandle.standardErrorWrite((isatty(2) == 1 ? text.withoutControls : text) + "\n")
}

enum FileHandle {
  static func standardErrorWrite(_ text: String) {
    var text = text
    text.withUTF8 { bytes in _ = write(2, bytes.baseAddress, bytes.count) }
  }
}

extension String {
  /// The text with a replacement character for each control character of the second set.
  fileprivate var withoutControls: String {
    guard unicodeScalars.contains(where: { (0x80...0x9F).contains($0.value) }) else { return self }
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars {
      scalars.append((0x80...0x9F).contains(scalar.value) ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }

  /// The text cut to a number of characters, with an ellipsis where something is missing.
  func shortened(to width: Int) -> String {
    count <= width ? self : prefix(max(width - 1, 0)) + "…"
  }

  /// The text with blanks behind it, to a number of characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// The text with blanks before it, to a number of characters.
  func rightAligned(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
