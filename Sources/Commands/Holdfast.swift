public import ArgumentParser

/// The program: what it can do, in the order in which a planner meets it.
public struct Holdfast: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "holdfast", abstract: "Risk registers and business impact.",
    version: holdfastVersion, subcommands: [Time.self, Schema.self])
  public init() {}
}
