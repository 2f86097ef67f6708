import Extract
import Lexicon
import Tag

/// Places that the order of names states.
extension DocumentReader {
  /// "Di puncak A dengan skor x, disusul B (y) dan C (z)".
  func ranksOfChain(_ bindings: [Binding], _ sentence: Sentence) -> [Int: Int] {
    let named = bindings.indices.filter {
      bindings[$0].subject.isNamed && bindings[$0].manner == .list
    }
    guard named.count > 1, let first = named.first else { return [:] }
    let start = bindings[first].subject.items.lowerBound
    guard
      (max(sentence.items.lowerBound, start - 6)..<start).contains(where: {
        document.items[$0].classes.intersects(classes.top)
      }),
      sentence.items.contains(where: {
        $0 > start && document.items[$0].classes.intersects(classes.followedBy)
      })
    else { return [:] }
    return Dictionary(uniqueKeysWithValues: named.enumerated().map { ($1, $0 + 1) })
  }

  /// "Pertama dan kedua ditempati A dan B, ketiga C": as many names as ordinals in front of them.
  func ranksOfOrdinals(_ bindings: [Binding], _ setting: ClaimMaker.Setting) -> [Int: Int] {
    var groups: [(end: Int, places: [Int])] = []
    for index in setting.clause {
      let item = document.items[index]
      guard case .word = item.content, item.classes.intersects(classes.ordinal),
        let place = document.value(of: item, as: "ordinal").flatMap({ Int($0) })
      else { continue }
      if let last = groups.last, index - last.end <= 2 {
        groups[groups.count - 1] = (index, last.places + [place])
      } else {
        groups.append((index, [place]))
      }
    }
    guard let first = groups.first, first.places.first == 1 else { return [:] }
    var ranks: [Int: Int] = [:]
    for (number, group) in groups.enumerated() {
      let end = number + 1 < groups.count ? groups[number + 1].end : setting.clause.upperBound
      let members = bindings.indices.filter {
        bindings[$0].subject.isNamed && bindings[$0].subject.items.lowerBound > group.end
          && bindings[$0].subject.items.lowerBound < end
      }
      guard members.count == group.places.count else { return [:] }
      for (member, place) in zip(members, group.places) { ranks[member] = place }
    }
    return ranks
  }

  func listRank(_ sentence: Sentence, _ pending: Discourse.Pending?) -> Int? {
    guard let pending, pending.isRanking, isListItem(sentence) else { return nil }
    return listNumber(sentence)
  }
}
