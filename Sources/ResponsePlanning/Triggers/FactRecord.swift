public import RegisterModel

/// What is known about the world, and since when: what triggers are evaluated on.
///
/// A thing about which nothing was ever reported counts as up: people report what fails. A thing that an
/// open incident names is in an unknown state until somebody says which. Readings, answers and forecasts that
/// nobody gave are unknown.
///
/// - Note: DOMAIN §6.2.
public struct FactRecord: Sendable {
  /// Something that was found at a moment, in seconds since 1970.
  struct Reported<Value: Sendable>: Sendable {
    let at: Int64
    let value: Value
  }

  /// Of assets and activities, by identifier; nil: unknown from then on.
  private(set) var states: [String: [Reported<OperatingState?>]] = [:]
  /// When things are forecast to be restored, in seconds since 1970.
  private(set) var forecasts: [String: [Reported<Int64>]] = [:]
  private(set) var levels: [String: [Reported<Measure>]] = [:]
  private(set) var answers: [Question: [Reported<Bool>]] = [:]
  private(set) var severities: [Reported<Incident.Severity?>] = []

  /// A question of a protocol, by its words; the same words to the same role are the same question.
  struct Question: Hashable, Sendable {
    let role: String
    let words: String
  }

  public init() {}

  /// Something is in a state from a moment on; nil: nobody knows in which.
  public mutating func report(_ id: String, is state: OperatingState?, at moment: Int64) {
    states[id, default: []].append(Reported(at: moment, value: state))
  }

  /// Something is forecast to be restored at a moment.
  public mutating func report(_ id: String, restoredAt forecast: Int64, at moment: Int64) {
    forecasts[id, default: []].append(Reported(at: moment, value: forecast))
  }

  /// The level of a hazard was read.
  public mutating func report(_ hazard: Identifier<Hazard>, level: Measure, at moment: Int64) {
    levels[hazard.text, default: []].append(Reported(at: moment, value: level))
  }

  /// A role answered a question of a protocol.
  public mutating func report(
    answer: Bool, to words: Line, by role: Identifier<Party>, at moment: Int64
  ) {
    answers[Question(role: role.text, words: words.text), default: []]
      .append(Reported(at: moment, value: answer))
  }

  /// How severe the incident at hand is from a moment on; nil: not settled.
  public mutating func report(severity: Incident.Severity?, at moment: Int64) {
    severities.append(Reported(at: moment, value: severity))
  }
}

extension FactRecord {
  /// What the register's activations and open incidents say up to a moment.
  ///
  /// Activations that are closed speak of what is over and are left out; an exercise speaks of itself alone, and
  /// nothing else speaks into it.
  ///
  /// - Parameters:
  ///   - moment: Later facts are left out.
  ///   - activation: The activation that it is for; the severity of its incident counts. nil: that of the most
  ///     severe open one does.
  /// - Complexity: O(*n*) in events and in what incidents affect.
  public init(of register: Register, at moment: Moment, for activation: Activation? = nil) {
    let now = moment.secondsSince1970
    if let activation, activation.exercise != nil {
      for event in activation.events where event.at.secondsSince1970 <= now { add(event) }
      inOrder()
      return
    }
    for incident in register.incidents where incident.restored == nil {
      guard incident.status < .recovered, let begin = incident.began?.secondsSince1970, begin <= now
      else { continue }
      for hit in incident.affected { report(hit.ref.text, is: nil, at: begin) }
    }
    for event in Self.events(of: register, at: moment, besides: activation?.id) { add(event) }
    if let incident = activation?.incident {
      for found in register.incidents where found.id == incident {
        report(severity: found.severity, at: found.began?.secondsSince1970 ?? now)
      }
    } else if let worst = register.incidents.filter({ $0.restored == nil && $0.status < .recovered }
    )
    .filter({ $0.severity != nil && $0.began.map { $0 <= moment } ?? false })
    .max(by: { $0.severity! < $1.severity! })  // those without were left out
    {
      report(severity: worst.severity, at: worst.began?.secondsSince1970 ?? now)
    }
    inOrder()
  }

  /// The events up to a moment of what is going on: of activations that are neither exercises nor closed.
  ///
  /// - Parameter own: An activation that counts even if it is closed.
  public static func events(
    of register: Register, at moment: Moment, besides own: Identifier<Activation>? = nil
  ) -> [ActivationEvent] {
    let now = moment.secondsSince1970
    return register.activations.filter { $0.exercise == nil }.flatMap { activation in
      let known = activation.events.filter { $0.at.secondsSince1970 <= now }
      let isOver = known.contains { $0.kind == .closed || $0.kind == .reviewed }
      return isOver && activation.id != own ? [] : known
    }
  }

  private mutating func add(_ event: ActivationEvent) {
    let at = event.at.secondsSince1970
    if let about = event.about {
      if let state = event.state { report(about.text, is: state, at: at) }
      if let forecast = event.forecast {
        report(about.text, restoredAt: forecast.secondsSince1970, at: at)
      }
    }
    if let hazard = event.hazard, let reading = event.reading {
      report(hazard, level: reading, at: at)
    }
    if let words = event.question, let answer = event.answer, let role = event.role ?? event.by {
      report(answer: answer, to: words, by: role, at: at)
    }
  }

  /// Puts all that was found into the order of time; of one moment what was said last counts.
  mutating func inOrder() {
    states = states.mapValues(Self.sorted)
    forecasts = forecasts.mapValues(Self.sorted)
    levels = levels.mapValues(Self.sorted)
    answers = answers.mapValues(Self.sorted)
    severities = Self.sorted(severities)
  }

  private static func sorted<Value>(_ found: [Reported<Value>]) -> [Reported<Value>] {
    found.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }
}
