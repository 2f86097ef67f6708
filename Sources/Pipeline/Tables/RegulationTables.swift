import Dataset
import Extract
import Interpret
import Lexicon
import Reconcile

/// The tables of regulations: what documents are, how they are built, what they cite and relate, and how
/// their scales agree with ours.
struct RegulationTables {
  private(set) var documents: Table
  private(set) var articles: Table
  private(set) var relations: Table
  private(set) var citations: Table
  private(set) var checks: Table
  /// By short citation: the documents that are, cite or relate it.
  private var mentioned: [String: Set<String>] = [:]
  /// What the documents that are regulations say of them; the first that says it wins.
  private var described: [String: Cells] = [:]
  private let cells: CellMaker
  private let comparison: BandComparison

  init(_ cells: CellMaker, _ scratch: Scratch) {
    self.cells = cells
    documents = Table(Schema.regulationDocuments, scratch: scratch)
    articles = Table(Schema.regulationArticles, scratch: scratch)
    relations = Table(Schema.regulationRelations, scratch: scratch)
    citations = Table(Schema.citations, scratch: scratch)
    checks = Table(Schema.scaleChecks, scratch: scratch)
    comparison = BandComparison(scales: cells.lexicon.scales)
  }

  var tables: [Table] { [documents, articles, relations, citations, checks] }

  mutating func add(
    _ reading: Reading, of document: String, places: TextPlaces
  ) throws(DatasetError) {
    for (position, citation) in reading.citations.enumerated() {
      var row = cells.evidence(citation.range, places)
      row.add([
        "document": Value(document), "n": .integer(position + 1),
        "regulation": Value(citation.regulation), "article": Value(citation.article),
        "paragraph": Value(citation.paragraph), "letter": Value(citation.letter),
        "number": Value(citation.number), "resolved": Value(citation.resolution.rawValue),
      ])
      try citations.append(named: row)
      if let regulation = citation.regulation { note(regulation, document) }
    }
    let stated = (reading.regulation?.relations ?? []) + reading.relations
    for (position, relation) in stated.sorted(by: Self.order).enumerated() {
      var row = cells.evidence(relation.evidence, places)
      row.add([
        "document": Value(document), "n": .integer(position + 1),
        "regulation": Value(relation.regulation), "relation": Value(relation.kind.rawValue),
        "other": Value(relation.other),
      ])
      try relations.append(named: row)
      note(relation.regulation, document)
      note(relation.other, document)
    }
    guard let regulation = reading.regulation else { return }
    try add(regulation, of: document, places: places)
    try add(reading.bands, of: regulation, in: document, places: places)
  }

  private static func order(_ left: RegulationRelation, _ right: RegulationRelation) -> Bool {
    (left.evidence.lowerBound, left.evidence.upperBound)
      < (right.evidence.lowerBound, right.evidence.upperBound)
  }

  private mutating func note(_ regulation: String, _ document: String) {
    mentioned[regulation, default: []].insert(document)
  }

  // MARK: Documents and their parts

  private mutating func add(
    _ regulation: RegulationDocument, of document: String, places: TextPlaces
  ) throws(DatasetError) {
    let citation = regulation.name.citation(cells.lexicon)
    note(citation, document)
    var about = name(regulation.name, citation)
    if about["title"]?.isNull ?? true { about.add("title", Value(regulation.title)) }
    if described[citation]?["title"]?.isNull ?? true { described[citation] = about }
    var row = cells.evidence(regulation.heading, places)
    row.add(about)
    row.add([
      "document": Value(document), "regulation": Value(citation),
      "form": Value(regulation.form.rawValue), "place": Value(regulation.place),
      "enacted": Value(regulation.enacted?.written),
      "promulgated": Value(regulation.promulgated?.written),
      "effective": Value(regulation.effective?.written),
      "effective_basis": Value(regulation.effectBasis?.rawValue),
      "gazette": Value(regulation.gazette), "force": Value(regulation.status),
      "articles": .integer(regulation.parts.count { $0.kind == .pasal || $0.kind == .diktum }),
    ])
    try documents.append(named: row)
    for (position, part) in regulation.parts.enumerated() {
      var row = cells.evidence(part.text, places)
      row.add([
        "document": Value(document), "n": .integer(position + 1), "regulation": Value(citation),
        "kind": Value(part.kind.rawValue), "number": Value(part.number), "path": Value(part.path),
        "heading": Value(part.heading.map(places.text)),
        "until": .integer(
          places.place(of: part.text.lowerBound..<max(part.end, part.text.upperBound)).end),
      ])
      try articles.append(named: row)
    }
  }

  /// What a regulation's name says, and the lexicon knows of it.
  private func name(_ name: RegulationName, _ citation: String) -> Cells {
    let lexicon = cells.lexicon
    let known = lexicon.regulations.first { $0.id == citation }
    return [
      "type": Value(lexicon.regulationTypes[Int(name.type)].name), "number": Value(name.number),
      "year": Value(name.year), "title": Value(known?.title),
      "issuer": Value(known?.issuer ?? name.issuer(lexicon)),
      "region_code": Value(name.region.map { lexicon.regions[Int($0)].code }),
    ]
  }

  // MARK: Scales

  private mutating func add(
    _ bands: [StatedBand], of regulation: RegulationDocument, in document: String,
    places: TextPlaces
  ) throws(DatasetError) {
    guard let year = regulation.name.year else { return }
    for (position, check) in comparison.checks(bands, year: year).enumerated() {
      let stated = check.stated
      var row = cells.evidence(stated.quote, places)
      row.add([
        "document": Value(document), "n": .integer(position + 1),
        "regulation": Value(regulation.name.citation(cells.lexicon)),
        "instrument": cells.instrument(check.scale?.instrument ?? stated.instrument),
        "scale": Value(check.scale?.id), "band": Value(check.band?.order),
        "verdict": Value(check.verdict.rawValue), "differs": Value(list: check.differences),
        "score_min": Value(stated.min), "score_max": Value(stated.max),
        "zone": Value(stated.zone), "grade": Value(stated.grade),
        "category": Value(stated.category), "known_score_min": Value(check.band?.min),
        "known_score_max": Value(check.band?.max), "known_zone": Value(check.band?.zone),
        "known_grade": Value(check.band?.grade), "known_category": Value(check.band?.category),
      ])
      try checks.append(named: row)
    }
  }

  // MARK: All regulations

  /// A row for every regulation that any document is, cites or relates.
  func regulations() throws(DatasetError) -> Table {
    var table = Table(Schema.regulations)
    for (citation, documents) in mentioned {
      var row: Cells = ["regulation": Value(citation), "documents": .integer(documents.count)]
      if let about = described[citation] {
        row.add(about)
      } else if let name = RegulationName(citation: citation, cells.lexicon) {
        row.add(self.name(name, citation))
      }
      try table.append(named: row)
    }
    return table
  }
}
