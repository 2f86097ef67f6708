import Extract
import Lexicon
import Tag

/// What the header rows of one table say of its columns.
struct TableColumns {
  enum Kind: Hashable {
    case number, score, zone, grade, category, rank, year, region, unit, element, other
  }

  struct Column {
    var kind: Kind
    var year: Int?
    /// "IKM Semester II": one of several results of a year.
    var isPeriod = false
    /// Row of the units table whose kind the header names, where such units have names of their own: "Kecamatan".
    var unit: Int32?
  }

  private let document: TaggedArticle
  private let classes: ReadingClasses
  private var columns: [Int: Column] = [:]
  /// Columns below a header cell with a year, or under "Target": what stands there is planned, and no result.
  private var yearAbove = Spans<Int>()
  private var planned = Spans<Bool>()
  /// The level that a header names: "Kabupaten".
  private(set) var level: RegionLevel?

  init(document: TaggedArticle, classes: ReadingClasses) {
    self.document = document
    self.classes = classes
  }

  var isEmpty: Bool { columns.isEmpty }

  var nameRegions: Bool { columns.values.contains { $0.kind == .region } }

  /// "Unsur | Nilai": parts of one result, none of them a result itself.
  var nameElements: Bool { columns.values.contains { $0.kind == .element } }

  subscript(column: Int) -> Column? { columns[column] }

  mutating func readHeader(_ cells: [(cell: Cell, items: [Int])]) {
    for (position, (cell, items)) in cells.enumerated() {
      let end = position + 1 < cells.count ? cells[position + 1].cell.column : nil
      if items.contains(where: isPlan) { planned.set(true, from: cell.column, to: end) }
      let year = year(items)
      if let year { yearAbove.set(year, from: cell.column, to: end) }
      read(items, year: year, column: cell.column)
    }
  }

  private mutating func read(_ items: [Int], year stated: Int?, column: Int) {
    var kind = Kind.other
    var unit: Int32?
    for index in items {
      if case .unit(let mention) = document.items[index].content, mention.properName == nil,
        document.lexicon.units[Int(mention.unit)].takesProperName
      {
        unit = unit ?? mention.unit
      }
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
    if kind == .other, stated != nil { kind = .score }
    if planned[column] == true { kind = .other }
    let isPeriod = items.contains { document.items[$0].classes.intersects(classes.period) }
    columns[column] = Column(
      kind: kind, year: stated ?? above?.year ?? yearAbove[column],
      isPeriod: isPeriod || above?.isPeriod ?? false, unit: kind == .unit ? unit : nil)
  }

  private func year(_ items: [Int]) -> Int? {
    for index in items {
      if case .year(let stated, _) = document.items[index].content { return stated }
    }
    return nil
  }

  private func isPlan(_ index: Int) -> Bool {
    document.items[index].classes.intersects(classes.target)
  }

  /// What a word of a header or label announces.
  func kind(_ index: Int) -> Kind {
    let item = document.items[index]
    if item.classes.intersects(classes.headerElement) { return .element }
    if item.classes.intersects(classes.headerRank) { return .rank }
    if item.classes.intersects(classes.headerNumber) { return .number }
    if item.classes.intersects(classes.headerZone) { return .zone }
    if item.classes.intersects(classes.headerGrade) { return .grade }
    if item.classes.intersects(classes.headerCategory) { return .category }
    if item.classes.intersects(classes.scoreCue) { return .score }
    if item.classes.intersects(classes.yearWord) { return .year }
    switch item.content {
    case .unit: return .unit
    case .instrument, .instrumentCue: return .score
    default: break
    }
    return item.classes.intersects(classes.headerRegion) ? .region : .other
  }
}

/// A value for runs of columns; the last cell of a row reaches to the end.
private struct Spans<Value> {
  private var closed: [Int: Value] = [:]
  private var open: (from: Int, value: Value)?

  mutating func set(_ value: Value, from start: Int, to end: Int?) {
    guard let end else {
      open = (start, value)
      return
    }
    for column in start..<max(start, end) { closed[column] = value }
  }

  subscript(column: Int) -> Value? {
    closed[column] ?? open.flatMap { column >= $0.from ? $0.value : nil }
  }
}
