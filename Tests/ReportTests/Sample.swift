import Dataset
import Foundation

@testable import Report

/// A made-up country in two provinces, and reports of it in a folder of their own.
enum Sample {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let templates = root + "/pipelines/compliance/report"

  static func table(_ schema: TableSchema, _ rows: [[String: Value]]) throws -> Table {
    var table = Table(schema)
    for row in rows { try table.append(row) }
    return table
  }

  static func region(_ code: String, _ name: String, _ level: String, successor: String? = nil)
    -> [String: Value]
  {
    [
      "region_code": Value(code), "region": Value(name), "level": Value(level),
      "name": Value(name), "province_code": Value(String(code.prefix(2))),
      "successor_code": Value(successor),
    ]
  }

  static let regions: [[String: Value]] = [
    region("11", "Provinsi Satu", "provinsi"), region("11.01", "Kabupaten A", "kabupaten"),
    region("11.71", "Kota B", "kota"), region("12", "Provinsi Dua", "provinsi"),
    region("12.01", "Kabupaten C", "kabupaten"),
    region("11.09", "Kabupaten Lama", "kabupaten", successor: "12.01"),
  ]

  /// Two scales of one instrument that do not compare, and one of another instrument.
  static let scales: [[String: Value]] = [
    band("lama", 1, "80.01", "100", "hijau"), band("lama", 2, "50.01", "80", "kuning"),
    band("lama", 3, "0", "50", "merah"), band("baru", 1, "88", "100", "hijau"),
    band("baru", 2, "54", "87.99", "kuning"), band("baru", 3, "0", "53.99", "merah"),
  ]

  private static func band(
    _ scale: String, _ band: Int, _ low: String, _ high: String, _ zone: String
  ) -> [String: Value] {
    [
      "scale": Value(scale), "band": .integer(band), "instrument": "uji", "subject": "kota",
      "score_min": Value(decimal: low) ?? .null, "score_max": Value(decimal: high) ?? .null,
      "zone": Value(zone),
    ]
  }

  static func result(
    _ code: String, _ year: Int, score: String? = nil, zone: String? = nil, scale: String?,
    unit: String? = nil, instrument: String = "uji", claims: String = "c"
  ) -> [String: Value] {
    let region = regions.first { $0["region_code"] == Value(code) }
    return [
      "result": Value("r-\(code)-\(unit ?? "")-\(instrument)-\(year)"), "region_code": Value(code),
      "region": region?["region"] ?? Value(code), "level": region?["level"] ?? "kota",
      "unit": Value(unit), "year": .integer(year), "instrument": Value(instrument),
      "score": score.flatMap { Value(decimal: $0) } ?? .null, "score_max": 100,
      "zone": Value(zone), "scale": Value(scale), "consistent": "unknown", "sources": 1,
      "claims": Value(claims), "conflict": false, "corrected": false,
    ]
  }

  static func tables(
    results: [[String: Value]], coverage: [[String: Value]] = [], claims: [[String: Value]] = [],
    targets: [[String: Value]] = [], documents: [[String: Value]] = []
  ) throws -> [String: Table] {
    [
      "regions": try table(Schema.regions, regions), "scales": try table(Schema.scales, scales),
      "instruments": try table(
        Schema.instruments,
        [["instrument": "uji", "name_id": "Uji", "name_en": "Trial", "scope": "core"]]),
      "results": try table(Schema.results, results),
      "coverage": try table(Schema.coverage, coverage),
      "claims": try table(Schema.claims, claims), "targets": try table(Schema.targets, targets),
      "documents": try table(Schema.documents, documents),
    ]
  }

  static func data(_ tables: [String: Table], texts: [DocumentText] = []) throws -> ReportData {
    try ReportData(tables, texts: TextList(texts), savedPages: [:])
  }

  static func words(_ language: Language = .indonesian) throws -> Words {
    let folder = try ReportFolder(templates)
    return folder.words.first { $0.language == language } ?? folder.words[0]
  }

  /// Writes a report and hands over its files by name.
  static func withReport(
    _ tables: [String: Table], texts: [DocumentText] = [], savedPages: [String: String] = [:],
    _ body: ([String: String], String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tilik-report-" + UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try ReportWriter(templates: templates).write(
      tables: tables, texts: TextList(texts), savedPages: savedPages, to: folder)
    var files: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where name.contains(".") {
      let url = URL(fileURLWithPath: folder + "/" + name)
      files[name] = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }
    try body(files, folder)
  }

  /// The dataset that the tests of `Dataset` keep.
  static func golden() throws -> [String: Table] {
    try DatasetReader(folder: root + "/Tests/DatasetTests/Golden").tables()
  }

  /// What stands between `before` and the next `after`, at every place.
  static func pieces(of text: String, after before: String, upTo after: String) -> [String] {
    text.components(separatedBy: before).dropFirst().map { $0.components(separatedBy: after)[0] }
  }
}
