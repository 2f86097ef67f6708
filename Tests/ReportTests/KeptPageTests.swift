import Dataset
import Foundation
import Testing

@testable import Report

@Suite("Pages that are taken over from the report before") struct KeptPageTests {
  /// A folder for reports, gone with the test.
  private final class Place {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tilik-simpan-" + UUID().uuidString).path

    init() throws {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// All pages by name, and numbers of their files, by which one that was taken over is known.
    func files(_ name: String) throws -> (bytes: [String: Data], numbers: [String: Int]) {
      var bytes: [String: Data] = [:]
      var numbers: [String: Int] = [:]
      for file in try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/\(name)")
      where file.hasSuffix(".html") {
        let path = "\(folder)/\(name)/\(file)"
        bytes[file] = FileManager.default.contents(atPath: path)
        numbers[file] =
          try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
      }
      return (bytes, numbers)
    }
  }

  private static let texts = [
    DocumentText(document: "berita/a.html", title: "Judul", text: "Isi halaman.")
  ]

  private static func write(
    _ tables: [String: Table], templates: String = Sample.templates, texts: [DocumentText] = texts,
    savedPages: [String: String] = [:], program: String = "1", keeping old: KeptPages? = nil,
    to target: String
  ) throws -> KeptPages {
    try ReportWriter(templates: templates).write(
      tables: tables, texts: TextList(texts), savedPages: savedPages, program: program,
      keeping: old, to: target)
  }

  @Test(
    "With nothing changed every body's page is taken over; what is known of the pages survives being stored"
  )
  func same() throws {
    let place = try Place()
    let tables = try Sample.golden()
    let first = try Self.write(tables, to: place.folder + "/a")
    let kept = KeptPages(folder: place.folder + "/a", bytes: first.bytes)
    let second = try Self.write(tables, keeping: kept, to: place.folder + "/b")
    let (old, new) = (try place.files("a"), try place.files("b"))
    #expect(new.bytes == old.bytes && second.bytes == first.bytes)
    let regions = new.numbers.filter { $0.key.contains("region/") }
    #expect(!regions.isEmpty && regions.allSatisfy { old.numbers[$0.key] == $0.value })
  }

  @Test("Whatever value of whatever table changes, the pages are those of a report made anew")
  func everyValue() throws {
    let place = try Place()
    let tables = try Sample.golden()
    let first = try Self.write(tables, to: place.folder + "/a")
    let kept = KeptPages(folder: place.folder + "/a", bytes: first.bytes)
    for name in ["results", "claims", "documents", "scales", "instruments", "regions"] {
      let table = try #require(tables[name])
      for column in table.schema.columns.indices
      where !table.schema.primaryKey.contains(table.schema.columns[column].name) {
        var changed = Table(table.schema)
        for row in table.rows {
          var row = row
          row[column] = Self.other(row[column], table.schema.columns[column])
          try changed.append(values: row)
        }
        var tables = tables
        tables[name] = changed
        try expectSame(place, "\(name).\(table.schema.columns[column].name)", kept) {
          try Self.write(tables, keeping: $0, to: $1)
        }
      }
    }
  }

  @Test("So they are with another row, text, saved page, template, text of the site, or program")
  func others() throws {
    let place = try Place()
    let tables = try Sample.golden()
    let first = try Self.write(tables, to: place.folder + "/a")
    let kept = KeptPages(folder: place.folder + "/a", bytes: first.bytes)
    for name in ["results", "claims"] {
      var fewer = tables
      let table = try #require(tables[name])
      var rest = Table(table.schema)
      for row in table.rows.dropFirst() { try rest.append(values: row) }
      fewer[name] = rest
      try expectSame(place, name, kept) { try Self.write(fewer, keeping: $0, to: $1) }
    }
    try expectSame(place, "texts", kept) { try Self.write(tables, texts: [], keeping: $0, to: $1) }
    try expectSame(place, "saved", kept) {
      try Self.write(tables, savedPages: ["berita/a.html": "../x.html"], keeping: $0, to: $1)
    }
    for (file, old, new) in [
      ("claim.mustache", "<dl>", "<dl class=\"x\">"), ("texts.csv", "Klaim", "Pernyataan"),
    ] {
      let templates = place.folder + "/templates-" + file
      try FileManager.default.copyItem(atPath: Sample.templates, toPath: templates)
      let text = try String(contentsOfFile: templates + "/" + file, encoding: .utf8)
      #expect(text.contains(old))
      try Data(text.replacing(old, with: new).utf8).write(
        to: URL(fileURLWithPath: templates + "/" + file))
      try expectSame(place, file, kept) {
        try Self.write(tables, templates: templates, keeping: $0, to: $1)
      }
    }
    let target = place.folder + "/program"
    _ = try Self.write(tables, program: "2", keeping: kept, to: target)
    let (old, new) = (try place.files("a"), try place.files("program"))
    #expect(new.bytes == old.bytes && new.numbers.allSatisfy { old.numbers[$0.key] != $0.value })
  }

  @Test(
    "A page that was edited, one that is gone, and damaged notes cost their pages and nothing else")
  func damage() throws {
    let place = try Place()
    let tables = try Sample.golden()
    let first = try Self.write(tables, to: place.folder + "/a")
    let whole = try place.files("a").bytes
    let pages = whole.keys.filter { $0.contains("region/") }.sorted()
    try Data("<p>lain".utf8).write(to: URL(fileURLWithPath: "\(place.folder)/a/\(pages[0])"))
    try FileManager.default.removeItem(atPath: "\(place.folder)/a/\(pages[1])")
    var notes = [first.bytes, [], Array("bukan catatan".utf8), first.bytes.dropLast(3)]
    for place in stride(from: 0, to: first.bytes.count, by: 7) {
      var bytes = first.bytes
      bytes[place] ^= 0x15
      notes.append(bytes)
    }
    for (number, bytes) in notes.enumerated() {
      let kept = KeptPages(folder: place.folder + "/a", bytes: Array(bytes))
      let again = try Self.write(tables, keeping: kept, to: "\(place.folder)/\(number)")
      #expect(try place.files(String(number)).bytes == whole)
      #expect(again.bytes == first.bytes)
      try FileManager.default.removeItem(atPath: "\(place.folder)/\(number)")
    }
  }

  @Test("Rows of documents that are the same are not rendered again, and stand where the notes say")
  func rows() throws {
    let place = try Place()
    let tables = try Sample.golden()
    _ = try Self.write(tables, to: place.folder + "/a")
    let page = Array(try #require(place.files("a").bytes["documents.html"]))
    let inputs = ["a", "b", "c"].map { Digest128(of: $0) }
    var first = RenderedRows()
    for input in inputs { first.add(madeFrom: input, keeping: KeptRows()) { input.bytes + [10] } }
    let rows = first.rows(on: page + first.bytes + page)
    #expect(rows.map(\.place.lowerBound) == [0, 17, 34].map { page.count + $0 })
    let old = KeptRows(rows, on: page + first.bytes + page)
    var second = RenderedRows()
    var rendered: [Digest128] = []
    for input in [inputs[0], Digest128(of: "d"), inputs[2]] {
      second.add(madeFrom: input, keeping: old) {
        rendered.append(input)
        return []
      }
    }
    #expect(rendered == [Digest128(of: "d")])
    #expect(second.bytes == inputs[0].bytes + [10] + inputs[2].bytes + [10])
    // A template that shows no rows keeps none; notes that lead beyond the page count for nothing.
    #expect(first.rows(on: page).isEmpty)
    #expect(KeptRows(rows, on: page)[inputs[0]] == nil)
  }

  private func expectSame(
    _ place: Place, _ what: String, _ kept: KeptPages,
    _ write: (KeptPages?, String) throws -> KeptPages
  ) throws {
    let (with, without) = (place.folder + "/with", place.folder + "/without")
    let (one, other) = (try write(kept, with), try write(nil, without))
    #expect(try place.files("with").bytes == place.files("without").bytes, "\(what)")
    #expect(one.bytes == other.bytes, "\(what)")
    for folder in [with, without] { try FileManager.default.removeItem(atPath: folder) }
  }

  /// Another value that the column allows.
  private static func other(_ value: Value, _ column: Column) -> Value {
    if let values = column.enumeration {
      return .text(values.first { $0 != value.text } ?? values[0])
    }
    switch column.type {
    case .boolean: return .boolean(!(value.boolean ?? false))
    case .integer: return .integer((value.integer ?? 6) + 1)
    case .number: return Value(decimal: value == Value(decimal: "61.25") ? "7.5" : "61.25") ?? .null
    case .date: return value == .text("2019-02-03") ? .text("2020-02-03") : .text("2019-02-03")
    case .string: return .text((value.text ?? "") + "x")
    }
  }
}
