/// One record as it was written: a tree of elements, attributes and texts in three flat buffers that
/// are used again for the next record.
///
/// Readers of every format build it, the forms decode it, and in the other direction forms encode
/// into it and writers print it. Elements and attributes are named by their place in the form of
/// their parent, so nothing here is looked up twice.
package struct WrittenRecord: Sendable {
  package struct Node: Sendable {
    /// The place of the element in the parent's form: the field, and which of its names; -1 for a
    /// fragment that no form knows.
    package var field: Int16
    package var alternative: Int16
    package var parent: Int32
    package var next: Int32 = -1
    package var firstChild: Int32 = -1
    package var lastChild: Int32 = -1
    package var attributes: Range<Int32>
    /// The text of the element, white space folded; of a fragment, all of it as XML.
    package var text: Range<Int32>
    /// Where it starts in the source, in bytes.
    package var offset: Int
    /// Where text began that stands beside child elements; -1 where there is none.
    package var strayText: Int = -1
    /// Its place among the elements of the same field before it without a break, from 1.
    package var ordinal: Int32 = 1

    package var isFragment: Bool { field < 0 }
  }

  package struct Attribute: Sendable {
    /// The place in the form of the element; -1 for one that the form does not know.
    package var field: Int16
    /// The name of an attribute that the form does not know.
    package var unknownName: Range<Int32> = 0..<0
    package var value: Range<Int32>
    package var offset: Int
  }

  package private(set) var nodes: [Node] = []
  package private(set) var attributes: [Attribute] = []
  @usableFromInline package internal(set) var bytes: [UInt8] = []
  private var open: Int32 = -1
  private var pendingBlank = false

  package init() {}

  /// Empties the record and keeps its room.
  package mutating func reset() {
    nodes.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    open = -1
    pendingBlank = false
  }

  package var isEmpty: Bool { nodes.isEmpty }

  /// The number of elements that are open.
  package var isOpen: Bool { open >= 0 }

  /// The element that is open; the first one where none is.
  package var openNode: Int { max(Int(open), 0) }

  /// How many bytes the record takes, roughly.
  package var size: Int { bytes.count + nodes.count * 64 }

  // MARK: Building

  package mutating func begin(field: Int, alternative: Int = 0, offset: Int = -1) {
    let index = Int32(truncatingIfNeeded: nodes.count)
    let attributeEnd = Int32(truncatingIfNeeded: attributes.count)
    let textStart = Int32(truncatingIfNeeded: bytes.count)
    nodes.append(
      Node(
        field: Int16(truncatingIfNeeded: field),
        alternative: Int16(truncatingIfNeeded: alternative), parent: open,
        attributes: attributeEnd..<attributeEnd, text: textStart..<textStart, offset: offset))
    link(index)
    open = index
    pendingBlank = false
  }

  private mutating func link(_ index: Int32) {
    guard open >= 0 else { return }
    let parent = Int(open)
    let last = nodes[parent].lastChild
    if last < 0 {
      nodes[parent].firstChild = index
      if !nodes[parent].text.isEmpty { nodes[parent].strayText = nodes[parent].offset }
    } else {
      nodes[Int(last)].next = index
      if nodes[Int(last)].field == nodes[Int(index)].field {
        nodes[Int(index)].ordinal = nodes[Int(last)].ordinal + 1
      }
    }
    nodes[parent].lastChild = index
  }

  /// Adds an attribute to the open element; must come before its text and children.
  package mutating func attribute(
    field: Int, value: UnsafeBufferPointer<UInt8>, offset: Int = -1
  ) {
    let start = Int32(truncatingIfNeeded: bytes.count)
    appendFolded(value)
    attributes.append(
      Attribute(
        field: Int16(truncatingIfNeeded: field),
        value: start..<Int32(truncatingIfNeeded: bytes.count), offset: offset))
    closeAttributes()
  }

  package mutating func unknownAttribute(name: String, value: String, offset: Int = -1) {
    let start = Int32(truncatingIfNeeded: bytes.count)
    bytes.append(contentsOf: name.utf8)
    let middle = Int32(truncatingIfNeeded: bytes.count)
    bytes.append(contentsOf: value.utf8)
    attributes.append(
      Attribute(
        field: -1, unknownName: start..<middle,
        value: middle..<Int32(truncatingIfNeeded: bytes.count), offset: offset))
    closeAttributes()
  }

  /// Adds an attribute whose text `write` appends; drops it again if `write` says false.
  package mutating func attribute(field: Int, write: (inout [UInt8]) -> Bool) {
    let start = Int32(truncatingIfNeeded: bytes.count)
    guard write(&bytes) else { return }
    attributes.append(
      Attribute(
        field: Int16(truncatingIfNeeded: field),
        value: start..<Int32(truncatingIfNeeded: bytes.count), offset: -1))
    closeAttributes()
  }

  private mutating func closeAttributes() {
    let node = Int(open)
    let end = Int32(truncatingIfNeeded: bytes.count)
    nodes[node].attributes = nodes[node].attributes.lowerBound..<Int32(attributes.count)
    nodes[node].text = end..<end
  }

  /// Adds text of the open element, in pieces as they come; white space is folded.
  ///
  /// - Returns: Whether the text stands beside child elements, where none belongs, for the first time.
  @discardableResult
  package mutating func text(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    guard open >= 0 else { return false }
    let node = Int(open)
    guard nodes[node].firstChild < 0 else {
      return nodes[node].strayText < 0 && !piece.allSatisfy(isBlank)
    }
    append(text: piece, to: node)
    return false
  }

  private mutating func append(text piece: UnsafeBufferPointer<UInt8>, to node: Int) {
    let isFirst = nodes[node].text.isEmpty
    if isFirst, piece.allSatisfy(isBlank) { return }
    if pendingBlank, !isFirst, let first = piece.first, !isBlank(first) {
      bytes.append(UInt8(ascii: " "))
      pendingBlank = false
    } else if pendingBlank, piece.allSatisfy(isBlank) {
      return
    } else if !isFirst, let first = piece.first, isBlank(first), !piece.allSatisfy(isBlank) {
      bytes.append(UInt8(ascii: " "))
    }
    appendFolded(piece)
    pendingBlank = piece.last.map(isBlank) ?? pendingBlank
    nodes[node].text = nodes[node].text.lowerBound..<Int32(truncatingIfNeeded: bytes.count)
  }

  /// Notes that text stands beside the children of the open element.
  package mutating func markStrayText(offset: Int) { nodes[Int(open)].strayText = offset }

  /// Sets the text of the open element to what `write` appends.
  package mutating func text(write: (inout [UInt8]) -> Void) {
    let start = Int32(truncatingIfNeeded: bytes.count)
    write(&bytes)
    nodes[Int(open)].text = start..<Int32(truncatingIfNeeded: bytes.count)
  }

  /// Adds an element whose text `write` appends; adds none if `write` says false.
  package mutating func textElement(field: Int, write: (inout [UInt8]) -> Bool) {
    let start = Int32(truncatingIfNeeded: bytes.count)
    guard write(&bytes) else { return }
    let index = Int32(truncatingIfNeeded: nodes.count)
    let attributeEnd = Int32(truncatingIfNeeded: attributes.count)
    nodes.append(
      Node(
        field: Int16(truncatingIfNeeded: field), alternative: 0, parent: open,
        attributes: attributeEnd..<attributeEnd,
        text: start..<Int32(truncatingIfNeeded: bytes.count), offset: -1))
    link(index)
  }

  /// Adds XML that no form knows, as a child of the open element.
  ///
  /// - Parameter before: It stands before the open element, not in it.
  package mutating func fragment(_ xml: String, before: Bool = false, offset: Int = -1) {
    let index = Int32(truncatingIfNeeded: nodes.count)
    let start = Int32(truncatingIfNeeded: bytes.count)
    let attributeEnd = Int32(truncatingIfNeeded: attributes.count)
    bytes.append(contentsOf: xml.utf8)
    nodes.append(
      Node(
        field: -1, alternative: before ? 1 : 0, parent: open,
        attributes: attributeEnd..<attributeEnd,
        text: start..<Int32(truncatingIfNeeded: bytes.count), offset: offset))
    link(index)
  }

  /// Closes the open element.
  package mutating func end() {
    open = nodes[Int(open)].parent
    pendingBlank = false
  }

  private mutating func appendFolded(_ piece: UnsafeBufferPointer<UInt8>) {
    // Nearly all values need no folding: one look, one copy.
    var index = 0
    var blank = true  // a blank here would be one too many
    while index < piece.count {
      let byte = piece[index]
      if byte <= 0x20 {
        if blank || byte != 0x20 { break }
        blank = true
      } else {
        blank = false
      }
      index += 1
    }
    if index == piece.count, !blank || piece.isEmpty {
      bytes.append(contentsOf: piece)
      return
    }
    var pending = false
    var written = false
    for byte in piece {
      if isBlank(byte) {
        pending = written
      } else {
        if pending { bytes.append(UInt8(ascii: " ")) }
        pending = false
        written = true
        bytes.append(byte)
      }
    }
  }

  // MARK: Reading

  package func string(_ range: Range<Int32>) -> String {
    String(decoding: bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  @inlinable @inline(__always)
  package func withBytes<Result>(
    _ range: Range<Int32>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer {
      body(
        UnsafeBufferPointer(rebasing: $0[Int(range.lowerBound)..<Int(range.upperBound)]))
    }
  }
}

extension WrittenRecord {
  /// Whether two nodes differ in an attribute that both have, out of some.
  func differ(_ first: Int, _ second: Int, in fields: [Int]) -> Bool {
    for field in fields {
      guard let a = value(of: field, at: first), let b = value(of: field, at: second) else {
        return false
      }
      if !bytes[a].elementsEqual(bytes[b]) { return true }
    }
    return false
  }

  private func value(of field: Int, at node: Int) -> Range<Int>? {
    for index in nodes[node].attributes where attributes[Int(index)].field == field {
      let value = attributes[Int(index)].value
      return Int(value.lowerBound)..<Int(value.upperBound)
    }
    return nil
  }
}

/// White space as XML has it.
@inline(__always)
private func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0xA || byte == 0x9 || byte == 0xD
}
