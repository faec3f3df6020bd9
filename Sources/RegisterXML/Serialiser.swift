internal import Cryptography
internal import RegisterModel

/// Prints written records as XML, a part a line.
struct Serialiser {
  var bytes: [UInt8] = []

  /// Prints the start tag of the register.
  mutating func openRoot(_ record: WrittenRecord, _ form: Form) {
    append("<register xmlns=\"\(RegisterReader.namespace)\"")
    let node = record.nodes[0]
    let usesInstance = node.attributes.contains {
      record.attributes[Int($0)].field < 0
        && record.string(record.attributes[Int($0)].unknownName).hasPrefix("xsi:")
    }
    if usesInstance { append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"") }
    appendAttributes(of: node, record, form)
    append(">\n")
  }

  /// Prints all that the record holds, as children of the register.
  mutating func append(_ record: WrittenRecord, parent: Form) {
    var index = 0
    while index < record.nodes.count {
      if record.nodes[index].parent < 0 { append(index, of: record, parent, depth: 1) }
      index += 1
    }
  }

  private mutating func append(
    _ index: Int, of record: WrittenRecord, _ parent: Form, depth: Int
  ) {
    let node = record.nodes[index]
    for _ in 0..<depth {
      bytes.append(0x20)
      bytes.append(0x20)
    }
    guard node.field >= 0 else {
      record.withBytes(node.text) { bytes.append(contentsOf: $0) }
      bytes.append(0xA)
      return
    }
    let name = parent.children[Int(node.field)].alternatives[Int(node.alternative)]
    let form = name.form
    bytes.append(UInt8(ascii: "<"))
    append(name.label)
    appendAttributes(of: node, record, form)
    if node.firstChild < 0, node.text.isEmpty {
      append("/>\n")
      return
    }
    bytes.append(UInt8(ascii: ">"))
    record.withBytes(node.text) { XMLText.append($0, to: &bytes, inText: true) }
    if node.firstChild >= 0 {
      bytes.append(0xA)
      var child = Int(node.firstChild)
      while child >= 0 {
        append(child, of: record, form, depth: depth + 1)
        child = Int(record.nodes[child].next)
      }
      for _ in 0..<depth {
        bytes.append(0x20)
        bytes.append(0x20)
      }
    }
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    append(name.label)
    append(">\n")
  }

  private mutating func appendAttributes(
    of node: WrittenRecord.Node, _ record: WrittenRecord, _ form: Form
  ) {
    for index in node.attributes {
      let attribute = record.attributes[Int(index)]
      bytes.append(0x20)
      if attribute.field < 0 {
        record.withBytes(attribute.unknownName) { bytes.append(contentsOf: $0) }
      } else {
        append(form.attributes[Int(attribute.field)].label)
      }
      bytes.append(UInt8(ascii: "="))
      bytes.append(UInt8(ascii: "\""))
      record.withBytes(attribute.value) { XMLText.append($0, to: &bytes, inText: false) }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

/// Where canonical bytes go: past the hash, and out in pieces.
struct CanonicalSink: ~Copyable {
  var serialiser = Serialiser()
  private var sha = SHA256()
  private var byteCount = 0
  private var content: String?

  init() { serialiser.bytes.reserveCapacity(1_200_000) }

  mutating func append(_ text: String) { serialiser.append(text) }

  mutating func flushIfFull(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    if serialiser.bytes.count >= 1_000_000 { try flush(body) }
  }

  mutating func flush(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    byteCount += serialiser.bytes.count
    serialiser.bytes.withUnsafeBytes { sha.update($0) }
    try serialiser.bytes.withUnsafeBytes(body)
    serialiser.bytes.removeAll(keepingCapacity: true)
  }

  /// What comes from here on is history.
  mutating func markContent() { content = sha.hexadecimalDigest() }

  func hash() -> CanonicalHash {
    let register = sha.hexadecimalDigest()
    return CanonicalHash(
      register: SHA256Digest(unchecked: register),
      content: SHA256Digest(unchecked: content ?? register), byteCount: byteCount)
  }
}
