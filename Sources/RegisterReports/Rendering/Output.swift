/// Bytes on their way out: collected, and handed on when there are many.
struct Output {
  private(set) var bytes: [UInt8] = []
  private let sink: ((UnsafeRawBufferPointer) -> Void)?
  private static let portion = 1 << 18

  /// - Parameter sink: nil: all is kept.
  init(to sink: ((UnsafeRawBufferPointer) -> Void)? = nil) {
    self.sink = sink
    if sink != nil { bytes.reserveCapacity(Self.portion + (1 << 16)) }
  }

  /// Appends a text as it is.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ source: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: source) }

  mutating func append(_ number: Int) { append("\(number)") }

  /// Hands on what there is, if it is worth while.
  mutating func flushIfLarge() {
    if bytes.count >= Self.portion { flush() }
  }

  /// Hands on what there is.
  mutating func flush() {
    guard let sink else { return }
    bytes.withUnsafeBytes(sink)
    bytes.removeAll(keepingCapacity: true)
  }
}
