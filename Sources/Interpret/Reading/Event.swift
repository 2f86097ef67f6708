import Lexicon
import Tag

/// Whom or what a sentence speaks of.
struct Subject {
  enum Kind {
    case region(Int32)
    /// A service unit; `owner` is the region that the text puts it in, if it does.
    case unit(ClaimUnit, owner: Int32?)
    /// A ministry or agency.
    case institution(Int32)
    /// So many bodies, unnamed: "12 pemda".
    case group(count: Int?, level: String?)
    /// All others of a counted set.
    case rest(level: String?, count: Int?)
    /// A body of the central government, which has no results here, or a name of which it stays open
    /// whom it means.
    case vertical
  }

  var kind: Kind
  /// Items of the document that name it.
  var items: Range<Int>
  /// Named as the place where something is, rather than as what the sentence is about.
  var isPlace = false
  /// Not named but referred to: "kota itu".
  var isReferredTo = false

  var isNamed: Bool {
    switch kind {
    case .region, .unit, .institution: true
    case .group, .rest, .vertical: false
    }
  }

  /// Bodies by their number.
  var isCounted: Bool {
    switch kind {
    case .group, .rest: true
    default: false
    }
  }

  /// Whether it can stand in a list with names: also one of which it stays open whom it means.
  var isMember: Bool { !isCounted }
}

/// A value that a body may have.
struct StatedValue {
  enum Content: Hashable {
    case score(FixedPoint)
    case zone(String, shade: String?)
    case grade(String)
    case category(String)
    case rank(Int, of: Int?)
  }

  let content: Content
  /// Item of the document.
  let item: Int
  let isEarlier: Bool
  /// Name of the rule that took it for a value.
  let rule: String

  /// A zone, grade or category: what several bodies can have alike.
  var isOfKind: Bool { field != "score" && field != "rank" }

  var field: String {
    switch content {
    case .score: "score"
    case .zone: "zone"
    case .grade: "grade"
    case .category: "category"
    case .rank: "rank"
    }
  }
}

/// One thing of a sentence that counts for reading, in its order.
enum Event {
  case subject(Subject)
  case value(StatedValue)
  /// "yakni", ":": what was said before holds for what is listed behind.
  case intro(Int)
  case respectively(Int)
  /// A new clause begins at this item.
  case clause(Int)

  var item: Int {
    switch self {
    case .subject(let subject): subject.items.lowerBound
    case .value(let value): value.item
    case .intro(let item), .respectively(let item), .clause(let item): item
    }
  }
}

/// The word classes that reading asks for by name.
struct ReadingClasses: Sendable {
  let clause: ClassSet
  /// "Dibandingkan", "daripada": what follows is held against what the sentence is about.
  let comparison: ClassSet
  let and: ClassSet
  let followedBy: ClassSet
  let intro: ClassSet
  let respectively: ClassSet
  let ordinal: ClassSet
  let fact: ClassSet
  let countNoun: ClassSet
  let top: ClassSet
  let firstPerson: ClassSet
  let yearRelative: ClassSet
  let yearWord: ClassSet
  let groupAnaphora: ClassSet
  let before: ClassSet
  let speech: ClassSet
  /// "Bupati", "Kepala Dinas".
  let office: ClassSet
  /// Places that are named for the press that works there.
  let newsroom: ClassSet
  /// "Selaku", "sebagai": between a person and an office.
  let capacity: ClassSet
  /// "Ia", "beliau".
  let pronoun: ClassSet
  let abbreviation: ClassSet
  /// What begins with a capital letter and is no person's name.
  let noName: ClassSet
  /// "Laporan hasil evaluasi", "rilis", behind "berdasarkan", "menurut".
  let reportedSource, takenFrom: ClassSet
  let distractor: ClassSet
  /// Words that may stand between two members of a list.
  let inList: ClassSet
  let allOfThem: ClassSet
  let rankCue: ClassSet
  let changeTo: ClassSet
  let now: ClassSet
  /// "Dari", "oleh", "menurut": who stands behind says or gives, and is not spoken of.
  let source: ClassSet
  let nameTail: ClassSet
  /// "Dinas", "rumah sakit": with "itu" the unit that was named last.
  let unitNoun: ClassSet
  let endOfList: ClassSet
  /// Words that announce a value: "nilai", "predikat", "zona".
  let valueCue: ClassSet
  /// "Pemkot", "pemerintah kabupaten".
  let body: ClassSet
  /// "Penilaian", "survei": a year right behind is the assessed one.
  let assessment: ClassSet
  let target: ClassSet
  /// "Semester", "triwulan": parts of a year.
  let period: ClassSet
  /// "Inovasi", "proposal": what takes part in a contest.
  let work: ClassSet
  /// "Itu", "tersebut".
  let pointer: ClassSet
  /// "Di antaranya": some of those told of before.
  let among: ClassSet
  let lowest: ClassSet
  /// "Untuk", "bagi".
  let forWhom: ClassSet
  /// Degrees of an award: "Utama", "Pembina".
  let degree: ClassSet
  let scoreCue: ClassSet
  /// "Nasional", "se-Indonesia".
  let nationwide: ClassSet
  /// "Seluruh", "semua".
  let wholeSet: ClassSet
  let sampled: ClassSet
  /// "Nilai akhir", "total": the value of the whole, behind those of its parts.
  let totalCue: ClassSet
  /// "Daerah", "pemda": a region of whatever level.
  let anyLevel: ClassSet
  /// "Naik", "selisih": a difference.
  let delta: ClassSet
  /// "Di mana", "ketika": behind a year they open what is said of it.
  let whereupon: ClassSet
  /// "Sama" (dengan): a second year has the value too.
  let likewise: ClassSet
  /// "Balai", "hotel": where something is handed over.
  let venue: ClassSet
  /// "Bersama": who is named behind has it too.
  let together: ClassSet
  /// "Milik", "besutan": between a work and whose it is.
  let ownedBy: ClassSet
  let soleOne: ClassSet
  /// "Selain": the one behind it was told of before.
  let besides: ClassSet
  /// What headers of tables call their columns.
  let headerRank, headerNumber, headerZone, headerGrade, headerCategory, headerRegion: ClassSet
  /// "Unsur", "indikator": a table of the parts of one result.
  let headerElement: ClassSet

  init(_ classes: WordClasses) {
    clause = classes.set("clause")
    comparison = classes.set("comparison")
    and = classes.set("and")
    followedBy = classes.set("followed_by")
    intro = classes.set("list_intro")
    respectively = classes.set("respectively")
    ordinal = classes.set("ordinal")
    fact = classes.set("fact")
    countNoun = classes.set("count_noun")
    top = classes.set("top")
    firstPerson = classes.set("first_person")
    yearRelative = classes.set("year_relative")
    yearWord = classes.set("year_word")
    groupAnaphora = classes.set("group_anaphora")
    before = classes.set("before")
    speech = classes.set("speech")
    office = classes.set("office", "office_title")
    newsroom = classes.set("newsroom")
    capacity = classes.set("capacity")
    pronoun = classes.set("pronoun")
    abbreviation = classes.set("abbreviation")
    noName = classes.set(
      "office", "office_title", "speech", "level", "body", "clause", "month", "day", "pronoun",
      "capacity", "taken_from", "year_relative", "now")
    reportedSource = classes.set("report_source")
    takenFrom = classes.set("taken_from")
    distractor = classes.set("distractor")
    inList = classes.set("and", "followed_by", "score_cue", "level", "body", "ordinal", "in_list")
    allOfThem = classes.set("all_of_them")
    rankCue = classes.set("rank_cue")
    valueCue = classes.set("score_cue", "category_cue", "zone_cue", "grade_cue", "value_noun")
    endOfList = classes.set("end_of_list")
    nameTail = classes.set("name_tail")
    unitNoun = classes.set("unit_noun")
    source = classes.set("source")
    now = classes.set("now")
    changeTo = classes.set("change_to")
    body = classes.set("body")
    assessment = classes.set("assessment")
    target = classes.set("target")
    period = classes.set("period")
    work = classes.set("work")
    pointer = classes.set("pointer")
    among = classes.set("among")
    lowest = classes.set("lowest")
    forWhom = classes.set("for_whom")
    degree = classes.set("degree")
    scoreCue = classes.set("score_cue")
    nationwide = classes.set("nationwide")
    wholeSet = classes.set("whole_set")
    sampled = classes.set("sampled")
    totalCue = classes.set("total_cue")
    anyLevel = classes.set("any_level")
    delta = classes.set("delta")
    whereupon = classes.set("whereupon")
    likewise = classes.set("likewise")
    besides = classes.set("besides")
    ownedBy = classes.set("owned_by")
    soleOne = classes.set("sole_one")
    together = classes.set("together")
    venue = classes.set("venue")
    headerRank = classes.set("header_rank")
    headerNumber = classes.set("header_number")
    headerZone = classes.set("header_zone")
    headerGrade = classes.set("header_grade")
    headerCategory = classes.set("header_category")
    headerElement = classes.set("header_element")
    headerRegion = classes.set("count_noun", "level", "body")
  }
}
