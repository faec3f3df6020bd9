/// Makes a register out of what a reader found, record by record.
///
/// Readers of all formats build ``record`` and hand it over; nothing else makes a ``Register``. What
/// is wrong is collected, all of it; there is a register only if nothing wrong is an error.
package final class Resolver {
  /// The record being read. It holds one child of the root, or the root itself without children.
  @exclusivity(unchecked) package var context: DecodingContext
  /// Where the records start in the source.
  package private(set) var sources = SourceMap()
  /// Sees each record instead of taking it: for whoever looks for the place of a field and needs no
  /// register.
  package var observe: ((DecodingContext) -> Void)?
  private var register = Register()
  private var progress = ChildProgress()

  package init() {
    context = DecodingContext(record: WrittenRecord(), rootForm: Register.form)
  }

  package var findings: [Finding] { context.findings }

  package func report(_ finding: Finding) { context.findings.report(finding) }

  /// Takes the attributes of the root from the record, and empties it.
  package func takeRoot() {
    context.entity = nil
    withUnsafeMutablePointer(to: &register) {
      Register.form.decodeAttributes(0, into: UnsafeMutableRawPointer($0), &context)
    }
    context.record.reset()
  }

  /// Comments and instructions before the root.
  package func takeProlog(_ fragments: [String]) { register.prolog = fragments }

  /// Signatures after everything else.
  package func takeSignature(_ xml: String) { register.signatures.append(xml) }

  /// XML among the records that no form knows.
  package func takeFragment(_ xml: String) {
    register.unknown.append(
      UnknownContent(xml: xml, field: progress.lastField, ordinal: progress.ordinal))
  }

  /// Takes the record as a child of the root, and empties it.
  package func takeRecord() {
    if let observe {
      observe(context)
      context.record.reset()
      return
    }
    let node = context.record.nodes[0]
    let field = Int(node.field)
    let child = Register.form.children[field]
    let form = child.alternatives[Int(node.alternative)].form
    context.entity = nil
    if let identifier = form.identifier {
      for index in node.attributes
      where context.record.attributes[Int(index)].field == identifier.index {
        context.entity = context.record.string(context.record.attributes[Int(index)].value)
      }
    }
    withUnsafeMutablePointer(to: &register) {
      Register.form.take(0, field, into: UnsafeMutableRawPointer($0), &progress, &context)
    }
    sources.add(node.offset, field: field)
    context.record.reset()
  }

  /// The register, if there is no error; and all findings.
  ///
  /// - Complexity: O(n) in records and references, and O(n log n) comparisons of identifiers where
  ///   they are not in order.
  package func finish() -> (register: Register?, findings: [Finding], sources: SourceMap) {
    context.record.begin(field: -1)
    context.entity = nil
    Register.form.checkComplete(progress, 0, &context)
    context.record.reset()
    register.sortFamilies(&sources)
    var identifiers = IdentifierCheck(register, sources)
    identifiers.run(&context.findings)
    register.checkLevels(sources, &context.findings)
    let findings = context.findings
    context.findings = []
    let isSound = !findings.haveErrors
    defer { register = Register() }
    return (isSound ? register : nil, findings, sources)
  }
}

/// Where the records of a register start in their source, in bytes: by field of the root, in the
/// order of the register.
package struct SourceMap: Sendable {
  package private(set) var offsets: [[Int]] = []

  package init() {}

  package mutating func add(_ offset: Int, field: Int) {
    while offsets.count <= field { offsets.append([]) }
    offsets[field].append(offset)
  }

  /// The place of a record; nil where it has none.
  package func offset(field: Int, index: Int) -> Int? {
    guard field < offsets.count, index < offsets[field].count, offsets[field][index] >= 0 else {
      return nil
    }
    return offsets[field][index]
  }

  mutating func permute(field: Int, _ order: [Int]) {
    guard field < offsets.count, offsets[field].count == order.count else { return }
    offsets[field] = order.map { offsets[field][$0] }
  }
}

extension Register {
  /// Puts each family in the order of its identifiers, and the history in the order of its numbers.
  mutating func sortFamilies(_ sources: inout SourceMap) {
    sort(\.parties, "party", &sources) { $0.id.text }
    sort(\.hazards, "hazard", &sources) { $0.id.text }
    sort(\.objectives, "objective", &sources) { $0.id.text }
    sort(\.calendars, "calendar", &sources) { $0.id.text }
    sort(\.services, "service", &sources) { $0.id.text }
    sort(\.processes, "process", &sources) { $0.id.text }
    sort(\.activities, "activity", &sources) { $0.id.text }
    sort(\.resources, "recoveryResource", &sources) { $0.id.text }
    sort(\.assets, "asset", &sources) { $0.id.text }
    sort(\.controls, "control", &sources) { $0.id.text }
    sort(\.risks, "risk", &sources) { $0.id.text }
    sort(\.treatments, "treatment", &sources) { $0.id.text }
    sort(\.acceptances, "acceptance", &sources) { $0.id.text }
    sort(\.indicators, "indicator", &sources) { $0.id.text }
    sort(\.protocols, "protocol", &sources) { $0.id.text }
    sort(\.exercises, "exercise", &sources) { $0.id.text }
    sort(\.incidents, "incident", &sources) { $0.id.text }
    sort(\.problems, "problem", &sources) { $0.id.text }
    sort(\.activations, "activation", &sources) { $0.id.text }
    sort(\.sessions, "session", &sources) { $0.id.text }
    sort(\.actions, "action", &sources) { $0.id.text }
    sort(\.changes, "change", &sources) { $0.id.text }
    sort(\.suppressions, "suppression", &sources) { $0.id.text }
    sort(\.retired, "retired", &sources) { $0.id.text }
    sort(\.history, "history", &sources) { "\($0.number.value)" }
  }

  private mutating func sort<Record>(
    _ family: WritableKeyPath<Register, [Record]>, _ label: String, _ sources: inout SourceMap,
    by text: (Record) -> String
  ) {
    let count = self[keyPath: family].count
    let texts = self[keyPath: family].map(text)
    let isSorted = (1..<max(count, 1)).allSatisfy {
      !IdentifierText.precedes(texts[$0], texts[$0 - 1])
    }
    guard !isSorted, let field = Register.form.childIndex(Name(label))?.field else { return }
    let order = (0..<count).sorted {
      IdentifierText.precedes(texts[$0], texts[$1])
        || !IdentifierText.precedes(texts[$1], texts[$0]) && $0 < $1
    }
    let records = self[keyPath: family]
    self[keyPath: family] = order.map { records[$0] }
    sources.permute(field: field, order)
  }
}
