/// The explanation of the marks of a chart: each mark with its words, on lines as long as the chart is wide.
struct ChartLegend {
  struct Entry {
    let words: String
    /// Draws the mark into 26 pixels from a place on, around a middle line at 12.
    let mark: (inout SVGCanvas, Double) -> Void

    init(_ words: String, _ mark: @escaping (inout SVGCanvas, Double) -> Void) {
      self.words = words
      self.mark = mark
    }
  }

  /// Each entry with where it stands on its line.
  private let lines: [[(entry: Entry, x: Double)]]
  private static let lineHeight = 24.0

  init(width: Double, _ entries: [Entry]) {
    var lines: [[(entry: Entry, x: Double)]] = [[]]
    var x = 1.0
    for entry in entries {
      let length = 34 + ChartText.width(of: entry.words, size: 12) + 14
      if x > 1, x + length > width {
        lines.append([])
        x = 1
      }
      lines[lines.count - 1].append((entry, x))
      x += length
    }
    self.lines = lines
  }

  var height: Double { Double(lines.count) * Self.lineHeight + 4 }

  func draw(on canvas: inout SVGCanvas) {
    for (index, line) in lines.enumerated() {
      canvas.group(down: Double(index) * Self.lineHeight) { canvas in
        for (entry, x) in line {
          entry.mark(&canvas, x)
          canvas.text(entry.words, x: x + 34, y: 16, "medium")
        }
      }
    }
  }
}
