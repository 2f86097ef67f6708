import Crawl
import Extract
import Foundation
import Interpret
import Testing

/// The five seed pages that the project was asked for; they lie beside the repository, not in it.
struct SeedTests {
  private static let folder = Sample.root.deletingLastPathComponent().appending(
    path: "shared/seeds")

  private static let pages: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted()
  }()

  @Test(
    .enabled(if: !pages.isEmpty, "no ../shared/seeds beside the repository"), arguments: pages)
  func everySeedGivesFacts(page: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: page)))
    let saved = SavedPage(address: page, bytes: bytes, format: .text, sha256: "")
    let sample = try Sample(Extractor().extract(saved))
    // A vague year ("beberapa tahun lalu") is a fact too: it has a bound.
    let facts = sample.reading.claims.filter {
      $0.status == .achieved && $0.instrument != nil
        && ($0.year.year != nil || $0.year.latest != nil)
    }
    #expect(!facts.isEmpty, "\(page): \(sample.lines())")
    for claim in sample.reading.claims {
      #expect(!claim.values.isEmpty)
      #expect(sample.article.blocks.contains { $0.range.contains(claim.quote.lowerBound) })
      for evidence in claim.evidence {
        #expect(evidence.range.upperBound <= sample.article.text.count)
      }
    }
  }
}
