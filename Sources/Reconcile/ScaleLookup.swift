import Interpret
import Lexicon

/// Which scale graded whom in which year.
struct ScaleLookup: Sendable {
  private let byInstrument: [String: [Scale]]
  private let byId: [String: Scale]

  init(_ scales: [Scale]) {
    byInstrument = Dictionary(grouping: scales, by: \.instrument)
    byId = Dictionary(scales.map { ($0.id, $0) }) { first, _ in first }
  }

  func scale(id: String) -> Scale? { byId[id] }

  /// The scale that was valid; nil when none was, or when the instrument is not known.
  /// - Parameter subject: a level of region, a kind of central body, or "unit".
  func scale(instrument: String, subject: String, year: Int) -> Scale? {
    byInstrument[instrument]?.first { $0.isValid(in: year) && $0.subjects.contains(subject) }
  }
}

extension Body {
  /// What the scales call this body.
  func subject(in regions: [Region]) -> String {
    switch self {
    case .region(let row): regions[Int(row)].level.rawValue
    case .other(_, let level): level
    }
  }
}
