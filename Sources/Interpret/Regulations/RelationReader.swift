import Lexicon
import Tag

/// Reads what a regulation is to others: on what it is based, what it changes, repeals and implements.
struct RelationReader {
  let view: DraftingView
  let mentions: [ResolvedMention]

  private var lexicon: Lexicon { view.document.lexicon }

  /// Relations that any text may state of two regulations: "UU 23/2014 sebagaimana telah diubah dengan UU
  /// 9/2015".
  func stated() -> [RegulationRelation] {
    var relations: [RegulationRelation] = []
    for (first, second) in zip(mentions, mentions.dropFirst()) {
      let gap = first.items.upperBound..<second.items.lowerBound
      guard gap.count < 60, gap.lowerBound < gap.upperBound,
        view.lineOf[first.items.lowerBound] == view.lineOf[second.items.lowerBound],
        first.name != second.name, let kind = change(in: gap)
      else { continue }
      relations.append(
        relation(
          second.name, kind, first.name, first.items.lowerBound..<second.items.upperBound))
    }
    return relations
  }

  /// "telah diubah … dengan", "dicabut dengan": what the second regulation did to the first.
  private func change(in gap: Range<Int>) -> RegulationRelation.Kind? {
    var kind: RegulationRelation.Kind?
    for item in gap {
      if view.items[item].isMark(";") { return nil }
      if view.isWord(item, "diubah") { kind = .amends }
      if view.isWord(item, among: ["dicabut", "diganti", "digantikan"]) { kind = .repeals }
    }
    guard kind != nil, let last = gap.last, view.isWord(last, among: ["dengan", "oleh"]) else {
      return nil
    }
    return kind
  }

  /// Relations of the document itself, by its title, its recitals, its articles and a database's record.
  func own(
    _ document: RegulationDocument, title: Range<Int>?, record: RegulationRecord
  ) -> [RegulationRelation] {
    var relations: [RegulationRelation] = []
    for mention in mentions where mention.name != document.name && mention.resolution != .itself {
      let place = view.items[mention.items.lowerBound].range.lowerBound
      if let title, title.contains(place) {
        if let kind = kindByTitle(title.lowerBound, mention.items.lowerBound) {
          relations.append(relation(document.name, kind, mention.name, mention.items))
        }
      } else if let (kind, isSubject) = kindByRecord(mention, record) {
        relations.append(
          isSubject
            ? relation(document.name, kind, mention.name, mention.items)
            : relation(mention.name, kind, document.name, mention.items))
      }
    }
    return relations + byParts(document)
  }

  private func relation(
    _ regulation: RegulationName, _ kind: RegulationRelation.Kind, _ other: RegulationName,
    _ items: Range<Int>
  ) -> RegulationRelation {
    RegulationRelation(
      regulation: regulation.citation(lexicon), kind: kind, other: other.citation(lexicon),
      evidence: view.range(items))
  }

  /// "PERUBAHAN KEDUA ATAS …", "PENCABUTAN …", "PERATURAN PELAKSANAAN …".
  private func kindByTitle(_ start: Int, _ mention: Int) -> RegulationRelation.Kind? {
    var item = mention - 1
    while item >= 0, view.items[item].range.lowerBound >= start, item > mention - 12 {
      if view.isWord(item, "perubahan") { return .amends }
      if view.isWord(item, "pencabutan") { return .repeals }
      if view.isWord(item, "pelaksanaan") { return .implements }
      item -= 1
    }
    return nil
  }

  private func kindByRecord(
    _ mention: ResolvedMention, _ record: RegulationRecord
  ) -> (kind: RegulationRelation.Kind, isSubject: Bool)? {
    func isIn(_ field: RegulationRecord.Field) -> Bool {
      record.values[field]?.contains(mention.items.lowerBound) == true
    }
    if isIn(.amends) { return (.amends, true) }
    if isIn(.repeals) { return (.repeals, true) }
    if isIn(.basis) { return (.basedOn, true) }
    if isIn(.amendedBy) { return (.amends, false) }
    if isIn(.repealedBy) { return (.repeals, false) }
    return nil
  }

  /// Mengingat names the legal basis; an article or decision that says "dicabut" repeals all that it
  /// names; one that says "diubah sebagai berikut" changes it.
  private func byParts(_ document: RegulationDocument) -> [RegulationRelation] {
    var relations: [RegulationRelation] = []
    var mention = 0
    var covered = 0
    for part in document.parts where part.text.lowerBound >= covered {
      guard [.mengingat, .pasal, .diktum].contains(part.kind) else { continue }
      covered = part.end
      while mention < mentions.count, start(mention) < part.text.lowerBound { mention += 1 }
      let first = mention
      while mention < mentions.count, start(mention) < part.end { mention += 1 }
      let inside = mentions[first..<mention].filter {
        $0.name != document.name && $0.resolution != .itself && $0.resolution != .earlier
      }
      guard !inside.isEmpty, let kind = kind(of: part) else { continue }
      relations += inside.map { relation(document.name, kind, $0.name, $0.items) }
    }
    return relations
  }

  private func start(_ mention: Int) -> Int {
    view.items[mentions[mention].items.lowerBound].range.lowerBound
  }

  private func kind(of part: RegulationPart) -> RegulationRelation.Kind? {
    if part.kind == .mengingat { return .basedOn }
    var item = firstItem(from: part.text.lowerBound)
    var isRepeal = false
    while item < view.items.count, view.items[item].range.lowerBound < part.end {
      if view.isWord(item, among: ["dicabut", "mencabut"]) { isRepeal = true }
      if view.isWord(item, "diubah"), item + 1 < view.items.count,
        view.isWord(item + 1, among: ["sebagai", "sehingga"])
      {
        return .amends
      }
      item += 1
    }
    return isRepeal ? .repeals : nil
  }

  private func firstItem(from place: Int) -> Int {
    var low = 0
    var high = view.items.count
    while low < high {
      let middle = (low + high) / 2
      if view.items[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
