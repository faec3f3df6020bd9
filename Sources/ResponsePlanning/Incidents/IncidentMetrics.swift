import RegisterModel

/// What some incidents of a period come to.
///
/// - Note: DOMAIN §6.8.
public struct IncidentMetrics: Sendable {
  /// A time, over the incidents of which both moments are known.
  public struct Times: Sendable {
    public let measure: IncidentMeasure
    /// In seconds, ascending.
    public let seconds: [Int64]
    /// Of how many incidents: those that lack a moment are not in ``seconds``, and nobody guesses them.
    public let incidentCount: Int
    /// Those whose second moment lies before the first, by their place in the register; they count nowhere.
    public let contradictory: [Int]

    public var count: Int { seconds.count }

    /// In seconds; nil for none.
    public var mean: Double? {
      seconds.isEmpty
        ? nil : seconds.reduce(0) { $0 + Double($1) } / Double(seconds.count)
    }

    /// In seconds, of an even number the middle of the two in the middle; nil for none.
    public var median: Double? {
      guard !seconds.isEmpty else { return nil }
      let middle = seconds.count / 2
      return seconds.count.isMultiple(of: 2)
        ? Double(seconds[middle - 1]) / 2 + Double(seconds[middle]) / 2 : Double(seconds[middle])
    }
  }

  public let period: IncidentPeriod
  /// The incidents that began in the period, by their place in the register, in the order in which they began.
  public let incidents: [Int]
  /// One for each measure, in the order of ``IncidentMeasure``.
  public let times: [Times]
  /// Also that of incidents which began earlier and lasted into the period.
  public let downtime: Downtime

  /// - Parameters:
  ///   - began: Places of the incidents that began in the period, in that order.
  ///   - touching: Places of those that may have lasted into it, these among them.
  init(_ all: [Incident], began: [Int], touching: [Int], in period: IncidentPeriod) {
    self.period = period
    incidents = began
    times = IncidentMeasure.allCases.map { Times($0, all, began) }
    downtime = Downtime(of: touching.lazy.map { all[$0] }, in: period)
  }

  public var count: Int { incidents.count }

  public subscript(measure: IncidentMeasure) -> Times {
    times[IncidentMeasure.allCases.firstIndex(of: measure)!]  // each case is in allCases
  }

  /// The mean time between failures in seconds, (T − Σ down)/N; nil where nothing happened.
  ///
  /// Where some outage is not known it is at most this.
  public var betweenFailures: Double? {
    count == 0 ? nil : Double(period.seconds - downtime.seconds) / Double(count)
  }

  /// The share of the period in which nothing was down, (T − Σ down)/T.
  ///
  /// Where some outage is not known it is at most this.
  public var availability: Double {
    Double(period.seconds - downtime.seconds) / Double(period.seconds)
  }
}

extension IncidentMetrics.Times {
  fileprivate init(_ measure: IncidentMeasure, _ all: [Incident], _ places: [Int]) {
    var seconds: [Int64] = []
    var contradictory: [Int] = []
    for place in places {
      switch measure.time(of: all[place]) {
      case .known(let span): seconds.append(span)
      case .contradictory: contradictory.append(place)
      case .unknown: break
      }
    }
    self.measure = measure
    self.seconds = seconds.sorted()
    incidentCount = places.count
    self.contradictory = contradictory
  }
}
