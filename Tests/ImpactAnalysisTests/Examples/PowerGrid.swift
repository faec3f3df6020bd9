import RegisterModel
import TestSupport

@testable import ImpactAnalysis

/// The test grid RTS-GMLC (GridMod/RTS-GMLC, after IEEE RTS-96): 73 buses, 120 lines and transformers and one
/// line of direct current, 158 generators.
///
/// After a black-out it is built up from the reference bus, line by line. So the supply of each bus with a load
/// needs that bus within so many lines of the reference; a bus within *n* lines needs itself and one of its lines
/// with the bus at its other end within *n* − 1. No such need leads in a circle, as lines between buses would.
struct PowerGrid {
  struct Line {
    var id: String
    var ends: [String]
  }
  let buses: [String]
  let loads: [String]
  let lines: [Line]
  /// The generators at the reference bus.
  let generators: [String]
  let reference: String
  /// With any one bus or line gone, no bus is further from the reference than this (11 by networkx 3.6.1).
  let steps = 12

  /// nil where the files are not there.
  init?() {
    let folder = "rts-gmlc-grid/"
    guard let buses = NeighbouringFile.rows(folder + "bus.csv"),
      let branches = NeighbouringFile.rows(folder + "branch.csv"),
      let direct = NeighbouringFile.rows(folder + "dc_branch.csv"),
      let generators = NeighbouringFile.rows(folder + "gen.csv"),
      let reference = buses.first(where: { $0["Bus Type"] == "Ref" })?["Bus ID"]
    else { return nil }
    self.reference = reference
    self.buses = buses.compactMap { $0["Bus ID"] }
    loads = buses.filter { Double($0["MW Load"] ?? "") ?? 0 > 0 }.compactMap { $0["Bus ID"] }
    lines = (branches + direct).compactMap { row in
      guard let id = row["UID"], let from = row["From Bus"], let to = row["To Bus"] else {
        return nil
      }
      return Line(id: id, ends: [from, to])
    }
    self.generators = generators.filter { $0["Bus ID"] == reference }.compactMap { $0["GEN UID"] }
  }

  /// The grid as a register: supplies as activities, buses, lines and generators as assets, and what is within
  /// how many lines of the reference as assets as well.
  var text: String {
    var text = ""
    for load in loads {
      text += """
        <activity id="A\(load)" name="Supply at \(load)"><needs><on ref="\(within(load, steps))"/></needs></activity>

        """
    }
    text += (buses.map { "B\($0)" } + lines.map { "L\($0.id)" } + generators.map { "G\($0)" })
      .map { "<asset id=\"\($0)\" name=\"\($0)\"/>\n" }.joined()
    for step in 0...steps {
      for bus in buses where step > 0 || bus == reference { text += reached(bus, step) }
    }
    return text
  }

  private func within(_ bus: String, _ step: Int) -> String { "N\(bus)-\(step)" }

  private func reached(_ bus: String, _ step: Int) -> String {
    let start = "<asset id=\"\(within(bus, step))\" name=\"N\"><needs><on ref=\"B\(bus)\"/></needs>"
    if bus == reference {
      let units = generators.map { "<on ref=\"G\($0)\"/>" }.joined()
      return start + "<needs atLeast=\"1\">\(units)</needs></asset>\n"
    }
    let arrivals = lines.filter { $0.ends.contains(bus) }.compactMap { line -> (String, String)? in
      let other = line.ends[0] == bus ? line.ends[1] : line.ends[0]
      guard step > 1 || other == reference else { return nil }
      let id = "V\(line.id)-\(bus)-\(step)"
      let from = within(other, other == reference ? 0 : step - 1)
      return (
        id,
        "<asset id=\"\(id)\" name=\"V\"><needs><on ref=\"L\(line.id)\"/><on ref=\"\(from)\"/></needs></asset>\n"
      )
    }
    // A bus that is not so near is never reached so soon.
    let way =
      arrivals.isEmpty
      ? "<needs atLeast=\"2\"><on ref=\"B\(bus)\"/></needs>"
      : "<needs atLeast=\"1\">" + arrivals.map { "<on ref=\"\($0.0)\"/>" }.joined() + "</needs>"
    return arrivals.map(\.1).joined() + start + way + "</asset>\n"
  }

  /// The loads that are cut off from the reference without a bus or line, found by searching what is left.
  func cutOff(without id: String) -> [String] {
    guard id != "B\(reference)" else { return loads }
    var reached: Set<String> = [reference]
    var open = [reference]
    while let bus = open.popLast() {
      for line in lines where line.ends.contains(bus) && "L\(line.id)" != id {
        for end in line.ends where "B\(end)" != id && reached.insert(end).inserted {
          open.append(end)
        }
      }
    }
    return loads.filter { !reached.contains($0) }
  }
}
