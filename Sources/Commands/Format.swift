import ArgumentParser
import RegisterModel
import RegisterXML

struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a register in its canonical form.",
    discussion: """
      Fixed order, records sorted by identifier, two blanks a level: files that say the same are the \
      same, byte for byte. Nothing is lost; comments and foreign elements stay in place.
      """)

  @OptionGroup var input: RegisterInput
  @Option(name: .shortAndLong, help: "Where to write it; the file itself where left out.")
  var output: String?
  @Flag(help: "Write nothing; exit with 1 if the file is not in canonical form.")
  var check = false
  @Flag(help: "Print the SHA-256 digest of the canonical form.") var hash = false

  func run() throws {
    let register = try input.load()
    if check {
      let source = try RegisterSource(path: input.file)
      guard try source.isCanonical(register) else {
        printError(
          "\(input.file) is not in canonical form; 'holdfast format \(input.file)' makes it so")
        throw ExitCode.failure
      }
      return
    }
    if hash {
      print(RegisterWriter.hash(of: register).register.hexadecimal)
      return
    }
    try RegisterSource.write(register, to: output ?? input.file)
  }
}

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the XML Schema of the format.",
    discussion: "For editors that complete and check XML, and for anybody who receives a register.")

  @Flag(help: "Print the reference of all elements and attributes as Markdown.")
  var reference = false

  func run() {
    print(reference ? SchemaReference.text : RegisterSchema.text, terminator: "")
  }
}
