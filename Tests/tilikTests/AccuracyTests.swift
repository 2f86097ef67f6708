import Foundation
import Testing

/// The reading must not get worse: floors are the last figures, a little below, and only go up.
@Suite("Accuracy against hand labels")
struct AccuracyTests {
  static let labels = "Tests/Fixtures/gold/corpus.jsonl"

  /// The labels of one set ("dev", or "heldout", which no rule was written against).
  private static func labels(_ set: String, in place: Workplace) throws -> String {
    try place.read(labels).split(separator: "\n").filter { $0.contains("\"set\": \"\(set)\"") }
      .joined(separator: "\n")
  }

  @Test("The sample corpus", arguments: [("dev", "0.98"), ("heldout", "0.86")])
  func corpus(set: String, floor: String) throws {
    let place = try Workplace()
    let run = try Program.run(["run", "--output", "out", "--quiet"], in: place)
    #expect(run.status == 0, "\(run.err)")
    let labels = try Self.labels(set, in: place)
    #expect(labels.split(separator: "\n").count > 20, "the labels of the set \(set) are missing")
    try place.write(labels, to: "gold.jsonl")
    let outcome = try Program.run(
      ["eval", "--gold", "gold.jsonl", "--output", "out", "--min-f1", floor, "--errors"], in: place)
    #expect(outcome.status == 0, "\(outcome.out)\(outcome.err)")
    #expect(outcome.out.contains("false achievements  0"), "\(outcome.out)")
  }

  @Test("Every quote of the sample corpus stands where its row says")
  func quotes() throws {
    let place = try Workplace()
    #expect(try Program.run(["run", "--output", "out", "--quiet"], in: place).status == 0)
    let outcome = try Program.run(["verify", "out"], in: place)
    #expect(outcome.status == 0, "\(outcome.out)\(outcome.err)")
  }

  /// Beside the clone, where the workplace has it; the tests pass without.
  static let shared = Program.package.deletingLastPathComponent().appendingPathComponent("shared")
  static let hasShared = FileManager.default.fileExists(
    atPath: shared.appendingPathComponent("seeds").path)

  @Test(
    "The real articles are read without a mistake",
    .enabled(if: hasShared, "../shared is not here"),
    arguments: [("seeds", "gold/seeds.jsonl", "1.0"), ("gold/dev", "gold/dev.jsonl", "0.95")])
  func realArticles(corpus: String, gold: String, floor: String) throws {
    let place = try Workplace()
    let pages = Self.shared.appendingPathComponent(corpus).path
    let run = try Program.run(["run", "--corpus", pages, "--output", "out", "--quiet"], in: place)
    #expect(run.status == 0, "\(run.err)")
    let outcome = try Program.run(
      [
        "eval", "--gold", Self.shared.appendingPathComponent(gold).path, "--output", "out",
        "--min-f1", floor, "--errors",
      ], in: place)
    #expect(outcome.status == 0, "\(outcome.out)\(outcome.err)")
  }
}
