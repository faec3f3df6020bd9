internal import RegisterModel

/// Turns the bytes of a file into UTF-8: what a byte order mark or the XML declaration says they are,
/// if that is on the list of what is read.
///
/// UTF-8 passes through untouched. UTF-16 with a byte order mark, ISO 8859-1, ISO 8859-15 and
/// Windows-1252 are recoded; anything else is refused, since some encodings smuggle markup past
/// whoever looks at the bytes.
struct SourceDecoder {
  private enum Encoding {
    case utf8, utf16BigEndian, utf16LittleEndian
    case table([UInt16])
  }

  private var encoding: Encoding?
  /// The start of the file, until its encoding is known; later what a chunk left over.
  private var pending: [UInt8] = []
  private var highSurrogate: UInt32?
  private(set) var refusal: Finding?

  mutating func decode(
    _ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    guard refusal == nil else { return }
    if case .utf8 = encoding {
      body(bytes)
      return
    }
    pending.append(contentsOf: bytes)
    if encoding == nil, isRecognisable { recognise() }
    flush(body)
  }

  mutating func finish(_ body: (UnsafeRawBufferPointer) -> Void) {
    guard refusal == nil else { return }
    if encoding == nil { recognise() }
    flush(body)
    if !pending.isEmpty || highSurrogate != nil {
      refuse("the last character of the file is cut off")
    }
  }

  /// The longest XML declaration that is looked at, in bytes.
  private static let longestDeclaration = 1024

  /// Whether enough of the file is there to say what its bytes are.
  private var isRecognisable: Bool {
    if pending.count > Self.longestDeclaration { return true }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = pending.starts(with: mark) ? pending.dropFirst(3) : pending[...]
    let declaration = Array("<?xml".utf8)
    guard pending.count >= 8 else { return false }
    return !start.starts(with: declaration) || start.contains(UInt8(ascii: ">"))
  }

  private mutating func refuse(_ message: String, _ hint: String? = nil) {
    refusal = Finding(rule: "XML-003", message: message, hint: hint, offset: 0)
  }

  private mutating func recognise() {
    if pending.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16BigEndian
      pending.removeFirst(2)
    } else if pending.starts(with: [0xFF, 0xFE]) {
      encoding = .utf16LittleEndian
      pending.removeFirst(2)
    } else if pending.starts(with: [0, 0x3C]) || pending.starts(with: [0x3C, 0]) {
      refuse(
        "the file seems to be UTF-16 without a byte order mark", "save it as UTF-8")
    } else {
      recogniseDeclared()
    }
  }

  private mutating func recogniseDeclared() {
    if pending.starts(with: [0xEF, 0xBB, 0xBF]) { pending.removeFirst(3) }
    if pending.starts(with: Array("<?xml".utf8)), pending.count > Self.longestDeclaration,
      !pending.prefix(Self.longestDeclaration).contains(UInt8(ascii: ">"))
    {
      return refuse("the XML declaration does not end", "close it with ?>")
    }
    let name = declaredEncoding?.lowercased() ?? "utf-8"
    switch name {
    case "utf-8", "utf8", "us-ascii", "ascii": encoding = .utf8
    case "iso-8859-1", "latin1", "latin-1": encoding = .table((128...255).map { UInt16($0) })
    case "iso-8859-15": encoding = .table(Self.latin9)
    case "windows-1252", "cp1252": encoding = .table(Self.windows1252)
    default:
      refuse("the encoding '\(name)' is not read", "save the file as UTF-8")
    }
  }

  /// The encoding that the XML declaration names.
  private var declaredEncoding: String? {
    guard pending.starts(with: Array("<?xml".utf8)), let end = pending.firstIndex(of: 0x3E) else {
      return nil
    }
    let declaration = String(decoding: pending[..<end], as: UTF8.self)
    guard let range = declaration.firstRange(of: "encoding") else { return nil }
    let rest = declaration[range.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\t" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return String(rest.dropFirst().prefix { $0 != quote })
  }

  private mutating func flush(_ body: (UnsafeRawBufferPointer) -> Void) {
    guard let encoding, !pending.isEmpty, refusal == nil else { return }
    switch encoding {
    case .utf8:
      pending.withUnsafeBytes(body)
      pending = []
    case .table(let table):
      var recoded: [UInt8] = []
      recoded.reserveCapacity(pending.count + pending.count / 8)
      for byte in pending {
        if byte < 128 {
          recoded.append(byte)
        } else {
          append(UInt32(table[Int(byte) - 128]), to: &recoded)
        }
      }
      pending = []
      recoded.withUnsafeBytes(body)
    case .utf16BigEndian: flushUTF16(high: 0, body)
    case .utf16LittleEndian: flushUTF16(high: 1, body)
    }
  }

  private mutating func flushUTF16(high: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
    var recoded: [UInt8] = []
    recoded.reserveCapacity(pending.count)
    let even = pending.count & ~1
    for index in stride(from: 0, to: even, by: 2) {
      let unit = UInt32(pending[index + high]) << 8 | UInt32(pending[index + 1 - high])
      switch (highSurrogate, unit) {
      case (nil, 0xD800..<0xDC00): highSurrogate = unit
      case (let first?, 0xDC00..<0xE000):
        append(0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00), to: &recoded)
        highSurrogate = nil
      case (nil, 0xDC00..<0xE000), (_?, _):
        refuse("the file holds half of a UTF-16 surrogate pair", "save it again as UTF-8")
        return
      default: append(unit, to: &recoded)
      }
    }
    pending.removeFirst(even)
    recoded.withUnsafeBytes(body)
  }

  private func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    bytes.append(contentsOf: UTF8.encode(scalar)!)  // every scalar has a UTF-8 form
  }

  private static let latin9: [UInt16] = (128...255).map { byte in
    switch byte {
    case 0xA4: 0x20AC
    case 0xA6: 0x160
    case 0xA8: 0x161
    case 0xB4: 0x17D
    case 0xB8: 0x17E
    case 0xBC: 0x152
    case 0xBD: 0x153
    case 0xBE: 0x178
    default: UInt16(byte)
    }
  }

  /// The bytes 128 to 159 of Windows-1252; the five that it leaves out stay control characters.
  private static let windows1252: [UInt16] =
    [
      0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
      0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
      0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    ] + (160...255).map { UInt16($0) }
}
