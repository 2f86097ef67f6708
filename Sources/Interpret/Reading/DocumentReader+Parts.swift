import Extract
import Lexicon
import Tag

/// Parts of a list that a later sentence tells apart: "Lima nama pertama hijau, satu sisanya kuning."
extension DocumentReader {
  private enum Place { case first, last, rest, unsaid }

  private struct Part {
    var place: Place
    var count: Int?
    var values: [StatedValue] = []
  }

  /// How many sentences behind a list may still tell its parts apart.
  private static let reach = 2

  /// The bodies of the last list with the values of their parts; empty unless the parts make up exactly
  /// the list. Parts of which only the number is said follow the order of the scores.
  func partsOfList(_ events: [Event], _ sentence: Sentence, _ index: Int) -> [Binding] {
    let run = discourse.lastRun
    guard run.count > 1, index - discourse.lastRunSentence <= Self.reach,
      !binder.usable(events).contains(where: \.isNamed),
      let parts = parts(events, sentence, of: run), let members = divide(run, parts)
    else { return [] }
    return zip(parts, members).flatMap { part, members in
      members.map { Binding(subject: $0, values: part.values, manner: .coreference) }
    }
  }

  private func parts(_ events: [Event], _ sentence: Sentence, of run: [Subject]) -> [Part]? {
    var parts: [Part] = []
    for (number, event) in events.enumerated() {
      switch event {
      case .subject(let subject):
        let end =
          events[(number + 1)...].first.map(\.item) ?? sentence.items.upperBound
        guard let part = part(subject, until: end, of: run) else { return nil }
        parts.append(part)
      case .value(let value):
        guard !parts.isEmpty, ["zone", "category", "grade"].contains(value.field) else {
          return nil
        }
        parts[parts.count - 1].values.append(value)
      case .intro, .respectively, .clause: continue
      }
    }
    // One part alone is a statement about others, or about some that stay unnamed.
    return parts.count < 2 || parts.contains { $0.values.isEmpty } ? nil : parts
  }

  private func part(_ subject: Subject, until end: Int, of run: [Subject]) -> Part? {
    let isOfUnits = run.contains { if case .unit = $0.kind { true } else { false } }
    switch subject.kind {
    case .group(let count, let level), .rest(let level, let count):
      guard level == nil || (level == "unit") == isOfUnits else { return nil }
      if case .rest = subject.kind { return Part(place: .rest, count: count) }
      let said = (subject.items.lowerBound..<end).lazy.compactMap {
        document.value(of: document.items[$0], as: "end_of_list")
      }.first
      switch said {
      case "first"?: return Part(place: .first, count: count ?? 1)
      case "last"?: return Part(place: .last, count: count ?? 1)
      default: return count.map { Part(place: .unsaid, count: $0) }
      }
    case .region, .unit, .institution, .vertical: return nil
    }
  }

  /// The members of each part, or nil where the numbers do not come to the whole list.
  private func divide(_ run: [Subject], _ parts: [Part]) -> [[Subject]]? {
    var left = run
    if parts.contains(where: { $0.place == .unsaid }) {
      guard parts.allSatisfy({ $0.place != .first && $0.place != .last }),
        followsScale(parts), let ordered = byScore(run)
      else { return nil }
      left = ordered
    }
    var members = [[Subject]](repeating: [], count: parts.count)
    for (number, part) in parts.enumerated() where part.place != .rest {
      guard let count = part.count, count > 0, count <= left.count else { return nil }
      if part.place == .last {
        members[number] = Array(left.suffix(count))
        left.removeLast(count)
      } else {
        members[number] = Array(left.prefix(count))
        left.removeFirst(count)
      }
    }
    for (number, part) in parts.enumerated() where part.place == .rest {
      guard !left.isEmpty, part.count ?? left.count == left.count else { return nil }
      members[number] = left
      left = []
    }
    return left.isEmpty ? members : nil
  }

  /// Better zones are told before worse ones.
  private func followsScale(_ parts: [Part]) -> Bool {
    let order = ["hijau", "kuning", "merah"]
    let places = parts.compactMap { part in
      part.values.lazy.compactMap { value -> Int? in
        if case .zone(let colour, _) = value.content { order.firstIndex(of: colour) } else { nil }
      }.first
    }
    return places.count == parts.count && zip(places, places.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// The members from the highest score to the lowest; nil unless each has one.
  private func byScore(_ run: [Subject]) -> [Subject]? {
    var scored: [(subject: Subject, score: FixedPoint)] = []
    for subject in run {
      guard let score = score(of: subject) else { return nil }
      scored.append((subject, score))
    }
    return scored.sorted { $1.score < $0.score }.map(\.subject)
  }

  private func score(of subject: Subject) -> FixedPoint? {
    reading.claims.last { claim in
      guard claim.values.score != nil else { return false }
      switch subject.kind {
      case .region(let row): return claim.body == .region(row) && claim.unit == nil
      case .unit(let unit, _): return claim.unit?.name == unit.name
      default: return false
      }
    }?.values.score
  }
}
