internal import Cryptography
public import RegisterModel

#if canImport(Glibc)
  internal import Glibc
#endif

/// Where a register is read from: a file, or bytes that are already there.
public struct RegisterSource: Sendable {
  /// What people call it: the path, or `-`.
  public let name: String
  private let bytes: [UInt8]?

  /// A file; `-` for standard input, which is read at once.
  ///
  /// - Throws: ``SourceFailure`` if standard input can't be read.
  public init(path: String) throws(SourceFailure) {
    name = path
    guard path == "-" else {
      bytes = nil
      return
    }
    var all: [UInt8] = []
    try Self.read(descriptor: 0, name: path) { all.append(contentsOf: $0) }
    bytes = all
  }

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Calls back with the bytes, piece by piece.
  ///
  /// - Throws: ``SourceFailure`` if the file can't be opened or read.
  func forEachChunk(_ body: (UnsafeRawBufferPointer) -> Void) throws(SourceFailure) {
    if let bytes { return bytes.withUnsafeBytes(body) }
    let descriptor = open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SourceFailure(path: name, action: "read", code: errno) }
    defer { close(descriptor) }
    try Self.read(descriptor: descriptor, name: name, body)
  }

  private static func read(
    descriptor: Int32, name: String, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(SourceFailure) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count == 0 { return }
      if count < 0 {
        if errno == EINTR { continue }
        throw SourceFailure(path: name, action: "read", code: errno)
      }
      body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// Reads the register that is there.
  ///
  /// - Throws: ``SourceFailure`` if the file can't be opened or read.
  public func read() throws(SourceFailure) -> ReadRegister {
    let reading = RegisterReading()
    try forEachChunk { reading.read($0) }
    return reading.finish()
  }

  /// Writes a register in canonical form, whole or not at all: beside the file first, then in its
  /// place.
  ///
  /// - Throws: ``SourceFailure`` if it can't be written; what was there is then as it was.
  @discardableResult
  public static func write(_ register: Register, to path: String) throws(SourceFailure)
    -> CanonicalHash
  {
    if path == "-" { return try write(register, descriptor: 1, name: path) }
    let temporary = path + ".\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SourceFailure(path: path, action: "write", code: errno) }
    do throws(SourceFailure) {
      var status = stat()
      if stat(path, &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
      let hash = try write(register, descriptor: descriptor, name: path)
      guard fsync(descriptor) == 0, close(descriptor) == 0, rename(temporary, path) == 0 else {
        throw SourceFailure(path: path, action: "write", code: errno)
      }
      return hash
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
  }

  private static func write(_ register: Register, descriptor: Int32, name: String)
    throws(SourceFailure) -> CanonicalHash
  {
    do {
      return try RegisterWriter.write(register) { bytes in
        var rest = bytes
        while !rest.isEmpty {
          let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
          if count < 0 {
            if errno == EINTR { continue }
            throw SourceFailure(path: name, action: "write", code: errno)
          }
          rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
      }
    } catch let failure as SourceFailure {
      throw failure
    } catch {
      throw SourceFailure(path: name, action: "write", code: EIO)
    }
  }
}

/// A file that could not be read or written.
public struct SourceFailure: Error, Equatable, CustomStringConvertible {
  public let path: String
  /// "read" or "write".
  public let action: String
  /// The error number of the system.
  public let code: Int32

  public init(path: String, action: String, code: Int32) {
    self.path = path
    self.action = action
    self.code = code
  }

  public var description: String {
    "cannot \(action) \(path == "-" ? "standard input" : path): \(String(cString: strerror(code)))"
  }
}

extension RegisterSource {
  /// Whether the source is the canonical form of the register, byte for byte.
  ///
  /// - Throws: ``SourceFailure`` if the source can't be read again.
  public func isCanonical(_ register: Register) throws(SourceFailure) -> Bool {
    var hash = SHA256()
    try forEachChunk { hash.update($0) }
    return hash.hexadecimalDigest() == RegisterWriter.hash(of: register).register.hexadecimal
  }
}
