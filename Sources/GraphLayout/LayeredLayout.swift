/// Where the parts of a graph go, in its own unit; the place 0, 0 is at the top left.
public struct LayeredLayout: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public let x: Double
    public let y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  public struct Frame: Hashable, Sendable {
    /// The top left corner.
    public let origin: Point
    public let size: LayeredGraph.Size
  }

  /// The way of an edge: cubic Bézier curves, one after the other, and an arrow at the end.
  public struct Curve: Hashable, Sendable {
    /// The start, then for each curve two control points and its end. Empty where no way was found.
    public let points: [Point]
    /// Where the arrow has its tip; it begins at the last of the points.
    public let tip: Point
  }

  public let size: LayeredGraph.Size
  /// The middle of each node.
  public let nodes: [Point]
  public let edges: [Curve]
  public let clusters: [Frame]
}

/// Why a graph is not laid out.
public enum LayoutFailure: Error, Equatable, CustomStringConvertible {
  /// It has more nodes or edges than ``LayeredGraph/mostNodes`` and ``LayeredGraph/mostEdges``.
  case tooLarge
  /// Graphviz says why not.
  case graphviz(String)

  public var description: String {
    switch self {
    case .tooLarge: "the graph is too large to be laid out"
    case .graphviz(let reason): reason
    }
  }
}
