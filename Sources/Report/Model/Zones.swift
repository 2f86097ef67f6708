import Dataset

/// Zones in their order from best to worst, as the scales tell it; zones that no scale knows come
/// last, by name.
struct Zones {
  private let places: [String: Int]

  init(scales: Table) {
    var places: [String: Int] = [:]
    for record in scales.records {
      guard let zone = record["zone"].text, let band = record["band"].integer else { continue }
      places[zone] = min(places[zone] ?? band, band)
    }
    self.places = places
  }

  func sorted(_ zones: some Sequence<String>) -> [String] {
    zones.sorted {
      (places[$0] ?? .max, $0) < (places[$1] ?? .max, $1)
    }
  }

  /// From 0 for the best; nil for a zone that no scale knows.
  func place(of zone: String) -> Int? {
    places[zone].map { own in Set(places.values).filter { $0 < own }.count }
  }

  /// The stated zone of a result, or the one that follows from its score.
  static func zone(of result: Record) -> (name: String, isDerived: Bool)? {
    if let zone = result["zone"].text { return (zone, false) }
    return result["zone_derived"].text.map { ($0, true) }
  }

  /// Class of the style sheet that colours a zone.
  static func style(_ zone: String) -> String {
    "zone-" + Markup.fileName(zone)
  }
}
