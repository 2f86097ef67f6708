public import Dataset

/// Why nothing was explained.
public enum ExplainError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Nothing is called so; `near` are names that resemble it.
  case unknown(String, near: [String])

  public var description: String {
    switch self {
    case .unknown(let question, let near):
      "nothing in the dataset is called \"\(question)\"; give the id of a result or a claim, or a "
        + "region and a year, a regulation (\"UU 25/2009\") or the document of one"
        + (near.isEmpty ? "" : " (did you mean \(near.joined(separator: ", "))?)")
    }
  }
}

/// Shows what a row of a dataset rests on: its claims, their sentences and documents, the rules that
/// read them, how the year was found, the scale, and what other documents say.
///
///     print(try Explainer(dataset: "output").explain("r1f0a93be27d"))
public struct Explainer: Sendable {
  let results: [Record]
  let claims: [Record]
  let conflicts: [Record]
  let bands: [Record]
  let documents: [String: Record]
  let regulations: RegulationRecords

  /// - Throws: `DatasetError` when the folder holds no readable dataset.
  public init(dataset folder: String) throws(DatasetError) {
    let reader = try DatasetReader(folder: folder)
    try self.init(
      results: reader.table(Schema.results), claims: reader.table(Schema.claims),
      conflicts: reader.table(Schema.conflicts), scales: reader.table(Schema.scales),
      documents: reader.table(Schema.documents), regulations: RegulationRecords(reader))
  }

  init(
    results: Table, claims: Table, conflicts: Table, scales: Table, documents: Table,
    regulations: RegulationRecords = RegulationRecords()
  ) throws(DatasetError) {
    self.regulations = regulations
    self.results = Array(try results.sorted().records)
    self.claims = Array(try claims.sorted().records)
    self.conflicts = Array(try conflicts.sorted().records)
    bands = Array(try scales.sorted().records)
    self.documents = Dictionary(documents.records.map { ($0["document"].written, $0) }) {
      first, _ in first
    }
  }

  /// - Parameter question: the id of a result or a claim, a region with or without a year
  ///   ("Kota Contoh 2023", "99.71 2023"), a regulation ("UU 25/2009") or the address of its document.
  public func explain(_ question: String) throws(ExplainError) -> String {
    let question = question.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let result = results.first(where: { $0["result"].written == question }) {
      return text(of: result)
    }
    if let claim = claims.first(where: { $0["claim"].written == question }) {
      return text(ofClaim: claim)
    }
    if let text = text(ofRegulation: question) { return text }
    let found = about(question)
    guard !found.results.isEmpty || !found.claims.isEmpty else {
      throw .unknown(question, near: near(question))
    }
    let loose = found.claims.map { text(of: $0, indent: "") }
    return (found.results.map(text(of:)) + loose).joined(separator: "\n")
  }

  /// The results of a body, and its claims that none of them rests on.
  private func about(_ question: String) -> (results: [Record], claims: [Record]) {
    var words = question.lowercased().split(separator: " ")
    let year = words.last.flatMap { $0.utf8.count == 4 ? Int($0) : nil }
    if year != nil { words.removeLast() }
    let name = words.joined(separator: " ")
    func fits(_ record: Record) -> Bool {
      (record["region"].written.lowercased() == name || record["region_code"].written == name)
        && (year == nil || record["year"].integer == year)
    }
    let results = self.results.filter(fits).sorted {
      Self.order($0).lexicographicallyPrecedes(Self.order($1), by: Value.precedes)
    }
    let used = Set(results.flatMap { Self.list($0["claims"]) })
    return (
      results, name.isEmpty ? [] : claims.filter { fits($0) && !used.contains($0["claim"].written) }
    )
  }

  private static func order(_ result: Record) -> [Value] {
    ["year", "instrument", "unit", "result"].map { result[$0] }
  }

  static func list(_ value: Value) -> [String] {
    value.written.split(separator: ";").map(String.init)
  }

  /// Up to five names that a slip of the finger or two would turn into the question.
  private func near(_ question: String) -> [String] {
    let question = Array(question.lowercased())
    var names: Set<String> = []
    for record in results {
      names.insert(record["result"].written)
      names.insert(record["region"].written)
      if !record["year"].isNull {
        names.insert(record["region"].written + " " + record["year"].written)
      }
    }
    for record in claims {
      names.insert(record["claim"].written)
      names.insert(record["region"].written)
    }
    names.formUnion(regulations.names)
    let limit = max(2, question.count / 4)
    var found: [(name: String, distance: Int)] = []
    for name in names where !name.isEmpty {
      let distance = Self.distance(question, Array(name.lowercased()), limit: limit)
      if distance <= limit { found.append((name, distance)) }
    }
    found.sort {
      $0.distance == $1.distance
        ? $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) : $0.distance < $1.distance
    }
    return found.prefix(5).map(\.name)
  }

  /// How many characters must be put in, left out or replaced; beyond the limit some larger number.
  private static func distance(_ left: [Character], _ right: [Character], limit: Int) -> Int {
    if left.starts(with: right) || right.starts(with: left), min(left.count, right.count) > 3 {
      return 1
    }
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let cost = min(diagonal + (a == b ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[right.count]
  }
}
