import ArgumentParser

#if canImport(Glibc)
  import Glibc
#endif

/// Makes large registers for measurements: the same bytes for the same arguments, on any machine.
@main
struct GenerateRegister: ParsableCommand {
  @Option(help: "How many risks.") var risks = 1000
  @Option(help: "How many assets.") var assets = 200
  @Option(help: "How many activities.") var activities = 50
  @Option(help: "How many needs, spread over activities and assets.") var needs = 0
  @Option(help: "What the choices depend on.") var seed: UInt64 = 1
  @Option(name: .short, help: "Where to write it.") var output: String

  func run() throws {
    guard let file = fopen(output, "w") else { throw ValidationError("cannot write \(output)") }
    defer { fclose(file) }
    var writer = Writer(file: file, random: SplitMix64(state: seed))
    writer.write(risks: risks, assets: assets, activities: max(activities, 1), needs: needs)
  }
}

/// The generator of Steele, Lea and Flood (2014).
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

private let words = """
  flood closes the basement plant room after heavy rain and the pumps fail because their feeder is \
  under water staff cannot reach the site ransomware encrypts the booking system through a stolen \
  password of a supplier key people leave at once the only crane driver falls ill power is lost for \
  hours chlorine delivery stops a fire in the archive spreads strike at the port delays spare parts \
  data are wrong after an update nobody notices for days the contract ends without a successor
  """.split(separator: " ").map(String.init)

private struct Writer {
  let file: UnsafeMutablePointer<FILE>
  var random: SplitMix64
  private var buffer: [UInt8] = []

  init(file: UnsafeMutablePointer<FILE>, random: SplitMix64) {
    self.file = file
    self.random = random
  }

  private mutating func put(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count > 1 << 20 { flush() }
  }

  private mutating func flush() {
    buffer.withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, file) }
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func sentence(_ length: Int) -> String {
    (0..<length).map { _ in words[random.below(words.count)] }.joined(separator: " ")
  }

  private func number(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  private mutating func date() -> String {
    "20\(20 + random.below(7))-\(number(1 + random.below(12), 2))-\(number(1 + random.below(28), 2))"
  }

  mutating func write(risks: Int, assets: Int, activities: Int, needs: Int) {
    head()
    let total = activities + assets
    for index in 1...activities {
      activity(index, assets: assets, needs: needs * index / total - needs * (index - 1) / total)
    }
    for index in stride(from: 1, through: assets, by: 1) {
      let place = activities + index
      asset(index, assets: assets, needs: needs * place / total - needs * (place - 1) / total)
    }
    for index in 1...Self.controlCount { control(index) }
    var accepted: [Int] = []
    for index in stride(from: 1, through: risks, by: 1) {
      if risk(index, assets: assets) == "accepted" { accepted.append(index) }
    }
    for index in stride(from: 1, through: risks / 3, by: 1) { treatment(index, risk: 3 * index) }
    for (index, risk) in accepted.enumerated() { acceptance(index + 1, risk: risk) }
    for index in stride(from: 1, through: risks / 10, by: 1) { indicator(index, risk: 10 * index) }
    put("</register>\n")
    flush()
  }

  private mutating func head() {
    put(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <register xmlns="https://w3id.org/holdfast/register/1" schemaVersion="1.0" id="generated" lang="en" currency="EUR">
        <title>A generated register</title>
        <criteria>
          <likelihood>

      """)
    let bounds = ["0.001", "0.01", "0.1", "1", "10", "100"]
    for (index, name) in ["Rare", "Unlikely", "Possible", "Likely", "Frequent"].enumerated() {
      put("      <level name=\"\(name)\" from=\"\(bounds[index])\" to=\"\(bounds[index + 1])\"/>\n")
    }
    put("    </likelihood>\n")
    for (category, unit) in [("money", "EUR"), ("safety", "people")] {
      put("    <impact category=\"\(category)\" unit=\"\(unit)\" intolerable=\"4\">\n")
      var bound = category == "money" ? 1000 : 1
      for name in ["Minor", "Moderate", "Serious", "Severe", "Extreme"] {
        put("      <level name=\"\(name)\" from=\"\(bound)\" to=\"\(bound * 10)\"/>\n")
        bound *= 10
      }
      put("    </impact>\n")
    }
    put("    <matrix>\n")
    for name in ["Low", "Medium", "High", "Critical"] { put("      <rating name=\"\(name)\"/>\n") }
    for likelihood in 1...5 {
      let row = (1...5).map { impact in
        switch likelihood + impact {
        case ...4: "1"
        case 5: "2"
        case 6...7: "3"
        default: "4"
        }
      }
      put("      <row>\(row.joined(separator: " "))</row>\n")
    }
    put("    </matrix>\n    <appetite rating=\"2\" tolerance=\"3\"/>\n")
    put("    <bands>PT4H P1D P3D P7D P14D P30D</bands>\n  </criteria>\n")
    for index in 1...500 {
      put("  <party id=\"P-\(index)\" name=\"Person \(index)\" kind=\"person\"/>\n")
    }
    for index in 1...40 {
      put("  <hazard id=\"H-\(index)\" name=\"Hazard \(index)\" group=\"natural\"/>\n")
    }
  }

  private mutating func needs(_ count: Int, upTo limit: Int) {
    guard limit > 0 else { return }
    for _ in 0..<count {
      if random.below(4) == 0, limit > 2 {
        let first = 1 + random.below(limit - 1)
        put("    <needs atLeast=\"1\" mode=\"start\">\n      <on ref=\"S-\(first)\"/>\n")
        put("      <on ref=\"S-\(first + 1)\"/>\n    </needs>\n")
      } else {
        put(
          "    <needs lead=\"PT5M\">\n      <on ref=\"S-\(1 + random.below(limit))\"/>\n    </needs>\n"
        )
      }
    }
  }

  private mutating func activity(_ index: Int, assets: Int, needs count: Int) {
    put(
      "  <activity id=\"A-\(index)\" name=\"Activity \(index)\" owner=\"P-\(1 + random.below(500))\">\n"
    )
    for (step, band) in ["PT4H", "P1D", "P3D", "P7D"].enumerated() {
      put(
        "    <impact category=\"money\" at=\"\(band)\" level=\"\(1 + min(4, step + random.below(2)))\"/>\n"
      )
    }
    put("    <targets mtpd=\"P1D\" rto=\"PT8H\" own=\"PT30M\"/>\n")
    put(
      "    <loss>\n      <rate amount=\"\(1000 + random.below(9000))\" per=\"PT1H\"/>\n    </loss>\n"
    )
    needs(count, upTo: assets)
    put("  </activity>\n")
  }

  private mutating func asset(_ index: Int, assets: Int, needs count: Int) {
    put(
      "  <asset id=\"S-\(index)\" name=\"Asset \(index)\" kind=\"ict\" owner=\"P-\(1 + random.below(500))\">\n"
    )
    put("    <description>\n      <p>\(sentence(12))</p>\n    </description>\n")
    put(
      "    <capability rta=\"PT\(1 + random.below(12))H\" evidence=\"estimate\" on=\"\(date())\"/>\n"
    )
    // Only what comes later is needed, so that there is no cycle.
    if index < assets {
      for _ in 0..<count {
        let other = index + 1 + random.below(assets - index)
        put("    <needs>\n      <on ref=\"S-\(other)\"/>\n    </needs>\n")
      }
    }
    put("  </asset>\n")
  }

  private static let controlCount = 300

  private mutating func control(_ index: Int) {
    put(
      "  <control id=\"C-\(index)\" name=\"Control \(index)\" kind=\"preventive\" lowers=\"frequency\""
        + " owner=\"P-\(1 + random.below(500))\" effectiveness=\"0.\(1 + random.below(9))\""
        + " reliability=\"0.\(1 + random.below(9))\"/>\n"
    )
  }

  private mutating func treatment(_ index: Int, risk: Int) {
    let status = ["proposed", "approved", "inProgress", "done"][random.below(4)]
    put(
      "  <treatment id=\"T-\(index)\" name=\"\(sentence(4))\" option=\"reduceLikelihood\" status=\"\(status)\""
        + " owner=\"P-\(1 + random.below(500))\" due=\"\(date())\" cost=\"\(1000 * (1 + random.below(90)))\">\n"
    )
    put("    <treats ref=\"R-\(number(risk, 7))\" likelihood=\"1\"/>\n  </treatment>\n")
  }

  private mutating func acceptance(_ index: Int, risk: Int) {
    put(
      "  <acceptance id=\"AC-\(index)\" risk=\"R-\(number(risk, 7))\" rating=\"\(1 + random.below(4))\""
        + " by=\"P-\(1 + random.below(500))\" on=\"\(date())\" until=\"\(date())\">\n"
    )
    put(
      "    <justification>\n      <p>\(sentence(12))</p>\n    </justification>\n  </acceptance>\n")
  }

  private mutating func indicator(_ index: Int, risk: Int) {
    put(
      "  <indicator id=\"K-\(index)\" name=\"\(sentence(3))\" owner=\"P-\(1 + random.below(500))\""
        + " amber=\"5\" red=\"8\" maximumAge=\"P90D\">\n"
    )
    put("    <tracks ref=\"R-\(number(risk, 7))\"/>\n")
    for month in 1...6 {
      put(
        "    <reading at=\"2026-\(number(month + 4, 2))-01T08:00:00Z\" value=\"\(random.below(10))\"/>\n"
      )
    }
    put("  </indicator>\n")
  }

  /// - Returns: Its status.
  private mutating func risk(_ index: Int, assets: Int) -> String {
    let owner = "P-\(1 + random.below(500))"
    let on = date()
    let status = ["open", "treating", "monitored", "accepted"][random.below(4)]
    put(
      "  <risk id=\"R-\(number(index, 7))\" owner=\"\(owner)\" status=\"\(status)\" reviewed=\"\(on)\">\n"
    )
    put("    <hazard ref=\"H-\(1 + random.below(40))\"/>\n    <title>\(sentence(6))</title>\n")
    put("    <cause>\n      <p>\(sentence(9)) &amp; more</p>\n    </cause>\n")
    put("    <event>\n      <p>\(sentence(8))</p>\n    </event>\n")
    put("    <consequence>\n      <p>\(sentence(10))</p>\n    </consequence>\n")
    let likelihood = 1 + random.below(5)
    for (stage, lower) in [("inherent", 0), ("current", 1)] {
      put(
        "    <score stage=\"\(stage)\" likelihood=\"\(max(1, likelihood - lower))\" by=\"\(owner)\" on=\"\(on)\">\n"
      )
      put("      <impact category=\"money\" level=\"\(1 + random.below(5))\"/>\n")
      put("      <impact category=\"safety\" level=\"\(1 + random.below(5))\"/>\n    </score>\n")
    }
    put(
      "    <estimate>\n      <frequency>\n        <between low=\"0.0\(1 + random.below(9))\" high=\"0.\(1 + random.below(9))\"/>\n"
    )
    let low = 1000 * (1 + random.below(100))
    put(
      "      </frequency>\n      <loss>\n        <between low=\"\(low)\" high=\"\(low * (3 + random.below(30)))\"/>\n"
    )
    put("      </loss>\n    </estimate>\n")
    if assets > 0 {
      put(
        "    <hits ref=\"S-\(1 + random.below(assets))\" probability=\"0.\(1 + random.below(9))\"/>\n"
      )
    }
    if random.below(2) == 0 {
      put("    <control ref=\"C-\(1 + random.below(Self.controlCount))\"/>\n")
    }
    put("  </risk>\n")
    return status
  }
}
