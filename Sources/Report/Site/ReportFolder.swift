import Dataset

/// What a pipeline brings to its report: templates, texts in every language, the layout of the tile
/// map, and the files that go into the site as they are.
struct ReportFolder: Sendable {
  let library: TemplateLibrary
  let words: [Words]
  let tiles: [Tile]
  /// What evaluations against hand labels came to; empty where the pipeline brings none.
  let accuracy: [AccuracyCount]
  /// Over all templates and texts.
  let fingerprint: String
  /// Name and contents, in the order of their names.
  let assets: [(name: String, bytes: [UInt8])]

  /// Place of a province in the tile map.
  struct Tile: Sendable, Hashable {
    let region: String
    let column: Int
    let row: Int
    let short: String
  }

  /// A row of `accuracy.csv`, as `tilik eval --accuracy` writes it: facts (of the measure `confidence`
  /// claims) that were right, wrong and missed.
  struct AccuracyCount: Sendable, Hashable {
    let set: String
    /// all, field, instrument, confidence.
    let measure: String
    let name: String
    let right: Int
    let wrong: Int
    let missed: Int
  }

  static let pages = [
    "index", "results", "region", "compare", "season", "conflicts", "targets", "unknown",
    "unknown-map", "documents", DocumentsPage.rowTemplate, "method", "review",
  ]

  /// - Throws: `ReportError`, or `DatasetError` when a file cannot be read or is no table.
  init(_ folder: String) throws {
    var library = TemplateLibrary()
    var templates: [String: String] = [:]
    let ending = ".mustache"
    for file in try Files.list(folder) where file.hasSuffix(ending) {
      let bytes = try Files.read(folder + "/" + file)
      let name = String(file.dropLast(ending.count))
      do {
        try library.register(bytes, named: name)
      } catch {
        throw ReportError.badTemplate(file: folder + "/" + file, reason: "\(error)")
      }
      templates[name] = String(decoding: bytes, as: UTF8.self)
    }
    let missing = Self.pages.filter { templates[$0] == nil }.map { $0 + ending }
    guard missing.isEmpty else { throw ReportError.missingTemplates(missing, folder: folder) }
    self.library = library
    words = try Self.words(folder + "/texts.csv", usedBy: templates)
    var parts = ByteWriter()
    for (name, text) in templates.sorted(by: { $0.key < $1.key }) {
      parts.write(name)
      parts.write(text)
    }
    for words in words {
      parts.write(words.language.rawValue)
      for (key, text) in words.texts.sorted(by: { $0.key < $1.key }) {
        parts.write(key)
        parts.write(text)
      }
    }
    fingerprint = Hexadecimal.text(Digest128(of: parts.bytes).bytes)
    tiles = try Self.tiles(folder + "/tiles.csv")
    accuracy = try Self.accuracy(folder + "/accuracy.csv")
    let shelf = folder + "/assets"
    assets = try Files.list(shelf).map { ($0, try Files.read(shelf + "/" + $0)) }
  }

  private static func words(
    _ file: String, usedBy templates: [String: String]
  ) throws -> [Words] {
    var texts: [Language: [String: String]] = [:]
    let columns = ["key"] + Language.allCases.map(\.rawValue)
    for row in try table(file, columns) {
      for (place, language) in Language.allCases.enumerated() {
        guard
          texts[language, default: [:]].updateValue(row.cells[place + 1], forKey: row.cells[0])
            == nil
        else {
          throw ReportError.badTable(
            file: file, line: row.line, reason: "the key \(row.cells[0]) stands twice")
        }
      }
    }
    var wanted = Set(TextKey.allCases.map(\.rawValue))
    for text in templates.values { wanted.formUnion(keys(in: text)) }
    let missing = wanted.filter { texts[.indonesian]?[$0] == nil }.sorted()
    guard missing.isEmpty else { throw ReportError.missingTexts(missing, file: file) }
    return Language.allCases.map { Words(language: $0, texts: texts[$0] ?? [:]) }
  }

  /// The keys of a template's `{{t.key}}`.
  private static func keys(in template: String) -> [String] {
    template.split(separator: "{{t.").dropFirst().compactMap { piece in
      piece.firstRange(of: "}}").map { String(piece[..<$0.lowerBound]) }
    }
  }

  private static func tiles(_ file: String) throws -> [Tile] {
    try table(file, ["region_code", "column", "row", "short"]).map { row in
      guard let column = Int(row.cells[1]), let line = Int(row.cells[2]), column > 0, line > 0
      else {
        throw ReportError.badTable(
          file: file, line: row.line, reason: "column and row must be whole numbers from 1")
      }
      return Tile(region: row.cells[0], column: column, row: line, short: row.cells[3])
    }
  }

  private static func accuracy(_ file: String) throws -> [AccuracyCount] {
    guard Files.kind(of: file) == .file else { return [] }
    let columns = ["set", "measure", "name", "right", "wrong", "missed"]
    return try table(file, columns).map { row in
      let counts = row.cells.suffix(3).compactMap { Int($0) }
      guard counts.count == 3, counts.allSatisfy({ $0 >= 0 }) else {
        throw ReportError.badTable(
          file: file, line: row.line, reason: "right, wrong and missed must be whole numbers")
      }
      return AccuracyCount(
        set: row.cells[0], measure: row.cells[1], name: row.cells[2], right: counts[0],
        wrong: counts[1], missed: counts[2])
    }
  }

  /// The rows of a table whose header must be `columns`.
  private static func table(
    _ file: String, _ columns: [String]
  ) throws -> [(line: Int, cells: [String])] {
    let rows = try CSV.rows(of: Files.read(file), file: file)
    guard rows.first?.cells == columns else {
      throw ReportError.badTable(
        file: file, line: 1, reason: "the header must be \(columns.joined(separator: ","))")
    }
    for row in rows where row.cells.count != columns.count {
      throw ReportError.badTable(
        file: file, line: row.line,
        reason: "\(row.cells.count) cells under \(columns.count) columns; quote cells with a comma")
    }
    return Array(rows.dropFirst())
  }
}
