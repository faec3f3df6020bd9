import RegisterModel
import RegisterXML

/// Where reader and schema do not say the same, on purpose: nothing else may differ.
struct SchemaDifference: Sendable {
  let reason: String
  /// Whether the reader refuses what the schema takes; else it is the other way round.
  let readerRefuses: Bool
  /// The rule of the reader's findings, where it refuses.
  let rule: String
  /// Whether a change to a single element or attribute can bring it about.
  let isSmall: Bool
  /// A document about which they differ.
  let example: String

  static let published: [SchemaDifference] = [
    SchemaDifference(
      "a rank lies above its scale: a schema can't compare a number with a count of elements",
      refusedBy: "XML-020", isSmall: true,
      """
      <criteria><likelihood><level name="rare"/></likelihood></criteria>
      <risk id="R-1"><title>Fire</title><score stage="current" likelihood="2"/></risk>
      """),
    SchemaDifference(
      "the matrix has another shape than its scales: a schema can't compare two counts",
      refusedBy: "XML-021", isSmall: true,
      """
      <criteria><likelihood><level name="rare"/></likelihood>
      <matrix><rating name="low"/><row>1</row><row>1</row></matrix></criteria>
      """),
    SchemaDifference(
      "two values of a list have the same key, and a part of it is left out in both: a constraint of"
        + " XML Schema passes over what lacks a part",
      refusedBy: "XML-017", isSmall: true,
      """
      <criteria><limit measure="ale" amount="1"/><limit measure="ale" amount="2"/></criteria>
      """),
    SchemaDifference(
      "there is a DOCTYPE: the reader takes none", refusedBy: "XML-002",
      document: "<!DOCTYPE register>" + document("")),
    SchemaDifference(
      "conditions are nested deeper than 64 elements: the reader sets a limit",
      refusedBy: "XML-004",
      """
      <protocol id="P-1" name="Fire"><trigger level="1">\(String(repeating: "<not>", count: 70))\
      <severity atLeast="major"/>\(String(repeating: "</not>", count: 70))</trigger></protocol>
      """),
    SchemaDifference(
      "a tag is longer than 64 KiB: the reader sets a limit", refusedBy: "XML-004",
      "<party id=\"P-1\" name=\"\(String(repeating: "long ", count: 40_000))\"/>"),
    SchemaDifference(
      "an element has more than 256 attributes: the reader sets a limit", refusedBy: "XML-004",
      """
      <party id="P-1" name="Fire"><ext><a xmlns="urn:a"\
      \((0..<300).map { " a\($0)=\"\"" }.joined())/></ext></party>
      """),
    SchemaDifference(
      "an attribute of XML Schema itself stands below the root: the reader takes only a schema"
        + " location, on the root", refusedBy: "XML-011",
      """
      <party id="P-1" name="Fire" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:type="party"/>
      """),
    SchemaDifference(
      "the encoding is none of those that the reader takes", refusedBy: "XML-003",
      document: "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>" + document("")),
    SchemaDifference(
      "a later version of the format added something: the reader keeps it, the schema of this version"
        + " knows nothing of it",
      document: document("<party id=\"P-1\" name=\"Fire\" pager=\"7\"/>", version: "1.7")),
  ]

  private init(_ reason: String, refusedBy rule: String, isSmall: Bool = false, _ records: String) {
    self.init(reason, refusedBy: rule, isSmall: isSmall, document: Self.document(records))
  }

  private init(
    _ reason: String, refusedBy rule: String = "", isSmall: Bool = false, document: String
  ) {
    self.reason = reason
    readerRefuses = !rule.isEmpty
    self.rule = rule
    self.isSmall = isSmall
    example = document
  }

  private static func document(_ records: String, version: String = "1.0") -> String {
    """
    <register xmlns="https://w3id.org/holdfast/register/1" schemaVersion="\(version)" id="R" \
    lang="en" currency="EUR"><title>Plant</title>\(records)</register>
    """
  }

  /// Whether it is the reason why the reader refuses a document that is valid under the schema.
  func explains(_ read: ReadRegister) -> Bool {
    guard isSmall, read.register == nil else { return false }
    let errors = read.findings.filter { $0.severity == .error }
    return !errors.isEmpty
      && errors.allSatisfy { error in
        if error.rule != "XML-017" { return error.rule == "XML-020" || error.rule == "XML-021" }
        return rule == error.rule && Self.hasOptionalKey(error.field ?? "")
      }
  }

  /// Whether the last step of a path is an element whose key has a part that may be left out.
  private static func hasOptionalKey(_ path: String) -> Bool {
    labelsOfOptionalKeys.contains { label in
      path.hasPrefix(label + "[") || path.contains("/\(label)[")
    }
  }

  private static let labelsOfOptionalKeys: Set<String> = {
    var labels: Set<String> = []
    var seen: Set<ObjectIdentifier> = []
    func collect(_ form: Form) {
      guard seen.insert(ObjectIdentifier(form)).inserted else { return }
      for child in form.children where child.isFamily {
        let part = child.alternatives[0].form
        if child.isList, part.key.contains(where: { !part.attributes[$0].isRequired }) {
          labels.insert(child.label)
        }
        for alternative in child.alternatives { collect(alternative.form) }
      }
    }
    collect(Register.form)
    return labels
  }()
}
