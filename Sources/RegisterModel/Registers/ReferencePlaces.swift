/// Where an identifier is named.
package struct ReferencePlace: Hashable, Sendable {
  /// The record that names it; nil: the register itself or its criteria.
  package let entity: String?
  /// The field in that record, such as `hits[S-1]/ref`.
  package let field: String
}

extension Register {
  /// The kinds of all that has an identifier, by identifier; impact categories and what is retired are not
  /// among them.
  ///
  /// - Complexity: O(*n*) in the size of the register.
  package var kindsByIdentifier: [String: Kind] {
    var kinds: [String: Kind] = [:]
    withUnsafePointer(to: self) { root in
      IdentifierWalk.walk(UnsafeRawPointer(root), Register.form, .identifiers) { _, text, role in
        guard case .identifier(let kind) = role, kind != .impactCategory, kind != .retired else {
          return
        }
        kinds[text] = kind
      }
    }
    return kinds
  }

  /// Where something is named, in the order of the format.
  ///
  /// - Parameter identifier: Of anything but an impact category.
  /// - Complexity: O(*n*) in the size of the register.
  package func places(naming identifier: String) -> [ReferencePlace] {
    var places: [ReferencePlace] = []
    withUnsafePointer(to: self) { root in
      IdentifierWalk.walk(UnsafeRawPointer(root), Register.form, .references) { place, text, role in
        guard text == identifier, case .reference(let allowed) = role,
          allowed != KindSet(.impactCategory)
        else { return }
        places.append(ReferencePlace(entity: place.entity, field: place.path))
      }
    }
    return places
  }
}
