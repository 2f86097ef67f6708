import Extract
import Lexicon
import Tag

/// The years that a document as a whole stands under.
enum DocumentDates {
  /// When a document speaks: its day of publication or, without one, the first full date in the text.
  struct Anchor {
    let year: Int
    let month: Int
  }

  /// The time that "tahun ini" is said at.
  static func anchor(of document: TaggedArticle) -> Anchor? {
    if let published = document.article.published?.value {
      return Anchor(year: published.year, month: published.month)
    }
    for item in document.items {
      if case .date(_?, let month, let year?) = item.content {
        return Anchor(year: year, month: month)
      }
    }
    // "Tahun 2018 ini", without any day: late enough for its results.
    for index in document.items.indices.dropLast() {
      if case .year(let year, isSpan: false) = document.items[index].content,
        document.text(document.items[index + 1].range).lowercased() == "ini"
      {
        return Anchor(year: year, month: 12)
      }
    }
    return nil
  }

  /// The year that a document is about.
  struct Assessed {
    let year: ClaimYear
    /// Said of the assessment itself ("penilaian kepatuhan 2023"), and of no other year: what another
    /// year is said of in passing is an aside.
    let isFirm: Bool
  }

  /// The year that the title names; else the one that the assessment is named with, the last of several;
  /// else the only one that the sentences about assessments name.
  static func assessed(
    in document: TaggedArticle, marks: [RuleMarks], anchor: Anchor?, classes: ReadingClasses
  ) -> Assessed? {
    var title: Set<Int> = []
    var body: Set<Int> = []
    var attached: Set<Int> = []
    var isOfThisYear = false
    var isTitleAttached = false
    // "Ombudsman merilisnya Desember 2022" in a page of 2024.
    var isLookingBack = false
    for (number, sentence) in document.sentences.enumerated() {
      let isTitle = document.article.blocks[sentence.block].kind == .title
      let isAbout = isAboutAssessment(sentence, document)
      let now = sentence.items.first { isOfNow($0, document) }
      let isContrasted = now != nil
      if isAbout, let now, isFact(now, marks[number]) { isOfThisYear = true }
      for index in sentence.items {
        // "Penilaian dilakukan Juni hingga Oktober 2021"; a day is that of a meeting.
        if marks[number][index] == .assessed,
          case .date(day: nil, _, let year?) = document.items[index].content
        {
          attached.insert(year)
        }
        if isAbout, case .date(_, _, let year?) = document.items[index].content,
          year < (anchor?.year ?? year) - 1
        {
          isLookingBack = true
        }
        guard case .year(let year, isSpan: false) = document.items[index].content,
          marks[number][index] == nil,
          !isHeldAgainst(index, marks[number], document, classes)
        else { continue }
        guard isFact(index, marks[number]),
          !opensAim(index, sentence, marks[number], document)
        else { continue }
        if isTitle {
          title.insert(year)
          if isAttached(index, sentence, document, classes) { isTitleAttached = true }
        } else if year <= anchor?.year ?? year {
          // "2017 masuk zona kuning, tahun ini zona hijau": the other year is the one assessed.
          if isAbout, !isContrasted, !isLongOver(index, year, anchor, document) {
            body.insert(year)
          }
          if isAttached(index, sentence, document, classes) { attached.insert(year) }
        }
      }
    }
    // "2019 Tahun Pembuktian" above the results of 2018: the title speaks of something else.
    let isTitleAside = attached.count == 1 && attached.isDisjoint(with: title) && !isTitleAttached
    if title.count == 1, let year = title.first, !isTitleAside {
      return Assessed(
        year: ClaimYear(year: year, basis: .heading, chain: "title"),
        isFirm: attached.isEmpty || attached == title)
    }
    if let year = attached.max() {
      return Assessed(
        year: ClaimYear(year: year, basis: .heading, chain: "assessment"),
        isFirm: attached.count == 1)
    }
    // "Dinilai tahun ini" is of the page's own year, whatever years it looks back at.
    if isOfThisYear, let anchor, anchor.month > lastMonthOfResults,
      body.allSatisfy({ $0 < anchor.year })
    {
      return Assessed(
        year: ClaimYear(year: anchor.year, basis: .relative, chain: "this year"), isFirm: false)
    }
    // "Pada 2019 sampelnya 16": a year long before the page is one that it looks back at.
    isLookingBack = isLookingBack || !body.isEmpty
    body = body.filter { year in anchor.map { $0.year - year < 2 } ?? true }
    guard body.count == 1, let year = body.first else {
      return isLookingBack ? nil : anchor.flatMap(announced)
    }
    return Assessed(year: ClaimYear(year: year, basis: .heading), isFirm: false)
  }

  /// A page that names no year of assessment tells results when they come out: at the end of the year or soon after.
  private static func announced(_ anchor: Anchor) -> Assessed? {
    guard anchor.month >= firstMonthOfResults || anchor.month <= lastMonthOfResults else {
      return nil
    }
    let year = anchor.month <= lastMonthOfResults ? anchor.year - 1 : anchor.year
    let month = anchor.month < 10 ? "0\(anchor.month)" : "\(anchor.month)"
    return Assessed(
      year: ClaimYear(year: year, basis: .announced, chain: "published \(anchor.year)-\(month)"),
      isFirm: true)
  }

  /// Of cues that follow each other the last one counts: "bila pada 2021 ..." sets no condition.
  private static func isFact(_ item: Int, _ marks: RuleMarks) -> Bool {
    let cue = marks.statuses.filter { $0.cue.lowerBound <= item }
      .max { ($0.cue.upperBound, $0.cue.count) < ($1.cue.upperBound, $1.cue.count) }
    return cue.map { $0.status == .achieved } ?? true
  }

  /// "Untuk penilaian 2024 ia berharap ada yang bisa A": the year in front is that of what is hoped for.
  private static func opensAim(
    _ year: Int, _ sentence: Sentence, _ marks: RuleMarks, _ document: TaggedArticle
  ) -> Bool {
    guard year - sentence.items.lowerBound <= 4,
      let cue = marks.statuses.filter({ $0.cue.lowerBound > year })
        .min(by: { $0.cue.lowerBound < $1.cue.lowerBound }), cue.status == .target
    else { return false }
    return !document.items[year + 1..<cue.cue.lowerBound].contains { item in
      switch item.content {
      case .zone, .grade, .category, .rank, .number: true
      default: item.isMark(",")
      }
    }
  }

  /// Results come out up to March; until then "tahun ini" may be said of the year before.
  static let lastMonthOfResults = 3
  /// Surveys run up to October; what comes out from November on is of the same year.
  private static let firstMonthOfResults = 11

  /// "Tahun ini".
  private static func isOfNow(_ index: Int, _ document: TaggedArticle) -> Bool {
    document.value(of: document.items[index], as: "year_relative") == "published"
  }

  /// "Pada 2018 lalu" in a page of 2022: looked back at.
  private static func isLongOver(
    _ index: Int, _ year: Int, _ anchor: Anchor?, _ document: TaggedArticle
  ) -> Bool {
    guard let anchor, anchor.year - year >= 2, index + 1 < document.items.count else {
      return false
    }
    return ["lalu", "silam"].contains(document.text(document.items[index + 1].range).lowercased())
  }

  /// "Pembandingnya, hasil survei 2019", "naik dari peringkat 32 pada 2023".
  private static func isHeldAgainst(
    _ year: Int, _ marks: RuleMarks, _ document: TaggedArticle, _ classes: ReadingClasses
  ) -> Bool {
    let near = max(0, year - 4)..<year
    return near.contains { marks[$0] == .earlier }
      || document.items[near].contains {
        $0.classes.intersects(classes.comparison) || $0.classes.intersects(classes.before)
          || document.text($0.range).lowercased() == "sejak"
      }
  }

  private static func isAboutAssessment(_ sentence: Sentence, _ document: TaggedArticle) -> Bool {
    sentence.items.contains { index in
      switch document.items[index].content {
      case .instrument(let row): document.lexicon.instruments[Int(row)].isInScope
      case .assessor(let row): document.lexicon.assessors[Int(row)].isInScope
      case .zone, .instrumentCue: true
      default: false
      }
    }
  }

  /// How many words may stand between the assessment and its year ("yang dilakukan Ombudsman RI
  /// sepanjang").
  private static let reach = 7

  /// Whether a year stands behind the assessment's name with nothing but small words and the assessor
  /// between.
  static func isAttached(
    _ year: Int, _ sentence: Sentence, _ document: TaggedArticle, _ classes: ReadingClasses
  ) -> Bool {
    var index = year - 1
    while index >= max(sentence.items.lowerBound, year - reach) {
      let item = document.items[index]
      switch item.content {
      case .instrument(let row), .instrumentCue(let row):
        return document.lexicon.instruments[Int(row)].isInScope
      case .word:
        if item.classes.intersects(classes.assessment) { return true }
      case .assessor: break
      // "Predikat kepatuhan tinggi tahun 2019 itu diterima ...".
      case .category where year - index <= 2:
        return index + 1 == year || document.items[index + 1].classes.intersects(classes.yearWord)
      default: return false
      }
      index -= 1
    }
    return false
  }
}
