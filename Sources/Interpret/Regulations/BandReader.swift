import Extract
import Lexicon
import Tag

/// Finds the scale bands that a regulation sets: rows of a table, items of a list or clauses of a sentence
/// that give a span of scores and the grade, zone or category it stands for.
struct BandReader {
  let view: DraftingView
  private let labels: BandLabels

  init(_ view: DraftingView) {
    self.view = view
    labels = BandLabels(view.document.lexicon)
  }

  /// A scale has at least so many bands; one span by itself is a limit of something else.
  private static let fewest = 2
  /// From a clause's first item to the name of its band.
  private static let longestClause = 60

  /// One row, item or clause: its spans and what they are called.
  private struct Line {
    let spans: [(min: FixedPoint, max: FixedPoint)]
    let label: BandLabel
    let quote: Range<Int>
    let block: Int
  }

  func bands() -> [StatedBand] {
    var bands: [StatedBand] = []
    var run: [Line] = []
    var group = 0
    var instrument: Int32?
    func end() {
      defer { run = [] }
      guard run.count >= Self.fewest else { return }
      // A table may give one scale in several units side by side; each column is a scale.
      for column in 0..<(run.map(\.spans.count).min() ?? 0) {
        group += 1
        for line in run {
          bands.append(
            StatedBand(
              group: group,
              instrument: instrument.map { view.document.lexicon.instruments[Int($0)].id },
              min: line.spans[column].min, max: line.spans[column].max, zone: line.label.zone,
              shade: line.label.shade, grade: line.label.grade, category: line.label.category,
              quote: line.quote))
        }
      }
    }
    var titled: Int32?
    for (number, items) in view.lines.enumerated() {
      let block = view.document.article.blocks[view.blocks[number]]
      let lines = block.kind == .tableRow ? [row(items, block, number)] : clauses(items, number)
      let isFar = run.last.map { number - $0.block > 1 } ?? false
      if isFar { end() }
      for case let line? in lines { run.append(line) }
      for item in items {
        guard case .instrument(let row) = view.items[item].content,
          view.document.lexicon.instruments[Int(row)].isInScope
        else { continue }
        if titled == nil { titled = row }
        if run.isEmpty { instrument = row }
      }
      if instrument == nil { instrument = titled }
    }
    end()
    return bands
  }

  private func row(_ items: Range<Int>, _ block: Block, _ number: Int) -> Line? {
    let spans = spans(items)
    guard !spans.isEmpty, let label = labels.label(of: block.cells.map(\.range), items, view) else {
      return nil
    }
    return Line(spans: spans, label: label, quote: block.range, block: number)
  }

  /// The parts of a line between semicolons, commas and brackets that have one span each.
  private func clauses(_ items: Range<Int>, _ number: Int) -> [Line?] {
    var lines: [Line?] = []
    var start = items.lowerBound
    var spanned = false
    var item = items.lowerBound
    func add(_ end: Int) {
      guard end > start else { return }
      let found = spans(start..<end)
      guard found.count == 1, let label = labels.label(start..<end, view) else { return }
      lines.append(
        Line(spans: found, label: label, quote: view.range(start..<end), block: number))
    }
    while item < items.upperBound {
      let isStop =
        view.items[item].isMark(";") || view.items[item].isMark(".") && item > start + 1
        || view.items[item].isMark(",") || view.isWord(item, among: ["dan", "serta"])
      if isStop, spanned, labels.label(start..<item, view) != nil {
        add(item)
        start = item + 1
        spanned = false
      } else if view.items[item].isMark(";") || view.items[item].isMark(":")
        || item - start > Self.longestClause
      {
        start = item + 1
        spanned = false
      } else if span(item) != nil {
        spanned = true
      }
      item += 1
    }
    if spanned { add(items.upperBound) }
    return lines
  }

  private func spans(_ items: Range<Int>) -> [(min: FixedPoint, max: FixedPoint)] {
    items.compactMap { span($0) }
  }

  private func span(_ item: Int) -> (min: FixedPoint, max: FixedPoint)? {
    guard case .range(let low, let high) = view.items[item].content else { return nil }
    // "2,60 – 3,064" and "2.60 – 3.064" are the same; only the company of another number tells that
    // the three digits behind a point are no thousands.
    let written = view.bytes(item).split(whereSeparator: {
      !($0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E || $0 == 0x2C)
    })
    .filter { $0.contains { $0 >= 0x30 && $0 <= 0x39 } }
    guard written.count >= 2, let first = written.first, let last = written.last,
      let point = UInt8(exactly: 0x2E), first.contains(point) || last.contains(point),
      !first.contains(0x2C), !last.contains(0x2C), high.scale == 0 || low.scale == 0,
      let from = FixedPoint(parsing: first, decimal: point),
      let to = FixedPoint(parsing: last, decimal: point), from < to
    else { return (low, high) }
    return (from, to)
  }
}
