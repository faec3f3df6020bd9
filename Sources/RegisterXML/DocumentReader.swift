internal import RegisterModel
internal import XMLParsing

#if canImport(Glibc)
  internal import Glibc
#endif

/// Follows a document element by element and hands each record over to the resolver.
///
/// The parser calls it on one thread and never from within one of its own calls, so that the checks of
/// exclusive access, made for each of millions of events, can be left out.
final class DocumentReader: XMLEventHandler {
  private let resolver: Resolver
  /// The record being read; the resolver has it only while it looks at it.
  @exclusivity(unchecked) private var record = WrittenRecord()
  private var parser: XMLPushParser?
  @exclusivity(unchecked) private(set) var isStopped = false
  /// The forms of the open elements; nil for the document itself is no frame at all.
  @exclusivity(unchecked) private var frames: [Frame] = []
  @exclusivity(unchecked) private var names = NameCache()
  /// XML that is being kept as it is; nil outside of it.
  @exclusivity(unchecked) private var capture: FragmentCapture?
  /// How deep inside an element that is passed over.
  @exclusivity(unchecked) private var skipped = 0
  @exclusivity(unchecked) private var scope = NamespaceScope()
  private var prolog: [String] = []
  /// Comments that stand before the next record.
  @exclusivity(unchecked) private var leading: [String] = []
  /// Comments inside elements that can't keep them; they go behind these.
  @exclusivity(unchecked) private var hoisted: [String] = []
  private var minor = 0
  private var rootSeen = false
  /// Where the record that is being read started, roughly.
  @exclusivity(unchecked) private var recordStart = 0
  private var isEmpty = true

  private struct Frame {
    /// Forms live as long as the program, so none is counted here.
    unowned(unsafe) let form: Form
    let isForeign: Bool
    let keepsComments: Bool
  }

  init(resolver: Resolver) {
    self.resolver = resolver
    parser = XMLPushParser(handler: self)
  }

  func read(_ bytes: UnsafeRawBufferPointer) {
    guard !isStopped else { return }
    if !bytes.isEmpty { isEmpty = false }
    do {
      try parser?.parse(bytes)
    } catch {
      refuse(error)
    }
  }

  func finish() -> ReadRegister {
    if isEmpty, !isStopped {
      refuse(
        Finding(
          rule: "XML-001", message: "the file is empty",
          hint: "'holdfast new FILE' begins a register",
          offset: 0))
    }
    if !isStopped {
      do { try parser?.finish() } catch { refuse(error) }
    }
    parser = nil
    guard rootSeen, !isStopped else {
      return ReadRegister(register: nil, findings: resolver.findings, sources: resolver.sources)
    }
    let (register, findings, sources) = resolver.finish()
    return ReadRegister(register: register, findings: findings, sources: sources)
  }

  /// Reports what makes reading on pointless.
  func refuse(_ finding: Finding) {
    resolver.report(finding)
    isStopped = true
    parser?.stop()
  }

  private func refuse(_ error: XMLParsingError) {
    switch error.kind {
    case .notWellFormed:
      if error.message.hasPrefix("Extra content"), !frames.isEmpty {
        return refuse(
          Finding(
            rule: "XML-001", message: "the file ends before </register>",
            hint: "it may have been cut off; take a whole copy of it", offset: error.offset))
      }
      refuse(
        Finding(
          rule: "XML-001", message: "this is not well-formed XML: \(error.message)",
          hint: rootSeen ? nil : "a register is an XML file that starts with <register …>",
          offset: error.offset))
    case .tooLong:
      refuse(
        Finding(
          rule: "XML-004", message: error.message,
          hint: "put long text into paragraphs, and files beside the register",
          offset: error.offset))
    }
  }

  /// Lets the resolver have the record for a while.
  private func lendRecord(_ body: () -> Void) {
    swap(&record, &resolver.context.record)
    body()
    swap(&record, &resolver.context.record)
  }

  // MARK: Events

  func startElement(_ tag: XMLStartTag) {
    guard !isStopped else { return }
    let end = tag.place.offset
    limitRecord(end)
    limitToken(end - tag.offset, at: tag.offset)
    if isStopped { return }
    if tag.attributeCount > RegisterReader.mostAttributes {
      return refuse(
        Finding(
          rule: "XML-004",
          message: "an element has more than \(RegisterReader.mostAttributes) attributes",
          offset: tag.offset))
    }
    if !frames.isEmpty { limitDepth(tag) }
    if isStopped { return }
    if skipped > 0 {
      skipped += 1
      return
    }
    if let capture { return capture.start(tag) }
    if tag.declarationCount > 0 {
      scope.open(tag, depth: frames.count)
      if scope.declarations.count > RegisterReader.mostAttributes {
        return refuse(
          Finding(
            rule: "XML-004",
            message:
              "more than \(RegisterReader.mostAttributes) namespaces are declared in one place",
            offset: tag.offset))
      }
    }
    if frames.isEmpty { return startRoot(tag) }
    startChild(tag, of: frames[frames.count - 1])
  }

  /// Refuses a record that is too long, as soon as it is.
  private func limitRecord(_ offset: Int) {
    if frames.count <= 1, capture == nil, skipped == 0 { recordStart = offset }
    guard offset - recordStart > RegisterReader.longestRecord else { return }
    refuse(
      Finding(
        rule: "XML-004", message: "a record is longer than \(RegisterReader.longestRecord) bytes",
        offset: offset))
  }

  /// Refuses a tag, comment or instruction that is too long, wherever the pieces of the file fell.
  private func limitToken(_ length: Int, at offset: Int) {
    guard length > XMLPushParser.longestToken else { return }
    refuse(
      XMLParsingError(
        kind: .tooLong,
        message: "a tag, comment or instruction is longer than \(XMLPushParser.longestToken) bytes",
        offset: offset))
  }

  private func limitDepth(_ tag: XMLStartTag) {
    let depth = frames.count + skipped + (capture?.depth ?? 0)
    guard depth >= RegisterReader.deepest else { return }
    refuse(
      Finding(
        rule: "XML-004",
        message: "elements are nested more than \(RegisterReader.deepest) deep", offset: tag.offset)
    )
  }

  private func startRoot(_ tag: XMLStartTag) {
    rootSeen = true
    let namespace = tag.namespace.map { String(cString: $0) }
    let name = String(cString: tag.localName)
    if namespace == RegisterReader.namespace, name == "register" {
      names.namespace = tag.namespace
      resolver.takeProlog(prolog)
      record.begin(field: -1, offset: tag.offset)
      frames.append(Frame(form: Register.form, isForeign: false, keepsComments: true))
      if let version = declaredVersion(tag), SchemaVersion(text: version) == nil,
        let major = version.split(separator: ".").first, Int(major) ?? 1 != 1
      {
        return refuse(
          Finding(
            rule: "XML-006",
            message:
              "the register says that it is of version \(version) of the format; this program"
              + " reads version 1",
            hint: "use a newer version of the program", offset: tag.offset))
      }
      minor = declaredVersion(tag).flatMap { SchemaVersion(text: $0) }.map { Int($0.minor) } ?? 0
      readAttributes(tag, Register.form, isRoot: true)
      lendRecord { resolver.takeRoot() }
      return
    }
    let major = namespace.flatMap { name in
      RegisterReader.namespace.dropLast(1).withPrefix(of: name)
    }
    if let major, let number = Int(major), number != 1, name == "register" {
      refuse(
        Finding(
          rule: "XML-006",
          message:
            "the register is of version \(major) of the format; this program reads version 1",
          hint: "use a newer version of the program", offset: tag.offset))
    } else {
      refuse(
        Finding(
          rule: "XML-005",
          message: "this is no register: its first element is <\(name)>"
            + (namespace.map { " of the namespace '\($0)'" } ?? " without a namespace"),
          hint: "a register starts with <register xmlns=\"\(RegisterReader.namespace)\" …>",
          offset: tag.offset))
    }
  }

  /// The version that the root declares; a later minor one tells that what is unknown is kept.
  private func declaredVersion(_ tag: XMLStartTag) -> String? {
    for index in 0..<tag.attributeCount {
      let attribute = tag.attribute(index)
      if attribute.namespace == nil, String(cString: attribute.localName) == "schemaVersion" {
        return TextRules.folded(String(decoding: attribute.value, as: UTF8.self))
      }
    }
    return nil
  }

  private var isLater: Bool { minor > SchemaVersion.current.minor }

  private func startChild(_ tag: XMLStartTag, of frame: Frame) {
    if frame.isForeign {
      if tag.namespace == names.namespace || tag.namespace == nil {
        reportForeign(tag)
        scope.close(depth: frames.count)
        skipped = 1
      } else {
        beginCapture(tag)
      }
      return
    }
    let isOurs = tag.namespace == names.namespace
    if isOurs, let name = names.name(tag.localName), let place = frame.form.childIndex(name) {
      if frames.count == 1 { beginRecord() }
      let child = frame.form.children[place.field]
      let form = child.alternatives[place.alternative].form
      record.begin(
        field: place.field, alternative: place.alternative, offset: tag.offset)
      frames.append(
        Frame(
          form: form, isForeign: child.content == .foreign,
          keepsComments: form.keepsUnknown && form.content == nil))
      readAttributes(tag, form, isRoot: false)
      takeLeading(frame, form)
      return
    }
    if frames.count == 1, isSignature(tag) { return beginCapture(tag) }
    if isOurs, isLater, frame.form.keepsUnknown { return beginCapture(tag) }
    reportUnknown(tag, frame.form, isOurs: isOurs)
    scope.close(depth: frames.count)
    skipped = 1
  }

  private func isSignature(_ tag: XMLStartTag) -> Bool {
    guard let namespace = tag.namespace else { return false }
    return String(cString: namespace) == "http://www.w3.org/2000/09/xmldsig#"
      && String(cString: tag.localName) == "Signature"
  }

  private func beginRecord() {
    resolver.context.entity = nil
  }

  /// Comments before a record belong to it.
  private func takeLeading(_ parent: Frame, _ form: Form) {
    guard frames.count == 2, !leading.isEmpty else { return }
    for comment in leading {
      if form.keepsUnknown, form.content == nil {
        record.fragment(comment, before: true)
      } else {
        resolver.takeFragment(comment)
      }
    }
    leading = []
  }

  private func readAttributes(_ tag: XMLStartTag, _ form: Form, isRoot: Bool) {
    for index in 0..<tag.attributeCount {
      let attribute = tag.attribute(index)
      if attribute.namespace == nil, let name = names.name(attribute.localName),
        let field = form.attributeIndex(name)
      {
        record.attribute(
          field: field, value: attribute.value, offset: attribute.offset)
      } else {
        readUnknown(attribute, form, isRoot: isRoot)
      }
    }
  }

  private func readUnknown(_ attribute: XMLStartTag.Attribute, _ form: Form, isRoot: Bool) {
    let local = String(cString: attribute.localName)
    let prefix = attribute.prefix.map { String(cString: $0) }
    let namespace = attribute.namespace.map { String(cString: $0) }
    let value = String(decoding: attribute.value, as: UTF8.self)
    if isRoot, namespace == "http://www.w3.org/2001/XMLSchema-instance",
      local == "schemaLocation" || local == "noNamespaceSchemaLocation"
    {
      // Where an editor finds the schema: kept, and nobody's business here.
      record.unknownAttribute(name: "xsi:" + local, value: value)
      return
    }
    if namespace == nil, isLater, form.keepsUnknown {
      record.unknownAttribute(
        name: local, value: value, offset: attribute.offset)
      return
    }
    let name = (prefix.map { $0 + ":" } ?? "") + local
    let labels = form.attributes.map(\.label)
    var hint = namespace == nil ? Spelling.hint(for: local, in: labels) : nil
    if hint == nil,
      form.children.contains(where: { $0.alternatives.contains { $0.label == local } })
    {
      hint = "'\(local)' is an element here: <\(local)>…</\(local)>"
    }
    if hint == nil {
      hint =
        labels.isEmpty
        ? "it has no attributes" : "it has: " + labels.prefix(12).joined(separator: ", ")
    }
    let (node, offset) = (record.nodes.count - 1, attribute.offset)
    lendRecord {
      resolver.context.report(
        .unknownAttribute, at: node, offset: offset,
        message: "no attribute '\(name.cut(to: 100))' is known here", hint: hint)
    }
  }

  private func reportUnknown(_ tag: XMLStartTag, _ form: Form, isOurs: Bool) {
    let name = String(cString: tag.localName)
    let labels = form.children.flatMap { $0.alternatives.map(\.label) }
    var hint: String?
    if isOurs {
      hint = Spelling.hint(for: name, in: labels)
      if hint == nil, form.attributes.contains(where: { $0.label == name }) {
        hint = "'\(name)' is an attribute here: \(name)=\"…\""
      }
      if hint == nil {
        hint =
          labels.isEmpty
          ? "nothing can stand here"
          : "expected one of: " + labels.prefix(12).joined(separator: ", ")
      }
    } else {
      hint = "what is not of the register's namespace belongs into <ext> at the end of a record"
    }
    report(
      .unknownElement, offset: tag.offset, message: "no element <\(name)> is known here", hint: hint
    )
  }

  private func reportForeign(_ tag: XMLStartTag) {
    report(
      .unknownElement, offset: tag.offset,
      message: "<\(String(cString: tag.localName))> can't stand here",
      hint: "only elements of other namespaces can; declare one with xmlns=\"…\"")
  }

  /// Reports something about the open element.
  private func report(_ rule: ReaderRule, offset: Int, message: String, hint: String?) {
    if record.isEmpty {
      resolver.report(Finding(rule: rule.code, message: message, hint: hint, offset: offset))
    } else {
      let node = record.openNode
      lendRecord {
        resolver.context.report(rule, at: node, offset: offset, message: message, hint: hint)
      }
    }
  }

  func endElement() {
    guard !isStopped else { return }
    if skipped > 0 {
      skipped -= 1
      return
    }
    if capture != nil {
      capture?.end()
      if let done = capture, done.depth == 0 {
        capture = nil
        scope.close(depth: frames.count)
        take(fragment: done.xml, isSignature: done.isSignature)
      }
      return
    }
    guard let frame = frames.popLast() else { return }
    scope.close(depth: frames.count)
    if frames.isEmpty {
      for comment in leading { resolver.takeFragment(comment) }
      leading = []
      return
    }
    if frame.form.keepsUnknown, !frame.keepsComments { flushHoisted() }
    record.end()
    if frames.count == 1 {
      lendRecord { resolver.takeRecord() }
      for comment in hoisted { resolver.takeFragment(comment) }
      hoisted = []
    } else if frames[frames.count - 1].keepsComments {
      flushHoisted()
    }
  }

  private func flushHoisted() {
    guard !hoisted.isEmpty else { return }
    for comment in hoisted { record.fragment(comment) }
    hoisted = []
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>, at place: XMLPlace) {
    guard !isStopped else { return }
    limitRecord(place.offset)
    guard skipped == 0, !isStopped else { return }
    if capture != nil {
      capture?.text(piece)
    } else if frames.count > 1 {
      if record.text(piece) { record.markStrayText(offset: place.offset) }
    } else if frames.count == 1, !piece.allSatisfy({ $0 == 0x20 || (0x9...0xD).contains($0) }) {
      report(
        .text, offset: place.offset, message: "no text may stand here",
        hint: "put it where text belongs, or remove it")
    }
  }

  func comment(_ text: String, at place: XMLPlace) {
    guard !isStopped else { return }
    limitRecord(place.offset)
    limitToken(text.utf8.count + 7, at: place.offset)
    guard skipped == 0, !isStopped else { return }
    take(fragment: "<!--\(text)-->", isSignature: false, inCapture: true)
  }

  func processingInstruction(target: String, data: String?, at place: XMLPlace) {
    guard !isStopped else { return }
    limitRecord(place.offset)
    limitToken(target.utf8.count + (data?.utf8.count ?? 0) + 5, at: place.offset)
    guard skipped == 0, !isStopped else { return }
    take(
      fragment: "<?\(target)" + (data.map { " " + $0 } ?? "") + "?>", isSignature: false,
      inCapture: true)
  }

  func documentType(offset: Int) {
    refuse(
      Finding(
        rule: "XML-002", message: "a register has no DOCTYPE",
        hint: "remove it: nothing is declared or loaded from outside", offset: offset))
  }

  // MARK: Fragments

  private func beginCapture(_ tag: XMLStartTag) {
    if frames.count == 1 {
      for comment in leading { resolver.takeFragment(comment) }
      leading = []
    }
    let capture = FragmentCapture(
      prefixes: scope.prefixes(above: frames.count), ours: RegisterReader.namespace,
      isSignature: frames.count == 1 && isSignature(tag))
    capture.start(tag)
    self.capture = capture
  }

  private func take(fragment: String, isSignature: Bool, inCapture: Bool = false) {
    if inCapture, capture != nil {
      capture?.raw(fragment)
      return
    }
    switch frames.count {
    case 0:
      if !rootSeen { prolog.append(fragment) } else { resolver.takeFragment(fragment) }
    case 1:
      if isSignature {
        resolver.takeSignature(fragment)
      } else if inCapture {
        leading.append(fragment)
      } else {
        resolver.takeFragment(fragment)
      }
    default:
      let frame = frames[frames.count - 1]
      if frame.keepsComments || frame.isForeign {
        record.fragment(fragment)
      } else {
        hoisted.append(fragment)
      }
    }
  }
}

extension StringProtocol {
  /// What follows this prefix in a text; nil if the text does not start with it.
  fileprivate func withPrefix(of text: String) -> Substring? {
    text.hasPrefix(self) ? text.dropFirst(count) : nil
  }
}

/// Names of the format by the addresses that the parser gives them.
struct NameCache {
  /// The address of the format's namespace.
  var namespace: UnsafePointer<UInt8>?
  private var keys: [UInt] = Array(repeating: 0, count: 1024)
  private var values: [Int32] = Array(repeating: -1, count: 1024)
  private var names: [Name?] = []
  private var count = 0

  /// The name at that address; nil if no form has such a name.
  @inline(__always)
  mutating func name(_ address: UnsafePointer<UInt8>) -> Name? {
    let key = UInt(bitPattern: address)
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54)
    while keys[slot] != 0 {
      if keys[slot] == key { return names[Int(values[slot])] }
      slot = (slot + 1) & 1023
    }
    let name = Vocabulary.shared.knownName(of: String(cString: address))
    // A file with very many names of its own must not fill the table.
    if count < 900 {
      keys[slot] = key
      values[slot] = Int32(names.count)
      names.append(name)
      count += 1
    }
    return name
  }
}
