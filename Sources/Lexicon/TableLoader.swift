/// Loads the tables of a folder one by one, checks them, and gathers the patterns that name their rows.
struct TableLoader {
  let folder: String
  var problems: [String] = []
  /// Folded bytes to meanings.
  var patterns: [[UInt8]: [Entry]] = [:]
  /// Every form that a row of a table gives to the matcher, with the row's place.
  var phrasings: [Phrasing] = []
  /// Identifiers by table.
  var ids: [String: Set<String>] = [:]
  /// Years in which instruments were not held, by id.
  private var notHeld: [String: Set<Int>] = [:]
  /// A word's classes are bits of a number this wide.
  private static let classLimit = 128

  init(folder: String) { self.folder = folder }

  // MARK: Tables

  mutating func regions() -> [Region] {
    let table = rows(
      "regions.csv",
      [
        "code", "name", "level", "province_code", "full_name", "valid_from", "valid_to",
        "successor_code",
      ])
    var regions: [Region] = []
    var lines: [Int] = []
    for row in table {
      guard let level = RegionLevel(rawValue: row["level"]) else {
        note(
          "regions.csv", row, "\"\(row["level"])\" is no level; write provinsi, kota or kabupaten")
        continue
      }
      let code = row["code"]
      if !isCode(code) {
        note(
          "regions.csv", row,
          "\"\(code)\" is no code; write 18 for a province, 18.72 for a region in it")
      } else if level == .provinsi
        ? code != row["province_code"] : !code.hasPrefix(row["province_code"] + ".")
      {
        note("regions.csv", row, "\(code) does not lie in province \"\(row["province_code"])\"")
      }
      claim(code, in: "regions.csv", row)
      let name = row["name"]
      lines.append(row.line)
      regions.append(
        Region(
          code: code, name: name,
          fullName: row.optional("full_name")
            ?? "\(level.rawValue.prefix(1).uppercased())\(level.rawValue.dropFirst()) \(name)",
          level: level, provinceCode: row["province_code"],
          validFrom: year("valid_from", "regions.csv", row),
          validTo: year("valid_to", "regions.csv", row),
          successorCode: row.optional("successor_code")))
    }
    let codes = ids["regions.csv"] ?? []
    for row in table {
      if let successor = row.optional("successor_code"), !codes.contains(successor) {
        note("regions.csv", row, "the successor \(successor) is no row of this table")
      }
    }
    regionPatterns(regions, lines)
    return regions
  }

  private mutating func regionPatterns(_ regions: [Region], _ lines: [Int]) {
    let rowOf = Dictionary(
      regions.enumerated().map { ($1.code, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    var weak: Set<String> = []
    for row in rows("region_aliases.csv", ["code", "alias", "risk"]) {
      guard let region = rowOf[row["code"]] else {
        note("region_aliases.csv", row, "there is no region with the code \"\(row["code"])\"")
        continue
      }
      guard ["low", "high"].contains(row["risk"]) else {
        note("region_aliases.csv", row, "risk is low or high")
        continue
      }
      let alias = row["alias"]
      if alias == regions[Int(region)].name {
        weak.insert(row["code"])
        continue
      }
      let isShort = alias.utf8.count <= 4 && alias.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
      add(
        alias, .region, region, needsCue: row["risk"] == "high",
        writing: isShort ? .capitals : .name, joins: true,
        from: ("region_aliases.csv", row.line))
    }
    for (row, region) in regions.enumerated() {
      add(
        region.name, .region, Int32(row), needsCue: weak.contains(region.code), writing: .name,
        joins: true, from: ("regions.csv", lines[row]))
    }
  }

  mutating func units() -> [Unit] {
    var units: [Unit] = []
    for row in rows(
      "units.csv", ["id", "name", "abbreviation", "sector", "type", "takes_proper_name"])
    {
      claim(row["id"], in: "units.csv", row)
      units.append(
        Unit(
          id: row["id"], name: row["name"], abbreviation: row.optional("abbreviation"),
          sector: row.optional("sector"), type: row["type"],
          takesProperName: flag("takes_proper_name", "units.csv", row)))
    }
    let rowOf = index(units.map(\.id))
    for row in rows("unit_aliases.csv", ["unit", "alias"]) {
      guard let unit = rowOf[row["unit"]] else {
        note("unit_aliases.csv", row, "there is no unit \"\(row["unit"])\" in units.csv")
        continue
      }
      add(
        row["alias"], .unit, unit, writing: writing(of: row["alias"], from: 6),
        from: ("unit_aliases.csv", row.line))
    }
    return units
  }

  mutating func institutions() -> [Institution] {
    var institutions: [Institution] = []
    // Not every pipeline has bodies of the central government.
    guard CSVTable.exists(folder + "/institutions.csv") else { return [] }
    for row in rows("institutions.csv", ["id", "name", "level"]) {
      claim(row["id"], in: "institutions.csv", row)
      institutions.append(Institution(id: row["id"], name: row["name"], level: row["level"]))
      if !["kementerian", "lembaga"].contains(row["level"]) {
        note(
          "institutions.csv", row,
          "level \"\(row["level"])\" is neither \"kementerian\" nor \"lembaga\"")
      }
    }
    let rowOf = index(institutions.map(\.id))
    for row in rows("institution_aliases.csv", ["institution", "alias"]) {
      guard let institution = rowOf[row["institution"]] else {
        note(
          "institution_aliases.csv", row,
          "there is no institution \"\(row["institution"])\" in institutions.csv")
        continue
      }
      add(
        row["alias"], .institution, institution, writing: writing(of: row["alias"], from: 200),
        from: ("institution_aliases.csv", row.line))
    }
    return institutions
  }

  mutating func assessors() -> [Assessor] {
    var assessors: [Assessor] = []
    let parents = rows("assessors.csv", ["id", "name", "parent", "in_scope"])
    for row in parents {
      claim(row["id"], in: "assessors.csv", row)
      assessors.append(
        Assessor(
          id: row["id"], name: row["name"], parent: row.optional("parent"),
          isInScope: flag("in_scope", "assessors.csv", row)))
    }
    let rowOf = index(assessors.map(\.id))
    for row in rows("assessor_aliases.csv", ["assessor", "alias"]) {
      guard let assessor = rowOf[row["assessor"]] else {
        note(
          "assessor_aliases.csv", row,
          "there is no assessor \"\(row["assessor"])\" in assessors.csv")
        continue
      }
      add(
        row["alias"], .assessor, assessor, writing: writing(of: row["alias"], from: 20),
        from: ("assessor_aliases.csv", row.line))
    }
    for row in parents {
      if let parent = row.optional("parent"), rowOf[parent] == nil {
        note("assessors.csv", row, "there is no assessor \"\(parent)\" to be its parent")
      }
    }
    return assessors
  }

  mutating func instruments() -> [Instrument] {
    var instruments: [Instrument] = []
    for row in rows(
      "instruments.csv",
      [
        "id", "name", "name_en", "assessor", "in_scope", "fields", "score_min", "score_max",
        "not_held",
      ])
    {
      claim(row["id"], in: "instruments.csv", row)
      if let assessor = row.optional("assessor"), ids["assessors.csv"]?.contains(assessor) != true {
        note("instruments.csv", row, "there is no assessor \"\(assessor)\" in assessors.csv")
      }
      instruments.append(
        Instrument(
          id: row["id"], name: row["name"], nameEnglish: row["name_en"],
          assessor: row.optional("assessor"), isInScope: flag("in_scope", "instruments.csv", row),
          fields: row.list("fields"), scoreMin: number("score_min", "instruments.csv", row),
          scoreMax: number("score_max", "instruments.csv", row),
          notHeld: years("not_held", "instruments.csv", row)))
    }
    for instrument in instruments { notHeld[instrument.id] = Set(instrument.notHeld) }
    let rowOf = index(instruments.map(\.id))
    for row in rows("instrument_aliases.csv", ["instrument", "alias", "strength"]) {
      guard let instrument = rowOf[row["instrument"]] else {
        note(
          "instrument_aliases.csv", row,
          "there is no instrument \"\(row["instrument"])\" in instruments.csv")
        continue
      }
      guard ["full", "cue"].contains(row["strength"]) else {
        note("instrument_aliases.csv", row, "strength is full or cue")
        continue
      }
      let kind = row["strength"] == "full" ? EntryKind.instrument : .instrumentCue
      let isShort = row["alias"].utf8.count <= 5 && row["alias"] == row["alias"].uppercased()
      add(
        row["alias"], kind, instrument, writing: isShort ? .capitals : .any,
        from: ("instrument_aliases.csv", row.line))
    }
    return instruments
  }

  mutating func categories() -> [String] {
    var labels: [String] = []
    for row in rows("categories.csv", ["label", "forms"]) {
      claim(row["label"], in: "categories.csv", row)
      for form in row.list("forms") {
        add(
          form, .category, Int32(labels.count), writing: .any, from: ("categories.csv", row.line))
      }
      labels.append(row["label"])
    }
    return labels
  }

  mutating func words() -> [Word] {
    var words: [Word] = []
    var seen: [String: Int] = [:]
    var classes: Set<String> = []
    for row in rows("words.csv", ["class", "word", "value", "note"]) {
      let key = row["class"] + "\u{1F}" + row["word"]
      if let line = seen[key] {
        note(
          "words.csv", row,
          "\"\(row["word"])\" stands in the class \(row["class"]) at line \(line) too")
      }
      seen[key] = row.line
      if classes.insert(row["class"]).inserted, classes.count == Self.classLimit + 1 {
        note(
          "words.csv", row,
          "the class \(row["class"]) is one more than \(Self.classLimit); join it with another")
      }
      add(
        row["word"], .word, Int32(words.count), writing: .any, from: ("words.csv", row.line))
      words.append(Word(wordClass: row["class"], word: row["word"], value: row.optional("value")))
    }
    return words
  }

  mutating func scales() -> [Scale] {
    ScaleLoader.scales(
      rows(
        "scales.csv",
        [
          "scale", "instrument", "subjects", "valid_from", "valid_to", "score_max", "band", "min",
          "max",
          "zone", "shade", "grade", "category", "labels",
        ]),
      instruments: ids["instruments.csv"] ?? [], notHeld: notHeld, file: folder + "/scales.csv",
      &problems)
  }

  // MARK: Patterns

  /// - Parameters:
  ///   - joins: a name of two or three words is found joined and with hyphens too.
  ///   - from: file and line of the row.
  mutating func add(
    _ form: String, _ kind: EntryKind, _ row: Int32, needsCue: Bool = false, writing: Entry.Writing,
    joins: Bool = false, from place: (file: String, line: Int)
  ) {
    let folded = Bytes.folded(form)
    guard !folded.isEmpty else { return }
    let entry = Entry(kind: kind, index: row, needsCue: needsCue, writing: writing)
    var forms = [folded]
    if joins, folded.contains(0x20) {
      forms.append(folded.map { $0 == 0x20 ? 0x2D : $0 })
      if folded.filter({ $0 == 0x20 }).count == 1 { forms.append(folded.filter { $0 != 0x20 }) }
    } else if joins, folded.contains(0x2D) {
      forms.append(folded.map { $0 == 0x2D ? 0x20 : $0 })
      forms.append(folded.filter { $0 != 0x2D })
    }
    phrasings.append(
      Phrasing(
        file: place.file, line: place.line, form: form, entry: entry, patterns: forms))
    for form in forms {
      let known = patterns[form] ?? []
      guard let at = known.firstIndex(where: { $0.kind == kind && $0.index == row }) else {
        patterns[form] = known + [entry]
        continue
      }
      // "OKUT" and "Okut" of one region: both ways of writing count.
      if known[at].needsCue == needsCue, writing.rawValue < known[at].writing.rawValue {
        patterns[form]?[at] = entry
      }
    }
  }

  /// Short forms count as names or abbreviations; long ones are beyond mistaking in any case.
  private func writing(of form: String, from length: Int) -> Entry.Writing {
    if form.utf8.count <= 4, form == form.uppercased() { return .capitals }
    return form.utf8.count < length ? .name : .any
  }
}
