import CZlib
import Testing

@testable import Crawl

@Suite("Reading documents")
struct ReadingTests {
  /// One gzip member.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let version = CZlib.zlibVersion()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, version,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: bytes.count + 1 << 16)
    var input = bytes
    let count = output.count
    let left = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(count)
        _ = deflate(&stream, Z_FINISH)
        return Int(stream.avail_out)
      }
    }
    return Array(output[..<(count - left)])
  }

  static let page = Array("<p>Kota Contoh meraih nilai 80,85.</p>\n".utf8)
  /// More than a piece of input and a piece of output, and hard to pack.
  static let long: [UInt8] = {
    var state: UInt64 = 88_172_645_463_325_252
    return (0..<300_000).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return UInt8(truncatingIfNeeded: state)
    }
  }()

  @Test(
    "The hash is that of the page, packed or not (FIPS 180-4's \"abc\")", arguments: [false, true])
  func hash(isPacked: Bool) throws {
    let bytes = Array("abc".utf8)
    let name = isPacked ? "a.html.gz" : "a.html"
    let page = try CorpusFolder([name: isPacked ? Self.gzip(bytes) : bytes]).page(name)
    #expect(page.bytes == bytes)
    #expect(page.format == .html)
    #expect(page.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("Zero bytes and bytes that are no page are pages all the same")
  func odd() throws {
    let corpus = CorpusFolder(["kosong.html": [], "biner.html": [0, 255, 0, 1], "a.txt": [65]])
    #expect(try corpus.page("kosong.html").bytes.isEmpty)
    #expect(try corpus.page("biner.html").bytes == [0, 255, 0, 1])
    #expect(try corpus.page("a.txt").format == .text)
  }

  @Test("Members of gzip behind one another are one page; what follows them does not count")
  func members() throws {
    let two = Self.gzip(Self.page) + Self.gzip(Self.long)
    let corpus = CorpusFolder([
      "dua.html.gz": two, "nol.html.gz": two + [0, 0, 0, 0], "sisa.html.gz": two + Self.page,
      "kosong.html.gz": Self.gzip([]),
    ])
    for name in ["dua.html.gz", "nol.html.gz", "sisa.html.gz"] {
      #expect(try corpus.page(name).bytes == Self.page + Self.long, "\(name)")
    }
    #expect(try corpus.page("kosong.html.gz").bytes.isEmpty)
  }

  @Test("Truncated wherever it is, gzip fails", arguments: [0, 1, 5, 10, 20, 40])
  func truncated(length: Int) throws {
    let packed = Self.gzip(Self.page)
    let corpus = CorpusFolder(["a.html.gz": Array(packed.prefix(length))])
    let error = #expect(throws: CrawlError.self) { try corpus.page("a.html.gz") }
    #expect(error?.reason.hasPrefix("truncated gzip, after ") == true)
  }

  @Test("Truncated inside a second member it fails as well")
  func truncatedSecond() throws {
    let bytes = Self.gzip(Self.page) + Self.gzip(Self.page).dropLast(4)
    let error = #expect(throws: CrawlError.self) {
      try CorpusFolder(["a.html.gz": bytes]).page("a.html.gz")
    }
    #expect(error?.reason == "truncated gzip, after \(2 * Self.page.count) bytes of the page")
  }

  @Test("A page that was never packed, or with a byte changed, fails")
  func damaged() throws {
    var flipped = Self.gzip(Self.page)
    flipped[flipped.count - 6] ^= 1
    for bytes in [Self.page, flipped] {
      let error = #expect(throws: CrawlError.self) {
        try CorpusFolder(["a.html.gz": bytes]).page("a.html.gz")
      }
      #expect(error?.reason.hasPrefix("damaged gzip") == true)
    }
  }

  @Test("Bombs and giants fail at the limit")
  func limits() throws {
    let zeros = [UInt8](repeating: 32, count: 4 << 20)
    let corpus = CorpusFolder(["bom.html.gz": Self.gzip(zeros), "besar.html": Self.long])
    #expect(try corpus.page("bom.html.gz").bytes.count == zeros.count)
    let ratio = CrawlLimits(pageBytes: 200 << 20, ratio: 400, ratioFloor: 1 << 20)
    var error = #expect(throws: CrawlError.self) { try corpus.page("bom.html.gz", limits: ratio) }
    #expect(error?.reason == "it unpacks to more than 400 times its size")
    let size = CrawlLimits(pageBytes: 100_000)
    for name in ["bom.html.gz", "besar.html"] {
      error = #expect(throws: CrawlError.self) { try corpus.page(name, limits: size) }
      #expect(error?.reason == "larger than 100000 bytes", "\(name)")
    }
  }

  @Test("A file that has gone since it was listed fails with a reason")
  func vanished() throws {
    let corpus = CorpusFolder(names: ["a.html"])
    let crawler = try Crawler([corpus.path])
    let reference = try #require(try crawler.documents().first)
    corpus.delete("a.html")
    let error = #expect(throws: CrawlError.self) { try crawler.read(reference) }
    #expect(error == .document(address: "a.html", reason: "No such file or directory"))
  }
}
