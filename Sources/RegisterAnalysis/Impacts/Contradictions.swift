package import ImpactAnalysis
public import RegisterModel

extension CompiledRegister {
  /// What is promised later than somebody who needs it can wait, as findings that name both sides and both
  /// times; in the order of activities and assets. DEP-002 of the catalogue.
  public var contradictions: [Finding] {
    LatePromise.all(register, impact.graph).map { promise in
      let words = ImpactWords(impact)
      let excess = promise.promised - promise.required
      return Finding(
        rule: "DEP-002", severity: .error, entity: impact.identifier(promise.resource),
        field: "targets/rto", message: words.sentence(promise).replacing("\u{A0}", with: " "),
        hint: ("agree on a time: \(excess < TimeBounds.never ? ImpactWords.time(excess) : "all") lies "
          + "between the two; change the promise, or by when it is needed, or find a workaround")
          .replacing("\u{A0}", with: " "))
    }
  }
}

extension ImpactWords {
  /// "IT operations promises S-ehr 'Health records' back in 8 h, but Emergency medicine needs it in 1 h for
  /// A-triage 'Triage'".
  package func sentence(_ promise: LatePromise) -> String {
    let (resource, dependent) = (label(promise.resource), label(promise.dependent))
    let needed =
      promise.required < 0
      ? "sooner than at once" : "within \(Self.time(promise.required))"
    let origin =
      promise.origin == promise.dependent ? "" : ", by the objective of \(label(promise.origin))"
    let asker = owner(promise.origin) ?? owner(promise.dependent)
    return "\(owner(promise.resource) ?? "nobody in particular") promises \(resource) back within "
      + "\(Self.time(promise.promised)), but \(asker ?? "somebody") needs it \(needed) for "
      + "\(dependent)\(origin)"
  }

  /// Who answers for a node; nil where nobody does.
  private func owner(_ node: Node) -> String? {
    let owner = impact.activity(node)?.owner ?? impact.asset(node)?.owner
    return owner.map { id in
      impact.register.parties.first { $0.id == id }.map { "\(id) '\($0.name)'" } ?? id.text
    }
  }
}
