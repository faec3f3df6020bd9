internal import CLibXML2

/// The start tag of an element. Its pointers are valid during the call only, but the same name has
/// the same address throughout one document.
public struct XMLStartTag {
  public let localName: UnsafePointer<UInt8>
  public let prefix: UnsafePointer<UInt8>?
  /// The namespace; nil where there is none.
  public let namespace: UnsafePointer<UInt8>?
  public let attributeCount: Int
  /// How many namespaces the tag declares.
  public let declarationCount: Int
  fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  fileprivate let declarations: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  fileprivate let context: xmlParserCtxtPtr

  /// Where the tag starts in the source, in bytes.
  public var offset: Int { holdfast_tag_offset(context) }

  /// Where the tag ends in the source, in bytes.
  public var place: XMLPlace { XMLPlace(context: context) }

  public struct Attribute {
    public let localName: UnsafePointer<UInt8>
    public let prefix: UnsafePointer<UInt8>?
    public let namespace: UnsafePointer<UInt8>?
    /// The value as UTF-8, entities resolved.
    public let value: UnsafeBufferPointer<UInt8>
    fileprivate let context: xmlParserCtxtPtr

    /// Where the value starts in the source, in bytes; the end of the tag if that is not known
    /// because the value held an entity.
    public var offset: Int { holdfast_offset(context, value.baseAddress) }
  }

  public func attribute(_ index: Int) -> Attribute {
    let parts = attributes! + index * 5  // libxml2 gives five pointers for each
    return Attribute(
      localName: parts[0]!, prefix: parts[1], namespace: parts[2],
      value: UnsafeBufferPointer(start: parts[3], count: parts[4]! - parts[3]!), context: context)
  }

  /// A namespace that the tag declares: the prefix, nil for the default one, and the name, which is
  /// empty where it is taken back.
  public func declaration(_ index: Int) -> (prefix: String?, namespace: String) {
    let parts = declarations! + index * 2
    return (parts[0].map { String(cString: $0) }, parts[1].map { String(cString: $0) } ?? "")
  }
}

/// Where in the source the parser is during one of its calls.
public struct XMLPlace {
  fileprivate let context: xmlParserCtxtPtr

  /// The place in bytes.
  public var offset: Int { holdfast_offset(context, nil) }
}

/// What a document is made of, in its order.
public protocol XMLEventHandler: AnyObject {
  func startElement(_ tag: XMLStartTag)
  func endElement()
  /// Text, in pieces as they come.
  func text(_ piece: UnsafeBufferPointer<UInt8>, at place: XMLPlace)
  func comment(_ text: String, at place: XMLPlace)
  func processingInstruction(target: String, data: String?, at place: XMLPlace)
  /// A document type declaration; nothing of it has been read.
  func documentType(offset: Int)
}

/// What stopped a parser or made a document not well-formed.
public struct XMLParsingError: Error, Equatable {
  public enum Kind: Sendable, Equatable {
    case notWellFormed
    /// A tag, comment or processing instruction is longer than the parser takes.
    case tooLong
  }
  public let kind: Kind
  /// What is wrong, in libxml2's words, without a line end.
  public let message: String
  /// Where, in bytes of the source.
  public let offset: Int

  public init(kind: Kind, message: String, offset: Int) {
    self.kind = kind
    self.message = message
    self.offset = offset
  }
}

/// A push parser over libxml2's SAX2 interface.
///
/// It loads nothing, expands nothing but character references and the five entities of XML, and holds
/// one tag at most: of 64 KiB, and 64 KiB more while it is being read. Its input is UTF-8.
public final class XMLPushParser {
  /// The longest tag, comment or processing instruction, in bytes.
  public static let longestToken = 65_536

  private let context: xmlParserCtxtPtr
  private let box: Box
  private var isStopped = false

  private final class Box {
    unowned(unsafe) let handler: any XMLEventHandler
    // Set once, before the parser reads anything.
    @exclusivity(unchecked) var context: xmlParserCtxtPtr?
    var error: XMLParsingError?
    init(_ handler: any XMLEventHandler) { self.handler = handler }
  }

  /// - Parameter handler: Must live as long as the parser; it is not kept alive by it.
  public init(handler: any XMLEventHandler) {
    Self.initialise
    box = Box(handler)
    var sax = Self.callbacks()
    let created = xmlCreatePushParserCtxt(
      &sax, Unmanaged.passUnretained(box).toOpaque(), nil, 0, nil)
    guard let created else { preconditionFailure("libxml2 has no memory") }
    context = created
    box.context = created
    xmlCtxtUseOptions(
      context,
      Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_IGNORE_ENC.rawValue)
    )
    // Nothing is guessed of the encoding: whoever calls has seen to it.
    context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
    // Else an ampersand in the value of an attribute stays a reference. There are no other entities to
    // replace: a document type declaration, which alone could declare one, ends the reading.
    context.pointee.replaceEntities = 1
  }

  deinit {
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    xmlFreeParserCtxt(context)
  }

  private static let initialise: Void = {
    xmlInitParser()
    // Nothing is ever loaded from outside, whatever a document asks for.
    xmlSetExternalEntityLoader { _, _, _ in nil }
  }()

  /// Reads more of the document; does nothing once it was stopped or an error was found.
  ///
  /// - Throws: The first error of the document, if it is in these bytes.
  /// - Complexity: Linear.
  public func parse(_ bytes: UnsafeRawBufferPointer) throws(XMLParsingError) {
    var rest = bytes
    while !rest.isEmpty, !isStopped {
      // No more than this at once, so that no more than one token too long is ever looked at.
      let count = min(rest.count, 65_536)
      xmlParseChunk(
        context, rest.baseAddress!.assumingMemoryBound(to: CChar.self), Int32(count), 0)
      try throwError()
      if !isStopped, holdfast_pending(context) > Self.longestToken {
        let offset = holdfast_offset(context, nil)
        stop()
        throw XMLParsingError(
          kind: .tooLong,
          message: "a tag, comment or instruction is longer than \(Self.longestToken) bytes",
          offset: offset)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Ends the document.
  ///
  /// - Throws: The error of the document, if its end brings one to light.
  public func finish() throws(XMLParsingError) {
    guard !isStopped else { return }
    xmlParseChunk(context, nil, 0, 1)
    try throwError()
    if context.pointee.wellFormed == 0 {
      throw XMLParsingError(
        kind: .notWellFormed, message: "the document is not well-formed",
        offset: holdfast_offset(context, nil))
    }
  }

  /// Reads no more: for a handler that has seen enough.
  public func stop() {
    isStopped = true
    xmlStopParser(context)
  }

  /// Where the parser is, in bytes of the source.
  public var offset: Int { holdfast_offset(context, nil) }

  private func throwError() throws(XMLParsingError) {
    if let error = box.error, !isStopped {
      stop()
      throw error
    }
  }

  private static func callbacks() -> xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = XML_SAX2_MAGIC
    sax.startElementNs = {
      data, name, prefix, namespace, declarationCount, declarations, attributeCount, _, attributes
      in
      Unmanaged<Box>.fromOpaque(data!)._withUnsafeGuaranteedRef { box in
        guard holdfast_tag_is_closed(box.context!) != 0 else { return }
        box.handler.startElement(
          XMLStartTag(
            localName: name!, prefix: prefix, namespace: namespace,
            attributeCount: Int(attributeCount), declarationCount: Int(declarationCount),
            attributes: attributes, declarations: declarations, context: box.context!))
      }
    }
    sax.endElementNs = { data, _, _, _ in
      Unmanaged<Box>.fromOpaque(data!)._withUnsafeGuaranteedRef { $0.handler.endElement() }
    }
    sax.characters = { data, text, count in
      Unmanaged<Box>.fromOpaque(data!)._withUnsafeGuaranteedRef { box in
        box.handler.text(
          UnsafeBufferPointer(start: text, count: Int(count)), at: XMLPlace(context: box.context!))
      }
    }
    sax.ignorableWhitespace = sax.characters
    sax.cdataBlock = { data, text, count in
      let box = Unmanaged<Box>.fromOpaque(data!).takeUnretainedValue()
      let piece = UnsafeBufferPointer(start: text, count: Int(count))
      // libxml2 looks less closely at what stands in a CDATA section.
      guard String(validating: piece, as: UTF8.self) != nil else {
        if box.error == nil {
          box.error = XMLParsingError(
            kind: .notWellFormed, message: "the text of a CDATA section is not UTF-8",
            offset: holdfast_offset(box.context!, nil))
        }
        return
      }
      box.handler.text(piece, at: XMLPlace(context: box.context!))
    }
    sax.comment = { data, text in
      guard let text else { return }
      let box = Unmanaged<Box>.fromOpaque(data!).takeUnretainedValue()
      box.handler.comment(String(cString: text), at: XMLPlace(context: box.context!))
    }
    sax.processingInstruction = { data, target, text in
      guard let target else { return }
      let box = Unmanaged<Box>.fromOpaque(data!).takeUnretainedValue()
      box.handler.processingInstruction(
        target: String(cString: target), data: text.map { String(cString: $0) },
        at: XMLPlace(context: box.context!))
    }
    sax.internalSubset = { data, _, _, _ in
      let box = Unmanaged<Box>.fromOpaque(data!).takeUnretainedValue()
      box.handler.documentType(offset: holdfast_tag_offset(box.context!))
    }
    sax.serror = { data, error in
      guard let data, let error = error?.pointee else { return }
      let box = Unmanaged<Box>.fromOpaque(data).takeUnretainedValue()
      // The first error is the true one; what follows are its consequences.
      guard box.error == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
      var message = error.message.map { String(cString: $0) } ?? "not well-formed"
      while message.last?.isNewline == true { message.removeLast() }
      box.error = XMLParsingError(
        kind: .notWellFormed, message: message, offset: holdfast_offset(box.context!, nil))
    }
    return sax
  }
}
