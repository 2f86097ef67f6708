import Dataset

/// The rows of a page that lists very many, taken over one by one: such a page changes with every document, its
/// rows do not.
struct KeptRows: Sendable {
  struct Row: Sendable, Hashable {
    /// Of all that the row is made from, beside what the whole page depends on.
    let input: Digest128
    /// Bytes of the page.
    let place: Range<Int>
  }

  private let page: [UInt8]
  private let places: [Digest128: Range<Int>]

  /// No rows yet.
  init() { (page, places) = ([], [:]) }

  init(_ rows: [Row], on page: [UInt8]) {
    self.page = page
    places = Dictionary(
      rows.lazy.filter { page.indices.contains($0.place) }.map { ($0.input, $0.place) },
      uniquingKeysWith: { first, _ in first })
  }

  subscript(input: Digest128) -> ArraySlice<UInt8>? { places[input].map { page[$0] } }
}

/// Rows on their way onto a page.
struct RenderedRows {
  /// One behind another.
  private(set) var bytes: [UInt8] = []
  private var rows: [KeptRows.Row] = []

  /// Adds a row: that of the page before, or one that is rendered now.
  mutating func add(
    madeFrom input: Digest128, keeping old: KeptRows, _ render: () -> [UInt8]
  ) {
    let start = bytes.count
    if let row = old[input] { bytes += row } else { bytes += render() }
    rows.append(KeptRows.Row(input: input, place: start..<bytes.count))
  }

  /// Where the rows stand on the page that was made with them; none where a template left them out.
  func rows(on page: [UInt8]) -> [KeptRows.Row] {
    guard !bytes.isEmpty, bytes.count <= page.count,
      // They are most of the page, so that few places come into question.
      let start = (0...page.count - bytes.count).first(where: { page[$0...].starts(with: bytes) })
    else { return [] }
    return rows.map {
      KeptRows.Row(
        input: $0.input, place: $0.place.lowerBound + start..<$0.place.upperBound + start)
    }
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
