import GraphLayout
import TestSupport
import Testing

@Suite("Layouts in layers")
struct LayeredLayoutTests {
  private static let box = LayeredGraph.Size(width: 100, height: 30)

  private static func graph(
    _ count: Int, _ edges: [(Int, Int)], _ direction: LayeredGraph.Direction = .rightwards
  ) -> LayeredGraph {
    var graph = LayeredGraph(direction)
    for _ in 0..<count { _ = graph.addNode(box) }
    for edge in edges { graph.addEdge(from: edge.0, to: edge.1) }
    return graph
  }

  @Test("What is needed stands right of what needs it, a layer apart")
  func chain() throws {
    let layout = try Self.graph(3, [(0, 1), (1, 2)]).layout()
    #expect(layout.nodes.map(\.x) == [50, 184, 318])
    #expect(layout.nodes.map(\.y) == [15, 15, 15])
    #expect(layout.size == LayeredGraph.Size(width: 368, height: 30))
  }

  @Test("Downwards, what is needed stands below what needs it")
  func downwards() throws {
    let layout = try Self.graph(2, [(0, 1)], .downwards).layout()
    #expect(layout.nodes.map(\.x) == [50, 50])
    #expect(layout.nodes.map(\.y) == [15, 79])
  }

  @Test("An edge leads from one node to the other, in Bézier curves, with an arrow at its end")
  func edge() throws {
    let layout = try Self.graph(3, [(0, 1), (0, 2)]).layout()
    for (edge, target) in zip(layout.edges, [1, 2]) {
      #expect(edge.points.count % 3 == 1)
      let start = try #require(edge.points.first)
      let end = try #require(edge.points.last)
      // Graphviz leaves next to nothing between curves and nodes.
      #expect(abs(start.x - (layout.nodes[0].x + 50)) < 1)
      #expect(abs(edge.tip.x - (layout.nodes[target].x - 50)) < 1)
      #expect(abs(edge.tip.y - layout.nodes[target].y) <= 15)
      #expect(end.x < edge.tip.x)
    }
  }

  @Test("Nodes don't overlap, whatever their sizes")
  func apart() throws {
    var graph = LayeredGraph()
    var random = SplitMix64(seed: 7)
    for _ in 0..<60 {
      _ = graph.addNode(
        .init(width: Double(random.within(10...200)), height: Double(random.within(10...70))))
    }
    for _ in 0..<90 { graph.addEdge(from: random.below(60), to: random.below(60)) }
    let layout = try graph.layout()
    for first in 0..<60 {
      for second in 0..<first {
        let (a, b) = (layout.nodes[first], layout.nodes[second])
        let (sizeA, sizeB) = (graph.nodes[first], graph.nodes[second])
        let isApart =
          abs(a.x - b.x) + 0.01 >= (sizeA.width + sizeB.width) / 2
          || abs(a.y - b.y) + 0.01 >= (sizeA.height + sizeB.height) / 2
        #expect(isApart, "\(first) and \(second)")
      }
    }
  }

  @Test("A cluster's frame has its nodes in it and no others")
  func cluster() throws {
    var graph = Self.graph(5, [(0, 1), (0, 2), (0, 3), (3, 4)])
    graph.addCluster([1, 3])
    let layout = try graph.layout()
    let frame = try #require(layout.clusters.first)
    let inside = layout.nodes.indices.filter { node in
      let place = layout.nodes[node]
      return (frame.origin.x...frame.origin.x + frame.size.width).contains(place.x)
        && (frame.origin.y...frame.origin.y + frame.size.height).contains(place.y)
    }
    #expect(inside == [1, 3])
  }

  @Test("All of it lies within the size, from the top left on")
  func within() throws {
    var graph = Self.graph(6, [(0, 1), (1, 2), (2, 0), (3, 3), (4, 5), (4, 5)])
    graph.addCluster([4, 5])
    let layout = try graph.layout()
    let corners = layout.nodes.flatMap {
      [($0.x - 50, $0.y - 15), ($0.x + 50, $0.y + 15)]
    }
    let ways = layout.edges.flatMap { $0.points.map { ($0.x, $0.y) } }
    for (x, y) in corners + ways {
      #expect((-0.01...layout.size.width + 0.01).contains(x))
      #expect((-0.01...layout.size.height + 0.01).contains(y))
    }
  }

  @Test("A circle, a node that needs itself, and two edges between the same nodes all have a way")
  func circles() throws {
    let layout = try Self.graph(3, [(0, 1), (1, 2), (2, 0), (1, 1), (0, 1)]).layout()
    #expect(layout.edges.allSatisfy { $0.points.count >= 4 })
  }

  @Test("A graph without nodes has no size")
  func empty() throws {
    let layout = try LayeredGraph().layout()
    #expect(layout.nodes.isEmpty)
    #expect(layout.size == LayeredGraph.Size(width: 0, height: 0))
  }

  @Test("A node alone is as large as its graph")
  func single() throws {
    #expect(try Self.graph(1, []).layout().size == Self.box)
  }

  @Test("The same graph gives the same layout, also when many are laid out at once")
  func same() async throws {
    let graph = Self.graph(40, (0..<70).map { ($0 * 7 % 40, $0 * 11 % 40) })
    let expected = try graph.layout()
    try await withThrowingTaskGroup(of: LayeredLayout.self) { group in
      for _ in 0..<8 { group.addTask { try graph.layout() } }
      for try await layout in group { #expect(layout == expected) }
    }
  }

  @Test("More than the limits is refused, and not tried")
  func tooLarge() {
    let graph = Self.graph(LayeredGraph.mostNodes + 1, [])
    #expect(throws: LayoutFailure.tooLarge) { try graph.layout() }
    let edges = Self.graph(2, Array(repeating: (0, 1), count: LayeredGraph.mostEdges + 1))
    #expect(throws: LayoutFailure.tooLarge) { try edges.layout() }
  }
}
