import RegisterChecks
import RegisterModel
import RegisterXML

/// The report of all checks for people: the findings in groups, one a rule, what is suppressed, and how
/// many there are.
struct CheckText {
  private let placed: PlacedReport
  private let register: Register
  /// The most findings of one rule that are shown; nil: all.
  private let limit: Int?
  private let printer: FindingPrinter

  private var report: CheckReport { placed.report }

  init(_ placed: PlacedReport, _ register: Register, limit: Int?, terminal: Terminal) {
    self.placed = placed
    self.register = register
    self.limit = limit
    printer = FindingPrinter(terminal: terminal)
  }

  var text: String {
    (placed.groups.map(text(of:)) + [suppressions, closing].compactMap(\.self))
      .joined(separator: "\n\n")
  }

  // MARK: Findings

  private func text(of group: Range<Int>) -> String {
    let rule = report.findings[group.lowerBound].rule
    let isOfFile = RuleCatalogue.rule(rule).map { $0.family == .file || $0.family == .structure }
    var lines: [String] = []
    let shown = group.prefix(limit ?? group.count)
    for place in shown {
      let (finding, location) = (report.findings[place], placed.places[place])
      // What the text of the file has wrong is shown in the text; the rest is about what it means.
      if isOfFile == true, location != nil {
        lines.append(printer.excerpt(of: finding, at: location, in: placed.file))
        continue
      }
      lines.append(printer.line(for: finding, at: location, in: placed.file))
      let next = place + 1 < shown.endIndex ? report.findings[place + 1].hint : nil
      if let hint = finding.hint, hint != next { lines.append("  \(hint)") }
    }
    if shown.count < group.count {
      lines.append("  … and \(group.count - shown.count) more of \(rule); --all shows them")
    }
    return lines.joined(separator: "\n")
  }

  // MARK: Suppressions

  /// The suppressions that keep something back: who, why and until when.
  private var suppressions: String? {
    // With a selection only those that keep back something that was selected.
    let used = Set(report.suppressed.map(\.suppression.id))
    let lines = report.suppressions.filter {
      $0.state == .holds && used.contains($0.suppression.id)
    }.map { use in
      let suppression = use.suppression
      let subject = suppression.ref.map { " on \($0)" } ?? ""
      let by = suppression.by.map { ", by \(name(of: $0))" } ?? ""
      let until = suppression.until.map { ", until \($0.writtenText)" } ?? ""
      return "  \(suppression.rule)\(subject)\(until)\(by): \(suppression.because?.line ?? "")"
    }
    return lines.isEmpty ? nil : (["suppressed:"] + lines).joined(separator: "\n")
  }

  private func name(of party: Identifier<Party>) -> String {
    register.parties.first { $0.id == party }?.name.text ?? party.text
  }

  // MARK: The end

  private var closing: String {
    var lines = [summary]
    if let framework = report.selection.framework {
      let asked = RuleCatalogue.rules.count { $0.isReferred(to: framework) }
      lines.append(
        "\(asked) of \(RuleCatalogue.rules.count) rules were asked: those that \(framework.name) refers to. "
          + framework.caveat)
    }
    if let advice { lines.append(advice) }
    return lines.joined(separator: "\n")
  }

  /// "12 errors, 34 warnings, 5 notes; 2 suppressed".
  private var summary: String {
    var parts: [String] = []
    if report.findings.isEmpty {
      parts.append("\(register.title): nothing found\(register.inventory)")
    } else {
      parts.append(printer.summary(of: report.findings))
    }
    if !report.suppressed.isEmpty { parts.append("\(report.suppressed.count) suppressed") }
    if report.omitted > 0 {
      parts.append("\(report.omitted) left out by \(selected.joined(separator: " "))")
    }
    return parts.joined(separator: "; ")
  }

  /// The options that leave findings out.
  private var selected: [String] {
    [
      report.selection.draft ? "--draft" : nil,
      report.selection.least > .info ? "--severity \(report.selection.least.rawValue)" : nil,
      report.selection.framework.map { "--framework \($0.rawValue)" },
    ].compactMap(\.self)
  }

  /// What helps with a register half done: where most findings are about what isn't there yet.
  private var advice: String? {
    let missing = report.findings.count { $0.nature == .missing }
    guard missing >= 10 || missing == report.findings.count, missing > 0,
      missing * 2 >= report.findings.count
    else { return nil }
    let file = placed.file == "-" ? "" : " \(placed.file)"
    let part = missing == report.findings.count ? "All of this is" : "\(missing) of them are"
    return
      "\(part) about what isn't there yet: 'holdfast checklist\(file)' says what to fill in first, "
      + "'holdfast check --draft\(file)' leaves it out"
  }
}

extension Register {
  /// "; 34 risks, 18 activities, 36 assets": what there is most of to look at.
  var inventory: String {
    let counts = [
      (risks.count, "risk", "risks"), (activities.count, "activity", "activities"),
      (assets.count, "asset", "assets"), (controls.count, "control", "controls"),
      (protocols.count, "protocol", "protocols"),
    ]
    let present = counts.filter { $0.0 > 0 }
    guard !present.isEmpty else { return "; it has no records yet" }
    return "; "
      + present.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }.joined(separator: ", ")
  }
}
