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
    let reader = FactReader(units: units)
    let labels = try Labels(JSON.parseLines(gold, file: goldFile), file: goldFile, reader)
    var found = Findings()
    var line = 0
    for row in try JSON.parseLines(claims, file: claimsFile) {
      line += 1
      guard let address = row["document"]?.string else {
        throw .malformed(file: claimsFile, line: line, reason: "a claim without \"document\"")
      }
      let document = FactNames.document(address)
      guard labels.known.contains(document) else { continue }
      for entry in reader.facts(row, document: document) {
        found.add(entry.status, labels.alias[entry.fact] ?? entry.fact, row)
      }
    }
    return Self.compare(labels, found)
  }

  /// What hand labels ask for.
  private struct Labels {
    var documents = 0
    var known: Set<String> = []
    var wanted: Set<Fact> = []
    var optional: Set<Fact> = []
    var wantedOther: Set<Fact> = []
    var alias: [Fact: Fact] = [:]
    var quotes: [Fact: String] = [:]

    init(_ lines: [JSON], file: String, _ reader: FactReader) throws(DatasetError) {
      for (position, line) in lines.enumerated() {
        guard let name = line["doc"]?.string, let results = line["results"]?.array else {
          throw .malformed(
            file: file, line: position + 1, reason: "a label needs \"doc\" and \"results\"")
        }
        let document = FactNames.document(name)
        documents += 1
        known.insert(document)
        for row in results {
          for entry in reader.labels(row, document: document, alias: &alias) {
            if entry.isOptional {
              optional.insert(entry.fact)
            } else if entry.status == "achieved" {
              wanted.insert(entry.fact)
            } else {
              wantedOther.insert(entry.fact)
            }
            quotes[entry.fact] = quotes[entry.fact] ?? row["quote"]?.string
          }
        }
      }
      alias = alias.filter { !wanted.contains($0.key) }
    }
  }

  /// What the claims say.
  private struct Findings {
    var achieved: Set<Fact> = []
    var other: Set<Fact> = []
    var claims: [Fact: JSON] = [:]

    mutating func add(_ status: String, _ fact: Fact, _ claim: JSON) {
      if status == "achieved" {
        if achieved.insert(fact).inserted { claims[fact] = claim }
      } else {
        other.insert(fact)
      }
    }
  }

  private static func compare(_ labels: Labels, _ found: Findings) -> EvaluationReport {
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
      falseAchievements: extra.intersection(labels.wantedOther).count,
      otherStatus: Tally(
        right: found.other.intersection(labels.wantedOther).count, wrong: 0,
        missed: labels.wantedOther.subtracting(found.other).count),
      documentsAllRight: labels.known.subtracting(faulty).count,
      errors: errors(missed, isMissed: true, labels, found)
        .merged(with: errors(extra, isMissed: false, labels, found)))
  }

  private static func errors(
    _ facts: Set<Fact>, isMissed: Bool, _ labels: Labels, _ found: Findings
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
