import ArgumentParser
import ImpactAnalysis
import RegisterAnalysis
import RegisterModel
import ResponsePlanning

/// Who acts, when and in which role; and what every edit asks.
struct ResponseOptions: ParsableArguments {
  @Option(
    help:
      "When, such as 18:00 for today or \"2026-12-04 18:00\", by the clocks of the register's time zone; now where left out."
  )
  var at: String?
  @Option(help: "The role in which it is done, where that is not plain from who does it.")
  var role: String?
  @OptionGroup var edit: EditOptions
}

/// A register in which an activation is recorded from the command line.
struct ResponseDesk {
  let desk: EditingDesk
  let compiled: CompiledRegister
  /// When what is recorded happened.
  let moment: Moment
  let by: Identifier<Party>
  let role: Identifier<Party>?

  var register: Register { desk.register }
  var words: ActivationWords { ActivationWords(compiled, at: moment) }

  /// - Parameter arguments: Of the command; the register is taken off.
  init(_ arguments: inout [String], _ options: ResponseOptions) throws {
    let file = try RegisterFile.take(from: &arguments)
    let desk = try EditingDesk(file: file, options: options.edit)
    self.desk = desk
    let calendars = RegisterCalendars(desk.register, unstated: .utc, rules: TimeZoneFiles.rules)
    let clock = Surroundings.now()
    let now = calendars.zone?.moment(at: clock.secondsSince1970) ?? clock
    moment =
      try options.at.map { try SpokenMoment.moment($0, in: calendars.zone, on: now.localDate) }
      ?? now
    compiled = CompiledRegister(
      desk.register, today: moment.localDate, zones: TimeZoneFiles.rules)
    by = try Self.party(
      options.edit.by, in: desk.register,
      missing: "say who: --by with the identifier of a person or role of the register")
    role = try options.role.map { try Self.party($0, in: desk.register, missing: "") }
  }

  private static func party(_ name: String?, in register: Register, missing: String) throws
    -> Identifier<Party>
  {
    guard let name else { throw ValidationError(missing) }
    if let found = register.parties.first(where: { $0.id.text == name || $0.name.text == name }) {
      return found.id
    }
    let hint = Spelling.hint(for: name, in: register.parties.map(\.id.text))
    throw CommandFailure(
      "no person or role is called '\(name)'" + (hint.map { "; \($0)" } ?? ""))
  }

  /// Another person or role that is named.
  func party(_ name: String) throws -> Identifier<Party> {
    try Self.party(name, in: register, missing: "")
  }

  /// The activation that a command is about: the first argument, if it names one or a protocol that runs; else the
  /// only one that is open.
  func activation(from arguments: inout [String], canBeOver: Bool = false) throws -> Int {
    let open = register.activations.indices.filter { place in
      canBeOver || state(of: place).phase < .closed
    }
    if let first = arguments.first {
      if let place = register.activations.firstIndex(where: { $0.id.text == first }) {
        arguments.removeFirst()
        return place
      }
      let running = open.filter { register.activations[$0].activated.text == first }
      guard running.count < 2 else {
        throw CommandFailure(
          "\(first) runs more than once: say \(Plural.list(running.map { register.activations[$0].id.text }, "or"))"
        )
      }
      if let place = running.first {
        arguments.removeFirst()
        return place
      }
      if register.protocols.contains(where: { $0.id.text == first }) {
        throw CommandFailure("\(first) is not activated; declare it first")
      }
      let names = register.activations.map(\.id.text)
      if let prefix = names.first?.prefix(while: { $0 != "-" }), first.hasPrefix(prefix + "-") {
        let hint = Spelling.hint(for: first, in: names)
        throw CommandFailure(
          "there is no activation '\(first)'" + (hint.map { "; \($0)" } ?? ""))
      }
    }
    guard open.count == 1 else {
      throw CommandFailure(
        open.isEmpty
          ? "nothing is activated; begin with 'holdfast respond declare'"
          : "say which activation: \(Plural.list(open.map { register.activations[$0].id.text }, "or"))"
      )
    }
    return open[0]
  }

  func state(of place: Int) -> ActivationState {
    ActivationState(register.activations[place], in: register, at: moment)
  }

  /// The same after all that is recorded, later entries too: what was entered before the time it is for counts.
  func wholeState(of place: Int) -> ActivationState {
    let last = register.activations[place].events.map(\.at).max() ?? moment
    return ActivationState(register.activations[place], in: register, at: max(last, moment))
  }

  /// An event at the moment, by who acts.
  func event(_ kind: ActivationEvent.Nature, _ text: String? = nil) throws -> ActivationEvent {
    var event = ActivationEvent(kind: kind, at: moment, by: by)
    event.role = role
    if let words = text ?? desk.options.because {
      guard let prose = Prose(words) else { throw ValidationError("the text is empty") }
      event.text = prose
    }
    return event
  }

  /// Records events of an activation and writes the register.
  func record(_ events: [ActivationEvent], in place: Int) throws {
    var edited = register
    edited.activations[place].events += events
    try finish(edited)
  }

  /// Writes an edited register. Of events that say who did what at the same moment, the later ones are put a second
  /// later, so that each stays an entry of its own.
  func finish(_ edited: Register) throws {
    var edited = edited
    for place in edited.activations.indices {
      let known = register.activations.first { $0.id == edited.activations[place].id }
      edited.activations[place].events.makeDistinct(from: known?.events.count ?? 0)
    }
    try desk.finish(register.edits(to: edited), isQuiet: true)
  }

  /// Says something, on as many lines as it takes.
  func say(_ text: String, indent: Int = 0) {
    print(TextLayout(.output).paragraph(text, indent: indent, hanging: 2), terminator: "")
  }

  /// Says what comes next in an activation.
  func sayNext(_ activation: Activation) {
    for line in words.next(ActivationState(activation, in: register, at: moment)) {
      say(line, indent: 2)
    }
  }
}

extension [ActivationEvent] {
  /// Puts those from a place on that are like an earlier one a second later, until none is.
  fileprivate mutating func makeDistinct(from start: Int) {
    var seen = Set(prefix(start).map(\.entry))
    for place in indices.dropFirst(start) {
      while !seen.insert(self[place].entry).inserted {
        let at = self[place].at
        guard
          let next = Moment(
            secondsSince1970: at.secondsSince1970 + 1, offsetMinutes: Int(at.offsetMinutes))
        else { return }
        self[place].at = next
      }
    }
  }
}

extension ActivationEvent {
  /// What tells it from others of its activation.
  fileprivate var entry: [String?] {
    [
      kind.rawValue, at.writtenText, by?.text, role?.text, task?.text, about?.text, message?.text,
      hazard?.text, to?.text,
    ]
  }
}
