import Dataset
import Foundation
import Testing

@testable import Report

/// Reports opened in headless Chromium by `scripts/check-report.py`; without Chromium or its driver the
/// tests say so and pass.
@Suite("The report in a browser", .serialized) struct BrowserTests {
  @Test("hostile text runs nothing, asks for nothing, and leaves the pages usable")
  func hostile() throws {
    try Sample.withReport(Hostile.tables(), texts: Hostile.documentTexts) { _, folder in
      try check(folder)
    }
  }

  /// Takes minutes in a debug build; `make check` asks for it.
  @Test(
    "552 regions in 12 years open quickly, sort and filter",
    .enabled(if: ProcessInfo.processInfo.environment["TILIK_LOAD"] != nil))
  func large() throws {
    let clock = ContinuousClock()
    let start = clock.now
    try Sample.withReport(LargeDataset.tables(), texts: LargeDataset.texts) { files, folder in
      print("report of 552 regions × 12 years: \(files.count) files in \(clock.now - start)")
      let largest = files.max { $0.value.utf8.count < $1.value.utf8.count }
      print("largest: \(largest?.key ?? ""), \((largest?.value.utf8.count ?? 0) / 1024) KiB")
      for (name, page) in files { #expect(page.utf8.count < 10 << 20, "\(name)") }
      let unknown = try #require(files["unknown.html"])
      #expect(unknown.components(separatedBy: "<b>552</b>").count == 13)
      // The pages are made like those of the other test, which looks at their accessibility.
      try check(folder, "--no-axe")
    }
  }

  private func check(_ folder: String, _ options: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [python, Sample.root + "/scripts/check-report.py", folder, "--pages", "2"] + options
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    print(text, terminator: "")
    // 77: Chromium or its driver is absent. 127: so is Python.
    #expect([0, 77, 127].contains(process.terminationStatus), "\(text)")
  }

  /// The interpreter that `make check-report` prepares, or the machine's.
  private var python: String {
    let own = Sample.root + "/.build/report-venv/bin/python"
    return FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
  }
}

/// Every region with a result in every year under one instrument, and half of them under another.
enum LargeDataset {
  private static let years = 2013...2024
  private static let provinces = 38
  private static let regionCount = 552

  static let texts = [DocumentText(document: "d", title: "t", text: quote)]
  private static let quote = "Kabupaten ini meraih nilai 80,85 pada tahun itu."

  private static let regions: [[String: Value]] = {
    var regions: [[String: Value]] = []
    for province in 0..<provinces {
      let code = String(11 + province)
      regions.append(Sample.region(code, "Provinsi \(code)", "provinsi"))
    }
    for number in provinces..<regionCount {
      let code = "\(11 + number % provinces).\(10 + number / provinces)"
      regions.append(Sample.region(code, "Kabupaten \(code)", "kabupaten"))
    }
    return regions
  }()

  static func tables() throws -> [String: Table] {
    var results: [[String: Value]] = []
    var claims: [[String: Value]] = []
    var coverage: [[String: Value]] = []
    for (number, region) in regions.enumerated() {
      let code = region["region_code"]?.text ?? ""
      for year in years {
        let id = "c\(number)-\(year)"
        for instrument in number % 2 == 0 ? ["uji", "lain"] : ["uji"] {
          var result = Sample.result(
            code, year, score: "\(40 + (number * 7 + year * 3) % 60).\(10 + number % 90)",
            scale: instrument == "lain" ? nil : year < 2022 ? "lama" : "baru",
            instrument: instrument, claims: id)
          result["region"] = region["region"]
          result["level"] = region["level"]
          result["zone"] = .text(["hijau", "kuning", "merah"][(number + year) % 3])
          result["confidence"] = Value(decimal: "0.9") ?? .null
          results.append(result)
        }
        claims.append([
          "claim": Value(id), "document": "d", "part": "body", "region_code": Value(code),
          "region": region["region"] ?? .null, "level": region["level"] ?? .null,
          "year": .integer(year), "instrument": "uji", "status": "achieved", "negated": false,
          "derived": false, "quote": Value(quote), "start": 0, "end": .integer(quote.count),
          "evidence": "score:26-31",
          "confidence": Value(decimal: number % 9 == 0 ? "0.5" : "0.9") ?? .null,
        ])
        coverage.append([
          "region_code": Value(code), "year": .integer(year), "instrument": "uji", "documents": 1,
          "claims": 1, "results": 1, "status": "result",
        ])
      }
    }
    var tables = try Sample.tables(
      results: results, coverage: coverage, claims: claims,
      documents: [["document": "d", "status": "read", "title": "t"]])
    tables["regions"] = try Sample.table(Schema.regions, regions)
    return tables
  }
}
