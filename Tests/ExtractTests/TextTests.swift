import Foundation
import Testing

@testable import Extract

/// The article's body, title and date against what a reader copied from the page by hand
/// (`Tests/Fixtures/gold/text`, `gold/pages/*.yml`).
struct TextTests {
  static let gold = Support.root.appendingPathComponent("Tests/Fixtures/gold")

  /// Counts runs of four words, as the article extraction benchmark does.
  struct Shingles {
    private var counts: [[Substring]: Int] = [:]

    init(_ text: String) {
      let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
      guard words.count >= 4 else {
        if !words.isEmpty { counts[words] = 1 }
        return
      }
      for start in 0...(words.count - 4) {
        counts[Array(words[start..<start + 4]), default: 0] += 1
      }
    }

    var total: Int { counts.values.reduce(0, +) }

    func shared(with other: Shingles) -> Int {
      counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    }
  }

  struct Score {
    var pages = 0
    var precision = 0.0
    var recall = 0.0
    var f1: Double { 2 * precision * recall / (precision + recall) }
    var worst: [(page: String, precision: Double, recall: Double)] = []

    mutating func add(_ page: String, truth: String, found: String) {
      let (truth, found) = (Shingles(truth), Shingles(found))
      let shared = Double(truth.shared(with: found))
      let one = (
        page: page, precision: found.total == 0 ? 0 : shared / Double(found.total),
        recall: truth.total == 0 ? 1 : shared / Double(truth.total)
      )
      precision = (precision * Double(pages) + one.precision) / Double(pages + 1)
      recall = (recall * Double(pages) + one.recall) / Double(pages + 1)
      pages += 1
      if one.precision + one.recall < 1.95 { worst.append(one) }
    }
  }

  static func texts(_ set: String) -> [String] {
    let folder = gold.appendingPathComponent("text/" + set)
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }

  @Test("The body of hand-copied pages", arguments: [("corpus", 60), ("pages", 50)])
  func body(set: String, least: Int) throws {
    let pages = Self.texts(set)
    #expect(pages.count >= least)
    var score = Score()
    for page in pages {
      let copied = try String(
        contentsOf: Self.gold.appendingPathComponent("text/\(set)/\(page).txt"), encoding: .utf8)
      let truth = copied.split(separator: "\n").filter { !$0.hasPrefix("[caption] ") }
        .joined(separator: "\n")
      let article = Support.extract(try bytes(set, page))
      score.add(page, truth: truth, found: String(decoding: article.body as [UInt8], as: UTF8.self))
    }
    let worst = score.worst.map {
      "\($0.page) P \(Self.short($0.precision)) R \(Self.short($0.recall))"
    }
    #expect(
      score.f1 >= 0.98,
      """
      \(set): F1 \(Self.short(score.f1)) P \(Self.short(score.precision)) \
      R \(Self.short(score.recall)); worst: \(worst.joined(separator: ", "))
      """)
  }

  @Test("Title and date of the labelled pages") func titlesAndDates() throws {
    let labels = try FileManager.default.contentsOfDirectory(
      atPath: Self.gold.appendingPathComponent("pages").path
    ).filter { $0.hasSuffix(".yml") }.sorted()
    #expect(labels.count >= 50)
    var wrong: (titles: [String], dates: [String]) = ([], [])
    for label in labels {
      let text = try String(
        contentsOf: Self.gold.appendingPathComponent("pages/\(label)"), encoding: .utf8)
      let article = Support.extract(try bytes("pages", label.dropLast(4) + ".html"))
      let title = article.title?.value
      if title != Self.value("title", in: text) { wrong.titles.append("\(label): \(title ?? "-")") }
      let date = (DateTests.show(article.published?.value)?.prefix(10)).map(String.init)
      if date != Self.value("published", in: text) {
        wrong.dates.append("\(label): \(date ?? "-")")
      }
    }
    let allowed = labels.count / 50
    #expect(wrong.titles.count <= allowed, "\(wrong.titles.joined(separator: "\n"))")
    #expect(wrong.dates.count <= allowed, "\(wrong.dates.joined(separator: "\n"))")
  }

  private func bytes(_ set: String, _ page: some StringProtocol) throws -> [UInt8] {
    guard set == "corpus" else {
      return [UInt8](try Data(contentsOf: Self.gold.appendingPathComponent("\(set)/\(page)")))
    }
    let plain = Support.root.appendingPathComponent("corpus/\(page)").path
    return try CorpusTests.bytes(
      FileManager.default.fileExists(atPath: plain) ? String(page) : page + ".gz")
  }

  /// One of a label's top keys, which are scalars on one line or wrapped with an indent.
  private static func value(_ key: String, in label: String) -> String? {
    let lines = label.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(where: { $0.hasPrefix(key + ": ") }) else { return nil }
    let rest = lines[(first + 1)...].prefix { $0.hasPrefix("  ") && !$0.hasPrefix("  -") }
    let written = ([lines[first].dropFirst(key.utf8.count + 2)] + rest)
      .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    switch written.first {
    case "'": return written.dropFirst().dropLast().replacingOccurrences(of: "''", with: "'")
    case "\"": return written.dropFirst().dropLast().replacingOccurrences(of: "\\\"", with: "\"")
    default: return written == "null" ? nil : written
    }
  }

  private static func short(_ number: Double) -> String { String(format: "%.4f", number) }
}
