import Foundation
import RegisterModel
import RegisterXML
import Spreadsheets
import TestSupport
import Testing

@testable import RegisterExchange

@Suite("A workbook that nobody touched gives the register back")
struct WorkbookRoundTripTests {
  static let blockSize = 100

  /// The register of a seed, with every mixture of extras in turn.
  static func register(seed: UInt64) -> Register {
    let generated = RegisterGenerator(seed: seed, extras: .init(rawValue: Int(seed % 8))).register()
    return RegisterReader.read(generated.canonicalText).register!
  }

  @Test("Importing an export makes no edit and finds nothing", arguments: 0..<20)
  func roundTrips(block: Int) throws {
    for index in 0..<Self.blockSize {
      let seed = UInt64(block * Self.blockSize + index)
      let register = Self.register(seed: seed)
      let imported = try RegisterWorkbook.read(
        RegisterWorkbook.tables(of: register), comparing: nil)
      // The hash of what the workbook carries has been looked at, so no edits mean the same bytes.
      guard imported.hasBase, imported.register != nil, imported.edits.isEmpty,
        imported.findings.isEmpty, imported.missing.isEmpty
      else {
        Issue.record("seed \(seed): \(imported.edits) \(imported.findings) \(imported.missing)")
        return
      }
    }
  }

  @Test("So it is through a file", arguments: 0..<24)
  func files(seed: UInt64) throws {
    let register = Self.register(seed: seed)
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("holdfast-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try RegisterWorkbook.write(register, to: path)
    let imported = try RegisterWorkbook.read(path, comparing: nil)
    #expect(imported.hasBase)
    #expect(imported.edits == [])
    #expect(imported.findings == [])
    #expect(imported.missing == [])
    #expect(imported.register.map(RegisterWriter.text) == RegisterWriter.text(of: register))
  }

  @Test("So it is of the registers that people start from", arguments: ["st-brigid", "miami-dade"])
  func examples(name: String) throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../registers/\(name).xml")
    let register = try #require(
      RegisterReader.read(String(decoding: Data(contentsOf: url), as: UTF8.self)).register)
    let imported = try RegisterWorkbook.read(RegisterWorkbook.tables(of: register), comparing: nil)
    #expect(imported.edits == [])
    #expect(imported.findings == [])
    #expect(imported.missing == [])
    #expect(imported.hasBase)
  }
}
