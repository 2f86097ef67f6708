import Lexicon

/// Reads a region with the words in front of its name that tell its level: "Kota Metro", "Pemkab
/// Solok", "Plt Bupati Kudus".
struct RegionReader {
  let context: ReadingContext

  func read(_ items: [Item], at index: Int, to limit: Int) -> (item: Item, count: Int)? {
    if case .region(let mention) = items[index].content {
      guard !mention.candidates.isEmpty else { return nil }
      return (items[index], 1)
    }
    let isOffice = items[index].classes.intersects(context.office)
    guard
      isOffice || items[index].classes.intersects(context.level)
        || items[index].classes.intersects(context.body)
    else { return nil }
    guard let level = level(of: items[index]) else { return nil }
    var at = index + 1
    while at < limit, at < index + 3,
      items[at].isMark(".") && items[at - 1].classes.intersects(context.nameTitle)
        || items[at].isMark("\"") || items[at].classes.intersects(context.level)
    {
      at += 1
    }
    guard at < limit, case .region(let mention) = items[at].content else { return nil }
    let fitting = mention.candidates.filter { context.lexicon.regions[Int($0)].level == level }
    // "Enam kabupaten NTT": the word counts bodies, it does not belong to the name.
    guard !fitting.isEmpty else { return nil }
    var item = items[at]
    item.range = items[index].range.lowerBound..<items[at].range.upperBound
    // The "kota" of "nilai 88,10 Kota Blitar" is part of a name and no longer counts anything.
    item.classes = items[index].classes.subtracting(context.countNoun)
    item.word = items[index].word
    item.content = .region(
      RegionMention(
        candidates: fitting, level: level, isOffice: isOffice, needsCue: false, role: .plain))
    return (item, at - index + 1)
  }

  private func level(of item: Item) -> RegionLevel? {
    for name in ["level", "body", "office"] {
      if let value = context.value(item, name), let level = RegionLevel(rawValue: value) {
        return level
      }
    }
    return nil
  }
}

/// What part the words around a region's name give it: scope, dateline, apposition, part of a name.
struct RegionRoles {
  let context: ReadingContext
  /// A dateline stands within this many items of a block's start, the newspaper's name included.
  private static let datelineReach = 9

  func assign(_ items: inout [Item], _ range: Range<Int>) {
    var previous: Int?
    // The last region of whatever role, for what stands in brackets behind it.
    var latest: Int?
    // The level that a list began with: "Wali Kota A, B, C".
    var listLevel: RegionLevel?
    // Behind the first region of a dateline all up to its dash is the dateline's ("Medan (Antara Sumut) -").
    var datelineEnd = range.lowerBound
    for index in range {
      guard case .region(var mention) = items[index].content else { continue }
      mention.role =
        index < datelineEnd
        ? .dateline : role(of: mention, at: index, items, range, previous: previous, latest: latest)
      if mention.role == .dateline, index >= datelineEnd {
        datelineEnd =
          (index..<min(range.upperBound, index + Self.datelineReach)).first {
            items[$0].isMark("-") || items[$0].isMark(":")
          } ?? index
      }
      latest = index
      if mention.level == nil, let before = previous,
        case .region(let earlier) = items[before].content, isList(items, before + 1..<index)
      {
        // "Kabupaten A, B dan C": the level word counts for all of them, where it decides.
        let level = earlier.level ?? listLevel
        listLevel = level
        let fitting = mention.candidates.filter {
          context.lexicon.regions[Int($0)].level == level
        }
        if level != nil, !fitting.isEmpty, fitting.count < mention.candidates.count {
          mention.candidates = fitting
          mention.level = level
        }
        if earlier.role == .plain { mention.needsCue = false }
      } else if mention.role == .plain {
        listLevel = mention.level
      }
      if mention.level == nil { leaveOutFormerNames(&mention, items[index]) }
      items[index].content = .region(mention)
      if mention.role == .plain { previous = index }
    }
  }

  /// "Kendari" is the city, not the kabupaten that was once called so, unless "Kabupaten" stands in front.
  private func leaveOutFormerNames(_ mention: inout RegionMention, _ item: Item) {
    guard mention.candidates.count > 1 else { return }
    let name = context.text[item.range]
    let regions = context.lexicon.regions
    guard mention.candidates.contains(where: { regions[Int($0)].name.utf8.elementsEqual(name) })
    else { return }
    mention.candidates.removeAll { row in
      regions[Int(row)].level == .kabupaten && !regions[Int(row)].name.utf8.elementsEqual(name)
    }
  }

  private func role(
    of mention: RegionMention, at index: Int, _ items: [Item], _ range: Range<Int>, previous: Int?,
    latest: Int?
  ) -> RegionMention.Role {
    if index > range.lowerBound {
      let before = items[index - 1]
      if before.classes.intersects(context.scope) { return .scope }
      if before.isMark("-"), index - 2 >= range.lowerBound,
        items[index - 2].classes.intersects(context.scope)
      {
        return .scope
      }
      if !isNamedUnit(before),
        before.classes.intersects(context.belowLevel)
          || before.classes.intersects(context.nameHead)
      {
        return .nested
      }
      if isOfAssessor(mention, at: index, items, range) { return .nested }
    }
    // "Metro Pusat" is a district, not the city.
    if mention.level == nil, index + 1 < range.upperBound,
      items[index + 1].classes.intersects(context.nameTail), context.startsUpper(items[index + 1]),
      !context.isUpper(items[index])
    {
      return .nested
    }
    if let latest, index == latest + 2, items[index - 1].isMark("("),
      case .region(let same) = items[latest].content, same.role == .apposition,
      isSame(mention, same)
    {
      return .apposition
    }
    if let previous, case .region(let earlier) = items[previous].content {
      // "Siak, Pemprov Riau, Dumai": a government is no place.
      let isBehindComma =
        index == previous + 2 && items[index - 1].isMark(",")
        && !items[index].classes.intersects(context.body)
      let isInBrackets = index == previous + 2 && items[index - 1].isMark("(")
      if isInBrackets, isSame(mention, earlier) || isProvince(mention, of: earlier) {
        return .apposition
      }
      // "Sulawesi Utara (Sultra)": another name for the one in front, though it is mistaken.
      if isInBrackets, mention.level == nil, index + 1 < range.upperBound,
        items[index + 1].isMark(")"), isOfOneLevel(mention, earlier)
      {
        return .apposition
      }
      // "Kabupaten Muna (Pemkab Muna), Provinsi X,": over the bracket with the short name.
      let isBehindBracket =
        index == previous + 5 && items[index - 1].isMark(",")
        && behindBracket(items, previous + 1, range) == index - 1
      // "Kabupaten Bangka Provinsi X".
      if index == previous + 1, mention.level == .provinsi,
        !items[index].classes.intersects(context.body), isProvince(mention, of: earlier)
      {
        return .apposition
      }
      if isBehindComma || isBehindBracket, mention.level == nil || mention.level == .provinsi,
        isProvince(mention, of: earlier),
        endsApposition(items, behindBracket(items, index + 1, range), range)
      {
        return .apposition
      }
    }
    if isDateline(items, index, range) { return .dateline }
    return .plain
  }

  /// "Kecamatan Jati Kabupaten X": behind its own name a unit is followed by the region it lies in.
  private func isNamedUnit(_ item: Item) -> Bool {
    if case .unit(let mention) = item.content { mention.properName != nil } else { false }
  }

  /// "Ombudsman Perwakilan Provinsi X": the province of an office that the tables do not have.
  private func isOfAssessor(
    _ mention: RegionMention, at index: Int, _ items: [Item], _ range: Range<Int>
  ) -> Bool {
    var at = index - 1
    // "Nilai kepatuhan Ombudsman Pemprov Jambi": a government, not where an office is.
    guard !items[index].classes.intersects(context.body) else { return false }
    var isOffice = mention.level == .provinsi
    while at >= range.lowerBound, at > index - 4,
      context.text[items[at].range].map({ $0 | 0x20 }).elementsEqual("perwakilan".utf8)
        || context.text[items[at].range].map({ $0 | 0x20 }).elementsEqual("wilayah".utf8)
    {
      isOffice = true
      at -= 1
    }
    guard isOffice, at >= range.lowerBound, case .assessor = items[at].content else { return false }
    return true
  }

  private func endsApposition(_ items: [Item], _ index: Int, _ range: Range<Int>) -> Bool {
    guard index < range.upperBound else { return true }
    if case .punctuation = items[index].content { return true }
    return !items[index].classes.intersects(context.and)
  }

  /// Over another name in brackets: "Kabupaten X, Provinsi Sumatera Utara (Sumut) meraih".
  private func behindBracket(_ items: [Item], _ index: Int, _ range: Range<Int>) -> Int {
    guard index + 2 < range.upperBound, items[index].isMark("("), items[index + 2].isMark(")")
    else {
      return index
    }
    return index + 3
  }

  private func isSame(_ one: RegionMention, _ other: RegionMention) -> Bool {
    one.candidates.contains { other.candidates.contains($0) }
  }

  private func isOfOneLevel(_ one: RegionMention, _ other: RegionMention) -> Bool {
    let regions = context.lexicon.regions
    return one.candidates.contains { row in
      other.candidates.contains { regions[Int($0)].level == regions[Int(row)].level }
    }
  }

  private func isProvince(_ one: RegionMention, of other: RegionMention) -> Bool {
    let regions = context.lexicon.regions
    return one.candidates.contains { province in
      regions[Int(province)].level == .provinsi
        && other.candidates.contains {
          regions[Int($0)].level != .provinsi
            && regions[Int($0)].provinceCode == regions[Int(province)].code
        }
    }
  }

  /// "KOTA CIMAHI (CM) –", "Medan (ANTARA) -", "MAKASSAR, NAMA KORAN -", "Kupang, nama.co –".
  private func isDateline(_ items: [Item], _ index: Int, _ range: Range<Int>) -> Bool {
    // "NAMA.KORAN.ID, JAKARTA –" has eight items.
    guard index < range.lowerBound + 8 else { return false }
    let end = min(range.upperBound, index + Self.datelineReach)
    // "KBRN, Padang: ...": an agency's short name in front.
    if index == range.lowerBound + 2, items[index - 1].isMark(","), index + 1 < end,
      items[index + 1].isMark(":"), context.isUpper(items[index - 2])
    {
      return true
    }
    guard
      let dash = (index + 1..<max(index + 1, end)).first(where: {
        items[$0].isMark("-") && ($0 == index + 1 || !isGlued(items, $0))
      })
    else { return false }
    if dash == index + 1 {
      // "Kabupaten Siak – 97,73": a list of names and scores.
      if dash + 1 < range.upperBound, case .number = items[dash + 1].content { return false }
      return true
    }
    let first = items[index + 1]
    guard first.isMark("(") || first.isMark(",") else { return false }
    return !items[index + 1..<dash].contains {
      switch $0.content {
      case .zone, .number, .unit: true
      default: $0.classes.intersects(context.fact)
      }
    }
  }

  /// "Bagus-bagus": a hyphen inside a word is no dash.
  private func isGlued(_ items: [Item], _ index: Int) -> Bool {
    index + 1 < items.count && items[index - 1].range.upperBound == items[index].range.lowerBound
      && items[index].range.upperBound == items[index + 1].range.lowerBound
  }

  /// Only commas, "dan" and brackets with something in them.
  private func isList(_ items: [Item], _ gap: Range<Int>) -> Bool {
    var depth = 0
    var hasSeparator = false
    for item in items[gap] {
      if item.isMark("(") {
        depth += 1
      } else if item.isMark(")") {
        depth -= 1
      } else if depth == 0 {
        if item.isMark(",") || item.classes.intersects(context.and) {
          hasSeparator = true
        } else if case .region(let mention) = item.content, mention.role == .apposition {
          continue
        } else {
          return false
        }
      }
    }
    return hasSeparator
  }
}
