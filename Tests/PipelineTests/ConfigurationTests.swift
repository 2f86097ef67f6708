import Dataset
import Testing

@testable import Pipeline

@Suite("pipeline.yml")
struct ConfigurationTests {
  static func read(_ text: String) throws(PipelineError) -> PipelineConfiguration {
    try PipelineConfiguration(text: text, file: "p/pipeline.yml", folder: "p")
  }

  @Test("All that can be set")
  func everything() throws {
    let pipeline = try Self.read(
      """
      name: satu
      title: One
      title_id: Satu
      description: What it holds.
      description_id: Isinya.
      keywords: [x, y z]
      publisher:
        name: Kantor Contoh
        url: https://contoh.example/
      corpus: [a, b/c]
      output: out
      lexicon: kata
      rules: aturan
      report: laporan
      near_duplicates: 0.45
      limits:
        seconds: 5
        memory_megabytes: 512
        open_files: 0
        file_gigabytes: 3
      expectations:
        min_documents: 1
        min_read: 2
        min_claims: 3
        min_results: 4
        min_regions: 5
        max_failed: 0
        max_conflicts: 7
      """)
    #expect(pipeline.name == "satu" && pipeline.title == "One" && pipeline.judul == "Satu")
    #expect(pipeline.description == "What it holds." && pipeline.deskripsi == "Isinya.")
    #expect(pipeline.keywords == ["x", "y z"])
    #expect(pipeline.publisher == .init(name: "Kantor Contoh", url: "https://contoh.example/"))
    #expect(pipeline.corpora == ["a", "b/c"] && pipeline.output == "out")
    #expect(pipeline.lexicon == "p/kata" && pipeline.rules == "p/aturan")
    #expect(pipeline.report == "p/laporan" && pipeline.nearDuplicates == 0.45)
    var limits = WorkerLimits()
    (limits.seconds, limits.memoryMegabytes) = (5, 512)
    (limits.openFiles, limits.fileGigabytes) = (0, 3)
    #expect(pipeline.limits == limits)
    #expect(pipeline.expectations.minRegions == 5 && pipeline.expectations.maxFailed == 0)
  }

  @Test("What need not be said")
  func defaults() throws {
    let pipeline = try Self.read("name: satu\ntitle: One\ncorpus: a\n")
    #expect(pipeline.corpora == ["a"] && pipeline.output == "output" && pipeline.judul == "One")
    #expect(pipeline.description == nil && pipeline.keywords.isEmpty && pipeline.publisher == nil)
    #expect(pipeline.lexicon == "p/lexicon" && pipeline.report == nil)
    #expect(pipeline.expectations == Expectations() && pipeline.nearDuplicates == nil)
    #expect(pipeline.limits == WorkerLimits())
  }

  @Test("The project's own pipeline, by its folder and by its file")
  func own() throws {
    let parts = #filePath.split(separator: "/").dropLast(3)
    let folder = "/" + parts.joined(separator: "/") + "/pipelines/compliance"
    for path in [folder, folder + "/", folder + "/pipeline.yml"] {
      let pipeline = try PipelineConfiguration(path)
      #expect(pipeline.name == "compliance" && pipeline.folder == folder)
    }
  }

  struct Mistake: Sendable {
    let text: String
    let problems: [String]
  }

  @Test(
    "Every mistake is named with its line",
    arguments: [
      Mistake(text: "", problems: ["1: is empty"]),
      Mistake(text: "- a\n", problems: ["1: must be a list of `key: value` lines"]),
      Mistake(text: "name: a\ntitle: [b\n", problems: ["3: this is no YAML: "]),
      Mistake(text: "name: a\ntitle: b\nname: c\n", problems: ["3: the key \"name\" stands twice"]),
      Mistake(text: "name: Nama Besar\ntitle: b\n", problems: ["1: \"name\" names files; write"]),
      Mistake(text: "name: a\n", problems: ["1: the key \"title\" is missing"]),
      Mistake(
        text: "name: a\ntitle: b\ncorpus: {x: y}\nwarna: hijau\n",
        problems: ["4: unknown key \"warna\"", "3: \"corpus\" must be a text"]),
      Mistake(
        text: "name: a\ntitle:\n  - b\nexpectations:\n  min_results: -1\n  max: 3\n",
        problems: [
          "3: \"title\" must be a text", "6: unknown key \"max\"",
          "5: \"min_results\" must be a whole number from 0",
        ]),
      Mistake(
        text: "name: a\ntitle: b\npublisher:\n  url: contoh.example\n",
        problems: [
          "4: \"url\" must be an address that begins with https://",
          "1: the key \"name\" is missing",
        ]),
      Mistake(
        text: "name: a\ntitle: b\nlimits:\n  memory_megabytes: 8\n  seconds: lama\n  api: 1\n",
        problems: [
          "6: unknown key \"api\"", "5: \"seconds\" must be a whole number from 0",
          "4: \"memory_megabytes\" must be at least 64, or 0 for no limit",
        ]),
      Mistake(
        text: "name: a\ntitle: b\nexpectations: banyak\n",
        problems: ["3: \"expectations\" must hold `key: value` lines"]),
    ])
  func mistakes(_ mistake: Mistake) throws {
    let error = try #require(throws: PipelineError.self) { try Self.read(mistake.text) }
    #expect(error.problems.count == mistake.problems.count, "\(error)")
    for (found, expected) in zip(error.problems, mistake.problems) {
      #expect(found.hasPrefix("p/pipeline.yml:" + expected))
    }
  }
}
