/// One name for what `scales.csv` calls by several: "Prima" and "Pelayanan Prima".
struct CategoryNames: Sendable {
  private struct Label: Hashable {
    let instrument: String
    let text: String
  }

  private var names: [Label: String] = [:]
  /// Labels of any scale.
  private var labels: Set<String> = []

  init(_ scales: [Scale]) {
    for scale in scales {
      for band in scale.bands {
        guard let category = band.category?.lowercased() else { continue }
        labels.formUnion(band.labels)
        for label in band.labels {
          names[Label(instrument: scale.instrument, text: label)] = category
        }
      }
    }
  }

  /// Whether a scale has the label, in lower case.
  func contains(_ text: String) -> Bool { labels.contains(text) }

  subscript(text: String, instrument: String) -> String? {
    names[Label(instrument: instrument, text: text)]
  }
}
