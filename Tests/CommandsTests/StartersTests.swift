import Commands
import Foundation
import RegisterAnalysis
import RegisterChecks
import RegisterModel
import RegisterXML
import RiskScoring
import Testing

@Suite("Starters")
struct StartersTests {
  static let names = Starter.all.map(\.name)

  private static func register(_ name: String) throws -> Register {
    try #require(Starter.named(name)).register()
  }

  /// What is wrong with what a register has, on no particular day; what it hasn't yet is left out.
  private static func mistakes(in register: Register) -> [Finding] {
    CheckReport(
      of: CompiledRegister(register, today: CalendarDate(year: 2026, month: 11, day: 24)!),
      selection: .init(draft: true)
    ).findings
  }

  /// The canonical text from the criteria's end on.
  private static func textAfterCriteria(_ name: String) throws -> Substring {
    let text = RegisterWriter.text(of: try register(name))
    return text[try #require(text.range(of: "</criteria>")).upperBound...]
  }

  @Test("Each file of registers/starters is part of the program, and nothing else is")
  func allAreEmbedded() throws {
    let folder = Executable.package.appending("registers").appending("starters")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(files == Self.names.map { $0 + ".xml" })
  }

  @Test(
    "A starter is read without a finding, and stands in its file in canonical form",
    arguments: names)
  func isClean(_ name: String) throws {
    let source = try #require(Starter.named(name)).source
    let read = try source.read()
    let register = try #require(read.register)
    #expect(read.findings.isEmpty)
    #expect(Self.mistakes(in: register) == [])
    #expect(try source.isCanonical(register))
    #expect(register.id.text == name)
  }

  @Test(
    "Beyond its criteria a starter states no amount, time, date or other figure", arguments: names)
  func statesNoFigure(_ name: String) throws {
    let text = try Self.textAfterCriteria(name)
    let figures = text.matches(of: /([A-Za-z]+)="(?:P[0-9T]|-?[0-9])[^"]*"/).map {
      String($0.output.1)
    }
    // How many of a group are enough, and the numbers of levels of activation.
    #expect(Set(figures).isSubset(of: ["atLeast", "level", "number"]))
    #expect(text.matches(of: />[^<]*[0-9][^<]*</).map { String($0.output) } == [])
  }

  @Test("A starter judges nothing and names nobody", arguments: names)
  func judgesNothing(_ name: String) throws {
    let register = try Self.register(name)
    #expect(
      register.risks.allSatisfy { $0.status == .draft && $0.scores.isEmpty && $0.estimates.isEmpty }
    )
    #expect(
      register.activities.allSatisfy { $0.impacts.isEmpty && $0.targets == nil && $0.losses == nil }
    )
    #expect(
      register.treatments.isEmpty && register.acceptances.isEmpty && register.indicators.isEmpty)
    #expect(register.parties.allSatisfy { $0.kind != .person && $0.contacts.isEmpty })
    #expect(register.approval == nil && register.period == nil && register.history.isEmpty)
  }

  @Test("A starter has enough of everything to strike from", arguments: names)
  func hasEnough(_ name: String) throws {
    let register = try Self.register(name)
    #expect((25...45).contains(register.hazards.count))
    #expect((10...16).contains(register.activities.count))
    #expect(register.assets.count >= 20)
    #expect(register.controls.count >= 12)
    #expect((15...30).contains(register.risks.count))
    #expect(register.services.count >= 4 && register.processes.count >= 4)
    let groups = Set(register.hazards.map(\.group))
    for group in Hazard.Group.allCases where group != .other {
      #expect(groups.contains(group), "no hazard of the group \(group.rawValue)")
    }
    let kinds = Set(register.assets.map(\.kind))
    for kind: Asset.Nature in [
      .people, .premises, .equipment, .ict, .data, .transport, .finance, .supplier,
    ] {
      #expect(kinds.contains(kind), "no asset of the kind \(kind.rawValue)")
    }
  }

  @Test("Each draft risk says why, what and so what, and what it hits", arguments: names)
  func risksAreWhole(_ name: String) throws {
    for risk in try Self.register(name).risks {
      #expect(risk.owner != nil && risk.category != nil && !risk.hazards.isEmpty, "\(risk.id)")
      #expect(risk.cause != nil && risk.event != nil && risk.consequence != nil, "\(risk.id)")
      #expect(!risk.hits.isEmpty, "\(risk.id)")
    }
  }

  @Test(
    "Protocols cover every required scenario, and all that a risk activates is there",
    arguments: names)
  func scenariosAreCovered(_ name: String) throws {
    let register = try Self.register(name)
    let covered = Set(register.protocols.flatMap { $0.scenarios.map(\.ref) })
    #expect(Set(try #require(register.criteria).scenarios.map(\.id)) == covered)
    for plan in register.protocols {
      #expect(!plan.triggers.isEmpty && !plan.levels.isEmpty && plan.standDown != nil, "\(plan.id)")
      #expect(plan.levels.allSatisfy { $0.authorities.count >= 3 }, "\(plan.id)")
    }
  }

  @Test("Scales, matrix and appetite are those of the standard set", arguments: names)
  func criteriaAreStandard(_ name: String) throws {
    let register = try Self.register(name)
    let standard = BuiltInCriteria.standard.criteria(in: register.currency)
    let criteria = try #require(register.criteria)
    #expect(criteria.set == standard.set)
    #expect(criteria.likelihood?.levels.map(\.from) == standard.likelihood?.levels.map(\.from))
    #expect(criteria.matrix?.rows.map(\.ratings) == standard.matrix?.rows.map(\.ratings))
    #expect(criteria.appetites.map(\.rating) == standard.appetites.map(\.rating))
    #expect(criteria.bands == standard.bands)
  }

  @Test(
    "A register begun from a starter has its own name and currency, and reads", arguments: names)
  func begins(_ name: String) throws {
    let read = try Executable.withFolder { folder in
      let outcome = try Executable.run(
        shell: "holdfast new r.xml --from \(name) --title Ours --id ours --currency SEK --lang sv",
        in: folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 2)
      return try RegisterSource(path: folder.appending("r.xml").path).read()
    }
    let register = try #require(read.register)
    #expect(register.id.text == "ours" && register.title.text == "Ours")
    #expect(register.currency.code == "SEK" && register.language.tag == "sv")
    let money = register.criteria?.impacts.first { $0.category.text == "money" }
    #expect(money?.unit?.text == "SEK")
    #expect(Self.mistakes(in: register) == [])
  }
}
