import Interpret

/// What a document makes statements about. A report worded like another on another body or another year is
/// no copy of it.
struct Subjects: Sendable, Hashable {
  /// Each once, in ascending order.
  let hashes: [UInt64]
  /// Of what it claims; else of what it mentions.
  let isOfClaims: Bool

  init(hashes: [UInt64], isOfClaims: Bool) {
    self.hashes = hashes
    self.isOfClaims = isOfClaims
  }

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
