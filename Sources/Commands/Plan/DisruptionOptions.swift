import ArgumentParser
import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// What fails, when and for how long: the same for everything that plays a disruption.
struct DisruptionOptions: ParsableArguments {
  @Option(help: "An asset or activity that fails; may be given again.") var fail: [String] = []
  @Option(help: "A site: it and all that stands on it fails; may be given again.")
  var site: [String] = []
  @Option(help: "A supplier: all that it supplies fails; may be given again.")
  var supplier: [String] = []
  @Option(help: "A risk: what it hits fails.") var risk: String?
  @Option(
    help:
      "When, such as \"2026-12-04 18:00\", by the clocks of the register's time zone; now where left out."
  )
  var at: String?
  @Option(
    name: .customLong("for"),
    help: "How long until what failed is restored, such as 12h, 3d or PT36H.")
  var length: SpokenTime?
  @Option(help: "The day that counts as today; the machine's where left out.")
  var today: CalendarDate?

  /// Whether it is said that anything fails.
  var isPlayed: Bool { !fail.isEmpty || !site.isEmpty || !supplier.isEmpty || risk != nil }

  /// The register, compiled for the day that counts as today.
  func compiled(_ register: Register) -> CompiledRegister {
    CompiledRegister(register, today: today ?? Surroundings.today(), zones: TimeZoneFiles.rules)
  }

  /// When it begins: as said, at the beginning of the day that counts as today, or now.
  func start(in impact: RegisterImpact) throws -> Moment {
    if let at { return try SpokenMoment.moment(at, in: impact.calendars.zone) }
    return today.flatMap { (impact.calendars.zone ?? .utc).moment(of: LocalTime(startOf: $0)) }
      ?? Surroundings.now()
  }

  /// What fails.
  ///
  /// - Parameter quantile: How much of a risk's distribution of outages is no longer than the one that is played.
  /// - Throws: ``CommandFailure`` naming everything that the register doesn't have.
  func scenario(in register: CompiledRegister, file: String, quantile: Double = 0.5) throws
    -> DisruptionScenario
  {
    try DisruptionScenario(
      in: register, file: file, nodes: fail, sites: site, suppliers: supplier, risk: risk,
      length: length?.time, quantile: quantile)
  }
}
