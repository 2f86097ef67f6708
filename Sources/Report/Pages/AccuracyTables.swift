/// How far the rules are to be trusted: what evaluations against hand labels came to, as rows of tables.
enum AccuracyTables {
  typealias Count = ReportFolder.AccuracyCount

  /// Label set by label set.
  static func sets(_ counts: [Count], _ words: Words) -> [Context] {
    counts.filter { $0.measure == "all" }.map { row($0.set, [$0], words) }
  }

  /// Of all label sets together, by field or by instrument; the most frequent first.
  static func parts(_ measure: String, _ counts: [Count], _ words: Words) -> [Context] {
    let parts = Dictionary(grouping: counts.filter { $0.measure == measure }, by: \.name)
    let sizes = parts.mapValues { $0.reduce(0) { $0 + $1.right + $1.missed } }
    let names = parts.keys.sorted { (sizes[$1] ?? 0, $0) < (sizes[$0] ?? 0, $1) }
    return names.map { name in
      let label = measure == "field" ? words.label("field", name) : words.label("family", name)
      return row(name.isEmpty ? "–" : label, parts[name] ?? [], words)
    }
  }

  /// Claims by confidence, from the surest, and the share of them that is right.
  static func confidences(_ counts: [Count], _ words: Words) -> [Context] {
    let steps = Dictionary(grouping: counts.filter { $0.measure == "confidence" }, by: \.name)
    return steps.keys.sorted(by: >).map { from in
      let (right, wrong) = sum(steps[from] ?? [])
      return [
        "from": decimal(from, words), "claims": String(right + wrong), "right": String(right),
        "share": share(right, of: right + wrong, words),
      ]
    }
  }

  private static func row(_ name: String, _ counts: [Count], _ words: Words) -> Context {
    let (right, wrong) = sum(counts)
    let missed = counts.reduce(0) { $0 + $1.missed }
    return [
      "name": name, "right": String(right), "wrong": String(wrong), "missed": String(missed),
      "precision": share(right, of: right + wrong, words),
      "recall": share(right, of: right + missed, words),
      // The harmonic mean of precision and recall.
      "f1": share(2 * right, of: 2 * right + wrong + missed, words),
    ]
  }

  private static func sum(_ counts: [Count]) -> (right: Int, wrong: Int) {
    (counts.reduce(0) { $0 + $1.right }, counts.reduce(0) { $0 + $1.wrong })
  }

  private static func share(_ part: Int, of whole: Int, _ words: Words) -> String {
    whole == 0 ? "" : words.number(Double(part) / Double(whole))
  }

  private static func decimal(_ text: String, _ words: Words) -> String {
    Double(text).map(words.number) ?? text
  }
}
