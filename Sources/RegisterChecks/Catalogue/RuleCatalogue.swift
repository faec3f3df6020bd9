/// All rules, in the order of their families and codes.
public enum RuleCatalogue {
  /// The checks, in the order of their codes. Whoever adds a rule adds it here.
  public static let checks: [any RegisterCheck.Type] = [
    RegisterWithoutMandate.self, MaterialChangeWithoutReason.self,
    CriteriaIncomplete.self, MatrixContradiction.self, MatrixCoarse.self,
    AppetiteUnstated.self, IntolerabilityUnstated.self,
    CriteriaReviewOverdue.self,
    RiskWithoutOwner.self, RiskWithoutLink.self, RiskWithoutScenario.self, RiskNotJudged.self,
    ScoreWithoutRationale.self, StagesOutOfOrder.self, ControlsWithoutEffect.self,
    HighRiskUnanswered.self, ToleranceExceeded.self, ReviewOverdue.self,
    HighRiskWithoutProtocol.self, CurrentUnexplained.self, PrioritisedWithoutRisk.self,
    HighRiskWithoutIndicator.self, RedWithoutReview.self, LevelAgainstEstimate.self,
    LikelyDuplicate.self, ReactionTooLate.self,
    TreatmentWithoutOwner.self, TreatmentOverdue.self, TreatmentWithoutExpectation.self,
    AcceptanceIncomplete.self, AcceptanceOutdated.self, AcceptanceUnauthorised.self,
    TransferBeyondMoney.self, CurrentNotRescored.self,
    ServiceWithoutActivity.self, ActivityWithoutOwner.self, GridIncomplete.self,
    PeriodUnknown.self, ObjectiveMissed.self, ObjectiveTight.self, ImpactDecreases.self,
    PeriodStretched.self, MinimumUnstated.self, RecoveryPointUnstated.self, ImpactOutdated.self,
    RequirementNegative.self, PeakNotJudged.self, ImpactUnapproved.self, StaffingUnstated.self,
    ActivityWithoutNeeds.self, PromiseLate.self, NeedCycle.self, SinglePointOfFailure.self,
    SupplierPromise.self, CommonCauseUnstated.self,
    RecoveryLate.self, DataLossTooGreat.self, RecoveryTimeEstimated.self,
    RecoveryTimeOutdated.self, PeopleMissing.self, WorkaroundTooShort.self, LossUnstated.self,
    ActivityWithoutProtocol.self, CriteriaForActivationMissing.self, AuthorityMissing.self,
    RecoveryPlannedLate.self, TaskWithoutRole.self, ContactOutdated.self, ScopeUnrestored.self,
    TemplateMissing.self, RestorationMissing.self, ScenarioUncovered.self,
    ExerciseOverdue.self, ProtocolChangedSinceExercise.self, ExerciseFindingOpen.self,
    ExerciseWithoutTimes.self, ExerciseWithoutFindings.self, CommunicationUntested.self,
    MajorIncidentUnreviewed.self, JudgementOlderThanIncident.self, ActivationWithoutLog.self,
    RecurringCauseWithoutProblem.self,
  ]

  /// Every rule that a finding can name: those of the checks, of the reader and the history, and of
  /// suppressions.
  public static let rules: [Rule] =
    (checks.map { $0.rule } + FileRules.all + StructureRules.all + SuppressionRules.all)
    .sorted { ($0.family.order, $0.code) < ($1.family.order, $1.code) }

  /// The rule of a code, such as `RSK-001`; nil where there is none.
  public static func rule(_ code: String) -> Rule? { places[code].map { rules[$0] } }

  /// The place of each code in ``rules``.
  static let places: [String: Int] = Dictionary(
    uniqueKeysWithValues: rules.enumerated().map { ($1.code, $0) })
}

extension RuleFamily {
  /// Its place in the order in which families are listed.
  var order: Int { Self.allCases.firstIndex(of: self)! }  // each case is in allCases
}
