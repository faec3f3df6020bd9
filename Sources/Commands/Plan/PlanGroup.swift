import ArgumentParser

/// What planners do before anything happens.
struct PlanGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Plans: questionnaire, collect, whatif, dryrun.",
    subcommands: [
      WriteQuestionnaire.self, CollectQuestionnaires.self, PlayWhatIf.self, PlayDryRun.self,
    ])
}
