import Foundation

/// The weather and climate disasters of the United States that cost a billion dollars or more, 1980 to 2024
/// (NOAA NCEI, doi 10.25921/stkw-7w73, public domain), which lie beside the repository.
struct BillionDollarDisasters {
  struct Event {
    let kind: String
    /// yyyymmdd.
    let begin: Int
  }

  let events: [Event]

  /// Nil, with a word about it, where the file is not there.
  init?() {
    let path = "shared/data/noaa-billion-dollar-disasters/events-US-1980-2024-Q4.csv"
    var place = URL(filePath: #filePath)
    while place.pathComponents.count > 1 {
      place.deleteLastPathComponent()
      guard let text = try? String(contentsOf: place.appending(path: path), encoding: .utf8) else {
        continue
      }
      // Names may hold commas and are quoted then; all else is counted from the end of the line.
      events = text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count >= 7, let begin = Int(fields[fields.count - 5]) else { return nil }
        return Event(kind: String(fields[fields.count - 6]), begin: begin)
      }
      return
    }
    print("\(path) is not there: nothing tried.")
    return nil
  }
}
