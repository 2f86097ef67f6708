import Dataset

/// The words in which rows are explained; every value comes out of the dataset.
extension Explainer {
  func text(of result: Record) -> String {
    var lines = [Self.heading(result, "result"), "  " + Self.values(result)]
    lines += scaleLines(result)
    let sources = result["sources"].integer ?? 0
    lines.append(
      "  \(sources) independent \(sources == 1 ? "document" : "documents"), confidence "
        + result["confidence"].written)
    lines += conflictLines(result)
    let ids = Set(Self.list(result["claims"]))
    for claim in claims where ids.contains(claim["claim"].written) {
      lines.append("")
      lines.append(text(of: claim, indent: "  ").trimmedEnd)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A claim, and the result that it went into.
  func text(ofClaim claim: Record) -> String {
    let id = claim["claim"].written
    let result = results.first { Self.list($0["claims"]).contains(id) }
    var text = text(of: claim, indent: "")
    if let result {
      text += "goes into " + Self.heading(result, "result") + "\n  " + Self.values(result) + "\n"
      text += scaleLines(result).map { $0 + "\n" }.joined()
      text += conflictLines(result).map { $0 + "\n" }.joined()
    } else {
      let why =
        claim["status"].text == "achieved"
        ? "it states no value" : "its status is \(claim["status"].written)"
      text += "goes into no result: \(why)\n"
    }
    return text
  }

  func text(of claim: Record, indent: String) -> String {
    var lines = [Self.heading(claim, "claim"), "  " + Self.values(claim)]
    let quote = claim["quote"].written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    lines.append("  | \(quote)")
    let speaker = [claim["speaker"].text, claim["speaker_name"].text].compactMap { $0 }
    let said = speaker.isEmpty ? "" : ", says \(speaker.joined(separator: ", "))"
    let source = claim["reported_source"].text.map { ", out of \"\($0)\"" } ?? ""
    lines.append(
      "  \(claim["status"].written)\(said)\(source); rule \(claim["rule"].text ?? "(none)"), confidence "
        + claim["confidence"].written)
    if let year = Self.year(claim) { lines.append("  year: \(year)") }
    if let flags = claim["flags"].text {
      lines.append("  doubts: " + flags.split(separator: ";").joined(separator: ", "))
    }
    lines += documentLines(claim)
    return lines.map { indent + $0 + "\n" }.joined()
  }

  private static func heading(_ record: Record, _ id: String) -> String {
    let about = ["region", "unit", "instrument", "year"].compactMap { record[$0].text ?? nil }
    let year = record["year"].integer.map(String.init) ?? "year unknown"
    return "\(id) \(record[id].written): " + (about + [year]).joined(separator: ", ")
  }

  /// "score 80.85 of 100, zone hijau muda, rank 4 of 15 (Lampung)".
  private static func values(_ record: Record) -> String {
    var parts: [String] = []
    func add(_ name: String, _ column: String, then more: [(String, String, String)] = []) {
      guard !record[column].isNull else { return }
      var part = name + " " + record[column].written
      for (before, column, after) in more where !record[column].isNull {
        part += before + record[column].written + after
      }
      parts.append(part)
    }
    add("score", "score", then: [(" of ", "score_max", "")])
    add("zone", "zone", then: [(" ", "zone_shade", "")])
    add("grade", "grade")
    add("category", "category")
    add("rank", "rank", then: [(" of ", "rank_of", ""), (" (", "rank_scope", ")")])
    return parts.isEmpty ? "no value" : parts.joined(separator: ", ")
  }

  /// The scale that was valid, its bands, what follows from it and whether that is what was stated.
  private func scaleLines(_ result: Record) -> [String] {
    guard let scale = result["scale"].text else {
      return ["  no scale is known for this instrument and year"]
    }
    let bands = bands.filter { $0["scale"].text == scale }
    var lines = ["  scale \(scale)" + (bands.first.map(Self.years) ?? "") + ":"]
    let derived = ["zone_derived", "grade_derived", "category_derived"].map { result[$0] }
    for band in bands {
      let own = ["zone", "grade", "category"].map { band[$0] }
      let isHere = own == derived && derived.contains { !$0.isNull }
      let labels = ([band["zone"], band["zone_shade"]] + own.dropFirst()).filter { !$0.isNull }
      lines.append(
        "    \(isHere ? ">" : " ") \(band["score_min"].written) to \(band["score_max"].written): "
          + labels.map(\.written).joined(separator: " "))
    }
    let verdict =
      switch result["consistent"].text {
      case "yes": "what is stated agrees with the scale"
      case "no": "what is stated contradicts the scale"
      default: "there is nothing to compare with the scale"
      }
    lines.append("  " + verdict)
    return lines
  }

  private static func years(_ band: Record) -> String {
    switch (band["year_from"].integer, band["year_to"].integer) {
    case (let from?, let to?): from == to ? ", valid in \(from)" : ", valid from \(from) to \(to)"
    case (let from?, nil): ", valid from \(from)"
    case (nil, let to?): ", valid until \(to)"
    case (nil, nil): ""
    }
  }

  private func conflictLines(_ result: Record) -> [String] {
    let rows = conflicts.filter { $0["result"] == result["result"] }
    guard !rows.isEmpty else { return [] }
    return ["  documents disagree:"]
      + rows.map { row in
        let mark = row["chosen"].boolean == true ? ">" : " "
        let documents = Self.list(row["documents"]).joined(separator: ", ")
        return "    \(mark) \(row["field"].written) \(row["value"].written): \(documents)"
      }
  }

  /// "2022, relative (setahun kemudian <- 2021)"; nothing for a year that is simply stated.
  private static func year(_ claim: Record) -> String? {
    let basis = claim["year_basis"].text ?? "none"
    if basis == "stated", claim["year_chain"].isNull { return nil }
    let bounds = [claim["year_min"], claim["year_max"]].filter { !$0.isNull }.map(\.written)
    let year = claim["year"].isNull ? "unknown" : claim["year"].written
    return year + (basis == "none" ? "" : ", \(basis)")
      + (bounds.isEmpty ? "" : ", between \(bounds.joined(separator: " and "))")
      + (claim["year_chain"].text.map { " (\($0))" } ?? "")
  }

  private func documentLines(_ claim: Record) -> [String] {
    let address = claim["document"].written
    let document = documents[address]
    let about = ["publisher", "published"].compactMap { document?[$0].text }
    var lines: [String] = []
    if let title = document?["title"].text {
      lines.append("  in: \(title)" + (about.isEmpty ? "" : " (\(about.joined(separator: ", ")))"))
    } else if !about.isEmpty {
      lines.append("  in: " + about.joined(separator: ", "))
    }
    var place = "  \(address)"
    if let start = claim["raw_start"].integer, let end = claim["raw_end"].integer {
      place += ", bytes \(start) to \(end)"
    }
    lines.append(place)
    if let url = document?["url"].text { lines.append("  " + url) }
    if let original = document?["duplicate_of"].text { lines.append("  a copy of \(original)") }
    return lines
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
