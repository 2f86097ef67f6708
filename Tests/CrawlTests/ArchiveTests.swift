import Testing

@testable import Crawl

@Suite("ZIP, tar, and archives in archives")
struct ArchiveTests {
  typealias File = ArchiveBuilder.File
  static let text = "<p>isi</p>"

  static func outcomes(
    _ name: String, _ bytes: [UInt8], limits: CrawlLimits = CrawlLimits()
  ) throws -> [Outcome] {
    let corpus = CorpusFolder([name: bytes])
    return try withExtendedLifetime(corpus) { try Outcome.all([corpus.path], limits: limits) }
  }

  static func all(_ files: [File]) -> [(name: String, bytes: [UInt8])] {
    let tar = ArchiveBuilder.tar(files)
    return [
      ("a.zip", ArchiveBuilder.zip(files)), ("a.tar", tar), ("a.tar.gz", ReadingTests.gzip(tar)),
      ("a.tgz", ReadingTests.gzip(tar)), ("a.WACZ", ArchiveBuilder.zip(files)),
    ]
  }

  @Test("What is a document in a folder is one in an archive; order is that of the archive")
  func documents() throws {
    let files = [
      File("b/z.html"), File("a.html", method: 8), File("gambar.png"), File("README.txt"),
      File(".git/a.html"), File("b/._z.html"), File("c/"),
    ]
    for (name, bytes) in Self.all(files) {
      // Deflated and stored differ in a ZIP only.
      let corpus = CorpusFolder([name: bytes])
      let found = try Outcome.all([corpus.path])
      #expect(found.map(\.address) == ["\(name)!b/z.html", "\(name)!a.html"], "\(found)")
      #expect(found.allSatisfy { $0.bytes == Array(Self.text.utf8) })
      #expect(try corpus.page("\(name)!a.html").bytes == Array(Self.text.utf8))
      let direct = try Outcome.all([corpus.path + "/\(name)!b/z.html"])
      #expect(direct.map(\.address) == ["\(name)!b/z.html"])
      let missing = try Outcome.all([corpus.path + "/\(name)!tidak.html"])
      #expect(missing.map(\.reason) == ["there is no such document in it"])
      let both = try Outcome.all(["b/z", "a"].map { corpus.path + "/\(name)!\($0).html" })
      #expect(both.map(\.address) == found.map(\.address))
    }
  }

  @Test(
    "Names are labels: none leads out, none comes twice, none is unreadable",
    arguments: [
      (Array("../../etc/a.html".utf8), "etc/a.html", "its name in the archive leads out of it"),
      (Array("/abs/a.html".utf8), "abs/a.html", "its name in the archive leads out of it"),
      (Array("b/.././c//a.html".utf8), "c/a.html", nil),
      (Array("é/日.html".utf8), "é/日.html", nil),
      ([0x82, 0x2E, 0x68, 0x74, 0x6D, 0x6C], "%82.html", nil),
      (Array("a\nb.html".utf8), "a%0Ab.html", nil),
      (Array("x.zip!a.html".utf8), "x.zip%21a.html", nil),
    ] as [([UInt8], String, String?)])
  func names(stored: [UInt8], label: String, remark: String?) throws {
    for (name, bytes) in Self.all([File(stored, Array(Self.text.utf8))]).prefix(2) {
      let corpus = CorpusFolder([name: bytes])
      let found = try Outcome.all([corpus.path])
      #expect(
        found.map(\.address) == ["\(name)!\(label)"] && found.first?.reason == remark, "\(found)")
      #expect(try corpus.page("\(name)!\(label)").bytes == Array(Self.text.utf8))
    }
  }

  @Test("Two files of one name have an address each, by which each is found again")
  func twins() throws {
    for (name, bytes) in Self.all([File("a.html", "satu"), File("b.html"), File("a.html", "dua")]) {
      let corpus = CorpusFolder([name: bytes])
      let found = try Outcome.all([corpus.path])
      #expect(found.map(\.address) == ["\(name)!a.html", "\(name)!b.html", "\(name)!a.html~2"])
      #expect(try corpus.page("\(name)!a.html").bytes == Array("satu".utf8))
      #expect(try corpus.page("\(name)!a.html~2").bytes == Array("dua".utf8))
    }
  }

  @Test(
    "What cannot be read is said, and the rest is read",
    arguments: [
      (
        "a.tar",
        ArchiveBuilder.tar([File("a.html", "", type: "2", link: "/etc/passwd"), File("b.html")]),
        "irrelevant", "a link; links in archives are not followed"
      ),
      (
        "a.tar",
        ArchiveBuilder.tar([File("a.html", "", type: "1", link: "b.html"), File("b.html")]),
        "irrelevant", "a link; links in archives are not followed"
      ),
      (
        "a.zip", ArchiveBuilder.zip([File("a.html", flags: 1), File("b.html")]), "failed",
        "encrypted; unpack it and add what is in it"
      ),
      (
        "a.zip", ArchiveBuilder.zip([File("a.html", method: 97), File("b.html")]), "failed",
        "damaged archive"
      ),
      (
        "a.zip", ArchiveBuilder.zip([File("a_files/x.html"), File("b.html")]), "irrelevant",
        "in a folder NAME_files, where browsers keep what belongs to a page"
      ),
      (
        "a.zip", ArchiveBuilder.zip([File("a.zip", "bukan zip"), File("b.html")]), "failed",
        "damaged archive"
      ),
      (
        "a.zip", ArchiveBuilder.zip([File("a.html.gz", "bukan gzip"), File("b.html")]), "failed",
        "damaged gzip"
      ),
    ])
  func unreadable(name: String, bytes: [UInt8], kind: String, reason: String) throws {
    let found = try Self.outcomes(name, bytes)
    #expect(found.map(\.kind) == [kind, "page"], "\(found)")
    #expect(found.first?.reason?.hasPrefix(reason) == true, "\(found)")
  }

  @Test("The folder that a browser saves beside a page is passed by")
  func companions() throws {
    let found = try Self.outcomes(
      "a.zip", ArchiveBuilder.zip([File("x/satu.html"), File("x/satu_files/y/iklan.html")]))
    #expect(found.map(\.address) == ["a.zip!x/satu.html"])
  }

  @Test(
    "Archives that hold no page, or are none, are a row each",
    arguments: [
      ("a.zip", ArchiveBuilder.zip([]), "irrelevant", "an empty archive"),
      ("a.tar", ArchiveBuilder.tar([]), "irrelevant", "an empty archive"),
      ("a.tar", [], "irrelevant", "an empty archive"),
      ("a.zip", ArchiveBuilder.zip([File("a.png")]), "irrelevant", "no pages among its 1 entries"),
      ("a.zip", Array("bukan".utf8), "failed", "damaged archive"),
      ("a.tgz", Array("bukan".utf8), "failed", "damaged archive"),
    ] as [(String, [UInt8], String, String)])
  func pageless(name: String, bytes: [UInt8], kind: String, reason: String) throws {
    let found = try Self.outcomes(name, bytes)
    #expect(found.map(\.address) == [name] && found.first?.kind == kind, "\(found)")
    #expect(found.first?.reason?.hasPrefix(reason) == true, "\(found)")
  }

  @Test("Without its directory, or cut, a ZIP is read from the front")
  func brokenZip() throws {
    let files = (0..<5).map { File("\($0).html", "<p>isi \($0)</p>", method: 8) }
    let whole = ArchiveBuilder.zip(files)
    let found = try Self.outcomes("a.zip", Array(whole.prefix(whole.count - 30)))
    #expect(found.compactMap(\.bytes) == files.map(\.bytes), "\(found)")
    for (name, bytes) in Self.all(files) {
      let cut = try Self.outcomes(name, Array(bytes.prefix(bytes.count * 2 / 5)))
      let pages = cut.compactMap(\.bytes)
      #expect(pages.elementsEqual(files.map(\.bytes).prefix(pages.count)), "\(name)")
      #expect(cut.last?.kind == "failed", "\(name) \(cut)")
    }
  }

  @Test("Archives in archives, to a depth")
  func nested() throws {
    let (bodies, records) = WarcBuilder.pages(3)
    let warc = records.flatMap(ReadingTests.gzip)
    let inner = ArchiveBuilder.tar([File("x.html"), File(Array("y.warc.gz".utf8), warc)])
    let zip = ArchiveBuilder.zip([
      File(Array("d/in.tar.gz".utf8), ReadingTests.gzip(inner)), File("z.html.gz", "rusak"),
    ])
    let corpus = CorpusFolder(["a.zip": zip])
    let found = try Outcome.all([corpus.path])
    let first = ReadingTests.gzip(records[0]).count
    #expect(
      found.prefix(3).map(\.address)
        == [
          "a.zip!d/in.tar.gz!x.html", "a.zip!d/in.tar.gz!y.warc.gz#0",
          "a.zip!d/in.tar.gz!y.warc.gz#\(first)",
        ], "\(found)")
    #expect(found.map(\.kind) == ["page", "page", "page", "page", "failed"])
    #expect(try corpus.page(found[3].address).bytes == bodies[2])
    #expect(try Outcome.all([corpus.path + "/" + found[2].address]).map(\.bytes) == [bodies[1]])

    let whole = try Outcome.all([corpus.path + "/a.zip!d/in.tar.gz!y.warc.gz"])
    #expect(whole.map(\.bytes) == bodies, "\(whole)")

    var deep = ArchiveBuilder.zip([File("dalam.html")])
    for _ in 0..<6 { deep = ArchiveBuilder.zip([File(Array("x.zip".utf8), deep)]) }
    let outcomes = try Self.outcomes("a.zip", deep)
    #expect(outcomes.map(\.reason) == ["archives in archives, more than 4 deep"])
  }

  @Test("Bombs fail at the limit, and the rest is read")
  func bombs() throws {
    let zeros = String(repeating: " ", count: 4 << 20)
    let limits = CrawlLimits(ratio: 50, ratioFloor: 1 << 20)
    let zip = ArchiveBuilder.zip([File("bom.html", zeros, method: 8), File("b.html")])
    let found = try Self.outcomes("a.zip", zip, limits: limits)
    #expect(found.map(\.kind) == ["failed", "page"], "\(found)")
    let large = try Self.outcomes("a.zip", zip, limits: CrawlLimits(pageBytes: 1 << 20))
    #expect(large.map(\.reason) == ["larger than 1048576 bytes", nil], "\(large)")
    // Packed twice, so that the outer archive alone looks harmless.
    let bomb = ArchiveBuilder.tar([File("besar.bin", zeros + zeros), File("x.html")])
    let twice = ArchiveBuilder.zip([
      File(Array("in.tar.gz".utf8), ReadingTests.gzip(ReadingTests.gzip(bomb))), File("b.html"),
    ])
    #expect(
      try Self.outcomes("a.zip", twice, limits: limits).contains {
        $0.bytes == Array(Self.text.utf8)
      })
    let entries = try Self.outcomes(
      "a.tar", Self.all([File("a.html"), File("b.html")])[1].bytes, limits: CrawlLimits(entries: 1))
    #expect(entries.map(\.kind) == ["page", "failed"])
  }

  @Test("Bytes that were changed at random never stop the crawl")
  func flips() throws {
    var state: UInt64 = 0x2545_F491_4F6C_DD1D
    func random(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let files = (0..<4).map {
      File("d/\($0).html", "<p>isi \($0)</p>", method: $0 % 2 == 0 ? 8 : 0)
    }
    let corpus = CorpusFolder()
    for (name, bytes) in Self.all(files).prefix(3) {
      for _ in 0..<100 {
        var damaged = bytes
        for _ in 0...random(4) { damaged[random(damaged.count)] = UInt8(random(256)) }
        corpus.write(damaged, to: name)
        let found = try Outcome.all([corpus.path + "/" + name])
        #expect(!found.isEmpty && Set(found.map(\.address)).count == found.count, "\(found)")
      }
    }
  }
}

@Suite("MHTML and lists of paths")
struct OtherSourceTests {
  static func mhtml(_ encoding: String, _ body: String, head: String = "") -> [UInt8] {
    Array(
      """
      From: <Saved by X>
      Snapshot-Content-Location: https://contoh.example/a
      Date: Tue, 16 Jan 2024 03:04:05 -0000
      MIME-Version: 1.0
      Content-Type: multipart/related;
      \ttype="text/html"; boundary="----Batas--1----"

      Pengantar
      ------Batas--1----
      Content-Type: text/css

      p {}
      ------Batas--1----
      Content-Type: text/html; charset=windows-1251
      Content-Transfer-Encoding: \(encoding)
      \(head)
      \(body)
      ------Batas--1------
      penutup
      """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8)
  }

  @Test(
    "The page of an MHTML file, however it is written",
    arguments: [
      (
        "quoted-printable", "<p a=3D=22b=22>satu=\r\n dua=E9 =zz</p>",
        "<p a=\"b\">satu dua\u{E9} =zz</p>"
      ),
      ("base64", "PHA+\r\nc2F0dTwvcD4=", "<p>satu</p>"),
      ("8bit", "<p>satu\r\n--dua</p>", "<p>satu\r\n--dua</p>"),
    ])
  func mhtml(encoding: String, body: String, expected: String) throws {
    let corpus = CorpusFolder([
      "a.mhtml": Self.mhtml(encoding, body),
      "b.MHT.gz": ReadingTests.gzip(Self.mhtml(encoding, body)),
      "c.zip": ArchiveBuilder.zip([.init(Array("x.mht".utf8), Self.mhtml(encoding, body))]),
    ])
    let latin = expected.unicodeScalars.map { UInt8($0.value) }
    for address in ["a.mhtml", "b.MHT.gz", "c.zip!x.mht"] {
      let page = try corpus.page(address)
      #expect(page.bytes == latin, "\(address)")
      #expect(
        page.capture
          == Capture(
            url: "https://contoh.example/a", date: "2024-01-16T03:04:05Z", charset: "windows-1251"))
    }
  }

  @Test("An MHTML file without a page fails, cut anywhere it never stops the crawl")
  func withoutPage() throws {
    let whole = Self.mhtml("base64", "PHA+")
    let corpus = CorpusFolder(["a.mht": Array("Content-Type: text/plain\n\nisi".utf8)])
    let error = #expect(throws: CrawlError.self) { try corpus.page("a.mht") }
    #expect(error?.reason == "no HTML part in this MHTML file")
    for length in 0..<whole.count { _ = MHTMLPart(Array(whole[..<length])) }
  }

  @Test("A list: pages, folders and archives under the paths as they are written, errors by line")
  func list() throws {
    let corpus = CorpusFolder(names: ["d/a.html", "d/b.txt", "c.html", "x.pdf"])
    corpus.write(ArchiveBuilder.zip([.init("z.html")]), to: "e.zip")
    let path = corpus.path
    let lines = [
      "\(path)/c.html", "", "\(path)//d/", "\(path)/tidak.html\r", "\(path)/x.pdf",
      "\(path)/./e.zip", "\(path)/c.html",
    ]
    corpus.write(Array(lines.joined(separator: "\n").utf8), to: "daftar")
    let crawler = try Crawler([], lists: [path + "/daftar"])
    let stream = try crawler.stream()
    var found: [Outcome] = []
    while let document = stream.next() { found.append(Outcome(document, crawler)) }
    #expect(
      found.map(\.address)
        == ["c.html", "d/a.html", "d/b.txt", "e.zip!z.html", "tidak.html", "x.pdf"].map {
          "\(path)/\($0)"
        })
    #expect(found[4].reason == "\(path)/daftar:4: No such file or directory")
    #expect(found[5].reason == "\(path)/daftar:5: neither a page nor an archive, by its name")
    #expect(throws: CrawlError.self) { try Crawler([], lists: ["/tidak/ada"]) }
  }
}
