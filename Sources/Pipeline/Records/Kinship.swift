import Dataset
import Extract

/// What is asked of a document when it is set beside others: parts of one article, pages of one site, copies. It is
/// made when the document is read, and kept in front of what was read, so that comparing unpacks no text.
struct Kinship: Sendable, Hashable {
  let part: PagePart?
  let outline: PageOutline?
  let wording: Wording?

  init(_ record: DocumentRecord) {
    part = record.article.flatMap(PagePart.init)
    outline = record.outline
    wording = Wording(record)
  }
}

// MARK: As bytes

extension Kinship {
  func write(to writer: inout ByteWriter) {
    writer.write(optional: part) { writer, part in
      writer.write(part.base)
      writer.write(part.title)
      writer.write(part.number)
      for flag in [part.isNamed, part.isWhole, part.hasPrevious] { writer.write(flag) }
      writer.write(list: part.addresses) { $0.write($1) }
      writer.write(part.next)
    }
    writer.write(optional: outline) { writer, outline in
      writer.write(outline.site)
      writer.write(fixed: outline.title)
      writer.write(list: outline.passages) { writer, passage in
        writer.write(fixed: passage.key)
        writer.write(Int(passage.length))
        writer.write(passage.isCandidate)
      }
    }
    writer.write(optional: wording) { writer, wording in
      writer.write(fixed: wording.digest.high)
      writer.write(fixed: wording.digest.low)
      writer.write(list: wording.keys) { $0.write(fixed: $1) }
      writer.write(list: wording.subjects.hashes) { $0.write(fixed: $1) }
      writer.write(wording.subjects.isOfClaims)
    }
  }

  init(from reader: inout ByteReader) throws(ByteDamage) {
    part = try reader.optional { reader throws(ByteDamage) in
      let (base, title) = (try reader.string(), Array(try reader.data()))
      let number = try reader.optionalInt()
      let (isNamed, isWhole, hasPrevious) = (
        try reader.bool(), try reader.bool(), try reader.bool()
      )
      return PagePart(
        base: base, title: title, number: number, isNamed: isNamed, isWhole: isWhole,
        addresses: try reader.strings(), next: try reader.optionalString(),
        hasPrevious: hasPrevious)
    }
    outline = try reader.optional { reader throws(ByteDamage) in
      PageOutline(
        site: try reader.string(), title: try reader.fixed(),
        passages: try reader.list { reader throws(ByteDamage) in
          PageOutline.Passage(
            key: try reader.fixed(), length: try reader.int32(), isCandidate: try reader.bool())
        })
    }
    wording = try reader.optional { reader throws(ByteDamage) in
      Wording(
        digest: Wording.Digest(high: try reader.fixed(), low: try reader.fixed()),
        keys: try reader.list { reader throws(ByteDamage) in try reader.fixed() },
        subjects: Subjects(
          hashes: try reader.list { reader throws(ByteDamage) in try reader.fixed() },
          isOfClaims: try reader.bool()))
    }
  }
}
