import Crawl
import Dataset
import Extract
import Foundation
import Interpret
import Lexicon
import Testing

@testable import Pipeline

/// The lexicon, the stages and the gate of the repository's pipeline, loaded once.
private enum Loaded {
  static let stages: Stages? = try? Stages(SavedSite.pipeline())
  static let gate: RelevanceGate? = stages.map { RelevanceGate($0.lexicon) }
}

@Suite("The relevance gate")
struct RelevanceGateTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func page(_ bytes: [UInt8], _ address: String = "a.html") -> SavedPage {
    SavedPage(address: address, bytes: bytes, format: .html, sha256: "")
  }

  func passes(_ bytes: [UInt8]) throws -> Bool {
    try #require(Loaded.gate).look(at: Self.page(bytes)).passes
  }

  func passes(_ text: String) throws -> Bool { try passes(Array(text.utf8)) }

  // MARK: Nothing is lost

  static let labelled = ["Tests/Fixtures/gold/pages", "Tests/Fixtures/gold/text", "corpus"]
  static let shared = ["../shared/gold/dev", "../shared/seeds"]

  @Test("Whatever yields a claim or a total passes", arguments: labelled + shared)
  func lossless(folder: String) throws {
    let path = Self.root.path + "/" + folder
    guard FileManager.default.fileExists(atPath: path) else {
      print("\(folder) is not here: skipped")
      return
    }
    let stages = try #require(Loaded.stages)
    let gate = try #require(Loaded.gate)
    let crawler = try Crawler([path])
    var kept = 0
    for reference in try crawler.documents() {
      guard let page = try? crawler.read(reference) else { continue }
      let article = stages.extract(page)
      let reading = stages.interpret(stages.tag(article))
      let passes = gate.look(at: page).passes
      if passes { kept += 1 }
      #expect(
        passes || reading.claims.isEmpty && reading.totals.isEmpty,
        "\(reference.address) is held back, and says something")
    }
    #expect(kept > 0)
  }

  @Test("With and without the gate the sample corpus gives the same claims, totals and results")
  func sameResults() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tilik-gerbang-" + UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var irrelevant: [Int] = []
    for hasGate in [true, false] {
      var run = Run(try SavedSite.pipeline(), jobs: 2, version: "9")
      run.corpora = [Self.root.path + "/corpus"]
      run.output = folder + "/\(hasGate)"
      run.hasGate = hasGate
      irrelevant.append(try await run { _ in }.counts.irrelevant)
    }
    #expect(irrelevant[0] > irrelevant[1])
    for table in ["claims", "totals", "targets", "results", "conflicts"] {
      let written = try [true, false].map {
        try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)/\(table).csv"))
      }
      #expect(written[0] == written[1], "\(table) differs")
    }
  }

  @Test("A document of all names that do not open the gate is foreign to Interpret")
  func sameCondition() throws {
    let stages = try #require(Loaded.stages)
    let ours = Set(stages.lexicon.namesOfOurs.map(\.spelling))
    #expect(ours.count > 100)
    let others = stages.lexicon.spellings.filter { !ours.contains($0) }
    var article = Article(address: "a")
    for spelling in others {
      // A name in front of the value that would make a claim of it, were the document ours.
      article.text += Array("Kota Metro meraih ".utf8) + spelling
      article.text += Array(" nilai 80,85 zona hijau 2023.\n".utf8)
    }
    var start = 0
    for line in article.text.split(separator: 0x0A) {
      article.blocks.append(Block(kind: .paragraph, range: start..<start + line.count))
      start += line.count + 1
    }
    #expect(stages.interpret(stages.tag(article)).claims.isEmpty)
  }

  // MARK: Ways of writing

  /// Each way of writing a name must pass.
  @Test(arguments: [
    "Hasil Ombudsman 2023", "OMBUDSMAN", "<b>Ombudsman</b>", "<b>O</b>mbudsman",
    "Ombuds<!-- > sman -->man", "Om<span title='a > b'>bud</span>sman",
    "Ombud<wbr>sman", "Ombud&shy;sman", "Ombud&#173;sman", "Ombud\u{AD}sman",
    "&#79;mbudsman", "&#x4F;mbudsman", "O&#109;bud&#0115;man", "&#x4F;&#X6d;bu&#100sman",
    "<a href=x title=y>Om</a><i class=\"z\">budsman</i>", "KemenPAN&amp;RB", "Kemen PAN &#38; RB",
    "kepuasan&nbsp;masyarakat", "kepuasan<br>\n masyarakat", "kepuasan\u{A0}masyarakat",
    "standar\r\n\tpelayanan <em>publik</em>", "role\u{2011}model", "role&#8211;model",
    "\"headline\":\"\\u004fmbudsman\"", "\"headline\":\"Nilai\\nOmbudsman\"",
    "\"headline\":\"\\u0020Ombudsman\"", "<b Ombud<i>Ombudsman", "Ombud<script>x</script>sman",
    "Ombud<b style=\"display:none\">x</b>sman", "Ombud<b HIDDEN>x</b>sman",
    "Ombud<!-->sman", "Ombud<!-- - -> -->sman", "Ombud</i junk>sman",
    "Ombud<b title='x\">sman", "Ombud<?x?>sman", "Ombud<b class=\"<x>\"></b>sman",
    "IKM", "nilai ikm", "I<b>K</b>M",
  ])
  func writings(text: String) throws {
    #expect(try passes("<html><body><p>Kata lain, " + text + " dan lagi.</p></body></html>"))
  }

  @Test(arguments: [
    "Jadwal pertandingan pekan ini", "ikm ditulis kecil bukan indeks", "kombudsman",
    "Ombudsmanship2",
    "Cuaca di kota hari ini cerah", "standar mutu", "kepuasan pelanggan, masyarakat",
    "indeks pembangunan manusia 70,2", "zona hijau COVID-19",
  ])
  func others(text: String) throws {
    #expect(try !passes("<html><body><p>" + text + "</p></body></html>"))
  }

  @Test("Character sets")
  func charsets() throws {
    let text = "<p>café</p><p>Nilai Ombudsman</p>"
    #expect(try passes(Array(text.utf8)))
    #expect(try passes(text.unicodeScalars.map { UInt8($0.value) }))
    for isLittle in [true, false] {
      let wide = text.utf16.flatMap { unit -> [UInt8] in
        let pair = [UInt8(unit & 255), UInt8(unit >> 8)]
        return isLittle ? pair : pair.reversed()
      }
      #expect(try passes(wide))
    }
    #expect(try passes([0x1B, 0x24, 0x42] + Array("abc".utf8)))
  }

  @Test("Any writing of any name passes, whatever stands between its letters")
  func property() throws {
    let stages = try #require(Loaded.stages)
    let gate = try #require(Loaded.gate)
    var random = Dice(seed: 20_261_125)
    let fillers = [
      "", "", "", "<b>", "</i>", "&shy;", "\u{AD}", "<!-- x -->", "<span class='a > b'>", "&#173;",
      "\u{200B}", "&zwj;", "<wbr/>", "<a href=\"x\">", "<font\n color=red>",
    ]
    let spaces = [" ", "\n", "&nbsp;", " <br> ", "\u{A0}", "&#32;", "</b> <i>", "\t\t", "&#xA0;"]
    for name in stages.lexicon.namesOfOurs {
      for _ in 0..<4 {
        var text = "<html><p>Kata "
        for byte in name.spelling {
          let letter = Character(Unicode.Scalar(byte))
          let isSmall = name.writings.contains(.any) && random.next(2) == 0
          let written = isSmall ? String(letter).lowercased() : String(letter).uppercased()
          if letter == " " {
            text += spaces[random.next(spaces.count)]
          } else if letter.isLetter, random.next(6) == 0 {
            let code = written.unicodeScalars.first?.value ?? 0
            text += random.next(2) == 0 ? "&#\(code);" : "&#x\(String(code, radix: 16));"
          } else {
            text += written
          }
          if letter.isLetter || letter.isNumber { text += fillers[random.next(fillers.count)] }
        }
        text += " akhir.</p></html>"
        #expect(
          gate.look(at: Self.page(Array(text.utf8))).passes,
          "\(String(decoding: name.spelling, as: UTF8.self)) as \(text)")
      }
    }
  }

  @Test(
    "Hostile pages cost their length, not its square",
    arguments: [
      "o<", "ombudsma", "o&amp;", "standar ", "o<!--", "o<a \"", "&#", "\\u004f",
    ])
  func hostile(piece: String) throws {
    func time(_ count: Int) throws -> Double {
      let bytes = Array(String(repeating: piece, count: count).utf8)
      return try Processor.time { _ = try passes(bytes) }
    }
    // Both end by the budget at the latest, which grows with the page.
    let short = try time(4_000)
    #expect(try time(32_000) < 24 * short + 0.2)
  }

  // MARK: Parts of articles

  @Test("A page without a name is read when it is a part of an article that has one")
  func parts() async throws {
    let site = SavedSite()
    let url = "https://situs.example/berita/penilaian-kota"
    let filler =
      "Paragraf ini cukup panjang supaya dianggap sebagai isi dari halaman berita yang dibagi."
    try site.save(
      "a.html", title: "Penilaian Pelayanan Kota", url: url,
      ["Ombudsman RI mengumumkan hasil penilaian kepatuhan tahun 2023 pada Selasa.", filler])
    try site.save(
      "b.html", title: "Penilaian Pelayanan Kota", url: url + "?page=2",
      ["Kota Metro memperoleh nilai 90,35 dan masuk zona hijau.", filler + " Bagian kedua."])
    try site.save(
      "c.html", title: "Cuaca Hari Ini", url: "https://situs.example/berita/cuaca-hari-ini",
      ["Kota Metro cerah sepanjang hari dengan suhu 31 derajat.", filler + " Lain."])
    let data = try await site.read()
    let rows = try data.rows(Schema.documents)
    #expect(rows.map { $0["status"].written } == ["read", "read", "irrelevant"])
    #expect(rows[2]["reason"].written == RelevanceGate.reason)
    let claims = try data.rows(Schema.claims)
    #expect(claims.contains { $0["document"] == "b.html" && $0["score"].written == "90.35" })
  }
}

/// Numbers that look random and are the same each time (SplitMix64).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    return Int(Hash64.mixed(state) % UInt64(bound))
  }
}

/// What this thread used of a processor: other tests at the same time do not count.
enum Processor {
  static func time(_ work: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try work()
    return now() - start
  }
}
