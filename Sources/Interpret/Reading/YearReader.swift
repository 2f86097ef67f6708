import Extract
import Lexicon
import Tag

/// Finds the year that a value of a sentence is about.
struct YearReader {
  let document: TaggedArticle
  let classes: ReadingClasses
  /// The time of publication or, where the page has none, of the event it reports.
  let time: DocumentDates.Anchor?
  /// The year that the document's assessment is about.
  let assessed: DocumentDates.Assessed?

  var anchor: Int? { time?.year }

  /// A year that a sentence names, and how.
  struct Named {
    let item: Int
    var year: ClaimYear
    /// Item where what is hoped for or aimed at begins, if the year belongs to that: "nilai 46,20, kita harap tahun ini
    /// bangkit".
    var aim: Int?
  }

  /// The years of a sentence in their order; relative ones are resolved against those before them and
  /// the topic's year.
  ///
  /// - Parameter glanced: the year that the sentences before named last, if only in a comparison.
  func years(
    _ sentence: Sentence, _ marks: RuleMarks, topic: Int?, glanced: Int? = nil
  ) -> [Named] {
    var named: [Named] = []
    var last = topic
    var glanced = glanced
    for index in sentence.items {
      guard marks[index] != .otherYear || isSinceWhen(index, sentence), marks[index] != .other
      else { continue }
      let item = document.items[index]
      switch item.content {
      case .year(let year, let isSpan):
        if isSpan, !isSinceWhen(index, sentence) {
          named.append(Named(item: index, year: ClaimYear(latest: year, basis: .none)))
        } else {
          named.append(Named(item: index, year: ClaimYear(year: year, basis: .stated)))
          last = year
          glanced = year
        }
      case .date(nil, _, let year?):
        named.append(Named(item: index, year: ClaimYear(year: year, basis: .stated)))
        last = year
      default:
        // "Sejak survei 2018": the year that follows says when.
        if opensSinceWhen(index, sentence) { continue }
        let isOpen = marks.statuses.contains {
          $0.status != .achieved && $0.cue.lowerBound <= index
        }
        if let year = relative(item, topic: last, glanced: glanced, isOpen: isOpen) {
          named.append(Named(item: index, year: year))
          // "Tahun sebelumnya" twice in a sentence is one year; "setahun kemudian" leads on.
          if let resolved = year.year, resolved > last ?? .min { last = resolved }
        }
      }
    }
    guard marks.statuses.contains(where: { $0.status == .target }) else { return named }
    for index in named.indices { named[index].aim = aim(of: named[index].item, marks) }
    return named
  }

  /// Where the cue begins that makes a year one of what is not reached yet.
  private func aim(of year: Int, _ marks: RuleMarks) -> Int? {
    let cue = marks.statuses.filter { $0.cue.lowerBound < year }
      .max { ($0.cue.upperBound, $0.cue.count) < ($1.cue.upperBound, $1.cue.count) }
    return cue.flatMap { $0.status == .target ? $0.cue.lowerBound : nil }
  }

  /// "Sudah hijau sejak 2018", "hijau sejak survei 2018": the first year of a zone, grade or category is one in
  /// which it was reached.
  private func isSinceWhen(_ year: Int, _ sentence: Sentence) -> Bool {
    let near = document.items[max(sentence.items.lowerBound, year - 5)..<year]
    guard let since = near.lastIndex(where: { document.text($0.range).lowercased() == "sejak" }),
      since > near.startIndex
    else { return false }
    switch document.items[since - 1].content {
    case .zone, .grade, .category: return true
    default: return false
    }
  }

  private func opensSinceWhen(_ item: Int, _ sentence: Sentence) -> Bool {
    guard document.items[item].classes.intersects(classes.yearRelative),
      document.text(document.items[item].range).lowercased() == "sejak"
    else { return false }
    return (item + 1..<min(item + 6, sentence.items.upperBound)).contains {
      if case .year = document.items[$0].content { isSinceWhen($0, sentence) } else { false }
    }
  }

  /// - Parameters:
  ///   - glanced: the year that the text named last.
  ///   - isOpen: what is said is aimed at or hoped for, hence of the year to come.
  private func relative(
    _ item: Item, topic: Int?, glanced: Int?, isOpen: Bool
  ) -> ClaimYear? {
    guard item.classes.intersects(classes.yearRelative),
      let value = document.value(of: item, as: "year_relative")
    else { return nil }
    let words = document.text(item.range)
    if value == "then" {
      return glanced.map { ClaimYear(year: $0, basis: .relative, chain: "\(words) <- \($0)") }
    }
    if value == "past" {
      return ClaimYear(latest: anchor.map { $0 - 1 }, basis: .none, chain: words)
    }
    if value == "published", !isOpen, let year = yearJustOver {
      return ClaimYear(year: year, basis: .relative, chain: "\(words) <- \(year) (assessment)")
    }
    let isTopic = value.hasPrefix("topic")
    guard let base = isTopic ? topic ?? assessed?.year.year ?? anchor : anchor else {
      // A page without a date: only that it is no later than what is spoken of.
      let offset = Int(value.drop { $0 != "-" && $0 != "+" }) ?? 0
      return offset < 0 ? ClaimYear(latest: topic, basis: .none, chain: words) : nil
    }
    let offset = Int(value.drop { $0 != "-" && $0 != "+" }.drop { $0 == "+" }) ?? 0
    return ClaimYear(year: base + offset, basis: .relative, chain: "\(words) <- \(base)")
  }

  /// Results come out around the turn of the year: in the first quarter "tahun ini" is still said of the
  /// year that was assessed.
  private var yearJustOver: Int? {
    guard let time, time.month <= DocumentDates.lastMonthOfResults,
      assessed?.year.year ?? time.year - 1 == time.year - 1
    else { return nil }
    return time.year - 1
  }

  /// The year of a value: one that is put right behind it, else the nearest before it, else one that
  /// follows in its clause, else in its sentence.
  func year(
    of value: StatedValue, in years: [Named], clause: Range<Int>, otherValues: [Int]
  ) -> Named? {
    let years = years.filter { $0.aim.map { $0 < value.item } ?? true }
    if let next = years.first(where: { $0.item > value.item }), next.item - value.item <= 5,
      isAttached(value.item + 1..<next.item),
      !otherValues.contains(where: { $0 > value.item && $0 < next.item })
    {
      return next
    }
    if value.isEarlier {
      // "Dari 73,3 (zona kuning) pada 2021 menjadi ..."
      if let next = years.first(where: { $0.item > value.item }), next.item - value.item <= 9,
        !isOfNow(next.item),
        let change = clause.first(where: {
          $0 > value.item && document.items[$0].classes.intersects(classes.changeTo)
        }), next.item < change
      {
        return next
      }
      // "semula hijau": a year counts only when it stands between that word and the value.
      let own = years.last {
        $0.item < value.item && value.item - $0.item <= 6 && clause.contains($0.item)
      }
      let cue = (clause.lowerBound..<value.item).last {
        document.items[$0].classes.intersects(classes.before)
          || document.items[$0].classes.intersects(classes.comparison)
          || document.text(document.items[$0].range).lowercased() == "dari"
      }
      if let own, cue.map({ own.item > $0 }) ?? true { return own }
      // "Pada 2018 A dan B sudah lebih dulu hijau": nothing else is said that the year could be of.
      if otherValues.allSatisfy({ $0 == value.item }), years.count == 1, let only = years.first,
        only.year.basis == .stated, only.item < value.item,
        only.year.year ?? .max < assessed?.year.year ?? .min
      {
        return only
      }
      // "Naik dibanding tahun sebelumnya, dari 84,20 menjadi 85,35."
      return years.last { $0.item < value.item && isComparison($0.item) }
    }
    // "Dibanding tahun 2020 yang masih merah": what the relative clause says is of that year.
    if let near = years.last(where: { $0.item < value.item }),
      isRelativeClause(from: near.item, to: value.item)
    {
      return near
    }
    // "82,15, naik dari 2021 yang hanya 68,30": that year is the second value's.
    let free = years.filter { year in
      !otherValues.contains {
        $0 != value.item
          && (isRelativeClause(from: year.item, to: $0)
            || isLeftBehind(year.item, with: $0, before: value.item)
            || isOfMember(year.item, with: $0, not: value.item, clause))
      }
    }
    // "Dibanding tahun sebelumnya": the year that the present one is held against.
    // "Pertama kali sejak ..." behind a value bounds how long, not when.
    let own = notCompared(free, with: value).filter {
      ($0.year.year != nil || $0.item < value.item || assessed == nil)
        && !isOver($0, by: value.item)
    }
    if let previous = own.last(where: { $0.item < value.item }) { return previous }
    if let next = own.first(where: { $0.item > value.item && clause.contains($0.item) }) {
      return next
    }
    return own.first { $0.item > value.item }
  }

  /// "A zona kuning, B pada 2015 kategori kuning, C zona kuning": between a later member of a list and its value, the
  /// year is that member's alone.
  func isOfMember(_ year: Int, with own: Int, not value: Int, _ clause: Range<Int>) -> Bool {
    guard year < own, value < year || value > own, clause.contains(year),
      !hasSeparator(year..<own),
      let body = (clause.lowerBound..<year).last(where: isBody), !hasSeparator(body..<year),
      clause.lowerBound < body, (clause.lowerBound..<body).contains(where: isBody)
    else { return false }
    return value < year || (own..<value).contains(where: isBody)
  }

  private func isBody(_ item: Int) -> Bool {
    switch document.items[item].content {
    case .region, .unit, .institution: true
    default: false
    }
  }

  private func hasSeparator(_ range: Range<Int>) -> Bool {
    document.items[range].contains { $0.isMark(",") || $0.classes.intersects(classes.and) }
  }

  /// "Dari 88,45 pada 2021 menjadi 65,02": the year is that of the score it stands behind.
  private func isLeftBehind(_ year: Int, with other: Int, before value: Int) -> Bool {
    other < year && year < value && isAttached(other + 1..<year)
      && document.items[year..<value].contains { $0.classes.intersects(classes.changeTo) }
  }

  /// "2020 yang masih merah", "2019 di mana Kota X mendapat ...": a year and what a relative clause says of it.
  private func isRelativeClause(from year: Int, to value: Int) -> Bool {
    guard year < value else { return false }
    let gap = document.items[year + 1..<value]
    // "Dibanding tahun sebelumnya yang 91,57 menjadi 93,58": there the clause is over.
    guard !gap.contains(where: { $0.classes.intersects(classes.changeTo) }) else { return false }
    if gap.prefix(2).contains(where: { $0.classes.intersects(classes.whereupon) }) { return true }
    return gap.count <= 5 && gap.contains { document.text($0.range) == "yang" }
  }

  /// "Tahun ini".
  private func isOfNow(_ item: Int) -> Bool {
    document.value(of: document.items[item], as: "year_relative") == "published"
  }

  /// "Yang tahun lalu di puncak kini kedua": what is said now is not of the year before.
  private func isOver(_ year: Named, by item: Int) -> Bool {
    year.item < item && year.year.basis != .stated
      && document.items[year.item..<item].contains { $0.classes.intersects(classes.now) }
  }

  private func notCompared(_ years: [Named], with value: StatedValue) -> [Named] {
    let own = years.filter { !isComparison($0.item) }
    // "Naik dari tahun sebelumnya menjadi 80,13": what it became is not of the year that it is held against.
    if own.isEmpty, let last = years.last(where: { $0.item < value.item }),
      last.year.basis != .stated,
      document.items[last.item..<value.item].contains(where: {
        $0.classes.intersects(classes.changeTo)
      })
    {
      return []
    }
    // "Di peringkat 21, turun dibanding tahun lalu": held against a year, but not of it.
    return own.isEmpty ? years.filter { $0.item < value.item || $0.year.basis == .stated } : own
  }

  /// "Dibandingkan tahun 2023", "meningkat 4,66 poin dari tahun sebelumnya".
  func isComparison(_ item: Int) -> Bool {
    let near = document.items[max(0, item - 4)..<item]
    // "Bila dibandingkan, pada tahun 2022 nilainya 82,98": with the comma nothing is said of the year yet.
    let own = near.suffix(from: near.lastIndex { $0.isMark(",") } ?? near.startIndex)
    if own.contains(where: { $0.classes.intersects(classes.comparison) }) { return true }
    guard document.value(of: document.items[item], as: "year_relative") != nil,
      let from = near.lastIndex(where: { document.text($0.range).lowercased() == "dari" }),
      from >= item - 3
    else { return false }
    return document.items[max(0, from - 4)..<from].contains {
      $0.classes.intersects(classes.delta) || document.text($0.range).lowercased() == "lebih"
    }
  }

  /// "zona hijau pada tahun 2023", "80,85 (2023)": only small words stand between, no comma.
  private func isAttached(_ gap: Range<Int>) -> Bool {
    let hasPeriod = document.items[gap].contains { $0.classes.intersects(classes.period) }
    return document.items[gap].allSatisfy { item in
      if case .punctuation(let mark) = item.content { return mark == UInt8(ascii: "(") }
      // "3,77 pada evaluasi 2020".
      if case .instrument(let row) = item.content {
        return document.lexicon.instruments[Int(row)].isInScope
      }
      guard case .word = item.content else { return false }
      // "79,50 pada Semester II Tahun 2021".
      return item.classes.intersects(classes.yearWord)
        || hasPeriod && (item.classes.intersects(classes.period) || isNumeral(item))
        || item.classes.intersects(classes.assessment)
        || ["pada", "di", "untuk", "poin"].contains(document.text(item.range).lowercased())
    }
  }

  /// "II" of "Semester II".
  private func isNumeral(_ item: Item) -> Bool {
    document.article.text[item.range].allSatisfy { [0x49, 0x56, 0x58].contains($0) }
  }
}
