import FoundationEssentials
import RegisterXML

#if canImport(Glibc)
  import Glibc
#endif

/// A file, or standard output, that takes bytes piece by piece. A file appears whole or not at all:
/// beside its place first, then in it.
final class OutputFile {
  let path: String
  private let temporary: String?
  private let descriptor: Int32
  private var failure: SourceFailure?

  /// - Parameter path: `-` for standard output.
  /// - Throws: If the file can't be made.
  init(path: String) throws(SourceFailure) {
    self.path = path
    guard path != "-" else {
      (temporary, descriptor) = (nil, 1)
      return
    }
    var status = stat()
    let isThere = stat(path, &status) == 0
    guard !isThere || status.st_mode & S_IFMT == S_IFREG else {
      // A device or a pipe can't be replaced; it is written to as it is.
      temporary = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw SourceFailure(path: path, action: "write", code: errno) }
      return
    }
    let name = path + ".\(getpid()).tmp"
    descriptor = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SourceFailure(path: path, action: "write", code: errno) }
    if isThere { fchmod(descriptor, status.st_mode & 0o7777) }
    temporary = name
  }

  /// Takes the next bytes. After a failure it takes them and does nothing; ``finish()`` tells.
  func write(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes
    while failure == nil, !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno != EINTR {
        failure = SourceFailure(path: path, action: "write", code: errno)
      }
    }
  }

  /// Puts the file in its place.
  ///
  /// It is not forced to the disk: unlike a register, what is written here can be made again.
  ///
  /// - Throws: If something could not be written; what was there is then as it was.
  func finish() throws(SourceFailure) {
    guard descriptor != 1 else {
      if let failure { throw failure }
      return
    }
    if close(descriptor) != 0, failure == nil {
      failure = SourceFailure(path: path, action: "write", code: errno)
    }
    if failure == nil, let temporary, rename(temporary, path) != 0 {
      failure = SourceFailure(path: path, action: "write", code: errno)
    }
    guard let failure else { return }
    if let temporary { unlink(temporary) }
    throw failure
  }
}
