/// The text of a document, for the full-text index.
public struct DocumentText: Sendable, Hashable {
  /// Address of the document, as in the documents table.
  public let document: String
  /// Its title; empty where it has none.
  public let title: String
  /// Its main text.
  public let text: String

  public init(document: String, title: String, text: String) {
    self.document = document
    self.title = title
    self.text = text
  }
}

/// The texts of documents, kept as a table's rows are.
public struct TextList: Sequence, Sendable {
  private var table: Table

  private static let schema = TableSchema(
    "document_text", title: "", judul: "", description: "", deskripsi: "",
    primaryKey: ["document"],
    columns: ["document", "title", "text"].map { Column($0, "", id: "") })

  public init(scratch: Scratch? = nil) {
    table = Table(Self.schema, scratch: scratch)
  }

  public init(_ texts: some Sequence<DocumentText>) throws(DatasetError) {
    self.init()
    for text in texts { try append(text) }
  }

  public var count: Int { table.count }

  /// - Throws: `DatasetError.file` when the disk is full.
  public mutating func append(_ text: DocumentText) throws(DatasetError) {
    try table.append(values: [Value(text.document), Value(text.title), Value(text.text)])
  }

  /// In the order of the documents.
  /// - Throws: `DatasetError.file` when the disk is full.
  public func sorted() throws(DatasetError) -> TextList {
    var list = self
    list.table = try table.sorted()
    return list
  }

  /// The texts in their order; an empty one is null.
  func forEachPacked<Failure>(
    _ body: ([PackedCell]) throws(Failure) -> Void
  ) throws(Failure) {
    try table.rows.forEachPacked(body)
  }

  /// Looks up the texts of a sorted list.
  func finder() -> RowFinder { table.finder() }

  public func makeIterator() -> Iterator { Iterator(rows: table.rows.makeIterator()) }

  public struct Iterator: IteratorProtocol {
    fileprivate var rows: RowList.Iterator

    public mutating func next() -> DocumentText? {
      rows.next().map {
        DocumentText(document: $0[0].written, title: $0[1].written, text: $0[2].written)
      }
    }
  }
}
