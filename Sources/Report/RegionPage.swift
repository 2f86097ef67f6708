import Dataset

/// `region/CODE.html`: a body's results over the years, and every claim with its evidence.
enum RegionPage {
  static func context(_ body: Body, _ data: ReportData, _ documents: [String: Record]) -> Context {
    [
      "title": body.name, "titleEnglish": "", "root": "../", "hasScript": false,
      "code": MaybeText(body.code), "level": body.level,
      "groups": groups(body, data),
      "claims": ordered(body.claims).map { claim($0, data, documents) },
      "claimCount": String(body.claims.count),
      "hasResults": !body.results.isEmpty,
    ]
  }

  /// Results by instrument; a table each, years downwards, the body itself before its units.
  private static func groups(_ body: Body, _ data: ReportData) -> [Context] {
    let instruments = Set(body.results.map { $0["instrument"].written }).sorted()
    return instruments.map { instrument in
      let results = body.results.filter { $0["instrument"].written == instrument }
      return [
        "instrument": data.instrument(Value(instrument)),
        "rows": ordered(results).map { ResultRow.context($0, data, page: body.file) },
      ]
    }
  }

  /// Newest year first, then the body before its units.
  private static func ordered(_ records: [Record]) -> [Record] {
    records.sorted { left, right in
      let years = Value.precedes(right["year"], left["year"])
      if left["year"] != right["year"] { return years }
      if left["unit"] != right["unit"] { return Value.precedes(left["unit"], right["unit"]) }
      return false
    }
  }

  private static func claim(
    _ claim: Record, _ data: ReportData, _ documents: [String: Record]
  ) -> Context {
    let quote = MarkedQuote(
      quote: claim["quote"].written, start: claim["start"].integer ?? 0,
      end: claim["end"].integer ?? 0, evidence: claim["evidence"].written)
    let address = claim["document"].written
    let document = documents[address]
    let url = document.flatMap { Markup.webAddress($0["url"]) }
    let confidence = claim["confidence"].double ?? 1
    return [
      "id": claim["claim"].written,
      "year": year(claim),
      "unit": MaybeText(claim["unit"].written),
      "instrument": data.instrument(claim["instrument"]),
      "values": values(claim),
      "quote": quote.html,
      "elsewhere": MaybeText(quote.elsewhere.joined(separator: ", ")),
      "status": status(claim["status"].written),
      "isAchieved": claim["status"].text == "achieved",
      "derived": claim["derived"].boolean ?? false,
      "unitCount": MaybeText(claim["unit_count"].written),
      "speaker": MaybeText(claim["speaker"].written),
      "yearChain": MaybeText(claim["year_chain"].written),
      "rule": MaybeText(claim["rule"].written),
      "flags": claim["flags"].written.split(separator: ";").map { ["flag": String($0)] },
      "confidence": MaybeText(Markup.percent(claim["confidence"])),
      "isDoubtful": confidence < 0.7,
      "document": address,
      "documentNumber": data.documentNumbers[address].map(String.init) ?? "",
      "documentTitle": document?["title"].text ?? address,
      "publisher": MaybeText(document?["publisher"].written ?? ""),
      "published": MaybeText(document?["published"].written ?? ""),
      "url": MaybeText(url ?? ""),
    ]
  }

  private static func year(_ claim: Record) -> String {
    if let year = claim["year"].integer { return String(year) }
    switch (claim["year_min"].integer, claim["year_max"].integer) {
    case (let low?, let high?): return "\(low)–\(high)"
    case (let low?, nil): return "\(low)–"
    case (nil, let high?): return "–\(high)"
    default: return "tahun tidak disebut"
    }
  }

  /// What the claim states, with a name for each value.
  private static func values(_ claim: Record) -> [Context] {
    var values: [Context] = []
    func add(_ name: String, _ text: String, style: String = "") {
      if !text.isEmpty { values.append(["name": name, "value": text, "class": style]) }
    }
    add("nilai", Markup.number(claim["score"]))
    let zone = claim["zone"].written
    let shade = claim["zone_shade"].written
    add(
      "zona", zone + (shade.isEmpty || zone.isEmpty ? "" : " (\(shade))"),
      style: zone.isEmpty ? "" : "zone " + Zones.style(zone))
    add("huruf", claim["grade"].written)
    add("kategori", claim["category"].written)
    add(
      "peringkat",
      claim["rank"].written
        + (claim["rank_of"].integer.map { " dari \($0)" } ?? ""))
    return values
  }

  private static func status(_ status: String) -> String {
    switch status {
    case "achieved": "capaian"
    case "target": "target"
    case "hypothetical": "pengandaian"
    case "negated": "disangkal"
    default: status
    }
  }
}
