extension Register {
  /// The register with edits made, all of them or none.
  ///
  /// - Throws: ``EditFailure`` if a value before is not what an edit says it was, if a record or field
  ///   is not there, or if what comes out would be no register: a dangling reference, a value out of
  ///   range.
  /// - Complexity: O(n) in the size of the register, whatever the number of edits.
  public func applying(_ edits: [Edit]) throws(EditFailure) -> Register {
    var application = Application(edits)
    return try application.apply(to: self)
  }

  /// The register with one edit made.
  ///
  /// - Throws: ``EditFailure`` as for several.
  public func applying(_ edit: Edit) throws(EditFailure) -> Register { try applying([edit]) }
}

/// Makes edits by writing the register again, record by record, with what they change.
private struct Application {
  private var changes: [String?: [FieldChange]] = [:]
  private var removed: [String: WrittenElement] = [:]
  private var added: [WrittenElement] = []
  private var findings: [Finding] = []
  private var setter = FieldSetter(isLater: false)
  /// What has been found to be there.
  private var met: Set<String> = []

  init(_ edits: [Edit]) {
    for edit in edits {
      switch edit {
      case .set(let change): changes[change.entity, default: []].append(change)
      case .remove(let record): removed[record.attribute("id") ?? ""] = record
      case .add(let record): added.append(record)
      }
    }
    // Orders come late, for they speak of elements that other edits of the record add; what stands
    // between elements comes last.
    changes = changes.mapValues { changes in
      let fragments = changes.filter { $0.field.steps.last?.name == "!" }
      let others = changes.filter { $0.field.steps.last?.name != "!" }
      return others.filter { !$0.isOrder } + others.filter(\.isOrder) + fragments
    }
  }

  mutating func apply(to register: Register) throws(EditFailure) -> Register {
    let resolver = Resolver()
    resolver.context.keepsLaterNames = register.schemaVersion.minor > SchemaVersion.current.minor
    setter = FieldSetter(isLater: resolver.context.keepsLaterNames)
    refuseStrangers()
    withUnsafePointer(to: register) { root in
      let root = UnsafeRawPointer(root)
      applyHead(root, resolver)
      for (field, child) in Register.form.children.enumerated() {
        if child.alternatives[0].form.identifier != nil {
          applyFamily(root, field, child, resolver)
        } else {
          takeHead(child.alternatives[0].label, resolver)
        }
      }
    }
    for id in (Set(removed.keys).union(changes.keys.compactMap { $0 })).subtracting(met).sorted() {
      findings.append(
        Finding(rule: "STR-002", entity: id, message: "there is no record called '\(id)'"))
    }
    let (result, found, _) = resolver.finish()
    let problems = findings + found.filter { $0.severity == .error }
    guard var result, problems.isEmpty else { throw EditFailure(findings: problems) }
    result.revision = register.revision
    result.history = register.history
    result.signatures = register.signatures
    result.setRootFragments(fragments)
    return result
  }

  /// Only records can be added.
  private mutating func refuseStrangers() {
    for element in added where Register.recordForm(element.name) == nil {
      findings.append(
        Finding(
          rule: ReaderRule.unknownElement.code, entity: element.attribute("id"),
          message: "<\(element.name)> is no record that could be added",
          hint: Spelling.hint(for: element.name, in: Register.recordKinds)))
    }
  }

  // MARK: The register itself

  private var head = WrittenElement("register")
  /// What stands before the register and among its records and no form knows.
  private var fragments: [PlacedFragment] = []

  private mutating func setRootFragments(_ change: FieldChange) {
    var (before, after): ([PlacedFragment], [PlacedFragment]) = ([], [])
    if case .fragments(let values)? = change.from { before = values }
    if case .fragments(let values)? = change.to { after = values }
    guard before == fragments else {
      findings.append(
        Finding(
          rule: "STR-006", field: "!",
          message: "what stands among the records is not what the change expects",
          hint: "somebody else changed it; look at both and change it again"))
      return
    }
    fragments = after
  }

  private mutating func applyHead(_ root: UnsafeRawPointer, _ resolver: Resolver) {
    head = Register.head(root)
    fragments = Register.rootFragments(root)
    for change in changes.removeValue(forKey: nil) ?? [] {
      if change.field == FieldPath([.init("!")]) {
        setRootFragments(change)
        continue
      }
      setter.set(change, in: &head, Register.form, &findings)
    }
    resolver.context.record.begin(field: -1)
    for attribute in head.attributes {
      if let index = Register.form.attributeIndex(Name(attribute.name)) {
        var value = attribute.value
        value.withUTF8 { resolver.context.record.attribute(field: index, value: $0) }
      } else {
        resolver.context.record.unknownAttribute(name: attribute.name, value: attribute.value)
      }
    }
    resolver.takeRoot()
  }

  private func takeHead(_ label: String, _ resolver: Resolver) {
    for element in head.elements(label) {
      element.write(into: &resolver.context, parent: Register.form)
      resolver.takeRecord()
    }
  }

  // MARK: Families

  private mutating func applyFamily(
    _ root: UnsafeRawPointer, _ field: Int, _ child: ChildField, _ resolver: Resolver
  ) {
    let form = child.alternatives[0].form
    let identify = form.attributes[form.identifier!.index].identifierText!  // a family has one
    child.forEach(root) { value, _ in
      let id = identify(value) ?? ""
      if let gone = removed[id] {
        met.insert(id)
        let here = WrittenElement(value, field: field, of: Register.form)
        if here != gone {
          findings.append(
            Finding(
              rule: "STR-006", entity: id,
              message: "the record is not as it was when its removal was decided"))
        }
      } else if let changes = changes[id] {
        met.insert(id)
        var element = WrittenElement(value, field: field, of: Register.form)
        for change in changes { setter.set(change, in: &element, form, &findings) }
        element.write(into: &resolver.context, parent: Register.form)
        resolver.takeRecord()
      } else if form.unknown(of: value) == nil {
        form.encode(value, field: field, into: &resolver.context.record)
        resolver.takeRecord()
      } else {
        // Comments that stand before a record are part of it, which only the element can say.
        WrittenElement(value, field: field, of: Register.form)
          .write(into: &resolver.context, parent: Register.form)
        resolver.takeRecord()
      }
    }
    for element in added where element.name == child.alternatives[0].label {
      element.write(into: &resolver.context, parent: Register.form)
      resolver.takeRecord()
    }
  }
}
