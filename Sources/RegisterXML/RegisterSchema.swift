internal import RegisterModel

/// The W3C XML Schema 1.0 of the format, made from the forms that the reader uses.
public enum RegisterSchema {
  /// The schema: one file without imports.
  public static let text: String = {
    var builder = SchemaBuilder()
    return builder.schema()
  }()
}

/// Writes the schema of the forms, each type once.
private struct SchemaBuilder {
  private var types: [String] = []
  private var written: Set<String> = []
  private var forms: [Form] = []
  private var formNames: [ObjectIdentifier: String] = [:]
  /// Where identifiers of a kind are defined, as paths for selectors.
  private var definitions: [(path: String, attribute: String, kind: Kind)] = []
  private var references: [(path: String, attribute: String, kinds: KindSet)] = []

  mutating func schema() -> String {
    name(of: Register.form)
    var index = 0
    while index < forms.count {
      writeType(of: forms[index], formNames[ObjectIdentifier(forms[index])]!)
      index += 1
    }
    collectPaths()
    let lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"\(RegisterReader.namespace)\"",
      "    xmlns:h=\"\(RegisterReader.namespace)\" targetNamespace=\"\(RegisterReader.namespace)\"",
      "    elementFormDefault=\"qualified\" version=\"1.0\">",
      "  <xs:annotation>",
      "    <xs:documentation>The Holdfast register, version 1.0. Made by 'holdfast schema'."
        + "</xs:documentation>",
      "  </xs:annotation>",
    ]
    var uniques = 0
    let body = (rootElement() + types).map { line in
      guard line.contains("\"@@\"") else { return line }
      uniques += 1
      return line.replacing("\"@@\"", with: "\"unique\(uniques)\"")
    }
    return (lines + body + ["</xs:schema>", ""]).joined(separator: "\n")
  }

  private static let nothing = SimpleType(
    "nothing", facets: [.init("pattern", "")], expectation: "nothing", examples: [""])

  // MARK: Types

  @discardableResult
  private mutating func name(of form: Form) -> String {
    if let name = formNames[ObjectIdentifier(form)] { return name }
    var name = form.name
    while forms.contains(where: { $0.name == form.name && $0 !== form })
      && formNames.values.contains(name)
    { name += "_" }
    formNames[ObjectIdentifier(form)] = name
    forms.append(form)
    return name
  }

  private mutating func writeType(of form: Form, _ name: String) {
    var lines = ["  <xs:complexType name=\"\(name)\">"]
    lines += annotation(form.documentation, 4)
    if let content = form.content {
      lines.append("    <xs:simpleContent>")
      lines.append("      <xs:extension base=\"\(simple(content.type))\">")
      lines += form.attributes.flatMap { attribute($0, 8) }
      lines.append("      </xs:extension>")
      lines.append("    </xs:simpleContent>")
    } else if form.children.isEmpty {
      // White space may stand here, around a comment; no content type of its own would refuse it.
      lines.append("    <xs:simpleContent>")
      lines.append("      <xs:extension base=\"\(simple(Self.nothing))\">")
      lines += form.attributes.flatMap { attribute($0, 8) }
      lines.append("      </xs:extension>")
      lines.append("    </xs:simpleContent>")
    } else {
      if !form.children.isEmpty {
        lines.append("    <xs:sequence>")
        for child in form.children { lines += particle(child, 6) }
        if form === Register.form {
          lines.append(
            "      <xs:any namespace=\"http://www.w3.org/2000/09/xmldsig#\" processContents=\"skip\""
              + " minOccurs=\"0\" maxOccurs=\"unbounded\"/>")
        }
        lines.append("    </xs:sequence>")
      }
      lines += form.attributes.flatMap { attribute($0, 4) }
    }
    lines.append("  </xs:complexType>")
    types += lines
  }

  private mutating func particle(_ child: ChildField, _ indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    let occurs =
      (child.isRequired ? "" : " minOccurs=\"0\"")
      + (child.isList ? " maxOccurs=\"unbounded\"" : "")
    if child.content == .choice {
      var lines = ["\(space)<xs:choice\(occurs)>"]
      for alternative in child.alternatives {
        lines.append(
          "\(space)  <xs:element name=\"\(alternative.label)\" type=\"\(name(of: alternative.form))\"/>"
        )
      }
      return lines + ["\(space)</xs:choice>"]
    }
    let label = child.alternatives[0].label
    let note = annotation(child.documentation, indent + 2)
    switch child.content {
    case .text(let type), .list(let type):
      return ["\(space)<xs:element name=\"\(label)\" type=\"\(simple(type))\"\(occurs)>"] + note
        + ["\(space)</xs:element>"]
    case .foreign:
      return ["\(space)<xs:element name=\"\(label)\"\(occurs)>"] + note + [
        "\(space)  <xs:complexType>", "\(space)    <xs:sequence>",
        "\(space)      <xs:any namespace=\"##other\" processContents=\"skip\" minOccurs=\"0\""
          + " maxOccurs=\"unbounded\"/>",
        "\(space)    </xs:sequence>", "\(space)  </xs:complexType>", "\(space)</xs:element>",
      ]
    case .prose, .element, .choice:
      let form = child.alternatives[0].form
      return [
        "\(space)<xs:element name=\"\(label)\" type=\"\(name(of: form))\"\(occurs)>"
      ] + note + uniqueness(of: form, indent + 2) + ["\(space)</xs:element>"]
    }
  }

  /// Values of one list differ in their key, where that has no optional part.
  private func uniqueness(of form: Form, _ indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    return form.children.flatMap { child -> [String] in
      let part = child.alternatives[0].form
      guard child.isList, child.content == .element, !part.key.isEmpty, part.identifier == nil,
        part.key.allSatisfy({ part.attributes[$0].isRequired })
      else { return [] }
      return [
        "\(space)<xs:unique name=\"@@\">",
        "\(space)  <xs:selector xpath=\"h:\(child.alternatives[0].label)\"/>",
      ] + part.key.map { "\(space)  <xs:field xpath=\"@\(part.attributes[$0].label)\"/>" }
        + ["\(space)</xs:unique>"]
    }
  }

  private mutating func attribute(_ field: AttributeField, _ indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    let use =
      field.isRequired
      ? " use=\"required\"" : field.standard.map { " default=\"\($0)\"" } ?? ""
    return [
      "\(space)<xs:attribute name=\"\(field.label)\" type=\"\(simple(field.type))\"\(use)>"
    ] + annotation(field.documentation, indent + 2) + ["\(space)</xs:attribute>"]
  }

  private func annotation(_ text: String, _ indent: Int) -> [String] {
    guard !text.isEmpty else { return [] }
    let space = String(repeating: " ", count: indent)
    return [
      "\(space)<xs:annotation>",
      "\(space)  <xs:documentation>\(XMLText.escaped(text, inText: true))</xs:documentation>",
      "\(space)</xs:annotation>",
    ]
  }

  /// The name of a simple type, which is written when it is first asked for.
  private mutating func simple(_ type: SimpleType) -> String {
    guard written.insert(type.name).inserted else { return type.name }
    var lines = ["  <xs:simpleType name=\"\(type.name)\">"]
    lines += annotation("Expected: \(type.expectation).", 4)
    if let item = type.items.first {
      lines.append("    <xs:list itemType=\"\(simple(item))\"/>")
    } else {
      lines.append("    <xs:restriction base=\"\(type.base)\">")
      for word in type.words { lines.append("      <xs:enumeration value=\"\(word)\"/>") }
      for facet in type.facets {
        lines.append(
          "      <xs:\(facet.name) value=\"\(XMLText.escaped(facet.value))\"/>")
      }
      lines.append("    </xs:restriction>")
    }
    lines.append("  </xs:simpleType>")
    types += lines
    return type.name
  }

  // MARK: Identifiers

  private func rootElement() -> [String] {
    var lines = ["  <xs:element name=\"register\" type=\"register\">"]
    let all = definitions.filter { $0.attribute == "id" }.map { "h:\($0.path)" }
    lines.append("    <xs:unique name=\"identifier\">")
    lines.append("      <xs:selector xpath=\"\(all.joined(separator: "|"))\"/>")
    lines.append("      <xs:field xpath=\"@id\"/>")
    lines.append("    </xs:unique>")
    var sets: [UInt64: String] = [:]
    for kinds in referenceSets() {
      let name = "key" + kinds.schemaName
      sets[kinds.rawValue] = name
      let parts = definitions.filter { kinds.contains(KindSet($0.kind)) }
      let fields = Set(parts.map(\.attribute)).sorted().map { "@\($0)" }
      lines.append("    <xs:key name=\"\(name)\">")
      lines.append(
        "      <xs:selector xpath=\"\(parts.map { "h:\($0.path)" }.joined(separator: "|"))\"/>")
      lines.append("      <xs:field xpath=\"\(fields.joined(separator: "|"))\"/>")
      lines.append("    </xs:key>")
    }
    // One keyref for each attribute name and set of kinds, over all the places that have it.
    var groups: [(key: String, attribute: String, paths: [String])] = []
    for reference in references {
      let key = sets[reference.kinds.rawValue]!  // each set has its key above
      if let index = groups.firstIndex(where: {
        $0.key == key && $0.attribute == reference.attribute
      }) {
        groups[index].paths.append(reference.path)
      } else {
        groups.append((key, reference.attribute, [reference.path]))
      }
    }
    for group in groups {
      lines.append(
        "    <xs:keyref name=\"\(group.attribute)-\(group.key)\" refer=\"h:\(group.key)\">")
      lines.append(
        "      <xs:selector xpath=\"\(group.paths.map { $0 == "." ? "." : prefixed($0) }.joined(separator: "|"))\"/>"
      )
      lines.append("      <xs:field xpath=\"@\(group.attribute)\"/>")
      lines.append("    </xs:keyref>")
    }
    return lines + ["  </xs:element>"]
  }

  private func prefixed(_ path: String) -> String { path.hasPrefix(".//") ? path : "h:\(path)" }

  private func referenceSets() -> [KindSet] {
    var sets: [KindSet] = []
    for reference in references where !sets.contains(reference.kinds) {
      sets.append(reference.kinds)
    }
    return sets
  }

  /// Whether an element of this form may stand somewhere inside another one of it.
  private func containsItself(_ form: Form) -> Bool {
    var seen: Set<ObjectIdentifier> = []
    var waiting = [form]
    while let next = waiting.popLast() {
      for child in next.children where child.isFamily {
        for alternative in child.alternatives {
          if alternative.form === form { return true }
          if seen.insert(ObjectIdentifier(alternative.form)).inserted {
            waiting.append(alternative.form)
          }
        }
      }
    }
    return false
  }

  private mutating func collectPaths() {
    collect(Register.form, path: [], open: [])
  }

  private mutating func collect(
    _ form: Form, path: [String], open: [ObjectIdentifier], recursive: [Int] = []
  ) {
    // What contains itself can stand at any depth, so a selector must look at all of them.
    let place: String
    if let start = recursive.first {
      place = ".//h:" + path[start...].joined(separator: "/h:")
    } else {
      place = path.isEmpty ? "." : path.joined(separator: "/h:")
    }
    for attribute in form.attributes {
      switch attribute.role {
      case .identifier(let kind):
        if !path.isEmpty {
          definitions.append((path.joined(separator: "/h:"), attribute.label, kind))
        }
      case .reference(let kinds) where !kinds.isEmpty:
        if !references.contains(where: {
          $0.path == place && $0.attribute == attribute.label && $0.kinds == kinds
        }) {
          references.append((place, attribute.label, kinds))
        }
      default: break
      }
    }
    let open = open + [ObjectIdentifier(form)]
    for child in form.children where child.isFamily {
      for alternative in child.alternatives {
        let part = alternative.form
        if open.contains(ObjectIdentifier(part)) { continue }
        collect(
          part, path: path + [alternative.label], open: open,
          recursive: containsItself(part) ? recursive + [path.count] : recursive)
      }
    }
  }
}
