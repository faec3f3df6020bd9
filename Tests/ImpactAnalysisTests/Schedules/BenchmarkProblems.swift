import Foundation
import Testing

@testable import ImpactAnalysis

/// The instances of PSPLIB j30 that lie beside the repository: 30 tasks, four resources, known optima.
enum BenchmarkProblems {
  struct Instance: Sendable {
    let name: String
    let optimum: Int64
    let problem: SchedulingProblem
  }

  /// Nil where they are not there.
  private static let folder: URL? = {
    var place = URL(filePath: #filePath)
    while place.pathComponents.count > 1 {
      place.deleteLastPathComponent()
      let folder = place.appending(path: "shared/data/rcpsp-j30")
      if FileManager.default.fileExists(atPath: folder.path) { return folder }
    }
    return nil
  }()

  static let instances: [Instance] = {
    guard let folder,
      let list = try? String(contentsOf: folder.appending(path: "optimum.csv"), encoding: .utf8)
    else { return [] }
    return list.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: ",")
      guard fields.count == 2, let optimum = Int64(fields[1]),
        let text = try? String(
          contentsOf: folder.appending(path: String(fields[0])), encoding: .utf8)
      else { return nil }
      return Instance(name: String(fields[0]), optimum: optimum, problem: problem(text))
    }
  }()

  /// Reads an instance: lines of numbers under a few headings.
  private static func problem(_ text: String) -> SchedulingProblem {
    var numbers: [String: [[Int64]]] = [:]
    var heading = ""
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let first = words.first else { continue }
      if first.hasSuffix(":"),
        words.count == 1 || first == "PRECEDENCE" || first == "REQUESTS/DURATIONS:"
      {
        heading = String(first)
      } else if first == "PRECEDENCE" {
        heading = "PRECEDENCE"
      } else if let row = words.reduce(
        into: [Int64]?([]),
        { row, word in
          row = Int64(word).flatMap { number in row.map { $0 + [number] } }
        })
      {
        numbers[heading, default: []].append(row)
      }
    }
    let capacities = numbers["RESOURCEAVAILABILITIES:"]?.last ?? []
    var problem = SchedulingProblem(capacities: capacities)
    for row in numbers["REQUESTS/DURATIONS:"] ?? [] {
      problem.addTask(
        duration: row[2],
        demands: capacities.indices.map { SchedulingProblem.Demand(of: $0, row[3 + $0]) })
    }
    for row in numbers["PRECEDENCE"] ?? [] {
      for follower in row.dropFirst(3) { problem.wait(Int(follower) - 1, for: Int(row[0]) - 1) }
    }
    return problem
  }
}

@Suite("The benchmark problems")
struct BenchmarkTests {
  @Test("Never below the optimum, the bound never above it; most are proven, the rest is near")
  func optima() {
    let instances = BenchmarkProblems.instances
    guard !instances.isEmpty else {
      print("The benchmark problems are not there: nothing tried.")
      return
    }
    #expect(instances.count == 48)
    var proven = 0
    var gaps = 0.0
    for instance in instances {
      let schedule = instance.problem.schedule(SearchEffort(placements: 4_000, nodes: 2_000))
      let objective = schedule.objective ?? 0
      #expect(instance.problem.mistakes(in: schedule).isEmpty, "\(instance.name)")
      #expect(objective >= instance.optimum, "\(instance.name)")
      #expect(schedule.lowerBound ?? .max <= instance.optimum, "\(instance.name)")
      #expect(schedule.nodes <= 2_000, "\(instance.name)")
      if schedule.isProvenOptimal { proven += 1 }
      gaps += Double(objective - instance.optimum) / Double(instance.optimum)
    }
    #expect(proven >= 40)
    #expect(gaps / 48 < 0.01)
  }
}
