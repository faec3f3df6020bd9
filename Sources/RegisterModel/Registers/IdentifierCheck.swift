/// Checks that identifiers are unique in the register, and that references name something of the
/// right kind: STR-001 and STR-002.
struct IdentifierCheck {
  private let register: Register
  private let sources: SourceMap
  private var kinds: [String: Kind]
  /// How many comparisons of characters may still be spent on hints; a register of nothing but dangling
  /// references must not take quadratic time.
  private var hintBudget = 50_000_000
  private var namesByKind: [Kind: [String]] = [:]
  private var candidates: [KindSet: [String]] = [:]

  init(_ register: Register, _ sources: SourceMap) {
    self.register = register
    self.sources = sources
    kinds = [:]
    kinds.reserveCapacity(register.risks.count + register.assets.count + 1024)
  }

  mutating func run(_ findings: inout [Finding]) {
    withUnsafePointer(to: register) { root in
      let root = UnsafeRawPointer(root)
      IdentifierWalk.walk(root, Register.form, .identifiers) { place, text, role in
        guard case .identifier(let kind) = role, !text.isEmpty else { return }
        if kinds.updateValue(kind, forKey: Self.name(text, kind)) != nil {
          findings.report(
            .init(
              rule: "STR-001", entity: place.entity, field: place.path,
              message: "the identifier '\(text)' is used twice",
              hint: kind == .retired
                ? "it was retired; what has it now needs another one"
                : "identifiers are unique in a register, across kinds; give this one another",
              recordOffset: place.offset(in: sources)))
        }
      }
      IdentifierWalk.walk(root, Register.form, .references) { place, text, role in
        guard case .reference(let allowed) = role, !text.isEmpty else { return }
        let isCategory = allowed == KindSet(.impactCategory)
        guard let kind = kinds[isCategory ? Self.name(text, .impactCategory) : text] else {
          findings.report(
            .init(
              rule: "STR-002", entity: place.entity, field: place.path,
              message: "\(allowed.nothing) is called '\(text)'",
              hint: hint(for: text, allowed), recordOffset: place.offset(in: sources)))
          return
        }
        if kind == .retired {
          findings.report(
            .init(
              rule: "STR-002", entity: place.entity, field: place.path,
              message: "'\(text)' was removed from the register, but is still named here",
              hint: "remove this reference, or name something else",
              recordOffset: place.offset(in: sources)))
        } else if !allowed.contains(KindSet(kind)) {
          findings.report(
            .init(
              rule: "STR-002", entity: place.entity, field: place.path,
              message: "'\(text)' is \(kind.noun), but only \(allowed.noun) can stand here",
              hint: hint(for: text, allowed), recordOffset: place.offset(in: sources)))
        }
      }
    }
  }

  /// Impact categories have names of their own, which are no identifiers of records.
  private static func name(_ text: String, _ kind: Kind) -> String {
    kind == .impactCategory ? "category " + text : text
  }

  private mutating func hint(for text: String, _ allowed: KindSet) -> String? {
    guard hintBudget > 0 else { return nil }
    if namesByKind.isEmpty {
      for name in kinds.keys.sorted(by: IdentifierText.precedes) {
        let kind = kinds[name]!  // it is one of the keys
        namesByKind[kind, default: []].append(
          kind == .impactCategory ? String(name.dropFirst("category ".count)) : name)
      }
    }
    if candidates[allowed] == nil {
      candidates[allowed] = allowed.kinds.flatMap { namesByKind[$0] ?? [] }
    }
    let names = candidates[allowed] ?? []
    let cost = names.count * (8 + 5 * text.utf8.count)
    guard hintBudget >= cost else { return nil }
    hintBudget -= cost
    return Spelling.hint(for: text, in: names)
  }
}

/// Visits the identifiers or references of a register, wherever a form has one.
enum IdentifierWalk {
  enum Wanted { case identifiers, references }

  /// Where a visited identifier stands.
  struct Place {
    /// A step on the way to it. The steps stand on the stack of the walk, so that going one costs
    /// nothing; they are looked at only where something is wrong.
    fileprivate struct Step {
      let parent: UnsafePointer<Step>?
      /// Forms live as long as the program, so none is counted here.
      let unmanaged: Unmanaged<Form>
      let child: Int
      let value: UnsafeRawPointer
      let index: Int
      var form: Form { unmanaged.takeUnretainedValue() }
    }

    fileprivate let last: UnsafePointer<Step>?
    fileprivate let attribute: AttributeField

    private var steps: [Step] {
      var steps: [Step] = []
      var next = last
      while let step = next?.pointee {
        steps.append(step)
        next = step.parent
      }
      return steps.reversed()
    }

    /// The identifier of the record; nil in the register itself.
    var entity: String? {
      let steps = steps
      guard let record = steps.first, let index = record.form.identifier?.index else { return nil }
      return record.form.attributes[index].identifierText?(record.value)
    }

    /// The path of the field in the record.
    var path: String {
      let steps = steps
      var parts: [String] = []
      for (depth, step) in steps.enumerated() {
        let child = (depth == 0 ? Register.form : steps[depth - 1].form).children[step.child]
        let label = child.alternatives.first { $0.form === step.form }?.label ?? child.label
        if depth == 0 {
          if step.form.identifier == nil { parts.append(label) }
        } else {
          parts.append(
            label + (child.isList ? "[\(Self.key(step.form, step.value, step.index))]" : ""))
        }
      }
      return (parts + [attribute.label]).joined(separator: "/")
    }

    private static func key(_ form: Form, _ value: UnsafeRawPointer, _ index: Int) -> String {
      guard !form.key.isEmpty else { return "\(index + 1)" }
      return form.key.map { attribute in
        var bytes: [UInt8] = []
        guard form.attributes[attribute].encode(value, &bytes) else {
          return form.attributes[attribute].standard ?? ""
        }
        return String(decoding: bytes, as: UTF8.self)
      }.joined(separator: ",")
    }

    func offset(in sources: SourceMap) -> Int? {
      guard let record = steps.first else { return nil }
      return sources.offset(field: record.child, index: record.index)
    }
  }

  static func walk(
    _ root: UnsafeRawPointer, _ form: Form, _ wanted: Wanted,
    _ visit: (Place, String, AttributeField.Role) -> Void
  ) {
    walk(root, form, wanted == .identifiers ? identifierPlan : referencePlan, nil, visit)
  }

  private static func walk(
    _ value: UnsafeRawPointer, _ form: Form, _ plan: Plan, _ last: UnsafePointer<Place.Step>?,
    _ visit: (Place, String, AttributeField.Role) -> Void
  ) {
    for attribute in plan.attributes {
      guard let text = attribute.identifierText?(value) else { continue }
      visit(Place(last: last, attribute: attribute), text, attribute.role)
    }
    for child in plan.children {
      var index = 0
      child.field.forEach?(value) { element, alternative in
        if let part = child.parts[alternative] {
          let step = Place.Step(
            parent: last, unmanaged: .passUnretained(part.form), child: child.index, value: element,
            index: index)
          withUnsafePointer(to: step) { walk(element, part.form, part.plan, $0, visit) }
        }
        index += 1
      }
    }
  }

  private static let identifierPlan = plan(.identifiers)
  private static let referencePlan = plan(.references)

  private static func plan(_ wanted: Wanted) -> Plan {
    var plans = Plans(wanted)
    return plans.plan(of: Register.form)
  }

  /// What of a form is worth a look. Nothing changes it once it is made.
  final class Plan: @unchecked Sendable {
    var attributes: [AttributeField] = []
    var children: [(index: Int, field: ChildField, parts: [(form: Form, plan: Plan)?])] = []
  }

  /// The plans of all forms that can be reached; forms may contain themselves.
  private struct Plans {
    private let wanted: Wanted
    private var plans: [ObjectIdentifier: Plan] = [:]
    private var worthwhile: Set<ObjectIdentifier> = []

    init(_ wanted: Wanted) { self.wanted = wanted }

    mutating func plan(of form: Form) -> Plan {
      var forms: [ObjectIdentifier: Form] = [:]
      collect(form, &forms)
      // A form is worth a look if one of its attributes is, or a child; until nothing is new.
      var isNew = true
      while isNew {
        isNew = false
        for (id, form) in forms where !worthwhile.contains(id) {
          if !attributes(of: form).isEmpty
            || form.children.contains(where: { child in
              child.alternatives.contains { worthwhile.contains(ObjectIdentifier($0.form)) }
            })
          {
            worthwhile.insert(id)
            isNew = true
          }
        }
      }
      return make(form)
    }

    private func attributes(of form: Form) -> [Int] {
      form.attributes.indices.filter { index in
        switch form.attributes[index].role {
        case .identifier: wanted == .identifiers
        case .reference: wanted == .references
        case .value: false
        }
      }
    }

    private func collect(_ form: Form, _ forms: inout [ObjectIdentifier: Form]) {
      guard forms.updateValue(form, forKey: ObjectIdentifier(form)) == nil else { return }
      for child in form.children where child.forEach != nil {
        for alternative in child.alternatives { collect(alternative.form, &forms) }
      }
    }

    private mutating func make(_ form: Form) -> Plan {
      if let plan = plans[ObjectIdentifier(form)] { return plan }
      let plan = Plan()
      plans[ObjectIdentifier(form)] = plan
      plan.attributes = attributes(of: form).map { form.attributes[$0] }
      for (index, child) in form.children.enumerated() where child.forEach != nil {
        let parts = child.alternatives.map { alternative -> (form: Form, plan: Plan)? in
          let form = alternative.form
          return worthwhile.contains(ObjectIdentifier(form)) ? (form, make(form)) : nil
        }
        if parts.contains(where: { $0 != nil }) { plan.children.append((index, child, parts)) }
      }
      return plan
    }
  }
}
