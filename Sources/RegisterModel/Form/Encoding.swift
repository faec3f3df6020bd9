extension Form {
  /// Writes the value at `base` as an element under the open one.
  package func encode(
    _ base: UnsafeRawPointer, field: Int, alternative: Int = 0, into record: inout WrittenRecord
  ) {
    record.begin(field: field, alternative: alternative)
    encodeContent(of: base, into: &record)
    record.end()
  }

  /// Writes attributes, text and children of the value at `base` into the open element.
  package func encodeContent(of base: UnsafeRawPointer, into record: inout WrittenRecord) {
    for (index, attribute) in attributes.enumerated() {
      record.attribute(field: index) { attribute.encode(base, &$0) }
    }
    let unknown = unknown(of: base)
    if let unknown {
      for content in unknown {
        if let name = content.attribute { record.unknownAttribute(name: name, value: content.text) }
      }
    }
    if let content { record.text { content.encode(base, &$0) } }
    if let unknown { writeFragments(unknown, after: -1, ordinal: 0..<Int32.max, &record) }
    for (index, child) in children.enumerated() {
      if let unknown {
        encodeChildren(child, index, base, among: unknown, &record)
      } else if let encodeLeaf = child.encodeLeaf {
        encodeLeaf(base, index, &record)
      } else if let forEach = child.forEach {
        forEach(base) { value, alternative in
          child.alternatives[alternative].form().encode(
            value, field: index, alternative: alternative, into: &record)
        }
      }
    }
  }

  private func encodeChildren(
    _ child: ChildField, _ index: Int, _ base: UnsafeRawPointer, among unknown: [UnknownContent],
    _ record: inout WrittenRecord
  ) {
    var ordinal: Int32 = 0
    if let encodeLeaf = child.encodeLeaf {
      encodeLeaf(base, index, &record)
    } else if let forEach = child.forEach {
      forEach(base) { value, alternative in
        child.alternatives[alternative].form().encode(
          value, field: index, alternative: alternative, into: &record)
        ordinal += 1
        writeFragments(unknown, after: index, ordinal: ordinal..<(ordinal + 1), &record)
      }
    }
    writeFragments(unknown, after: index, ordinal: (ordinal + 1)..<Int32.max, &record)
  }

  private func writeFragments(
    _ unknown: [UnknownContent], after field: Int, ordinal: Range<Int32>,
    _ record: inout WrittenRecord
  ) {
    for content in unknown
    where content.attribute == nil && Int(content.field) == field
      && ordinal.contains(content.ordinal)
    {
      record.fragment(content.text)
    }
  }

  /// What the value at `base` holds that no form knows; nil where there is nothing.
  func unknown(of base: UnsafeRawPointer) -> [UnknownContent]? {
    guard let unknownOffset else { return nil }
    let unknown = base.advanced(by: unknownOffset)
      .assumingMemoryBound(to: [UnknownContent].self).pointee
    return unknown.isEmpty ? nil : unknown
  }
}
