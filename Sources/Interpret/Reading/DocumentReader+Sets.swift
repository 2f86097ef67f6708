import Extract
import Lexicon
import Tag

/// Sets that a sentence counts and a later one names: "Enam kabupaten masuk zona merah. Keenamnya ialah ..."
extension DocumentReader {
  func usablePending(
    _ sentence: Sentence, _ index: Int, _ events: [Event]
  ) -> Discourse.Pending? {
    let named = binder.usable(events).filter(\.isNamed)
    guard !named.isEmpty else { return nil }
    if let works = worksNamed(sentence, index, events, before: named[0]) { return works }
    if let others = besides(sentence, index, events, named) { return others }
    if let list = goingOn(sentence, index, events, named) { return list }
    if named.count > 1, !binder.values(events).contains(where: \.isOfKind),
      let count = countOfAll(sentence),
      let set = discourse.sets[count]
    {
      return set
    }
    if let counted = countedNamed(sentence, events, named) { return counted }
    guard let pending = discourse.pending else { return nil }
    let isContinued = document.items[sentence.items.lowerBound].classes.intersects(classes.and)
    if isListItem(sentence) || isContinued { return pending.isLead ? pending : nil }
    guard index - pending.sentence <= 3 else { return nil }
    let own = binder.values(events)
    // "Kedua unit tersebut adalah A dan B, yang sama-sama memperoleh A-": beside what was told of both.
    let fields = Set(pending.values.map(\.field))
    if pending.count == named.count, named.count > 1, refersBack(sentence),
      !own.contains(where: { fields.contains($0.field) })
    {
      return pending
    }
    guard !own.contains(where: { $0.isOfKind }) else { return nil }
    if pending.count == named.count, named.count > 1 { return pending }
    if isWithinSet(sentence, index, pending) { return pending }
    // "Daerah lainnya zona kuning. Yakni A, B dan C."
    if pending.sentence + 1 == index, beginsWithIntro(index) { return pending }
    let isIntroduced = events.contains { event in
      if case .intro(let item) = event { item < named[0].items.lowerBound } else { false }
    }
    // "Banyak kabupaten yang merah" tells nothing of the units that are listed later.
    let isOfOthers =
      (pending.level == "region" || pending.level.flatMap(RegionLevel.init) != nil)
      && named.allSatisfy { if case .unit = $0.kind { true } else { false } }
    // "Separuh dari delapan daerah merah. Empat daerah itu A, B, C dan D."
    let isCounted = countPointingBack(sentence) == named.count
    return (refersBack(sentence) && isIntroduced || refersToAll(sentence) || isCounted)
      && named.count > 1 && !isOfOthers ? pending : nil
  }

  /// "18 daerah meraih kualitas tertinggi kategori A." — "18 pemda kategori A itu ialah ...": a set that is counted alike and has
  /// one of the values has the others too.
  func sameSet(_ sentence: Sentence, _ events: [Event]) -> Discourse.Pending? {
    let own = binder.values(events)
    let named = binder.usable(events).filter(\.isNamed)
    guard named.count > 1, !own.contains(where: \.isEarlier) else { return nil }
    for event in events {
      guard case .subject(let subject) = event, case .group(let count?, _) = subject.kind,
        let set = discourse.sets[count], subject.items.lowerBound < named[0].items.lowerBound,
        set.values.contains(where: { value in own.contains { $0.content == value.content } }),
        set.values.allSatisfy({ value in
          own.allSatisfy { $0.field != value.field || $0.content == value.content }
        })
      else { continue }
      return set
    }
    return nil
  }

  /// "Ketujuh unit seluruhnya meraih A." — "Unit tersebut yakni A (98,61), B (98,37) ...": what was said of all.
  private func countedNamed(
    _ sentence: Sentence, _ events: [Event], _ named: [Subject]
  ) -> Discourse.Pending? {
    guard let counted = discourse.counted, let count = counted.count, named.count > 1,
      named.count <= count, !isListItem(sentence),
      named.allSatisfy({ if case .unit = $0.kind { true } else { false } }),
      !binder.values(events).contains(where: { $0.isOfKind || $0.isEarlier })
    else { return nil }
    let isPointed = (sentence.items.lowerBound..<named[0].items.lowerBound).dropLast().contains {
      document.items[$0].classes.intersects(classes.countNoun)
        && document.items[$0 + 1].classes.intersects(classes.pointer)
    }
    let isIntroduced = events.contains { event in
      if case .intro(let item) = event { item < named[0].items.lowerBound } else { false }
    }
    return isPointed && isIntroduced ? counted : nil
  }

  /// "Dua kabupaten lagi zona kuning." — "A memperoleh 76,43 sedangkan B 58,90": a sentence that names, over all its
  /// clauses, as many as were counted in the one before, and says nothing of the kind itself.
  func namesCounted(_ events: [Event], _ index: Int) -> Bool {
    guard let pending = discourse.pending, let count = pending.count, count > 1,
      pending.sentence + 1 == index
    else { return false }
    return binder.usable(events).filter(\.isNamed).count == count
      && !binder.values(events).contains { $0.isOfKind || $0.isEarlier }
  }

  /// "Kedua inovasi itu adalah A dari Dinas X dan B dari Dinas Y": what was told of the works holds for
  /// whose they are.
  private func worksNamed(
    _ sentence: Sentence, _ index: Int, _ events: [Event], before first: Subject
  ) -> Discourse.Pending? {
    let isIntroduced = events.contains { event in
      if case .intro(let item) = event { item < first.items.lowerBound } else { false }
    }
    guard isIntroduced, !isListItem(sentence), binder.values(events).isEmpty,
      let work = (sentence.items.lowerBound..<first.items.lowerBound).first(where: {
        document.items[$0].classes.intersects(classes.work)
      }), refersBack(sentence) || pointsBack(from: work)
    else { return nil }
    return pendingTold(sentence, index)
  }

  /// Who was spoken of longer ago is not set beside others any more.
  private static let claimsInMind = 60

  /// "Selain Kota X, juga A, B dan C": what was told of X holds for the others.
  private func besides(
    _ sentence: Sentence, _ index: Int, _ events: [Event], _ named: [Subject]
  ) -> Discourse.Pending? {
    guard !isListItem(sentence), binder.values(events).isEmpty,
      document.items[sentence.items.lowerBound].classes.intersects(classes.besides),
      // "Selain Kota X, Ombudsman juga menilai A dan B": looked at, and nothing told of them.
      !sentence.items.contains(where: {
        if case .assessor = document.items[$0].content { true } else { false }
      }),
      let known = sentence.items.prefix(3).lazy.compactMap({ item -> Int32? in
        guard case .region(let mention) = document.items[item].content else { return nil }
        return resolver.resolve(mention)
      }).first,
      index > 0,
      reading.claims.suffix(Self.claimsInMind).contains(where: {
        $0.body == .region(known) && $0.unit == nil
          && $0.quote == document.sentences[index - 1].range
      })
    else { return nil }
    return pendingTold(sentence, index)
  }

  /// "Inovasi itu", "inovasi yang dimaksud".
  private func pointsBack(from work: Int) -> Bool {
    document.items[work...].prefix(3).contains { $0.classes.intersects(classes.pointer) }
  }

  /// What was told last, for the bodies that a sentence names.
  private func pendingTold(_ sentence: Sentence, _ index: Int) -> Discourse.Pending? {
    let values = told(at: sentence.items.lowerBound)
    guard !values.isEmpty else { return nil }
    return Discourse.Pending(
      values: values, count: nil, sentence: index, isRanking: false, isLead: false,
      source: sentence)
  }

  /// The values that were told last, to be said of others at an item.
  func told(at item: Int) -> [StatedValue] {
    discourse.antecedents.values.map {
      StatedValue(content: $0.content, item: item, isEarlier: false, rule: $0.rule)
    }
  }

  /// "Daerah lain masih kuning. Tertinggi A dengan 76,11, disusul B": an order within the set that was told of.
  func isWithinSet(_ sentence: Sentence, _ index: Int, _ pending: Discourse.Pending) -> Bool {
    index == pending.sentence + 1 && !pending.values.isEmpty && pending.count == nil
      && sentence.items.prefix(2).contains {
        document.items[$0].classes.intersects(classes.top)
          || document.items[$0].classes.intersects(classes.lowest)
      }
  }

  func refersBack(_ sentence: Sentence) -> Bool {
    sentence.items.prefix(8).contains {
      document.items[$0].classes.intersects(classes.groupAnaphora)
    }
  }

  func apply(
    _ pending: Discourse.Pending, _ subjects: [Subject], _ bindings: [Binding]
  ) -> [Binding] {
    var result = bindings
    for subject in subjects where subject.isNamed {
      if let at = result.firstIndex(where: { $0.subject.items == subject.items }) {
        let fields = Set(result[at].values.map(\.field))
        result[at].values = pending.values.filter { !fields.contains($0.field) } + result[at].values
        result[at].manner = .lead
      } else if !pending.values.isEmpty {
        result.append(Binding(subject: subject, values: pending.values, manner: .lead))
      }
    }
    return result
  }
}
