/// The files that describe a dataset, each in a standard of its readers; all of them follow from the
/// contract, the rows and the package's description.
enum MetadataFiles {
  static let csvw = "csv-metadata.json"
  static let citation = "CITATION.cff"
  static let crate = "ro-crate-metadata.json"
  static let datasette = "metadata.json"

  /// Names of all that `write` writes, and of the data package.
  static let names =
    [DatasetFolder.packageFile, csvw, citation, crate, datasette]
    + Codebook.Language.allCases.flatMap { [$0.file + ".md", $0.file + ".html"] }

  static func write(
    _ package: PackageDescription, _ tables: [Table], into folder: String
  ) throws(DatasetError) {
    func write(_ text: String, _ name: String) throws(DatasetError) {
      try Files.write(Array(text.utf8), to: "\(folder)/\(name)")
    }
    let schemas = tables.map(\.schema)
    try write(CSVWMetadata.json(package, schemas).pretty, csvw)
    try write(DatasetteMetadata.json(package, schemas).pretty, datasette)
    try write(CitationFile.text(package), citation)
    let examples = tables.map(TableExample.init)
    for language in Codebook.Language.allCases {
      let book = Codebook(package, tables, examples, in: language)
      try write(book.markdown, language.file + ".md")
      try write(book.html, language.file + ".html")
    }
    func table(_ schema: TableSchema) -> Table {
      tables.first { $0.schema.name == schema.name } ?? Table(schema)
    }
    let crate = ResearchCrate(
      package: package, files: files(schemas), documents: table(Schema.documents),
      results: table(Schema.results), scales: table(Schema.scales))
    try write(crate.json.pretty, Self.crate)
  }

  /// The files of a dataset; `run.json` comes last, as it is written last.
  private static func files(_ schemas: [TableSchema]) -> [ResearchCrate.File] {
    func file(_ name: String, _ title: String, _ mediaType: String) -> ResearchCrate.File {
      ResearchCrate.File(name: name, title: title, mediaType: mediaType)
    }
    let tables = schemas.flatMap { schema in
      [
        file(schema.name + ".csv", schema.title, "text/csv"),
        file(schema.name + ".jsonl", schema.title + " (JSON Lines)", "application/jsonl"),
      ]
    }
    let books = Codebook.Language.allCases.flatMap { language -> [ResearchCrate.File] in
      let title = language("Codebook", "Buku kode")
      return [
        file(language.file + ".md", title, "text/markdown"),
        file(language.file + ".html", title, "text/html"),
      ]
    }
    return tables + [
      file(DatasetFolder.databaseFile, "All tables, with views", "application/vnd.sqlite3"),
      file(
        DatasetFolder.workbookFile, "Results, panel and conflicts for a spreadsheet",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
      file(DatasetFolder.packageFile, "Frictionless Data Package", "application/json"),
      file(csvw, "CSV on the Web metadata", "application/csvm+json"),
      file(datasette, "Descriptions for Datasette", "application/json"),
      file(citation, "How to cite the dataset", "application/yaml"),
    ] + books + [
      file(DatasetFolder.runFile, "Versions, counts and timings of the run", "application/json")
    ]
  }
}
