import Dataset

extension Run {
  /// Reads the parts of split articles as one text, and notes what is a part of what.
  /// - Parameter records: in the order of their addresses, each read by itself.
  func joinParts(
    _ records: inout RecordStore, _ stages: some DocumentStages
  ) async throws(DatasetError) {
    let alone = records
    let found = ArticleParts(alone)
    let isolation = isolation
    try await forEach(Array(found.runs.indices), chunk: 1) { run in
      let parts = found.runs[run].map { alone[$0] }
      return isolation.reading(together: parts[0].address) { stages.reading(ofParts: parts) }
        .map { PackedRecord($0) }
    } done: { run, parts throws(DatasetError) in
      for (place, part) in zip(found.runs[run], parts) { try records.replace(place, by: part) }
    }
    for (copy, original) in found.copies {
      let original = records[original]
      try records.update(copy) { record in
        record.reading = original.reading
        record.mentions = original.mentions
      }
    }
    for (place, part) in found.parts {
      let first = part.first.map { records.head($0).address }
      try records.update(place) { $0.part = DocumentPart(number: part.number, article: first) }
    }
    for place in found.unpreceded {
      try records.update(place) {
        $0.note("a part of an article; the part before it is not in the corpus")
      }
    }
    for (place, whole) in found.wholes {
      let address = records.head(whole).address
      try records.update(place) { record in
        // The same sentences are read there, with the others around them.
        record.reading = nil
        record.whole = address
        record.note("all of it stands in the document that shows the article on one page")
      }
    }
  }
}

extension DocumentRecord {
  mutating func note(_ remark: String) {
    reason = reason.map { $0 + "; " + remark } ?? remark
  }
}
