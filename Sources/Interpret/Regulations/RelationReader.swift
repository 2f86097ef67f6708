import Lexicon
import Tag

/// Reads what a regulation is to others: on what it is based, what it changes, repeals and implements.
struct RelationReader {
  let view: DraftingView
  let mentions: [ResolvedMention]

  /// Between two regulations, and from the title's first word to the one that it is about.
  private static let reach = 60
  private static let titleReach = 8
  /// From a regulation to what a clause says of it.
  private static let clauseReach = 120

  private var lexicon: Lexicon { view.document.lexicon }

  /// Relations that any text may state of two regulations: "UU 23/2014 sebagaimana telah diubah dengan UU
  /// 9/2015", "UU 9/2015 tentang Perubahan Kedua atas UU 23/2014".
  func stated() -> [RegulationRelation] {
    zip(mentions, mentions.dropFirst()).compactMap { first, second in
      guard let gap = gap(first, second), first.name != second.name else { return nil }
      let items = first.items.lowerBound..<second.items.upperBound
      if let kind = titled(gap) { return relation(first.name, kind, second.name, items) }
      if let kind = change(in: gap) { return relation(second.name, kind, first.name, items) }
      return nil
    }
  }

  /// What stands between two mentions of one paragraph.
  private func gap(_ first: ResolvedMention, _ second: ResolvedMention) -> Range<Int>? {
    guard first.items.upperBound < second.items.lowerBound,
      second.items.lowerBound - first.items.upperBound < Self.reach,
      view.areTogether(first.items.lowerBound, second.items.lowerBound)
    else { return nil }
    return first.items.upperBound..<second.items.lowerBound
  }

  /// "tentang Perubahan Kedua atas", "tentang Pelaksanaan": the second name stands in the first one's
  /// title.
  private func titled(_ gap: Range<Int>) -> RegulationRelation.Kind? {
    guard gap.count <= Self.titleReach, view.isWord(gap.lowerBound, "tentang") else { return nil }
    var kind: RegulationRelation.Kind?
    for item in gap {
      if case .punctuation = view.items[item].content { return nil }
      kind = kind ?? titleKind(item)
    }
    return kind
  }

  private func titleKind(_ item: Int) -> RegulationRelation.Kind? {
    if view.isWord(item, "perubahan") { return .amends }
    if view.isWord(item, "pencabutan") { return .repeals }
    if view.isWord(item, "pelaksanaan") { return .implements }
    return nil
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
      if let kind = titleKind(item) { return kind }
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

  /// Mengingat names the legal basis; an article or decision by which regulations lose their force
  /// repeals all that it names but what it keeps; one that says "diubah sebagai berikut" changes what
  /// stands in front of these words.
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
      let inside = (first..<mention).filter { isOther($0, than: document) }
      guard !inside.isEmpty, let (kind, end) = kind(of: part) else { continue }
      for number in inside where mentions[number].items.lowerBound < end {
        if kind == .repeals, isKept(mentions[number], part.end) { continue }
        relations.append(
          relation(document.name, kind, mentions[number].name, mentions[number].items))
      }
    }
    return relations
  }

  /// Whether a mention names another regulation, and not in the title of a third one.
  private func isOther(_ number: Int, than document: RegulationDocument) -> Bool {
    let mention = mentions[number]
    guard mention.name != document.name, mention.resolution != .itself,
      mention.resolution != .earlier
    else { return false }
    guard number > 0, let gap = gap(mentions[number - 1], mention) else { return true }
    return titled(gap) == nil
  }

  private func start(_ mention: Int) -> Int {
    view.items[mentions[mention].items.lowerBound].range.lowerBound
  }

  /// What a part does, and the item in front of which stands what it does it to.
  private func kind(of part: RegulationPart) -> (RegulationRelation.Kind, end: Int)? {
    if part.kind == .mengingat { return (.basedOn, .max) }
    var isRepeal = false
    var item = firstItem(from: part.text.lowerBound)
    while item < view.items.count, view.items[item].range.lowerBound < part.end {
      let next = item + 1 < view.items.count ? item + 1 : item
      if view.isWord(item, "diubah"), view.isWord(next, among: ["sebagai", "sehingga"]) {
        return (.amends, item)
      }
      // Permits are withdrawn too; a regulation loses its force by set words (UU 12/2011, Lampiran II).
      isRepeal =
        isRepeal || view.isWord(item, "mencabut")
        || view.isWord(item, "dicabut") && part.kind == .diktum
        || view.isWord(item, "dinyatakan") && view.isWord(next, among: ["tidak", "dicabut"])
      item += 1
    }
    return isRepeal ? (.repeals, .max) : nil
  }

  /// "… dinyatakan tetap berlaku": a clause that keeps what the next one repeals.
  private func isKept(_ mention: ResolvedMention, _ end: Int) -> Bool {
    var item = mention.items.upperBound
    let limit = min(view.items.count, item + Self.clauseReach)
    while item < limit, view.items[item].range.lowerBound < end, !view.items[item].isMark(";") {
      if view.isWord(item, "tetap") { return true }
      if view.isWord(item, among: ["dicabut", "tidak"]) { return false }
      item += 1
    }
    return false
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
