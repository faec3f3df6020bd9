import ArgumentParser
import RegisterModel
import ResponsePlanning

struct AcknowledgeCall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ack", abstract: "Record that somebody answered.",
    usage: "holdfast respond ack [REGISTER] [ACTIVATION] --by WHO [--role ROLE]",
    discussion: """
      An explicit answer, not the delivery of a message. Who holds a role or stands in for it answers for \
      the role.
      """)

  @Argument(help: "The register and the activation; either may be left out.") var arguments:
    [String] = []
  @OptionGroup var options: ResponseOptions

  func run() throws {
    var rest = arguments
    let desk = try ResponseDesk(&rest, options)
    let place = try desk.activation(from: &rest)
    guard rest.isEmpty else { throw ValidationError("'\(rest[0])' is too much") }
    var event = try desk.event(.acknowledged)
    // Who holds one of the roles that are waited for answers for it.
    let roles = desk.state(of: place).unanswered(in: desk.register)
      .filter { $0 != desk.by && desk.words.holds(desk.by, $0) }
    if event.role == nil, roles.count == 1 { event.role = roles[0] }
    var after = desk.register.activations[place]
    after.events.append(event)
    let answered = desk.state(of: place).acknowledged.contains { $0.who == desk.by }
    desk.say(
      "\(after.id): \(desk.words.label(desk.by)) answered\(answered ? " again" : "") at "
        + desk.words.clock(desk.moment.secondsSince1970))
    desk.sayNext(after)
    try desk.record([event], in: place)
  }
}
