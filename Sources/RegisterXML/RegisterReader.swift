public import RegisterModel
internal import XMLParsing

/// What reading a file gave.
public struct ReadRegister: Sendable {
  /// The register; nil if a finding is an error.
  public let register: Register?
  /// Everything that was found, in the order of the file.
  public let findings: [Finding]
  package let sources: SourceMap
}

/// Reads registers in their native XML.
public enum RegisterReader {
  /// The namespace of version 1 of the format.
  public static let namespace = "https://w3id.org/holdfast/register/1"
  /// The deepest that elements may be nested.
  public static let deepest = 64
  /// The most attributes that an element may have.
  public static let mostAttributes = 256
  /// The longest single record, in bytes of its parts.
  public static let longestRecord = 64 << 20

  /// Reads a register from bytes in memory.
  ///
  /// - Complexity: Linear in the bytes.
  public static func read(_ bytes: [UInt8]) -> ReadRegister {
    bytes.withUnsafeBytes { bytes in
      var isDone = false
      return read(chunks: {
        defer { isDone = true }
        return isDone ? nil : bytes
      })
    }
  }

  /// Reads a register from a text.
  public static func read(_ text: String) -> ReadRegister { read(Array(text.utf8)) }

  /// Reads a register from bytes as they come.
  ///
  /// - Parameter next: The next bytes, which must stay as they are until the next call; nil at the
  ///   end.
  /// - Returns: What was read; a file in an encoding other than UTF-8 is recoded first.
  /// - Throws: What `next` throws.
  /// - Complexity: Linear in the bytes; holds one record and the register, not the file.
  public static func read(
    chunks next: () throws -> UnsafeRawBufferPointer?
  ) rethrows -> ReadRegister {
    let reading = RegisterReading()
    while !reading.isDone, let bytes = try next() { reading.read(bytes) }
    return reading.finish()
  }
}

/// A register being read, from bytes as they come.
final class RegisterReading {
  private let document: DocumentReader
  private var decoder = SourceDecoder()

  init(resolver: Resolver = Resolver()) { document = DocumentReader(resolver: resolver) }

  /// Whether more bytes would change nothing.
  var isDone: Bool { document.isStopped || decoder.refusal != nil }

  func read(_ bytes: UnsafeRawBufferPointer) {
    guard !isDone else { return }
    decoder.decode(bytes) { document.read($0) }
  }

  func finish() -> ReadRegister {
    if !document.isStopped { decoder.finish { document.read($0) } }
    if let refusal = decoder.refusal { document.refuse(refusal) }
    return document.finish()
  }
}
