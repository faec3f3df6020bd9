public import GraphLayout

/// What needs what, laid out in layers: what needs something stands left of it.
public struct DependencyChart: Hashable, Sendable {
  /// What a node stands for; each is drawn in a shape of its own.
  public enum Shape: Hashable, Sendable {
    case activity, asset
    /// A need of which a number of members is enough.
    case choice
  }

  /// A node.
  public struct Node: Hashable, Sendable {
    public let shape: Shape
    /// The first in bold.
    public let lines: [String]
    /// What is wrong with it, in a few words, such as "3 h late"; empty: nothing.
    public let notes: [String]
    public let isLate: Bool
    public let isSinglePoint: Bool
    /// Whether nobody can say when it is back.
    public let isUnknown: Bool

    public init(
      _ shape: Shape, lines: [String], notes: [String] = [], isLate: Bool = false,
      isSinglePoint: Bool = false, isUnknown: Bool = false
    ) {
      self.shape = shape
      self.lines = lines
      self.notes = notes
      self.isLate = isLate
      self.isSinglePoint = isSinglePoint
      self.isUnknown = isUnknown
    }

    static let lineHeight = 15.0

    /// How much room it takes.
    public var size: LayeredGraph.Size {
      switch shape {
      case .choice:
        LayeredGraph.Size(
          width: ChartText.width(of: lines.first ?? "", size: 11) + 16, height: 22)
      case .activity, .asset:
        LayeredGraph.Size(
          width: 154, height: Double(lines.count + notes.count) * Self.lineHeight + 14)
      }
    }

    /// Room for text in a line, at a size of 12.
    static let textWidth = 144.0
  }

  public let nodes: [Node]
  /// Whether each edge is redundant: the node can do without.
  public let redundantEdges: Set<Int>
  /// The titles of the clusters.
  public let clusters: [String]
  public let layout: LayeredLayout

  public init(
    nodes: [Node], redundantEdges: Set<Int>, clusters: [String], layout: LayeredLayout
  ) {
    precondition(
      nodes.count == layout.nodes.count && clusters.count == layout.clusters.count,
      "a place for each")
    self.nodes = nodes
    self.redundantEdges = redundantEdges
    self.clusters = clusters
    self.layout = layout
  }
}

extension DependencyChart: DrawableChart {
  private var margin: Double { 4 }
  private var width: Double { max(layout.size.width + 2 * margin, 620) }
  private var top: Double { legend.height + 8 }

  var size: (width: Double, height: Double) { (width, top + layout.size.height + 2 * margin) }

  func draw(on canvas: inout SVGCanvas) {
    legend.draw(on: &canvas)
    canvas.group(down: top) { canvas in
      for (title, frame) in zip(clusters, layout.clusters) {
        canvas.rectangle(
          x: frame.origin.x + margin, y: frame.origin.y + margin, width: frame.size.width,
          height: frame.size.height, "frame", radius: 4)
        canvas.text(
          ChartText.fitted(title, width: frame.size.width - 8, size: 11),
          x: frame.origin.x + margin + 5, y: frame.origin.y + margin + 13, "small muted")
      }
      for (index, edge) in layout.edges.enumerated() {
        draw(edge, isRedundant: redundantEdges.contains(index), on: &canvas)
      }
      for (node, place) in zip(nodes, layout.nodes) {
        DependencyMark(node).draw(
          x: place.x + margin, y: place.y + margin, on: &canvas)
      }
    }
  }

  private func draw(
    _ edge: LayeredLayout.Curve, isRedundant: Bool, on canvas: inout SVGCanvas
  ) {
    guard let last = edge.points.last else { return }
    canvas.curve(
      edge.points.map { ($0.x + margin, $0.y + margin) },
      isRedundant ? "edge-line dash" : "edge-line"
    )
    let (dx, dy) = (edge.tip.x - last.x, edge.tip.y - last.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return }
    let (ux, uy) = (dx / length * 9, dy / length * 9)
    let tip = (x: edge.tip.x + margin, y: edge.tip.y + margin)
    canvas.polygon(
      [
        tip, (tip.x - ux - uy * 0.42, tip.y - uy + ux * 0.42),
        (tip.x - ux + uy * 0.42, tip.y - uy - ux * 0.42),
      ], "arrow")
  }

  private var legend: ChartLegend {
    ChartLegend(
      width: width,
      [
        .init("activity") {
          $0.rectangle(x: $1, y: 4, width: 28, height: 16, "neutral edge", radius: 8)
        },
        .init("asset") { $0.rectangle(x: $1, y: 4, width: 28, height: 16, "blank edge") },
        .init("needs: a → b") {
          $0.line(from: ($1, 12), to: ($1 + 20, 12), "edge-line")
          $0.polygon([($1 + 28, 12), ($1 + 19, 8), ($1 + 19, 16)], "arrow")
        },
        .init("some of these are enough") {
          $0.rectangle(x: $1, y: 3, width: 28, height: 18, "blank edge", radius: 9)
          $0.text("1/2", x: $1 + 14, y: 16, "small", anchor: .middle)
        },
        .init("late") {
          DependencyMark.drawLate(x: $1, y: 4, width: 28, height: 16, radius: 0, on: &$0)
        },
        .init("single point of failure") {
          DependencyMark.drawSingle(x: $1 + 3, y: 6, width: 22, height: 12, radius: 0, on: &$0)
        },
        .init("time not known") {
          $0.rectangle(x: $1, y: 4, width: 28, height: 16, "unknown edge dash")
        },
      ])
  }
}

/// A node as it is drawn.
struct DependencyMark {
  private let node: DependencyChart.Node

  init(_ node: DependencyChart.Node) { self.node = node }

  /// - Parameters: The middle of the node.
  func draw(x: Double, y: Double, on canvas: inout SVGCanvas) {
    let size = node.size
    let (left, top) = (x - size.width / 2, y - size.height / 2)
    let radius = node.shape == .asset ? 0 : min(size.height / 2, 12)
    if node.isSinglePoint {
      Self.drawSingle(
        x: left, y: top, width: size.width, height: size.height, radius: radius, on: &canvas)
    }
    if node.isLate {
      Self.drawLate(
        x: left, y: top, width: size.width, height: size.height, radius: radius, on: &canvas)
    } else {
      canvas.rectangle(
        x: left, y: top, width: size.width, height: size.height, ground, radius: radius)
    }
    var base = top + 16.5
    if node.shape == .choice { base = y + 4 }
    for (index, line) in node.lines.enumerated() {
      let classes = node.shape == .choice ? "small bold" : index == 0 ? "medium bold" : "medium"
      canvas.text(line, x: x, y: base, classes, anchor: .middle)
      base += DependencyChart.Node.lineHeight
    }
    for note in node.notes {
      canvas.text(note, x: x, y: base, "small bold", anchor: .middle)
      base += DependencyChart.Node.lineHeight
    }
  }

  private var ground: String {
    if node.isUnknown { return "unknown edge dash" }
    return switch node.shape {
    case .activity: "neutral edge"
    case .asset, .choice: "blank edge"
    }
  }

  /// A thick frame.
  static func drawLate(
    x: Double, y: Double, width: Double, height: Double, radius: Double, on canvas: inout SVGCanvas
  ) {
    canvas.rectangle(
      x: x + 1, y: y + 1, width: width - 2, height: height - 2, "bad alarm-edge", radius: radius)
  }

  /// A second frame around it.
  static func drawSingle(
    x: Double, y: Double, width: Double, height: Double, radius: Double, on canvas: inout SVGCanvas
  ) {
    canvas.rectangle(
      x: x - 3.5, y: y - 3.5, width: width + 7, height: height + 7, "blank outline",
      radius: radius > 0 ? radius + 3.5 : 0)
    canvas.rectangle(x: x, y: y, width: width, height: height, "blank outline", radius: radius)
  }
}
