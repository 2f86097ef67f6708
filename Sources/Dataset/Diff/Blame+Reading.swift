/// What made a claim of a page whose words are the same: rules and rows of the tables.
extension Blame {
  /// The rules that made the claim, the rows that it names, and whatever is at work in its sentence.
  func nearCauses(_ difference: ClaimDifference) -> [Cause] {
    let rows = [difference.old, difference.new].compactMap { $0 }
    let made = Set(
      rows.flatMap { row in
        row["rule"].split { $0 == "+" || $0 == "/" }.map(String.init)
      })
    let named = Set(rows.flatMap { row in ["region_code", "scale"].map { row[$0] } })
    let exact = changes.filter { change in
      switch change.cause.kind {
      case .rule: made.contains(change.cause.name)
      case .lexicon: isOwnRow(change) && !change.refers.isDisjoint(with: named)
      // Which bands a scale has says nothing of which claims there are.
      case .scale:
        difference.old != nil && difference.new != nil && !change.refers.isDisjoint(with: named)
      default: false
      }
    }
    let sentences = difference.quotes.map(FoldedText.init)
    let near = atWork(.lexicon, in: sentences) + rulesAtWork(difference, sentences, rows)
    return Set((exact + near).map(\.cause)).sorted(by: Cause.precedes)
  }

  /// Whether an entry is the row of the thing itself, whose key is its identifier, and no alias of it.
  func isOwnRow(_ change: KnowledgeChange) -> Bool {
    change.refers.contains(change.cause.name)
  }

  /// Whatever is at work anywhere in the claim's document, which remembers what it spoke of.
  func documentCauses(_ difference: ClaimDifference) -> [Cause] {
    if let known = memory.documents[difference.document] { return known }
    let texts = [old, new].map { FoldedText($0.text(of: difference.document)) }
    let near =
      rulesAtWork(difference, texts, nil) + atWork(.lexicon, in: texts)
      + atWork(.scale, in: texts)
    let causes = near.map(\.cause)
    memory.documents[difference.document] = causes
    return causes
  }

  /// Changed entries whose words stand in a text.
  private func atWork(_ kind: Cause.Kind, in texts: [FoldedText]) -> [KnowledgeChange] {
    changes.filter { change in
      change.cause.kind == kind && texts.contains { change.occurs(in: $0) }
    }
  }

  /// Changed rules that matched in one of the datasets only; else those that matched in both and do
  /// something else there. Where a dataset does not tell of matches, the words of a rule must do.
  /// - Parameter claims: in whose sentences to look; nil for the whole document.
  private func rulesAtWork(
    _ difference: ClaimDifference, _ texts: [FoldedText], _ claims: [Row]?
  ) -> [KnowledgeChange] {
    guard let before = old.rulePlaces(in: difference.document),
      let after = new.rulePlaces(in: difference.document)
    else { return atWork(.rule, in: texts) }
    func names(_ places: Set<DatasetSnapshot.RulePlace>) -> Set<String> {
      let near = places.filter { place in
        claims?.contains { Self.overlaps(place, $0) } ?? true
      }
      return Set(near.map(\.rule))
    }
    func changed(_ names: Set<String>) -> [KnowledgeChange] {
      changes.filter { $0.cause.kind == .rule && names.contains($0.cause.name) }
    }
    let other = changed(names(before.symmetricDifference(after)))
    return other.isEmpty ? changed(names(before.intersection(after))) : other
  }

  /// Whether a rule matched in a claim's sentence.
  private static func overlaps(_ place: DatasetSnapshot.RulePlace, _ claim: Row) -> Bool {
    guard place.part == claim["part"], let start = Int(claim["start"]), let end = Int(claim["end"])
    else { return false }
    return place.start < end && start < place.end
  }
}
