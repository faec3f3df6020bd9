import RegisterXML

#if canImport(Glibc)
  import Glibc
#endif

/// Documents in a directory of their own, to be judged by programs that know XML Schema.
final class SchemaValidator {
  /// Whether xmllint is there; `make setup-test` installs it.
  static let hasXmllint = system("command -v xmllint >/dev/null 2>&1") == 0
  static let hasPythonValidator = system("python3 -c 'import xmlschema' >/dev/null 2>&1") == 0

  private let directory: String
  private var count = 0

  /// - Returns: nil if there is no place for files.
  init?() {
    var template = Array("/tmp/holdfast-schema-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { return nil }
    directory = String(cString: made)
    write(RegisterSchema.text, to: "schema.xsd")
  }

  deinit { _ = system("rm -rf '\(directory)'") }

  /// Adds a document; they are judged in the order in which they were added.
  func add(_ text: String) {
    write(text, to: Self.name(count))
    count += 1
  }

  private static func name(_ index: Int) -> String {
    "d" + String(100_000 + index) + ".xml"
  }

  private func write(_ text: String, to name: String) {
    let file = fopen("\(directory)/\(name)", "w")
    precondition(file != nil, "cannot write into \(directory)")
    var text = text
    text.withUTF8 { _ = fwrite($0.baseAddress, 1, $0.count, file) }
    fclose(file)
  }

  private func read(_ name: String) -> String {
    guard let file = fopen("\(directory)/\(name)", "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let taken = fread(&buffer, 1, buffer.count, file), taken > 0 {
      bytes += buffer[..<taken]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether each document is valid, and what is said against it.
  func verdicts() -> [(isValid: Bool, complaint: String)] {
    _ = system(
      "cd '\(directory)' && ls d*.xml | xargs -n 500 xmllint --noout --schema schema.xsd"
        + " >/dev/null 2>verdicts")
    return collect(read("verdicts"))
  }

  /// The same of the xmlschema package of Python.
  func pythonVerdicts() -> [(isValid: Bool, complaint: String)] {
    write(
      """
      import glob, sys, xmlschema
      schema = xmlschema.XMLSchema('schema.xsd')
      for name in sorted(glob.glob('d*.xml')):
          error = next(schema.iter_errors(name), None)
          if error is None:
              print(name, 'validates', file=sys.stderr)
          else:
              print(name + ': ' + ' '.join(str(error).split())[:600], file=sys.stderr)
      """, to: "judge.py")
    _ = system("cd '\(directory)' && python3 judge.py >/dev/null 2>verdicts")
    return collect(read("verdicts"))
  }

  private func collect(_ output: String) -> [(isValid: Bool, complaint: String)] {
    var complaints: [String: String] = [:]
    var valid: Set<String> = []
    for line in output.split(separator: "\n") {
      if line.hasSuffix(".xml validates") {
        valid.insert(String(line.dropLast(" validates".count)))
      } else if let end = line.firstIndex(of: ":"), complaints[String(line[..<end])] == nil {
        complaints[String(line[..<end])] = String(line)
      }
    }
    return (0..<count).map { index in
      let name = Self.name(index)
      return (
        valid.contains(name), complaints[name] ?? (valid.isEmpty ? String(output.prefix(600)) : "")
      )
    }
  }
}
