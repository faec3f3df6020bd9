import RegisterAnalysis
import RegisterModel
import RiskScoring

/// What is late, and what is soon due, on the day of the report.
struct Deadlines {
  /// How far ahead "soon" reaches.
  static let soonDays = 90

  /// Places of treatments that are neither done nor cancelled and past their day, the longest overdue
  /// first.
  let lateTreatments: [Int]
  /// Places of risks whose review is late, the longest overdue first.
  let lateReviews: [Int]
  /// Places of acceptances that have expired on a risk that no other one covers and that is not closed.
  let lapsedAcceptances: [Int]
  /// Places of live acceptances that end soon, the next first.
  let endingAcceptances: [Int]
  /// Places of acceptances that lack what makes them a decision.
  let incompleteAcceptances: [Int]
  /// Places of indicators that are red, and of those that say nothing.
  let redIndicators: [Int]
  let silentIndicators: [Int]
  /// Places of ranked risks that exceed tolerance and that nobody has accepted, in their order.
  let unacceptedExcess: [Int]
  /// Places of ranked risks that exceed tolerance, with a live acceptance, in their order.
  let acceptedExcess: [Int]

  init(_ context: ReportContext) {
    let (register, compiled, today) = (context.register, context.compiled, context.today)
    lateTreatments = register.treatments.indices.filter { index in
      register.treatments[index].isOpen
        && (register.treatments[index].due.map { $0 < today } ?? false)
    }.stableSorted { register.treatments[$0].due?.dayNumber ?? .max }
    let reviews = register.risks.indices.map { index in
      compiled.reviewDue(ofRisk: index).flatMap { $0 < today ? $0 : nil }
    }
    lateReviews = reviews.indices.filter { reviews[$0] != nil }
      .stableSorted { reviews[$0]?.dayNumber ?? .max }
    var (lapsed, ending, incomplete) = ([Int](), [Int](), [Int]())
    for (index, acceptance) in register.acceptances.enumerated() {
      switch acceptance.state(on: today) {
      case .live(let until):
        if Int(until.dayNumber) - Int(today.dayNumber) <= Self.soonDays { ending.append(index) }
      case .expired:
        if compiled.isLapsed(acceptance: index) { lapsed.append(index) }
      case .incomplete: incomplete.append(index)
      case .notYet, .withdrawn: break
      }
    }
    lapsedAcceptances = lapsed.stableSorted { register.acceptances[$0].until?.dayNumber ?? .max }
    endingAcceptances = ending.stableSorted { register.acceptances[$0].until?.dayNumber ?? .max }
    incompleteAcceptances = incomplete
    let states = register.indicators.map { $0.state(on: today) }
    redIndicators = states.indices.filter { states[$0].redSince != nil }
    silentIndicators = states.indices.filter { states[$0].isUnknown }
    let excess = context.order.indices.lazy.map { context.order.riskIndex(at: $0) }
      .filter { compiled.current.scores[$0].standing.state == .exceedsTolerance }
    let parted = excess.map { (index: $0, isLive: compiled.liveAcceptance(ofRisk: $0) != nil) }
    unacceptedExcess = parted.filter { !$0.isLive }.map(\.index)
    acceptedExcess = parted.filter { $0.isLive }.map(\.index)
  }

  /// The number of things that are late.
  var lateCount: Int { lateTreatments.count + lateReviews.count + lapsedAcceptances.count }
}

extension Array {
  /// Sorted by a key; elements with equal keys stay in their order.
  func stableSorted<Key: Comparable>(by key: (Element) -> Key) -> [Element] {
    enumerated().map { (key: key($0.element), place: $0.offset, element: $0.element) }
      .sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.element)
  }
}
