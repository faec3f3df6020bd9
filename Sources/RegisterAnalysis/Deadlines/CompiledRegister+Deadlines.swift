package import RegisterModel
import RiskScoring

/// When things are due, in the one way that reports, alerts and checks share.
extension CompiledRegister {
  /// The last day on which the review of a risk is in time; nil for a closed risk, and where nobody can say.
  ///
  /// - Parameter place: Of the risk among the risks.
  package func reviewDue(ofRisk place: Int) -> CalendarDate? {
    register.risks[place].status == .closed ? nil : nextReview(ofRisk: place).date
  }

  /// Whether an acceptance has expired on a risk that is not closed and that no other one covers.
  ///
  /// - Parameter place: Of the acceptance among the acceptances.
  package func isLapsed(acceptance place: Int) -> Bool {
    let acceptance = register.acceptances[place]
    guard case .expired = acceptance.state(on: today), let risk = risks[acceptance.risk] else {
      return false
    }
    return register.risks[risk].status != .closed && liveAcceptance(ofRisk: risk) == nil
  }
}

extension Treatment {
  /// Whether it is still to be done.
  package var isOpen: Bool { status != .done && status != .cancelled }
}

extension Activity {
  /// When its impact analysis was made or, where nobody says, approved.
  package var analysed: CalendarDate? { assessment?.on ?? assessment?.approvedOn }

  /// The last day on which looking at its impact analysis again is in time: twelve months after it was made. nil
  /// where nobody says when.
  package var analysisDue: CalendarDate? {
    analysed.flatMap { made in CalendarPeriod(months: 12, days: 0).flatMap { made.adding($0) } }
  }
}

extension Criteria {
  /// How often they are to be reviewed: as they say, else every twelve months.
  package var reviewPeriod: CalendarPeriod? { reviewEvery ?? CalendarPeriod(months: 12, days: 0) }

  /// The last day on which their review is in time; nil where nobody says when they were reviewed.
  package var reviewDue: CalendarDate? {
    reviewed.flatMap { last in reviewPeriod.flatMap { last.adding($0) } }
  }
}
