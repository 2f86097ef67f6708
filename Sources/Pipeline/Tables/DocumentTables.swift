import Crawl
import Dataset
import Extract
import Interpret

/// The tables with a row per document or per place in one: documents, lost, mentions, diagnostics.
struct DocumentTables {
  private(set) var documents: Table
  private(set) var lost: Table
  private(set) var mentions: Table
  private(set) var diagnostics: Table
  private(set) var texts: TextList
  private let cells: CellMaker

  init(_ cells: CellMaker, _ scratch: Scratch) {
    self.cells = cells
    documents = Table(Schema.documents, scratch: scratch)
    lost = Table(Schema.lost, scratch: scratch)
    mentions = Table(Schema.mentions, scratch: scratch)
    diagnostics = Table(Schema.diagnostics, scratch: scratch)
    texts = TextList(scratch: scratch)
  }

  var tables: [Table] { [documents, lost, mentions, diagnostics] }

  mutating func add(
    _ record: DocumentRecord, duplicateOf original: String?, places: TextPlaces?
  ) throws(DatasetError) {
    try addDocument(record, original, places)
    try addLosses(record)
    guard let places else { return }
    for (position, mention) in record.mentions.enumerated() {
      let place = places.place(of: mention.range)
      try mentions.append(
        [
          Value(record.address), .integer(position + 1), Value(mention.kind), Value(place.part),
          .integer(place.start), .integer(place.end), Value(places.text(mention.range)),
          Value(mention.id),
        ], as: Self.mention)
    }
    try addDiagnostics(record, places)
  }

  private static let mention = RowShape(
    Schema.mentions, ["document", "n", "kind", "part", "start", "end", "text", "id"])

  private mutating func addDiagnostics(
    _ record: DocumentRecord, _ places: TextPlaces
  ) throws(DatasetError) {
    let found = (record.reading?.diagnostics ?? []).sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.kind, $0.message)
        < ($1.range.lowerBound, $1.range.upperBound, $1.kind, $1.message)
    }
    for (position, diagnostic) in found.enumerated() {
      let place = places.place(of: diagnostic.range)
      try diagnostics.append([
        "document": Value(record.address), "n": .integer(position + 1),
        "kind": Value(diagnostic.kind), "message": Value(diagnostic.message),
        "part": Value(place.part), "start": .integer(place.start), "end": .integer(place.end),
        "text": Value(places.text(diagnostic.range)),
      ])
    }
  }

  private mutating func addDocument(
    _ record: DocumentRecord, _ original: String?, _ places: TextPlaces?
  ) throws(DatasetError) {
    var row = [
      Value(record.address), Value(record.sha256),
      Value(record.article?.url?.value ?? record.capture.url), Value(record.capture.date),
      Value(record.capture.status), Value(original), Value(record.part?.number),
      Value(record.part?.article),
      Value((original == nil ? record.status : .duplicate).rawValue),
      Value(record.reason ?? record.article?.remark),
    ]
    if let article = record.article, let places {
      row += [
        Value(article.kind.rawValue), Value(article.publisher?.value), Value(article.title?.value),
        Value(article.author?.value), Value(article.published?.value.written),
        Value(article.language), .integer(places.characters),
      ]
      try texts.append(
        DocumentText(
          document: record.address, title: article.title?.value ?? "",
          text: places.text(article.bodyStart..<article.text.count)))
    }
    try documents.append(row, as: Self.document)
  }

  /// The columns of a document that was read stand behind those of any.
  private static let document = RowShape(
    Schema.documents,
    [
      "document", "sha256", "url", "captured", "http_status", "duplicate_of", "part_number",
      "part_of", "status", "reason", "kind", "publisher", "title", "author", "published",
      "language", "characters",
    ])

  private mutating func addLosses(_ record: DocumentRecord) throws(DatasetError) {
    let losses = record.article?.losses ?? LossLedger()
    let counts = [
      losses.bytesIn, losses.decoded, losses.replaced, losses.cut, losses.furniture,
      losses.repeated, losses.template, losses.kept,
    ]
    try lost.append(
      [Value(record.address), Value(record.article.map(\.remark) ?? record.reason)]
        + counts.map(Value.integer), as: Self.loss)
  }

  private static let loss = RowShape(
    Schema.lost,
    [
      "document", "reason", "bytes_in", "decoded", "replaced", "cut", "furniture", "repeated",
      "template", "kept",
    ])
}

extension PublishedDate {
  /// `YYYY-MM-DD`; nil for a day that no calendar has.
  var written: String? {
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...lengths[month - 1]).contains(day),
      (1000...9999).contains(year)
    else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
