import Extract
import Lexicon
import Tag

/// Subjects that follow one another with nothing but list matter between them, and the places that their order tells.
extension Binder {
  /// Runs of subjects, as ranges of their indices.
  func runs(_ subjects: [Subject]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in subjects.indices {
      if let last = runs.last,
        subjects[index].isMember == subjects[index - 1].isMember,
        isListGap(subjects[index - 1].items.upperBound..<subjects[index].items.lowerBound)
      {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  /// Whether only list matter stands between two members.
  func isListGap(_ gap: Range<Int>) -> Bool {
    guard !gap.isEmpty else { return false }
    if isBetweenBrackets(gap) { return true }
    var depth = 0
    var hasSeparator = false
    var hasScore = false
    var needsScore = false
    let unknown = document.items[gap].filter {
      if case .word = $0.content { $0.classes.isEmpty } else { false }
    }
    let separators = document.items[gap].filter {
      $0.isMark(",") || $0.classes.intersects(classes.and)
    }
    if !unknown.isEmpty, unknown.count > 2 || separators.count < 2 { return false }
    for item in document.items[gap] {
      if item.isMark("(") {
        depth += 1
        continue
      }
      if item.isMark(")") {
        depth -= 1
        continue
      }
      guard depth == 0 else { continue }
      if item.isMark(",") || item.isMark(";") || item.classes.intersects(classes.and)
        || item.classes.intersects(classes.followedBy)
      {
        hasSeparator = true
        continue
      }
      switch item.content {
      case .punctuation: continue
      case .number:
        hasScore = true
        continue
      case .rank, .year:
        continue
      case .region(let mention) where mention.role == .apposition: continue
      case .word where item.classes.intersects(classes.yearWord): continue
      case .word where item.classes.intersects(classes.inList): continue
      case .word where item.classes.intersects(classes.fact):
        needsScore = true
        continue
      case .word where item.classes.isEmpty && isUnknownName(item): continue
      default: return false
      }
    }
    return hasSeparator && (!needsScore || hasScore)
  }

  /// "Aceh Tengah, Blangpidie, Aceh Besar": a name that no table has, between commas.
  private func isUnknownName(_ item: Item) -> Bool {
    document.article.text[item.range].first.map { (0x41...0x5A).contains($0) } ?? false
  }

  /// How many words a name in front of a bracket has.
  private static let longestName = 8

  /// "Jaga Ibu (RSUD X) dan Sapa Lansia (Dinas Y)", "E-Sehat milik Dinas X, Pintar milik Dinas Y": each member
  /// has the name of its work in front.
  private func isBetweenBrackets(_ gap: Range<Int>) -> Bool {
    guard gap.count <= Self.longestName + 4 else { return false }
    let items = document.items[gap]
    guard let first = items.first, let last = items.last else { return false }
    let opens = last.isMark("(") && (first.isMark(")") || first.isMark(","))
    let owns = last.classes.intersects(classes.ownedBy)
    guard opens || owns else { return false }
    return items.contains { $0.isMark(",") || $0.classes.intersects(classes.and) }
      && items.allSatisfy { item in
        switch item.content {
        case .word, .punctuation, .number: !item.classes.intersects(classes.fact)
        default: false
        }
      }
  }

  /// "A menempati peringkat pertama, disusul B dan C": who follow have the next places.
  func followingRanks(
    _ subjects: [Subject], _ runs: [Range<Int>], _ shared: [Int: [StatedValue]],
    _ own: inout [Int: [StatedValue]], from start: Int, after last: (rank: Int, isHere: Bool)?
  ) {
    var place = last?.rank
    for (number, run) in runs.enumerated() {
      for index in run {
        let ranks = ((own[index] ?? []) + (run.count == 1 ? shared[number] ?? [] : [])).filter {
          $0.field == "rank" && !$0.isEarlier
        }
        if ranks.count == 1, case .rank(let stated, _) = ranks[0].content {
          place = stated
          continue
        }
        guard let before = place, ranks.isEmpty, subjects[index].isNamed else {
          place = nil
          continue
        }
        let end = index > 0 ? subjects[index - 1].items.upperBound : start
        let gap = end..<subjects[index].items.lowerBound
        let follows = gap.first { document.items[$0].classes.intersects(classes.followedBy) }
        let isFurther =
          index > 0 && own[index - 1]?.contains { $0.rule == Self.followingRule } ?? false
          && isListGap(gap)
        // "Disusul B (4,73)" as a sentence or clause of its own: only with a score, and right at its beginning.
        let isApart =
          index == 0
          && (gap.count > Self.longestLink || !(own[index] ?? []).contains { $0.field == "score" }
            || follows.map {
              document.value(of: document.items[$0], as: "followed_by") == nil
                && last?.isHere != true
            } ?? true)
        guard !isApart, follows != nil || isFurther else {
          place = nil
          continue
        }
        own[index, default: []].append(
          StatedValue(
            content: .rank(before + 1, of: nil), item: follows ?? subjects[index].items.lowerBound,
            isEarlier: false, rule: Self.followingRule))
        place = before + 1
      }
    }
  }

  private static let followingRule = "place-behind-another"
  /// "Di belakangnya secara berturut-turut ada ...".
  private static let longestLink = 6
}
