public import RegisterModel

/// How an acceptance stands on a given day. Only a live one keeps a risk accepted.
public enum AcceptanceState: Hashable, Sendable {
  /// It holds, up to and with `until`.
  case live(until: CalendarDate)
  /// It held until this day, inclusive; the risk is open again.
  case expired(on: CalendarDate)
  /// It is decided for this day on.
  case notYet(from: CalendarDate)
  /// It was taken back on this day, and holds no more from then on.
  case withdrawn(on: CalendarDate)
  /// It lacks what makes it a decision, and so has never held.
  case incomplete(missing: [AcceptancePart])

  /// Whether the risk is accepted by it.
  public var isLive: Bool {
    if case .live = self { true } else { false }
  }
}

/// What an acceptance must have to be one.
///
/// - Note: DOMAIN §2.6, TRT-004; Delegated Regulation (EU) 2024/1774 Art. 3(1)(d).
public enum AcceptancePart: Hashable, Sendable, CaseIterable {
  /// Who decided.
  case approver
  /// Why it is borne.
  case justification
  /// When it was decided.
  case date
  /// The last day on which it holds: nothing is accepted for ever.
  case expiry
}

extension Acceptance {
  /// What it lacks to be a decision; empty: nothing.
  public var missingParts: [AcceptancePart] {
    AcceptancePart.allCases.filter { part in
      switch part {
      case .approver: by == nil
      case .justification: justification == nil
      case .date: on == nil
      case .expiry: until == nil
      }
    }
  }

  /// How it stands on a day. Of several things that keep it from being live, the first counts: it was
  /// withdrawn, it is incomplete, its time hasn't come, its time is over.
  public func state(on today: CalendarDate) -> AcceptanceState {
    if let withdrawn, withdrawn <= today { return .withdrawn(on: withdrawn) }
    guard let on, let until, missingParts.isEmpty else {
      return .incomplete(missing: missingParts)
    }
    if today < on { return .notYet(from: on) }
    return today > until ? .expired(on: until) : .live(until: until)
  }

  /// The last day by which somebody must look at it again: twelve months after it was decided or last
  /// confirmed. nil where neither is known to have been by `today`.
  ///
  /// A confirmation dated after `today` has not been given yet.
  ///
  /// - Note: DOMAIN §2.6, TRT-005.
  public func revalidationDue(on today: CalendarDate) -> CalendarDate? {
    [on, revalidated].compactMap { $0 }.filter { $0 <= today }.max().flatMap { last in
      CalendarPeriod(months: 12, days: 0).flatMap { last.adding($0) }
    }
  }

  /// Whether nobody has looked at it for more than twelve months; nil where nobody can say.
  public func isRevalidationOverdue(on today: CalendarDate) -> Bool? {
    revalidationDue(on: today).map { today > $0 }
  }
}
