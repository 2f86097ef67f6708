import Foundation
import Testing

@testable import Dataset

@Suite("What describes a dataset") struct MetadataTests {
  private static let package = PackageDescription(
    title: "A \"title\": <b>", judul: "Judul <b>", version: "1.2",
    fingerprints: [.init(name: "corpus", value: "ab12")], hasReport: true)

  private func written(_ body: (String) throws -> Void) throws {
    try withScratchFolder { folder in
      try DatasetWriter(tables: SampleDataset.tables(), package: Self.package).write(into: folder)
      try body(folder)
    }
  }

  @Test("CSVW and Datasette name every table and column of the contract") func complete() throws {
    try written { folder in
      let csvw = try JSON.parse(bytes(of: "\(folder)/\(MetadataFiles.csvw)"))
      let datasette = try JSON.parse(bytes(of: "\(folder)/\(MetadataFiles.datasette)"))
      let tables = csvw["tables"]?.array ?? []
      #expect(tables.compactMap { $0["url"]?.string } == Schema.all.map { $0.name + ".csv" })
      for (table, schema) in zip(tables, Schema.all) {
        let columns = table["tableSchema"]?["columns"]?.array ?? []
        #expect(columns.compactMap { $0["name"]?.string } == schema.columns.map(\.name))
        let described = datasette["databases"]?["tilik"]?["tables"]?[schema.name]?["columns"]
        for column in schema.columns {
          #expect(described?[column.name]?.string?.hasPrefix(column.description) == true)
        }
      }
      for view in View.all {
        #expect(datasette["databases"]?["tilik"]?["tables"]?[view.name] != nil)
      }
    }
  }

  @Test(
    "RO-Crate: every reference leads somewhere, every file is there but for run.json and report")
  func crate() throws {
    try written { folder in
      let crate = try JSON.parse(bytes(of: "\(folder)/\(MetadataFiles.crate)"))
      let graph = crate["@graph"]?.array ?? []
      let ids = graph.compactMap { $0["@id"]?.string }
      #expect(Set(ids).count == ids.count)
      for entity in graph {
        #expect(entity["@type"]?.string != nil && (entity["name"] != nil || entity["about"] != nil))
        guard case .object(let members) = entity else { continue }
        for member in members where member.name != "conformsTo" {
          for target in (member.value.array ?? [member.value]).compactMap({ $0["@id"]?.string }) {
            #expect(ids.contains(target), "\(member.name): \(target)")
          }
        }
      }
      let files = graph.filter { $0["@type"] == "File" }.compactMap { $0["@id"]?.string }
      let present = try names(in: folder)
      #expect(Set(files).subtracting(present) == ["run.json"])
      #expect(Set(present).subtracting(files) == [MetadataFiles.crate])
      let root = try #require(graph.first { $0["@id"] == "./" })
      #expect(root["datePublished"] == "2024-01-16")
      #expect(root["temporalCoverage"] == "2022/2023")
    }
  }

  @Test(
    "RO-Crate: where no page tells its day, the crate is dated by what it can be",
    arguments: [
      ("2024-01-16", "2024-02-01T03:04:05Z", true, "2024-01-16"),
      (nil, "2024-02-01T03:04:05Z", true, "2024-02-01"),
      (nil, nil, true, "2023-01-01"), (nil, nil, false, "2022-01-01"),
    ] as [(String?, String?, Bool, String)])
  func dated(published: String?, captured: String?, hasResults: Bool, date: String) throws {
    var documents = Table(Schema.documents)
    try documents.append([
      "document": "a.txt", "kind": "news", "language": "id", "characters": 1, "status": "read",
      "published": Value(published), "captured": Value(captured),
    ])
    let tables = try SampleDataset.tables()
    func table(_ schema: TableSchema) throws -> Table {
      try #require(tables.first { $0.schema.name == schema.name })
    }
    let crate = try ResearchCrate(
      package: Self.package, files: [], documents: documents,
      results: hasResults ? table(Schema.results) : Table(Schema.results),
      scales: table(Schema.scales))
    let root = crate.json["@graph"]?.array?.first { $0["@id"] == "./" }
    #expect(root?["datePublished"]?.string == date)
  }

  @Test("The codebook gives each column a value of the rows, or says that there is none")
  func codebook() throws {
    let tables = try DatasetWriter(tables: SampleDataset.tables()).tables
    for language in Codebook.Language.allCases {
      let book = Codebook(Self.package, tables, in: language)
      #expect(book.sections.map(\.name) == tables.map(\.schema.name))
      for (section, table) in zip(book.sections, tables) {
        #expect(section.entries.map(\.name) == table.schema.columns.map(\.name))
        for (position, entry) in section.entries.enumerated() {
          let values = Set(table.rows.map { $0[position].written })
          #expect(
            entry.origin == .contract
              ? values.subtracting([""]).isEmpty
              : values.contains(entry.example), "\(section.name).\(entry.name)")
        }
      }
      #expect(!book.html.contains("<script") && !book.html.contains("<b>"))
      #expect(
        book.html.contains("&lt;b&gt;") && book.html.contains("lang=\"\(language.rawValue)\""))
      for line in book.markdown.split(separator: "\n") where line.hasPrefix("| `") {
        // Bars inside cells are escaped.
        let bars = line.split(separator: "\\|", omittingEmptySubsequences: false)
          .joined().count { $0 == "|" }
        #expect(bars == 5, "\(line)")
      }
    }
  }

  @Test("Who publishes a dataset, and what it is about, stands in every description of it")
  func publisher() throws {
    var package = Self.package
    package.publisher = .init(name: "Kantor \"Contoh\"", url: "https://contoh.example/")
    package.keywords = ["layanan", "uji"]
    let citation = CitationFile.text(package)
    #expect(
      citation.contains(
        "  - name: \"Kantor \\\"Contoh\\\"\"\n    website: \"https://contoh.example/\"\nversion"))
    #expect(citation.hasSuffix("keywords:\n  - \"layanan\"\n  - \"uji\"\n"))
    #expect(!CitationFile.text(Self.package).contains("keywords"))
    try withScratchFolder { folder in
      try DatasetWriter(tables: SampleDataset.tables(), package: package).write(into: folder)
      let data = try JSON.parse(bytes(of: "\(folder)/datapackage.json"))
      #expect(data["contributors"]?.array?.first?["path"] == "https://contoh.example/")
      #expect(data["keywords"]?.array?.compactMap(\.string) == package.keywords)
      let crate = try JSON.parse(bytes(of: "\(folder)/\(MetadataFiles.crate)"))
      let graph = crate["@graph"]?.array ?? []
      let root = try #require(graph.first { $0["@id"] == "./" })
      #expect(root["publisher"]?["@id"] == "https://contoh.example/")
      #expect(root["keywords"] == "layanan, uji")
      #expect(graph.contains { $0["@type"] == "Organization" && $0["url"] != nil })
    }
  }

  @Test("A citation names what the dataset was made from") func citation() {
    let text = CitationFile.text(Self.package)
    #expect(text.contains("title: \"A \\\"title\\\": <b>\"\n"))
    #expect(text.contains("    value: \"sha256:ab12\"\n    description: \"Fingerprint: corpus\"\n"))
    #expect(!CitationFile.text(PackageDescription()).contains("identifiers"))
  }

  @Test(
    "Validators of others find nothing",
    arguments: [
      ("frictionless", ["-m", "frictionless", "validate", "datapackage.json"]),
      (
        "csvw",
        [
          "-c",
          "import csvw; c = csvw.CSVW('csv-metadata.json', validate=True); "
            + "valid = c.is_valid; print(*[str(w.message) for w in c.warnings]); exit(not valid)",
        ]
      ),
      (
        "cffconvert",
        ["-c", "from cffconvert.cli.cli import cli; cli()", "--validate", "-i", "CITATION.cff"]
      ),
      (
        "datasette",
        [
          "-m", "datasette", "tilik.sqlite", "-m", "metadata.json", "--get", "/tilik/results.json",
        ]
      ),
    ])
  func validators(_ module: String, _ arguments: [String]) throws {
    guard let python = Outside.python(with: [module]) else {
      print("skipped: no Python with \(module) (set TILIK_PYTHON)")
      return
    }
    try written { folder in
      let outcome = try Outside.run(python, arguments, in: folder)
      #expect(outcome.status == 0, "\(outcome.out)")
      #expect(!outcome.out.lowercased().contains("warning"), "\(outcome.out)")
    }
  }
}
