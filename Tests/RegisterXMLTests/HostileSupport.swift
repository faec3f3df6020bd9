import RegisterModel
import RegisterXML
import Testing

/// Registers and streams for the tests of hostile input.
enum Hostile {
  static let namespace = RegisterReader.namespace

  /// The start tag of a register.
  static func start(_ version: String = "1.0", _ more: String = "") -> String {
    """
    <register xmlns="\(namespace)" schemaVersion="\(version)" id="x" lang="en" currency="EUR"\(more)>
    """
  }

  /// A register of these records.
  static func register(_ records: String, version: String = "1.0", _ more: String = "") -> String {
    start(version, more) + "<title>T</title>" + records + "</register>"
  }

  /// A risk with these children after its title.
  static func risk(_ children: String, id: String = "R-1") -> String {
    "<risk id=\"\(id)\"><title>It happens</title>\(children)</risk>"
  }

  /// A small register with prose, references, foreign content, comments and characters of all lengths.
  static let small = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- Before. -->
    <register xmlns="\(namespace)" schemaVersion="1.0" id="small" lang="en" currency="EUR">
      <title>Ein kleines Register — größer &amp; als 3 &lt; 4 😀</title>
      <party id="P-1" kind="person" name='Ann "a > b" O&apos;Hara'/>
      <!-- Before the risk. -->
      <risk id="R-1" owner="P-1" status="open">
        <title><![CDATA[Flood <of> the]]> basement &#8212; &#x1F9EF;
          again</title>
        <cause>
          <p>Rain,
             for two   days.</p>
          <p>Ωμέγα.</p>
        </cause>
        <ext>
          <y:mark xmlns:y="urn:y" y:level="2 > 1">kept
      as it <y:b>is</y:b><!-- c --><z xmlns="">π</z></y:mark>
        </ext>
      </risk>
    </register>
    <?after it?>
    """

  /// The rules of the findings.
  static func rules(_ read: ReadRegister) -> Set<String> { Set(read.findings.map(\.rule)) }

  /// The canonical text; nil without a register.
  static func text(_ read: ReadRegister) -> String? {
    read.register.map { RegisterWriter.text(of: $0) }
  }

  /// Reads bytes in pieces of that many.
  static func read(_ bytes: [UInt8], pieces size: Int) -> ReadRegister {
    bytes.withUnsafeBytes { bytes in
      var next = 0
      return RegisterReader.read(chunks: {
        guard next < bytes.count else { return nil }
        defer { next += size }
        return UnsafeRawBufferPointer(rebasing: bytes[next..<min(next + size, bytes.count)])
      })
    }
  }

  /// Reads `head`, `times` times `block`, and `tail`; counts the bytes that the reader asked for.
  static func stream(_ head: String, _ block: String, times: Int, _ tail: String = "")
    -> (read: ReadRegister, requested: Int)
  {
    let head = Array(head.utf8)
    let block = Array(block.utf8)
    let tail = Array(tail.utf8)
    var step = 0
    var requested = 0
    let read = head.withUnsafeBytes { head in
      block.withUnsafeBytes { block in
        tail.withUnsafeBytes { tail in
          RegisterReader.read(chunks: {
            defer { step += 1 }
            let bytes =
              step == 0 ? head : step <= times ? block : step == times + 1 ? tail : nil
            requested += bytes?.count ?? 0
            return bytes
          })
        }
      }
    }
    return (read, requested)
  }
}

/// Expects that there is no register, and that one of these rules says why.
func expectRefused(
  _ read: ReadRegister, _ rules: String..., comment: Comment? = nil,
  at location: SourceLocation = #_sourceLocation
) {
  #expect(read.register == nil, comment, sourceLocation: location)
  #expect(
    !Hostile.rules(read).isDisjoint(with: rules),
    "\(read.findings.prefix(3)) \(comment?.rawValue ?? "")", sourceLocation: location)
}

/// Expects a register, and that writing it and reading it again changes nothing.
@discardableResult
func expectRegister(
  _ read: ReadRegister, comment: Comment? = nil, at location: SourceLocation = #_sourceLocation
) -> String {
  guard let text = Hostile.text(read) else {
    Testing.Issue.record(
      "no register: \(read.findings.prefix(3)) \(comment?.rawValue ?? "")",
      sourceLocation: location)
    return ""
  }
  let again = RegisterReader.read(text)
  #expect(
    Hostile.text(again)?.utf8.elementsEqual(text.utf8) == true,
    "\(again.findings.prefix(3)) \(comment?.rawValue ?? "")\n\(text.prefix(2000))",
    sourceLocation: location)
  return text
}
