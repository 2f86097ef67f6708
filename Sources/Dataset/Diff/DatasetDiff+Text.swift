extension DatasetDiff {
  /// For people, on a terminal.
  /// - Parameter limit: results of each sort that are listed; nil for all.
  public func text(limit: Int? = nil) -> String {
    var lines = summaryLines
    for (change, title) in Self.titles {
      let found = results(change)
      guard !found.isEmpty else { continue }
      lines += ["", "\(title) (\(found.count))"]
      for result in found.prefix(limit ?? found.count) { lines += self.lines(result) }
      if let limit, found.count > limit { lines.append("  and \(found.count - limit) more") }
    }
    lines += causeLines()
    return lines.map { Escapes.terminal(Escapes.short($0, 500)) }.joined(separator: "\n") + "\n"
  }

  static let titles: [(Cause.Change, String)] = [
    (.added, "results added"), (.removed, "results removed"), (.changed, "results changed"),
  ]

  /// `+3 results, −1, 2 changed`.
  public var headline: String {
    if isSame { return "no result differs (\(counts.new))" }
    let (added, removed) = (results(.added).count, results(.removed).count)
    return "+\(added) \(added == 1 ? "result" : "results"), −\(removed), "
      + "\(results(.changed).count) changed"
  }

  /// A few lines for the end of a run: what changed, and what did most of it.
  public func summary(causes limit: Int = 3) -> [String] {
    var lines = [headline]
    let effects = shown(self.effects)
    for effect in effects.prefix(limit) {
      lines.append("\(effect.results) × \(Escapes.short(Escapes.terminal(effect.cause.text)))")
    }
    if effects.count > limit { lines.append("and \(effects.count - limit) other causes") }
    if !isBlamable, !isSame {
      lines.append("the dataset before does not tell what it was made from: no more is known")
    }
    return lines
  }

  /// Without the causes that are not known, where it was said why.
  func shown(_ effects: [(cause: Cause, results: Int)]) -> [(cause: Cause, results: Int)] {
    effects.filter { isBlamable || $0.cause.kind != .undetermined }
  }

  private var summaryLines: [String] {
    var lines = ["\(old) → \(new): \(headline)"]
    let changed = [
      (Cause.Change.added, "added"), (.removed, "removed"), (.changed, "saved anew"),
    ].compactMap { change, word -> String? in
      let count = documents.count { $0.change == change }
      return count == 0 ? nil : "\(count) \(word)"
    }
    if !changed.isEmpty { lines.append("documents: " + changed.joined(separator: ", ")) }
    if !newFailures.isEmpty {
      lines.append("documents that fail now: \(newFailures.count)")
      lines += newFailures.prefix(5).map { "  \($0.document): \($0.reason)" }
    }
    for change in corrections {
      lines.append(
        "correction \(change.correction): "
          + (change.old.isEmpty ? "new, " : "was \(change.old), is ")
          + (change.new.isEmpty ? "gone" : change.new))
    }
    if !isBlamable {
      lines.append("one of the datasets does not tell what it was made from; causes are not known")
    }
    return lines
  }

  private func lines(_ result: ResultChange) -> [String] {
    let mark =
      switch result.change {
      case .added: "+"
      case .removed: "-"
      case .changed: "~"
      }
    var lines = ["\(mark) \(result.name)" + (result.values.isEmpty ? "" : ": \(result.values)")]
    lines += listed(result.causes).map { "    because of \($0)" }
    // Cells with the same causes are told together.
    var index = 0
    let cells = result.cells.filter { $0.column != "claims" || result.cells.count == 1 }
    while index < cells.count {
      let causes = cells[index].causes
      while index < cells.count, cells[index].causes == causes {
        let cell = cells[index]
        lines.append(
          "    \(cell.column): \(Self.shown(cell.old)) → \(Self.shown(cell.new))")
        index += 1
      }
      lines += listed(causes).map { "      because of \($0)" }
    }
    return lines
  }

  /// A change of a whole table may leave many causes possible; the JSON has them all.
  func listed(_ causes: [Cause], limit: Int = 6) -> [String] {
    let causes = causes.filter { isBlamable || $0.kind != .undetermined }
    guard causes.count > limit else { return causes.map(\.text) }
    return causes.prefix(limit).map(\.text) + ["any of \(causes.count - limit) others"]
  }

  static func shown(_ cell: String) -> String {
    cell.isEmpty ? "(empty)" : Escapes.short(cell)
  }

  private func causeLines() -> [String] {
    let effects = shown(self.effects)
    guard !effects.isEmpty || !knowledge.isEmpty else { return [] }
    var lines = ["", "causes"]
    lines += effects.map { "  \($0.results) × \($0.cause.text)" }
    let used = Set(effects.map(\.cause))
    let idle = knowledge.filter { !used.contains($0) }
    if !idle.isEmpty {
      lines.append("changed without effect on a result")
      lines += idle.prefix(20).map { "  \($0.text)" }
      if idle.count > 20 { lines.append("  and \(idle.count - 20) more") }
    }
    return lines
  }
}

extension DatasetDiff.ResultChange {
  /// "Kota Contoh 2023, Dinas Sosial, kepatuhan_ombudsman".
  public var name: String {
    let body = [region, year.isEmpty ? "year unknown" : year].joined(separator: " ")
    return [body, unit, instrument].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
