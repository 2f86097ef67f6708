extension Run {
  /// Reads the parts of split articles as one text, and notes what is a part of what.
  /// - Parameter records: in the order of their addresses, each read by itself.
  func joinParts(
    _ records: [DocumentRecord], _ stages: some DocumentStages
  ) async -> [DocumentRecord] {
    let found = ArticleParts(records)
    let joined = await ParallelMap.map(found.runs, jobs: jobs, chunk: 1) { run in
      stages.reading(ofParts: run.map { records[$0] })
    } done: { _ in
    }
    var records = records
    for (run, parts) in zip(found.runs, joined) {
      for (index, part) in zip(run, parts) { records[index] = part }
    }
    for (copy, original) in found.copies {
      records[copy].reading = records[original].reading
      records[copy].mentions = records[original].mentions
    }
    for (index, part) in found.parts {
      records[index].part = DocumentPart(
        number: part.number, article: part.first.map { records[$0].address })
    }
    for index in found.unpreceded {
      records[index].note("a part of an article; the part before it is not in the corpus")
    }
    for (index, whole) in found.wholes {
      // The same sentences are read there, with the others around them.
      records[index].reading = nil
      records[index].whole = records[whole].address
      records[index].note("all of it stands in the document that shows the article on one page")
    }
    return records
  }
}

extension DocumentRecord {
  mutating func note(_ remark: String) {
    reason = reason.map { $0 + "; " + remark } ?? remark
  }
}
