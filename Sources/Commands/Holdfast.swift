public import ArgumentParser
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
    subcommands: [Measure.self],
    groupedSubcommands: [
      CommandGroup(
        name: "Work with a register",
        subcommands: [New.self, Check.self, Assess.self, Diff.self, Merge.self]),
      CommandGroup(
        name: "Change it",
        subcommands: [
          EditGroup.self, SetFields.self, Add.self, Remove.self, Record.self, Format.self,
        ]),
      CommandGroup(name: "For editors and other programs", subcommands: [Schema.self]),
    ])

  public init() {}

  /// Runs the program with the arguments of the process; never returns.
  ///
  /// A file that can't be read or a record that is not there ends it with 2, wrong usage with 64.
  public static func start() -> Never {
    do {
      var command = try parseAsRoot()
      try command.run()
      exit()
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

/// Small edits without an editor.
struct EditGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Small edits: set, add, remove, record, format.",
    discussion: "Each is written back in canonical form, with an entry of the history.",
    subcommands: [SetFields.self, Add.self, Remove.self, Record.self, Format.self])
}
