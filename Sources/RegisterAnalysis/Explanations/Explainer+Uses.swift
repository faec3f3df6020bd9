import RegisterModel

/// Where an entity is used: who names it.
extension Explainer {
  func use(of entity: String) -> ExplanationStep {
    let places = register.places(naming: entity)
    var order: [String?] = []
    var fields: [String?: [String]] = [:]
    for place in places {
      if fields[place.entity] == nil { order.append(place.entity) }
      fields[place.entity, default: []].append(place.field)
    }
    let parts = order.map { user in
      ExplanationStep(
        "use[\(user ?? "register")]", user.map(titled) ?? "the register itself",
        Plural.list(
          (fields[user] ?? []).map { $0.hasSuffix("/ref") ? String($0.dropLast(4)) : $0 }),
        "")
    }
    return ExplanationStep(
      "uses", "Used by", Plural.count(order.count, "record"),
      order.isEmpty ? "nothing else names it" : "what names it, and where", parts: parts)
  }

  /// "R-014 'River flood closes the plant room', a risk".
  private func titled(_ entity: String) -> String {
    let name = name(of: entity)
    return entity + (name == entity ? "" : " '\(name)'") + ", \(kinds[entity]?.noun ?? "a record")"
  }
}
