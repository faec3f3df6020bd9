import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// Whatever a supplier provides that a prioritised activity needs, the supplier owes its recovery within a
/// time, and within the time in which it is needed.
///
/// Asked is of assets of the kind `supplier`, and of those that name one. A contract counts while it is in force
/// and states a time. The time in which it is needed follows from the objectives of all that need it.
///
/// A recovery plan that waits for somebody who has promised nothing is a hope. Where nothing better can be had,
/// say so in a suppression, and plan for doing without.
public struct SupplierPromise: RegisterCheck {
  public static let rule = Rule(
    "DEP-005", .error, "Supplier without contracted recovery time, or with one too late",
    [.dora("8(5)"), .dora("11(5)"), .csf("GV.SC-04"), .cir("4.1.2")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let isNeeded = register.impact.isNeeded
    let first = register.register.activities.count
    let owed = register.register.assets.map { $0.owedRecovery(on: register.today) }
    let late = Self.late(owed, register)
    return register.register.assets.enumerated().compactMap { place, asset in
      guard isNeeded[first + place], asset.isSupplied else { return nil }
      guard let owed = owed[place] else { return Self.nothingOwed(asset, register) }
      return late[first + place].map { Self.late(asset, owed, $0, register) }
    }
  }

  /// What suppliers owe too late, by node: their own time as owed, and all else as it is back.
  private static func late(_ owed: [ElapsedTime?], _ register: CompiledRegister)
    -> [DependencyGraph.Node: Shortfall]
  {
    guard owed.contains(where: { $0 != nil }) else { return [:] }
    let first = register.register.activities.count
    var times = register.impact.graph.recovery.ready.map(\.lower)
    for (place, owed) in owed.enumerated() {
      if let owed { times[first + place] = owed.seconds }
    }
    return Dictionary(
      Shortfall.all(register.impact.graph, times: times).map { ($0.node, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func supplier(_ asset: Asset, _ register: CompiledRegister) -> String {
    asset.supplier.flatMap { register.party($0) }.map { "\($0.id) '\($0.name)'" } ?? "the supplier"
  }

  private static func nothingOwed(_ asset: Asset, _ register: CompiledRegister) -> Finding {
    let ended = asset.contracts.filter { $0.recovery != nil }.compactMap(\.until).max()
    return rule.finding(
      asset.id.text, "contract",
      "\(supplier(asset, register)) owes no recovery time for '\(asset.name)'"
        + (ended.map { " since the contract ended on \($0.text)" } ?? ""),
      hint: "agree on one and add <contract recovery=\"…\" reference=\"…\"/>")
  }

  private static func late(
    _ asset: Asset, _ owed: ElapsedTime, _ shortfall: Shortfall, _ register: CompiledRegister
  ) -> Finding {
    let asker = shortfall.dependent.map { register.label($0) } ?? "somebody"
    let when =
      shortfall.required < 0
      ? "before the disruption begins" : "within \(Wording.time(shortfall.required))"
    return rule.finding(
      asset.id.text, "contract",
      "\(supplier(asset, register)) owes '\(asset.name)' within \(Wording.time(owed)), and \(asker) needs it "
        + when,
      hint:
        "have the supplier promise it sooner, or add a <workaround> that lasts until then to the need",
      nature: .wrong)
  }
}

extension Asset {
  fileprivate var isSupplied: Bool { kind == .supplier || supplier != nil }

  /// The shortest recovery time that a contract in force owes.
  fileprivate func owedRecovery(on today: CalendarDate) -> ElapsedTime? {
    contracts.filter { $0.until.map { $0 >= today } ?? true }.compactMap(\.recovery).min()
  }
}
