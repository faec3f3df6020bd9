import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("A power grid: RTS-GMLC, entered as assets and needs")
struct PowerGridTests {
  @Test("Its single points are those that searching without each bus and line finds")
  func singlePoints() throws {
    guard let grid = PowerGrid() else { return }
    #expect(grid.buses.count == 73 && grid.lines.count == 121 && grid.loads.count == 51)
    let register = try Register(grid.text)
    let graph = DependencyGraph(register)
    #expect(graph.cycles.isEmpty)
    let names = register.activities.map(\.id.text) + register.assets.map(\.id.text)
    let points = SinglePoints(graph, activities: Array(0..<graph.activityCount)).points
    var lost: [String: [String]] = [:]
    for point in points {
      lost[names[point.node]] = point.activities.map { String(names[$0].dropFirst()) }
    }
    let parts = grid.buses.map { "B\($0)" } + grid.lines.map { "L\($0.id)" }
    for part in parts { #expect(lost[part] ?? [] == grid.cutOff(without: part), "\(part)") }

    // Vectors: articulation points 208 and 308, bridges B11 and C11 (networkx 3.6.1), each with one load behind
    // it; any load goes with its own bus, all go with the reference.
    #expect(lost["B208"] == ["207", "208"].filter(grid.loads.contains))
    #expect(lost["B308"] == ["307", "308"].filter(grid.loads.contains))
    #expect(lost["LB11"] == ["207"] && lost["LC11"] == ["307"])
    #expect(lost["B\(grid.reference)"]?.count == 51)
    let shared = parts.filter { part in (lost[part] ?? []).contains { "B\($0)" != part } }
    #expect(Set(shared) == ["B113", "B208", "B308", "LB11", "LC11"])
    // Of several generators at the reference none is single.
    #expect(grid.generators.count > 1)
    #expect(grid.generators.allSatisfy { lost["G\($0)"] == nil })
  }
}
