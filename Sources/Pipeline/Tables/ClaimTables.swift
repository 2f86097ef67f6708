import Dataset
import Interpret
import Lexicon
import Reconcile

/// The tables with a row per statement: claims, targets, totals.
struct ClaimTables {
  private(set) var claims: Table
  private(set) var targets: Table
  private(set) var totals: Table
  private let cells: CellMaker
  private let reconciler: Reconciler

  init(_ cells: CellMaker, _ reconciler: Reconciler, _ scratch: Scratch? = nil) {
    self.cells = cells
    claims = Table(Schema.claims, scratch: scratch)
    targets = Table(Schema.targets, scratch: scratch)
    totals = Table(Schema.totals, scratch: scratch)
    self.reconciler = reconciler
  }

  var tables: [Table] { [claims, targets, totals] }

  /// - Returns: the document's claims with their identifiers, as they are after the corrections.
  mutating func add(
    _ reading: Reading, of document: String, places: TextPlaces, _ book: inout CorrectionBook
  ) throws(DatasetError) -> [IdentifiedClaim] {
    var identifiers = Identifiers()
    let identified = reading.claims.map { claim in
      IdentifiedClaim(
        id: identifiers.next("c", identity(of: claim, document, places.text(claim.quote))),
        claim: claim)
    }
    let corrected = book.correct(identified, of: document, text: places.bytes)
    for entry in corrected {
      let claim = entry.read.claim
      var shared = sharedCells(claim)
      let name: Cells = ["claim": Value(entry.read.id), "document": Value(document)]
      shared.add(name)
      if let valid = entry.claim, valid.status != .achieved {
        var row = valid == claim ? shared : sharedCells(valid)
        row.add(name)
        row.add("quote", Value(places.text(claim.quote)))
        try targets.append(named: row)
      }
      shared.add(cells.evidence(claim.quote, places))
      shared.add([
        "speaker_name": Value(claim.attribution.name),
        "reported_source": Value(claim.attribution.source),
        "unit_count": Value(claim.unit?.count), "units_assessed": Value(claim.unitsAssessed),
        "negated": .boolean(claim.status == .negated), "derived": .boolean(claim.isDerived),
        "evidence": evidence(of: claim, places), "year_chain": Value(claim.year.chain),
        "rule": Value(claim.rule), "corrections": Value(list: entry.corrections),
      ])
      try claims.append(named: shared)
    }
    for total in reading.totals {
      try add(total, of: document, places: places, &identifiers)
    }
    return corrected.compactMap { entry in
      entry.claim.map { IdentifiedClaim(id: entry.read.id, claim: $0) }
    }
  }

  /// What `claims` and `targets` both hold.
  private func sharedCells(_ claim: Claim) -> Cells {
    var row = cells.body(claim.body)
    row.add(cells.unit(claim.unit))
    let scale = reconciler.scale(of: claim)
    row.add(cells.values(claim.values, scoreMax: scale?.scoreMax))
    row.add([
      "year": Value(claim.year.year), "year_min": Value(claim.year.earliest),
      "year_max": Value(claim.year.latest), "year_basis": Value(claim.year.basis.rawValue),
      "assessor": cells.assessor(claim.assessor), "instrument": cells.instrument(claim.instrument),
      "scale": Value(scale?.id), "status": Value(claim.status.rawValue),
      "speaker": Value(claim.attribution.office), "confidence": Value(claim.confidence),
      "flags": Value(list: claim.flags),
    ])
    return row
  }

  /// `field:start-end;…`, counted in the quote's part; what stands in the other part is left out.
  private func evidence(of claim: Claim, _ places: TextPlaces) -> Value {
    let part = places.place(of: claim.quote).part
    return Value(
      list: claim.evidence.compactMap { evidence in
        let place = places.place(of: evidence.range)
        return place.part == part ? "\(evidence.field):\(place.start)-\(place.end)" : nil
      })
  }

  private mutating func add(
    _ total: Total, of document: String, places: TextPlaces, _ identifiers: inout Identifiers
  ) throws(DatasetError) {
    let code = total.region.map { cells.lexicon.regions[Int($0)].code }
    let quote = places.text(total.quote)
    var parts = [document, code ?? "", total.scope ?? "", total.instrument ?? ""]
    parts += [total.level ?? "", total.year.year.map(String.init) ?? "", String(total.count)]
    parts += [total.of.map(String.init) ?? "", total.zone ?? "", total.category ?? "", quote]
    var row = cells.evidence(total.quote, places)
    row.add([
      "total": Value(identifiers.next("t", parts)), "document": Value(document),
      "region_code": Value(code), "scope": Value(total.scope), "year": Value(total.year.year),
      "instrument": cells.instrument(total.instrument), "level": Value(total.level),
      "count": .integer(total.count), "of": Value(total.of), "zone": Value(total.zone),
      "category": Value(total.category),
    ])
    try totals.append(named: row)
  }

  /// What makes a claim this claim: it stays the same while rules, lexicon and confidences change.
  private func identity(of claim: Claim, _ document: String, _ quote: String) -> [String] {
    let body =
      switch claim.body {
      case .region(let row): cells.lexicon.regions[Int(row)].code
      case .other(let name, let level): level + " " + name
      }
    let values = claim.values
    return [
      document, body, claim.unit?.name ?? "", claim.instrument ?? "",
      claim.year.year.map(String.init) ?? "", claim.status.rawValue,
      values.score?.description ?? "", values.zone ?? "", values.shade ?? "", values.grade ?? "",
      values.category ?? "", values.rank.map(String.init) ?? "",
      values.rankOf.map(String.init) ?? "", values.rankScope ?? "", quote,
    ]
  }
}
