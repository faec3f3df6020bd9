extension Form {
  /// Writes the value at `base` as an element under the open one.
  package func encode(
    _ base: UnsafeRawPointer, field: Int, alternative: Int = 0, into record: inout WrittenRecord
  ) {
    let unknown = unknown(of: base) ?? []
    for content in unknown where content.stands == .before { record.fragment(content.text) }
    record.begin(field: field, alternative: alternative)
    encodeContent(of: base, unknown, into: &record)
    record.end()
  }

  /// Writes the attributes of the value at `base` to the open element, known and unknown ones.
  package func encodeAttributes(of base: UnsafeRawPointer, into record: inout WrittenRecord) {
    for (index, attribute) in attributes.enumerated() {
      record.attribute(field: index) { attribute.encode(base, &$0) }
    }
    guard let unknown = unknown(of: base) else { return }
    for content in unknown.sorted(by: { ($0.attribute ?? "") < ($1.attribute ?? "") }) {
      if let name = content.attribute { record.unknownAttribute(name: name, value: content.text) }
    }
  }

  /// Writes attributes, text and children of the value at `base` into the open element.
  private func encodeContent(
    of base: UnsafeRawPointer, _ unknown: [UnknownContent], into record: inout WrittenRecord
  ) {
    encodeAttributes(of: base, into: &record)
    if let content { record.text { content.encode(base, &$0) } }
    var fragments = FragmentCursor(unknown)
    fragments.write(upTo: -1, ordinal: .max, into: &record)
    for (index, child) in children.enumerated() {
      encode(child, index, of: base, &fragments, into: &record)
    }
  }

  /// Writes what one field holds, and the fragments that stand after its elements.
  package func encode(
    _ child: ChildField, _ index: Int, of base: UnsafeRawPointer, _ fragments: inout FragmentCursor,
    into record: inout WrittenRecord
  ) {
    if let encodeLeaf = child.encodeLeaf {
      encodeLeaf(base, index, &record)
    } else if let forEach = child.forEach {
      var ordinal: Int32 = 0
      forEach(base) { value, alternative in
        child.alternatives[alternative].form.encode(
          value, field: index, alternative: alternative, into: &record)
        ordinal += 1
        fragments.write(upTo: index, ordinal: ordinal, into: &record)
      }
    }
    fragments.write(upTo: index, ordinal: .max, into: &record)
  }

  /// What the value at `base` holds that no form knows; nil where there is nothing.
  package func unknown(of base: UnsafeRawPointer) -> [UnknownContent]? {
    guard let unknownOffset else { return nil }
    let unknown = base.advanced(by: unknownOffset)
      .assumingMemoryBound(to: [UnknownContent].self).pointee
    return unknown.isEmpty ? nil : unknown
  }
}

/// Unknown content of one value, written as its place in the order of the fields comes by.
package struct FragmentCursor {
  private let unknown: [UnknownContent]
  private var next = 0

  package init(_ unknown: [UnknownContent]) { self.unknown = unknown }

  /// Writes all fragments that stand no later than after that many elements of that field.
  package mutating func write(upTo field: Int, ordinal: Int32, into record: inout WrittenRecord) {
    while next < unknown.count {
      let content = unknown[next]
      if content.stands == .inside {
        guard (Int(content.field), content.ordinal) <= (field, ordinal) else { return }
        record.fragment(content.text)
      }
      next += 1
    }
  }
}
