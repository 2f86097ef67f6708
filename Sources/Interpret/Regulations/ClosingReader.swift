import Extract
import Tag

/// Reads the end of a regulation: where and when it was enacted and promulgated, in which gazette it
/// stands, and from when it is in force.
struct ClosingReader {
  let view: DraftingView

  /// Day and place stand within so many items behind "Ditetapkan di".
  private static let reach = 14
  /// A gazette's name with year and number.
  private static let gazetteReach = 18

  func read(into document: inout RegulationDocument) {
    for item in view.items.indices {
      let first = view.text[view.items[item].range.lowerBound] | 0x20
      switch first {
      case UInt8(ascii: "d"): readDay(item, &document)
      case UInt8(ascii: "m"): readEffect(item, &document)
      case UInt8(ascii: "b"), UInt8(ascii: "l"): readGazette(item, &document)
      default: break
      }
    }
  }

  /// The full date of an item.
  static func day(_ item: Item) -> PublishedDate? {
    guard case .date(let day?, let month, let year?) = item.content else { return nil }
    return PublishedDate(year: year, month: month, day: day)
  }

  private func day(from item: Int) -> PublishedDate? {
    for at in item..<min(item + Self.reach, view.items.count) {
      if let day = Self.day(view.items[at]) { return day }
    }
    return nil
  }

  private func readDay(_ item: Int, _ document: inout RegulationDocument) {
    guard item + 1 < view.items.count, view.isWord(item + 1, "di"), view.startsUpper(item) else {
      return
    }
    if view.isWord(item, "diundangkan") {
      if document.promulgated == nil { document.promulgated = day(from: item) }
    } else if view.isWord(item, among: ["ditetapkan", "disahkan"]), document.enacted == nil,
      let day = day(from: item)
    {
      document.enacted = day
      document.place = place(from: item + 2)
    }
  }

  /// The words up to "pada tanggal".
  private func place(from item: Int) -> String? {
    var end = item
    while end < min(item + 5, view.items.count), !view.isWord(end, "pada"), view.startsUpper(end) {
      end += 1
    }
    return end > item ? view.string(view.range(item..<end)) : nil
  }

  /// "mulai berlaku pada tanggal diundangkan", "mulai berlaku setelah 30 hari …".
  private func readEffect(_ item: Int, _ document: inout RegulationDocument) {
    guard document.effectBasis == nil, item + 2 < view.items.count, view.isWord(item, "mulai"),
      view.isWord(item + 1, "berlaku")
    else { return }
    let limit = min(view.paragraph(of: item).upperBound, item + 12)
    var at = item + 2
    guard at < limit, view.isWord(at, among: ["pada", "sejak", "terhitung", "setelah", "efektif"])
    else { return }
    let isLater = view.isWord(at, "setelah")
    while at < limit {
      if let day = Self.day(view.items[at]) {
        document.effective = day
        document.effectBasis = .stated
        return
      }
      let isPromulgation = view.isWord(at, among: ["diundangkan", "pengundangan"])
      if isPromulgation || view.isWord(at, among: ["ditetapkan", "penetapan"]) {
        document.effectBasis = isLater ? .later : isPromulgation ? .promulgation : .enactment
        return
      }
      at += 1
    }
    if isLater { document.effectBasis = .later }
  }

  /// "BERITA NEGARA REPUBLIK INDONESIA TAHUN 2017 NOMOR 708"; those in brackets are of others.
  private func readGazette(_ item: Int, _ document: inout RegulationDocument) {
    guard document.gazette == nil, item + 1 < view.items.count,
      view.isWord(item, among: ["berita", "lembaran"]),
      view.isWord(item + 1, among: ["negara", "daerah"]),
      view.isBlockStart(item) || view.isCapitals(item)
    else { return }
    if item > 0, view.items[item - 1].isMark("(") || view.isWord(item - 1, "tambahan") { return }
    let limit = min(item + Self.gazetteReach, view.line(of: item).upperBound)
    var at = item + 2
    while at < limit, !view.isWord(at, among: ["tahun", "nomor", "no", "no."]) {
      switch view.items[at].content {
      case .word, .region: at += 1
      // "NOMOR 12" at the start of a line is one item.
      case .rank where at > item + 2: return finishGazette(item..<at, to: limit, &document)
      default: return
      }
    }
    finishGazette(item..<at, to: limit, &document)
  }

  /// "TAHUN 2017 NOMOR 708", "NOMOR 12 TAHUN 2019", "No. 708, 2017".
  private func finishGazette(
    _ name: Range<Int>, to limit: Int, _ document: inout RegulationDocument
  ) {
    guard name.upperBound < limit else { return }
    var year: Int?
    var number: Int?
    var before: [UInt8] = []
    for word in DraftingText.words(view.text[view.range(name.upperBound..<limit)]) {
      let value = Int(String(decoding: word, as: UTF8.self))
      if number == nil, before == Array("nomor".utf8) || before == Array("no".utf8) {
        number = value
      } else if let value, year == nil, (1945...2100).contains(value) {
        year = value
      } else if value != nil {
        break
      }
      before = word
    }
    guard let number else { return }
    document.gazette =
      DraftingText.titled(view.string(view.range(name))) + (year.map { " Tahun \($0)" } ?? "")
      + " Nomor \(number)"
  }

  /// The day from which it is in force, where that is the day of its enactment or promulgation.
  static func settle(_ document: inout RegulationDocument) {
    switch document.effectBasis {
    case .enactment: document.effective = document.enacted
    case .promulgation: document.effective = document.promulgated
    case .stated, .later, nil: break
    }
  }
}
