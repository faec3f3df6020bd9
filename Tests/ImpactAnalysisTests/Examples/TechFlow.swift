import RegisterModel
import TestSupport

@testable import ImpactAnalysis

/// The impact analysis of TechFlow, a company that does not exist (paolocarner/simplified-bia,
/// `EXAMPLE_COMPLETED_BIA.md`), entered as a register: times are read from its tables, what needs what from its
/// sentences.
struct TechFlow {
  let text: String

  /// Which systems each process can't do without, as the text says it.
  private static let needs: [(process: String, systems: [String])] = [
    ("Product Delivery", ["EC2", "Auth0", "Snowflake", "Datadog", "GitHub"]),
    ("Customer Support", ["Intercom", "Auth0"]),
    ("Data Processing", ["EC2", "Snowflake"]),
    ("Sales & Demo", ["EC2", "Google Workspace"]),
    ("Billing & Invoicing", ["Stripe"]),
  ]
  private static let vendors = ["Auth0", "Snowflake", "Intercom", "Stripe", "GitHub"]
  static let systems = [
    "EC2", "RDS", "Auth0", "Stripe", "Intercom", "GitHub", "Datadog", "Google Workspace",
    "Snowflake",
  ]

  /// - Parameter slower: By how much all restoring takes longer: "without our lead DevOps engineer, times would
  ///   double".
  /// - Returns: nil where the file is not there.
  init?(slower: Int64 = 1) {
    guard let document = NeighbouringFile.text("bia-examples/techflow-bia.md") else { return nil }
    let rows = document.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("|") }.map {
      line in
      line.split(separator: "|").map { Self.plain($0) }
    }
    func cells(_ name: String, _ count: Int) -> [[String]] {
      rows.filter { $0.count == count && $0.contains { $0 == name || $0 == "AWS (\(name))" } }
    }
    var text = ""
    for vendor in Self.vendors {
      text += "<party id=\"o-\(Self.id(vendor))\" name=\"\(vendor)\" kind=\"organisation\"/>"
    }
    for (process, systems) in Self.needs {
      // Process, MTD, RPO: the row whose second cell is a time.
      let times = cells(process, 3).compactMap { row in
        Self.duration(row[1]).flatMap { tolerable in
          Self.duration(row[2]).map { (tolerable, $0) }
        }
      }
      guard let (tolerable, point) = times.first else { return nil }
      // Nobody set an objective for a process. The least that is asked of its systems stands for one.
      let objectives = systems.compactMap { Self.objective($0, rows) }
      guard let objective = objectives.min() else { return nil }
      text += """
        <activity id="A-\(Self.id(process))" name="\(process.replacing("&", with: "&amp;"))" usesData="yes">
        <targets mtpd="PT\(tolerable)S" rto="PT\(objective)S" rpo="PT\(point)S"/>
        """
      for system in systems {
        text += "<needs mode=\"start\"><on ref=\"S-\(Self.id(system))\"/></needs>"
      }
      text += "</activity>"
    }
    for system in Self.systems {
      let isVendor = Self.vendors.contains(system)
      let supplier = isVendor ? " supplier=\"o-\(Self.id(system))\"" : ""
      text += "<asset id=\"S-\(Self.id(system))\" name=\"\(system)\" kind=\"ict\"\(supplier)>"
      if let objective = Self.objective(system, rows) {
        text += "<targets rto=\"PT\(objective)S\"/>"
      }
      // Priority, system, worst-case recovery time: "N/A" is no time.
      let worst = rows.filter { $0.count == 3 && ($0[1] == system || $0[1] == "AWS (\(system))") }
        .compactMap { Self.duration($0[2]) }
      if let time = worst.first {
        // Only the database was tested.
        let evidence = system == "RDS" ? "test" : "estimate"
        text += "<capability rta=\"PT\(time * slower)S\" evidence=\"\(evidence)\"/>"
      }
      // "Application (EC2) needs database (RDS) to function."
      if system == "EC2" { text += "<needs mode=\"start\"><on ref=\"S-rds\"/></needs>" }
      text += "</asset>"
    }
    self.text = text
  }

  /// The RTO of a system, both parts of AWS in one row.
  private static func objective(_ system: String, _ rows: [[String]]) -> Int64? {
    let name = system == "EC2" || system == "RDS" ? "AWS (EC2, RDS)" : system
    return rows.filter { $0.count == 3 && $0[0] == name }.compactMap { duration($0[2]) }.first
  }

  static func id(_ name: String) -> String {
    String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
  }

  private static func plain(_ cell: Substring) -> String {
    String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// Seconds of "30 minutes - Team uses home internet"; nil where it begins with no time.
  private static func duration(_ text: String) -> Int64? {
    let words = text.split(separator: " ")
    guard words.count >= 2, let number = Int64(words[0]) else { return nil }
    return switch words[1] {
    case "minute", "minutes": number * 60
    case "hour", "hours": number * 3600
    case "day", "days": number * 86_400
    default: nil
    }
  }
}
