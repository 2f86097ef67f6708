/// The tables of regulations.
extension TableLoader {
  mutating func regulations() -> [Regulation] {
    let file = "regulations.csv"
    return rows(file, ["id", "type", "number", "year", "title", "issuer", "short_names"]).compactMap
    { row in
      claim(row["id"], in: file, row)
      guard let year = Int(row["year"]) else {
        note(file, row, "\"\(row["year"])\" is no year")
        return nil
      }
      return Regulation(
        id: row["id"], type: row["type"], number: row["number"], year: year, title: row["title"],
        issuer: row.optional("issuer"), shortNames: row.list("short_names"))
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
        add(form, .regulationType, Int32(types.count), writing: isShort ? .capitals : .any)
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
