import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("Files of the time zone database: RFC 9636")
struct TZifTests {
  @Test("Versions 1 to 4 are read; others are not", arguments: 1...4)
  func versions(version: Int) {
    var file = Zones.berlin
    file.version = version
    // Before 1901 there is no time in the 32 bits of version 1.
    if version == 1 { file.times.removeFirst() }
    let rules = TimeZoneRules(tzif: file.bytes)
    #expect(rules?.offset(at: 1_780_000_000) == 7200)
    #expect(rules?.offset(at: -2_422_054_409) == 3208)
    #expect(rules?.offset(at: 4_115_000_000) == (version == 1 ? 3600 : 7200))
    var bytes = file.bytes
    bytes[4] = UInt8(ascii: "5")
    #expect(TimeZoneRules(tzif: bytes) == nil)
    bytes[4] = UInt8(ascii: "1")
    #expect(TimeZoneRules(tzif: bytes) == nil)
  }

  @Test("Without a rule for later years, what is known ends with the last change")
  func knownEnd() {
    var file = Zones.berlin
    #expect(Zones.rules(file).known == Int64.min...Int64.max)
    file.footer = ""
    #expect(Zones.rules(file).known == Int64.min...1_792_890_000)
    #expect(Zones.rules(file).offset(at: 4_000_000_000) == 3600)
  }

  @Test("A time of which the file says that it is not known, is not known")
  func unspecified() {
    let file = TZifFile(
      version: 4, types: [(0, false, "-00"), (3600, false, "CET")],
      times: [(1_000_000_000, 1), (1_700_000_000, 0)])
    #expect(Zones.rules(file).known == Int64(1_000_000_000)...1_700_000_000)
    #expect(Zones.rules(file).offset(at: 1_500_000_000) == 3600)
  }

  @Test("Without any change the rule holds at all times, and without a rule the only type")
  func noTimes() {
    #expect(Zones.rules(Zones.kolkata).offset(at: .min) == 19_800)
    let file = TZifFile(types: [(-12_600, false, "NST")])
    #expect(Zones.rules(file).offset(at: 0) == -12_600)
    #expect(Zones.rules(file).known == Int64.min...Int64.max)
  }

  @Test("Leap seconds are taken out")
  func leapSeconds() {
    var file = Zones.berlin
    file.leaps = [(78_796_800, 1), (94_694_401, 2), (126_230_402, 3)]
    file.times = file.times.map { ($0.at + ($0.at > 0 ? 3 : 0), $0.type) }
    #expect(TimeZoneRules(tzif: file.bytes) == Zones.rules(Zones.berlin))
    // The third is too close to the second, jumps, or comes before it.
    for wrong in [(94_694_500, 3), (126_230_402, 5), (80_000_000, 3)] as [(Int64, Int)] {
      file.leaps[2] = wrong
      #expect(TimeZoneRules(tzif: file.bytes) == nil)
    }
    file.leaps = [(78_796_800, 2)]
    #expect(TimeZoneRules(tzif: file.bytes) == nil)
  }

  @Test("A file that contradicts itself is none")
  func contradictions() {
    func isRefused(_ change: (inout TZifFile) -> Void) -> Bool {
      var file = Zones.berlin
      change(&file)
      return TimeZoneRules(tzif: file.bytes) == nil
    }
    #expect(!isRefused { _ in })
    #expect(isRefused { $0.types = [] })
    #expect(isRefused { $0.times.swapAt(1, 2) })
    #expect(isRefused { $0.times[1].at = $0.times[0].at })
    #expect(isRefused { $0.times[4].type = 3 })
    #expect(isRefused { $0.types[0].offset = 93_600 })
    #expect(isRefused { $0.types[0].offset = -90_000 })
    #expect(isRefused { $0.types[0].offset = -2_147_483_648 })
    #expect(isRefused { $0.standardFlags = [1, 1] })
    #expect(isRefused { $0.standardFlags = [1, 1, 2] })
    #expect(!isRefused { $0.standardFlags = [1, 1, 0] })
    #expect(isRefused { $0.utcFlags = [1, 0, 0] })
    #expect(
      isRefused {
        $0.standardFlags = [0, 1, 1]
        $0.utcFlags = [1, 0, 0]
      })
    #expect(
      !isRefused {
        $0.standardFlags = [1, 1, 0]
        $0.utcFlags = [1, 0, 0]
      })
    // The rule would have it summer where the list ends.
    #expect(
      isRefused {
        $0.times.removeLast()
        $0.footer = "CET-1"
      })
    #expect(isRefused { $0.footer = "CET-1CEST" })
    #expect(isRefused { $0.footer = "CET-1\n" })
  }

  @Test("Bytes that are cut short, or go on, are no file")
  func cutShort() {
    for version in 1...2 {
      var file = Zones.berlin
      file.version = version
      let bytes = file.bytes
      for count in 0..<bytes.count {
        #expect(TimeZoneRules(tzif: Array(bytes.prefix(count))) == nil, "\(count) bytes")
      }
      #expect(TimeZoneRules(tzif: bytes + [0]) == nil)
      #expect(TimeZoneRules(tzif: []) == nil)
    }
  }

  @Test("Damaged bytes never trap, and what they give can be asked anything")
  func damaged() {
    var random = SplitMix64(seed: 11)
    var files = Zones.all.map(\.file)
    files.append(Zones.berlin)
    files[files.count - 1].leaps = [(78_796_800, 1), (94_694_401, 2)]
    for file in files {
      for version in 1...4 {
        var file = file
        file.version = version
        for _ in 0..<100 {
          var bytes = file.bytes
          for _ in 0..<random.within(1...4) {
            bytes[random.below(bytes.count)] = UInt8(random.below(256))
          }
          guard let rules = TimeZoneRules(tzif: bytes) else { continue }
          for seconds in [Int64.min, -62_135_596_800, 0, 1_792_890_000, 253_402_300_799, .max] {
            _ = rules.offset(at: seconds)
            _ = rules.moment(at: seconds)
          }
          for time in ["0001-01-01T00:00", "2026-03-29T02:30", "9999-12-31T24:00"] {
            _ = rules.moment(of: LocalTime(time))
          }
        }
      }
    }
  }

  @Test("Counts that no file could have do not ask for memory")
  func hugeCounts() {
    var bytes = Zones.kolkata.bytes
    for place in 20..<44 { bytes[place] = 0xFF }
    #expect(TimeZoneRules(tzif: bytes) == nil)
  }

  @Test(
    "Rules as POSIX writes them",
    arguments: [
      ("UTC0", 0, nil), ("IST-5:30", 19_800, nil), ("<-03>3", -10_800, nil),
      ("<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45", 45_900, 49_500),
      ("EST5EDT4,M3.2.0/02:00:00,M11.1.0/2", -18_000, -14_400),
      ("AAA+24BBB-24,0,J365", -86_400, 86_400),
    ] as [(String, Int32, Int32?)])
  func rules(text: String, standard: Int32, daylight: Int32?) throws {
    let rule = try #require(YearlyZoneRule(text: Array(text.utf8)[...]))
    #expect(rule.standard == standard)
    #expect(rule.daylight?.offset == daylight)
  }

  @Test(
    "What is no such rule",
    arguments: [
      "", "AB0", "UTC", "<UTC0", "<+3>3", "UTC25", "UTC0:60", "UTC-+1", "CET-1CEST",
      "CET-1CEST,M3.5.0",
      "CET-1CEST,M3.5.0,", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
      "CET-1CEST,M3.0.0,M10.5.0",
      "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J1", "CET-1CEST,J366,J1", "CET-1CEST,366,1",
      "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/3 ",
      "CET-1CEST,M3.5.0,M10.5.0,M1.1.1",
      "C3T-1", "CET-0001", "CET-1 CEST,M3.5.0,M10.5.0",
    ])
  func noRules(text: String) {
    #expect(YearlyZoneRule(text: Array(text.utf8)[...]) == nil)
  }

  @Test("Days of a year: counted without 29 February, with it, or by week")
  func days() throws {
    func day(_ kind: YearlyZoneRule.Day.Kind, _ year: Int) -> String? {
      let seconds = YearlyZoneRule.Day(kind: kind, time: 0).seconds(in: year)
      return CalendarDate(dayNumber: Int(seconds / 86_400))?.writtenText
    }
    #expect(day(.common(59), 2024) == "2024-02-28")
    #expect(day(.common(60), 2024) == "2024-03-01")
    #expect(day(.common(60), 2026) == "2026-03-01")
    #expect(day(.common(365), 2024) == "2024-12-31")
    #expect(day(.ordinal(0), 2024) == "2024-01-01")
    #expect(day(.ordinal(59), 2024) == "2024-02-29")
    #expect(day(.ordinal(365), 2024) == "2024-12-31")
    #expect(day(.weekday(month: 2, week: 5, day: 4), 2024) == "2024-02-29")
    #expect(day(.weekday(month: 2, week: 5, day: 5), 2024) == "2024-02-23")
    #expect(day(.weekday(month: 3, week: 1, day: 0), 2026) == "2026-03-01")
    #expect(day(.weekday(month: 3, week: 5, day: 0), 2026) == "2026-03-29")
  }

  @Test("Daylight saving all year, and changes up to a week away from their day")
  func oddRules() throws {
    let always = try #require(YearlyZoneRule(text: Array("EST5EDT,0/0,J365/25".utf8)[...]))
    for seconds in stride(from: Int64(1_767_000_000), to: 1_830_000_000, by: 18_000) {
      #expect(always.offset(at: seconds) == -14_400)
    }
    // As in Godthab: Saturday, 50 hours before the Monday after the last Sunday.
    let early = try #require(
      YearlyZoneRule(text: Array("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1".utf8)[...]))
    let change = Moment("2026-03-29T01:00:00Z").secondsSince1970
    #expect(early.offset(at: change - 1) == -10_800)
    #expect(early.offset(at: change) == -7200)
    let late = try #require(YearlyZoneRule(text: Array("AAA0BBB,J365/167,J200".utf8)[...]))
    // 31 December and 167 hours is 6 January, 23:00.
    #expect(late.offset(at: Moment("2027-01-06T22:59:59Z").secondsSince1970) == 0)
    #expect(late.offset(at: Moment("2027-01-06T23:00:00Z").secondsSince1970) == 3600)
    #expect(
      late.change(after: Moment("2027-01-01T00:00:00Z").secondsSince1970)?.at
        == Moment("2027-01-06T23:00:00Z").secondsSince1970)
  }
}
