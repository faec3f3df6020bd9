public import ArgumentParser
import RegisterModel
import RegisterXML

/// The program: what it can do, in the order in which a planner meets it.
public struct Holdfast: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "holdfast",
    abstract: "Risk registers and business impact analysis, in one open file.",
    discussion: """
      A register is one XML file that lives well in git. Begin with 'holdfast new register.xml', or \
      look at 'holdfast assess registers/st-brigid.xml'.

      Exit codes: 0 done, 1 findings, 2 could not run, 64 wrong usage.
      """,
    version: holdfastVersion,
    subcommands: [Measure.self, MeasureGraph.self],
    groupedSubcommands: [
      CommandGroup(
        name: "Work with a register",
        subcommands: [
          New.self, ShowChecklist.self, Check.self, Assess.self, Impact.self, Explain.self,
          ReportRegister.self, Diff.self, Merge.self, Import.self, Export.self,
        ]),
      CommandGroup(
        name: "Change it",
        subcommands: [
          EditGroup.self, SetFields.self, Add.self, Remove.self, Record.self, Format.self,
        ]),
      CommandGroup(
        name: "Plan for what may happen",
        subcommands: [PlanGroup.self, PlayWhatIf.self, PlayDryRun.self]),
      CommandGroup(
        name: "Respond when it happens",
        subcommands: [RespondGroup.self, ListIncidents.self, ShowAlerts.self]),
      CommandGroup(name: "For editors and other programs", subcommands: [Schema.self]),
    ])

  public init() {}

  /// Runs the program with the arguments of the process; never returns.
  ///
  /// A file that can't be read or a record that is not there ends it with 2, wrong usage with 64.
  public static func start() -> Never {
    let words = Array(CommandLine.arguments.dropFirst())
    if let hint = suggestion(for: words) {
      printError("holdfast: there is no command '\(words[0])'; \(hint)")
      exit(withError: ExitCode(64))
    }
    do {
      var command = try parseAsRoot()
      try command.run()
      exit()
    } catch let mistake as ValidationError {
      let name = configuration.subcommands(in: words)
      printError("holdfast: \(mistake.message)\nSee 'holdfast help\(name)'.")
      exit(withError: ExitCode(64))
    } catch let failure as SourceFailure {
      printError("holdfast: \(failure)")
      exit(withError: ExitCode(2))
    } catch let failure as CommandFailure {
      printError("holdfast: \(failure)")
      exit(withError: ExitCode(2))
    } catch {
      exit(withError: error)
    }
  }
}

extension Holdfast {
  /// What a misspelt command was meant to be; nil where the first word is a command or an option.
  static func suggestion(for words: [String]) -> String? {
    guard let word = words.first, !word.hasPrefix("-") else { return nil }
    let names = configuration.commandNames + ["help"]
    guard !names.contains(word) else { return nil }
    return Spelling.nearest(to: word, in: names).map { "did you mean '\($0)'?" }
      ?? "'holdfast --help' lists them"
  }
}

extension CommandConfiguration {
  /// The names that subcommands go by, in the order in which help lists them.
  fileprivate var commandNames: [String] {
    (groupedSubcommands.flatMap(\.subcommands) + ungroupedSubcommands).map { command in
      command.configuration.commandName ?? "\(command)".lowercased()
    }
  }

  /// The leading words that name a command, each behind a blank: " edit add".
  fileprivate func subcommands(in words: [String]) -> String {
    guard let word = words.first,
      let command = (groupedSubcommands.flatMap(\.subcommands) + ungroupedSubcommands).first(
        where: { ($0.configuration.commandName ?? "\($0)".lowercased()) == word })
    else { return "" }
    return " " + word + command.configuration.subcommands(in: Array(words.dropFirst()))
  }
}

/// Small edits without an editor.
struct EditGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Edits: set, add, remove, record, format, migrate.",
    discussion: "Each is written back in canonical form, with an entry of the history.",
    subcommands: [
      SetFields.self, Add.self, Remove.self, Record.self, Format.self, Migrate.self,
    ])
}
