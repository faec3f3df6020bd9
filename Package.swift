// swift-tools-version: 6.2
import PackageDescription

#if canImport(Glibc)
  import Glibc
#endif

/// Only the pure targets and their tests: `make test-core` sets this, so that the domain is
/// built and tested in seconds, without a C library.
let coreOnly = getenv("HOLDFAST_CORE") != nil

let package = Package(
  name: "holdfast",
  products: [
    .library(
      name: "Holdfast",
      targets: [
        "RegisterModel", "RiskScoring", "ImpactAnalysis", "ResponsePlanning", "RegisterAnalysis",
        "RegisterChecks",
      ])
  ],
  targets: [
    // Values of the domain: the register, its written form, edits, diff and merge. Knows no file format.
    .target(name: "RegisterModel"),
    // Distributions and special functions, in plain arithmetic. Knows no register.
    .target(name: "Probability"),
    // Ratings, stages, appetite state, priority order, heat map: pure functions of a register.
    .target(name: "RiskScoring", dependencies: ["Probability", "RegisterModel"]),

    // Business impact: tolerable disruption, requirements and capability over the dependency graph,
    // single points of failure, loss curves, recovery schedule, what if.
    .target(
      name: "ImpactAnalysis", dependencies: ["Probability", "RegisterModel", "RiskScoring"]),
    // Activation protocols and incidents: triggers, call tree, time check, dry run, activation record,
    // incident metrics, alerts.
    .target(
      name: "ResponsePlanning",
      dependencies: ["ImpactAnalysis", "Probability", "RegisterModel", "RiskScoring"]),
    // One compiled context that ties the analyses together, and explanations of what they give.
    .target(
      name: "RegisterAnalysis",
      dependencies: ["ImpactAnalysis", "RegisterModel", "ResponsePlanning", "RiskScoring"]),
    // The linter: one rule a file, suppressions, references to frameworks.
    .target(
      name: "RegisterChecks",
      dependencies: [
        "ImpactAnalysis", "RegisterAnalysis", "RegisterModel", "ResponsePlanning", "RiskScoring",
      ]),

    // Generators of registers and edits, shared by all tests and by the benchmark.
    .target(
      name: "TestSupport", dependencies: ["RegisterModel"], path: "Tests/TestSupport"),
    .testTarget(name: "ProbabilityTests", dependencies: ["Probability", "TestSupport"]),
    .testTarget(name: "RegisterModelTests", dependencies: ["RegisterModel", "TestSupport"]),
    .testTarget(
      name: "RiskScoringTests",
      dependencies: ["RiskScoring", "Probability", "RegisterModel", "TestSupport"]),
    .testTarget(
      name: "ImpactAnalysisTests",
      dependencies: ["ImpactAnalysis", "RegisterModel", "RiskScoring", "TestSupport"]),
    .testTarget(
      name: "ResponsePlanningTests",
      dependencies: [
        "ResponsePlanning", "ImpactAnalysis", "Probability", "RegisterModel", "RiskScoring",
        "TestSupport",
      ]),
    .testTarget(
      name: "RegisterAnalysisTests",
      dependencies: [
        "RegisterAnalysis", "ImpactAnalysis", "RegisterModel", "ResponsePlanning", "RiskScoring",
        "TestSupport",
      ]),
    .testTarget(
      name: "RegisterChecksTests",
      dependencies: [
        "RegisterChecks", "RegisterAnalysis", "ImpactAnalysis", "RegisterModel",
        "ResponsePlanning", "RiskScoring", "TestSupport",
      ]),
  ]
)

if !coreOnly {
  package.dependencies += [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ]
  package.products = [
    .executable(name: "holdfast", targets: ["holdfast"]),
    .library(
      name: "Holdfast",
      targets: [
        "RegisterModel", "RiskScoring", "ImpactAnalysis", "ResponsePlanning", "RegisterAnalysis",
        "RegisterChecks",
        "RegisterXML", "RegisterReports",
      ]),
  ]
  package.targets += [
    // libxml2, found by pkg-config.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // A Swift face of libxml2's push parser: events, places, limits. Knows no register.
    .target(name: "XMLParsing", dependencies: ["CLibXML2"]),
    // libcrypto of OpenSSL, found by pkg-config.
    .systemLibrary(
      name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    // SHA-256 as it is written: a Swift face of libcrypto. Knows no register.
    .target(name: "Cryptography", dependencies: ["CLibCrypto"]),
    // The native form: reader, writer, canonical form and hash, schema.
    .target(
      name: "RegisterXML", dependencies: ["RegisterModel", "XMLParsing", "Cryptography"]),
    // libxlsxwriter and libzip, found by pkg-config.
    .systemLibrary(
      name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    // A Swift face of workbooks: written by libxlsxwriter, read by libzip and libxml2. Knows no register.
    .target(
      name: "Spreadsheets", dependencies: ["CLibXLSXWriter", "CLibZip", "XMLParsing"]),
    // Graphviz, found by pkg-config, and what C must say to it: its plugin and its macros.
    .systemLibrary(
      name: "CLibGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .target(name: "CGraphLayout", dependencies: ["CLibGraphviz"]),
    // A Swift face of Graphviz: sizes in, places and curves out. Knows no register and no text.
    .target(name: "GraphLayout", dependencies: ["CGraphLayout"]),
    // Report documents as values, and their faces: terminal, Markdown, HTML with SVG charts.
    .target(
      name: "RegisterReports",
      dependencies: [
        "RegisterChecks", "RegisterAnalysis", "GraphLayout", "ImpactAnalysis", "Probability",
        "RegisterModel", "ResponsePlanning", "RiskScoring",
      ]),
    // Foreign formats of a register: the workbook, iCalendar, CAP.
    .target(
      name: "RegisterExchange",
      dependencies: [
        "RegisterAnalysis", "ImpactAnalysis", "RegisterModel", "ResponsePlanning", "RiskScoring",
        "RegisterXML", "Spreadsheets",
      ]),
    // Registers to start from, one a sector, embedded as they stand in registers/starters.
    .target(name: "CStarters"),
    // What the rules say of themselves, embedded from docs/checks.md.
    .target(name: "CRules"),
    // The commands of holdfast, one a file: parse, call one function, show.
    .target(
      name: "Commands",
      dependencies: [
        "RegisterModel", "RiskScoring", "ImpactAnalysis", "ResponsePlanning", "RegisterAnalysis",
        "RegisterChecks",
        "RegisterXML", "RegisterReports", "RegisterExchange", "Spreadsheets", "CStarters",
        "CRules",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // The program: hands over to Commands.
    .executableTarget(name: "holdfast", dependencies: ["Commands"]),

    // Makes large registers for `make bench`.
    .executableTarget(
      name: "generate-register",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")],
      path: "Tests/GenerateRegister"),

    .testTarget(
      name: "RegisterXMLTests",
      dependencies: ["RegisterXML", "RegisterModel", "TestSupport"]),
    .testTarget(name: "GraphLayoutTests", dependencies: ["GraphLayout", "TestSupport"]),
    .testTarget(name: "SpreadsheetsTests", dependencies: ["Spreadsheets", "TestSupport"]),
    .testTarget(
      name: "RegisterExchangeTests",
      dependencies: [
        "RegisterExchange", "RegisterAnalysis", "RegisterXML", "RegisterModel", "Spreadsheets",
        "TestSupport",
      ]),
    .testTarget(
      name: "RegisterReportsTests",
      dependencies: [
        "RegisterReports", "RegisterChecks", "RegisterAnalysis", "GraphLayout", "ImpactAnalysis",
        "RiskScoring", "RegisterXML", "RegisterModel", "XMLParsing", "TestSupport",
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "Commands", "RegisterAnalysis", "RegisterChecks", "RegisterModel", "RegisterXML",
        "RiskScoring", "TestSupport",
      ],
      exclude: ["Transcripts"]),
  ]
}

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .swiftLanguageMode(.v6),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}

/// `make fuzz` sets this: a fuzzer of the register reader is added, and all it is made of is
/// instrumented. Not otherwise, since a package with unsafe flags cannot be depended on.
if getenv("HOLDFAST_FUZZ") != nil {
  let sanitizers = ["-sanitize=fuzzer,address"]
  for target in package.targets where target.type == .regular {
    target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(sanitizers)]
  }
  package.targets.append(
    .executableTarget(
      name: "FuzzReader", dependencies: ["RegisterXML"], path: "Tests/Fuzz",
      swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(sanitizers)],
      // gold, the default linker, crashes on the instrumented code.
      linkerSettings: [.unsafeFlags(sanitizers + ["-use-ld=lld"])]))
  package.products.append(.executable(name: "fuzz-reader", targets: ["FuzzReader"]))
}
