import ArgumentParser
import ImpactAnalysis
import RegisterAnalysis
import RegisterModel
import ResponsePlanning

struct NoteFact: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fact", abstract: "Record what is known: states, forecasts, levels of hazards.",
    usage: "holdfast respond fact [REGISTER] [ACTIVATION or PROTOCOL] FACT … --by WHO",
    discussion: """
      FACT is S-ehr=down (up, degraded, down), S-ehr@\"2026-12-04 22:00\" (forecast to be restored) or \
      h-flood=380 (a level that was read). For a protocol that isn't activated a record is begun that watches: \
      triggers see its facts, and a declaration goes into it.

        holdfast respond fact P-ehr S-ehr=down --by r-itops --at "2026-12-04 18:00"
      """)

  @Argument(help: "The register and the activation, either may be left out, and the facts.")
  var arguments: [String]
  @OptionGroup var options: ResponseOptions

  func run() throws {
    var rest = arguments
    let desk = try ResponseDesk(&rest, options)
    var (edited, place) = try target(&rest, desk)
    guard !rest.isEmpty else { throw ValidationError("say what is known, such as S-1=down") }
    let events = try rest.map { try event(for: $0, desk) }
    edited.activations[place].events += events.map(\.event)
    let activation = edited.activations[place]
    desk.say("\(activation.id): \(Plural.list(events.map(\.words)))")
    sayTriggers(edited, activation, desk)
    try desk.finish(edited)
  }

  private func target(_ arguments: inout [String], _ desk: ResponseDesk) throws -> (Register, Int) {
    if let first = arguments.first,
      let planned = desk.register.protocols.first(where: { $0.id.text == first })
    {
      arguments.removeFirst()
      let running = desk.register.activations.indices.last {
        desk.register.activations[$0].activated == planned.id && desk.state(of: $0).phase < .closed
      }
      if let running { return (desk.register, running) }
      return try desk.opening(planned.id)
    }
    return (desk.register, try desk.activation(from: &arguments))
  }

  private func event(for text: String, _ desk: ResponseDesk) throws -> (
    event: ActivationEvent, words: String
  ) {
    var event = try desk.event(.fact)
    let mark = text.firstIndex { $0 == "=" || $0 == "@" }
    guard let mark, text[mark] == "=" || text[mark] == "@" else {
      throw ValidationError(
        "'\(text)' is no fact; write S-1=down, S-1@\"2026-12-04 22:00\" or h-1=380")
    }
    let name = String(text[..<mark])
    let value = String(text[text.index(after: mark)...])
    let register = desk.register
    if let hazard = register.hazards.first(where: { $0.id.text == name }) {
      guard text[mark] == "=", let number = Double(value),
        let reading = RegisterModel.Measure(number)
      else {
        throw ValidationError("'\(value)' is no level; write \(name)=380")
      }
      event.hazard = hazard.id
      event.reading = reading
      return (event, "\(desk.words.label(hazard.id)) is at \(value)")
    }
    guard let id = try? Identifier<Dependable>(name), desk.compiled.node(id) != nil else {
      let names =
        register.assets.map(\.id.text) + register.activities.map(\.id.text)
        + register.hazards.map(\.id.text)
      let hint = Spelling.hint(for: name, in: names)
      throw CommandFailure(
        "there is no asset, activity or hazard '\(name)'" + (hint.map { "; \($0)" } ?? ""))
    }
    event.about = id
    if text[mark] == "@" {
      var forecast = try SpokenMoment.moment(
        value, in: desk.compiled.impact.calendars.zone, on: desk.moment.localDate)
      // A time of day alone is the next one.
      if TimeOfDay(text: value) != nil, forecast < desk.moment,
        let next = desk.moment.localDate.adding(CalendarPeriod(months: 0, days: 1)!)
      {
        forecast = try SpokenMoment.moment(
          value, in: desk.compiled.impact.calendars.zone, on: next)
      }
      if forecast < desk.moment {
        printError("note: that forecast has passed already")
      }
      event.forecast = forecast
      return (
        event,
        "\(desk.words.label(id)) is forecast to be back \(desk.words.clock(forecast.secondsSince1970))"
      )
    }
    guard let state = OperatingState(rawValue: value) else {
      throw ValidationError("'\(value)' is no state; it is up, degraded or down")
    }
    event.state = state
    return (event, "\(desk.words.label(id)) is \(value)")
  }

  /// Says which triggers of the protocol hold now or can't be told.
  private func sayTriggers(_ edited: Register, _ activation: Activation, _ desk: ResponseDesk) {
    guard let place = desk.compiled.protocols[activation.activated] else { return }
    let now = CompiledRegister(edited, today: desk.compiled.today, zones: TimeZoneFiles.rules)
    let words = ActivationWords(now, at: desk.moment)
    let context = now.triggerContext(
      facts: FactRecord(of: edited, at: desk.moment, for: activation), at: desk.moment
    )
    for trigger in context.triggers(of: place) {
      let number = words.level(trigger.trigger.level, of: edited.protocols[place])
      switch trigger.value(at: desk.moment) {
      case .yes:
        desk.say(
          "trigger \(words.trigger(trigger)) holds, for \(number): \(words.reason(trigger))",
          indent: 2)
      case .unknown:
        desk.say(
          "decision needed on \(number), trigger \(words.trigger(trigger)): \(words.reason(trigger))",
          indent: 2)
      case .no: break
      }
    }
  }
}
