import ArgumentParser
import RegisterModel
import RegisterXML

#if canImport(Glibc)
  import Glibc
#endif

struct Schema: ParsableCommand { func run() { print(RegisterSchema.text, terminator: "") } }

struct Time: ParsableCommand {
  static let configuration = CommandConfiguration(shouldDisplay: false)
  @Argument var file: String
  func run() throws {
    let fd = open(file, O_RDONLY)
    let clock = ContinuousClock()
    var result: ReadRegister?
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    let readTime = clock.measure {
      result = RegisterReader.read(chunks: {
        let n = Glibc.read(fd, buffer.baseAddress!, buffer.count)
        return n > 0 ? UnsafeRawBufferPointer(rebasing: buffer[..<n]) : nil
      })
    }
    print("read", readTime, result!.findings.count)
    for f in result!.findings.prefix(20) {
      print(f.rule, f.entity ?? "-", f.field ?? "-", f.message, f.hint ?? "", f.offset ?? -1)
    }
    if let r = result!.register {
      var n = 0
      let w = try clock.measure { n = try RegisterWriter.write(r) { _ in }.byteCount }
      print("write", w, n)
    }
  }
}
