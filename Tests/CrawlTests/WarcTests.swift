import Testing

@testable import Crawl

@Suite("WARC files")
struct WarcTests {
  typealias Builder = WarcBuilder
  static let page = Array("<p>Kota Contoh</p>".utf8)

  static func outcomes(
    _ bytes: [UInt8], name: String = "a.warc.gz", limits: CrawlLimits = CrawlLimits()
  ) throws -> [Outcome] {
    let corpus = CorpusFolder([name: bytes])
    return try withExtendedLifetime(corpus) { try Outcome.all([corpus.path], limits: limits) }
  }

  /// The same records in the three ways of storing them, and a fourth that nobody intended.
  static func stored(_ records: [[UInt8]]) -> [(name: String, bytes: [UInt8])] {
    let all = records.flatMap { $0 }
    return [
      ("polos.warc", all), ("tiap.warc.gz", records.flatMap(ReadingTests.gzip)),
      ("satu.warc.gz", ReadingTests.gzip(all)),
      (
        "potong.warc.gz",
        stride(from: 0, to: all.count, by: 300)
          .flatMap { ReadingTests.gzip(Array(all[$0..<min($0 + 300, all.count)])) }
      ),
      ("salah-nama.warc", records.flatMap(ReadingTests.gzip)),
    ]
  }

  @Test("Records packed one by one, all together, anyhow or not at all; addresses lead back")
  func storing() throws {
    let (bodies, records) = Builder.pages(5)
    for (name, bytes) in Self.stored([Builder.info] + records) {
      let corpus = CorpusFolder([name: bytes])
      let found = try Outcome.all([corpus.path])
      #expect(found.map(\.bytes) == bodies, "\(name)")
      #expect(Set(found.map(\.address)).count == 5)
      for (outcome, body) in zip(found, bodies).reversed() {
        // By a reference, by a stream of the wanted, and by the address alone.
        #expect(try corpus.page(outcome.address).bytes == body, "\(outcome.address)")
        let direct = try Outcome.all([corpus.path + "/" + outcome.address])
        #expect(direct.map(\.bytes) == [body] && direct.first?.address == outcome.address)
      }
      let crawler = try Crawler([corpus.path])
      let wanted = try crawler.stream(only: [found[3].address, found[1].address])
      #expect(wanted.next()?.reference.address == found[1].address, "\(name)")
      #expect(wanted.next()?.reference.address == found[3].address, "\(name)")
      #expect(wanted.next() == nil)
    }
  }

  @Test("Members of any size, wherever they lie in what is read at once")
  func sizes() throws {
    var state: UInt32 = 1
    let bodies = (0..<60).map { number -> [UInt8] in
      let size = [10, 9_000, 65_400, 65_600, 131_000, 261_900, 262_200, 600_000][number % 8]
      let isDense = number % 3 == 0
      return Array("<p>".utf8)
        + (3..<size).map { place in
          state = state &* 1_664_525 &+ 1_013_904_223
          return isDense ? UInt8(state >> 24) | 1 : UInt8(ascii: "a") + UInt8(place / 97 % 26)
        }
    }
    let packed = bodies.flatMap { ReadingTests.gzip(Builder.response($0)) }
    #expect(try Self.outcomes(packed).map(\.bytes) == bodies)
    // Of a member that is damaged at its end the page is not trusted, and the others are there.
    let first = ReadingTests.gzip(Builder.response(bodies[1]))
    var damaged = first + packed
    damaged[first.count - 6] ^= 1
    let found = try Self.outcomes(damaged)
    #expect(found.first?.bytes == nil && found.dropFirst().map(\.bytes) == bodies)
  }

  @Test("An address is the place of the record in the file as it is stored")
  func addresses() throws {
    let (_, records) = Builder.pages(2)
    let first = ReadingTests.gzip(records[0]).count
    let found = Self.stored(records)
    #expect(
      try Self.outcomes(found[0].bytes, name: "a.warc").map(\.address)
        == ["a.warc#0", "a.warc#\(records[0].count)"])
    #expect(
      try Self.outcomes(found[1].bytes).map(\.address) == ["a.warc.gz#0", "a.warc.gz#\(first)"])
    #expect(
      try Self.outcomes(found[2].bytes).map(\.address)
        == ["a.warc.gz#0", "a.warc.gz#0+\(records[0].count)"])
  }

  /// The page as RFC 7932 packs it.
  static let brotli: [UInt8] =
    [
      139, 8, 128, 60, 112, 62, 75, 111, 116, 97, 32, 67, 111, 110, 116, 111, 104, 60, 47, 112, 62,
      3,
    ]

  @Test(
    "Bodies that are no whole Brotli, or unpack to too much, fail",
    arguments: [
      (Array(brotli.dropLast(2)), "truncated brotli"),
      ([0xFF, 0xFF, 0xFF, 0xFF], "damaged brotli"),
      // Four megabytes of spaces.
      (
        [155, 255, 255, 63, 248, 37, 64, 226, 177, 64, 32, 247, 254, 7],
        "it unpacks to more than 400 times its size"
      ),
    ] as [([UInt8], String)])
  func badBrotli(body: [UInt8], reason: String) throws {
    let record = Builder.response(body, http: ["Content-Type: text/html", "Content-Encoding: br"])
    let found = try Self.outcomes(
      record, name: "a.warc", limits: CrawlLimits(ratioFloor: 1 << 20))
    #expect(found.map(\.reason) == [reason])
  }

  /// No bytes, as RFC 1950 packs them.
  static let zlib: [UInt8] = [0x78, 0x9C, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]

  @Test(
    "Bodies in chunks, packed, both, or neither in spite of what the head says",
    arguments: [
      ("Content-Encoding: gzip", ReadingTests.gzip(page), page),
      ("Content-Encoding: x-gzip", page, page),
      ("Content-Encoding: identity", page, page),
      ("Transfer-Encoding: chunked", WarcBuilder.chunked(page, 5), page),
      ("Transfer-Encoding: chunked", page, page),
      (
        "Transfer-Encoding: chunked\r\nContent-Encoding: gzip",
        WarcBuilder.chunked(ReadingTests.gzip(page), 7), page
      ),
      ("Content-Encoding: deflate", zlib, []),
      ("Content-Encoding: deflate", [0x03, 0x00], []),
      ("Content-Encoding: br", brotli, page), ("Content-Encoding: br", page, page),
      ("Content-Encoding: deflate", page, page),
    ] as [(String, [UInt8], [UInt8])])
  func codings(head: String, body: [UInt8], expected: [UInt8]) throws {
    let record = Builder.response(body, http: ["Content-Type: text/html", head])
    #expect(try Self.outcomes(record, name: "a.warc").map(\.bytes) == [expected])
  }

  @Test(
    "What is no page is named with the reason, and what is no document is not",
    arguments: [
      (Builder.response(page, status: 404), "irrelevant", "HTTP status 404"),
      (
        Builder.response([], status: 301, http: ["Location: /b"]), "irrelevant",
        "HTTP status 301, to /b"
      ),
      (Builder.response(page, http: ["Content-Type: image/png"]), "irrelevant", "image/png"),
      (Builder.response(page, http: ["Content-Type: TEXT/HTML"]), "page", nil),
      (Builder.response(page, http: []), "page", nil),
      (Builder.response([1, 2], http: []), "irrelevant", "no content type"),
      (
        Builder.response(
          page, url: "https://a.example/robots.txt", http: ["Content-Type: text/plain"]),
        "irrelevant", "robots.txt"
      ),
      (
        Builder.response(page, http: ["Content-Type: text/html", "Content-Encoding: zstd"]),
        "failed",
        "its content coding “zstd” is not supported; save it without"
      ),
      (
        Builder.response(page, fields: ["WARC-Segment-Number: 1"]), "failed",
        "part 1 of a record that was split in segments"
      ),
      (
        Builder.record(["WARC-Type: continuation", "WARC-Segment-Number: 2"], page), "failed",
        "part 2 of a record that was split in segments"
      ),
      (
        Builder.response(page, fields: ["WARC-Truncated: length"]), "page",
        "the crawler saved a part of it only (length)"
      ),
      (
        Builder.record(
          [
            "WARC-Type: resource", "WARC-Target-URI: <https://a.example/>",
            "Content-Type: text/html",
          ], page),
        "page", nil
      ),
      (
        Builder.record(
          ["WARC-Type: resource", "WARC-Target-URI: urn:text:a", "Content-Type: text/plain"], page),
        "irrelevant", "urn: is no address of a page"
      ),
      (
        Builder.record(
          [
            "WARC-Type: conversion", "WARC-Target-URI: https://a.example/",
            "Content-Type: text/plain",
          ], page),
        "page", nil
      ),
      (
        Builder.record(
          ["WARC-Type: response", "WARC-Target-URI: dns:a.example", "Content-Type: text/dns"], page),
        "irrelevant", "text/dns"
      ),
      (
        Builder.record(["WARC-Type: response", "Content-Type: application/http"], page), "failed",
        "no HTTP response in this record"
      ),
      (
        Builder.record(
          ["WARC-Type: revisit", "WARC-Refers-To-Target-URI: https://a.example/b"], page),
        "irrelevant",
        "as https://a.example/b was before; that record is not in front of it in this file"
      ),
      (Builder.info, "irrelevant", "no pages among its 1 records"),
      ([], "irrelevant", "an empty archive"),
      (page, "failed", "no WARC file: it does not begin with a record"),
    ] as [([UInt8], String, String?)])
  func kinds(record: [UInt8], kind: String, reason: String?) throws {
    for (name, bytes) in [("a.warc", record), ("a.warc.gz", ReadingTests.gzip(record))] {
      let found = try Self.outcomes(bytes, name: name)
      #expect(found.map(\.kind) == [kind] && found.first?.reason == reason, "\(found)")
    }
  }

  @Test("A page that was visited again is a copy of the first, by digest or by its record")
  func revisits() throws {
    let first = Builder.response(
      Self.page, fields: ["WARC-Payload-Digest: sha1:ABC", "WARC-Record-ID: <urn:uuid:1>"])
    let revisit = Builder.record(["WARC-Type: revisit", "WARC-Payload-Digest: sha1:ABC"], [])
    let other = Builder.record(["WARC-Type: revisit", "WARC-Refers-To: <urn:uuid:1>"], [])
    let conversion = Builder.record(
      [
        "WARC-Type: conversion", "WARC-Refers-To: <urn:uuid:1>", "Content-Type: text/plain",
        "WARC-Target-URI: https://a.example",
      ], Self.page)
    let found = try Self.outcomes(first + revisit + other + conversion, name: "a.warc")
    #expect(
      found.map(\.kind) == ["page", "copy of a.warc#0", "copy of a.warc#0", "irrelevant"],
      "\(found)")
  }

  @Test("Address, day, status and character set come from the headers")
  func capture() throws {
    let record = Builder.response(
      Self.page, url: "https://contoh.example/x",
      http: ["content-type:text/html;\r\n  Charset=\"windows-1251\"; a=b"])
    let corpus = CorpusFolder(["a.warc": record])
    let capture = try corpus.page("a.warc#0").capture
    #expect(
      capture
        == Capture(
          url: "https://contoh.example/x", date: "2024-02-01T03:04:05Z", status: 200,
          charset: "windows-1251"))
  }

  @Test("A record too large, or one that unpacks to too much, does not stop the others")
  func limits() throws {
    let (bodies, records) = Builder.pages(2)
    let large = Builder.response([UInt8](repeating: 65, count: 3 << 20))
    for (name, bytes) in Self.stored([records[0], large, records[1]]).prefix(2) {
      let found = try Self.outcomes(bytes, name: name, limits: CrawlLimits(pageBytes: 1 << 20))
      #expect(found.map(\.bytes) == [bodies[0], nil, bodies[1]], "\(name) \(found)")
      #expect(found[1].reason == "larger than 1048576 bytes")
    }
    let bomb = [records[0], large, records[1]].flatMap(ReadingTests.gzip)
    let found = try Self.outcomes(bomb, limits: CrawlLimits(ratio: 100, ratioFloor: 1 << 20))
    #expect(found.map(\.bytes) == [bodies[0], nil, bodies[1]], "\(found)")
    #expect(found[1].reason == "it unpacks to far more than its size")
    let few = try Self.outcomes(
      records.flatMap { $0 }, name: "a.warc", limits: CrawlLimits(entries: 1))
    #expect(few.map(\.kind) == ["page", "failed"])
  }

  @Test("Damage in one record leaves the others", arguments: [false, true])
  func damage(isPacked: Bool) throws {
    let (bodies, records) = Builder.pages(4)
    var wrong = records
    wrong[1] = Builder.response(bodies[1], length: bodies[1].count + 5000)
    var packed = records.map(ReadingTests.gzip)
    packed[1][packed[1].count / 2] ^= 0x55
    packed[2] += Array("sampah".utf8)
    let bytes = isPacked ? packed.flatMap { $0 } : wrong.flatMap { $0 }
    let found = try Self.outcomes(bytes, name: isPacked ? "a.warc.gz" : "a.warc")
    #expect(found.compactMap(\.bytes) == [bodies[0], bodies[2], bodies[3]], "\(found)")
    #expect(Set(found.map(\.address)).count == found.count)
    #expect(
      found.contains {
        $0.kind == "failed"
          && $0.address.hasSuffix("#\(isPacked ? packed[0].count : records[0].count)")
      })
  }

  @Test("Zeros behind the last member are padding")
  func padding() throws {
    let (bodies, records) = Builder.pages(1)
    let bytes = ReadingTests.gzip(records[0]) + [UInt8](repeating: 0, count: 512)
    #expect(try Self.outcomes(bytes).map(\.bytes) == bodies)
  }

  @Test("Cut anywhere, a file gives its whole records and says that something is missing")
  func truncation() throws {
    let (bodies, records) = Builder.pages(4)
    for (name, bytes) in Self.stored(records).prefix(3) {
      let corpus = CorpusFolder()
      var ends = [0]
      let parts = name == "tiap.warc.gz" ? records.map(ReadingTests.gzip) : records
      for part in parts { ends.append(ends[ends.count - 1] + part.count) }
      for length in 1..<bytes.count {
        corpus.write(Array(bytes[..<length]), to: name)
        let found = try Outcome.all([corpus.path])
        let pages = found.compactMap(\.bytes)
        #expect(pages.elementsEqual(bodies.prefix(pages.count)), "\(name) \(length)")
        let isSaid = found.last?.kind == "failed" && found.count == pages.count + 1
        // Between records nothing tells that there were more, and line ends behind the last one are
        // not missed.
        let isBetween = ends.contains { $0 - (name == "polos.warc" ? 4 : 0)...$0 ~= length }
        #expect(isSaid || name != "satu.warc.gz" && isBetween, "\(name) \(length) \(found)")
      }
    }
  }

  @Test("Bytes that were changed at random never stop the crawl")
  func flips() throws {
    let (_, records) = Builder.pages(3)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func random(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    for (name, bytes) in Self.stored(records) {
      let corpus = CorpusFolder()
      for _ in 0..<150 {
        var damaged = bytes
        for _ in 0...random(4) { damaged[random(damaged.count)] = UInt8(random(256)) }
        corpus.write(damaged, to: name)
        let found = try Outcome.all([corpus.path])
        #expect(!found.isEmpty && Set(found.map(\.address)).count == found.count, "\(found)")
      }
    }
  }

  @Test("Memory holds one record, however long the file")
  func streaming() throws {
    let corpus = CorpusFolder()
    let (_, records) = Builder.pages(50)
    let member = records.flatMap(ReadingTests.gzip)
    corpus.write((0..<40).flatMap { _ in member }, to: "a.warc.gz")
    let stream = try Crawler([corpus.path]).stream()
    var (count, heaviest) = (0, 0)
    while let document = stream.next() {
      count += 1
      heaviest = max(heaviest, document.weight)
    }
    #expect(count == 2000 && heaviest < 2000)
  }
}
