/// Marks of a chart as SVG. Places are in units of one pixel at the size at which it is made.
struct SVGCanvas {
  enum TextAnchor: Sendable {
    case start, middle, end
  }

  private(set) var output = Output()

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ classes: String, radius: Double = 0
  ) {
    output.append("<rect x=\"\(SVGNumber(x))\" y=\"\(SVGNumber(y))\" ")
    output.append("width=\"\(SVGNumber(width))\" height=\"\(SVGNumber(height))\" ")
    if radius > 0 { output.append("rx=\"\(SVGNumber(radius))\" ") }
    output.append("class=\"\(classes)\"/>\n")
  }

  mutating func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), _ classes: String,
    width: Double? = nil
  ) {
    output.append("<line x1=\"\(SVGNumber(start.x))\" y1=\"\(SVGNumber(start.y))\" ")
    output.append("x2=\"\(SVGNumber(end.x))\" y2=\"\(SVGNumber(end.y))\" class=\"\(classes)\"")
    if let width { output.append(" stroke-width=\"\(SVGNumber(width))\"") }
    output.append("/>\n")
  }

  /// A closed shape through some points.
  mutating func polygon(_ points: [(x: Double, y: Double)], _ classes: String) {
    let path = points.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(SVGNumber(point.x)) \(SVGNumber(point.y))"
    }
    output.append("<path d=\"\(path.joined())Z\" class=\"\(classes)\"/>\n")
  }

  /// An open line through some points.
  mutating func polyline(
    _ points: [(x: Double, y: Double)], _ classes: String, width: Double? = nil
  ) {
    let path = points.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(SVGNumber(point.x)) \(SVGNumber(point.y))"
    }
    self.path(path.joined(), classes, width: width)
  }

  /// Cubic Bézier curves one after the other: the start, then two control points and an end for each.
  mutating func curve(
    _ points: [(x: Double, y: Double)], _ classes: String, width: Double? = nil
  ) {
    let path = points.enumerated().map { index, point in
      "\(index == 0 ? "M" : index == 1 ? "C" : " ")\(SVGNumber(point.x)) \(SVGNumber(point.y))"
    }
    self.path(path.joined(), classes, width: width)
  }

  private mutating func path(_ path: String, _ classes: String, width: Double?) {
    guard !path.isEmpty else { return }
    output.append("<path d=\"\(path)\" class=\"\(classes)\"")
    if let width { output.append(" stroke-width=\"\(SVGNumber(width))\"") }
    output.append("/>\n")
  }

  mutating func circle(x: Double, y: Double, radius: Double, _ classes: String) {
    output.append("<circle cx=\"\(SVGNumber(x))\" cy=\"\(SVGNumber(y))\" ")
    output.append("r=\"\(SVGNumber(radius))\" class=\"\(classes)\"/>\n")
  }

  /// Draws something so many pixels further down.
  mutating func group(down distance: Double, _ draw: (inout SVGCanvas) -> Void) {
    output.append("<g transform=\"translate(0 \(SVGNumber(distance)))\">\n")
    draw(&self)
    output.append("</g>\n")
  }

  /// A line of text; `y` is its base line.
  mutating func text(
    _ text: String, x: Double, y: Double, _ classes: String = "", anchor: TextAnchor = .start
  ) {
    guard !text.isEmpty else { return }
    output.append("<text x=\"\(SVGNumber(x))\" y=\"\(SVGNumber(y))\"")
    switch anchor {
    case .start: break
    case .middle: output.append(" text-anchor=\"middle\"")
    case .end: output.append(" text-anchor=\"end\"")
    }
    if !classes.isEmpty { output.append(" class=\"\(classes)\"") }
    output.append(">")
    output.append(escaped: text)
    output.append("</text>\n")
  }

  /// Lines of text around the middle of a place.
  mutating func lines(
    _ lines: [String], x: Double, middle y: Double, _ classes: String = "",
    anchor: TextAnchor = .start, size: Double = 13
  ) {
    let height = size * 1.2
    let first = y - Double(lines.count - 1) * height / 2 + size * 0.35
    for (index, line) in lines.enumerated() {
      text(line, x: x, y: first + Double(index) * height, classes, anchor: anchor)
    }
  }
}

/// A place as SVG writes it: at most two decimals, no noise of floating point.
struct SVGNumber: CustomStringConvertible {
  let description: String

  init(_ value: Double) {
    precondition(value.isFinite && abs(value) < 1e9, "a place in a chart")
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    var text = hundredths < 0 ? "-\(whole)" : "\(whole)"
    if rest > 0 {
      text += rest < 10 ? ".0\(rest)" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(rest)"
    }
    description = text
  }
}

/// Texts cut to the room that a chart has for them. Widths are estimates: a browser may take another font.
enum ChartText {
  /// The width of a column of text at a size, on the generous side.
  static func width(of text: String, size: Double = 13) -> Double {
    Double(DisplayWidth.of(text)) * size * 0.62
  }

  /// The text, or as much of it as fits with an ellipsis.
  static func fitted(_ text: String, width: Double, size: Double = 13) -> String {
    let text = PlainText.shown(text)
    guard self.width(of: text, size: size) > width else { return text }
    let room = max(Int(width / (size * 0.62)) - 1, 0)
    var used = 0
    let kept = text.prefix { character in
      used += DisplayWidth.of(character)
      return used <= room
    }
    return kept + "…"
  }

  /// The text on at most so many lines, broken between words.
  static func lines(_ text: String, width: Double, size: Double = 13, most: Int = 2) -> [String] {
    var lines: [String] = []
    var line = ""
    let words = PlainText.shown(text).split(separator: " ")
    for (index, word) in words.enumerated() {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if line.isEmpty || self.width(of: longer, size: size) <= width {
        line = longer
      } else if lines.count == most - 1 {
        line += " " + words[index...].joined(separator: " ")
        break
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    return (lines + [line]).map { fitted($0, width: width, size: size) }
  }
}
