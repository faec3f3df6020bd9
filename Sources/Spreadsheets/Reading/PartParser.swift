internal import XMLParsing

/// An element of a part of a workbook, as its handler sees it.
struct PartElement {
  let tag: XMLStartTag

  /// Whether the local name of the element is this.
  func isNamed(_ name: StaticString) -> Bool { Self.equal(tag.localName, name) }

  var name: String { String(cString: tag.localName) }

  /// The value of an attribute; nil where it is left out.
  ///
  /// - Parameter qualified: Whether it is one of a namespace.
  func attribute(_ name: StaticString, qualified: Bool = false) -> String? {
    for index in 0..<tag.attributeCount {
      let attribute = tag.attribute(index)
      if Self.equal(attribute.localName, name), (attribute.namespace != nil) == qualified {
        return String(decoding: attribute.value, as: UTF8.self)
      }
    }
    return nil
  }

  static func equal(_ text: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    for index in 0..<count where text[index] != name.utf8Start[index] { return false }
    return text[count] == 0
  }
}

/// What reads one sort of part.
protocol PartHandler: AnyObject {
  func start(_ element: PartElement)
  func end()
  func text(_ piece: UnsafeBufferPointer<UInt8>)
  /// What made no sense; nothing more is read once there is something.
  var problem: String? { get }
}

/// Feeds a part to its handler: elements of the main namespace, transitional or strict, and text.
final class PartParser: XMLEventHandler {
  private static let deepest = 64
  private let handler: any PartHandler
  private(set) var problem: String?
  private var namespace: UnsafePointer<UInt8>?
  private var isStarted = false
  private var depth = 0
  /// How deep the parser is in elements of other namespaces.
  private var foreignDepth = 0

  init(_ handler: any PartHandler) { self.handler = handler }

  /// Reads a part of an archive.
  ///
  /// - Returns: Whether there is such a part.
  /// - Throws: ``WorkbookFailure`` if it is damaged or too large.
  static func read(
    _ name: String, of archive: ZipArchive, _ handler: any PartHandler
  ) throws(WorkbookFailure) -> Bool {
    let events = PartParser(handler)
    let parser = XMLPushParser(handler: events)
    var isFirst = true
    let isThere = try archive.read(name) { bytes throws(WorkbookFailure) in
      var bytes = bytes
      if isFirst, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        bytes = UnsafeRawBufferPointer(rebasing: bytes[3...])
      }
      isFirst = false
      do throws(XMLParsingError) { try parser.parse(bytes) } catch {
        throw .damaged(archive.path, name, "\(error.message) (byte \(error.offset))")
      }
      if let problem = events.problem ?? handler.problem {
        throw .damaged(archive.path, name, problem)
      }
    }
    guard isThere else { return false }
    do throws(XMLParsingError) { try parser.finish() } catch {
      throw .damaged(archive.path, name, "\(error.message) (byte \(error.offset))")
    }
    if let problem = events.problem ?? handler.problem {
      throw .damaged(archive.path, name, problem)
    }
    return true
  }

  func startElement(_ tag: XMLStartTag) {
    guard problem == nil, handler.problem == nil else { return }
    if !isStarted {
      isStarted = true
      namespace = tag.namespace
    }
    depth += 1
    guard depth <= Self.deepest else {
      problem = "elements are nested more than \(Self.deepest) deep"
      return
    }
    if foreignDepth > 0 || tag.namespace != namespace {
      foreignDepth += 1
    } else {
      handler.start(PartElement(tag: tag))
    }
  }

  func endElement() {
    guard problem == nil, handler.problem == nil else { return }
    depth -= 1
    if foreignDepth > 0 { foreignDepth -= 1 } else { handler.end() }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>, at place: XMLPlace) {
    guard foreignDepth == 0, problem == nil, handler.problem == nil else { return }
    handler.text(piece)
  }

  func comment(_ text: String, at place: XMLPlace) {}
  func processingInstruction(target: String, data: String?, at place: XMLPlace) {}
  func documentType(offset: Int) {
    problem = "it has a document type declaration, which no workbook has"
  }
}
