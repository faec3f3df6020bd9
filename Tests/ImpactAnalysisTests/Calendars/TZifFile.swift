import RegisterModel
import TestSupport

@testable import ImpactAnalysis

/// A file of the time zone database as tests need it: written by us, so that no test depends on what a
/// machine knows of the world's clocks.
struct TZifFile {
  var version = 2
  /// Offset in seconds, whether it is daylight saving, name.
  var types: [(offset: Int, isDaylight: Bool, name: String)]
  /// Seconds since 1970-01-01T00:00:00Z and the type from then on.
  var times: [(at: Int64, type: Int)] = []
  var leaps: [(at: Int64, correction: Int)] = []
  var standardFlags: [UInt8] = []
  var utcFlags: [UInt8] = []
  var footer = ""

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    if version == 1 {
      write(&bytes, timeSize: 4)
    } else {
      // The block of version 1 has something else in it, which must not be read.
      TZifFile(types: [(1, true, "NO")]).writeHeaderAndBlock(&bytes, version: version, timeSize: 4)
      write(&bytes, timeSize: 8)
      bytes += Array("\n\(footer)\n".utf8)
    }
    return bytes
  }

  private func write(_ bytes: inout [UInt8], timeSize: Int) {
    writeHeaderAndBlock(&bytes, version: version, timeSize: timeSize)
  }

  private var names: [UInt8] { types.flatMap { Array($0.name.utf8) + [0] } }

  func writeHeaderAndBlock(_ bytes: inout [UInt8], version: Int, timeSize: Int) {
    func write(_ value: Int64, _ size: Int) {
      for place in (0..<size).reversed() {
        bytes.append(UInt8(truncatingIfNeeded: value >> (place * 8)))
      }
    }
    bytes += Array("TZif".utf8)
    bytes.append(version == 1 ? 0 : UInt8(ascii: "0") + UInt8(version))
    bytes += Array(repeating: 0, count: 15)
    let counts = [
      utcFlags.count, standardFlags.count, leaps.count, times.count, types.count, names.count,
    ]
    for count in counts { write(Int64(count), 4) }
    for time in times { write(time.at, timeSize) }
    for time in times { bytes.append(UInt8(time.type)) }
    var name = 0
    for type in types {
      write(Int64(type.offset), 4)
      bytes.append(type.isDaylight ? 1 : 0)
      bytes.append(UInt8(name))
      name += type.name.utf8.count + 1
    }
    bytes += names
    for leap in leaps {
      write(leap.at, timeSize)
      write(Int64(leap.correction), 4)
    }
    bytes += standardFlags + utcFlags
  }
}

/// Time zones for tests, with what they need of their past.
enum Zones {
  static let berlin = TZifFile(
    types: [(3208, false, "LMT"), (3600, false, "CET"), (7200, true, "CEST")],
    times: [
      (-2_422_054_408, 1), (1_743_296_400, 2), (1_761_440_400, 1), (1_774_746_000, 2),
      (1_792_890_000, 1),
    ], footer: "CET-1CEST,M3.5.0,M10.5.0/3")
  /// As the database has it: winter is the exception.
  static let dublin = TZifFile(
    types: [(0, true, "GMT"), (3600, false, "IST")],
    times: [(1_743_296_400, 1), (1_761_440_400, 0)], footer: "IST-1GMT0,M10.5.0,M3.5.0/1")
  /// As builds for old readers have it: summer is the exception.
  static let dublinRearguard = TZifFile(
    types: [(0, false, "GMT"), (3600, true, "IST")], footer: "GMT0IST,M3.5.0/1,M10.5.0")
  static let newYork = TZifFile(
    types: [(-18_000, false, "EST"), (-14_400, true, "EDT")],
    times: [(1_772_953_200, 1), (1_793_512_800, 0)], footer: "EST5EDT,M3.2.0,M11.1.0")
  static let kolkata = TZifFile(types: [(19_800, false, "IST")], footer: "IST-5:30")
  static let lordHowe = TZifFile(
    types: [(37_800, false, "+1030"), (39_600, true, "+11")],
    footer: "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0")
  static let apia = TZifFile(
    types: [
      (-39_600, false, "-11"), (-36_000, true, "-10"), (50_400, true, "+14"),
      (46_800, false, "+13"),
    ],
    times: [(1_316_872_800, 1), (1_325_239_200, 2), (1_333_202_400, 3)], footer: "<+13>-13")

  static func rules(_ file: TZifFile) -> TimeZoneRules { TimeZoneRules(tzif: file.bytes)! }

  static let all: [(name: String, file: TZifFile)] = [
    ("Europe/Berlin", berlin), ("Europe/Dublin", dublin), ("America/New_York", newYork),
    ("Asia/Kolkata", kolkata), ("Australia/Lord_Howe", lordHowe), ("Pacific/Apia", apia),
  ]
}

extension Moment {
  /// A moment as tests write it.
  init(_ text: String) { self.init(text: text)! }
}

extension LocalTime {
  /// A local time as tests write it: `2026-03-29T02:30`.
  init(_ text: String) {
    let parts = text.split(separator: "T")
    self.init(CalendarDate(text: parts[0])!, TimeOfDay(text: parts[1])!)
  }
}
