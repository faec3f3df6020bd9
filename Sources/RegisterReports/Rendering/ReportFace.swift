/// Something a report can be shown as.
public protocol ReportFace: Sendable {
  /// Writes a document, piece by piece as it is made, so that a large one needs little room.
  ///
  /// - Parameter sink: Takes the next bytes, UTF-8; they are good during the call only.
  func write(_ document: ReportDocument, to sink: @escaping (UnsafeRawBufferPointer) -> Void)
}

extension ReportFace {
  /// The whole of a document as a text.
  public func text(of document: ReportDocument) -> String {
    let collected = Collected()
    write(document) { collected.bytes.append(contentsOf: $0) }
    return String(decoding: collected.bytes, as: UTF8.self)
  }
}

private final class Collected {
  var bytes: [UInt8] = []
}
