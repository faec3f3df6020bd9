import Foundation
import RegisterAnalysis
import RegisterModel
import TestSupport
import Testing

@testable import RegisterExchange

@Suite("Alerts as iCalendar")
struct AlertCalendarTests {
  private static let stamp = Moment(text: "2026-11-24T10:00:00+01:00")!

  private static func register(_ records: String) throws -> Register {
    try Register(#"<party id="p-1" name="Ann"/>"# + records)
  }

  private static func calendar(_ register: Register) -> String {
    let compiled = CompiledRegister(register, today: stamp.localDate)
    return AlertCalendar(
      RegisterAlerts(compiled, at: stamp).alerts, of: register, stamp: stamp
    ).text
  }

  /// The lines, unfolded, without their ends: by bytes, for a fold may part what is one character to readers.
  private static func lines(_ text: String) -> [String] {
    var lines: [[UInt8]] = [[]]
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if rest.starts(with: "\r\n ".utf8) {
        rest = rest.dropFirst(3)
      } else if rest.starts(with: "\r\n".utf8) {
        rest = rest.dropFirst(2)
        lines.append([])
      } else {
        lines[lines.count - 1].append(byte)
        rest = rest.dropFirst()
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("A dated alert is an event of its day, one that holds now a thing to do")
  func components() throws {
    let register = try Self.register(
      """
      <action id="N-1" name="Call the \u{201C}supplier\u{201D}; then, wait" owner="p-1" due="2026-12-31"/>
      <indicator id="K-1" name="Leaks" owner="p-1" red="9"/>
      """.replacing("due=\"2026-12-31\"", with: "due=\"2026-11-30\""))
    #expect(
      Self.lines(Self.calendar(register)) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Holdfast//Alerts//EN", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", "X-WR-CALNAME:Test", "BEGIN:VTODO",
        "UID:indicator.K-1@test.holdfast", "DTSTAMP:20261124T090000Z", "SUMMARY:K-1 Leaks",
        "DESCRIPTION:Leaks: it was never read.\\nRead it.\\nAnn", "CATEGORIES:indicator",
        "END:VTODO", "BEGIN:VEVENT", "UID:action.N-1@test.holdfast", "DTSTAMP:20261124T090000Z",
        "DTSTART;VALUE=DATE:20261130", "DTEND;VALUE=DATE:20261201", "TRANSP:TRANSPARENT",
        "SUMMARY:N-1 Call the \u{201C}supplier\u{201D}\\; then\\, wait",
        "DESCRIPTION:Call the \u{201C}supplier\u{201D}\\; then\\, wait: it is due on 2026-11-30.\\n"
          + "Finish it and set done to the day\\, or set a new day and say why.\\nAnn",
        "CATEGORIES:action", "END:VEVENT", "END:VCALENDAR", "",
      ])
  }

  @Test("A reporting clock is an event of its moment, in UTC")
  func moments() throws {
    let register = try Self.register(
      """
      <criteria><clock id="k-1" name="Early warning" within="P1D"/></criteria>
      <incident id="I-1" name="Mail" severity="minor" detected="2026-11-24T08:00:00+01:00"/>
      """)
    let lines = Self.lines(Self.calendar(register))
    #expect(lines.contains("UID:reportingClock.I-1.k-1@test.holdfast"))
    #expect(lines.contains("DTSTART:20261125T070000Z"))
    #expect(!lines.contains { $0.hasPrefix("DTEND") })
  }

  @Test("No line is longer than 75 octets, no character is parted, all end with CR LF")
  func folding() throws {
    let name = String(repeating: "Zürich 火災 👩🏽‍🚒 e\u{301} ", count: 20) + "Ende"
    let register = try Self.register(#"<action id="N-1" name="\#(name)" due="2026-11-30"/>"#)
    let text = Self.calendar(register)
    let pieces = Array(text.utf8).split(separator: UInt8(ascii: "\n"))
    #expect(pieces.count > 10)
    for piece in pieces {
      #expect(piece.last == UInt8(ascii: "\r"))
      #expect(piece.count - 1 <= 75)
      #expect(String(validating: piece, as: UTF8.self) != nil)
    }
    #expect(Self.lines(text).contains("SUMMARY:N-1 \(name)"))
  }

  @Test(
    "Lines fold at 75 octets and not before",
    arguments: [
      (String(repeating: "a", count: 74), 1), (String(repeating: "a", count: 75), 1),
      (String(repeating: "a", count: 76), 2), (String(repeating: "a", count: 149), 2),
      (String(repeating: "a", count: 150), 3), (String(repeating: "ü", count: 37), 1),
      (String(repeating: "ü", count: 38), 2),
    ])
  func edges(line: String, count: Int) {
    let folded = CalendarLine.folded(line)
    #expect(folded.components(separatedBy: "\r\n").count == count + 1)
    #expect(folded.replacing("\r\n ", with: "") == line + "\r\n")
  }

  @Test(
    "Texts are escaped",
    arguments: [
      ("a;b,c\\d", "a\\;b\\,c\\\\d"), ("a\nb\r\nc\rd", "a\\nb\\nc\\nd"),
      ("a\tb\u{1}c\u{7F}", "a bc"),
      ("a:b\"c", "a:b\"c"), ("", ""), ("END:VEVENT\nBEGIN:VALARM", "END:VEVENT\\nBEGIN:VALARM"),
    ])
  func escaping(text: String, escaped: String) { #expect(CalendarLine.escaped(text) == escaped) }

  @Test("The same alerts give the same bytes, and no two things one identifier")
  func identifiers() throws {
    let register = try Self.register(
      (1...50).map {
        #"<action id="N-\#($0)" name="N" due="2026-11-30"/><treatment id="T-\#($0)" name="T" due="2026-11-01"/>"#
      }.joined())
    let text = Self.calendar(register)
    #expect(text == Self.calendar(register))
    let identifiers = Self.lines(text).filter { $0.hasPrefix("UID:") }
    #expect(identifiers.count == 100)
    #expect(Set(identifiers).count == 100)
  }

  @Test("No alerts are a calendar without entries")
  func empty() throws {
    #expect(Self.lines(Self.calendar(try Self.register(""))).count == 8)
  }
}
