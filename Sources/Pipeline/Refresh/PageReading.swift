import Crawl
import Extract
import Interpret

/// How a run comes from a page to its record: from the cache, else through the gate, else by the stages.
struct PageReading<Stages: DocumentStages>: Sendable {
  let stages: Stages
  var gate: RelevanceGate?
  var cache: RefreshCache?
  /// Over tables, rules, settings and the program: part of each key.
  var context = ""

  /// A page at first sight. When the cache has it, a stub without its contents, which `load` fills in.
  func record(of page: SavedPage) -> DocumentRecord {
    guard let cache else { return ungated(page) ?? stages.record(of: page, without: nil) }
    let key = DocumentKey(page, template: nil, isGated: gate != nil, context: context)
    if cache.has(key) {
      var stub = DocumentRecord(
        address: page.address, sha256: page.sha256, status: .read, capture: page.capture)
      stub.cacheKey = key
      stub.isStub = true
      return stub
    }
    // What the gate holds back is sooner told anew than kept.
    return ungated(page) ?? stored(stages.record(of: page, without: nil), under: key, cache)
  }

  /// A page read without what its site repeats, or after all in spite of the gate.
  func record(of page: SavedPage, without template: SiteTemplate?) -> DocumentRecord {
    guard let cache else { return stages.record(of: page, without: template) }
    let alone = DocumentKey(page, template: nil, isGated: gate != nil, context: context)
    let key =
      template.map { DocumentKey(alone, without: $0) }
      ?? DocumentKey(page, template: nil, isGated: false, context: context)
    let stub = DocumentRecord(
      address: page.address, sha256: page.sha256, status: .read, capture: page.capture)
    if var known = load(stub, under: key, cache) {
      known.cacheKey = key
      return known
    }
    return stored(stages.record(of: page, without: template), under: key, cache)
  }

  /// The same from the cache, without the page.
  func cached(_ record: DocumentRecord, without template: SiteTemplate) -> DocumentRecord? {
    guard let cache, let alone = record.cacheKey else { return nil }
    let key = DocumentKey(alone, without: template)
    guard var found = load(record, under: key, cache) else { return nil }
    found.cacheKey = alone
    return found
  }

  /// The record that a stub stands for; nil when its entry is damaged.
  func load(_ stub: DocumentRecord) -> PackedRecord? {
    guard let cache, let key = stub.cacheKey, let body = cache.body(of: key) else { return nil }
    guard let record = try? PackedRecord(stub, body: body) else {
      cache.forget(key)
      return nil
    }
    return record
  }

  private func load(
    _ stub: DocumentRecord, under key: DocumentKey, _ cache: RefreshCache
  ) -> DocumentRecord? {
    guard let body = cache.body(of: key) else { return nil }
    guard let record = try? RecordCoding.record(from: body, for: stub) else {
      cache.forget(key)
      return nil
    }
    return record
  }

  private func ungated(_ page: SavedPage) -> DocumentRecord? { gate?.record(of: page) }

  private func stored(
    _ record: DocumentRecord, under key: DocumentKey, _ cache: RefreshCache
  ) -> DocumentRecord {
    // Memory may suffice another time.
    guard record.article?.remark != Extractor.memoryRemark else { return record }
    cache.store(RecordCoding.bytes(of: record), under: key)
    var record = record
    record.cacheKey = key
    return record
  }
}
