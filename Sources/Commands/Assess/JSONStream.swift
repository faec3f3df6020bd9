/// Writes an `Encodable` value as JSON straight into bytes, its keys in the order of declaration.
///
/// Foundation's encoder makes a tree of dictionaries first, which takes seconds for a large register.
final class JSONStream: Encoder {
  /// What the value that is being encoded has turned out to be.
  private enum Form { case undecided, scalar, list, object }

  /// Types that are written as their description is.
  private static let plainTypes: [ObjectIdentifier] = [
    Bool.self, Int8.self, Int16.self, Int32.self, Int64.self, UInt.self, UInt8.self, UInt16.self,
    UInt32.self, UInt64.self,
  ].map { ObjectIdentifier($0) }

  private static let colon = Array(": ".utf8)
  private static let margin = Array("\n".utf8) + Array(repeating: UInt8(ascii: " "), count: 64)

  // Bytes go in by the run: each access to a property of a class is checked as it runs.
  private var bytes: [UInt8] = []
  private var form = Form.undecided
  private var isEmpty = true
  private var depth = 0

  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  /// The value as JSON, two blanks a level.
  static func text(of value: some Encodable) throws -> String {
    let stream = JSONStream()
    try stream.write(value)
    return String(decoding: stream.bytes, as: UTF8.self)
  }

  private init() {}

  func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    open(.object, "{")
    return KeyedEncodingContainer(JSONObject(stream: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    open(.list, "[")
    return JSONList(stream: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { JSONScalar(stream: self) }

  // MARK: For the containers

  /// Starts a member of the object, or an element of the list, that is open.
  fileprivate func begin(_ key: String? = nil) {
    if !isEmpty { bytes.append(UInt8(ascii: ",")) }
    isEmpty = false
    newLine()
    guard let key else { return }
    write(text: key)
    bytes.append(contentsOf: Self.colon)
  }

  fileprivate func writeNull() { scalar("null") }

  fileprivate func write<Value: Encodable>(_ value: Value) throws {
    // Types are compared first: a cast that fails is slow.
    if Value.self == String.self {
      form = .scalar
      write(text: value as! String)
    } else if Value.self == Double.self {
      let text = (value as! Double).description
      scalar(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    } else if Value.self == Int.self {
      scalar((value as! Int).description)
    } else if Self.plainTypes.contains(ObjectIdentifier(Value.self)) {
      scalar("\(value)")
    } else {
      try writeParts(of: value)
    }
  }

  // MARK: Bytes

  private func writeParts(of value: some Encodable) throws {
    let outer = isEmpty
    form = .undecided
    try value.encode(to: self)
    switch form {
    case .undecided: writeNull()
    case .scalar: break
    case .list: close("]")
    case .object: close("}")
    }
    isEmpty = outer
    form = .scalar  // written and closed, for a value that is nothing but this one
  }

  private func open(_ form: Form, _ bracket: Unicode.Scalar) {
    guard self.form == .undecided else { return }
    self.form = form
    bytes.append(UInt8(ascii: bracket))
    isEmpty = true
    depth += 1
  }

  private func close(_ bracket: Unicode.Scalar) {
    depth -= 1
    if !isEmpty { newLine() }
    bytes.append(UInt8(ascii: bracket))
  }

  private func newLine() {
    bytes.append(contentsOf: Self.margin[..<min(1 + 2 * depth, Self.margin.count)])
  }

  private func scalar(_ text: String) {
    form = .scalar
    bytes.append(contentsOf: text.utf8)
  }

  private func write(text: String) {
    var text = text
    text.withUTF8 { text in
      bytes.append(UInt8(ascii: "\""))
      if text.contains(where: { Self.needsEscape($0) }) {
        bytes.append(contentsOf: text.flatMap(Self.escaped))
      } else {
        bytes.append(contentsOf: text)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    guard needsEscape(byte) else { return [byte] }
    guard byte < 0x20 else { return [UInt8(ascii: "\\"), byte] }
    let digits = String(byte, radix: 16)
    return Array("\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
  }

  /// Runs what writes a part, and takes up again what is open around it.
  fileprivate func part(_ write: () throws -> Void) rethrows {
    let outer = form
    try write()
    form = outer
  }
}

private struct JSONObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let stream: JSONStream
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) {
    stream.begin(key.stringValue)
    stream.part { stream.writeNull() }
  }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    stream.begin(key.stringValue)
    try stream.part { try stream.write(value) }
  }

  func nestedContainer<Nested>(keyedBy: Nested.Type, forKey key: Key)
    -> KeyedEncodingContainer<Nested>
  { preconditionFailure("values are encoded whole") }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    preconditionFailure("values are encoded whole")
  }

  func superEncoder() -> any Encoder { preconditionFailure("no class is encoded") }
  func superEncoder(forKey key: Key) -> any Encoder { preconditionFailure("no class is encoded") }
}

private struct JSONList: UnkeyedEncodingContainer {
  let stream: JSONStream
  var count = 0
  var codingPath: [any CodingKey] { [] }

  init(stream: JSONStream) { self.stream = stream }

  mutating func encodeNil() {
    count += 1
    stream.begin()
    stream.part { stream.writeNull() }
  }

  mutating func encode<Value: Encodable>(_ value: Value) throws {
    count += 1
    stream.begin()
    try stream.part { try stream.write(value) }
  }

  func nestedContainer<Nested>(keyedBy: Nested.Type) -> KeyedEncodingContainer<Nested> {
    preconditionFailure("values are encoded whole")
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    preconditionFailure("values are encoded whole")
  }

  func superEncoder() -> any Encoder { preconditionFailure("no class is encoded") }
}

private struct JSONScalar: SingleValueEncodingContainer {
  let stream: JSONStream
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { stream.writeNull() }

  /// The container of what is inside is this very value's: an optional's is that of what it wraps.
  func encode<Value: Encodable>(_ value: Value) throws {
    try stream.write(value)
  }
}
