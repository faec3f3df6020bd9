public import RegisterModel
public import ResponsePlanning

extension CompiledRegister {
  /// What triggers are evaluated against, on facts that are known.
  ///
  /// - Parameters:
  ///   - facts: What was reported.
  ///   - moment: The moment for which limits that depend on the hour, and indicators, are taken.
  public func triggerContext(facts: FactRecord, at moment: Moment) -> TriggerContext {
    var limits: [String: TriggerContext.Limits] = [:]
    for (node, activity) in register.activities.enumerated() {
      limits[activity.id.text] = TriggerContext.Limits(
        rto: activity.targets?.rto?.seconds,
        mtpd: impact.period(of: node, at: moment).seconds)
    }
    for asset in register.assets {
      limits[asset.id.text] = TriggerContext.Limits(
        rto: asset.targets?.rto?.seconds, mtpd: asset.targets?.mtpd?.seconds)
    }
    return TriggerContext(
      register, facts: facts, at: moment, limits: limits, latestDeclare: latestDeclare,
      boundedOnly: Set(response.protocols.filter { !$0.isLatestDeclareSure }.map(\.place)))
  }

  /// Of each protocol: how long after the event it can still be declared for what it covers to be back in time, in
  /// seconds; nil where nobody knows. Activities of which it isn't known may need it sooner.
  public var latestDeclare: [Int64?] {
    response.protocols.map { $0.latestDeclare.map { Int64($0.rounded(.down)) } }
  }
}
