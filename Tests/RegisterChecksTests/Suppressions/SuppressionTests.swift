import RegisterAnalysis
import RegisterChecks
import RegisterModel
import TestSupport
import Testing

@Suite("Suppressions")
struct SuppressionTests {
  static func report(
    _ suppressions: String, adding others: [Finding] = [], risks: Int = 2,
    selection: CheckReport.Selection = .init()
  ) throws -> CheckReport {
    let risks = (1...risks).map {
      "<risk id=\"R-\($0)\" status=\"open\"><title>It burns</title></risk>"
    }
    let register = try Register(
      risks.joined() + "<party id=\"p-1\" name=\"Ann\"/>" + suppressions,
      criteria: standardCriteria)
    return CheckReport(
      of: CompiledRegister(register, today: today), adding: others, selection: selection,
      checks: [RiskWithoutOwner.self])
  }

  static func summary(_ report: CheckReport) -> [String] {
    report.findings.map { "\($0.rule) \($0.entity ?? "-")" }
  }

  @Test(
    "A finding is kept back while its suppression holds, and listed with who, why and until when")
  func holds() throws {
    let report = try Self.report(
      """
      <suppression id="X-1" rule="RSK-001" ref="R-1" by="p-1" until="2026-11-24">
        <because><p>The owner is on leave</p></because>
      </suppression>
      """)
    #expect(Self.summary(report) == ["RSK-001 R-2"])
    let suppressed = try #require(report.suppressed.first)
    #expect(suppressed.finding.entity == "R-1")
    #expect(suppressed.suppression.because?.line == "The owner is on leave")
    #expect(suppressed.suppression.by?.text == "p-1")
    #expect(suppressed.suppression.until == today)
    #expect(report.suppressions.map(\.state) == [.holds])
    #expect(report.suppressions.map(\.matches) == [1])
  }

  @Test("Without a record it holds for every one; the one that names the record is given")
  func everyRecord() throws {
    let report = try Self.report(
      """
      <suppression id="X-1" rule="RSK-001" until="2027-01-01"><because><p>All</p></because></suppression>
      <suppression id="X-2" rule="RSK-001" ref="R-2" until="2027-01-01">
        <because><p>Two</p></because>
      </suppression>
      """)
    #expect(Self.summary(report) == [])
    #expect(report.suppressed.map(\.suppression.id.text) == ["X-1", "X-2"])
    #expect(report.suppressions.map(\.matches) == [2, 1])
  }

  @Test("The day after its last day its findings are back, and it is named")
  func expired() throws {
    let report = try Self.report(
      """
      <suppression id="X-1" rule="RSK-001" until="2026-11-23"><because><p>Later</p></because></suppression>
      """)
    #expect(Self.summary(report) == ["RSK-001 R-1", "RSK-001 R-2", "SUP-002 X-1"])
    #expect(report.findings.last?.field == "until")
    #expect(report.suppressed.isEmpty)
    #expect(report.suppressions.map(\.state) == [.expired])
  }

  @Test(
    "Without a reason or a last day it holds nothing back",
    arguments: [
      (#"<suppression id="X-1" rule="RSK-001" ref="R-1" until="2027-01-01"/>"#, "because"),
      (#"<suppression id="X-1" rule="RSK-001" ref="R-1"/>"#, "because"),
      (
        """
        <suppression id="X-1" rule="RSK-001" ref="R-1"><because><p>Why</p></because></suppression>
        """, "until"
      ),
    ])
  func incomplete(text: String, field: String) throws {
    let report = try Self.report(text)
    #expect(Self.summary(report) == ["RSK-001 R-1", "RSK-001 R-2", "SUP-001 X-1"])
    #expect(report.findings.last?.field == field)
  }

  @Test("One that keeps nothing back, in force or run out, can be removed")
  func idle() throws {
    let report = try Self.report(
      """
      <suppression id="X-1" rule="RSK-002" until="2027-01-01"><because><p>A</p></because></suppression>
      <suppression id="X-2" rule="RSK-001" ref="p-1" until="2026-01-01"><because><p>B</p></because></suppression>
      """.replacing("RSK-002", with: "STR-004"))
    #expect(Self.summary(report).suffix(2) == ["SUP-003 X-1", "SUP-003 X-2"])
  }

  @Test("What is left out by the selection is still matched")
  func selection() throws {
    let suppression = """
      <suppression id="X-1" rule="RSK-001" until="2027-01-01"><because><p>A</p></because></suppression>
      """
    let report = try Self.report(suppression, selection: .init(draft: true))
    #expect(Self.summary(report) == [])
    #expect(report.suppressed.isEmpty)
    #expect(report.suppressions.map(\.matches) == [2])
  }

  @Test("A history that was tampered with is reported whatever the register says")
  func integrity() throws {
    let tampered = Finding(rule: "STR-005", severity: .error, message: "tampered with")
    let report = try Self.report(
      """
      <suppression id="X-1" rule="STR-005" until="2027-01-01"><because><p>A</p></because></suppression>
      """, adding: [tampered])
    #expect(Self.summary(report).first == "STR-005 -")
    #expect(Self.summary(report).last == "SUP-004 X-1")
    #expect(report.suppressions.map(\.state) == [.impossible])
  }

  @Test("A rule that doesn't exist is pointed out, with the nearest that does")
  func unknownRule() throws {
    let report = try Self.report(
      """
      <suppression id="X-1" rule="RSK-01" until="2027-01-01"><because><p>A</p></because></suppression>
      """)
    let finding = try #require(report.findings.last)
    #expect(finding.rule == "SUP-004" && finding.message == "there is no rule 'RSK-01'")
    #expect(finding.hint == "did you mean 'RSK-001'?")
  }

  @Test(
    "What a later version may know as a rule is left alone; what can be none is not",
    arguments: [("WKS-003", 0), ("RSK-999", 1), ("PRT-5", 1), ("prt-005", 1), ("PRT005", 1)])
  func laterVersion(rule: String, count: Int) throws {
    let report = try Self.report(
      """
      <suppression id="X-1" rule="\(rule)" until="2027-01-01"><because><p>A</p></because></suppression>
      """, risks: 1)
    #expect(report.findings.count { $0.rule == "SUP-004" } == count)
    #expect(report.suppressions.map(\.state) == [count == 0 ? .unknown : .impossible])
  }
}
