import ArgumentParser
import RegisterModel

/// A field set on the command line: `owner=p-mccabe`, `score[current]/likelihood=2`,
/// `hazard+=h-flood`, `hazard-=h-flood`, `proximity=` to leave it out.
struct Assignment {
  let path: FieldPath
  let change: Change

  enum Change: Equatable {
    case set(String)
    case clear
    /// Adds one to a list, by its key.
    case insert(String)
    /// Removes one from a list, by its key.
    case delete(String)
  }

  init(_ text: String) throws {
    guard let equals = Self.equals(in: text) else {
      throw ValidationError("'\(text)' sets nothing: write FIELD=VALUE")
    }
    var name = text[..<equals]
    let value = String(text[text.index(after: equals)...])
    var sign: Character?
    if let last = name.last, last == "+" || last == "-" {
      sign = last
      name = name.dropLast()
    }
    guard let path = FieldPath(String(name)) else {
      throw ValidationError("'\(name)' is no field: write a path like score[current]/likelihood")
    }
    self.path = path
    change =
      switch sign {
      case "+": .insert(value)
      case "-": .delete(value)
      default: value.isEmpty ? .clear : .set(value)
      }
  }

  /// The first equals sign outside of brackets.
  private static func equals(in text: String) -> String.Index? {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "[": depth += 1
      case "]": depth -= 1
      case "=" where depth == 0: return index
      default: break
      }
    }
    return nil
  }
}
