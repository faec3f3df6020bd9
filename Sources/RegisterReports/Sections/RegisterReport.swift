public import RegisterAnalysis
public import RegisterChecks
public import RegisterModel

/// The report of a register: what it says about its risks on a day, for who decides, who answers for a
/// risk, and who audits.
///
/// ```swift
/// let report = RegisterReport(of: compiled, checks: CheckReport(of: compiled))
/// HTMLFace().write(report.document(), to: file)
/// ```
public struct RegisterReport: Sendable {
  /// What is not in the register and stands in the report's head all the same.
  public struct Provenance: Hashable, Sendable {
    /// The hash of the register's canonical form.
    public var hash: SHA256Digest?
    /// The program and its version, such as `holdfast 1.0`.
    public var program: String?

    public init(hash: SHA256Digest? = nil, program: String? = nil) {
      self.hash = hash
      self.program = program
    }
  }

  private let context: ReportContext

  /// - Parameters:
  ///   - earlier: The register at an earlier time, compiled for the same day.
  ///   - checks: What the checks found; nil: they were not run.
  /// - Complexity: O(*n* log *n*) in the number of records.
  public init(
    of register: CompiledRegister, since earlier: CompiledRegister? = nil,
    checks: CheckReport? = nil, provenance: Provenance = Provenance()
  ) {
    context = ReportContext(
      register, earlier: earlier, checks: checks, provenance: provenance)
  }

  /// The report as a document. Cards and long tables are made as they are rendered.
  ///
  /// - Parameter parts: Those wanted, in any order; what there is nothing to say about is left out.
  public func document(_ parts: Set<ReportPart> = Set(ReportPart.allCases)) -> ReportDocument {
    let context = context.showing(parts)
    let register = context.register
    return ReportDocument(
      title: register.title.text, subtitle: context.subtitle, language: "en",
      registerLanguage: register.language.tag, marking: register.marking?.rawValue,
      facts: context.facts, ratings: context.ratingColours,
      sections: context.shownParts.map { part in
        .init(
          part.anchor, part.title, startsPage: part.startsPage, context.blocks(of: part))
      })
  }
}

extension ReportContext {
  fileprivate func blocks(of part: ReportPart) -> [Block] {
    switch part {
    case .summary: SummarySection(self).blocks
    case .map: MapSection(self).blocks
    case .register: RankingSection(self).blocks
    case .movement: MovementSection(self).blocks
    case .treatments: TreatmentsSection(self).blocks
    case .acceptances: AcceptancesSection(self).blocks
    case .indicators: IndicatorsSection(self).blocks
    case .impact: ImpactSection(self).blocks
    case .gaps: GapsSection(self).blocks
    case .dependencies: DependenciesSection(self).blocks
    case .points: PointsSection(self).blocks
    case .recovery: RecoverySection(self).blocks
    case .people: PeopleSection(self).blocks
    case .timeChecks: TimeChecksSection(self).blocks
    case .exercises: ExercisesSection(self).blocks
    case .incidents: IncidentsSection(self).blocks
    case .activities: ActivitiesSection(self).blocks
    case .protocols: ProtocolsSection(self).blocks
    case .findings: FindingsSection(self).blocks
    case .unassessed: UnassessedSection(self).blocks
    case .risks: RisksSection(self).blocks
    case .method: MethodSection(self).blocks
    }
  }

  fileprivate var subtitle: String {
    "Risk report"
      + (register.revision.map { ", revision \($0.value)" } ?? "")
      + ", \(DateText.day(compiled.today))"
  }

  fileprivate var facts: [ReportDocument.Fact] {
    var facts: [ReportDocument.Fact] = [.init("Register", .code(register.id.text))]
    if let revision = register.revision {
      facts.append(.init("Revision", .text("\(revision.value)")))
    }
    if let owner = register.owner { facts.append(.init("Owner", .said(words.name(of: owner)))) }
    if let approval = register.approval, let by = approval.by {
      let day = approval.on.map { ", \(DateText.day($0))" } ?? ""
      facts.append(.init("Approved by", .said(words.name(of: by) + day)))
    }
    if let period = register.period {
      let days = [period.from, period.to].map { $0.map(DateText.day) ?? "…" }
      facts.append(.init("Period", .text(days.joined(separator: " to "))))
    }
    if register.extent == .subset { facts.append(.init("Extent", "a part of the register")) }
    facts.append(.init("Day of the report", .text(DateText.day(compiled.today))))
    if let hash = provenance.hash {
      facts.append(.init("SHA-256 of the register", .code(hash.hexadecimal)))
    }
    if let program = provenance.program { facts.append(.init("Made by", .text(program))) }
    return facts
  }
}
