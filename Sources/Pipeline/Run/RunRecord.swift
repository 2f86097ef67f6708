import Dataset

/// What `run.json` holds: all that tells one run from another, and the only file of a dataset with
/// times in it.
struct RunRecord {
  let program: String
  let libraries: [(name: String, version: String)]
  let pipeline: PipelineConfiguration
  let fingerprints: [(name: String, value: String)]
  let corpora: [String]
  let lists: [String]
  let jobs: Int
  let counts: RunCounts
  let unmet: [String]
  let stopwatch: Stopwatch

  var json: JSON {
    [
      "program": ["name": "tilik", "version": .string(program)],
      "libraries": object(libraries.map { ($0.name, .string($0.version)) }),
      "pipeline": ["name": .string(pipeline.name), "title": .string(pipeline.title)],
      "fingerprints": object(fingerprints.map { ($0.name, .string($0.value)) }),
      "corpus": .array(corpora.map(JSON.string)),
      "lists": .array(lists.map(JSON.string)),
      "counts": object(countsByName),
      "claims_by_status": tallies(counts.claimsByStatus),
      "failures": tallies(counts.failures),
      "expectations_unmet": .array(unmet.map(JSON.string)),
      "started": .string(stopwatch.started),
      "seconds": object(
        (stopwatch.parts + [("total", stopwatch.total)]).map { ($0.name, seconds($0.seconds)) }),
      "jobs": number(jobs),
    ]
  }

  private var countsByName: [(String, JSON)] {
    [
      ("documents", counts.documents), ("read", counts.read), ("duplicates", counts.duplicates),
      ("irrelevant", counts.irrelevant), ("failed", counts.failed), ("claims", counts.claims),
      ("results", counts.results), ("regions", counts.regions), ("conflicts", counts.conflicts),
      ("regulations", counts.regulations), ("scale_differences", counts.scaleDifferences),
    ].map { ($0, number($1)) }
  }

  private func tallies(_ tallies: [RunCounts.Tally]) -> JSON {
    object(tallies.map { ($0.name, number($0.count)) })
  }

  private func object(_ members: [(String, JSON)]) -> JSON {
    .object(members.map { JSON.Member($0, $1) })
  }

  private func number(_ value: Int) -> JSON { .number(String(value)) }

  /// With three places.
  private func seconds(_ value: Double) -> JSON {
    let thousandths = Int((value * 1000).rounded())
    let places = String(thousandths % 1000)
    return .number(
      "\(thousandths / 1000)." + String(repeating: "0", count: 3 - places.utf8.count) + places)
  }
}
