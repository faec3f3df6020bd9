import RegisterModel
import TestSupport

/// Values at the edges of each type, on both sides.
enum SchemaValues {
  static func of(_ type: SimpleType) -> [String] {
    var values = common + (special[type.name] ?? [])
    if let word = type.words.first {
      values += [
        word.uppercased(), word.prefix(1).uppercased() + word.dropFirst(), word + "s",
        word + " " + word, word + " ",
      ]
      values.append("\t" + type.words[type.words.count - 1])
    }
    if let item = type.items.first {
      values += of(item).prefix(12)
      values += item.examples.prefix(1).flatMap { ["\($0)  \($0)", "\($0) ,\($0)", "\($0),\($0)"] }
    }
    values += type.examples.prefix(2).flatMap { [" \($0)", "\($0) \n", "\($0)\u{A0}", "\($0)x"] }
    return values
  }

  private static let common = [
    "", " ", "abc", "-1", "0", "1e99999", "99999999999999999999999999999999999999999999999", "１",
    String(repeating: "long", count: 80), "null", "\u{1F9EF}",
  ]

  private static let numbers = [
    "1,5", "1.5.2", "+1", ".5", "1.", "INF", "-INF", "NaN", "1e3", "1E3", "10e3", "0e0", "0.5e1",
    "1e+05", "1e-05", "1e-400", "1e", "1e1.5", "0x10", "1_000", "1 000", "1.0", "00", "007", "-0",
    "-0.5", "2", "1.0000000000000000001", "0.9999999999999999999", "1e99", "9.9e99", "1e100",
    String(repeating: "9", count: 40), String(repeating: "9", count: 41),
    "0." + String(repeating: "1", count: 40), "0." + String(repeating: "1", count: 41),
    "1." + String(repeating: "1", count: 20) + "e5",
    "1." + String(repeating: "1", count: 21) + "e5",
  ]

  private static let special: [String: [String]] = [
    "share": numbers, "annualRate": numbers, "quantity": numbers, "measure": numbers,
    "count": [
      "+1", "00", "007", "999999999", "1000000000", "0999999999", "1.0", "1e3", "-0", "4294967296",
    ],
    "level": ["0", "00", "01", "001", "99", "100", "+1", "1.0", "-0", "128", "256"],
    "money": [
      "1,5", "1.00000", "1.0000", "99999999999999", "100000000000000", "0099", ".5", "1.", "+1",
      "1e3",
      "-0", "-5", "1.5.2", "12 500", "12'500", "€5", "99999999999999.9999",
    ],
    "elapsedTime": [
      "P", "PT", "P1Y", "P1M", "P1W", "P1D", "PT1H", "-PT1H", "+PT1H", "PT1.5H", "PT1,5H", "PT0.5S",
      "P0D", "P1DT", "PT1M1H", "PT1H1H", "P99999D", "P100000D", "PT999999H", "PT9999999M",
      "PT999999999S", "PT9999999999S", "P99999DT24H", "P99999DT23H59M59S", "P99999DT999999H", "P1d",
      "PT1h", "P 1D", "1D", "PT01H", "P1DT0H", "P1H", "PT1D", "PT99999999M", "PT1000000H",
      "PT1H99999999M",
    ],
    "calendarPeriod": [
      "P", "P0D", "P0Y", "P0Y0M0D", "P1Y", "P1M", "P1D", "P999Y", "P1000Y", "P9999M", "P10000M",
      "P9999D", "P99999D", "P1W", "PT1H", "P1DT1H", "P1M1Y", "-P1M", "P1.5M", "P01M", "P0Y1D",
      "P0Y0M1D", "P0M", "P999Y9999M9999D",
    ],
    "date": [
      "2026-02-30", "2026-02-28", "2025-02-29", "2024-02-29", "1900-02-29", "2000-02-29",
      "2026-13-01",
      "2026-00-01", "2026-01-00", "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01",
      "-0001-01-01",
      "2026-1-1", "2026-11-24Z", "2026-11-24+01:00", "24.11.2026", "2026/11/24", "20261124",
      "2026-11-24T00:00:00", "2026-04-31",
    ],
    "moment": [
      "2026-11-24T09:30:00", "2026-11-24T09:30:00Z", "2026-11-24T09:30:00z", "2026-11-24t09:30:00Z",
      "2026-11-24T24:00:00Z", "2026-11-24T23:59:60Z", "2026-11-24T09:30Z", "2026-11-24T09:30:00.5Z",
      "2026-11-24T09:30:00+14:00", "2026-11-24T09:30:00+14:01", "2026-11-24T09:30:00-14:00",
      "2026-11-24T09:30:00+15:00", "2026-11-24T09:30:00-00:00", "2026-11-24T09:30:00+0100",
      "2026-11-24T09:60:00Z", "2026-11-24T25:00:00Z", "2026-02-30T09:30:00Z",
      "0001-01-01T00:00:00Z",
      "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "0000-12-31T23:59:59Z",
      "2026-11-24",
      "2026-11-24 09:30:00Z", "2026-11-24T9:30:00Z", "2026-11-24T09:30:00+01:60",
    ],
    "timeOfDay": [
      "00:00", "24:00", "24:01", "23:60", "8:30", "25:00", "08:30:00", "0830", "08.30",
    ],
    "dayOfYear": [
      "02-29", "02-30", "13-01", "00-01", "01-00", "01-32", "04-31", "1-1", "--12-24", "12-24 ",
      "1224",
    ],
    "line": ["\u{7F}", "\u{A0}", "\u{FFFD}", "a\n\nb", " a ", "\u{10FFFF}"],
    "language": [
      "e", "english", "en_US", "en-", "EN", "x-klingon", "de-AT-1996", "en-a", "eng", "12",
    ],
    "currency": ["eur", "EU", "EURO", "E1R", "XXX", "€€€"],
    "sha256": [
      String(repeating: "A", count: 64), String(repeating: "0", count: 63),
      String(repeating: "0", count: 64), String(repeating: "0", count: 65),
      String(repeating: "g", count: 64),
    ],
    "identifier": [
      "1a", "a b", "a", "é", "-a", "_a", ".a", "a:b", "a/b", "a.",
      "A" + String(repeating: "b", count: 63),
      "A" + String(repeating: "b", count: 64),
    ],
    "colour": ["#fff", "#FFFFFF", "d73027", "#gggggg", "red", "#d730271"],
    "schemaVersion": ["1", "1.", "1.00", "1.0.0", "0.9", "v1.0", "1.x", "1.01"],
    "yesNo": ["true", "false", "1", "Yes", "NO", "y"],
  ]
}
