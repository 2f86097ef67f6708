import Extract
import Tag

/// What a legal database says of a regulation in pairs of name and value.
struct RegulationRecord {
  enum Field: Hashable {
    case type, number, year, title, place, enacted, promulgated, effective, gazette, status
    case amends, amendedBy, repeals, repealedBy, basis
    /// Known names of pairs that say nothing that is read here.
    case other
  }

  /// The items of each value.
  var values: [Field: Range<Int>] = [:]
  /// How many pairs were found.
  var pairs = 0

  /// Whether the page keeps such a record: number, year and a third of what only regulations have.
  var isRecord: Bool {
    values[.number] != nil && values[.year] != nil
      && values.keys.count { $0 != .number && $0 != .year && $0 != .title } >= 1 && pairs >= 3
  }
}

/// Reads the records of legal databases. The names of the pairs are those of the metadata standard of the
/// national network of legal documentation (JDIHN, Permenkumham 8/2019) and its older forms.
struct RecordReader {
  let view: DraftingView

  private static let names: [String: RegulationRecord.Field] = [
    "jenis": .type, "jenis peraturan": .type, "jenis produk hukum": .type, "bentuk": .type,
    "bentuk peraturan": .type, "jenis bentuk peraturan": .type, "tipe dokumen": .type,
    "jenis dokumen": .type, "nomor": .number, "nomor peraturan": .number, "no peraturan": .number,
    "tahun": .year, "tahun peraturan": .year, "tahun terbit": .year, "tahun penetapan": .year,
    "judul": .title, "judul peraturan": .title, "tentang": .title,
    "tempat penetapan": .place, "tempat terbit": .place, "tanggal penetapan": .enacted,
    "tanggal ditetapkan": .enacted, "tgl penetapan": .enacted, "ditetapkan tanggal": .enacted,
    "tanggal pengundangan": .promulgated, "tanggal diundangkan": .promulgated,
    "tgl pengundangan": .promulgated, "diundangkan tanggal": .promulgated,
    "tanggal berlaku": .effective, "tanggal mulai berlaku": .effective, "mulai berlaku": .effective,
    "berlaku tanggal": .effective, "sumber": .gazette, "status": .status,
    "status peraturan": .status, "mengubah": .amends, "diubah dengan": .amendedBy,
    "diubah oleh": .amendedBy, "mencabut": .repeals, "dicabut dengan": .repealedBy,
    "dicabut oleh": .repealedBy, "dasar hukum": .basis,
    "subjek": .other, "bahasa": .other, "lokasi": .other, "bidang hukum": .other,
    "singkatan jenis": .other, "bentuk singkat": .other, "pemrakarsa": .other, "entitas": .other,
    "t e u badan": .other, "t e u badan pengarang": .other, "teu badan": .other, "abstrak": .other,
    "penandatangan": .other, "lampiran": .other,
  ]
  /// Words of the longest name.
  private static let longest = 5

  func record() -> RegulationRecord {
    var record = RegulationRecord()
    for (number, line) in view.lines.enumerated() {
      let block = view.document.article.blocks[view.blocks[number]]
      if block.kind == .tableRow {
        row(line, block, into: &record)
      } else if block.kind != .title, let (field, end) = name(line) {
        if end < line.upperBound {
          add(field, end..<line.upperBound, to: &record)
        } else if number + 1 < view.lines.count, name(view.lines[number + 1]) == nil,
          view.lines[number + 1].count < 60
        {
          add(field, view.lines[number + 1], to: &record)
        }
      }
    }
    return record
  }

  private func add(
    _ field: RegulationRecord.Field, _ value: Range<Int>, to record: inout RegulationRecord
  ) {
    record.pairs += 1
    if record.values[field] == nil { record.values[field] = value }
  }

  /// "Nomor | 14", "Status | : | Berlaku".
  private func row(_ line: Range<Int>, _ block: Block, into record: inout RegulationRecord) {
    guard (2...3).contains(block.cells.count), let field = field(line, to: block.cells[0].range)
    else { return }
    let start = block.cells[block.cells.count - 1].range.lowerBound
    guard let first = line.first(where: { view.items[$0].range.lowerBound >= start }) else {
      return
    }
    let value = view.items[first].isMark(":") ? first + 1 : first
    if value < line.upperBound { add(field, value..<line.upperBound, to: &record) }
  }

  private func field(_ line: Range<Int>, to cell: Range<Int>) -> RegulationRecord.Field? {
    guard cell.count <= 40 else { return nil }
    return Self.names[key(cell)]
  }

  /// A line that is a name, or a name, a colon and the value.
  private func name(_ line: Range<Int>) -> (field: RegulationRecord.Field, end: Int)? {
    guard view.startsUpper(line.lowerBound) else { return nil }
    var end = line.lowerBound
    while end < line.upperBound, end < line.lowerBound + Self.longest + 4,
      !view.items[end].isMark(":")
    {
      end += 1
    }
    guard end > line.lowerBound,
      end == line.upperBound || view.items[end].isMark(":"),
      let field = Self.names[key(view.range(line.lowerBound..<end))]
    else { return nil }
    return (field, min(end + 1, line.upperBound))
  }

  private func key(_ range: Range<Int>) -> String {
    DraftingText.words(view.text[range]).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }
}
