import Foundation
import RegisterAnalysis
import RegisterChecks
import RegisterModel
import RegisterXML
import RiskScoring
import TestSupport

@testable import RegisterReports

/// The day that tests call today.
let today = CalendarDate(text: "2026-11-24")!

/// Criteria of the built-in standard set in euro.
let standardCriteria = BuiltInCriteria.standard.criteria(in: Currency("EUR")!)

/// A report of a register written into a test.
func report(
  _ text: String, criteria: Criteria? = standardCriteria,
  attributes: KeyValuePairs<String, String> = [:], since earlier: String? = nil
) throws -> RegisterReport {
  let register = try Register(text, criteria: criteria, attributes: attributes)
  let old = try earlier.map {
    CompiledRegister(try Register($0, criteria: criteria), today: today)
  }
  let compiled = CompiledRegister(register, today: today)
  // One rule, so that new rules change nothing here.
  let checks = CheckReport(of: compiled, checks: [RiskWithoutOwner.self])
  return RegisterReport(of: compiled, since: old, checks: checks)
}

/// A risk with a current score: `risk("R-1", 4, 5)`.
func risk(
  _ id: String, _ likelihood: Int? = nil, _ impact: Int? = nil, title: String = "It floods",
  status: String = "open", more: String = ""
) -> String {
  let level = likelihood.map { " likelihood=\"\($0)\"" } ?? ""
  let score =
    impact.map {
      "<score stage=\"current\"\(level)><impact category=\"money\" level=\"\($0)\"/></score>"
    } ?? ""
  return """
    <risk id="\(id)" status="\(status)"><title>\(title)</title>\(more)\(score)</risk>
    """
}

extension RegisterReport {
  /// A part as text, its lines joined.
  func text(_ parts: ReportPart...) -> String {
    let text = TerminalFace(width: 120, hasColour: false).text(of: document(Set(parts)))
    return text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
      .replacing("\u{A0}", with: " ")
  }

  var html: String { HTMLFace().text(of: document()) }
}

/// The registers of the repository.
enum RepositoryRegisters {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "registers")

  static let names: [String] = ["", "starters/"].flatMap { folder in
    ((try? FileManager.default.contentsOfDirectory(
      atPath: Self.folder.appending(path: folder).path)) ?? [])
      .filter { $0.hasSuffix(".xml") }.sorted().map { folder + $0 }
  }

  static func read(_ name: String) throws -> Register? {
    let bytes = try Data(contentsOf: folder.appending(path: name))
    return RegisterReader.read(Array(bytes)).register
  }
}
