import CStarters
package import RegisterModel
package import RegisterXML

/// A register of one sector to begin from and to strike from, part of the program.
///
/// It holds what organisations of the sector have in common, and no score, amount, time or name: those
/// nobody can know for another. Its file stands in `registers/starters`.
package struct Starter: Sendable {
  /// By which people ask for it, such as `hospital`.
  package let name: String
  /// What it is for, in one line.
  package let summary: String
  private let bytes: [UInt8]

  /// All of them, in the order of their names.
  package static let all: [Starter] = (0..<holdfast_starter_count()).map { index in
    let embedded = holdfast_starter_at(index)
    return Starter(
      name: String(cString: embedded.name), summary: String(cString: embedded.summary),
      bytes: Array(UnsafeBufferPointer(start: embedded.bytes, count: embedded.size)))
  }

  package static func named(_ name: String) -> Starter? { all.first { $0.name == name } }

  /// Its file, as it was when the program was built.
  package var source: RegisterSource { RegisterSource(name: name + ".xml", bytes: bytes) }

  /// The register that it holds.
  package func register() -> Register {
    guard let register = RegisterReader.read(bytes).register else {
      preconditionFailure("the starter \(name) can't be read; a test reads each of them")
    }
    return register
  }
}
