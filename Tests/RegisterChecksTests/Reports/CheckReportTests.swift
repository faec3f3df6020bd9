import RegisterAnalysis
import RegisterChecks
import RegisterModel
import TestSupport
import Testing

@Suite("The report of all checks")
struct CheckReportTests {
  /// Says something of every risk, for the tests of the report itself.
  struct Remark: RegisterCheck {
    static let rule = Rule(
      "RSK-003", .warning, "A remark", [.init(framework: .iso27005, clause: "1")], .wrong)
    func findings(in register: CompiledRegister) -> [Finding] {
      register.register.risks.map {
        Finding(
          rule: "RSK-003", severity: .warning, entity: $0.id.text, field: "title",
          message: "a remark")
      }
    }
  }

  static let twoRisks = """
    <risk id="R-1" status="open"><title>It burns</title></risk>
    <risk id="R-2" status="open"><title>It floods</title></risk>
    """

  static func report(
    _ text: String = twoRisks, adding others: [Finding] = [],
    selection: CheckReport.Selection = .init()
  ) throws -> CheckReport {
    CheckReport(
      of: CompiledRegister(try Register(text, criteria: standardCriteria), today: today),
      adding: others, selection: selection, checks: [Remark.self, RiskWithoutOwner.self])
  }

  static func summary(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.rule) \($0.entity ?? "-")" }
  }

  @Test("Errors come first, then the order of the rules, then that of the register")
  func order() throws {
    let others = [
      Finding(rule: "STR-004", severity: .warning, message: "changed"),
      Finding(rule: "STR-005", severity: .error, message: "tampered with"),
    ]
    let report = try Self.report(adding: others)
    #expect(
      Self.summary(report.findings) == [
        "STR-005 -", "RSK-001 R-1", "RSK-001 R-2", "STR-004 -", "RSK-003 R-1", "RSK-003 R-2",
      ])
    #expect(report.count(of: .error) == 3)
    #expect(report.count(of: .warning) == 3)
    #expect(report.count(of: .info) == 0)
    #expect(report.omitted == 0)
  }

  @Test("An empty register without rules to break has an empty report")
  func empty() throws {
    let report = try Self.report("")
    #expect(report.findings.isEmpty && report.suppressed.isEmpty && report.suppressions.isEmpty)
  }

  @Test("Of a draft, only what is wrong is reported; the rest is counted")
  func draft() throws {
    let report = try Self.report(selection: .init(draft: true))
    #expect(Self.summary(report.findings) == ["RSK-003 R-1", "RSK-003 R-2"])
    #expect(report.omitted == 2)
  }

  @Test("Findings that weigh less than asked for are left out and counted")
  func leastSeverity() throws {
    let report = try Self.report(selection: .init(least: .error))
    #expect(Self.summary(report.findings) == ["RSK-001 R-1", "RSK-001 R-2"])
    #expect(report.omitted == 2)
  }

  @Test("Of one framework, only rules that it asks for are reported")
  func framework() throws {
    let report = try Self.report(selection: .init(framework: .csf))
    #expect(Self.summary(report.findings) == ["RSK-001 R-1", "RSK-001 R-2"])
    #expect(try Self.report(selection: .init(framework: .dora)).findings.isEmpty)
  }

  @Test("The same register gives the same report")
  func isDeterministic() throws {
    #expect(try Self.report().findings == Self.report().findings)
  }
}
