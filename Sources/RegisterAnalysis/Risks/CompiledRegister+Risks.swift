public import RegisterModel
public import RiskScoring

/// What follows for a risk from the records that are linked to it, on the register's day.
extension CompiledRegister {
  /// When a risk is to be reviewed next, by its own interval or that of its current rating.
  ///
  /// - Parameter place: Of the risk among the risks.
  public func nextReview(ofRisk place: Int) -> NextReview {
    rules.reviews.next(of: register.risks[place], rating: current.scores[place].rating)
  }

  /// The acceptance of a risk that holds today; nil where none does.
  ///
  /// - Parameter place: Of the risk among the risks.
  public func liveAcceptance(ofRisk place: Int) -> Acceptance? {
    acceptancesOfRisk[place].lazy.map { self.register.acceptances[$0] }.live(on: today)
  }

  /// The status that a risk really has today: `accepted` only with a live acceptance.
  ///
  /// - Parameter place: Of the risk among the risks.
  public func effectiveStatus(ofRisk place: Int) -> Risk.Status {
    register.risks[place].effectiveStatus(given: liveAcceptance(ofRisk: place))
  }

  /// What the controls of a risk do at a stage, with those that its treatments bring.
  ///
  /// - Parameter place: Of the risk among the risks.
  public func controlEffects(ofRisk place: Int, at stage: Stage) -> ControlEffects {
    ControlEffects(
      of: register.risks[place], at: stage,
      treatments: treatmentsOfRisk[place].lazy.map { self.register.treatments[$0] },
      control: { id in controls[id].map { register.controls[$0] } })
  }

  /// What sharing a risk is said to lower although it can't.
  ///
  /// - Parameter place: Of the risk among the risks.
  public func unsharableChanges(ofRisk place: Int) -> [UnsharableChange] {
    rules.unsharableChanges(
      of: register.risks[place],
      by: effectsOfRisk[place].map { index in
        let effect = effects[index]
        let treatment = register.treatments[effect.treatment]
        return (treatment, treatment.treats[effect.place])
      })
  }
}
