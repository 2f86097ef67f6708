/// The documents that say what another one says.
struct Copies {
  struct Copy {
    /// Address of the document that it is a copy of.
    let original: String
    /// Why it counts as one, where the texts are not the same.
    var remark: String?
  }

  private let copies: [Int: Copy]

  subscript(place: Int) -> Copy? { copies[place] }

  /// For each document whose text stands in an earlier one word for word, or almost: the first of them; for
  /// a part of an article the document that holds it whole.
  /// - Parameters:
  ///   - records: in the order of their addresses.
  ///   - nearDuplicates: the least resemblance of a copy; nil to count only equal texts as one.
  init(_ records: RecordStore, nearDuplicates: Double?) {
    var first: [Wording.Digest: Int] = [:]
    var equal: [Int: Int] = [:]
    var near = NearDuplicates(threshold: nearDuplicates ?? 1)
    for place in records.places(.article) where !records.traits(place).contains(.whole) {
      guard !records.traits(place).contains(.failed), let wording = records.kinship(place)?.wording
      else { continue }
      if let original = first[wording.digest] {
        equal[place] = original
      } else {
        first[wording.digest] = place
        if nearDuplicates != nil { near.add(wording, at: place) { records[$0] } }
      }
    }
    var copies: [Int: Copy] = [:]
    for (place, copy) in near.copies {
      let share = Int((copy.resemblance * 100).rounded(.down))
      copies[place] = Copy(
        original: records.head(copy.original).address,
        remark: "nearly the same text: of the runs of three words in either, both have \(share) %")
    }
    for (place, original) in equal {
      let first = near.copies[original]?.original ?? original
      copies[place] = Copy(original: records.head(first).address)
    }
    let parts = records.places(.whole)
    if !parts.isEmpty {
      let originals = Dictionary(
        copies.map { (records.head($0).address, $1.original) }, uniquingKeysWith: { $1 })
      for place in parts {
        guard let whole = records.head(place).whole else { continue }
        copies[place] = Copy(original: originals[whole] ?? whole)
      }
    }
    self.copies = copies
  }
}
