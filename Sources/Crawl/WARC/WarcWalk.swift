/// The documents of a WARC file: what servers gave as pages. Requests, metadata and the like are passed
/// by; what else servers gave is named with the reason why it is not read.
final class WarcWalk: DocumentWalk {
  /// Lines of an HTTP head.
  private static let headLines = 1000

  private let reader: WarcReader
  private let address: String
  private let context: WalkContext
  private var seen = SeenRecords()
  /// What is asked for, nearest first; nil for all.
  private var places: [RecordPlace]?
  private var records = 0
  private var documents = 0
  private var isDone = false

  init(_ stream: any ByteStream, address: String, context: WalkContext) throws(StreamFailure) {
    reader = try WarcReader(stream, limits: context.limits)
    self.address = address
    self.context = context
    if let wanted = context.wanted {
      let prefix = address + "#"
      places = wanted.all(below: prefix)
        .compactMap { RecordPlace($0.dropFirst(prefix.count)) }.sorted().reversed()
    }
  }

  func next() -> CrawledDocument? {
    while !isDone {
      if let document = take(step()) {
        documents += 1
        return document
      }
    }
    return nil
  }

  private func step() -> WarcReader.Step {
    guard places != nil else { return reader.next() }
    guard let place = places?.popLast() else { return .end(reason: nil) }
    let step = reader.record(at: place)
    if case .end = step { return .trouble(place, "no record is there") }
    return step
  }

  private func take(_ step: WarcReader.Step) -> CrawledDocument? {
    switch step {
    case .record(let header, let place):
      records += 1
      if let limit = context.limits.entries, records > limit {
        return end(reason: "more than \(limit) records; the rest was not read")
      }
      do throws(StreamFailure) {
        guard var document = try document(header, place) else { return nil }
        if places == nil, let reason = reader.seal() {
          document.content = .file
          document.omission = .failed(reason)
        } else if document.omission == nil {
          seen.add(header, place)
        }
        return document
      } catch {
        return take(reader.trouble(error))
      }
    case .trouble(let place, let reason): return omitted(place, .failed(reason))
    case .end(let reason): return end(reason: reason)
    }
  }

  /// A row for the file itself, when it is to be said that something is missing.
  private func end(reason: String?) -> CrawledDocument? {
    isDone = true
    guard places == nil else { return nil }
    if let reason { return context.document(address, omission: .failed(reason)) }
    guard documents == 0 else { return nil }
    let what = records == 0 ? "an empty archive" : "no pages among its \(records) records"
    return context.document(address, omission: .irrelevant(what))
  }

  private func label(_ place: RecordPlace) -> String { address + "#" + place.written }

  private func omitted(
    _ place: RecordPlace, _ omission: Omission, _ capture: Capture = Capture()
  ) -> CrawledDocument {
    var document = context.document(label(place), omission: omission)
    document.capture = capture
    return document
  }

  // MARK: Records

  private func document(
    _ header: WarcHeader, _ place: RecordPlace
  ) throws(StreamFailure) -> CrawledDocument? {
    var capture = Capture(url: header.url, date: header.date)
    func omitted(_ omission: Omission) -> CrawledDocument {
      self.omitted(place, omission, capture)
    }
    switch header.kind {
    case .other: return nil
    case .continuation:
      return omitted(.failed("part \(header.segment ?? 2) of a record that was split in segments"))
    case .revisit: return omitted(revisited(header))
    case .response, .resource, .conversion: break
    }
    if let segment = header.segment, segment > 0 {
      return omitted(.failed("part \(segment) of a record that was split in segments"))
    }
    var type = header.contentType
    var codings: [Coding] = []
    if header.kind == .response {
      guard type == nil || type?.name == "application/http" else {
        return omitted(.irrelevant(type?.name ?? ""))
      }
      guard let head = try head() else {
        return omitted(.failed("no HTTP response in this record"))
      }
      capture.status = head.status
      type = head.contentType
      codings = head.codings
      if let reason = Self.reason(head) { return omitted(.irrelevant(reason)) }
    } else if let url = header.url, !Self.isWebAddress(url) {
      return omitted(.irrelevant("\(url.prefix { $0 != ":" }): is no address of a page"))
    } else if header.kind == .conversion, let page = header.refersTo.flatMap(seen.place) {
      return omitted(.irrelevant("a conversion of the page at \(label(page))"))
    }
    guard let format = type.map(\.format) ?? .html else {
      return omitted(.irrelevant(type?.name ?? ""))
    }
    capture.charset = type?.charset
    if format == .text, Self.isRobots(header.url) { return omitted(.irrelevant("robots.txt")) }
    guard reader.remaining <= context.limits.pageBytes else {
      return omitted(.failed(context.limits.tooLarge))
    }
    var document = context.document(label(place), format: format)
    document.capture = capture
    document.remark = header.truncated.map { "the crawler saved a part of it only (\($0))" }
    guard context.keepsContent || type == nil else { return document }
    let body = try reader.read(reader.remaining)
    // Without a type, what begins like markup is taken for a page.
    if type == nil, body.first(where: { $0 > 0x20 }) != UInt8(ascii: "<") {
      return omitted(.irrelevant("no content type"))
    }
    if context.keepsContent { document.content = .bytes(body, codings) }
    return document
  }

  private func head() throws(StreamFailure) -> HTTPHead? {
    var lines: [[UInt8]] = []
    while let line = try reader.line(), !line.isEmpty {
      lines.append(line)
      if lines.count == 1, !line.starts(with: "HTTP/".utf8) { return nil }
      if lines.count > Self.headLines { return nil }
    }
    return HTTPHead(lines)
  }

  /// Why a response holds no page; nil when it may.
  private static func reason(_ head: HTTPHead) -> String? {
    switch head.status {
    // RFC 9110, section 15.3: the page itself, and the page as a proxy changed it.
    case 200, 203: return nil
    case 300..<400:
      return "HTTP status \(head.status)" + (head.location.map { ", to \($0)" } ?? "")
    default: return "HTTP status \(head.status)"
    }
  }

  private static func isWebAddress(_ url: String) -> Bool {
    ["http:", "https:", "file:", "ftp:"].contains { url.lowercased().hasPrefix($0) }
  }

  private static func isRobots(_ url: String?) -> Bool {
    guard let url else { return false }
    let path = url.prefix { $0 != "?" && $0 != "#" }
    return path.hasSuffix("/robots.txt") && path.filter { $0 == "/" }.count == 3
  }

  /// A record that says that a page was as before.
  private func revisited(_ header: WarcHeader) -> Omission {
    let original =
      header.payloadDigest.flatMap(seen.place) ?? header.refersTo.flatMap(seen.place)
    if let original {
      return .copy(of: label(original), "visited again, and found as it was")
    }
    let what = header.refersToURL ?? header.refersTo ?? header.url ?? "a page"
    return .irrelevant("as \(what) was before; that record is not in front of it in this file")
  }
}

/// Where pages of a file stand, for the records that refer to them.
struct SeenRecords {
  /// Beyond these the first ones are known and later ones are not, so that memory has a bound.
  private static let limit = 1 << 20

  private var places: [UInt64: RecordPlace] = [:]

  mutating func add(_ header: WarcHeader, _ place: RecordPlace) {
    for name in [header.payloadDigest, header.identifier].compactMap({ $0 }) {
      guard places.count < Self.limit else { return }
      let key = NameCount.hash(name.utf8)
      if places[key] == nil { places[key] = place }
    }
  }

  func place(_ name: String) -> RecordPlace? { places[NameCount.hash(name.utf8)] }
}
