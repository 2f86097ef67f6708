/// Finds what made a result another one.
///
/// First the claims behind the result are held against each other, then what could have made each
/// difference: a correction that names the claim, its page, the rules that made it, the rows whose words
/// stand in its sentence, those whose words stand elsewhere in its document. What is nearer rules out what
/// is farther.
struct Blame {
  typealias Row = DatasetSnapshot.Row

  let old: DatasetSnapshot
  let new: DatasetSnapshot
  let changes: [KnowledgeChange]
  let memory = Memory()

  /// What was found out of a document once: its results share it, and its text is long.
  final class Memory {
    var documents: [String: [Cause]] = [:]
    /// Pages of some sites that are others than before, by the sites' publishers.
    var neighbours: [Set<String>: [Cause]] = [:]
  }

  /// Of a result that came, went (one of the rows is nil), or changed in a column.
  func causes(_ before: Row?, _ after: Row?, column: String? = nil) -> [Cause] {
    var causes: Set<Cause> = []
    if let column, Self.scaleColumns.contains(column), before?["score"] == after?["score"] {
      causes.formUnion(scaleCauses(before, after))
    }
    if let column, Self.nameColumns.contains(column) {
      causes.formUnion(rowCauses(before, after))
    }
    if causes.isEmpty {
      for difference in relevant(differences(before, after), before, after, column) {
        causes.formUnion(self.causes(of: difference))
      }
    }
    if causes.isEmpty { causes.formUnion(bringingTogether(before, after)) }
    if causes.isEmpty { causes.formUnion(last(documents: documents(before, after))) }
    return causes.sorted(by: Cause.precedes)
  }

  // MARK: Claims

  /// A claim that one of two results rests on, or that says other things than before.
  struct ClaimDifference {
    let id: String
    let old: Row?
    let new: Row?

    var document: String { (new ?? old)?["document"] ?? "" }
    var quotes: [String] { Set([old, new].compactMap { $0?["quote"] }).sorted() }
  }

  private func differences(_ before: Row?, _ after: Row?) -> [ClaimDifference] {
    let left = before?.list("claims") ?? []
    let right = after?.list("claims") ?? []
    var found: [ClaimDifference] = []
    for id in left where !right.contains(id) {
      found.append(ClaimDifference(id: id, old: old.claims[id], new: nil))
    }
    for id in right {
      let row = new.claims[id]
      guard left.contains(id) else {
        found.append(ClaimDifference(id: id, old: nil, new: row))
        continue
      }
      if let was = old.claims[id], let row, differs(was, row) {
        found.append(ClaimDifference(id: id, old: was, new: row))
      }
    }
    return found
  }

  /// Columns that say where a claim stands, which every change of the page moves.
  private static let places: Set<String> = ["start", "end", "raw_start", "raw_end", "evidence"]

  private func differs(_ left: Row, _ right: Row) -> Bool {
    old.claims.columns.contains { column in
      new.claims.columns.contains(column) && !Self.places.contains(column)
        && left[column] != right[column]
    }
  }

  /// Those that say of the column what the result said before or says now; all, where none does.
  private func relevant(
    _ differences: [ClaimDifference], _ before: Row?, _ after: Row?, _ column: String?
  ) -> [ClaimDifference] {
    guard let column else { return differences }
    let narrowed = differences.filter { difference in
      if let was = difference.old, let now = difference.new { return was[column] != now[column] }
      let isOld = difference.old.map { !$0[column].isEmpty && $0[column] == before?[column] }
      let isNew = difference.new.map { !$0[column].isEmpty && $0[column] == after?[column] }
      return isOld ?? false || isNew ?? false
    }
    return narrowed.isEmpty ? differences : narrowed
  }

  private func causes(of difference: ClaimDifference) -> [Cause] {
    let corrections = correctionCauses(difference)
    if !corrections.isEmpty { return corrections }
    if let source = sourceCause(difference.document) {
      guard source.change == .changed, stands(difference) else { return [source] }
      // The sentence is as it was; what changed around it, or what is read from it?
      let near = nearCauses(difference)
      return near.isEmpty ? [source] : near
    }
    let near = nearCauses(difference)
    return near.isEmpty ? documentCauses(difference) : near
  }

  // MARK: Corrections

  private func correctionCauses(_ difference: ClaimDifference) -> [Cause] {
    func inForce(_ dataset: DatasetSnapshot) -> Set<String> {
      Set(
        dataset.corrections.filter { $0.value.list("claims").contains(difference.id) }.map(\.key))
    }
    let (before, after) = (inForce(old), inForce(new))
    return before.symmetricDifference(after).map { id in
      let row = new.corrections[id] ?? old.corrections[id]
      return Cause(
        .correction, after.contains(id) ? .added : .removed, file: "corrections",
        line: (row?["line"]).flatMap { Int($0) }, name: id,
        remark: [row?["who"], row?["note"]].compactMap { $0 }.filter { !$0.isEmpty }
          .joined(separator: ": "))
    }
  }

  // MARK: Pages

  private func sourceCause(_ document: String) -> Cause? {
    Self.sourceChange(old.documents[document], new.documents[document]).map {
      Cause(.source, $0, file: document)
    }
  }

  private static func sourceChange(_ before: Row?, _ after: Row?) -> Cause.Change? {
    switch (before, after) {
    case (nil, nil): nil
    case (nil, _?): .added
    case (_?, nil): .removed
    case (let before?, let after?): before["sha256"] == after["sha256"] ? nil : .changed
    }
  }

  /// Whether the claim's sentence is in the document before and after.
  private func stands(_ difference: ClaimDifference) -> Bool {
    let texts = [old, new].map { FoldedText($0.text(of: difference.document)) }
    return difference.quotes.allSatisfy { quote in
      let words = FoldedText(quote).bytes
      return texts.allSatisfy { $0.holds(words) }
    }
  }

  // MARK: Scales and the rest

  private static let scaleColumns: Set<String> = [
    "scale", "score_max", "zone_derived", "grade_derived", "category_derived", "consistent",
    "category", "confidence",
  ]

  private func scaleCauses(_ before: Row?, _ after: Row?) -> [Cause] {
    let scales = Set([before, after].compactMap { $0?["scale"] }.filter { !$0.isEmpty })
    return changes.filter {
      $0.cause.kind == .scale && !$0.refers.isDisjoint(with: scales)
    }.map(\.cause)
  }

  private func neighbours(_ publishers: Set<String>) -> [Cause] {
    if let known = memory.neighbours[publishers] { return known }
    var causes: [Cause] = []
    for (before, after) in DatasetSnapshot.Rows.pairs(old.documents, new.documents) {
      guard publishers.contains((after ?? before)?["publisher"] ?? ""),
        let change = Self.sourceChange(before, after)
      else { continue }
      causes.append(
        Cause(
          .source, change, file: (after ?? before)?["document"] ?? "",
          remark: "another page of the same site"))
    }
    memory.neighbours[publishers] = causes
    return causes
  }

  private func documents(_ before: Row?, _ after: Row?) -> [String] {
    let ids = (before?.list("claims") ?? []) + (after?.list("claims") ?? [])
    return Set(ids.compactMap { (new.claims[$0] ?? old.claims[$0])?["document"] }).sorted(
      by: DatasetDiff.precedes)
  }

  /// What acts on a result although its claims are the same: pages that are copies of one another, the
  /// scale, rows that the result names.
  private func bringingTogether(_ before: Row?, _ after: Row?) -> [Cause] {
    var causes: [Cause] = []
    for document in documents(before, after) {
      if let cause = sourceCause(document) { causes.append(cause) }
      let originals = [old, new].map { $0.documents[document]?["duplicate_of"] ?? "" }
      if originals[0] != originals[1] {
        causes += originals.compactMap { $0.isEmpty ? nil : sourceCause($0) }
      }
    }
    if !causes.isEmpty { return causes }
    causes = scaleCauses(before, after)
    if !causes.isEmpty { return causes }
    return rowCauses(before, after)
  }

  /// Columns that say again what the body or the unit is.
  private static let nameColumns: Set<String> = [
    "region", "level", "unit_type", "sector", "assessor",
  ]

  /// The rows of the body, the instrument, the unit and the assessor themselves.
  private func rowCauses(_ before: Row?, _ after: Row?) -> [Cause] {
    let rows = [before, after].compactMap { $0 }
    let named = Set(rows.flatMap { row in ["region_code", "instrument"].map { row[$0] } })
    let names = rows.flatMap { [$0["unit"], $0["assessor"]] }.map(FoldedText.init)
    return changes.filter { change in
      change.cause.kind == .lexicon && isOwnRow(change)
        && (!change.refers.isDisjoint(with: named) || names.contains { change.occurs(in: $0) })
    }.map(\.cause)
  }

  /// When nothing near explains it: other pages of the same site (what they repeat is left out of all),
  /// another program, settings, the only thing that changed.
  private func last(documents: [String]) -> [Cause] {
    let publishers = Set(
      documents.compactMap { (new.documents[$0] ?? old.documents[$0])?["publisher"] }
        .filter { !$0.isEmpty })
    let site = publishers.isEmpty ? [] : neighbours(publishers)
    let general = changes.filter { [.program, .setting].contains($0.cause.kind) }.map(\.cause)
    if !general.isEmpty { return general }
    if !site.isEmpty { return site }
    if changes.count == 1 { return changes.map(\.cause) }
    let isNoted = old.hasKnowledge && new.hasKnowledge
    return [
      Cause(
        .undetermined, .changed,
        remark: isNoted
          ? "no page, row, rule or version that differs is near it"
          : "a dataset of an earlier version does not tell what it was made from")
    ]
  }
}
