import Crypto
import Extract

/// What a document's text is compared with others' by.
struct Wording: Sendable, Hashable {
  /// Equal texts have one: 128 bits of SHA-256.
  struct Digest: Sendable, Hashable {
    let high: UInt64
    let low: UInt64
  }

  let digest: Digest
  /// Of `MinHash`; none for a body that is too short to be compared by its parts.
  let keys: [UInt64]
  let subjects: Subjects

  init(digest: Digest, keys: [UInt64], subjects: Subjects) {
    self.digest = digest
    self.keys = keys
    self.subjects = subjects
  }

  /// Nil for a document without text.
  init?(_ record: DocumentRecord) {
    guard let article = record.article, !article.text.isEmpty else { return nil }
    digest = Digest(article.text)
    let shingles = Shingles(article)
    let isLongEnough = shingles.hashes.count >= Shingles.least
    keys = record.status == .read && isLongEnough ? MinHash(shingles).keys : []
    subjects = Subjects(record)
  }
}

extension Wording.Digest {
  fileprivate init(_ text: [UInt8]) {
    let bytes = Array(SHA256.hash(data: text))
    self.init(
      high: bytes[0..<8].reduce(0) { $0 << 8 | UInt64($1) },
      low: bytes[8..<16].reduce(0) { $0 << 8 | UInt64($1) })
  }
}
