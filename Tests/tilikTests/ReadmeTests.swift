import Dataset
import Foundation
import Testing

@testable import tilik

@Suite("What the README shows works")
struct ReadmeTests {
  @Test("Every command of its shell blocks ends well, one after another")
  func commands() throws {
    let place = try Workplace()
    let lines = try Self.commands(in: "README.md")
    #expect(lines.count >= 8)
    let hasSQLite = try Program.shell("command -v sqlite3", in: place).status == 0
    for line in lines where hasSQLite || !line.hasPrefix("sqlite3") {
      let outcome = try Program.shell(line, in: place)
      #expect(outcome.status == 0, "\(line)\n\(outcome.err)")
      #expect(!outcome.out.isEmpty, "\(line)")
    }
  }

  @Test("The worked case of the rule language goes as it is told")
  func rules() throws {
    let place = try Workplace()
    var outcomes: [(line: String, out: String)] = []
    for line in try Self.commands(in: "docs/rules.md", and: ["cp ", "echo ", "mkdir "]) {
      let outcome = try Program.shell(line, in: place)
      #expect(outcome.status == 0, "\(line)\n\(outcome.err)")
      if line.hasPrefix("tilik ") { outcomes.append((line, outcome.out)) }
    }
    func said(_ words: String) throws -> String {
      try #require(outcomes.first { $0.line.contains(words) }).out
    }
    let shown = try Self.blocks(of: "text", in: "docs/rules.md")
    #expect(shown.count == 2)
    let all = outcomes.map(\.out).joined()
    for line in shown.joined().split(separator: "\n") {
      // The line of a rule in its file changes with every rule in front of it.
      let words = line.split(separator: ".yml:")[0]
      #expect(all.contains(words), "\(line)")
    }
    #expect(try said("mutate").contains(" examples"))
    #expect(try said("2022 --field grade").contains("it has no grade"))
    #expect(try said("score halaman").contains("is taken for a value by no rule"))
    #expect(try said("preview halaman").contains("1 result added"))
    #expect(try said("preview halaman").contains("rule score-behind-cue"))
    #expect(try said("preview corpus").contains("no row is another one"))
  }

  @Test("A pipeline of one's own is written as it is told, and reads its own instrument only")
  func ownPipeline() throws {
    let place = try Workplace()
    let document = "docs/second-pipeline.md"
    let (said, hasSQLite) = try Self.follow(document, in: place)
    #expect(said.contains("3 rules, 6 of 6 examples right\n"))
    let shown = try #require(try Self.blocks(of: "", in: document).first)
    #expect(!hasSQLite || said.contains(shown))
    let claims = try place.read("hasil-spbe/claims.csv")
    #expect(!claims.contains("88.15") && !claims.contains("ombudsman"))
    #expect(try place.read("hasil-spbe/CITATION.cff").contains("https://kantor.example/"))
  }

  @Test("A page is labelled as it is told, and the reading measured against it")
  func labels() throws {
    let place = try Workplace()
    let (said, _) = try Self.follow("docs/label-documents.md", in: place)
    #expect(
      said.contains("strict           P 1.000 R 1.000 F1 1.000  (2 right, 0 wrong, 0 missed)"))
    #expect(
      said.contains("other status     P 1.000 R 1.000 F1 1.000  (1 right, 0 wrong, 0 missed)"))
  }

  @Test("An alias is added as it is told, and its region is read by it")
  func alias() throws {
    let place = try Workplace()
    let (said, _) = try Self.follow("docs/tables-and-rules.md", in: place)
    #expect(said.contains("Kota Metro") && said.contains("80.85"))
    #expect(try place.read("hasil-alias/results.csv").contains(",18.72,Kota Metro,kota,"))
    #expect(
      try Program.run(["run", "-q", "--corpus", "halaman-alias", "--output", "o"], in: place).status
        == 0)
    #expect(try !place.read("o/results.csv").contains("18.72"), "without the alias it is not read")
  }

  @Test("The dataset is read as it is told")
  func dataset() throws {
    let place = try Workplace()
    let (said, hasSQLite) = try Self.follow("docs/reading-the-dataset.md", in: place)
    guard hasSQLite else { return }
    #expect(said.contains("84.92") && said.contains("hijau"))
    #expect(said.contains("kota-batu-satu-hasil.txt") && said.contains("no_document"))
  }

  @Test("What was read is corrected as it is told")
  func corrections() throws {
    let place = try Workplace()
    let (said, _) = try Self.follow("docs/corrections.md", in: place)
    #expect(said.contains("1 of ") && said.contains("nothing written"))
    #expect(said.contains("3 rows written to ditinjau/corrections.csv"))
    #expect(said.contains("corrections  3 applied"))
  }

  @Test("A claim is made as it is told")
  func claim() throws {
    let place = try Workplace()
    let document = "docs/how-a-claim-is-made.md"
    let (said, _) = try Self.follow(document, in: place)
    let shown = try #require(
      try Self.text(of: document).split(separator: "\n").first { $0.contains("⟦") })
    #expect(said.contains(shown.drop { $0 == " " }))
    #expect(said.contains("rule framed-zone/own") && said.contains("all as stated"))
  }

  @Test("A public edition is made and checked as it is told")
  func publicEdition() throws {
    let place = try Workplace()
    try SampleDataset.copy(to: place)
    let (said, _) = try Self.follow("docs/dataset-formats.md", in: place)
    #expect(said.contains("quotes shortened") && said.contains("all as stated"))
  }

  @Test("A corpus of one's own is read as it is told")
  func ownCorpus() throws {
    let place = try Workplace()
    try place.copy("corpus/teks", to: "my-pages")
    try place.makeFolder("crawls")
    let page = try place.read("my-pages/2024/kota-batu-satu-hasil.txt")
    func record(_ url: String) -> String {
      let body = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>\(page)</p>"
      return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: \(url)\r\n"
        + "WARC-Record-ID: <urn:uuid:\(UUID().uuidString)>\r\nWARC-Date: 2024-01-16T00:00:00Z\r\n"
        + "Content-Type: application/http; msgtype=response\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
        + body + "\r\n\r\n"
    }
    try place.write(record("https://contoh.example/satu"), to: "satu")
    try place.write(record("https://contoh.example/dua"), to: "dua")
    #expect(
      try Program.shell(
        "gzip -n satu dua && cat satu.gz dua.gz > crawls/crawl.warc.gz", in: place
      ).status == 0)
    let offset = try place.data("satu.gz").count
    let lines = try Self.commands(in: "docs/your-own-corpus.md")
    #expect(lines.count == 2)
    for line in lines + ["find crawls -name '*.warc.gz' | tilik run --list - --output o"] {
      let outcome = try Program.shell(line.replacing("#1290", with: "#\(offset)"), in: place)
      #expect(outcome.status == 0 && !outcome.out.isEmpty, "\(line)\n\(outcome.err)")
    }
    #expect(try place.read("o/results.csv").contains("Kota Batu"))
    #expect(
      try Self.text(of: "docs/your-own-corpus.md").contains(
        " -name '*.warc.gz' | tilik run --list -`"))
  }

  @Test("Where scores do not compare, the run that the report's page shows ends with 3")
  func comparability() throws {
    let place = try Workplace()
    let commands = try Self.commands(in: "docs/report.md")
    #expect(commands == ["tilik run --strict-comparability"])
    let outcome = try Program.shell(commands[0], in: place)
    #expect(outcome.status == 3 && outcome.err.contains("kepatuhan_2021"), "\(outcome.err)")
  }

  @Test("Every how-to is named in the README, and every link of the documents leads somewhere")
  func links() throws {
    let folder = Program.package.appendingPathComponent("docs")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }
    let readme = try Self.text(of: "README.md")
    for name in names { #expect(readme.contains("(docs/\(name)"), "\(name)") }
    for file in names.map({ "docs/" + $0 }) + ["README.md", "CONTRIBUTING.md"] {
      let base = Program.package.appendingPathComponent(file).deletingLastPathComponent()
      for part in try Self.text(of: file).components(separatedBy: "](").dropFirst() {
        guard let target = part.split(separator: ")").first?.split(separator: "#").first,
          !target.hasPrefix("http"), !part.hasPrefix("#")
        else { continue }
        let path = base.appendingPathComponent(String(target)).path
        #expect(FileManager.default.fileExists(atPath: path), "\(file): \(target)")
      }
    }
  }

  @Test("It names every view, with its question")
  func views() throws {
    let readme = try Self.text(of: "README.md")
    for view in View.all {
      #expect(readme.contains("| `\(view.name)` | \(view.question) |"))
    }
  }

  @Test("The data dictionary is what the schema says; `make docs` writes it anew")
  func dictionary() throws {
    #expect(try Self.text(of: "docs/data-dictionary.md") == DataDictionary.markdown + "\n")
  }

  @Test("What CI runs is a command of the README")
  func continuousIntegration() throws {
    let commands = try Self.text(of: ".ci/run").split(separator: "\n").filter {
      $0.hasPrefix("make")
    }
    #expect(commands == ["make test"])
    #expect(try Self.text(of: "README.md").contains("\nmake test\n"))
  }

  static func text(of file: String) throws -> String {
    try String(contentsOf: Program.package.appendingPathComponent(file), encoding: .utf8)
  }

  /// The lines of a document's shell blocks that call the program or look at what it wrote.
  /// - Parameter others: what else begins a line that is run.
  static func commands(in file: String, and others: [String] = []) throws -> [String] {
    var inBlock = false
    var found: [String] = []
    for line in try text(of: file).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        inBlock = line == "```sh"
      } else if inBlock, (["tilik ", "sqlite3 "] + others).contains(where: line.hasPrefix) {
        found.append(String(line))
      }
    }
    return found
  }

  /// Runs a document's shell blocks one after another; each must end well.
  /// - Returns: all that was printed, and whether the queries were among what was run.
  static func follow(
    _ document: String, in place: Workplace
  ) throws -> (said: String, hasSQLite: Bool) {
    let hasSQLite = try Program.shell("command -v sqlite3", in: place).status == 0
    let blocks = try blocks(of: "sh", in: document)
    #expect(!blocks.isEmpty)
    var said = ""
    for block in blocks {
      let script = block.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { hasSQLite || !$0.hasPrefix("sqlite3 ") }.joined(separator: "\n")
      let outcome = try Program.shell("set -e\n" + script, in: place)
      #expect(outcome.status == 0, "\(block)\n\(outcome.out)\(outcome.err)")
      said += outcome.out
    }
    return (said, hasSQLite)
  }

  /// The insides of a document's fenced blocks of a language, each with its last line break.
  static func blocks(of language: String, in file: String) throws -> [String] {
    var found: [String] = []
    var block: [Substring]?
    for line in try text(of: file).split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("```") else {
        block?.append(line)
        continue
      }
      if let lines = block {
        if lines.first.map(String.init) == language {
          found.append(lines.dropFirst().map { $0 + "\n" }.joined())
        }
        block = nil
      } else {
        block = [line.dropFirst(3)]
      }
    }
    return found
  }
}
