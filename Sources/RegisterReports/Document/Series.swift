/// Elements that are made one at a time, when they are asked for: ten thousand cards of a report need
/// the room of one.
public struct Series<Element: Sendable>: RandomAccessCollection, Sendable {
  private enum Storage: Sendable {
    case stored([Element])
    case made(count: Int, @Sendable (Int) -> Element)
  }
  private let storage: Storage

  /// Elements that are there already.
  public init(_ elements: [Element]) { storage = .stored(elements) }

  /// Elements that a function makes.
  ///
  /// - Parameter element: Makes the element of a place; called anew each time it is asked for, so it
  ///   must give the same for the same place.
  public init(count: Int, _ element: @escaping @Sendable (Int) -> Element) {
    precondition(count >= 0, "a number of elements")
    storage = .made(count: count, element)
  }

  public var startIndex: Int { 0 }

  public var endIndex: Int {
    switch storage {
    case .stored(let elements): elements.count
    case .made(let count, _): count
    }
  }

  public subscript(position: Int) -> Element {
    switch storage {
    case .stored(let elements): elements[position]
    case .made(_, let element): element(position)
    }
  }
}

extension Series: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Element...) { self.init(elements) }
}
