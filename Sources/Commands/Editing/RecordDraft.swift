import ArgumentParser
import RegisterModel
import RegisterXML

/// A record being changed or made on the command line.
struct RecordDraft {
  private(set) var element: WrittenElement
  private let original: WrittenElement?
  private let form: Form

  /// An existing record.
  ///
  /// - Throws: If the register has none of that identifier; the nearest one is named.
  init(id: String, in register: Register) throws {
    if id == register.id.text {
      element = register.writtenHead
      original = element
      form = Register.form
      return
    }
    guard let (element, form) = register.writtenRecord(id) else {
      let hint = Spelling.hint(for: id, in: register.recordIdentifiers)
      throw CommandFailure(
        "no record is called '\(id)'" + (hint.map { "; \($0)" } ?? ""))
    }
    self.element = element
    original = element
    self.form = form
  }

  /// A new record of a kind.
  ///
  /// - Throws: If there is no such kind; the nearest one is named.
  init(new kind: String) throws {
    guard let form = Register.recordForm(kind) else {
      let kinds = Register.recordKinds
      throw CommandFailure(
        "there are no records of the kind '\(kind)'; "
          + (Spelling.hint(for: kind, in: kinds) ?? "there are: " + kinds.joined(separator: ", ")))
    }
    element = WrittenElement(kind)
    original = nil
    self.form = form
  }

  /// The edits that make the record what the draft is.
  var edits: [Edit] {
    guard let original else { return [.add(element)] }
    return original.edits(to: element, form)
  }

  mutating func setAttribute(_ name: String, _ value: String) {
    element.attributes.removeAll { $0.name == name }
    element.attributes.insert(.init(name, value), at: 0)
  }

  /// - Throws: If the path leads nowhere or the value does not fit.
  mutating func set(_ assignment: Assignment) throws {
    do {
      switch assignment.change {
      case .clear: try element.set(nil, at: assignment.path, form)
      case .set(let text): try element.set(text, at: assignment.path, form)
      case .insert(let key): try element.insert(key, at: assignment.path, form)
      case .delete(let key): try element.delete(key, at: assignment.path, form)
      }
    } catch let failure as PathFailure {
      throw CommandFailure(failure.message + (failure.hint.map { "; \($0)" } ?? ""))
    }
  }
}
