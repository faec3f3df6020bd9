/// The way to a field of a record: `owner`, `score[current]/likelihood`, `hits[S-plant]`.
///
/// A step is the name of an attribute or element; of one of a list, with its key in brackets. The last
/// step may also be a list as a whole, `needs[]`; one of several elements, `*`; the text of an element,
/// `.`; or what no form knows, `!`.
public struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  public struct Step: Hashable, Sendable {
    public var name: String
    /// The key of one of a list; empty for the list as a whole; nil where the field is no list.
    public var key: String?
    public init(_ name: String, key: String? = nil) {
      self.name = name
      self.key = key
    }
  }

  public var steps: [Step]

  public init(_ steps: [Step]) { self.steps = steps }

  /// - Returns: nil where brackets or slashes do not add up.
  public init?(_ text: String) {
    var steps: [Step] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      let name = rest.prefix { $0 != "/" && $0 != "[" }
      guard !name.isEmpty else { return nil }
      rest = rest.dropFirst(name.count)
      var key: String?
      if rest.first == "[" {
        guard let end = rest.firstIndex(of: "]") else { return nil }
        key = String(rest[rest.index(after: rest.startIndex)..<end])
        rest = rest[rest.index(after: end)...]
      }
      steps.append(Step(String(name), key: key))
      if rest.first == "/" {
        rest = rest.dropFirst()
        guard !rest.isEmpty else { return nil }
      } else if !rest.isEmpty {
        return nil
      }
    }
    guard !steps.isEmpty else { return nil }
    self.steps = steps
  }

  public var description: String {
    steps.map { $0.name + ($0.key.map { "[\($0)]" } ?? "") }.joined(separator: "/")
  }

  func appending(_ step: Step) -> FieldPath { FieldPath(steps + [step]) }

  /// Whether the other field is this one or a part of it.
  func contains(_ other: FieldPath) -> Bool {
    other.steps.count >= steps.count && Array(other.steps.prefix(steps.count)) == steps
  }
}
