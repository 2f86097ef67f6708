import Extract
import Lexicon
public import Tag

extension Interpreter {
  /// Why a document does not give what is asked for: its nearest misses first, results (which fail nothing)
  /// before them; nil for a document that does not name the region.
  public func whyNot(_ query: WhyNotQuery, _ document: TaggedArticle) -> [NearMiss]? {
    let log = DecisionLog()
    let reading = interpret(document, log: log)
    return WhyNotReader(self, query, document, reading, log).misses()
  }
}

/// Holds what was read, and what was dropped, against a question.
private struct WhyNotReader {
  let query: WhyNotQuery
  let document: TaggedArticle
  let lexicon: Lexicon
  let rules: RuleSet
  let reading: Reading
  let log: DecisionLog
  let resolver: RegionResolver
  let instruments: InstrumentReader
  let marks: [RuleMarks]

  init(
    _ interpreter: Interpreter, _ query: WhyNotQuery, _ document: TaggedArticle, _ reading: Reading,
    _ log: DecisionLog
  ) {
    self.query = query
    self.document = document
    lexicon = document.lexicon
    rules = interpreter.rules
    self.reading = reading
    self.log = log
    resolver = RegionResolver(document)
    instruments = InstrumentReader(document, classes: ReadingClasses(document.classes))
    marks = RuleMarks.all(interpreter.rules, of: document)
  }

  func misses() -> [NearMiss]? {
    let claims = reading.claims.filter { claim in
      if case .region(let row) = claim.body { query.regions.contains(row) } else { false }
    }
    let named = document.sentences.indices.filter { !mentions(in: $0).isEmpty }
    guard !claims.isEmpty || !named.isEmpty else { return nil }
    if instruments.isForeign, let first = named.first { return [foreign(first)] }
    var misses = claims.map(miss)
    for index in named { misses += self.misses(in: index) }
    if misses.isEmpty, let first = named.first {
      misses = [
        NearMiss(
          sentence: document.sentences[first].range, met: ["names the region"],
          failed: ["no value stands in a sentence that names it"], rules: [])
      ]
    }
    return misses.sorted {
      ($0.failed.count, -$0.met.count, $0.sentence.lowerBound)
        < ($1.failed.count, -$1.met.count, $1.sentence.lowerBound)
    }
  }

  // MARK: Documents

  private func foreign(_ index: Int) -> NearMiss {
    let other = document.items.lazy.compactMap { item -> String? in
      switch item.content {
      case .instrument(let row) where !lexicon.instruments[Int(row)].isInScope:
        lexicon.instruments[Int(row)].name
      default: nil
      }
    }.first
    return NearMiss(
      sentence: document.sentences[index].range, met: ["names the region"],
      failed: [
        "the document is about something else: "
          + (other.map { "it speaks of \($0)" } ?? "it names no assessor and no instrument of ours")
      ], rules: [])
  }

  // MARK: Claims

  private func miss(_ claim: Claim) -> NearMiss {
    var met = ["about \(body(claim))"]
    var failed: [String] = []
    func check(_ isMet: Bool, _ good: String, _ bad: String) {
      if isMet { met.append(good) } else { failed.append(bad) }
    }
    if let unit = query.unit {
      let isUnit = claim.unit.map { sameName($0.name, unit) } ?? false
      if !isUnit { met = [] }
      check(isUnit, "unit \(unit)", "it is about \(body(claim)), not about \(unit)")
    } else if let unit = claim.unit {
      met = []
      failed.append("it is about a unit, \(unit.name), not about the region itself")
    }
    check(
      claim.year.year == query.year, "year \(query.year)\(basis(claim.year))", year(claim.year))
    check(
      claim.status == .achieved, "stated as reached",
      "it is \(said(claim.status)), not reached\(statusRule(claim))")
    if let instrument = claim.instrument { met.append("instrument \(instrument)") }
    let values = self.values(claim.values)
    let has = query.field.map { field in values.contains { $0.field == field } } ?? true
    let stated = values.map { "\($0.field) \($0.text)" }.joined(separator: ", ")
    check(
      has, stated,
      "it has no \(query.field ?? "value"), only \(stated)" + leftOver(in: claim.quote, claim))
    return NearMiss(
      sentence: claim.quote, met: met, failed: failed, rules: [claim.rule])
  }

  private func body(_ claim: Claim) -> String {
    guard case .region(let row) = claim.body else { return "another body" }
    return lexicon.regions[Int(row)].fullName + (claim.unit.map { ", \($0.name)" } ?? "")
  }

  private func sameName(_ one: String, _ other: String) -> Bool {
    one.lowercased() == other.lowercased()
  }

  private func basis(_ year: ClaimYear) -> String {
    switch year.basis {
    case .stated, .none: ""
    default: " (\(year.basis.rawValue)\(year.chain.map { ": " + $0 } ?? ""))"
    }
  }

  private func year(_ year: ClaimYear) -> String {
    if let known = year.year { return "its year is \(known)\(basis(year)), not \(query.year)" }
    let bounds = [
      year.earliest.map { "not before \($0)" }, year.latest.map { "not after \($0)" },
    ].compactMap { $0 }
    return "its year is unknown" + (bounds.isEmpty ? "" : " (\(bounds.joined(separator: ", ")))")
  }

  private func said(_ status: ClaimStatus) -> String {
    switch status {
    case .achieved: "reached"
    case .target: "aimed at"
    case .hypothetical: "supposed"
    case .negated: "denied"
    }
  }

  /// "hoped-for+zone-aimed-at/own": the first is what gave the status.
  private func statusRule(_ claim: Claim) -> String {
    guard let end = claim.rule.firstIndex(of: "+") else { return "" }
    return ", says the rule \(claim.rule[..<end])"
  }

  private func values(_ values: ClaimValues) -> [(field: String, text: String)] {
    var list: [(field: String, text: String)] = []
    if let score = values.score { list.append(("score", score.description)) }
    if let zone = values.zone { list.append(("zone", zone)) }
    if let grade = values.grade { list.append(("grade", grade)) }
    if let category = values.category { list.append(("category", category)) }
    if let rank = values.rank { list.append(("rank", String(rank))) }
    return list
  }

  /// What became of the values of the wanted field in the sentence of a claim that lacks it.
  private func leftOver(in quote: Range<Int>, _ claim: Claim) -> String {
    guard let field = query.field,
      let index = document.sentences.firstIndex(where: { $0.range == quote })
    else { return "" }
    let fates = document.sentences[index].items.filter { isCandidate($0, field) }.map {
      "\(words($0)) \(fate(of: $0, in: index, field).text)"
    }
    return "; " + (fates.isEmpty ? "no \(noun(field)) in its scope" : fates.joined(separator: "; "))
  }

  private func noun(_ field: String) -> String {
    switch field {
    case "score": "number"
    case "zone": "colour"
    default: field
    }
  }

  // MARK: Values that came to nothing

  /// Values of the wanted field in a sentence that names the region and has no claim for it.
  private func misses(in index: Int) -> [NearMiss] {
    let sentence = document.sentences[index]
    let resolved = mentions(in: index).map(standing)
    let fields = query.field.map { [$0] } ?? WhyNotQuery.fields
    return fields.flatMap { field in
      sentence.items.filter { isCandidate($0, field) }.compactMap { item -> NearMiss? in
        guard claim(with: item) == nil else { return nil }
        let fate = self.fate(of: item, in: index, field)
        var met: [String] = []
        var failed = ["\(words(item)): \(fate.text)"]
        if let good = resolved.first(where: { $0.problem == nil }) {
          met.append("names \(good.name)")
        } else if let bad = resolved.first, let problem = bad.problem {
          failed.append("\(bad.name): \(problem)")
        }
        if sentence.items.contains(where: { isYear($0) }) { met.append("names \(query.year)") }
        if let instrument = instrument(in: sentence) { met.append("instrument \(instrument)") }
        met.append("has \(noun(field)) \(words(item))")
        return NearMiss(
          sentence: sentence.range, met: met, failed: failed, rules: fate.rule.map { [$0] } ?? [])
      }
    }
  }

  private func isYear(_ item: Int) -> Bool {
    switch document.items[item].content {
    case .year(query.year, _): true
    case .date(_, _, query.year): true
    default: false
    }
  }

  private func instrument(in sentence: Sentence) -> String? {
    for item in sentence.items {
      switch document.items[item].content {
      case .instrument(let row) where lexicon.instruments[Int(row)].isInScope:
        return lexicon.instruments[Int(row)].id
      case .assessor(let row) where lexicon.assessors[Int(row)].isInScope:
        return "of \(lexicon.assessors[Int(row)].name)"
      default: continue
      }
    }
    return nil
  }

  /// Whether an item could be a value of a field. Whole numbers are too many things to be asked about.
  private func isCandidate(_ item: Int, _ field: String) -> Bool {
    switch (document.items[item].content, field) {
    case (.number(let value), "score"): value.scale > 0 || log.decisions[item] != nil
    case (.zone, "zone"), (.grade, "grade"), (.category, "category"), (.rank, "rank"): true
    default: false
    }
  }

  private func claim(with item: Int) -> Claim? {
    let range = document.items[item].range
    return reading.claims.first { claim in
      guard case .region(let row) = claim.body, query.regions.contains(row) else { return false }
      return claim.evidence.contains { $0.range == range }
    }
  }

  /// What became of a value.
  private func fate(of item: Int, in index: Int, _ field: String) -> (text: String, rule: String?) {
    let range = document.items[item].range
    if let other = reading.claims.first(where: { $0.evidence.contains { $0.range == range } }) {
      return ("belongs to \(name(of: other))", other.rule)
    }
    let rule = marks[index].rule(of: item).map { rules.rules[Int($0)] }
    if let decision = log.decisions[item] { return (words(of: decision), rule?.name) }
    if let role = marks[index][item], let rule, role != .value, role != .earlier {
      let meaning = Self.meaning(role)
      return ("is taken for \(meaning) by the rule \(rule.name) (\(rule.place))", rule.name)
    }
    if rule == nil, field == "score" || field == "zone" {
      return (
        "is taken for a value by no rule"
          + nearest(item, index).map { "; nearest: \($0)" }
          .joinedOrEmpty, nil
      )
    }
    return ("is tied to nobody", rule?.name)
  }

  private func name(of claim: Claim) -> String {
    switch claim.body {
    case .region: body(claim)
    case .other(let name, _): name
    }
  }

  private func words(of decision: DecisionLog.Decision) -> String {
    switch decision.reason {
    case .foreignInstrument(let row?):
      "is a result of \(lexicon.instruments[Int(row)].name), which is not ours"
    case .foreignInstrument(nil): "stands under no instrument that is known"
    case .foreignPassage: "stands in a passage about something else"
    case .offScale(let row):
      "is none of the values that \(lexicon.instruments[Int(row)].name) can have"
    case .nobody: "is tied to nobody: its sentence and those before name no body for it"
    case .rankAlone: "is a place in a list or contest that no assessment is named for"
    case .otherBody: "belongs to a body of the central government, or to one that stays open"
    }
  }

  private static func meaning(_ role: Role) -> String {
    switch role {
    case .value, .same: "a value"
    case .earlier: "a value of an earlier time"
    case .group: "a count of bodies"
    case .rest: "the others of a count"
    case .scale: "part of a scale's explanation"
    case .delta: "a difference"
    case .scope, .place, .origin, .back: "a region"
    case .first: "a place"
    case .sampled: "a unit that was looked at"
    case .otherYear: "a year of something else"
    case .assessed: "the time of the assessment"
    case .suspect: "a term that the source seems to have mistaken"
    case .other: "something other than a value"
    }
  }

  /// The rule that came nearest to taking an item for a value, with what it wanted instead.
  private func nearest(_ item: Int, _ index: Int) -> [String] {
    let sentence = document.sentences[index]
    let keys = document.items.map { ItemKey($0, in: document.article.text[...]) }
    var best: (rule: Rule, result: PatternTrace.Result, trace: PatternTrace)?
    for rule in rules.rules where rule.marks.contains(where: { $0.role == .value }) {
      let trace = PatternTrace(
        keys: keys, sentence: sentence.items, text: document.article.text, program: rule.program)
      for start in max(sentence.items.lowerBound, item - 12)...item {
        guard rule.mayBegin(with: keys[start]), let result = trace.furthest(from: start),
          result.end >= item, result.end - result.start > 1
        else { continue }
        let length = min(result.end, item + 1) - result.start
        let known = best.map { min($0.result.end, item + 1) - $0.result.start } ?? 0
        if length > known { best = (rule, result, trace) }
      }
    }
    guard let best else { return [] }
    let read =
      best.result.end < sentence.items.upperBound
      ? "reads “\(words(best.result.end))”" : "comes to the end of the sentence"
    let matched = document.text(
      document.items[best.result.start].range
        .lowerBound..<document.items[best.result.end - 1].range.upperBound)
    return [
      "\(best.rule.name) (\(best.rule.place)) matches “\(matched)”, then wants "
        + "\(best.trace.words(at: best.result.place, document.classes)) and \(read)"
    ]
  }

  private func words(_ item: Int) -> String { document.text(document.items[item].range) }

  // MARK: Mentions

  private func mentions(in index: Int) -> [Int] {
    document.sentences[index].items.filter { item in
      if case .region(let mention) = document.items[item].content {
        mention.candidates.contains(where: query.regions.contains)
      } else {
        false
      }
    }
  }

  /// How a mention is understood, and what keeps it from being the region.
  private func standing(_ item: Int) -> (name: String, problem: String?) {
    guard case .region(let mention) = document.items[item].content else { return ("", nil) }
    let name = words(item)
    switch mention.role {
    case .nested: return (name, "is part of another name")
    case .dateline: return (name, "is where the report was written")
    case .apposition: return (name, "only says where another region lies")
    case .scope: return (name, "is the area that is spoken of, not the body")
    case .plain: break
    }
    if let row = resolver.resolve(mention) {
      return query.regions.contains(row)
        ? (name, nil) : (name, "is read as \(lexicon.regions[Int(row)].fullName)")
    }
    let names = mention.candidates.filter { lexicon.regions[Int($0)].validTo == nil }
      .map { lexicon.regions[Int($0)].fullName }
    return names.count > 1
      ? (name, "may be \(names.joined(separator: " or ")), and nothing in the document tells which")
      : (name, "is too common a word to be a region without another sign of it")
  }
}

extension [String] {
  fileprivate var joinedOrEmpty: String { joined() }
}
