/// The tables of regulations.
extension TableLoader {
  mutating func regulations(of types: [RegulationType]) -> [Regulation] {
    let file = "regulations.csv"
    let typeOf = Dictionary(types.map { ($0.name, $0) }) { first, _ in first }
    return rows(file, ["id", "type", "number", "year", "title", "issuer", "short_names"]).compactMap
    { row in
      claim(row["id"], in: file, row)
      guard let year = row.year("year") else {
        note(file, row, "\"\(row["year"])\" is no year")
        return nil
      }
      let regulation = Regulation(
        id: row["id"], type: row["type"], number: row["number"], year: year, title: row["title"],
        issuer: row.optional("issuer"), shortNames: row.list("short_names"))
      guard let type = typeOf[regulation.type] else {
        note(
          file, row,
          "type is \"\(regulation.type)\", which regulation_types.csv does not have; write one of its "
            + "names, or add a row there")
        return nil
      }
      check(regulation, type, row)
      return regulation
    }
  }

  /// The identifier is the short citation by which texts find the row; a name by which it is to be found
  /// begins with its type.
  private mutating func check(
    _ regulation: Regulation, _ type: RegulationType, _ row: CSVTable.Row
  ) {
    let file = "regulations.csv"
    let number = "\(regulation.number)/\(regulation.year)"
    // Between type and number may stand whose it is.
    let isOwned = type.distinction != .none
    let fits =
      isOwned
      ? regulation.id.hasPrefix(type.abbreviation + " ") && regulation.id.hasSuffix(" " + number)
      : regulation.id == "\(type.abbreviation) \(number)"
    if !fits {
      let owner = isOwned ? " … " : " "
      note(
        file, row,
        "id is \"\(regulation.id)\"; type, number and year make \"\(type.abbreviation)\(owner)\(number)\""
      )
    }
    for name in regulation.shortNames where !name.hasPrefix(type.abbreviation + " ") {
      note(
        file, row,
        "the short name \"\(name)\" does not begin with \"\(type.abbreviation) \", so no text is found "
          + "by it")
    }
  }

  mutating func regulationTypes() -> [RegulationType] {
    let file = "regulation_types.csv"
    var types: [RegulationType] = []
    for row in rows(file, ["abbreviation", "name", "aliases", "of", "issuer"]) {
      claim(row["abbreviation"], in: file, row)
      guard let distinction = distinction(row["of"]) else {
        note(
          file, row,
          "of is \"\(row["of"])\"; write itself, body, region, provinsi, kota, kabupaten or nothing"
        )
        continue
      }
      for form in Set([row["abbreviation"], row["name"]] + row.list("aliases")).sorted() {
        let isShort = form.utf8.count <= 3
        add(form, .regulationType, Int32(types.count), writing: isShort ? .capitals : .any,
          from: (file, row.line))
      }
      types.append(
        RegulationType(
          abbreviation: row["abbreviation"], name: row["name"], distinction: distinction,
          issuer: row.optional("issuer")))
    }
    return types
  }

  private func distinction(_ text: String) -> RegulationType.Distinction? {
    switch text {
    case "": RegulationType.Distinction.none
    case "itself": .itself
    case "body": .body
    case "region": .region(nil)
    default: RegionLevel(rawValue: text).map { .region($0) }
    }
  }
}
