public import RegisterModel

/// Finds records of one family by identifier: an index into the family's array, which is in the order
/// of identifiers.
public struct RecordIndex<Subject: IdentifierSubject>: Sendable {
  private let places: [Identifier<Subject>: Int]

  init(_ identifiers: some Collection<Identifier<Subject>>) {
    var places: [Identifier<Subject>: Int] = [:]
    places.reserveCapacity(identifiers.count)
    for (place, identifier) in identifiers.enumerated() { places[identifier] = place }
    self.places = places
  }

  /// The place of a record in its family; nil where the family has none of that identifier.
  public subscript<Other>(_ identifier: Identifier<Other>) -> Int? {
    places[Identifier<Subject>(identifier)]
  }
}
