import RegisterModel
import RegisterXML
import Spreadsheets

/// What the hidden sheet of a workbook gave.
enum BaseReading {
  /// The register that the workbook was made from.
  case register(Register)
  /// There is no such sheet.
  case none
  /// The sheet is there and was changed, or is of a later version.
  case damaged(String)

  init(_ content: some WorkbookContent) throws(WorkbookFailure) {
    guard
      let index = content.sheetNames.firstIndex(where: { $0.lowercased() == BaseSheet.title })
    else {
      self = .none
      return
    }
    let pieces = Pieces()
    try content.readRows(ofSheet: index) { pieces.take($0) }
    self = pieces.reading()
  }

  /// The rows of the sheet, as they come.
  private final class Pieces {
    private var values: [String: String] = [:]
    private let reading0 = PieceReader()

    func take(_ row: SheetRow) {
      guard case .text(let kind)? = row.cells.first?.value, row.cells[0].column == 0 else { return }
      guard let cell = row.cells.dropFirst().first else { return }
      let text: String
      switch cell.value {
      case .text(let value): text = value
      case .number(let number): text = CellWords.text(of: number)
      default: return
      }
      if kind == "xml" { reading0.add(text) } else { values[kind] = text }
    }

    func reading() -> BaseReading {
      guard let version = values["workbook"] else { return .damaged("it does not say what it is") }
      guard version == BaseSheet.version else {
        return .damaged("it is of version \(version), which this program does not know")
      }
      guard let register = reading0.register(),
        RegisterWriter.hash(of: register).register.hexadecimal == values["hash"]
      else { return .damaged("it was changed") }
      return .register(register)
    }
  }
}

/// Reads a register from texts, as they come.
private final class PieceReader {
  private var pieces: [String] = []

  func add(_ piece: String) { pieces.append(piece) }

  func register() -> Register? {
    var next = 0
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    // A piece has at most 32,767 units of at most three bytes.
    let read = RegisterReader.read(chunks: {
      guard next < pieces.count else { return nil }
      let bytes = Array(pieces[next].utf8.prefix(buffer.count))
      next += 1
      buffer.copyBytes(from: bytes)
      return UnsafeRawBufferPointer(rebasing: buffer[..<bytes.count])
    })
    return read.register
  }
}
