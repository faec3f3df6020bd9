/// A graph that is to be drawn in layers: what needs something stands before what it needs.
///
/// Nodes are numbers, with a size each. What is written on them is for whoever draws them: no text comes
/// in here. Lengths are in any unit, such as pixels.
public struct LayeredGraph: Hashable, Sendable {
  /// Which way edges go.
  public enum Direction: Hashable, Sendable {
    /// Layers are columns, the first at the left.
    case rightwards
    /// Layers are rows, the first on top.
    case downwards
  }

  public struct Size: Hashable, Sendable {
    public let width: Double
    public let height: Double

    public init(width: Double, height: Double) {
      precondition(
        (0...100_000).contains(width) && (0...100_000).contains(height), "a size of a node")
      self.width = width
      self.height = height
    }
  }

  /// From a node to another, or to itself. Several edges may have the same ends.
  public struct Edge: Hashable, Sendable {
    public let from: Int
    public let to: Int

    public init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }
  }

  /// The most that is laid out: beyond it takes long, and nobody can read what comes out.
  public static let mostNodes = 400
  public static let mostEdges = 1500

  public var direction: Direction
  public private(set) var nodes: [Size] = []
  public private(set) var edges: [Edge] = []
  /// The nodes of each cluster; they stay together, with a frame around them.
  public private(set) var clusters: [[Int]] = []
  /// Between nodes of a layer.
  public var nodeGap = 14.0
  /// Between layers.
  public var layerGap = 34.0
  /// Between the nodes of a cluster and its frame.
  public var clusterMargin = 18.0

  public init(_ direction: Direction = .rightwards) { self.direction = direction }

  /// Adds a node.
  ///
  /// - Returns: Its number: 0 for the first.
  public mutating func addNode(_ size: Size) -> Int {
    nodes.append(size)
    return nodes.count - 1
  }

  public mutating func addEdge(from: Int, to: Int) {
    precondition(nodes.indices.contains(from) && nodes.indices.contains(to), "between two nodes")
    edges.append(Edge(from: from, to: to))
  }

  /// Keeps some nodes together.
  ///
  /// - Parameter nodes: None of them in a cluster yet.
  public mutating func addCluster(_ nodes: [Int]) {
    precondition(nodes.allSatisfy(self.nodes.indices.contains), "a cluster of nodes")
    clusters.append(nodes)
  }

  /// Whether there is more than is laid out.
  public var isTooLarge: Bool {
    nodes.count > Self.mostNodes || edges.count > Self.mostEdges
  }
}
