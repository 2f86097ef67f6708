import Dataset

/// `accuracy.csv` of a pipeline's report: what evaluations against hand labels came to, so that every report
/// can say how far its rules are to be trusted.
///
/// A row is a count of facts, of a label set: all of them, by field, by instrument; of the measure
/// `confidence` it counts claims, by the least confidence of their step.
public struct AccuracyTable: Sendable, Hashable {
  /// Of the report's `accuracy.csv`.
  public static let columns = ["set", "measure", "name", "right", "wrong", "missed"]

  /// In the order of the file.
  private var rows: [[String]]

  /// An empty table.
  public init() { rows = [] }

  /// - Throws: `PipelineError` when the file is no such table.
  public init(csv: [UInt8], file: String) throws(PipelineError) {
    let read: [[String]]
    do { read = try CSV.rows(of: csv, file: file).map(\.cells) } catch {
      throw PipelineError("\(error)")
    }
    guard read.first == Self.columns else {
      throw PipelineError("\(file):1: the header must be \(Self.columns.joined(separator: ","))")
    }
    rows = Array(read.dropFirst())
  }

  /// Puts an evaluation in the place of an earlier one of the same set.
  public mutating func put(_ report: EvaluationReport, as set: String) {
    let place = rows.firstIndex { $0[0] == set } ?? rows.count
    rows.removeAll { $0[0] == set }
    var own: [[String]] = []
    func add(_ measure: String, _ name: String, _ right: Int, _ wrong: Int, _ missed: Int) {
      own.append([set, measure, name, String(right), String(wrong), String(missed)])
    }
    func add(_ measure: String, _ row: EvaluationReport.Row) {
      add(measure, row.name, row.tally.right, row.tally.wrong, row.tally.missed)
    }
    add("all", .init(name: "", tally: report.strict))
    for row in report.byField { add("field", row) }
    for row in report.byInstrument { add("instrument", row) }
    for step in report.reliability {
      let from = FactNumber.share(step.from, places: 2)
      add("confidence", from, step.right, step.claims - step.right, 0)
    }
    rows.insert(contentsOf: own, at: min(place, rows.count))
  }

  /// The table as a file.
  public var csv: [UInt8] {
    ([Self.columns] + rows).flatMap { CSV.line($0) }
  }
}
