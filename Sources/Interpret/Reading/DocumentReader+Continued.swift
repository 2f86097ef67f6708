import Lexicon
import Tag

/// Lists that go on over several sentences: "Tujuh pemda di zona merah: A (48,20), B (47,11)." — "Selanjutnya C
/// (43,15) dan D (40,02)."
extension DocumentReader {
  /// Keeps what the members of a list have in common, for members that the next sentence may name.
  mutating func rememberContinued(
    _ sentence: Sentence, _ index: Int, _ bindings: [Binding], _ subjects: [Subject]
  ) {
    let before = discourse.continued
    let named = bindings.filter { $0.subject.isNamed && !$0.values.isEmpty }
    guard let last = named.last, !isListItem(sentence), !isTitle(sentence) else {
      if let announced = announced(bindings, sentence, index) {
        discourse.continued = announced
        return
      }
      // A remark between two parts of a list does not end it.
      if !subjects.isEmpty || !binder.values(bindings).isEmpty { discourse.continued = nil }
      return
    }
    let status = StatusReader(marks: marks[index], sentence: sentence, clauseStarts: [])
    let values = last.values.filter {
      $0.isOfKind && !$0.isEarlier && status.status(of: $0.item).status == .achieved
    }
    guard !values.isEmpty else {
      discourse.continued = nil
      return
    }
    let count =
      before.flatMap { $0.sentence == index ? nil : $0.left } ?? groupCount(subjects)
      ?? countOfAll(sentence).flatMap { $0 > 0 ? $0 : nil }
    discourse.continued = Discourse.Continued(
      values: values, left: count.map { $0 - named.count }, sentence: index,
      source: before.map { isSame($0.values, values) ? $0.source : sentence } ?? sentence)
  }

  /// "Yang B jumlahnya delapan pemda." — "Pertama, A (86,71)." — "Kedua, B (84,51).": what is counted is named one by one.
  private func announced(
    _ bindings: [Binding], _ sentence: Sentence, _ index: Int
  ) -> Discourse.Continued? {
    let status = StatusReader(marks: marks[index], sentence: sentence, clauseStarts: [])
    for binding in bindings {
      guard case .group(let count?, let level) = binding.subject.kind, count > 1, level != "unit"
      else { continue }
      let values = binding.values.filter {
        $0.isOfKind && !$0.isEarlier && status.status(of: $0.item).status == .achieved
      }
      guard !values.isEmpty else { continue }
      return Discourse.Continued(values: values, left: count, sentence: index, source: sentence)
    }
    return nil
  }

  private func isSame(_ some: [StatedValue], _ others: [StatedValue]) -> Bool {
    some.map(\.item) == others.map(\.item)
  }

  /// The list's values for the bodies that a sentence names, if it goes on with the list: it names no value of
  /// the kind itself, and either names no more than what is left or begins with "selanjutnya", "di posisi kedua". Scores
  /// must lie in the band of what the list has.
  func goingOn(
    _ sentence: Sentence, _ index: Int, _ events: [Event], _ named: [Subject]
  ) -> Discourse.Pending? {
    guard let list = discourse.continued, (1...2).contains(index - list.sentence),
      !isListItem(sentence), !isTitle(sentence), !isFirstPerson(sentence)
    else { return nil }
    let own = binder.values(events)
    guard !own.contains(where: { $0.isOfKind || $0.isEarlier }) else { return nil }
    let scores = own.compactMap { value -> FixedPoint? in
      if case .score(let score) = value.content { score } else { nil }
    }
    let isCounted = list.left.map { named.count <= $0 } ?? false
    // A name without a score may be anybody's, unless the sentence says that the list goes on.
    guard
      scores.count == named.count
        ? isCounted || goesOn(sentence)
        : isCounted && scores.isEmpty && (isJoined(sentence) || isUnfinished(list.sentence))
    else { return nil }
    // "Empat yang merah: A. Disusul B, C dan D": those that were left, whatever the scale says of them.
    let isRest = list.left == named.count && goesOn(sentence)
    guard isRest || scores.allSatisfy({ fits($0, list.values) ?? isCounted }) else { return nil }
    return Discourse.Pending(
      values: list.values, count: named.count, sentence: index, isRanking: false, isLead: false,
      source: list.source)
  }

  /// "Pemprov memperoleh zona kuning, diikuti A dengan 76,71, B dengan 72,59": who follow with a score in the same band are
  /// in it too.
  func withFollowers(_ bindings: [Binding]) -> [Binding] {
    var result = bindings.sorted { $0.subject.items.lowerBound < $1.subject.items.lowerBound }
    var kinds: [StatedValue] = []
    var isGoingOn = false
    for index in result.indices where result[index].subject.isNamed {
      let own = result[index].values
      if own.contains(where: { $0.isOfKind || $0.isEarlier }) {
        kinds = own.filter { $0.isOfKind && !$0.isEarlier }
        isGoingOn = false
        continue
      }
      guard !kinds.isEmpty, index > 0,
        case .score(let score)? = own.first(where: { $0.field == "score" })?.content
      else { continue }
      let start = result[index].subject.items.lowerBound
      let gap = document.items[min(result[index - 1].subject.items.upperBound, start)..<start]
      isGoingOn =
        gap.contains { $0.classes.intersects(classes.followedBy) }
        || isGoingOn && gap.contains { $0.isMark(",") || $0.classes.intersects(classes.and) }
      if isGoingOn, fits(score, kinds) == true { result[index].values = kinds + own }
    }
    return result
  }

  /// "... A, B," — a paragraph broken in the middle of a list.
  private func isUnfinished(_ index: Int) -> Bool {
    document.items[document.sentences[index].items.upperBound - 1].isMark(",")
  }

  /// "Serta A dan B", "Lalu A", "Yakni A".
  private func isJoined(_ sentence: Sentence) -> Bool {
    document.items[sentence.items].first.map {
      $0.classes.intersects(classes.and) || $0.classes.intersects(classes.followedBy)
        || $0.classes.intersects(classes.intro)
    } ?? false
  }

  /// "Selanjutnya", "disusul", "di posisi kedua".
  private func goesOn(_ sentence: Sentence) -> Bool {
    sentence.items.prefix(4).contains { index in
      if case .rank(let place, _) = document.items[index].content { return place > 1 }
      return document.items[index].classes.intersects(classes.followedBy)
    }
  }

  /// Whether the scale gives a score those values; nil where no scale says so.
  private func fits(_ score: FixedPoint, _ values: [StatedValue]) -> Bool? {
    let lexicon = document.lexicon
    guard let row = discourse.instrument ?? instruments.usual,
      let scale = [discourse.year?.year, years.assessed?.year.year, years.anchor].lazy
        .compactMap({ $0 }).compactMap({ year in
          lexicon.scale(
            instrument: lexicon.instruments[Int(row)].id, subject: RegionLevel.kabupaten.rawValue,
            year: year, score: score)
        }).first, let band = scale.band(of: score)
    else { return nil }
    return values.allSatisfy { value in
      switch value.content {
      case .zone(let colour, _): return band.zone.map { $0 == colour } ?? true
      case .grade(let letter): return band.grade.map { $0 == letter } ?? true
      case .category(let label):
        guard let category = band.category else { return true }
        return lexicon.category(label, of: scale.instrument)
          == lexicon.category(category, of: scale.instrument)
      case .score, .rank: return true
      }
    }
  }
}
