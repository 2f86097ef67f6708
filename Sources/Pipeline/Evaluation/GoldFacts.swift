import Dataset

/// What hand labels ask for, as facts.
struct GoldFacts {
  private(set) var documents = 0
  private(set) var known: Set<String> = []
  /// Of results that were reached.
  private(set) var wanted: Set<Fact> = []
  /// Neither rewarded nor punished.
  private(set) var optional: Set<Fact> = []
  /// Targets, hypotheticals, denials.
  private(set) var wantedOther: Set<Fact> = []
  /// Facts that are as right as another one, which they count as.
  private(set) var alias: [Fact: Fact] = [:]
  private(set) var quotes: [Fact: String] = [:]
  private var patternsOfFact: [Fact: Set<String>] = [:]
  private var patternsOfBody: [Body: Set<String>] = [:]
  private var patternsOfDocument: [String: Set<String>] = [:]

  private struct Body: Hashable {
    let document: String
    let region: String
  }

  init(_ labels: [GoldDocument], _ reader: FactReader) {
    for label in labels {
      documents += 1
      known.insert(label.name)
      patternsOfDocument[label.name, default: []].formUnion(label.patterns)
      for row in label.results {
        let pattern = row["pattern"].map(GoldLabelFile.written)
        for entry in reader.labels(row, document: label.name, alias: &alias) {
          if entry.isOptional {
            optional.insert(entry.fact)
          } else if entry.status == "achieved" {
            wanted.insert(entry.fact)
          } else {
            wantedOther.insert(entry.fact)
          }
          quotes[entry.fact] = quotes[entry.fact] ?? row["quote"]?.string
          if let pattern {
            patternsOfFact[entry.fact, default: []].insert(pattern)
            let body = Body(document: label.name, region: entry.fact.region)
            patternsOfBody[body, default: []].insert(pattern)
          }
        }
      }
    }
    alias = alias.filter { !wanted.contains($0.key) }
  }

  var allPatterns: Set<String> { patternsOfDocument.values.reduce(into: []) { $0.formUnion($1) } }

  /// The patterns by which a fact is stated; for one that no label states, those of the same body,
  /// else of the page.
  func patterns(of fact: Fact) -> Set<String> {
    patternsOfFact[fact] ?? patternsOfBody[Body(document: fact.document, region: fact.region)]
      ?? patternsOfDocument[fact.document] ?? []
  }
}
