import ArgumentParser
import RegisterModel

/// A time as people type it: "12h", "3d", "90min", "1d12h", "1.5 h"; or as the register writes it: "PT12H".
struct SpokenTime: ExpressibleByArgument {
  let time: ElapsedTime

  init?(argument: String) {
    if let time = ElapsedTime(text: argument.uppercased()) {
      self.time = time
      return
    }
    var seconds = 0.0
    var rest = argument.lowercased().filter { $0 != " " }[...]
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(unit.count)
      guard let number = Double(digits), let length = Self.units[String(unit)] else { return nil }
      seconds += number * length
    }
    guard seconds < 1e10, let time = ElapsedTime(seconds: Int64(seconds.rounded())) else {
      return nil
    }
    self.time = time
  }

  private static let units: [String: Double] = [
    "s": 1, "sec": 1, "min": 60, "m": 60, "h": 3600, "hour": 3600, "hours": 3600, "d": 86_400,
    "day": 86_400, "days": 86_400, "w": 604_800, "week": 604_800, "weeks": 604_800,
  ]
}
