import Extract
import Lexicon
import Tag

/// Reads what a document has to do with regulations: those that it cites, and the one that it is.
struct RegulationReader {
  private let view: DraftingView
  private let index: RegulationIndex
  private let scanner: MentionScanner

  /// So many kinds of parts that only regulations have make a page with a heading one.
  private static let leastVariety = 2
  /// The region of a regulation whose heading leaves it out is named within so many items.
  private static let regionReach = 120

  init(_ document: TaggedArticle, index: RegulationIndex) {
    view = DraftingView(document)
    self.index = index
    scanner = MentionScanner(
      view: view, index: index, year: document.article.published?.value.year)
  }

  /// Whether a document names any regulation or article; most say nothing of either.
  static func concerns(_ document: TaggedArticle) -> Bool {
    let text = document.article.text
    return document.items.contains { item in
      if case .regulation = item.content { return true }
      let first = text[item.range.lowerBound] | 0x20
      if item.range.count == 5, first == UInt8(ascii: "p"),
        text[item.range].elementsEqual("pasal".utf8, by: { $0 | 0x20 == $1 })
      {
        return true
      }
      guard item.word >= 0 else { return false }
      return document.lexicon.entries(pattern: item.word).contains { $0.kind == .regulationType }
    }
  }

  func read(into reading: inout Reading) {
    let mentions = scanner.mentions()
    let heading = HeadingReader(view: view, scanner: scanner).heading()
    let record = RecordReader(view: view).record()
    var structure = StructureReader(view)
    if heading != nil || record.isRecord { structure.read(from: heading?.end ?? 0) }
    let document = document(heading, record, structure)
    var citations = CitationReader(
      view: view, index: index, own: document?.name,
      labels: document == nil ? [] : structure.labels)
    let resolved = citations.resolve(mentions)
    let relations = RelationReader(view: view, mentions: resolved)
    reading.relations = relations.stated()
    guard var document else {
      reading.citations = citations.citations(resolved)
      return
    }
    document.relations = relations.own(document, title: heading?.title, record: record)
    citations.amended = amended(by: document)
    let own = document.name.citation(view.document.lexicon)
    // What the document does itself is read by its title and parts.
    reading.relations.removeAll { $0.regulation == own }
    // Heading and title name the document, they cite nothing.
    reading.citations = citations.citations(resolved)
      .filter { $0.regulation != own || $0.article != nil }
    reading.bands = BandReader(view).bands()
    reading.regulation = document
  }

  /// Articles named within an amendment's points are those of the regulation that it changes.
  private func amended(by document: RegulationDocument) -> CitationReader.Amended? {
    let changed = Set(document.relations.filter { $0.kind == .amends }.map(\.other))
    guard changed.count == 1, let only = changed.first,
      let name = RegulationName(citation: only, view.document.lexicon)
    else { return nil }
    // "Pasal I" has the points, the last article ("Pasal II") speaks of the amendment itself.
    let articles = document.parts.filter {
      $0.kind == .pasal && DraftingText.roman($0.number.utf8) != nil
    }
    return CitationReader.Amended(
      name: name, within: articles.dropLast().map { $0.text.lowerBound..<$0.end })
  }

  private func document(
    _ heading: RegulationHeading?, _ record: RegulationRecord, _ structure: StructureReader
  ) -> RegulationDocument? {
    let isText =
      structure.variety >= Self.leastVariety
      || heading != nil && structure.parts.count { $0.kind == .pasal } >= Self.leastVariety
    guard isText || record.isRecord, var name = name(heading, record) else { return nil }
    if case .region(let level) = view.document.lexicon.regulationTypes[Int(name.type)].distinction,
      name.region == nil
    {
      name.region = region(level)
    }
    let line = heading.map { clipped($0.mention.items) } ?? firstLine(record)
    guard let line else { return nil }
    var document = RegulationDocument(name: name, form: isText ? .text : .record, heading: line)
    document.title = title(heading, record)
    document.parts = isText ? structure.parts : []
    ClosingReader(view: view).read(into: &document)
    fill(&document, from: record)
    ClosingReader.settle(&document)
    return document
  }

  /// The part of a heading in its first block.
  private func clipped(_ items: Range<Int>) -> Range<Int> {
    view.range(items.clamped(to: view.line(of: items.lowerBound)))
  }

  private func firstLine(_ record: RegulationRecord) -> Range<Int>? {
    guard let value = record.values[.number] else { return nil }
    return view.range(view.line(of: value.lowerBound))
  }

  // MARK: Name

  private func name(_ heading: RegulationHeading?, _ record: RegulationRecord) -> RegulationName? {
    if let heading { return heading.mention.name }
    guard record.isRecord, let number = record.values[.number], let year = record.values[.year],
      let value = year.lazy.compactMap({ view.integer($0) }).first, (1945...2049).contains(value)
    else { return nil }
    // The record's own type, else that of the page's title.
    let places = [record.values[.type], record.values[.title], view.lines.first].compactMap(\.self)
    for place in places {
      for item in place {
        guard let type = scanner.type(at: item) else { continue }
        var name = RegulationName(type: type, year: value)
        let text = view.string(view.range(number))
        name.number = text.split(separator: " ").first.map(String.init)
        if let mention = scanner.mention(at: item, to: place.upperBound) {
          name.region = mention.name.region
          name.body = mention.name.body
        }
        return name
      }
    }
    return nil
  }

  /// The first region of a level that the page names.
  private func region(_ level: RegionLevel?) -> Int32? {
    let lexicon = view.document.lexicon
    for item in view.items.prefix(Self.regionReach) {
      guard case .region(let mention) = item.content else { continue }
      let wanted = level ?? mention.level
      let fitting = mention.candidates.filter {
        lexicon.regions[Int($0)].validTo == nil
          && (wanted == nil || lexicon.regions[Int($0)].level == wanted)
      }
      if fitting.count == 1 { return fitting.first }
    }
    return nil
  }

  private func title(_ heading: RegulationHeading?, _ record: RegulationRecord) -> String? {
    if let title = heading?.title { return DraftingText.titled(view.string(title)) }
    for place in [record.values[.title], view.lines.first].compactMap(\.self) {
      if let about = place.first(where: { view.isWord($0, "tentang") }),
        about + 1 < place.upperBound
      {
        return DraftingText.titled(view.string(view.range(about + 1..<place.upperBound)))
      }
    }
    return record.values[.title].map { DraftingText.titled(view.string(view.range($0))) }
  }

  private func fill(_ document: inout RegulationDocument, from record: RegulationRecord) {
    func day(_ field: RegulationRecord.Field) -> PublishedDate? {
      record.values[field]?.lazy.compactMap { ClosingReader.day(view.items[$0]) }.first
    }
    func text(_ field: RegulationRecord.Field) -> String? {
      record.values[field].map { view.string(view.range($0)) }
    }
    document.enacted = document.enacted ?? day(.enacted)
    document.promulgated = document.promulgated ?? day(.promulgated)
    if document.effective == nil, let stated = day(.effective) {
      document.effective = stated
      document.effectBasis = .stated
    }
    document.place = document.place ?? text(.place)
    document.gazette = document.gazette ?? text(.gazette)
    document.status = text(.status)
  }
}
