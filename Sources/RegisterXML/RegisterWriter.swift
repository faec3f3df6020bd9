internal import Cryptography
public import RegisterModel

/// The hashes of a register's canonical form.
public struct CanonicalHash: Sendable, Equatable {
  /// Of all of it: the hash of the register.
  public let register: SHA256Digest
  /// Of all that stands before the history: what an entry of the history vouches for.
  public let content: SHA256Digest
  /// The length of the canonical form, in bytes.
  public let byteCount: Int
}

/// Writes registers in canonical form: fixed order, two blanks a level, one part of a record a line.
///
/// Reading what was written and writing it again gives the same bytes.
public enum RegisterWriter {
  /// The canonical form, as text.
  ///
  /// - Complexity: O(n) in the size of the register.
  public static func text(of register: Register) -> String {
    var bytes: [UInt8] = []
    // What takes the pieces can't fail, so writing can't.
    _ = try? write(register) { bytes.append(contentsOf: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The hashes of the canonical form, without keeping it.
  public static func hash(of register: Register) -> CanonicalHash {
    do { return try write(register) { _ in } } catch { preconditionFailure("nothing here throws") }
  }

  /// Writes the canonical form in pieces of about a megabyte.
  ///
  /// - Parameter body: Takes each piece.
  /// - Throws: What `body` throws, which ends the writing.
  public static func write(
    _ register: Register, to body: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> CanonicalHash {
    var sink = CanonicalSink()
    sink.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    for fragment in register.prolog { sink.append(fragment + "\n") }
    try withUnsafePointer(to: register) { root in
      try write(UnsafeRawPointer(root), of: register, to: &sink, body)
    }
    for signature in register.signatures { sink.append("  \(signature)\n") }
    sink.append("</register>\n")
    try sink.flush(body)
    return sink.hash()
  }

  private static func write(
    _ root: UnsafeRawPointer, of register: Register, to sink: inout CanonicalSink,
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let form = Register.form
    var record = WrittenRecord()
    record.begin(field: -1)
    form.encodeAttributes(of: root, into: &record)
    sink.serialiser.openRoot(record, form)
    var fragments = FragmentCursor(register.unknown)
    record.reset()
    fragments.write(upTo: -1, ordinal: .max, into: &record)
    sink.serialiser.append(record, parent: form)
    let history = form.childIndex(Name("history"))?.field
    for (index, child) in form.children.enumerated() {
      if index == history {
        try sink.flush(body)
        sink.markContent()
      }
      try write(child, index, of: root, &fragments, &record, to: &sink, body)
    }
  }

  /// Writes a family record by record, so that a register is never there twice.
  private static func write(
    _ child: ChildField, _ index: Int, of root: UnsafeRawPointer,
    _ fragments: inout FragmentCursor, _ record: inout WrittenRecord, to sink: inout CanonicalSink,
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var failure: (any Error)?
    if child.isFamily {
      var ordinal: Int32 = 0
      child.forEach(root) { value, alternative in
        guard failure == nil else { return }
        record.reset()
        child.alternatives[alternative].form.encode(value, field: index, into: &record)
        ordinal += 1
        fragments.write(upTo: index, ordinal: ordinal, into: &record)
        sink.serialiser.append(record, parent: Register.form)
        do { try sink.flushIfFull(body) } catch { failure = error }
      }
    } else {
      record.reset()
      child.encodeLeaf(root, index, into: &record)
      sink.serialiser.append(record, parent: Register.form)
    }
    if let failure { throw failure }
    record.reset()
    fragments.write(upTo: index, ordinal: .max, into: &record)
    sink.serialiser.append(record, parent: Register.form)
    try sink.flushIfFull(body)
  }

  /// The canonical form of one entry of the history.
  static func text(of entry: HistoryEntry) -> String {
    var record = WrittenRecord()
    var serialiser = Serialiser()
    withUnsafePointer(to: entry) {
      HistoryEntry.form.encode(
        UnsafeRawPointer($0), field: Register.form.childIndex(Name("history"))!.field,
        into: &record)
    }
    serialiser.append(record, parent: Register.form)
    return String(decoding: serialiser.bytes, as: UTF8.self)
  }
}
