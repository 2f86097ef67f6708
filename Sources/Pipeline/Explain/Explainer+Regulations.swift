import Dataset

/// The rows that a regulation's explanation is made of.
struct RegulationRecords: Sendable {
  var all: [Record] = []
  var documents: [Record] = []
  var articles: [Record] = []
  var relations: [Record] = []
  var citations: [Record] = []
  var checks: [Record] = []

  init() {}

  init(_ reader: DatasetReader) throws(DatasetError) {
    all = Array(try reader.table(Schema.regulations).sorted().records)
    documents = Array(try reader.table(Schema.regulationDocuments).sorted().records)
    articles = Array(try reader.table(Schema.regulationArticles).sorted().records)
    relations = Array(try reader.table(Schema.regulationRelations).sorted().records)
    citations = Array(try reader.table(Schema.citations).sorted().records)
    checks = Array(try reader.table(Schema.scaleChecks).sorted().records)
  }

  /// What a question may ask for.
  var names: [String] { all.map { $0["regulation"].written } }
}

extension Explainer {
  /// How a regulation was read: what it is, its parts, relations and scales, and who cites it.
  /// - Parameter question: its short citation, or the address of a document that is a regulation.
  func text(ofRegulation question: String) -> String? {
    let name =
      regulations.documents.first { $0["document"].written == question }?["regulation"].written
      ?? question
    guard
      let row = regulations.all.first(where: {
        $0["regulation"].written.lowercased() == name.lowercased()
      })
    else { return nil }
    let id = row["regulation"].written
    var lines = ["regulation \(id)" + (row["title"].text.map { ": \($0)" } ?? "")]
    let about = ["type", "issuer"].compactMap { row[$0].text }
    if !about.isEmpty { lines.append("  " + about.joined(separator: ", ")) }
    for document in regulations.documents where document["regulation"].written == id {
      lines += self.lines(ofDocument: document)
    }
    lines += relationLines(id)
    lines += citationLines(id)
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(ofDocument row: Record) -> [String] {
    let address = row["document"].written
    var lines = ["  read as \(row["form"].written) in \(address)"]
    lines.append("    | " + Self.plain(row["quote"]))
    let days = [
      ("enacted", "enacted"), ("promulgated", "promulgated"), ("in force from", "effective"),
    ].compactMap { name, column in row[column].text.map { "\(name) \($0)" } }
    if !days.isEmpty { lines.append("    " + days.joined(separator: ", ")) }
    for column in ["gazette", "force"] {
      if let text = row[column].text { lines.append("    \(column): \(text)") }
    }
    for part in regulations.articles where part["document"].written == address {
      let quote = Self.plain(part["quote"])
      lines.append(
        "    \(part["path"].written): "
          + (part["heading"].text ?? (quote.count > 72 ? quote.prefix(72) + "…" : quote)))
    }
    for check in regulations.checks where check["document"].written == address {
      lines.append("    " + Self.text(ofCheck: check))
    }
    return lines
  }

  private static func text(ofCheck row: Record) -> String {
    func band(_ prefix: String) -> String {
      let bounds = row[prefix + "score_min"].written + " to " + row[prefix + "score_max"].written
      let names = ["zone", "grade", "category"].compactMap { row[prefix + $0].text }
      return ([bounds] + names).joined(separator: " ")
    }
    switch row["verdict"].written {
    case "different":
      return "band \(band("")) differs from \(row["scale"].written): \(band("known_"))"
    case "unknown": return "band \(band("")): no scale to compare with"
    default: return "band \(band("")): as in \(row["scale"].written)"
    }
  }

  private func relationLines(_ id: String) -> [String] {
    var seen: Set<String> = []
    return regulations.relations.compactMap { row in
      let parts = [row["regulation"].written, row["relation"].written, row["other"].written]
      guard parts[0] == id || parts[2] == id else { return nil }
      let line = parts.joined(separator: " ").split(separator: "_").joined(separator: " ")
      guard seen.insert(line).inserted else { return nil }
      return "  \(line) (\(row["document"].written))"
    }
  }

  /// The documents that cite it, with the articles that they name.
  private func citationLines(_ id: String) -> [String] {
    var articles: [String: Set<String>] = [:]
    for row in regulations.citations where row["regulation"].written == id {
      let article = row["article"].text
      articles[row["document"].written, default: []].formUnion(article.map { [$0] } ?? [])
    }
    return articles.keys.sorted().map { document in
      let named = (articles[document] ?? []).sorted {
        (Int($0) ?? .max, $0) < (Int($1) ?? .max, $1)
      }
      return "  cited by \(document)"
        + (named.isEmpty ? "" : ", articles " + named.joined(separator: ", "))
    }
  }

  private static func plain(_ value: Value) -> String {
    value.written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
