import Dataset
import Reconcile

/// The table of what became of each correction.
struct CorrectionTable {
  private let outcomes: [CorrectionOutcome]

  /// - Parameter book: after its last document.
  init(_ book: CorrectionBook) {
    outcomes = book.outcomes
  }

  /// Corrections in force, by the claims that they hold for.
  var byClaim: [String: [String]] {
    var found: [String: [String]] = [:]
    for outcome in outcomes {
      for claim in outcome.claims { found[claim, default: []].append(outcome.correction.id) }
    }
    return found
  }

  func table() throws(DatasetError) -> Table {
    var table = Table(Schema.corrections)
    for outcome in outcomes {
      let correction = outcome.correction
      try table.append([
        "correction": Value(correction.id), "line": .integer(correction.line),
        "action": Value(correction.action.rawValue),
        "field": Value(correction.change?.field.rawValue), "was": Value(outcome.was),
        "value": Value(correction.change?.written), "state": Value(outcome.state.rawValue),
        "reason": Value(outcome.reason), "document": Value(outcome.document),
        "quote": Value(correction.anchor.quote), "claims": Value(list: outcome.claims),
        "note": Value(correction.note), "who": Value(correction.who),
        "date": Value(correction.day),
      ])
    }
    return table
  }
}
