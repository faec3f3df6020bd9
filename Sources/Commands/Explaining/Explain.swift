import ArgumentParser
import RegisterAnalysis
import RegisterModel

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say why a number is what it is.",
    discussion: """
      Takes a risk, control, treatment, acceptance, indicator, activity, asset or crew apart: every number \
      that is derived for it, by which rule, from what, and who stated that, when and why. 'criteria' \
      explains the matrix. Of anything else it says where it is used.

        holdfast explain hospital.xml R-014
        holdfast explain hospital.xml A-triage
        holdfast explain hospital.xml criteria --json
      """)

  @OptionGroup var input: RegisterInput
  @Argument(help: "The identifier of what to explain, or 'criteria'.") var entity: String
  @Option(help: "The day that counts as today, such as 2026-11-24.") var today: CalendarDate?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let register = CompiledRegister(
      try input.load(), today: today ?? Surroundings.today(), zones: TimeZoneFiles.rules)
    let explainer = Explainer(register)
    guard let explanation = explainer.explanation(of: entity) else {
      throw CommandFailure(
        "\(input.file) has no '\(entity)'"
          + (explainer.suggestion(for: entity).map { "; \($0)" } ?? ""))
    }
    if json {
      try printJSON(ExplanationJSON(explanation))
    } else {
      print(ExplanationText(explanation, terminal: .output).text)
    }
  }
}
