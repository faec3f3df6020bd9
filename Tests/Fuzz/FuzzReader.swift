#if canImport(Glibc)
  import Glibc
#endif
import RegisterModel
import RegisterXML

/// Reads whatever libFuzzer comes up with as a register; run by `make fuzz`.
///
/// No input may crash the reader or make it hang. Beside that, what it reads must survive: the
/// register is written and read again, and writing that must give the same bytes.
@main
struct FuzzReader {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(
      runDriver(&count, &arguments) { start, count in
        read(UnsafeRawBufferPointer(start: start, count: count))
        return 0
      })
  }

  private static func read(_ bytes: UnsafeRawBufferPointer) {
    // In place, not copied: so AddressSanitizer sees a read past the end.
    var isDone = false
    let read = RegisterReader.read(chunks: {
      defer { isDone = true }
      return isDone ? nil : bytes
    })
    guard let register = read.register else {
      precondition(read.findings.haveErrors, "there is neither a register nor an error")
      return
    }
    let written = RegisterWriter.text(of: register)
    let again = RegisterReader.read(written)
    guard let register = again.register else {
      preconditionFailure("what was written can't be read: \(again.findings)\n\(written)")
    }
    let rewritten = RegisterWriter.text(of: register)
    // By bytes: Swift compares strings by canonical equivalence.
    precondition(
      rewritten.utf8.elementsEqual(written.utf8),
      "writing twice gives two texts:\n\(written)\n\(rewritten)")
  }
}

/// libFuzzer's own main function: reads its options, and calls `body` again and again.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
