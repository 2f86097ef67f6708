public import Dataset
public import Lexicon

/// A dataset as it may be handed on: quotes cut short, authors and the names of persons without an
/// office left out, no text of the pages; every row still leads to its place in the saved page.
///
/// What is cut stands in the table `shortened` with its length and hash, by which `Verifier` holds
/// the whole quote against the corpus of whoever has it.
public struct PublicEdition {
  /// The most characters (code points) of a quote that are shown, without a name's replacement.
  public static let quoteLimit = 80

  private let reader: DatasetReader
  private let run: JSON
  private let package: JSON
  private let names: PersonNames

  /// - Parameter words: of the lexicon; they tell verbs of speech and offices.
  /// - Throws: `DatasetError` when the folder holds no dataset, or one that is public already.
  public init(of folder: String, words: [Word]) throws(DatasetError) {
    reader = try DatasetReader(folder: folder)
    guard Files.kind(of: "\(folder)/\(Schema.shortened.name).csv") == nil else {
      throw .unusable(folder: folder, reason: "it is a public edition already")
    }
    func json(_ name: String) throws(DatasetError) -> JSON {
      try JSON.parse(Files.read("\(folder)/\(name)"), file: "\(folder)/\(name)")
    }
    run = try json(DatasetFolder.runFile)
    package = try json(DatasetFolder.packageFile)
    names = PersonNames(words)
  }

  /// Writes the edition into a folder that is empty, new, or holds a dataset.
  /// - Returns: how many quotes were cut or had a name in them.
  @discardableResult
  public func write(to target: String) throws -> Int {
    guard !Files.isSame(reader.folder, target) else {
      throw DatasetError.unusable(
        folder: target, reason: "it is the dataset itself; choose another folder")
    }
    let (tables, shortened) = try tables()
    let writer = try DatasetWriter(tables: tables + [shortened], package: description)
    try DatasetFolder.replace(target) { folder in
      try writer.write(into: folder)
      try DatasetWriter.write(run: record, into: folder)
    }
    return shortened.count
  }

  func tables() throws(DatasetError) -> (tables: [Table], shortened: Table) {
    var tables = try reader.tables()
    let known = places(of: tables[Schema.mentions.name])
    var evidence: [String: [Range<Int>]] = [:]
    var shortened = Table(Schema.shortened)
    for claim in (tables[Schema.claims.name] ?? Table(Schema.claims)).records {
      evidence[claim["claim"].written] = Self.spans(claim)
    }
    // The quote of a target is that of its claim.
    var quotes: [String: Value] = [:]
    for schema in [Schema.claims, Schema.totals, Schema.citations] {
      guard let table = tables[schema.name] else { continue }
      tables[schema.name] = try changed(table) { row throws(DatasetError) in
        let whole = row["quote"].written
        let key = schema.primaryKey.map { row[$0].written }.joined(separator: ", ")
        let shown = excerpt(
          row, spans: evidence[key] ?? [],
          known: known[Self.place(row)] ?? [])
        if shown != whole {
          try shortened.append([
            "table": Value(schema.name), "row": Value(key),
            "characters": .integer(whole.unicodeScalars.count),
            "sha256": Value(Self.hash(of: whole)),
          ])
        }
        if schema.name == Schema.claims.name { quotes[key] = Value(shown) }
        var cells = ["quote": Value(shown)]
        // Who holds a public office is no secret; others are left out.
        if schema.name == Schema.claims.name, row["speaker"].isNull {
          cells["speaker_name"] = .null
        }
        return cells
      }
    }
    if let targets = tables[Schema.targets.name] {
      tables[Schema.targets.name] = try changed(targets) { row in
        ["quote": quotes[row["claim"].written] ?? nil]
      }
    }
    if let corrections = tables[Schema.corrections.name] {
      // Who decided and why is told by people who did not write for the public.
      tables[Schema.corrections.name] = try changed(corrections) { row in
        let quote = QuoteExcerpt(limit: Self.quoteLimit).text(
          row["quote"].written, showing: [],
          without: names.places(in: row["quote"].written, known: []))
        return ["quote": Value(quote), "who": "(left out)", "note": nil]
      }
    }
    if let mentions = tables[Schema.mentions.name] {
      // The words of a rule's match may be half a sentence.
      tables[Schema.mentions.name] = try changed(mentions) { row in
        row["kind"].written == "rule" ? ["text": nil] : [:]
      }
    }
    if let diagnostics = tables[Schema.diagnostics.name] {
      tables[Schema.diagnostics.name] = try changed(diagnostics) { _ in ["text": nil] }
    }
    if let documents = tables[Schema.documents.name] {
      tables[Schema.documents.name] = try changed(documents) { row in
        let title = row["title"].written
        let known = known["\(row["document"].written)\u{1F}title"] ?? []
        return [
          "author": nil,
          "title": Value(
            QuoteExcerpt(limit: .max).text(
              title, showing: [], without: names.places(in: title, known: known))),
        ]
      }
    }
    return (Schema.all.compactMap { tables[$0.name] }, shortened)
  }

  private func excerpt(_ row: Record, spans: [Range<Int>], known: [Range<Int>]) -> String {
    let quote = row["quote"].written
    let start = row["start"].integer ?? 0
    func inQuote(_ places: [Range<Int>]) -> [Range<Int>] {
      places.filter { $0.lowerBound >= start }
        .map { $0.lowerBound - start..<$0.upperBound - start }
    }
    return QuoteExcerpt(limit: Self.quoteLimit).text(
      quote, showing: inQuote(spans), without: names.places(in: quote, known: inQuote(known)))
  }

  /// What `Verifier` compares.
  static func hash(of quote: String) -> String {
    Identifier.sha256(PageSlice.withoutSpace(Array(quote.utf8)))
  }

  /// Where the values of a claim stand, then where its other evidence does.
  private static func spans(_ claim: Record) -> [Range<Int>] {
    let values: Set<Substring> = ["score", "zone", "grade", "category", "rank"]
    let spans = claim["evidence"].written.split(separator: ";").compactMap {
      entry -> (isValue: Bool, place: Range<Int>)? in
      let parts = entry.split(separator: ":")
      let ends = parts.last?.split(separator: "-").compactMap { Int($0) } ?? []
      guard parts.count == 2, ends.count == 2, ends[0] <= ends[1] else { return nil }
      return (values.contains(parts[0]), ends[0]..<ends[1])
    }
    return spans.filter(\.isValue).map(\.place) + spans.filter { !$0.isValue }.map(\.place)
  }

  /// Kinds of mentions that are names, but of no person.
  private static let bodies: Set<String> = [
    "region", "unit", "institution", "assessor", "instrument",
  ]

  /// Where the reading knows the words, by document and part.
  private func places(of mentions: Table?) -> [String: [Range<Int>]] {
    var places: [String: [Range<Int>]] = [:]
    for mention in (mentions ?? Table(Schema.mentions)).records
    where Self.bodies.contains(mention["kind"].written) {
      guard let start = mention["start"].integer, let end = mention["end"].integer, start <= end
      else { continue }
      places[Self.place(mention), default: []].append(start..<end)
    }
    return places
  }

  private static func place(_ row: Record) -> String {
    "\(row["document"].written)\u{1F}\(row["part"].written)"
  }

  private func changed(
    _ table: Table, _ change: (Record) throws(DatasetError) -> [String: Value]
  ) throws(DatasetError) -> Table {
    var new = Table(table.schema)
    for record in table.records {
      var values = record.values
      for (name, value) in try change(record) {
        if let position = table.schema.position(of: name) { values[position] = value }
      }
      try new.append(values: values)
    }
    return new
  }
}

extension PublicEdition {
  private var description: PackageDescription {
    var new = PackageDescription()
    func text(_ name: String, _ usual: String) -> String { package[name]?.string ?? usual }
    new.name = text("name", new.name) + "-public"
    new.title = text("title", new.title) + " (public edition)"
    new.judul = text("title_id", new.judul) + " (edisi publik)"
    new.description =
      text("description", new.description) + " Public edition: of a quote at most "
      + "\(Self.quoteLimit) characters are shown, without the names of persons who hold no office; "
      + "the table shortened tells how the whole is held against the saved page."
    new.deskripsi =
      text("description_id", new.deskripsi) + " Edisi publik: paling banyak \(Self.quoteLimit) "
      + "karakter setiap kutipan ditampilkan, tanpa nama orang yang tidak memegang jabatan; tabel "
      + "shortened menjelaskan cara mencocokkan kutipan lengkap dengan halaman tersimpan."
    new.version = text("version", new.version)
    new.keywords = package["keywords"]?.array?.compactMap(\.string) ?? []
    new.publisher = package["contributors"]?.array?.first.flatMap { person in
      person["title"]?.string.map { .init(name: $0, url: person["path"]?.string) }
    }
    if case .object(let fingerprints)? = run["fingerprints"] {
      new.fingerprints = fingerprints.compactMap { member in
        member.value.string.map { .init(name: member.name, value: $0) }
      }
    }
    return new
  }

  /// Of `run.json` what names no folder, machine or time.
  private var record: JSON {
    let kept = ["program", "libraries", "pipeline", "fingerprints", "counts"]
    let members = kept.compactMap { name in run[name].map { JSON.Member(name, $0) } }
    return .object(
      members + [.init("public", ["quote_characters": .number(String(Self.quoteLimit))])])
  }
}
