import Interpret
import Lexicon

/// Which scale graded whom in which year.
struct ScaleLookup: Sendable {
  /// By instrument, subject (a level of region, a kind of central body, or "unit"), year, and a score
  /// that tells several scales of one year apart.
  let find: @Sendable (String, String, Int, FixedPoint?) -> Scale?
  private let byId: [String: Scale]

  init(
    _ scales: [Scale], find: @escaping @Sendable (String, String, Int, FixedPoint?) -> Scale?
  ) {
    self.find = find
    byId = Dictionary(scales.map { ($0.id, $0) }) { first, _ in first }
  }

  func scale(id: String) -> Scale? { byId[id] }
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
