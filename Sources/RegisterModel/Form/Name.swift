import Synchronization

/// A word of the written form: the name of an element or attribute, made a small number once.
///
/// The number differs from run to run and is never shown or stored: order and output come from the
/// forms, not from names.
package struct Name: Hashable, Sendable {
  package let index: Int

  package init(_ text: String) {
    self = Vocabulary.shared.name(of: text)
  }

  /// The word itself. Takes a lock: for messages and set-up, not for loops over records.
  package var text: String { Vocabulary.shared.text(of: self) }
}

/// All the words that any form uses.
package final class Vocabulary: Sendable {
  package static let shared = Vocabulary()

  private struct Words {
    var texts: [String] = []
    var names: [String: Int] = [:]
  }

  private let words = Mutex(Words())

  private init() {}

  package func name(of text: String) -> Name {
    words.withLock { words in
      if let index = words.names[text] { return Name(index: index) }
      words.names[text] = words.texts.count
      words.texts.append(text)
      return Name(index: words.texts.count - 1)
    }
  }

  /// The name of a word, if any form uses it; a reader asks here, so that a file cannot add words.
  package func knownName(of text: String) -> Name? {
    words.withLock { words in words.names[text].map { Name(index: $0) } }
  }

  package func text(of name: Name) -> String {
    words.withLock { $0.texts[name.index] }
  }
}

extension Name {
  fileprivate init(index: Int) { self.index = index }
}
