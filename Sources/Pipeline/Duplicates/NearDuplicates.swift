import Extract
import Interpret

/// Documents that are another one with small changes: its print or AMP twin, a wire copy under a headline
/// of the desk's own, a page with a corrected word. They are one witness.
///
/// Documents are compared with the first of a group only, in the order of their addresses, so that a row of
/// copies of copies cannot lead to a stranger. Time grows with the number of documents: a document meets
/// only those whose keys of a band it shares (`MinHash`), and of these the first few.
struct NearDuplicates {
  /// For a copy, by its place among the records: the place of the original, and how much of the wording they
  /// share (see `Shingles.resemblance`).
  private(set) var copies: [Int: (original: Int, resemblance: Double)] = [:]

  /// Of each document so many subjects take part in its keys. Pages made from one template differ in little
  /// but in what they are about; by wording alone all of them would meet.
  private static let subjectsInKeys = 3

  private let threshold: Double
  private var met: [UInt64: Meeting] = [:]

  /// - Parameter threshold: the least resemblance of a copy, above 0 to 1.
  init(threshold: Double) {
    self.threshold = threshold
  }

  /// To be asked of one document after the other, in the order of their addresses.
  /// - Parameter read: gives an earlier document.
  mutating func add(
    _ record: DocumentRecord, at place: Int, _ read: (Int) -> DocumentRecord
  ) {
    guard record.status == .read, let article = record.article else { return }
    let shingles = Shingles(article)
    guard shingles.hashes.count >= Shingles.least else { return }
    let subjects = Subjects(record)
    var tried: Set<Int> = []
    let keys = Self.keys(MinHash(shingles), subjects)
    for key in keys {
      for other in met[key]?.places ?? [] where tried.insert(other).inserted {
        let original = read(other)
        guard let text = original.article, subjects.agree(with: Subjects(original)) else {
          continue
        }
        let resemblance = shingles.resemblance(to: Shingles(text))
        guard resemblance >= threshold else { continue }
        copies[place] = (other, resemblance)
        return
      }
    }
    for key in keys { met[key, default: Meeting()].add(place) }
  }

  /// The first documents that have a key of a band; a further one is compared with them.
  private struct Meeting {
    private var first = SIMD4<Int32>(repeating: -1)

    mutating func add(_ place: Int) {
      for index in first.indices where first[index] < 0 {
        first[index] = Int32(place)
        return
      }
    }

    var places: [Int] {
      first.indices.map { Int(first[$0]) }.filter { $0 >= 0 }
    }
  }

  private static func keys(_ hash: MinHash, _ subjects: Subjects) -> [UInt64] {
    let inKeys = subjects.hashes.isEmpty ? [0] : Array(subjects.hashes.prefix(subjectsInKeys))
    return inKeys.flatMap { subject in hash.keys.map { Hash64.mixed($0 ^ subject) } }
  }
}

/// What a document makes statements about. A report worded like another on another body or another year is
/// no copy of it.
struct Subjects {
  /// Each once, in ascending order.
  let hashes: [UInt64]
  private let isOfClaims: Bool

  init(_ record: DocumentRecord) {
    let claims = record.reading?.claims ?? []
    isOfClaims = !claims.isEmpty
    var found: Set<UInt64> = []
    if claims.isEmpty {
      for mention in record.mentions where mention.kind == "region" {
        if let id = mention.id { found.insert(Hash64.of(id)) }
      }
    }
    for claim in claims {
      let body =
        switch claim.body {
        case .region(let row): String(row)
        case .other(let name, _): name
        }
      let year = claim.year.year.map(String.init) ?? ""
      found.insert(Hash64.of([body, claim.unit?.name ?? "", year].joined(separator: "\u{1F}")))
    }
    hashes = found.sorted()
  }

  /// Whether at least half of the subjects of the one that has fewer are the other's too.
  func agree(with other: Subjects) -> Bool {
    guard isOfClaims == other.isOfClaims else { return false }
    let fewer = min(hashes.count, other.hashes.count)
    guard fewer > 0 else { return hashes.isEmpty && other.hashes.isEmpty }
    let all = Set(other.hashes)
    return 2 * hashes.count(where: all.contains) >= fewer
  }
}
