import Crawl
import Crypto
import Dataset

extension Run {
  /// Fills in the records of which only the names are known yet. Where the cache turns out to be damaged, the
  /// page is read again.
  func load<Stages>(
    _ records: inout RecordStore, _ crawler: Crawler, _ reading: PageReading<Stages>
  ) async throws(DatasetError) {
    let stubs = records
    var damaged: [Int] = []
    try await forEach(records.places(.stub), chunk: 64) { place in
      reading.load(stubs.head(place))
    } done: { place, record throws(DatasetError) in
      if let record { try records.replace(place, by: record) } else { damaged.append(place) }
    }
    try await read(again: damaged, of: &records, crawler) { page, _ in
      reading.record(of: page)
    }
  }

  /// Over everything that the dataset is made from, the corpus by its files.
  func fingerprint(of corpus: CorpusHash, context: String) throws(DatasetError) -> String {
    var hash = SHA256()
    for part in try settings(context) + [corpus.whole] { Self.add(part, to: &hash) }
    return Hexadecimal.text(hash.finalize())
  }

  /// The same, the corpus by what each document came to.
  func fingerprint(
    of records: RecordStore, context: String
  ) throws(DatasetError) -> String {
    var hash = SHA256()
    for part in try settings(context) { Self.add(part, to: &hash) }
    for record in records.indices.lazy.map(records.head) {
      Self.add(record.address, to: &hash)
      if let key = record.cacheKey {
        Self.add(key.text, to: &hash)
      } else {
        let capture = record.capture
        for part in [
          record.status.rawValue, record.reason, record.whole, record.sha256, capture.url,
          capture.date, capture.charset, capture.status.map(String.init),
        ] {
          Self.add(part ?? "", to: &hash)
        }
      }
    }
    return Hexadecimal.text(hash.finalize())
  }

  private static func add(_ text: String, to hash: inout SHA256) {
    hash.update(data: Array("\(text.utf8.count):".utf8))
    hash.update(data: Array(text.utf8))
  }

  private func settings(_ context: String) throws(DatasetError) -> [String] {
    [context] + (try pipelineFiles()) + corpora + ["lists"] + lists + [output, version]
  }

  /// Fingerprints of the pipeline's own files, corrections and templates of the report included; of no
  /// other folder that may lie beside them, such as a corpus.
  private func pipelineFiles() throws(DatasetError) -> [String] {
    var parts: [String] = []
    for name in try Files.list(pipeline.folder).sorted() where !name.hasPrefix(".") {
      let path = pipeline.folder + "/" + name
      guard Files.kind(of: path) == .file else { continue }
      parts += [name, try Fingerprint.file(path)]
    }
    for folder in [pipeline.lexicon, pipeline.rules, pipeline.report].compactMap({ $0 }) {
      parts.append(try Fingerprint.folder(folder))
    }
    return parts
  }

  /// Over what each document's record depends on beside the document.
  func context(libraries: [(name: String, version: String)]) throws(DatasetError) -> String {
    var hash = SHA256()
    for part in [
      "\(RecordCoding.version)", Program.fingerprint, version,
      try Fingerprint.folder(pipeline.lexicon), try Fingerprint.folder(pipeline.rules),
      "\(limits)", "\(hasGate)",
    ] + libraries.map({ "\($0.name) \($0.version)" }) {
      hash.update(data: Array((part + "\n").utf8))
    }
    return Hexadecimal.text(hash.finalize())
  }

  /// The cache beside the output folder.
  func openCache(_ note: (String) -> Void) throws(DatasetError) -> RefreshCache? {
    guard usesCache else { return nil }
    return RefreshCache.open(
      try DatasetFolder.companion(of: output, ".tilik-cache.sqlite"), isFresh: isFresh, note: note)
  }
}

/// The running program.
enum Program {
  /// Of its file, so that another build reads everything anew; empty where that cannot be read.
  static let fingerprint: String = (try? Fingerprint.file("/proc/self/exe")) ?? ""
}
