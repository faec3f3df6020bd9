import RegisterModel
import RegisterXML
import Spreadsheets

/// The hidden sheet that carries the register from which the workbook was made, so that an import can
/// tell what a person changed.
///
/// The first column says what a row holds, the second holds it: the canonical form of the register in
/// pieces that fit into cells.
enum BaseSheet {
  static let title = "holdfast"
  static let version = "1"
  /// The longest piece, in UTF-16 units; with room to spare below what a cell holds.
  static let longestPiece = 32_000

  /// The rows of the sheet.
  static func rows(of register: Register) -> [[CellValue?]] {
    var pieces: [[CellValue?]] = []
    var cutter = TextCutter()
    let hash: CanonicalHash
    do {
      hash = try RegisterWriter.write(register) { bytes in
        cutter.add(bytes) { pieces.append([.text("xml"), .text($0)]) }
      }
    } catch { preconditionFailure("nothing here throws") }
    cutter.finish { pieces.append([.text("xml"), .text($0)]) }
    return [
      [.text("workbook"), .text(version)],
      [
        .text("about"),
        .text("Holdfast needs this sheet to tell what you changed: please leave it."),
      ],
      [.text("register"), .text(register.id.text)],
      [.text("hash"), .text(hash.register.hexadecimal)],
    ] + pieces
  }
}

/// Cuts a text into pieces that fit into cells: between lines where it can be, never beside a blank,
/// which a spreadsheet might drop.
struct TextCutter {
  private var rest: [UInt8] = []

  mutating func add(_ bytes: UnsafeRawBufferPointer, _ take: (String) -> Void) {
    rest.append(contentsOf: bytes)
    var start = 0
    while rest.count - start > BaseSheet.longestPiece {
      let end = Self.end(rest, start)
      take(String(decoding: rest[start..<end], as: UTF8.self))
      start = end
    }
    rest.removeFirst(start)
  }

  mutating func finish(_ take: (String) -> Void) {
    if !rest.isEmpty { take(String(decoding: rest, as: UTF8.self)) }
    rest = []
  }

  /// Where the piece that begins at `start` ends. As many bytes as a cell holds units are never more
  /// units than it holds.
  private static func end(_ bytes: [UInt8], _ start: Int) -> Int {
    let last = start + BaseSheet.longestPiece
    func isBlank(_ index: Int) -> Bool { bytes[index] <= 0x20 }
    var index = last
    while index > start + 1 {
      // A line end between a tag and the blanks before the next one may be lost.
      if bytes[index - 1] == UInt8(ascii: ">"), bytes[index] == 0xA { return index }
      index -= 1
    }
    index = last
    while index > start + 1 {
      let isInside = bytes[index] & 0xC0 == 0x80
      if !isInside, !isBlank(index), !isBlank(index - 1) { return index }
      index -= 1
    }
    return last
  }
}
