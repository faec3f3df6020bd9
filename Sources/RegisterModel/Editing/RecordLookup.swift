/// The records of a register as they are written, found by their identifiers.
package struct RecordLookup: Sendable {
  private let register: Register
  private let places: [String: (field: Int, index: Int)]

  /// - Complexity: O(n) in the number of records.
  package init(_ register: Register) {
    self.register = register
    var places: [String: (field: Int, index: Int)] = [:]
    withUnsafePointer(to: register) { root in
      for (field, child) in Register.form.children.enumerated() {
        let form = child.alternatives[0].form
        guard let identifier = form.identifier else { continue }
        let identify = form.attributes[identifier.index].identifierText
        var index = 0
        child.forEach(UnsafeRawPointer(root)) { value, _ in
          places[identify?(value) ?? ""] = (field, index)
          index += 1
        }
      }
    }
    self.places = places
  }

  /// The name of the element of a record; nil if there is no record of that identifier.
  package func kind(of id: String) -> String? {
    places[id].map { Register.form.children[$0.field].label }
  }

  /// A record as it is written; nil if there is none of that identifier.
  package func element(_ id: String) -> WrittenElement? {
    guard let place = places[id] else { return nil }
    return withUnsafePointer(to: register) { root in
      var element: WrittenElement?
      Register.form.children[place.field].withElements(UnsafeRawPointer(root)) { values in
        element = WrittenElement(values[place.index], field: place.field, of: Register.form)
      }
      return element
    }
  }
}

extension Register {
  /// Calls back with each record of a kind as it is written, in the order of the register.
  package func forEachRecord(ofKind kind: String, _ body: (WrittenElement) -> Void) {
    guard let field = Register.form.children.firstIndex(where: { $0.label == kind }) else { return }
    withUnsafePointer(to: self) { root in
      Register.form.children[field].forEach(UnsafeRawPointer(root)) { value, _ in
        body(WrittenElement(value, field: field, of: Register.form))
      }
    }
  }

  /// The number of records of a kind.
  package func recordCount(ofKind kind: String) -> Int {
    guard let child = Register.form.children.first(where: { $0.label == kind }) else { return 0 }
    var count = 0
    withUnsafePointer(to: self) { root in
      child.withElements(UnsafeRawPointer(root)) { count = $0.count }
    }
    return count
  }
}

extension AttributeField {
  /// The canonical text for a text that means the same; nil if it is not of the type.
  package func canonicalText(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { canonical($0) }
  }
}
