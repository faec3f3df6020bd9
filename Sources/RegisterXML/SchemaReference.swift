internal import RegisterModel

/// The reference of the format, made from the forms that reader and schema are made of.
public enum SchemaReference {
  /// All elements and attributes, as Markdown: a page of the manual.
  public static let text: String = {
    var forms: [Form] = [Register.form]
    var seen = Set([ObjectIdentifier(Register.form)])
    var index = 0
    while index < forms.count {
      for child in forms[index].children where child.content == .element || child.content == .choice
      {
        for alternative in child.alternatives
        where seen.insert(ObjectIdentifier(alternative.form)).inserted {
          forms.append(alternative.form)
        }
      }
      index += 1
    }
    let head = """
      # Reference of the register format

      Made by `holdfast schema --reference` from what the reader and the schema are made of. How to read \
      and write a register by hand is in [format.md](format.md).

      Namespace `\(RegisterReader.namespace)`, version \(SchemaVersion.current.writtenText). Elements \
      stand in the order of their table; an attribute or element without “required” may be left out, \
      and then is unknown unless the table says what it means.


      """
    return head + forms.map(section).joined(separator: "\n")
  }()

  private static func section(_ form: Form) -> String {
    var lines = ["## \(form.name)", ""]
    if !form.documentation.isEmpty { lines += [cell(form.documentation), ""] }
    if !form.attributes.isEmpty {
      lines += ["| attribute | value | meaning |", "| --- | --- | --- |"]
      for attribute in form.attributes {
        let note =
          attribute.isRequired
          ? " Required." : attribute.standard.map { " `\($0)` where left out." } ?? ""
        lines.append(
          "| `\(attribute.label)` | \(type(attribute)) | \(cell(attribute.documentation))\(note) |")
      }
      lines.append("")
    }
    if let content = form.content { lines += ["Its text: \(cell(content.type.expectation)).", ""] }
    if !form.children.isEmpty {
      lines += ["| element | content | meaning |", "| --- | --- | --- |"]
      for child in form.children { lines.append(row(child)) }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private static func row(_ child: ChildField) -> String {
    let names = child.alternatives.map { "`\($0.label)`" }.joined(separator: ", ")
    let note = (child.isRequired ? " Required." : "") + (child.isList ? " Any number." : "")
    let content =
      switch child.content {
      case .text(let type), .list(let type): cell(type.expectation)
      case .prose: "paragraphs `<p>`"
      case .foreign: "elements of other namespaces"
      case .element, .choice:
        Array(Set(child.alternatives.map { "[\($0.form.name)](#\(anchor($0.form.name)))" }))
          .sorted()
          .joined(separator: ", ")
      }
    return "| \(names) | \(content) | \(cell(child.documentation))\(note) |"
  }

  private static func anchor(_ name: String) -> String { name.lowercased() }

  private static func type(_ attribute: AttributeField) -> String {
    switch attribute.role {
    case .reference(let kinds): "names \(kinds.noun)"
    default: cell(attribute.type.expectation)
    }
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
