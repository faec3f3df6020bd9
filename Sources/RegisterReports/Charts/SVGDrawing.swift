/// A chart that knows how large it is and how to draw itself.
protocol DrawableChart {
  var size: (width: Double, height: Double) { get }
  func draw(on canvas: inout SVGCanvas)
}

/// A chart as an element of HTML, with what a screen reader says instead of it.
struct SVGDrawing {
  let titleIdentifier: String
  let descriptionIdentifier: String
  let title: String
  let summary: String

  func write(_ chart: Chart, to output: inout Output) {
    let drawable = chart.drawable
    var canvas = SVGCanvas()
    drawable.draw(on: &canvas)
    let (width, height) = (SVGNumber(drawable.size.width), SVGNumber(drawable.size.height))
    output.append("<svg role=\"img\" width=\"\(width)\" height=\"\(height)\" ")
    output.append("viewBox=\"0 0 \(width) \(height)\" ")
    output.append("aria-labelledby=\"\(titleIdentifier) \(descriptionIdentifier)\">\n")
    output.append("<title id=\"\(titleIdentifier)\">")
    output.append(escaped: title)
    output.append("</title>\n<desc id=\"\(descriptionIdentifier)\">")
    output.append(escaped: summary)
    output.append("</desc>\n")
    canvas.output.bytes.withUnsafeBufferPointer { output.append($0) }
    output.append("</svg>\n")
  }
}

extension Chart {
  fileprivate var drawable: any DrawableChart {
    switch self {
    case .heatMap(let chart): chart
    case .bars(let chart): chart
    case .movement(let chart): chart
    case .timeline(let chart): chart
    case .intervals(let chart): chart
    case .shares(let chart): chart
    case .tolerance(let chart): chart
    case .impactGrid(let chart): chart
    case .curve(let chart): chart
    case .schedule(let chart): chart
    case .demand(let chart): chart
    case .dependencies(let chart): chart
    }
  }
}
