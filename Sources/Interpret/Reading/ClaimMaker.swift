import Extract
import Lexicon
import Tag

/// Makes claims of a subject's values: one for each year and status among them.
struct ClaimMaker {
  let document: TaggedArticle
  let rules: RuleSet
  let years: YearReader
  let instruments: InstrumentReader
  /// The year that the title, or the whole document, is about.
  let documentYear: ClaimYear?
  /// Told what is dropped, for those who ask why; usually nil.
  let log: DecisionLog?

  /// What a sentence knows.
  struct Setting {
    let sentence: Sentence
    var named: [YearReader.Named]
    let clause: Range<Int>
    let status: StatusReader
    let topicYear: ClaimYear?
    let topicInstrument: Int32?
    let isTitle: Bool
    /// Items of the clause that name a part of a year: "triwulan", "semester".
    var periods: [Int] = []
    /// Years that stand behind single members of a list, by the item where the member begins.
    var ofMembers: [Int: YearReader.Named] = [:]
    /// Items of years that what was before has taken.
    var takenYears: Set<Int> = []

    var namedForCurrent: [YearReader.Named] { named.filter { !takenYears.contains($0.item) } }

    /// With the year of a member of a list alone, where single members have their own.
    func ofMember(_ subject: Subject) -> Setting {
      guard !ofMembers.isEmpty else { return self }
      var setting = self
      if let year = ofMembers[subject.items.lowerBound] {
        setting.named = [year]
      } else {
        setting.named.removeAll { year in ofMembers.values.contains { $0.item == year.item } }
      }
      return setting
    }

    func leavingOut(_ years: Set<Int>) -> Setting {
      var setting = self
      setting.takenYears = years
      return setting
    }
  }

  private struct Key: Hashable {
    let year: ClaimYear
    let status: ClaimStatus
    let instrument: Int32?
    let isEarlier: Bool
    /// Item of the part of a year that the value is of, where the clause tells several: "triwulan I 82,31, triwulan II
    /// 83,05".
    let period: Int?
    /// Of a second place, in another region than the first: "15 nasional dan keempat di Jawa Timur".
    var isSecondPlace = false
  }

  private struct Part {
    var values = ClaimValues()
    var items: [(field: String, item: Int)] = []
    var rule = ""
    var statusRule: Int32?
    var isInstrumentStated = false
    var hasSeveral = false

    /// "Predikat A dan A-" of one body: which of them it has stays open.
    mutating func drop(_ field: String) {
      switch field {
      case "zone": values.zone = nil
      case "grade": values.grade = nil
      case "category": values.category = nil
      default: return
      }
      items.removeAll { $0.field == field }
    }
  }

  /// - Parameters:
  ///   - values: in the order of the text; may stand in an earlier sentence (`lead`).
  func claims(
    body: Body, unit: ClaimUnit?, subject: Subject?, values: [StatedValue],
    manner: Binding.Manner, in setting: Setting, lead: Sentence? = nil
  ) -> [Claim] {
    var order: [Key] = []
    var parts: [Key: Part] = [:]
    let items = values.map(\.item)
    let setting = setting.leavingOut(yearsOfEarlier(values, items, setting))
    let ofScore = instrumentOfScore(values, setting, lead)
    for value in values {
      let (status, statusRule) = setting.status.status(of: value.item)
      let sentence =
        lead.map { $0.items.contains(value.item) ? $0 : setting.sentence } ?? setting.sentence
      guard let (nearest, isStated) = instrument(for: value, in: sentence, setting) else {
        log?.note(whyNone(value, in: sentence, setting), [value])
        continue
      }
      let isOfScore =
        !isStated && ofScore.map { fits(value, document.lexicon.instruments[Int($0)]) } ?? false
      let instrument = isOfScore ? ofScore : nearest
      let isOnly = values.allSatisfy { $0.field != value.field || $0.item == value.item }
      for found in years(of: value, items, setting, isOnly: isOnly) {
        // What is aimed at or feared is for a year to come, not for the one that was spoken of.
        let isOpen = status != .achieved && status != .negated && found.basis == .heading
        let year = isOpen ? ClaimYear() : found
        var key = Key(
          year: year, status: status, instrument: instrument, isEarlier: value.isEarlier,
          period: period(of: value, items, setting))
        key.isSecondPlace =
          value.field == "rank" && parts[key]?.values.rank != nil && isBounded(value.item)
        if parts[key] == nil { order.append(key) }
        var part = parts[key] ?? Part()
        if add(value, to: &part.values) {
          part.items.append((value.field, value.item))
          if part.rule.isEmpty { part.rule = value.rule }
        } else {
          part.hasSeveral = true
          if isAlternative(value, to: part.items) { part.drop(value.field) }
        }
        part.statusRule = part.statusRule ?? statusRule
        part.isInstrumentStated = part.isInstrumentStated || isStated
        parts[key] = part
      }
    }
    return order.compactMap { key in
      guard let part = parts[key], !part.values.isEmpty else { return nil }
      // A place alone may be one in any contest.
      if part.items.allSatisfy({ $0.field == "rank" }), part.values.rankOf == nil,
        !part.isInstrumentStated, !key.isSecondPlace, !isOfValueBefore(setting.sentence),
        setting.topicInstrument == nil || manner == .coreference,
        !instruments.blocks.contains(setting.sentence.block)
      {
        log?.note(.rankAlone, values.filter { $0.field == "rank" })
        return nil
      }
      return claim(key.year, key.status, key.instrument, part, body, unit, subject, manner, setting)
    }
  }

  /// "Peringkat 15 nasional", "keempat di Jawa Timur": a place with the region that it is one in.
  private func isBounded(_ item: Int) -> Bool {
    document.items[(item + 1)...].prefix(4).contains { next in
      if case .region = next.content { return true }
      return next.classes.intersects(years.classes.nationwide)
    }
  }

  /// "Dengan nilai tersebut kami berada di peringkat 15".
  private func isOfValueBefore(_ sentence: Sentence) -> Bool {
    sentence.items.dropLast().contains {
      document.items[$0].classes.intersects(years.classes.valueCue)
        && document.items[$0 + 1].classes.intersects(years.classes.pointer)
    }
  }

  /// "Predikat A (pelayanan prima) dan A-": joined to another of its kind by "dan" or "atau".
  private func isAlternative(_ value: StatedValue, to items: [(field: String, item: Int)]) -> Bool {
    guard let before = items.last(where: { $0.field == value.field && $0.item < value.item }),
      value.item - before.item <= 8
    else { return false }
    let gap = document.items[before.item + 1..<value.item]
    return gap.contains { ["dan", "atau"].contains(document.text($0.range).lowercased()) }
      && gap.allSatisfy {
        switch $0.content {
        case .word, .punctuation, .category, .grade: true
        default: false
        }
      }
  }

  /// The instrument that a score off the inherited one's scale belongs to: what is said in one breath
  /// with the score is of the same.
  private func instrumentOfScore(
    _ values: [StatedValue], _ setting: Setting, _ lead: Sentence?
  ) -> Int32? {
    for value in values where value.field == "score" {
      let sentence =
        lead.map { $0.items.contains(value.item) ? $0 : setting.sentence } ?? setting.sentence
      guard let (row, isStated) = instrument(for: value, in: sentence, setting), !isStated,
        row != setting.topicInstrument ?? instruments.usual
      else { continue }
      return row
    }
    return nil
  }

  /// One year, or several that are named in one breath ("pada 2021 dan 2022") for a single value.
  private func years(
    of value: StatedValue, _ items: [Int], _ setting: Setting, isOnly: Bool
  ) -> [ClaimYear] {
    let year = self.year(of: value, items, setting)
    guard year.basis == .stated, let at = setting.named.firstIndex(where: { $0.year == year }),
      isOnly || isBehind(setting.named[at].item, value.item)
    else { return [year] }
    var first = at
    while first > 0, isCoordinated(setting.named[first - 1], setting.named[first]) { first -= 1 }
    var last = at
    while last + 1 < setting.named.count,
      isCoordinated(setting.named[last], setting.named[last + 1])
    {
      last += 1
    }
    return setting.named[first...last].map(\.year)
  }

  /// "Zona hijau pada 2022 dan 2023": the years stand right behind the value.
  private func isBehind(_ year: Int, _ value: Int) -> Bool {
    (1...4).contains(year - value)
      && document.items[value + 1..<year].allSatisfy {
        $0.classes.intersects(years.classes.yearWord) || $0.classes.intersects(years.classes.inList)
      }
  }

  /// "2021 dan 2022", "2022 masih sama dengan penilaian tahun 2021".
  private func isCoordinated(_ one: YearReader.Named, _ other: YearReader.Named) -> Bool {
    guard one.year.basis == .stated, other.year.basis == .stated, one.item < other.item,
      other.item - one.item <= 7, one.year.year != other.year.year
    else { return false }
    let gap = document.items[one.item + 1..<other.item]
    if gap.contains(where: { $0.classes.intersects(years.classes.likewise) }) { return true }
    return gap.count <= 2
      && gap.allSatisfy {
        $0.isMark(",") || document.text($0.range).lowercased() == "dan"
      }
  }

  /// "Yang tahun lalu merah kini hijau": the years that belong to what was before.
  private func yearsOfEarlier(
    _ values: [StatedValue], _ items: [Int], _ setting: Setting
  ) -> Set<Int> {
    Set(
      values.filter(\.isEarlier).compactMap {
        years.year(
          of: $0, in: setting.named, clause: clause(of: $0, setting), otherValues: items)?.item
      })
  }

  /// The nearest part of a year in front of a value, where there are several with values of their own.
  private func period(of value: StatedValue, _ items: [Int], _ setting: Setting) -> Int? {
    let periods = setting.periods
    guard periods.count > 1, let first = items.min(), let last = items.max(),
      periods[0] < first, periods[1] < last
    else { return nil }
    return periods.last { $0 < value.item }
  }

  private func clause(of value: StatedValue, _ setting: Setting) -> Range<Int> {
    setting.clause.contains(value.item) ? setting.clause : setting.sentence.items
  }

  private func year(of value: StatedValue, _ items: [Int], _ setting: Setting) -> ClaimYear {
    let named = value.isEarlier ? setting.named : setting.namedForCurrent
    if let year = years.year(
      of: value, in: named, clause: clause(of: value, setting), otherValues: items)
    {
      return year.year
    }
    if value.isEarlier {
      let topic =
        setting.named.compactMap(\.year.year).first ?? setting.topicYear?.year ?? documentYear?.year
      return ClaimYear(latest: topic.map { $0 - 1 }, basis: .none)
    }
    if var year = setting.topicYear {
      if year.basis == .stated { year.basis = .heading }
      return year
    }
    return documentYear ?? ClaimYear(latest: years.anchor, basis: .none)
  }

  /// The instrument of a value, or nil when the value is none of ours. A field that an inherited
  /// instrument does not have, or a score off its scale, belongs to another one of the document.
  private func instrument(
    for value: StatedValue, in sentence: Sentence, _ setting: Setting
  ) -> (Int32?, Bool)? {
    let lexicon = document.lexicon
    let (found, isStated) = instruments.instrument(
      of: value, in: sentence, topic: setting.topicInstrument)
    guard let row = found else { return instruments.isForeign ? nil : (nil, false) }
    let instrument = lexicon.instruments[Int(row)]
    guard instrument.isInScope else { return nil }
    if fits(value, instrument) { return (row, isStated) }
    if isStated, value.field == "zone" { return (row, true) }
    // Another instrument that the document names, and that has such values.
    if let other = instruments.named.first(where: {
      $0 != row && fits(value, lexicon.instruments[Int($0)])
    }) {
      return (other, false)
    }
    if let usual = instruments.usualAssessor {
      let id = lexicon.assessors[Int(usual)].id
      if let other = lexicon.instruments.firstIndex(where: {
        $0.isInScope && $0.assessor == id && fits(value, $0)
      }) {
        return (Int32(other), false)
      }
    }
    return nil
  }

  /// Why no instrument of ours can have a value.
  private func whyNone(
    _ value: StatedValue, in sentence: Sentence, _ setting: Setting
  ) -> DecisionLog.Decision.Reason {
    let (found, _) = instruments.instrument(
      of: value, in: sentence, topic: setting.topicInstrument)
    guard let row = found, document.lexicon.instruments[Int(row)].isInScope else {
      return .foreignInstrument(found)
    }
    return .offScale(row)
  }

  private func fits(_ value: StatedValue, _ instrument: Instrument) -> Bool {
    if case .score(let score) = value.content {
      if let low = instrument.scoreMin, score < low { return false }
      if let high = instrument.scoreMax, high < score { return false }
    }
    // A contest without scores has no bands of a scale: "kategori Prima" is another's.
    if case .category(let label) = value.content, !instrument.fields.contains("score"),
      document.lexicon.isOnScale(label)
    {
      return false
    }
    return instrument.fields.isEmpty || instrument.fields.contains(value.field)
  }

  /// False when the claim has another value of the kind already.
  private func add(_ value: StatedValue, to values: inout ClaimValues) -> Bool {
    switch value.content {
    case .score(let score):
      guard values.score == nil || values.score == score else { return false }
      values.score = score
    case .zone(let colour, let shade):
      guard values.zone == nil || values.zone == colour else { return false }
      values.zone = colour
      values.shade = values.shade ?? shade
    case .grade(let letter):
      guard values.grade == nil || values.grade == letter else { return false }
      values.grade = letter
    case .category(let label):
      guard values.category == nil || values.category == label else { return false }
      values.category = label
    case .rank(let place, let of):
      guard values.rank == nil || values.rank == place else { return false }
      values.rank = place
      values.rankOf = values.rankOf ?? of
    }
    return true
  }

  /// "Kategori sangat baik selaku Pembina Pelayanan Publik": the award and its degree are one label of the
  /// table, wherever they stand in the clause.
  private func label(_ degree: String, in clause: Range<Int>) -> String {
    for item in document.items[clause] {
      guard case .instrumentCue = item.content else { continue }
      let both = (document.text(item.range) + " " + degree).lowercased()
      if let label = document.lexicon.categories.first(where: { $0.lowercased() == both }) {
        return label
      }
    }
    return degree
  }

  private func claim(
    _ year: ClaimYear, _ status: ClaimStatus, _ instrument: Int32?, _ part: Part,
    _ body: Body, _ unit: ClaimUnit?, _ subject: Subject?, _ manner: Binding.Manner,
    _ setting: Setting
  ) -> Claim {
    let lexicon = document.lexicon
    var evidence = part.items.map {
      Evidence(field: $0.field, range: document.items[$0.item].range)
    }
    if let subject {
      let field = unit == nil ? "region" : "unit"
      let first = document.items[subject.items.lowerBound].range.lowerBound
      let last = document.items[subject.items.upperBound - 1].range.upperBound
      evidence.append(Evidence(field: field, range: first..<last))
    }
    for named in setting.named where named.year == year {
      evidence.append(Evidence(field: "year", range: document.items[named.item].range))
      break
    }
    evidence.sort { ($0.range.lowerBound, $0.field) < ($1.range.lowerBound, $1.field) }
    var values = part.values
    values.category = values.category.map { label($0, in: setting.clause) }
    let row = instrument.map { lexicon.instruments[Int($0)] }
    var flags: [String] = []
    if part.hasSeveral { flags.append("several_values") }
    if manner == .coreference || manner == .reference { flags.append("region_inherited") }
    if year.basis == .heading { flags.append("year_inherited") }
    if year.basis == .announced { flags.append("year_from_publication") }
    if year.basis == .none { flags.append("year_unknown") }
    if setting.isTitle { flags.append("title_only") }
    if let row, part.values.zone != nil, !row.fields.contains("zone") { flags.append("mislabel") }
    let rule = part.statusRule.map { rules.rules[Int($0)].name + "+" } ?? ""
    return Claim(
      body: body, unit: unit, year: year,
      assessor: instruments.assessor(in: setting.sentence, instrument: instrument).map {
        lexicon.assessors[Int($0)].id
      },
      instrument: row?.id, scale: nil, values: values, unitsAssessed: nil, status: status,
      isDerived: false, quote: setting.sentence.range, evidence: evidence,
      rule: rule + part.rule + "/" + manner.rawValue,
      confidence: Confidence.of(
        manner: manner, year: year.basis, isInstrumentStated: part.isInstrumentStated,
        flags: flags),
      flags: flags.sorted())
  }
}

/// How sure a claim is, from how it came about: a start for the manner in which value and body were tied,
/// and a factor for each trait that makes one less sure.
///
/// Set so that shares of right claims agree on the set-aside thirds of the labelled documents (294 claims in
/// November 2026, 246 of them right); `tilik eval` prints how they agree on any others.
enum Confidence {
  static func of(
    manner: Binding.Manner, year: YearBasis, isInstrumentStated: Bool, flags: [String]
  ) -> FixedPoint {
    var percent: Double
    switch manner {
    case .list, .lead: percent = 95
    case .own: percent = 92
    case .coreference, .reference: percent = 86
    case .table: percent = 85
    }
    switch year {
    case .stated: break
    case .heading: percent *= 0.96
    case .relative: percent *= 0.87
    case .announced, .none: percent *= 0.85
    }
    if !isInstrumentStated { percent *= 0.98 }
    if flags.contains("several_values") { percent *= 0.5 }
    if flags.contains("title_only") { percent *= 0.6 }
    if flags.contains("mislabel") { percent *= 0.8 }
    return FixedPoint(units: Int64(percent.rounded()), scale: 2)
  }
}
