/// Running text broken into lines of a number of columns.
enum TextWrapping {
  /// A line with its escape sequences, and the columns that it takes.
  struct Line {
    var text = ""
    var width = 0
  }

  /// A run of characters without a blank, in one style.
  private struct Word {
    let text: String
    let width: Int
    let style: Inline.Style
    /// Whether a blank stands before it.
    let isParted: Bool
  }

  /// - Returns: At least one line. A word that is longer than a line is broken.
  static func lines(_ inlines: [Inline], width: Int, _ styles: TerminalStyles) -> [Line] {
    var lines: [Line] = []
    var line = Line()
    for word in words(of: inlines) {
      let blank = word.isParted && line.width > 0 ? 1 : 0
      if line.width > 0, line.width + blank + word.width > width {
        lines.append(line)
        line = Line()
      } else if blank > 0 {
        line.text += " "
        line.width += 1
      }
      if word.width <= width - line.width {
        line.text += styles.styled(word.text, word.style)
        line.width += word.width
      } else {
        for piece in pieces(of: word.text, width: width) {
          if line.width > 0 {
            lines.append(line)
            line = Line()
          }
          line.text = styles.styled(piece, word.style)
          line.width = DisplayWidth.of(piece)
        }
      }
    }
    return lines + [line]
  }

  /// The columns of a text on one line, and those of its longest word.
  static func widths(of inlines: [Inline]) -> (all: Int, longestWord: Int) {
    var (all, longest) = (0, 0)
    for word in words(of: inlines) {
      all += word.width + (word.isParted && all > 0 ? 1 : 0)
      longest = max(longest, word.width)
    }
    return (all, longest)
  }

  private static func words(of inlines: [Inline]) -> [Word] {
    var words: [Word] = []
    var isParted = false
    for inline in inlines {
      let text = PlainText.shown(inline.text)
      var isFirst = true
      for part in text.split(separator: " ", omittingEmptySubsequences: false) {
        if !isFirst { isParted = true }
        isFirst = false
        guard !part.isEmpty else { continue }
        let word = String(part)
        words.append(
          Word(text: word, width: DisplayWidth.of(word), style: inline.style, isParted: isParted))
        isParted = false
      }
    }
    return words
  }

  private static func pieces(of text: String, width: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var used = 0
    for character in text {
      let columns = DisplayWidth.of(character)
      if used > 0, used + columns > width {
        pieces.append(piece)
        (piece, used) = ("", 0)
      }
      piece.append(character)
      used += columns
    }
    return pieces + [piece]
  }
}
