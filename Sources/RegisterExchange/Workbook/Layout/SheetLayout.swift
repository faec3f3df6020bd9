import RegisterModel

/// One sheet of the workbook: what its rows are and which columns they have.
struct SheetLayout: Sendable {
  enum Rows: Sendable {
    /// A row for each record of a kind.
    case records(Form)
    /// A row for each element of a list inside records of some kinds, or inside the register itself.
    case parts(PartList)
    /// A row for each activity and impact category; a column for each band.
    case grid
    /// A row for each field of the register itself.
    case head
  }

  /// What names the sheet in the workbook, whatever its title.
  let key: String
  let title: String
  /// What it holds, in a sentence for people.
  let purpose: String
  let rows: Rows
  let columns: [SheetColumn]
  /// Whether it is there though it would be empty.
  let isAlways: Bool
  let group: Group

  /// What a sheet is about; sheets of a group have tabs of one colour.
  enum Group: Sendable { case register, criteria, organisation, risk, response, records }

  /// The name of the element of the records, or parts, that a row makes.
  var kind: String { key }
}

/// A list of elements inside records, or inside the register itself.
struct PartList: Sendable {
  /// The kinds of records that have it; none: the register itself.
  let owners: [String]
  /// The way to the list. A step to an element of a list is taken for each of its elements.
  let way: [ChildField]
  let list: ChildField
  /// What the place in the list is called.
  var ordinalHeading = "No."

  /// The list that is passed on the way, whose elements are told apart by their key.
  var between: ChildField? { way.first { $0.isList } }

  /// The form of the elements; of several alternatives, of the first.
  var form: Form { list.alternatives[0].form }
}

extension PartList {
  /// The parts of an element with the key of the list on the way to them: empty where there is none.
  func parts(of owner: WrittenElement) -> [(between: String, part: WrittenElement)] {
    var places: [(String, WrittenElement)] = [("", owner)]
    for child in way {
      let form = child.alternatives[0].form
      places = places.flatMap { between, element in
        element.elements(child.alternatives[0].label).map { part in
          (child.isList ? form.keyText(of: part) : between, part)
        }
      }
    }
    let names = list.alternatives.map(\.label)
    return places.flatMap { between, element in
      element.children.compactMap { child in
        if case .element(let part) = child, names.contains(part.name) {
          (between, part)
        } else {
          nil
        }
      }
    }
  }

  /// Puts other parts in the place of those of one list of an element; elements on the way are made.
  func replace(
    _ parts: [WrittenElement], between: String, in owner: inout WrittenElement, _ form: Form
  ) {
    replace(parts, between, in: &owner, form, way[...])
  }

  private func replace(
    _ parts: [WrittenElement], _ between: String, in element: inout WrittenElement, _ form: Form,
    _ rest: ArraySlice<ChildField>
  ) {
    guard let child = rest.first else {
      return element.replaceAll(list.alternatives.map(\.label), with: parts, form)
    }
    let step = Lens.Step(child, keys: child.isList ? [between] : [])
    let index = element.children.firstIndex { present in
      if case .element(let part) = present { step.isAt(part) } else { false }
    }
    if let index, case .element(var part) = element.children[index] {
      replace(parts, between, in: &part, step.form, rest.dropFirst())
      if parts.isEmpty, part.isBare(beside: step.key.map(\.name)) {
        element.children.remove(at: index)
      } else {
        element.children[index] = .element(part)
      }
    } else if !parts.isEmpty {
      var part = WrittenElement(step.label)
      for key in step.key where key.value != key.standard {
        part.attributes.append(.init(key.name, key.value))
      }
      replace(parts, between, in: &part, step.form, rest.dropFirst())
      element.insert(part, form)
    }
  }
}
