import Extract
import Lexicon
import Tag

/// Reads the rows of data tables: the header says what a column holds, the row says of whom.
struct TableReader {
  let document: TaggedArticle
  let resolver: RegionResolver
  let classes: ReadingClasses

  private typealias Cells = [(cell: Cell, items: [Int])]

  private var group = -1
  private var columns: TableColumns
  private var lastRegion: Int32?
  /// Blocks of tables of which the rows stand in the order of their scores: their numbers are places.
  private let ranked: Set<Int>
  private var isRanked = false
  /// Values of cells that span several rows, by column, and how many rows are to come.
  private var spanning: [Int: (values: [StatedValue], rows: Int)] = [:]

  /// One result of a row: of a year, or of a part of it.
  private struct Slot: Hashable {
    let year: Int?
    let period: Int
  }

  struct Row {
    let region: Int32
    let unit: ClaimUnit?
    let subject: Subject
    /// One per year.
    let results: [(year: ClaimYear?, values: [StatedValue])]
  }

  init(
    document: TaggedArticle, resolver: RegionResolver, classes: ReadingClasses, ranked: Set<Int>
  ) {
    self.document = document
    self.resolver = resolver
    self.classes = classes
    columns = TableColumns(document: document, classes: classes)
    self.ranked = ranked
  }

  mutating func read(_ sentence: Sentence) -> Row? {
    let block = document.article.blocks[sentence.block]
    if block.group != group {
      group = block.group
      columns = TableColumns(document: document, classes: classes)
      lastRegion = nil
      spanning = [:]
    }
    isRanked = ranked.contains(sentence.block)
    let cells = self.cells(of: sentence)
    if isHeader(block, cells.map(\.items)) {
      columns.readHeader(cells)
      return nil
    }
    // "76,61 - 88,30 | B | Baik" explains a scale.
    let isBand = cells.contains { cell in
      cell.items.contains {
        if case .range = document.items[$0].content { true } else { false }
      }
    }
    return isBand ? nil : row(cells)
  }

  /// Whether a row is a label and its value, as in a sheet about one body.
  func isLabelled(_ sentence: Sentence) -> Bool {
    let block = document.article.blocks[sentence.block]
    guard block.cells.count == 2 else { return false }
    let cells = self.cells(of: sentence).map(\.items)
    let label = cells[0].lazy.map(columns.kind).first { $0 != .other }
    guard label == .score || label == .zone || label == .grade || label == .category else {
      return false
    }
    return cells[1].count <= 4
      && !cells[0].contains {
        if case .number = document.items[$0].content { true } else { false }
      }
  }

  /// The cells of a row with the items in them; both stand in the order of the text.
  private func cells(of sentence: Sentence) -> Cells {
    var next = sentence.items.lowerBound
    return document.article.blocks[sentence.block].cells.map { cell in
      var items: [Int] = []
      while next < sentence.items.upperBound,
        document.items[next].range.lowerBound < cell.range.upperBound
      {
        if document.items[next].range.lowerBound >= cell.range.lowerBound { items.append(next) }
        next += 1
      }
      return (cell, items)
    }
  }

  /// All cells are header cells, or the first row names kinds of values and no value.
  private func isHeader(_ block: Block, _ cells: [[Int]]) -> Bool {
    if !block.cells.isEmpty, block.cells.allSatisfy(\.isHeader) { return true }
    guard columns.isEmpty else { return false }
    let hasCue = cells.contains { cell in cell.contains { columns.kind($0) != .other } }
    let hasValue = cells.joined().contains {
      switch document.items[$0].content {
      case .number(let value): value.scale > 0
      case .zone(_, _, let isFramed): !isFramed
      default: false
      }
    }
    return hasCue && !hasValue
  }

  private mutating func row(_ cells: Cells) -> Row? {
    var region: (row: Int32, item: Int)?
    var unit: (ClaimUnit, Int)?
    guard !columns.nameElements else { return nil }
    for (cell, items) in cells {
      if let named = unitByName(cell, items) {
        if named.isVertical { return nil }
        unit = unit ?? (named.unit, items[0])
        continue
      }
      for index in items {
        switch document.items[index].content {
        case .region(let mention) where mention.role != .nested && region == nil:
          if let found = resolve(mention) { region = (found, index) }
        case .unit(let mention) where unit == nil:
          let row = document.lexicon.units[Int(mention.unit)]
          if row.isVertical { return nil }
          if row.takesProperName, mention.properName == nil { continue }
          unit = (document.claimUnit(mention), index)
        default: break
        }
      }
    }
    if let region { lastRegion = region.row }
    guard
      let body = region?.row
        ?? (unit != nil || !columns.nameRegions ? lastRegion ?? resolver.main : lastRegion)
    else { return nil }
    let item = unit?.1 ?? region?.item
    let place = item ?? cells.first?.items.first ?? 0
    let results = self.results(cells)
    guard !results.isEmpty else { return nil }
    return Row(
      region: body, unit: unit?.0,
      subject: Subject(kind: .region(body), items: place..<place + (item == nil ? 0 : 1)),
      results: results)
  }

  /// "Jati" below "Kecamatan", "Playen I" below "Puskesmas": the unit of that name.
  private func unitByName(_ cell: Cell, _ items: [Int]) -> (unit: ClaimUnit, isVertical: Bool)? {
    guard let unit = columns[cell.column]?.unit, let first = items.first, let last = items.last,
      !items.contains(where: {
        switch document.items[$0].content {
        case .unit, .institution: true
        case .region(let mention): mention.level != nil
        default: document.items[$0].classes.intersects(classes.totalCue)
        }
      })
    else { return nil }
    let name = document.text(
      document.items[first].range.lowerBound..<document.items[last].range.upperBound)
    guard name.utf8.first.map({ (0x41...0x5A).contains($0) }) ?? false else { return nil }
    return (document.unit(unit, named: name), document.lexicon.units[Int(unit)].isVertical)
  }

  private func resolve(_ mention: RegionMention) -> Int32? {
    if mention.candidates.count > 1, mention.level == nil, let level = columns.level {
      let fitting = mention.candidates.filter { document.lexicon.regions[Int($0)].level == level }
      if !fitting.isEmpty {
        var narrowed = mention
        narrowed.candidates = fitting
        return resolver.resolve(narrowed)
      }
    }
    var certain = mention
    certain.needsCue = false
    return resolver.resolve(certain)
  }

  /// "2022", "Tahun 2022 Semester I".
  private func isOfTime(_ items: [Int]) -> Bool {
    items.count <= 3
      || items.count <= 5
        && items.contains { document.items[$0].classes.intersects(classes.period) }
  }

  private mutating func results(
    _ cells: Cells
  ) -> [(year: ClaimYear?, values: [StatedValue])] {
    var rowYear: Int?
    var order: [Slot] = []
    var values: [Slot: [StatedValue]] = [:]
    var period = 0
    for (cell, items) in cells {
      let column = columns[cell.column]
      if column?.kind == .year || column == nil || column?.kind == .other {
        for index in items {
          if case .year(let year, _) = document.items[index].content, isOfTime(items) {
            rowYear = year
          }
        }
      }
      guard let column else { continue }
      if column.kind == .score, column.isPeriod { period += 1 }
      for index in items {
        guard let content = content(index, column.kind) else { continue }
        let slot = Slot(year: column.year, period: period)
        if values[slot] == nil { order.append(slot) }
        values[slot, default: []].append(
          StatedValue(content: content, item: index, isEarlier: false, rule: "table-column"))
      }
    }
    // A cell of a row above that stands in this row too.
    for (column, carried) in spanning.sorted(by: { $0.key < $1.key }) {
      let slot = Slot(year: columns[column]?.year, period: period)
      if values[slot] == nil { order.append(slot) }
      values[slot, default: []] += carried.values
      spanning[column] = carried.rows > 1 ? (carried.values, carried.rows - 1) : nil
    }
    for (cell, items) in cells where cell.height > 1 {
      guard let kind = columns[cell.column]?.kind,
        kind == .zone || kind == .category || kind == .grade
      else { continue }
      let stated = items.compactMap { index in
        content(index, kind).map {
          StatedValue(content: $0, item: index, isEarlier: false, rule: "table-column")
        }
      }
      spanning[cell.column] = (stated, cell.height - 1)
    }
    // "Peringkat | Kecamatan | IKM 2022 | IKM 2023": places are those of the newest year.
    let undated = Slot(year: nil, period: 0)
    if rowYear == nil, let ranks = values[undated], ranks.allSatisfy({ $0.field == "rank" }),
      let newest = order.filter({ $0.year != nil }).max(by: { $0.year ?? 0 < $1.year ?? 0 })
    {
      values[newest]?.append(contentsOf: ranks)
    }
    return order.compactMap { slot in
      guard let stated = values[slot], stated.contains(where: { $0.field != "rank" }) else {
        return nil
      }
      let known = slot.year ?? rowYear
      return (known.map { ClaimYear(year: $0, basis: .stated) }, stated)
    }
  }

  private func content(_ index: Int, _ kind: TableColumns.Kind) -> StatedValue.Content? {
    let item = document.items[index]
    switch item.content {
    case .number(let value):
      if kind == .score { return .score(value) }
      if kind == .rank || kind == .number && isRanked, value.scale == 0 {
        return .rank(Int(value.units), of: nil)
      }
      return nil
    case .zone(let colour, let shade, _):
      return kind == .zone || kind == .category || kind == .grade
        ? .zone(colour, shade: shade) : nil
    case .grade(let letter): return .grade(letter)
    case .category(let label): return .category(label)
    case .word where kind == .grade || kind == .category && item.range.count <= 2:
      let text = document.text(item.range)
      guard text.utf8.count <= 2, let first = text.first, "ABCDEF".contains(first) else {
        return nil
      }
      let next = index + 1
      let hasMinus =
        next < document.items.count && document.items[next].isMark("-")
        && document.items[next].range.lowerBound == item.range.upperBound
      return .grade(hasMinus ? text + "-" : text)
    case .word where kind == .category && item.classes.intersects(classes.degree):
      return .category(document.text(item.range))
    default: return nil
    }
  }
}
