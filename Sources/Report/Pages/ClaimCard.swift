import Dataset

/// A claim with its evidence, as the pages of regions and the review show it.
enum ClaimCard {
  /// Claims below it should be looked at by a person.
  static let doubtful = 0.7

  /// - Parameters:
  ///   - anchors: places of documents on the documents page.
  ///   - root: path from the page to the folder of the language.
  static func context(
    _ claim: Record, _ data: ReportData, anchors: [String: String], root: String, _ words: Words
  ) -> Context {
    let quote = MarkedQuote(
      quote: claim["quote"].written, start: claim["start"].integer ?? 0,
      end: claim["end"].integer ?? 0, evidence: claim["evidence"].written
    ) { words.label("field", $0) }
    let address = claim["document"].written
    let passage = data.passages[claim["claim"].written]
    var context = source(address, data, anchors, root, words)
    context.add([
      "id": claim["claim"].written,
      "region": claim["region"].written,
      "page": MaybeText(data.file(claim)),
      "year": year(claim, words),
      "unit": MaybeText(claim["unit"].written),
      "instrument": data.instrument(claim["instrument"], words),
      "values": values(claim, words),
      "quote": quote.html,
      "before": MaybeText((passage.isCutBefore ? "…" : "") + passage.before),
      "after": MaybeText(passage.after + (passage.isCutAfter ? "…" : "")),
      "cut": MaybeText(
        quote.cut > 0 ? words(.excerptCut, ["n": String(quote.cut)]) : ""),
      "elsewhere": MaybeText(quote.elsewhere.joined(separator: ", ")),
      "status": words.label("status", claim["status"].written),
      "isAchieved": claim["status"].text == "achieved",
      "isCorrected": isCorrected(claim),
      "derived": claim["derived"].boolean ?? false,
      "unitCount": MaybeText(claim["unit_count"].written),
      "speaker": MaybeText(claim["speaker"].written),
      "speakerName": MaybeText(claim["speaker_name"].written),
      "reportedSource": MaybeText(claim["reported_source"].written),
      "yearChain": MaybeText(claim["year_chain"].written),
      "rule": MaybeText(claim["rule"].written),
      "flags": claim["flags"].written.split(separator: ";").map {
        ["flag": words.label("flag", String($0))] as Context
      },
      "confidence": MaybeText(words.percent(claim["confidence"])),
      "isDoubtful": (claim["confidence"].double ?? 1) < doubtful,
    ])
    return context
  }

  private static func source(
    _ address: String, _ data: ReportData, _ anchors: [String: String], _ root: String,
    _ words: Words
  ) -> Context {
    let document = data.document(address)
    let top = root + (words.language.folder.isEmpty ? "" : "../")
    return [
      "address": MaybeText(document?["title"].isNull == false ? address : ""),
      "quoteLanguage": language(document?["language"].text ?? ""),
      "anchor": MaybeText(anchors[address] ?? ""),
      "documentTitle": document?["title"].text ?? address,
      "publisher": MaybeText(document?["publisher"].written ?? ""),
      "published": MaybeText(document?["published"].written ?? ""),
      "url": MaybeText(document.flatMap { Markup.webAddress($0["url"]) } ?? ""),
      "saved": MaybeText(data.savedPages[address].map { top + $0 } ?? ""),
    ]
  }

  /// Whether a person decided about the claim. Datasets without corrections have no such column.
  static func isCorrected(_ claim: Record) -> Bool { !claim["corrections"].isNull }

  /// The primary part of a language tag; Indonesian for what is none.
  private static func language(_ tag: String) -> String {
    let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    let isLanguage =
      (2...3).contains(primary.utf8.count)
      && primary.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    return isLanguage ? primary : Language.indonesian.rawValue
  }

  static func year(_ claim: Record, _ words: Words) -> String {
    if let year = claim["year"].integer { return String(year) }
    switch (claim["year_min"].integer, claim["year_max"].integer) {
    case (let low?, let high?): return "\(low)–\(high)"
    case (let low?, nil): return words(.yearFromOn, ["year": String(low)])
    case (nil, let high?): return words(.yearUntil, ["year": String(high)])
    default: return words(.noYear)
    }
  }

  /// What the claim states, with a name for each value.
  static func values(_ claim: Record, _ words: Words) -> [Context] {
    var values: [Context] = []
    func add(_ field: String, _ text: String, style: String = "") {
      if !text.isEmpty {
        values.append(["name": words.label("field", field), "value": text, "class": style])
      }
    }
    add("score", words.number(claim["score"]))
    if let zone = claim["zone"].text {
      let shade = claim["zone_shade"].text.map { " (\(words.label("shade", $0)))" } ?? ""
      add("zone", words.label("zone", zone) + shade, style: "zone " + Zones.style(zone))
    }
    add("grade", claim["grade"].written)
    add("category", claim["category"].written)
    add(
      "rank",
      claim["rank"].written
        + (claim["rank_of"].integer.map { " \(words(.ofMaximum)) \($0)" } ?? ""))
    return values
  }
}
