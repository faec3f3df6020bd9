import RegisterAnalysis
import RegisterChecks
import RegisterModel
import RegisterXML
import RiskScoring
import TestSupport
import Testing

@testable import RegisterReports

@Suite("Reports of registers")
struct RegisterReportTests {
  @Test("There are registers to report on")
  func thereAreRegisters() { #expect(RepositoryRegisters.names.count >= 2) }

  @Test(
    "The HTML report of every register of the repository is accessible and needs nothing else",
    arguments: RepositoryRegisters.names)
  func repository(_ name: String) throws {
    let register = try #require(try RepositoryRegisters.read(name))
    let compiled = CompiledRegister(register, today: today)
    let report = RegisterReport(
      of: compiled, since: compiled, checks: CheckReport(of: compiled))
    let html = report.html
    let page = try HTMLPage(html)
    expectAccessible(page)
    expectSelfContained(page, html)
    #expect(page.elements("article").count >= register.risks.count)
    #expect(html == report.html)
  }

  @Test(
    "Text and Markdown of every register tell the same risks", arguments: RepositoryRegisters.names)
  func faces(_ name: String) throws {
    let register = try #require(try RepositoryRegisters.read(name))
    let document = RegisterReport(of: CompiledRegister(register, today: today)).document()
    let text = TerminalFace(width: 100, hasColour: false).text(of: document)
    let markdown = MarkdownFace().text(of: document)
    for risk in register.risks {
      #expect(text.contains(risk.id.text))
      #expect(markdown.contains("<a id=\"risk-\(risk.id)\"></a>"))
    }
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 100 })
  }

  @Test("Generated registers, which say anything, have reports that can be read")
  func generated() throws {
    for seed in 1...25 as ClosedRange<UInt64> {
      let generated = RegisterGenerator(seed: seed).register()
      guard let register = RegisterReader.read(generated.canonicalText).register else {
        Issue.record("seed \(seed) gives no register")
        continue
      }
      let compiled = CompiledRegister(register, today: today)
      let report = RegisterReport(
        of: compiled, since: compiled, checks: CheckReport(of: compiled))
      expectAccessible(try HTMLPage(report.html))
    }
  }

  @Test("A register without anything has a report that says so")
  func empty() throws {
    let report = try report("", criteria: nil)
    expectAccessible(try HTMLPage(report.html))
    #expect(report.text(.summary).contains("There is no risk in the register yet."))
    #expect(report.text(.method).contains("The register has no criteria, so nothing can be rated."))
    #expect(report.document().sections.map(\.anchor.name) == ["summary", "findings", "method"])
  }

  @Test("Without criteria no risk has a rating, and each is listed as not assessed")
  func noCriteria() throws {
    let report = try report(risk("R-1"), criteria: nil)
    expectAccessible(try HTMLPage(report.html))
    #expect(report.text(.unassessed).contains("there are no criteria to rate it by"))
    #expect(report.text(.register).contains("No risk has a rating"))
  }

  @Test("Criteria without scales, with a matrix alone, or with nothing, have a report")
  func partialCriteria() throws {
    var matrixOnly = standardCriteria
    matrixOnly.likelihood = nil
    matrixOnly.impacts = []
    var scalesOnly = standardCriteria
    scalesOnly.matrix = nil
    scalesOnly.appetites = []
    for criteria in [matrixOnly, scalesOnly, Criteria()] {
      let report = try report(risk("R-1"), criteria: criteria)
      expectAccessible(try HTMLPage(report.html))
    }
  }

  @Test("A title of ten thousand characters, in one word or many, is shown whole")
  func hugeTitles() throws {
    let word = String(repeating: "a", count: 10_000)
    let words = String(repeating: "wörd ", count: 2_000).dropLast()
    let report = try report(
      risk("R-1", 4, 5, title: word) + risk("R-2", 1, 1, title: String(words)))
    let page = try HTMLPage(report.html)
    expectAccessible(page)
    #expect(page.elements("h4").contains { $0.wholeText.contains(word) })
    #expect(page.elements("h4").contains { $0.wholeText.contains(words) })
    #expect(page.elements("wbr").count > 1000)
    let text = TerminalFace(width: 80, hasColour: false).text(of: report.document())
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 80 })
  }

  @Test("What a register says can't become markup or turn the writing around")
  func hostile() throws {
    let title = "&lt;script&gt;alert(1)&lt;/script&gt; &amp; \u{202E}evil\u{9B}31m"
    let report = try report(risk("R-1", 4, 5, title: title))
    let html = report.html
    let page = try HTMLPage(html)
    expectSelfContained(page, html)
    #expect(page.elements("script").isEmpty)
    for text in [html, report.text(.risks), MarkdownFace().text(of: report.document())] {
      #expect(!text.contains("\u{202E}"))
      #expect(!text.unicodeScalars.contains("\u{9B}"))
    }
    #expect(report.text(.risks).contains("<script>alert(1)</script> & \u{FFFD}evil\u{FFFD}31m"))
  }

  @Test(
    "Parts that were not asked for are left out, and no link leads to them",
    arguments: ReportPart.allCases)
  func only(_ part: ReportPart) throws {
    let register = try #require(try RepositoryRegisters.read("st-brigid.xml"))
    let compiled = CompiledRegister(register, today: today)
    let report = RegisterReport(of: compiled, since: compiled, checks: CheckReport(of: compiled))
    let document = report.document([part])
    #expect(document.sections.map(\.anchor.name) == [part.rawValue])
    expectAccessible(try HTMLPage(HTMLFace().text(of: document)))
  }

  @Test("The head says what the report was made from")
  func facts() throws {
    var register = try Register(
      "", criteria: nil, attributes: ["marking": "TLP:RED", "lang": "de"])
    register.revision = Count(7)
    let hash = SHA256Digest(hexadecimal: String(repeating: "a", count: 64))!
    let document = RegisterReport(
      of: CompiledRegister(register, today: today),
      provenance: .init(hash: hash, program: "holdfast 9")
    ).document()
    #expect(document.marking == "TLP:RED")
    #expect(document.registerLanguage == "de")
    #expect(document.subtitle == "Risk report, revision 7, 2026-11-24")
    #expect(
      document.facts.map { "\($0.name): \($0.value.text)" } == [
        "Register: test", "Revision: 7", "Day of the report: 2026-11-24",
        "SHA-256 of the register: \(hash.hexadecimal)", "Made by: holdfast 9",
      ])
  }
}
