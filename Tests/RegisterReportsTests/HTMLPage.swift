import Foundation
import XMLParsing

/// A report in HTML, read by an XML parser that accepts nothing that isn't well-formed.
final class HTMLPage: XMLEventHandler {
  final class Element {
    let name: String
    let attributes: [(name: String, value: String)]
    unowned let parent: Element?
    var children: [Element] = []
    /// The text of the element itself, not that of its children.
    var text = ""

    init(_ name: String, _ attributes: [(name: String, value: String)], in parent: Element?) {
      self.name = name
      self.attributes = attributes
      self.parent = parent
    }

    subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

    /// All text in it.
    var wholeText: String { text + children.map(\.wholeText).joined() }

    /// All elements in it, itself too, in the order of the document.
    var all: [Element] {
      var all: [Element] = []
      var open = [self]
      while let next = open.popLast() {
        all.append(next)
        open += next.children.reversed()
      }
      return all
    }
  }

  private(set) var root: Element?
  private var open: [Element] = []

  /// - Throws: If the page is not well-formed.
  init(_ html: String) throws {
    let start = "<!DOCTYPE html>\n"
    guard html.hasPrefix(start) else { throw CocoaError(.fileReadCorruptFile) }
    let parser = XMLPushParser(handler: self)
    try Array(html.utf8.dropFirst(start.utf8.count)).withUnsafeBytes { try parser.parse($0) }
    try parser.finish()
  }

  var elements: [Element] { root?.all ?? [] }

  func elements(_ names: String...) -> [Element] {
    elements.filter { names.contains($0.name) }
  }

  func startElement(_ tag: XMLStartTag) {
    let attributes = (0..<tag.attributeCount).map { index in
      let attribute = tag.attribute(index)
      return (
        name: String(cString: attribute.localName),
        value: String(decoding: attribute.value, as: UTF8.self)
      )
    }
    let element = Element(String(cString: tag.localName), attributes, in: open.last)
    if let parent = open.last { parent.children.append(element) } else { root = element }
    open.append(element)
  }

  func endElement() { open.removeLast() }

  func text(_ piece: UnsafeBufferPointer<UInt8>, at place: XMLPlace) {
    open.last?.text += String(decoding: piece, as: UTF8.self)
  }

  func comment(_ text: String, at place: XMLPlace) {}
  func processingInstruction(target: String, data: String?, at place: XMLPlace) {}
  func documentType(offset: Int) {}
}
