import RegisterModel
import RegisterXML

#if canImport(Glibc)
  import Glibc
#endif

/// Reads whatever libFuzzer comes up with as a register; run by `make fuzz`.
@main
struct FuzzReader {
  static func main() {
    exit(runFuzzer(CommandLine.argc, CommandLine.unsafeArgv))
  }
}

private func runFuzzer(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments, readOne)
}

/// No input may crash the reader or make it hang. Beside that, what it reads must survive: the
/// register is written and read again, and writing that must give the same bytes.
@_cdecl("holdfast_read_one")
private func readOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // In place, not copied: so AddressSanitizer sees a read past the end.
  let bytes = UnsafeRawBufferPointer(start: start, count: count)
  var isDone = false
  let read = RegisterReader.read(chunks: {
    defer { isDone = true }
    return isDone ? nil : bytes
  })
  guard let register = read.register else {
    precondition(read.findings.haveErrors, "there is neither a register nor an error")
    return 0
  }
  let written = RegisterWriter.text(of: register)
  let again = RegisterReader.read(written)
  guard let register = again.register else {
    fail("What was written can't be read:", "\(again.findings)", written)
  }
  let rewritten = RegisterWriter.text(of: register)
  // By bytes: Swift compares strings by canonical equivalence.
  guard rewritten.utf8.elementsEqual(written.utf8) else {
    fail("Writing twice gives two texts:", written, rewritten)
  }
  return 0
}

/// Says why, and traps, so that libFuzzer keeps the input.
private func fail(_ lines: String...) -> Never {
  var text = lines.joined(separator: "\n") + "\n"
  text.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
  fatalError(lines[0])
}

/// libFuzzer's own main function: reads its options, and calls `body` again and again.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
