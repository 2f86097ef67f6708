import Foundation
import Testing

@Suite("How the program ends when it cannot do what was asked")
struct ExitStatusTests {
  static let cases = [
    ExitCase(arguments: "run --bogus", status: 2, says: "Unknown option '--bogus'"),
    ExitCase(arguments: "nonsense", status: 2, says: "Error"),
    ExitCase(arguments: "run --jobs 0", status: 2, says: "--jobs must be at least 1"),
    ExitCase(
      arguments: "run --quiet --strict-comparability --output baru", status: 3,
      says: "expectation not met: scores that do not compare: kepatuhan_ombudsman, 2021 to 2022: "),
    ExitCase(arguments: "run --jobs dua", status: 2, says: "'dua' is invalid"),
    ExitCase(
      arguments: "run --corpus tidak-ada", status: 2,
      says: "tilik: corpus tidak-ada: No such file or directory"),
    ExitCase(
      arguments: "run --corpus kosong", status: 2,
      says: "tilik: corpus kosong: there are no .html, .htm, .xhtml, .mhtml or .txt files"),
    ExitCase(
      arguments: "run tidak/ada", status: 2, says: "tilik: pipeline tidak/ada: there is no such"),
    ExitCase(arguments: "run kosong", status: 2, says: "a pipeline folder holds a pipeline.yml"),
    ExitCase(
      arguments: "run --output berkas", status: 2, says: "berkas: it is a file; choose a folder"),
    ExitCase(arguments: "run --output milik", status: 2, says: "milik: it holds other files than"),
    ExitCase(arguments: "run --output tidak/ada", status: 2, says: "does not exist; make it first"),
    ExitCase(
      arguments: "run salah-kunci", status: 2, says: "pipeline.yml:3: unknown key \"korpus\""),
    ExitCase(arguments: "check salah-kode", status: 2, says: "region_aliases.csv:2: "),
    ExitCase(arguments: "extract tidak-ada.html", status: 2, says: "tidak-ada.html: No such file"),
    ExitCase(arguments: "tag rusak/a.html.gz", status: 1, says: "a.html.gz: truncated gzip"),
    ExitCase(arguments: "explain x --output kosong", status: 2, says: "tilik: kosong"),
    ExitCase(arguments: "verify kosong", status: 2, says: "tilik: kosong"),
    ExitCase(arguments: "eval --gold tidak-ada", status: 2, says: "No such file or directory"),
  ]

  @Test("Status and message", arguments: cases)
  func status(of one: ExitCase) throws {
    let place = try Self.workplace()
    let outcome = try Program.run(one.arguments.split(separator: " ").map(String.init), in: place)
    #expect(outcome.status == one.status)
    #expect(outcome.err.contains(one.says), "\(outcome.err)")
    #expect(outcome.out.isEmpty)
    #expect(!outcome.err.contains("Fatal"), "\(outcome.err)")
  }

  @Test("Help and version end well, and every command's help has an example")
  func help() throws {
    let place = try Workplace()
    #expect(try Program.run(["--version"], in: place).out == "0.1.0\n")
    let commands = [
      "run", "extract", "tag", "explain", "verify", "eval", "check", "rules", "why-not",
    ]
    for arguments in [["--help"]] + commands.map({ [$0, "--help"] }) {
      let outcome = try Program.run(arguments, in: place)
      #expect(outcome.status == 0)
      #expect(outcome.out.contains("Example"), "\(arguments)")
      #expect(outcome.out.contains("  tilik \(arguments.count > 1 ? arguments[0] : "run")"))
    }
  }

  private static func workplace() throws -> Workplace {
    let place = try Workplace()
    try place.makeFolder("kosong")
    try place.write("x", to: "berkas")
    try place.write("x", to: "milik/surat.doc")
    try place.write(Data([0x1F, 0x8B, 8]), to: "rusak/a.html.gz")
    try place.write("name: a\ntitle: b\nkorpus: c\n", to: "salah-kunci/pipeline.yml")
    try place.copy("pipelines/compliance", to: "salah-kode")
    try place.write(
      "code,alias,risk\n99.99,Entah,low\n", to: "salah-kode/lexicon/region_aliases.csv")
    return place
  }
}
