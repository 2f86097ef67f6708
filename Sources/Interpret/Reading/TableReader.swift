import Extract
import Lexicon
import Tag

/// Reads the rows of data tables: the header says what a column holds, the row says of whom.
struct TableReader {
  let document: TaggedArticle
  let resolver: RegionResolver

  /// What a column holds.
  private enum Column: Hashable {
    case number, score, zone, grade, category, rank, year, region, unit, other
  }

  private var group = -1
  private var columns: [Int: (kind: Column, year: Int?)] = [:]
  private var level: RegionLevel?
  private var lastRegion: Int32?
  /// The rows stand in the order of their scores: their numbers are places.
  private var isRanked = false
  /// Columns under "Target": what stands there is planned, and no result.
  private var planned: [Range<Int>] = []
  /// Years of header cells that span several columns.
  private var yearSpans: [(columns: Range<Int>, year: Int)] = []
  /// Values of cells that span several rows, by column.
  private var spanning: [Int: [StatedValue]] = [:]

  struct Row {
    let region: Int32
    let unit: ClaimUnit?
    let subject: Subject
    /// One per year.
    let results: [(year: ClaimYear?, values: [StatedValue])]
  }

  init(document: TaggedArticle, resolver: RegionResolver) {
    self.document = document
    self.resolver = resolver
  }

  mutating func read(_ sentence: Sentence) -> Row? {
    let block = document.article.blocks[sentence.block]
    if block.group != group {
      group = block.group
      columns = [:]
      level = nil
      lastRegion = nil
      spanning = [:]
      planned = []
      yearSpans = []
      isRanked = isInOrder(block.group)
    }
    let cells = block.cells.map { cell in
      (
        cell: cell,
        items: sentence.items.filter { cell.range.contains(document.items[$0].range.lowerBound) }
      )
    }
    if isHeader(block, cells.map(\.items)) {
      for (position, (cell, items)) in cells.enumerated() {
        let end = position + 1 < cells.count ? cells[position + 1].cell.column : Int.max
        if items.contains(where: isPlan), end > cell.column { planned.append(cell.column..<end) }
        if let year = year(items), end > cell.column {
          yearSpans.append((cell.column..<end, year))
        }
        header(items, column: cell.column)
      }
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
    let cells = block.cells.map { cell in
      sentence.items.filter { cell.range.contains(document.items[$0].range.lowerBound) }
    }
    let label = cells[0].lazy.map(kind).first { $0 != .other }
    guard label == .score || label == .zone || label == .grade || label == .category else {
      return false
    }
    return cells[1].count <= 4
      && !cells[0].contains {
        if case .number = document.items[$0].content { true } else { false }
      }
  }

  /// Whether the first decimals of a table's rows never rise, over at least three rows.
  private func isInOrder(_ group: Int) -> Bool {
    var last: FixedPoint?
    var rows = 0
    for sentence in document.sentences where document.article.blocks[sentence.block].group == group
    {
      let scores = sentence.items.compactMap { index -> FixedPoint? in
        if case .number(let value) = document.items[index].content, value.scale > 0 {
          value
        } else {
          nil
        }
      }
      guard let score = scores.first else { continue }
      if let last, last < score { return false }
      last = score
      rows += 1
    }
    return rows >= 3
  }

  /// All cells are header cells, or the first row names kinds of values and no value.
  private func isHeader(_ block: Block, _ cells: [[Int]]) -> Bool {
    if !block.cells.isEmpty, block.cells.allSatisfy(\.isHeader) { return true }
    guard columns.isEmpty else { return false }
    let hasCue = cells.contains { cell in cell.contains { kind($0) != .other } }
    let hasValue = cells.joined().contains {
      switch document.items[$0].content {
      case .number(let value): value.scale > 0
      case .zone(_, _, let isFramed): !isFramed
      default: false
      }
    }
    return hasCue && !hasValue
  }

  private func year(_ items: [Int]) -> Int? {
    for index in items {
      if case .year(let stated, _) = document.items[index].content { return stated }
    }
    return nil
  }

  private mutating func header(_ items: [Int], column: Int) {
    var kind = Column.other
    var year = self.year(items)
    for index in items {
      let found = self.kind(index)
      if kind == .other { kind = found }
      if let value = document.value(of: document.items[index], as: "count_noun"),
        let named = RegionLevel(rawValue: value), level == nil
      {
        level = named
      }
    }
    let above = columns[column]
    if kind == .other, let above { kind = above.kind }
    // "2022", "2023" as headers: the values of those years.
    if kind == .other, year != nil { kind = .score }
    if planned.contains(where: { $0.contains(column) }) { kind = .other }
    if year == nil { year = above?.year ?? yearSpans.last { $0.columns.contains(column) }?.year }
    columns[column] = (kind, year)
  }

  private func isPlan(_ index: Int) -> Bool {
    document.items[index].classes.intersects(document.classes.set("target"))
  }

  private func kind(_ index: Int) -> Column {
    let item = document.items[index]
    let classes = document.classes
    if item.classes.intersects(classes.set("header_rank")) { return .rank }
    if item.classes.intersects(classes.set("header_number")) { return .number }
    if item.classes.intersects(classes.set("header_zone")) { return .zone }
    if item.classes.intersects(classes.set("header_grade")) { return .grade }
    if item.classes.intersects(classes.set("header_category")) { return .category }
    if item.classes.intersects(classes.set("score_cue")) { return .score }
    if item.classes.intersects(classes.set("year_word")) { return .year }
    switch item.content {
    case .unit: return .unit
    case .instrument, .instrumentCue: return .score
    default: break
    }
    if item.classes.intersects(classes.set("count_noun", "level", "body")) { return .region }
    return .other
  }

  private mutating func row(_ cells: [(cell: Cell, items: [Int])]) -> Row? {
    var region: (row: Int32, item: Int)?
    var unit: (ClaimUnit, Int)?
    for (_, items) in cells {
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
        ?? (unit != nil || hasNoRegionColumn ? lastRegion ?? resolver.main : lastRegion)
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

  private var hasNoRegionColumn: Bool { !columns.values.contains { $0.kind == .region } }

  private func resolve(_ mention: RegionMention) -> Int32? {
    if mention.candidates.count > 1, mention.level == nil, let level {
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

  private mutating func results(
    _ cells: [(cell: Cell, items: [Int])]
  ) -> [(year: ClaimYear?, values: [StatedValue])] {
    var rowYear: Int?
    var order: [Int?] = []
    var values: [Int?: [StatedValue]] = [:]
    for (cell, items) in cells {
      let column = columns[cell.column]
      if column?.kind == .year || column == nil || column?.kind == .other {
        for index in items {
          if case .year(let year, _) = document.items[index].content, items.count <= 3 {
            rowYear = year
          }
        }
      }
      guard let column else { continue }
      for index in items {
        guard let content = content(index, column.kind) else { continue }
        let year = column.year
        if values[year] == nil { order.append(year) }
        values[year, default: []].append(
          StatedValue(content: content, item: index, isEarlier: false, rule: "table-column"))
      }
    }
    // A cell that the rows above span stands for this row too.
    for (column, carried) in spanning.sorted(by: { $0.key < $1.key })
    where !cells.contains(where: { $0.cell.column == column }) {
      let year = columns[column]?.year
      if values[year] == nil { order.append(year) }
      values[year, default: []] += carried
    }
    for (cell, items) in cells {
      guard let kind = columns[cell.column]?.kind,
        kind == .zone || kind == .category || kind == .grade
      else { continue }
      spanning[cell.column] = items.compactMap { index in
        content(index, kind).map {
          StatedValue(content: $0, item: index, isEarlier: false, rule: "table-column")
        }
      }
    }
    return order.compactMap { year in
      guard let stated = values[year], stated.contains(where: { $0.field != "rank" }) else {
        return nil
      }
      let known = year ?? rowYear
      return (known.map { ClaimYear(year: $0, basis: .stated) }, stated)
    }
  }

  private func content(_ index: Int, _ kind: Column) -> StatedValue.Content? {
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
    case .word where kind == .category && item.classes.intersects(document.classes.set("degree")):
      return .category(document.text(item.range))
    default: return nil
    }
  }
}
