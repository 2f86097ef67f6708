import Dataset
import Extract
import Interpret

extension ByteWriter {
  mutating func write(regulation: RegulationDocument) {
    write(Int(regulation.name.type))
    write(regulation.name.body)
    write(regulation.name.region.map(Int.init))
    write(regulation.name.number)
    write(regulation.name.year)
    write(regulation.form.rawValue)
    write(regulation.heading)
    write(regulation.title)
    write(regulation.place)
    for date in [regulation.enacted, regulation.promulgated, regulation.effective] {
      write(optional: date) { $0.write(date: $1) }
    }
    write(regulation.effectBasis?.rawValue)
    write(regulation.gazette)
    write(regulation.status)
    write(list: regulation.parts) { writer, part in
      writer.write(part.kind.rawValue)
      writer.write(part.number)
      writer.write(part.path)
      writer.write(optional: part.heading) { $0.write($1) }
      writer.write(part.text)
      writer.write(part.end)
    }
    write(list: regulation.relations) { $0.write(relation: $1) }
  }

  mutating func write(relation: RegulationRelation) {
    write(relation.regulation)
    write(relation.kind.rawValue)
    write(relation.other)
    write(relation.evidence)
  }

  mutating func write(band: StatedBand) {
    write(band.group)
    write(band.instrument)
    write(fixed: band.min)
    write(fixed: band.max)
    for text in [band.zone, band.shade, band.grade, band.category] { write(text) }
    write(band.quote)
  }

  mutating func write(date: PublishedDate) {
    for number in [date.year, date.month, date.day] { write(number) }
    write(date.time)
    write(date.zone)
  }
}

extension ByteReader {
  mutating func regulation() throws(ByteDamage) -> RegulationDocument {
    let name = RegulationName(
      type: try int32(), body: try optionalString(),
      region: try optional { reader throws(ByteDamage) in try reader.int32() },
      number: try optionalString(), year: try optionalInt())
    var regulation = RegulationDocument(name: name, form: try word(), heading: try range())
    regulation.title = try optionalString()
    regulation.place = try optionalString()
    regulation.enacted = try optional { reader throws(ByteDamage) in try reader.date() }
    regulation.promulgated = try optional { reader throws(ByteDamage) in try reader.date() }
    regulation.effective = try optional { reader throws(ByteDamage) in try reader.date() }
    regulation.effectBasis = try optional { reader throws(ByteDamage) in try reader.word() }
    regulation.gazette = try optionalString()
    regulation.status = try optionalString()
    regulation.parts = try list { reader throws(ByteDamage) in
      RegulationPart(
        kind: try reader.word(), number: try reader.string(), path: try reader.string(),
        heading: try reader.optional { reader throws(ByteDamage) in try reader.range() },
        text: try reader.range(), end: try reader.int())
    }
    regulation.relations = try list { reader throws(ByteDamage) in try reader.relation() }
    return regulation
  }

  mutating func relation() throws(ByteDamage) -> RegulationRelation {
    RegulationRelation(
      regulation: try string(), kind: try word(), other: try string(), evidence: try range())
  }

  mutating func band() throws(ByteDamage) -> StatedBand {
    StatedBand(
      group: try int(), instrument: try optionalString(), min: try fixed(), max: try fixed(),
      zone: try optionalString(), shade: try optionalString(), grade: try optionalString(),
      category: try optionalString(), quote: try range())
  }

  mutating func date() throws(ByteDamage) -> PublishedDate {
    PublishedDate(
      year: try int(), month: try int(), day: try int(), time: try optionalString(),
      zone: try optionalString())
  }
}
