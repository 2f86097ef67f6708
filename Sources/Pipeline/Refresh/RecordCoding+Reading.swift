import Dataset
import Interpret
import Lexicon

extension ByteWriter {
  mutating func write(reading: Reading) {
    write(list: reading.claims) { $0.write(claim: $1) }
    write(list: reading.totals) { $0.write(total: $1) }
    write(list: reading.citations) { writer, citation in
      for text in [
        citation.regulation, citation.article, citation.paragraph, citation.letter,
        citation.number,
      ] { writer.write(text) }
      writer.write(citation.resolution.rawValue)
      writer.write(citation.range)
    }
    write(list: reading.relations) { $0.write(relation: $1) }
    write(optional: reading.regulation) { $0.write(regulation: $1) }
    write(list: reading.bands) { $0.write(band: $1) }
    write(list: reading.diagnostics) { writer, diagnostic in
      writer.write(diagnostic.kind)
      writer.write(diagnostic.message)
      writer.write(diagnostic.range)
    }
    write(list: reading.matches) { writer, match in
      writer.write(match.rule)
      writer.write(match.range)
    }
  }

  private mutating func write(claim: Claim) {
    switch claim.body {
    case .region(let row):
      write(true)
      write(Int(row))
    case .other(let name, let level):
      write(false)
      write(name)
      write(level)
    }
    write(optional: claim.unit) { writer, unit in
      writer.write(unit.unit.map(Int.init))
      writer.write(unit.name)
      writer.write(unit.type)
      writer.write(unit.sector)
      writer.write(unit.count)
    }
    write(year: claim.year)
    for text in [claim.assessor, claim.instrument, claim.scale] { write(text) }
    let attribution = claim.attribution
    for text in [attribution.office, attribution.name, attribution.source] { write(text) }
    let values = claim.values
    write(optional: values.score) { $0.write(fixed: $1) }
    for text in [values.zone, values.shade, values.grade, values.category, values.rankScope] {
      write(text)
    }
    for number in [values.rank, values.rankOf, claim.unitsAssessed] { write(number) }
    write(claim.status.rawValue)
    write(claim.isDerived)
    write(claim.quote)
    write(list: claim.evidence) { writer, evidence in
      writer.write(evidence.field)
      writer.write(evidence.range)
    }
    write(claim.rule)
    write(fixed: claim.confidence)
    write(list: claim.flags) { $0.write($1) }
  }

  private mutating func write(total: Total) {
    write(total.region.map(Int.init))
    write(total.scope)
    write(year: total.year)
    write(total.instrument)
    write(total.level)
    write(total.count)
    write(total.of)
    write(total.zone)
    write(total.category)
    write(total.quote)
  }

  private mutating func write(year: ClaimYear) {
    for number in [year.year, year.earliest, year.latest] { write(number) }
    write(year.basis.rawValue)
    write(year.chain)
  }

  mutating func write(fixed: FixedPoint) {
    write(Int(fixed.units))
    write(fixed.scale)
  }
}

extension ByteReader {
  mutating func reading() throws(ByteDamage) -> Reading {
    var reading = Reading()
    reading.claims = try list { reader throws(ByteDamage) in try reader.claim() }
    reading.totals = try list { reader throws(ByteDamage) in try reader.total() }
    reading.citations = try list { reader throws(ByteDamage) in
      Citation(
        regulation: try reader.optionalString(), article: try reader.optionalString(),
        paragraph: try reader.optionalString(), letter: try reader.optionalString(),
        number: try reader.optionalString(), resolution: try reader.word(),
        range: try reader.range())
    }
    reading.relations = try list { reader throws(ByteDamage) in try reader.relation() }
    reading.regulation = try optional { reader throws(ByteDamage) in try reader.regulation() }
    reading.bands = try list { reader throws(ByteDamage) in try reader.band() }
    reading.diagnostics = try list { reader throws(ByteDamage) in
      Diagnostic(
        kind: try reader.string(), message: try reader.string(), range: try reader.range())
    }
    reading.matches = try list { reader throws(ByteDamage) in
      RuleMatch(rule: try reader.string(), range: try reader.range())
    }
    return reading
  }

  private mutating func claim() throws(ByteDamage) -> Claim {
    let body: Body =
      try bool()
      ? .region(try int32()) : .other(name: try string(), level: try string())
    let unit = try optional { reader throws(ByteDamage) in
      ClaimUnit(
        unit: try reader.optional { reader throws(ByteDamage) in try reader.int32() },
        name: try reader.string(), type: try reader.optionalString(),
        sector: try reader.optionalString(), count: try reader.optionalInt())
    }
    let year = try year()
    let (assessor, instrument) = (try optionalString(), try optionalString())
    let scale = try optionalString()
    let attribution = Attribution(
      office: try optionalString(), name: try optionalString(), source: try optionalString())
    var values = ClaimValues()
    values.score = try optional { reader throws(ByteDamage) in try reader.fixed() }
    values.zone = try optionalString()
    values.shade = try optionalString()
    values.grade = try optionalString()
    values.category = try optionalString()
    values.rankScope = try optionalString()
    values.rank = try optionalInt()
    values.rankOf = try optionalInt()
    let unitsAssessed = try optionalInt()
    let status: ClaimStatus = try word()
    let isDerived = try bool()
    let quote = try range()
    let evidence = try list { reader throws(ByteDamage) in
      Evidence(field: try reader.string(), range: try reader.range())
    }
    return Claim(
      restored: body, unit: unit, year: year, assessor: assessor, instrument: instrument,
      scale: scale, values: values, unitsAssessed: unitsAssessed, status: status,
      isDerived: isDerived, attribution: attribution, quote: quote, evidence: evidence,
      rule: try string(), confidence: try fixed(), flags: try strings())
  }

  private mutating func total() throws(ByteDamage) -> Total {
    Total(
      restored: try optional { reader throws(ByteDamage) in try reader.int32() },
      scope: try optionalString(), year: try year(), instrument: try optionalString(),
      level: try optionalString(), count: try int(), of: try optionalInt(),
      zone: try optionalString(), category: try optionalString(), quote: try range())
  }

  private mutating func year() throws(ByteDamage) -> ClaimYear {
    ClaimYear(
      year: try optionalInt(), earliest: try optionalInt(), latest: try optionalInt(),
      basis: try word(), chain: try optionalString())
  }

  mutating func fixed() throws(ByteDamage) -> FixedPoint {
    FixedPoint(units: Int64(try int()), scale: try int())
  }
}
