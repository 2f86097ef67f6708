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
  /// - Parameter read: gives this document or an earlier one.
  mutating func add(_ wording: Wording, at place: Int, _ read: (Int) -> DocumentRecord) {
    guard !wording.keys.isEmpty else { return }
    var shingles: Shingles?
    var tried: Set<Int> = []
    let keys = Self.keys(wording)
    for key in keys {
      for other in met[key]?.places ?? [] where tried.insert(other).inserted {
        let original = read(other)
        guard let text = original.article, wording.subjects.agree(with: Subjects(original)) else {
          continue
        }
        shingles = shingles ?? read(place).article.map { Shingles($0) }
        let resemblance = shingles?.resemblance(to: Shingles(text)) ?? 0
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

  private static func keys(_ wording: Wording) -> [UInt64] {
    let subjects = wording.subjects.hashes.prefix(subjectsInKeys)
    return (subjects.isEmpty ? [0] : subjects).flatMap { subject in
      wording.keys.map { Hash64.mixed($0 ^ subject) }
    }
  }
}
