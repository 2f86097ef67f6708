import Interpret
import Lexicon

/// One value of one field as a claim states it.
struct Candidate<Value> {
  let value: Value
  let voice: Voice
}

/// The claims that state one value of a field, whatever its wording.
struct Camp<Value> {
  /// The value as its most precise, most trusted claim states it.
  let value: Value
  let candidates: [Candidate<Value>]

  /// Independent documents.
  var sources: Int { Set(candidates.map(\.voice.source)).count }
}

/// Chooses between claims, field by field: the value that most independent documents state, then the
/// one with more decimals, then an official publisher's, then the more confident, then the one of the
/// first document in the order of addresses.
enum Choice {
  /// The camps into which claims fall, the chosen one first.
  /// - Parameters:
  ///   - places: how exactly a value is stated; a more exact one speaks for its camp.
  ///   - agrees: whether the second value is the first, less exactly.
  static func camps<Value>(
    _ candidates: [Candidate<Value>], places: (Value) -> Int, agrees: (Value, Value) -> Bool
  ) -> [Camp<Value>] {
    let ordered = candidates.sorted { left, right in
      let (a, b) = (places(left.value), places(right.value))
      return a == b ? outweighs(left.voice, right.voice) : a > b
    }
    // First the values that are no other's rounding; then each rounded one goes where most stand.
    var camps: [[Candidate<Value>]] = []
    var rounded: [Candidate<Value>] = []
    for candidate in ordered {
      if let same = camps.firstIndex(where: {
        agrees($0[0].value, candidate.value) && agrees(candidate.value, $0[0].value)
      }) {
        camps[same].append(candidate)
      } else if camps.contains(where: { agrees($0[0].value, candidate.value) }) {
        rounded.append(candidate)
      } else {
        camps.append([candidate])
      }
    }
    func rank(_ camps: [[Candidate<Value>]]) -> [Camp<Value>] {
      camps.map { Camp(value: $0[0].value, candidates: $0) }.sorted { left, right in
        if left.sources != right.sources { return left.sources > right.sources }
        let (a, b) = (places(left.value), places(right.value))
        return a == b ? outweighs(left.candidates[0].voice, right.candidates[0].voice) : a > b
      }
    }
    var ranked = rank(camps).map(\.candidates)
    for candidate in rounded {
      let home = ranked.firstIndex { agrees($0[0].value, candidate.value) } ?? 0
      ranked[home].append(candidate)
    }
    return rank(ranked)
  }

  /// The same for words, which agree when `key` says so.
  static func camps(
    _ candidates: [Candidate<String>], key: (String) -> String
  ) -> [Camp<String>] {
    camps(candidates, places: { _ in 0 }, agrees: { key($0) == key($1) })
  }

  static func outweighs(_ left: Voice, _ right: Voice) -> Bool {
    if left.isOfficial != right.isOfficial { return left.isOfficial }
    if left.claim.confidence != right.claim.confidence {
      return left.claim.confidence > right.claim.confidence
    }
    if left.document != right.document { return precedes(left.document, right.document) }
    return precedes(left.id, right.id)
  }

  /// One row per camp, when there is more than one.
  static func conflicts<Value>(
    _ field: String, _ camps: [Camp<Value>], written: (Value) -> String
  ) -> [Conflict] {
    guard camps.count > 1 else { return [] }
    return camps.enumerated().map { position, camp in
      Conflict(
        field: field, value: written(camp.value),
        claims: camp.candidates.map(\.voice.id).distinct(),
        documents: camp.candidates.map(\.voice.document).distinct(), isChosen: position == 0)
    }
  }
}
