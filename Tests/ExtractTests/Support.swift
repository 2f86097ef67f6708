import Crawl
import Foundation

@testable import Extract

enum Support {
  /// The root of the repository.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The pipeline's own boilerplate lines.
  static let boilerplate: [BoilerplateLine] = {
    let path = root.appendingPathComponent("pipelines/compliance/lexicon/boilerplate.csv")
    return BoilerplateLine.read(csv: [UInt8]((try? Data(contentsOf: path)) ?? Data()))
  }()

  static let extractor = Extractor(ExtractOptions(boilerplate: boilerplate))

  static func extract(_ bytes: [UInt8], format: PageFormat = .html) -> Article {
    extractor.extract(
      SavedPage(address: "test.html", bytes: bytes, format: format, sha256: ""))
  }

  static func extract(_ text: String, format: PageFormat = .html) -> Article {
    extract(Array(text.utf8), format: format)
  }

  /// A page of news around some markup.
  static func page(_ body: String, head: String = "") -> String {
    """
    <!DOCTYPE html><html lang="id"><head><meta charset="utf-8">\(head)</head><body>
    <nav><a href="/">Beranda</a> <a href="/daerah">Daerah</a></nav>
    <main><article>\(body)</article></main>
    <footer>Pedoman Media Siber</footer></body></html>
    """
  }

  /// Running text that makes a page a page.
  static let paragraph = """
    <p>Ombudsman menyerahkan hasil penilaian kepatuhan kepada pemerintah daerah, kemarin. Petugas \
    loket menyambut hasil itu dengan lega, dan berjanji menjaganya.</p>
    """
}

extension Article {
  /// The blocks one a line, as `kind: text` with what else they carry; cells stand apart by ` | `.
  var marked: [String] {
    blocks.map { block in
      var name = block.kind.rawValue
      if block.kind == .heading { name += String(block.level) }
      if let number = block.number { name += "#\(number)" }
      guard !block.cells.isEmpty else { return "\(name): \(string(block.range))" }
      let cells = block.cells.map { cell in
        "\(cell.column)\(cell.isHeader ? "h" : "")=\(string(cell.range))"
      }
      return "\(name): \(cells.joined(separator: " | "))"
    }
  }

  var bodyText: String { string(bodyStart..<text.count) }

  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}
