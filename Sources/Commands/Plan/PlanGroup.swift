import ArgumentParser

/// What planners do before anything happens.
struct PlanGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Plans: whatif.", subcommands: [PlayWhatIf.self])
}
