import Extract
import Lexicon
import Tag

/// Places that the order of names states.
extension DocumentReader {
  /// "Di puncak A dengan skor x, disusul B (y) dan C (z)".
  func ranksOfChain(_ bindings: [Binding], _ sentence: Sentence) -> [Int: Int] {
    let named = bindings.indices.filter {
      bindings[$0].subject.isNamed
        && (bindings[$0].manner == .list || bindings[$0].manner == .lead)
    }
    guard named.count > 1, let first = named.first else { return [:] }
    let start = bindings[first].subject.items.lowerBound
    guard
      let top = (max(sentence.items.lowerBound, start - Self.reachOfTop)..<start).last(where: {
        document.items[$0].classes.intersects(classes.top) && !isBehindBody($0, sentence)
      }),
      sentence.items.contains(where: {
        $0 > start && document.items[$0].classes.intersects(classes.followedBy)
      }) || isOrderedTop(top, named.map { bindings[$0] }, sentence)
    else { return [:] }
    return Dictionary(uniqueKeysWithValues: named.enumerated().map { ($1, $0 + 1) })
  }

  /// "Kaur Teratas, Lebong Menyusul": there it is said of the body in front.
  private func isBehindBody(_ top: Int, _ sentence: Sentence) -> Bool {
    guard top > sentence.items.lowerBound else { return false }
    switch document.items[top - 1].content {
    case .region, .unit, .institution: return true
    default: return false
    }
  }

  /// "Lima teratas dari 13 provinsi zona hijau itu secara berurutan A ...".
  private static let reachOfTop = 12

  /// "Tiga peringkat teratas ditempati A (4,81), B (4,79) dan C (4,75)": as many as are named, by their scores.
  private func isOrderedTop(_ top: Int, _ members: [Binding], _ sentence: Sentence) -> Bool {
    let count =
      document.value(of: document.items[top], as: "top").flatMap { Int($0) }
      ?? (top > sentence.items.lowerBound ? document.count(at: top - 1) : nil)
    let scores = members.compactMap { member -> FixedPoint? in
      guard case .score(let score)? = member.values.first(where: { $0.field == "score" })?.content
      else { return nil }
      return score
    }
    return count == members.count && scores.count == members.count
      && zip(scores, scores.dropFirst()).allSatisfy { $1 < $0 }
  }

  /// "Pertama dan kedua ditempati A dan B, ketiga C": as many names as ordinals in front of them.
  ///
  /// - Parameter cued: gains the places that were read with their cue ("posisi pertama dan kedua ..."),
  ///   which are the first body's, not the nearest's.
  func ranksOfOrdinals(
    _ bindings: [Binding], _ setting: ClaimMaker.Setting, cued: inout Set<Int>
  ) -> [Int: Int] {
    var groups: [(end: Int, places: [Int])] = []
    var ranks: Set<Int> = []
    for index in setting.clause {
      guard let place = ordinal(index, setting.status.marks) else { continue }
      if case .rank = document.items[index].content { ranks.insert(index) }
      if let last = groups.last, index - last.end <= 2 {
        groups[groups.count - 1] = (index, last.places + [place])
      } else {
        groups.append((index, [place]))
      }
    }
    guard let first = groups.first, first.places.first == 1 || first.places.count > 1 else {
      return [:]
    }
    // One place with its cue is a plain statement, unless the next ones follow without it.
    let places = groups.flatMap(\.places)
    let isCount = places.count > 1 && zip(places, places.dropFirst()).allSatisfy { $0 + 1 == $1 }
    guard
      ranks.isEmpty || groups.contains(where: { $0.places.count > 1 })
        || isCount && ranks.count == 1
    else { return [:] }
    var found: [Int: Int] = [:]
    for (number, group) in groups.enumerated() {
      let end = number + 1 < groups.count ? groups[number + 1].end : setting.clause.upperBound
      let members = bindings.indices.filter {
        bindings[$0].subject.isNamed && bindings[$0].subject.items.lowerBound > group.end
          && bindings[$0].subject.items.lowerBound < end
      }
      guard members.count == group.places.count else { return [:] }
      for (member, place) in zip(members, group.places) { found[member] = place }
    }
    cued = ranks
    return found
  }

  /// The place that an ordinal word names, by itself or behind its cue; none where a rule says that the
  /// word counts something else ("pertama kalinya").
  private func ordinal(_ index: Int, _ marks: RuleMarks) -> Int? {
    guard marks[index] != .other else { return nil }
    let item = document.items[index]
    switch item.content {
    case .word where item.classes.intersects(classes.ordinal):
      return document.value(of: item, as: "ordinal").flatMap { Int($0) }
    case .rank(let place, of: nil):
      let isWritten = document.article.text[item.range].contains { $0 >= 0x30 && $0 <= 0x39 }
      return isWritten ? nil : place
    default: return nil
    }
  }

  /// The place that a clause may count on from: that of the body which was spoken of last.
  func placeBefore(_ index: Int) -> (rank: Int, isHere: Bool)? {
    guard let place = discourse.place, index - place.sentence <= 1 else { return nil }
    return (place.rank, place.sentence == index)
  }

  /// Keeps the place of the body that a clause names last; what is said of the same body ends nothing.
  mutating func rememberPlace(_ bindings: [Binding], _ index: Int) {
    guard
      let last = bindings.filter(\.subject.isNamed).max(by: {
        $0.subject.items.lowerBound < $1.subject.items.lowerBound
      })
    else { return }
    let places = last.values.compactMap { value -> Int? in
      guard case .rank(let place, _) = value.content, !value.isEarlier else { return nil }
      return place
    }
    if places.count == 1 {
      discourse.place = (places[0], last.subject, index)
    } else if let place = discourse.place {
      discourse.place =
        isOne([place.of, last.subject]) ? (place.rank, place.of, index) : nil
    }
  }

  /// The number of a list's item where it is a place; the units of a list are only numbered, unless it says more.
  func listRank(
    _ sentence: Sentence, _ pending: Discourse.Pending?, _ subject: Subject
  ) -> Int? {
    let isUnit = if case .unit = subject.kind { true } else { false }
    guard isListItem(sentence),
      pending?.isRanking ?? false || !isUnit && ranked.contains(sentence.block)
    else { return nil }
    return document.listNumber(of: sentence)
  }
}
