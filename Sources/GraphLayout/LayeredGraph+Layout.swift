internal import CGraphLayout
import Synchronization

/// Graphviz keeps its state in global variables, so only one graph is laid out at a time.
private let graphviz = Mutex(())

extension LayeredGraph {
  /// Finds a place for everything, with Graphviz's dot: few crossings, short edges.
  ///
  /// The same graph gives the same layout each time, in any locale.
  ///
  /// - Throws: `LayoutFailure.tooLarge`; `.graphviz` where Graphviz is incomplete here.
  /// - Complexity: More than linear: some seconds at the limits, hundredths of a second for a hundred nodes.
  /// - Note: Gansner, Koutsofios, North, Vo, A technique for drawing directed graphs, IEEE Trans. Softw. Eng.
  ///   19(3), 1993.
  public func layout() throws(LayoutFailure) -> LayeredLayout {
    guard !isTooLarge else { throw .tooLarge }
    let result = graphviz.withLock { _ in unguardedLayout() }
    return try result.get()
  }

  private func unguardedLayout() -> Result<LayeredLayout, LayoutFailure> {
    var clusterOfNode = [Int32](repeating: -1, count: nodes.count)
    for (cluster, members) in clusters.enumerated() {
      for node in members {
        precondition(clusterOfNode[node] < 0, "a node is in one cluster")
        clusterOfNode[node] = Int32(cluster)
      }
    }
    let sizes = nodes.map { holdfast_point(x: $0.width, y: $0.height) }
    let ends = edges.flatMap { [Int32($0.from), Int32($0.to)] }
    return sizes.withUnsafeBufferPointer { sizes in
      clusterOfNode.withUnsafeBufferPointer { clusterOfNode in
        ends.withUnsafeBufferPointer { ends in
          var graph = holdfast_graph(
            is_rightwards: direction == .rightwards, node_gap: nodeGap, layer_gap: layerGap,
            cluster_margin: clusterMargin, node_count: nodes.count, node_sizes: sizes.baseAddress,
            node_clusters: clusterOfNode.baseAddress, cluster_count: clusters.count,
            edge_count: edges.count, edge_ends: ends.baseAddress)
          guard let made = holdfast_layout_make(&graph) else {
            return .failure(.graphviz(String(cString: holdfast_layout_problem())))
          }
          defer { holdfast_layout_free(made) }
          return .success(LayeredLayout(self, made))
        }
      }
    }
  }
}

extension LayeredLayout {
  /// Turns what Graphviz has upside down, and moves it to the top left.
  fileprivate init(_ graph: LayeredGraph, _ made: OpaquePointer) {
    let bounds = holdfast_layout_bounds(made)
    // Graphviz reckons in inches: what that leaves in the last places is rounded off.
    let rounded = { (length: Double) in (length * 1000).rounded() / 1000 }
    let place = { (point: holdfast_point) in
      Point(x: rounded(point.x - bounds.low.x), y: rounded(bounds.high.y - point.y))
    }
    let extent = { (box: holdfast_box) in
      LayeredGraph.Size(
        width: rounded(box.high.x - box.low.x), height: rounded(box.high.y - box.low.y))
    }
    size = extent(bounds)
    nodes = graph.nodes.indices.map { place(holdfast_layout_node(made, $0)) }
    edges = graph.edges.indices.map { edge in
      let curve = holdfast_layout_edge(made, edge)
      let points = UnsafeBufferPointer(start: curve.points, count: curve.count)
      return Curve(points: points.map(place), tip: place(curve.tip))
    }
    clusters = graph.clusters.indices.map { cluster in
      let box = holdfast_layout_cluster(made, cluster)
      return Frame(
        origin: place(holdfast_point(x: box.low.x, y: box.high.y)),
        size: extent(box))
    }
  }
}
