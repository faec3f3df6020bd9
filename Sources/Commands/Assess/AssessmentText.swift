import RegisterAnalysis
import RegisterModel
import RiskScoring

/// An assessment for people at a screen of 80 columns or more; it says all without colour.
struct AssessmentText {
  let report: AssessmentReport
  /// How many entries of a list are shown; nil: all.
  let limit: Int?
  let terminal: Terminal
  /// The columns that are used: lines that are too long are hard to read.
  let width: Int

  init(_ report: AssessmentReport, limit: Int?, terminal: Terminal) {
    self.report = report
    self.limit = limit
    self.terminal = terminal
    width = min(max(terminal.width, 72), 120)
  }

  var words: RegisterWords { report.words }

  /// All of it, each line ended.
  var text: String {
    var text = header
    for lack in report.lacks {
      text += "\n" + paragraph(lack)
    }
    guard !report.register.risks.isEmpty else { return text }
    text += ranking + notAssessed + closed
    guard !report.assessment.rules.matrix.isEmpty else { return text }
    return text + heatMap + counts + footnotes
  }

  private var header: String {
    let register = report.register
    let (ranked, unrated) = (report.order.count, report.order.notAssessed.count)
    let closed = report.order.closed.count
    var parts = ["stage: \(words.phrase(for: report.stage))"]
    if let revision = register.revision { parts.insert("revision \(revision.value)", at: 0) }
    if !register.risks.isEmpty {
      parts.append(
        "\(AmountText.grouped("\(register.risks.count)")) \(register.risks.count == 1 ? "risk" : "risks"): \(ranked) ranked, "
          + "\(unrated) not assessed, \(closed) closed")
    }
    return flow(words(in: register.title.text), by: " ", .bold)
      + flow(parts, by: " · ")
  }

  // MARK: Lists

  private var ranking: String {
    let shown = report.order.prefix(limit ?? .max)
    guard !report.order.isEmpty else { return "" }
    let layout = RankingLayout(of: shown, words: words, width: width)
    var text = "\n" + terminal.styled(layout.heading, .bold) + "\n"
    var current = report.order.first
    for position in shown.indices {
      guard let ranked = current else { break }
      let next = position + 1 < report.order.count ? report.order[position + 1] : nil
      text += entry(ranked, above: next, layout)
      current = next
    }
    return text + more(than: shown.count, of: report.order.count, "ranked risk")
  }

  private func entry(_ ranked: RankedRisk, above next: RankedRisk?, _ layout: RankingLayout)
    -> String
  {
    let risk = report.assessment.risks[ranked.index]
    let score = ranked.score
    var rating = ""
    if let level = score.rating {
      rating = terminal.filled(
        words.name(of: level).shortened(to: layout.rating).padded(to: layout.rating),
        words.colour(of: level))
    }
    let standing = words.phrase(for: score.standing)
    let line = [
      "\(ranked.place)".rightAligned(to: layout.place),
      ranked.id.text.padded(to: layout.id),
      terminal.styled(
        risk.title.text.shortened(to: layout.title).padded(to: layout.title), .bold),
      rating,
      score.standing.state == .exceedsTolerance ? terminal.styled(standing, .red) : standing,
    ].joined(separator: "  ")
    var details = [words.levels(of: score), loss(of: score), risk.status.rawValue]
    if risk.owner != nil { details.append(words.name(of: risk.owner)) }
    let reason = report.reasons.sentence(for: ranked, above: next)
    return line + "\n" + flow(details, by: " · ", indent: layout.indent)
      + flow(words(in: reason), by: " ", indent: layout.indent, .dim)
  }

  /// "expected loss 42 k (10 k – 100 k) EUR/year", with the category where the impact is of another.
  private func loss(of score: RiskScore) -> String {
    guard let exposure = score.exposure else { return "expected loss not known" }
    let amount = AmountText.yearly(exposure, in: report.register.currency.code)
    guard let category = score.exposureCategory, category != score.impactCategory else {
      return "expected loss \(amount)"
    }
    return "expected loss \(amount), from \(words.name(of: category))"
  }

  private var notAssessed: String {
    list(report.order.notAssessed, heading: "Not assessed", noun: "risk that is not assessed") {
      words.missing(in: report.assessment.scores[$0])
    } + (report.scoringHint.map { "  To judge one:\n    \($0)\n" } ?? "")
  }

  private var closed: String {
    list(report.order.closed, heading: "Closed", noun: "closed risk") { _ in nil }
  }

  /// Risks that are not ranked, a line each: identifier, title, and something about it.
  private func list(
    _ indices: [Int], heading: String, noun: String, about: (Int) -> String?
  ) -> String {
    guard !indices.isEmpty else { return "" }
    let risks = report.assessment.risks
    let shown = indices.prefix(limit ?? .max)
    let idWidth = shown.lazy.map { risks[$0].id.text.utf8.count }.max() ?? 0
    let notes = shown.map(about)
    let noteWidth = notes.lazy.compactMap { $0?.count }.max() ?? 0
    let room = width - idWidth - 4
    let titleWidth = max(noteWidth == 0 ? room : room - noteWidth - 2, 24)
    var text = "\n" + terminal.styled("\(heading): \(indices.count)", .bold) + "\n"
    for (index, note) in zip(shown, notes) {
      let title = risks[index].title.text.shortened(to: titleWidth)
      text += "  \(risks[index].id.text.padded(to: idWidth))  "
      text += note.map { "\(title.padded(to: titleWidth))  \($0)" } ?? title
      text += "\n"
    }
    return text + more(than: shown.count, of: indices.count, noun)
  }

  /// The line that says how many are not shown.
  func more(than shown: Int, of count: Int, _ noun: String) -> String {
    guard count > shown else { return "" }
    let nouns = count - shown == 1 ? noun : noun.pluralised
    return "  … and \(AmountText.grouped("\(count - shown)")) more \(nouns); --all shows all\n"
  }

  // MARK: Lines

  /// A sentence over as many lines as it takes; a command in single quotes stays in one piece.
  func paragraph(_ sentence: String) -> String {
    var parts: [String] = []
    for (index, piece) in sentence.split(separator: "'", omittingEmptySubsequences: false)
      .enumerated()
    {
      if index % 2 == 1 {
        parts.append("'\(piece)'")
      } else if index > 0, let mark = piece.first, mark != " " {
        parts[parts.count - 1].append(mark)
        parts += words(in: String(piece.dropFirst()))
      } else {
        parts += words(in: String(piece))
      }
    }
    return flow(parts, by: " ")
  }

  func words(in sentence: String) -> [String] {
    sentence.split(separator: " ").map(String.init)
  }

  /// Parts one behind the other, broken between parts where the width is used up.
  func flow(
    _ parts: [String], by separator: String, indent: Int = 0, _ style: Terminal.Style? = nil
  ) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var (line, used) = ("", 0)
    for part in parts {
      let length = part.count
      if used > 0, indent + used + separator.count + length > width {
        lines.append(line)
        (line, used) = (part, length)
      } else {
        line += used > 0 ? separator + part : part
        used += length + (used > 0 ? separator.count : 0)
      }
    }
    lines.append(line)
    return lines.map { line in
      margin + (style.map { terminal.styled(line, $0) } ?? line) + "\n"
    }.joined()
  }
}

extension String {
  /// "closed risk" → "closed risks", "risk that is not assessed" → "risks that are not assessed".
  fileprivate var pluralised: String {
    hasPrefix("risk that is") ? "risks that are" + dropFirst(12) : self + "s"
  }
}

/// The columns of the ranking.
private struct RankingLayout {
  let place: Int
  let id: Int
  let title: Int
  let rating: Int
  /// Where the lines under a risk start.
  let indent: Int
  let heading: String

  init(of shown: PriorityOrder.SubSequence, words: RegisterWords, width: Int) {
    place = max("\(shown.count)".utf8.count, 2)
    id = max(shown.lazy.map { $0.id.text.utf8.count }.max() ?? 0, 4)
    let ratings = words.rules.matrix.ratings
    rating = min(max(ratings.lazy.map { $0.name.text.count }.max() ?? 0, 9), 16)
    title = max(width - place - id - rating - 18 - 8, 20)
    indent = min(place + id + 4, 16)
    heading = [
      "#".rightAligned(to: place), "Risk".padded(to: id), "".padded(to: title),
      "Rating".padded(to: rating), "Appetite",
    ].joined(separator: "  ")
  }
}
