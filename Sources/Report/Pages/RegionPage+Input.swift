import Dataset

extension RegionPage {
  /// A digest of all that the pages of a body are made from, beside templates and texts. Whatever `page` reads
  /// has its place here; a test changes every value of every table to find what was forgotten.
  static func input(
    _ body: Body, _ data: ReportData, anchors: [String: String], shared: Digest128
  ) -> Digest128 {
    var writer = ByteWriter()
    writer.write(shared)
    for text in [body.key, body.name, body.code, body.level, body.file] { writer.write(text) }
    writer.write(list: body.results) { $0.write($1) }
    writer.write(list: body.claims) { writer, claim in
      writer.write(claim)
      let passage = data.passages[claim["claim"].written]
      for text in [passage.before, passage.after] { writer.write(text) }
      for isCut in [passage.isCutBefore, passage.isCutAfter] { writer.write(isCut) }
      let address = claim["document"].written
      writer.write(optional: data.document(address)) { $0.write($1) }
      writer.write(anchors[address])
      writer.write(data.savedPages[address])
    }
    return Digest128(of: writer.bytes)
  }

  /// Of what all bodies have in common.
  static func shared(_ data: ReportData, madeBy program: String) -> Digest128 {
    var writer = ByteWriter()
    writer.write(program)
    for schema in [Schema.scales, Schema.instruments] {
      for record in data.records(schema) { writer.write(record) }
    }
    writer.write(list: data.resultInstruments) { $0.write($1) }
    return Digest128(of: writer.bytes)
  }
}
