import Extract
import Lexicon
import Tag

/// From bindings to claims and totals.
extension DocumentReader {
  mutating func emit(
    _ bindings: [Binding], _ events: [Event], _ setting: ClaimMaker.Setting,
    _ pending: Discourse.Pending?
  ) {
    var cued: Set<Int> = []
    let ordinals = ranksOfOrdinals(bindings, setting, cued: &cued)
    // Within a set the first is not the first of all.
    let isWithin = pending.map { !$0.isLead && $0.count == nil } ?? false
    let chain = (isWithin ? [:] : ranksOfChain(bindings, setting.sentence))
      .merging(ordinals) { first, _ in first }
    let whole = setting
    for (number, binding) in bindings.enumerated() {
      let setting = whole.ofMember(binding.subject)
      var values = binding.values.filter { $0.field != "rank" || !cued.contains($0.item) }
      if let rank = chain[number] ?? listRank(setting.sentence, pending, binding.subject),
        !values.contains(where: { $0.field == "rank" }), binding.subject.isNamed
      {
        values.append(
          StatedValue(
            content: .rank(rank, of: nil), item: binding.subject.items.lowerBound,
            isEarlier: false, rule: "place-in-list"))
      }
      let manner = binding.subject.isReferredTo ? .reference : binding.manner
      switch binding.subject.kind {
      case .region(let row):
        append(
          maker.claims(
            body: .region(row), unit: nil, subject: named(binding.subject), values: values,
            manner: manner, in: setting, lead: pending?.source),
          setting)
      case .institution(let row):
        let institution = document.lexicon.institutions[Int(row)]
        append(
          maker.claims(
            body: .other(name: institution.name, level: institution.level), unit: nil,
            subject: named(binding.subject), values: values, manner: manner, in: setting,
            lead: pending?.source),
          setting)
      case .unit(let unit, let owner):
        for region in owner.map({ [$0] }) ?? owners(of: binding.subject, events, setting.sentence) {
          append(
            maker.claims(
              body: .region(region), unit: unit, subject: named(binding.subject), values: values,
              manner: manner, in: setting, lead: pending?.source),
            setting)
        }
      case .rest("unit", let count): rest(binding, count, setting)
      case .rest(let level, let count):
        let others = othersListed(count, events, binding, setting.sentence)
        if others.isEmpty {
          total(binding, count, level, setting)
        } else {
          emit(
            others.map { Binding(subject: $0, values: binding.values, manner: .coreference) }, [],
            setting, nil)
        }
      case .group(let count, let level):
        total(binding, count, level, setting)
      case .vertical:
        log?.note(.otherBody, values)
      }
    }
  }

  /// No list gives its members more years than these.
  private static let mostYears = 60

  /// "Hanya Kabupaten X pada 2016 dan Provinsi Y pada 2017": the years that stand behind single members of a list,
  /// by the item where the member begins.
  func yearsOfMembers(
    _ events: [Event], _ named: [YearReader.Named]
  ) -> [Int: YearReader.Named] {
    guard (2...Self.mostYears).contains(named.count) else { return [:] }
    let members = binder.usable(events).filter(\.isNamed)
    var owned: [Int: YearReader.Named] = [:]
    for (number, member) in members.enumerated() {
      let end = member.items.upperBound
      guard let year = named.first(where: { $0.item >= end && $0.item - end <= 4 }),
        year.year.basis == .stated,
        document.items[end..<year.item].allSatisfy({
          $0.classes.intersects(classes.yearWord) || $0.classes.intersects(classes.inList)
            || $0.classes.intersects(classes.fact)
        })
      else { continue }
      let isFollowed =
        number + 1 < members.count && year.item < members[number + 1].items.lowerBound
        && binder.isListGap(year.item + 1..<members[number + 1].items.lowerBound)
      let isAfter = number > 0 && owned[members[number - 1].items.lowerBound] != nil
      if isFollowed || isAfter { owned[member.items.lowerBound] = year }
    }
    return owned.count > 1 ? owned : [:]
  }

  func named(_ subject: Subject) -> Subject? { subject.items.isEmpty ? nil : subject }

  mutating func append(_ claims: [Claim], _ setting: ClaimMaker.Setting) {
    for var claim in claims {
      if claim.unit == nil, let units = discourse.unitsAssessed,
        units.block == setting.sentence.block
      {
        claim.unitsAssessed = units.count
      }
      reading.claims.append(claim)
    }
  }

  /// "Di Kota A dan Kota B, dinas X dan Y ...": each of the units of each of the regions; else the one
  /// region that the unit belongs to.
  func owners(of unit: Subject, _ events: [Event], _ sentence: Sentence) -> [Int32] {
    let places = events.compactMap { event -> Subject? in
      if case .subject(let subject) = event, case .region = subject.kind,
        subject.items.upperBound <= unit.items.lowerBound || subject.isPlace
      {
        return subject
      }
      return nil
    }
    if places.count > 1,
      zip(places, places.dropFirst()).allSatisfy({
        binder.isListGap($0.items.upperBound..<$1.items.lowerBound)
      })
    {
      return places.compactMap { if case .region(let row) = $0.kind { row } else { nil } }
    }
    return owner(sentence).map { [$0] } ?? []
  }

  /// The region that a unit belongs to where its name does not say so.
  func owner(_ sentence: Sentence) -> Int32? {
    for index in sentence.items {
      if case .region(let mention) = document.items[index].content,
        mention.role == .plain || mention.role == .dateline, let region = resolver.resolve(mention),
        !isVenue(mention, index)
      {
        return region
      }
    }
    switch discourse.topic?.kind {
    case .region(let region)?: return region
    case .unit(_, let owner?)?: return owner
    default: return resolver.main
    }
  }

  /// "Diterima di Balai Kartini Jakarta": where something was handed over, while the text is about another region.
  private func isVenue(_ mention: RegionMention, _ index: Int) -> Bool {
    resolver.main.map { resolver.resolve(mention) != $0 } ?? false
      && document.isAtVenue(mention, index, classes.venue)
  }

  /// "unit lainnya masih di zona merah": as many as were assessed, less those that are named.
  mutating func rest(_ binding: Binding, _ stated: Int?, _ setting: ClaimMaker.Setting) {
    let named = othersSampled(stated, setting.sentence)
    guard named.isEmpty else {
      let bindings = named.map {
        Binding(subject: $0, values: binding.values, manner: .coreference)
      }
      emit(bindings, [], setting, nil)
      return
    }
    guard let owner = owner(setting.sentence) else { return }
    let others = Set(
      reading.claims.filter { $0.quote == setting.sentence.range && $0.unit?.unit != nil }
        .compactMap(\.unit?.name))
    guard
      let units = unitsOf(setting.sentence) ?? discourse.unitsAssessed
        ?? stated.map({ ($0 + others.count, setting.sentence.block) })
    else { return }
    let left = units.count - others.count
    guard left > 0, stated == nil || stated == left else {
      reading.diagnostics.append(
        Diagnostic(
          kind: "count-contradiction",
          message: "\(units.count) units in all and \(others.count) named, which leaves \(left)"
            + (stated.map { ", not \($0)" } ?? ""),
          range: setting.sentence.range))
      return
    }
    let unit = ClaimUnit(
      unit: nil, name: "(unit lainnya)", type: nil, sector: nil, count: left)
    var claims = maker.claims(
      body: .region(owner), unit: unit, subject: binding.subject, values: binding.values,
      manner: .own, in: setting)
    for index in claims.indices {
      claims[index].isDerived = true
      if let count = countRange(units.count, setting.sentence) {
        claims[index].evidence.append(Evidence(field: "units_assessed", range: count))
        claims[index].evidence.sort {
          ($0.range.lowerBound, $0.field) < ($1.range.lowerBound, $1.field)
        }
      }
    }
    append(claims, setting)
  }

  /// The units that were listed as looked at and have no result yet, if they are as many as is said.
  func othersSampled(_ stated: Int?, _ sentence: Sentence) -> [Subject] {
    let left = discourse.sampled.filter { subject in
      guard case .unit(let unit, let owner) = subject.kind else { return false }
      return !reading.claims.contains {
        $0.unit?.name == unit.name && $0.status == .achieved
          && $0.body == owner.map { .region($0) }
      }
    }
    guard left.count < discourse.sampled.count, stated ?? left.count == left.count else {
      return []
    }
    return left
  }

  /// "Dinilai empat daerah, yakni A, B, C dan D; hanya B hijau, selainnya kuning": the members of the list that
  /// the sentence gives no value of its own.
  func othersListed(
    _ stated: Int?, _ events: [Event], _ binding: Binding, _ sentence: Sentence
  ) -> [Subject] {
    let here = binder.usable(events).filter {
      $0.isNamed && $0.items.lowerBound < binding.subject.items.lowerBound
    }
    // Of a list some sentences back only as many as are counted.
    let list = here.count > 2 ? here : stated == nil ? [] : discourse.lastRun
    // "Empat daerah disurvei: A, B, C dan D. Hanya B yang hijau. Tiga lainnya kuning."
    let start =
      here.count > 2 || discourse.lastRunSentence < 0
      ? sentence.range.lowerBound
      : document.sentences[discourse.lastRunSentence].range.lowerBound
    let valued = Set(
      reading.claims.lazy.filter { $0.quote.lowerBound >= start && $0.status == .achieved }
        .map(\.body))
    var seen: Set<Body> = []
    var others: [Subject] = []
    var isPart = false
    for subject in list {
      guard case .region(let row) = subject.kind else { return [] }
      guard seen.insert(.region(row)).inserted else { continue }
      if valued.contains(.region(row)) { isPart = true } else { others.append(subject) }
    }
    return isPart && (stated ?? others.count) == others.count ? others : []
  }

  func unitsOf(_ sentence: Sentence) -> (count: Int, block: Int)? {
    for index in sentence.items.dropLast() {
      if case .number(let value) = document.items[index].content, value.scale == 0,
        document.value(of: document.items[index + 1], as: "count_noun") == "unit"
      {
        return (Int(value.units), sentence.block)
      }
    }
    return nil
  }

  func countRange(_ count: Int, _ sentence: Sentence) -> Range<Int>? {
    sentence.items.first {
      if case .number(let value) = document.items[$0].content {
        return value.scale == 0 && Int(value.units) == count
      }
      return false
    }.map { document.items[$0].range }
  }

  mutating func total(
    _ binding: Binding, _ count: Int?, _ level: String?, _ setting: ClaimMaker.Setting
  ) {
    guard let count, setting.status.status(of: binding.subject.items.lowerBound).status == .achieved
    else { return }
    for value in binding.values {
      var zone: String?
      var category: String?
      switch value.content {
      case .zone(let colour, _): zone = colour
      case .category(let label): category = label
      default: continue
      }
      guard setting.status.status(of: value.item).status == .achieved else { continue }
      let (instrument, _) = instruments.instrument(
        of: value, in: setting.sentence, topic: setting.topicInstrument)
      guard let instrument, document.lexicon.instruments[Int(instrument)].isInScope else {
        continue
      }
      let year =
        years.year(
          of: value, in: setting.named, clause: setting.clause,
          otherValues: binding.values.map(\.item))?.year ?? setting.topicYear ?? maker.documentYear
        ?? ClaimYear()
      reading.totals.append(
        Total(
          region: scope(setting.sentence), scope: nil, year: year,
          instrument: document.lexicon.instruments[Int(instrument)].id, level: level,
          count: count, of: whole(count, setting.sentence), zone: zone, category: category,
          quote: setting.sentence.range))
    }
  }

  func scope(_ sentence: Sentence) -> Int32? {
    for index in sentence.items {
      if case .region(let mention) = document.items[index].content,
        let row = resolver.resolve(mention),
        document.lexicon.regions[Int(row)].level == .provinsi
      {
        return row
      }
    }
    return nil
  }

  /// "Dari 22 pemda ... dua masuk zona hijau": of how many.
  func whole(_ count: Int, _ sentence: Sentence) -> Int? {
    for index in sentence.items.dropFirst() {
      if case .number(let value) = document.items[index].content, value.scale == 0,
        Int(value.units) > count, index + 1 < sentence.items.upperBound,
        document.items[index + 1].classes.intersects(classes.countNoun),
        document.text(document.items[index - 1].range).lowercased() == "dari"
      {
        return Int(value.units)
      }
    }
    return nil
  }
}
