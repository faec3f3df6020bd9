public import RegisterModel

/// What the controls of a risk do at a stage: to its frequency, to the severity of its event, and to the
/// time that the event lasts.
///
/// A control without a figure for effectiveness or reliability claims nothing. It is not taken for
/// useless, but listed, so that whoever reads the result knows what it leaves out.
public struct ControlEffects: Hashable, Sendable {
  public let frequency: ControlEffect
  public let severity: ControlEffect
  public let duration: ControlEffect
  /// The controls that count for nothing, by identifier, and why.
  public let silent: [SilentControl]
  /// Whether a control shortens the event or may do so, with figures or without.
  public let mayShorten: Bool

  /// The controls that work against a risk at a stage. At `inherent`, none; at `current`, those that the
  /// risk lists and those that treatments already done have brought; at `target`, those of all its
  /// treatments but the cancelled ones, as if they were done.
  ///
  /// A control that the risk lists and a treatment brings counts once, as the risk has it.
  ///
  /// - Parameters:
  ///   - treatments: Those that treat the risk.
  ///   - control: Finds a control; what it doesn't find counts for nothing.
  /// - Complexity: O(*n* log *n*) in the number of controls.
  /// - Note: DOMAIN §2.5.
  public init(
    of risk: Risk, at stage: Stage, treatments: some Sequence<Treatment>,
    control: (Identifier<Control>) -> Control?
  ) {
    var uses = stage == .inherent ? [] : risk.controls
    for treatment in treatments where treatment.counts(at: stage) {
      uses += treatment.introduces.map { ControlUse(ref: $0.ref) }
    }
    self.init(uses, control: control)
  }

  /// What a list of controls does.
  ///
  /// - Parameters:
  ///   - uses: Of several for one control the first counts.
  ///   - control: Finds a control; what it doesn't find counts for nothing.
  public init(_ uses: [ControlUse], control: (Identifier<Control>) -> Control?) {
    var claims: [Control.Effect: [(claim: ControlClaim, sharedCause: Line?)]] = [:]
    var silent: [SilentControl] = []
    var seen: Set<Identifier<Control>> = []
    var mayShorten = false
    for use in uses where seen.insert(use.ref).inserted {
      guard let control = control(use.ref) else { continue }
      mayShorten = mayShorten || control.mayShorten
      let effectiveness = use.effectiveness ?? control.effectiveness
      if let effectiveness, let reliability = control.reliability, let effect = control.effect {
        let claim = ControlClaim(
          control: use.ref, effectiveness: effectiveness, reliability: reliability)
        claims[effect, default: []].append((claim, control.sharedCause))
      } else {
        silent.append(
          SilentControl(
            control: use.ref, reasons: control.silence(effectiveness: effectiveness)))
      }
    }
    frequency = ControlEffect(claims[.frequency] ?? [])
    severity = ControlEffect(claims[.severity] ?? [])
    duration = ControlEffect(claims[.duration] ?? [])
    self.silent = silent.sorted { $0.control < $1.control }
    self.mayShorten = mayShorten
  }
}

extension Treatment {
  /// Whether what it brings works at a stage: now, if it is done; after the plan, unless it is off.
  fileprivate func counts(at stage: Stage) -> Bool {
    switch stage {
    case .inherent: false
    case .current: status == .done
    case .target: status != .cancelled
    }
  }
}
