public import Dataset

/// Scores claims against hand-labelled documents.
///
/// What is counted is the atomic fact: document, region, unit, family of instruments, year, field and
/// value, for each of score, zone, grade, category and rank. A pipeline that says zone and score in
/// two claims scores the same as one that says them in one. Only labelled documents count.
///
///     let evaluation = Evaluation(units: UnitNames(lexicon))
///     print(try evaluation.report(claims: claimsJSONL, gold: goldJSONL).text)
public struct Evaluation: Sendable {
  private let units: UnitNames

  public init(units: UnitNames = UnitNames()) {
    self.units = units
  }

  /// - Parameters:
  ///   - claims: `claims.jsonl` of a dataset.
  ///   - gold: one document a line: `{"doc": name, "results": […]}`.
  ///   - claimsFile: named in errors, as is `goldFile`.
  /// - Throws: `DatasetError.malformed` with file and line.
  public func report(
    claims: [UInt8], claimsFile: String = "claims.jsonl", gold: [UInt8],
    goldFile: String = "gold.jsonl"
  ) throws(DatasetError) -> EvaluationReport {
    try report(
      claims: claims, claimsFile: claimsFile,
      labels: GoldDocument.parse(gold, file: goldFile))
  }

  /// - Throws: `DatasetError.malformed` with file and line of a claim that is none.
  public func report(
    claims: [UInt8], claimsFile: String = "claims.jsonl", labels documents: [GoldDocument]
  ) throws(DatasetError) -> EvaluationReport {
    let reader = FactReader(units: units)
    let labels = GoldFacts(documents, reader)
    var found = Findings()
    var line = 0
    for row in try JSON.parseLines(claims, file: claimsFile) {
      line += 1
      guard let address = row["document"]?.string else {
        throw .malformed(file: claimsFile, line: line, reason: "a claim without \"document\"")
      }
      let document = FactNames.document(address)
      guard labels.known.contains(document) else { continue }
      let facts = reader.facts(row, document: document).map { entry in
        (status: entry.status, fact: labels.alias[entry.fact] ?? entry.fact)
      }
      for (status, fact) in facts { found.add(status, fact, row) }
      found.addClaim(row, facts.filter { $0.status == "achieved" }.map(\.fact))
    }
    return Self.compare(labels, found)
  }

  /// What the claims say.
  private struct Findings {
    var achieved: Set<Fact> = []
    var other: Set<Fact> = []
    var claims: [Fact: JSON] = [:]
    var confident: [(confidence: Double, facts: [Fact])] = []

    mutating func add(_ status: String, _ fact: Fact, _ claim: JSON) {
      if status == "achieved" {
        if achieved.insert(fact).inserted { claims[fact] = claim }
      } else {
        other.insert(fact)
      }
    }

    mutating func addClaim(_ claim: JSON, _ facts: [Fact]) {
      guard !facts.isEmpty, case .number(let written)? = claim["confidence"],
        let confidence = Double(written)
      else { return }
      confident.append((confidence, facts))
    }
  }

  private static func compare(_ labels: GoldFacts, _ found: Findings) -> EvaluationReport {
    let (wanted, optional, got) = (labels.wanted, labels.optional, found.achieved)
    let extra = got.subtracting(wanted).subtracting(optional)
    let missed = wanted.subtracting(got)
    let right = got.intersection(wanted)
    func tally(_ keep: (Fact) -> Bool) -> Tally {
      Tally(
        right: right.count(where: keep), wrong: extra.count(where: keep),
        missed: missed.count(where: keep))
    }
    func relaxed(_ name: String, _ cut: (inout Fact) -> Void) -> EvaluationReport.Row {
      func reduce(_ facts: Set<Fact>) -> Set<Fact> {
        Set(
          facts.map { fact in
            var fact = fact
            cut(&fact)
            return fact
          })
      }
      let (w, g, o) = (reduce(wanted), reduce(got), reduce(optional))
      return .init(
        name: name,
        tally: Tally(
          right: w.intersection(g).count, wrong: g.subtracting(w).subtracting(o).count,
          missed: w.subtracting(g).count))
    }
    let families = Set((wanted.union(extra)).map(\.instrument)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let faulty = Set(missed.map(\.document)).union(extra.map(\.document))
    return EvaluationReport(
      documents: labels.documents, strict: tally { _ in true },
      relaxed: [
        relaxed("no_instrument") { $0.instrument = "" }, relaxed("no_year") { $0.year = "" },
        relaxed("region_value") { ($0.unit, $0.instrument, $0.year) = ("", "", "") },
        relaxed("value") { ($0.region, $0.unit, $0.instrument, $0.year) = ("", "", "", "") },
      ],
      byField: Fact.fields.map { field in .init(name: field, tally: tally { $0.field == field }) },
      byInstrument: families.map { family in
        .init(name: family, tally: tally { $0.instrument == family })
      },
      byPattern: byPattern(labels, right: right, extra: extra, missed: missed),
      reliability: reliability(labels, found),
      falseAchievements: extra.intersection(labels.wantedOther).count,
      otherStatus: Tally(
        right: found.other.intersection(labels.wantedOther).count, wrong: 0,
        missed: labels.wantedOther.subtracting(found.other).count),
      documentsAllRight: labels.known.subtracting(faulty).count,
      errors: errors(missed, isMissed: true, labels, found)
        .merged(with: errors(extra, isMissed: false, labels, found)))
  }

  /// A wrong fact counts under the patterns by which the page states results of the same body, else
  /// under all patterns of the page: those are what was misread.
  private static func byPattern(
    _ labels: GoldFacts, right: Set<Fact>, extra: Set<Fact>, missed: Set<Fact>
  ) -> [EvaluationReport.Row] {
    var counts: [String: (right: Int, wrong: Int, missed: Int)] = [:]
    for pattern in labels.allPatterns { counts[pattern] = (0, 0, 0) }
    for fact in right { for name in labels.patterns(of: fact) { counts[name]?.right += 1 } }
    for fact in extra { for name in labels.patterns(of: fact) { counts[name]?.wrong += 1 } }
    for fact in missed { for name in labels.patterns(of: fact) { counts[name]?.missed += 1 } }
    return counts.sorted { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }.map {
      .init(
        name: $0.key,
        tally: Tally(right: $0.value.right, wrong: $0.value.wrong, missed: $0.value.missed))
    }
  }

  /// Claims by their confidence, in steps of a twentieth. Claims whose facts are all optional are
  /// left out, as they are everywhere.
  private static func reliability(
    _ labels: GoldFacts, _ found: Findings
  ) -> [EvaluationReport.Reliability] {
    var bins: [Int: EvaluationReport.Reliability] = [:]
    for (confidence, facts) in found.confident {
      let counted = facts.filter { !labels.optional.contains($0) }
      guard !counted.isEmpty else { continue }
      let step = min(19, max(0, Int((confidence * 20 + 1e-9).rounded(.down))))
      var bin = bins[step] ?? .init(from: Double(step) / 20, claims: 0, right: 0, confidence: 0)
      bin.claims += 1
      bin.confidence += confidence
      if counted.allSatisfy(labels.wanted.contains) { bin.right += 1 }
      bins[step] = bin
    }
    return bins.sorted { $0.key > $1.key }.map { entry in
      var bin = entry.value
      bin.confidence /= Double(bin.claims)
      return bin
    }
  }

  private static func errors(
    _ facts: Set<Fact>, isMissed: Bool, _ labels: GoldFacts, _ found: Findings
  ) -> [EvaluationError] {
    facts.sorted { left, right in
      for (a, b) in zip(left.parts, right.parts) where a != b {
        return a.utf8.lexicographicallyPrecedes(b.utf8)
      }
      return false
    }.map { fact in
      let claim = isMissed ? nil : found.claims[fact]
      return EvaluationError(
        isMissed: isMissed, document: fact.document, fact: Array(fact.parts.dropFirst()),
        quote: isMissed ? labels.quotes[fact] : claim?["quote"]?.string,
        claim: claim?["claim"]?.string)
    }
  }
}

extension [EvaluationError] {
  /// Both in the order of documents, those of this list first in each.
  fileprivate func merged(with others: [EvaluationError]) -> [EvaluationError] {
    let documents = Set((self + others).map(\.document)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return documents.flatMap { document in
      filter { $0.document == document } + others.filter { $0.document == document }
    }
  }
}
