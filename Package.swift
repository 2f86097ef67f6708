// swift-tools-version: 6.1
import PackageDescription

/// What every module of Tilik is compiled with: imports are private unless said otherwise, members
/// are visible only through a direct import, and existentials are spelled out.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The tests read many pages, and unoptimized code spends minutes on matching rules. `make test` asks
/// for what matches them to be optimized, with all checks that a debug build makes. Only then: a
/// package with such flags cannot be another one's dependency.
let optimized: [SwiftSetting] =
  Context.environment["TILIK_OPTIMIZED"] == nil
  ? []
  : [
    .unsafeFlags(
      [
        "-O", "-assert-config", "Debug", "-whole-module-optimization", "-disable-batch-mode",
        "-num-threads", "2",
      ],
      .when(configuration: .debug))
  ]

/// A stage of the pipeline; `uses` are the earlier stages whose types it reads.
/// - Parameter isHot: whether it is optimized for tests, too.
func stage(_ name: String, uses: [Target.Dependency] = [], isHot: Bool = false) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: strict + (isHot ? optimized : []))
}

/// - Parameter data: files that its tests read where they lie.
func tests(
  _ module: String, uses: [Target.Dependency] = [], data: [String] = []
) -> Target {
  .testTarget(
    name: "\(module)Tests", dependencies: [.byName(name: module)] + uses, exclude: data,
    swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "tilik",
  products: [
    .executable(name: "tilik", targets: ["tilik"]),
    .library(name: "Extract", targets: ["Extract"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    stage("Crawl", uses: ["CArchive", "CBrotli", "CDeflate", "CZlib", crypto]),
    stage("Extract", uses: ["CLibXML2", "Crawl"]),
    stage("Lexicon"),
    stage("Tag", uses: ["Extract", "Lexicon"], isHot: true),
    stage("Interpret", uses: ["Extract", "Lexicon", "Tag", crypto, yams], isHot: true),
    stage("Reconcile", uses: ["Lexicon", "Interpret"]),
    stage("Dataset", uses: ["CXLSXWriter", "Lexicon", crypto, grdb, sqlite]),
    stage("Report", uses: ["Dataset", mustache]),
    stage(
      "Pipeline",
      uses: [
        "Crawl", "Extract", "Lexicon", "Tag", "Interpret", "Reconcile", "Dataset", "Report",
        crypto, grdb, logging, yams,
      ]),
    .executableTarget(
      name: "tilik",
      dependencies: [
        "Crawl", "Extract", "Lexicon", "Tag", "Interpret", "Reconcile", "Dataset", "Pipeline",
        argumentParser, logging,
      ],
      swiftSettings: strict),

    .target(
      name: "CParseFloor", dependencies: ["CLibXML2"], path: "Benchmarks/CParseFloor"),
    .executableTarget(
      name: "bench",
      dependencies: [
        "CParseFloor", "Crawl", "Dataset", "Extract", "Interpret", "Pipeline", "Tag",
        argumentParser,
      ],
      path: "Benchmarks/bench", swiftSettings: strict),

    tests("Crawl", uses: ["CArchive", "CZlib"]),
    tests("Extract", uses: ["Crawl"]),
    tests("Lexicon"),
    tests("Tag", uses: ["Crawl", "Extract", "Lexicon"]),
    tests("Interpret", uses: ["Crawl", "Extract", "Lexicon", "Tag", yams]),
    tests("Reconcile", uses: ["Interpret", "Lexicon"]),
    tests(
      "Dataset", uses: ["Lexicon", grdb],
      data: ["Golden", "GoldenDiff", "read-workbook.py"]),
    tests("Report", uses: ["Dataset"]),
    tests(
      "Pipeline",
      uses: ["Crawl", "Extract", "Lexicon", "Interpret", "Reconcile", "Dataset", grdb, yams]),
    tests("tilik", uses: ["Dataset", "Lexicon", "Pipeline", "Reconcile"]),
  ]
)

// The fuzzer links only with libFuzzer's own main, so it is there only when it is asked for.
if Context.environment["TILIK_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["Crawl", "Extract", "Interpret", "Lexicon", "Tag"],
      path: "Fuzz/Sources", swiftSettings: strict))
}
