import Extract
import Lexicon
import Tag

/// Which region a name means in this document: by the level word in front of it, by the same name with
/// a level elsewhere, by the province that the document is about.
struct RegionResolver {
  private let lexicon: Lexicon
  /// How often a region is named beyond doubt, by row.
  private var certain: [Int32: Int] = [:]
  /// How often a province is meant, by its code.
  private var provinces: [String: Int] = [:]
  /// Whether of the names beyond doubt most are provinces.
  private var isOfProvinces = false
  /// The region that the document is about, if one stands out.
  private(set) var main: Int32?

  init(_ document: TaggedArticle) {
    lexicon = document.lexicon
    var weight: [Int32: Int] = [:]
    for item in document.items {
      guard case .region(let mention) = item.content, mention.role != .nested else { continue }
      let known = current(mention.candidates)
      guard known.count == 1, let region = known.first, !mention.needsCue else { continue }
      certain[region, default: 0] += 1
      provinces[lexicon.regions[Int(region)].provinceCode, default: 0] += 1
    }
    let ofProvinces = certain.keys.filter { lexicon.regions[Int($0)].level == .provinsi }.count
    isOfProvinces = 2 * ofProvinces > certain.count && ofProvinces > 2
    let newsroom = document.classes.set("newsroom")
    let venue = document.classes.set("venue")
    for (index, item) in document.items.enumerated() {
      guard case .region(let mention) = item.content,
        mention.role == .plain || mention.role == .dateline || mention.role == .scope,
        let region = resolve(mention)
      else { continue }
      // "Kecamatan se-Kabupaten X" is about that region; "daerah se-Provinsi X" is about others.
      if mention.role == .scope, lexicon.regions[Int(region)].level == .provinsi { continue }
      if document.isMeetingPlace(index, newsroom: newsroom, venue: venue) { continue }
      let inTitle = item.range.upperBound <= document.article.bodyStart
      weight[region, default: 0] +=
        (inTitle ? 3 : 0) + (mention.role == .plain ? 2 : 1)
        + (mention.level == nil ? 0 : 1)
    }
    let ranked = weight.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    // The document is about one region only if that one stands out.
    if let first = ranked.first, ranked.count == 1 || first.value >= 2 * ranked[1].value {
      main = first.key
    }
  }

  /// The region, or nil when the name stays ambiguous or is too weak to count.
  /// - Parameter level: what the sentence says in front of the name; it decides between namesakes.
  func resolve(_ mention: RegionMention, level: RegionLevel? = nil) -> Int32? {
    var known = current(mention.candidates)
    if known.count > 1, mention.level == nil, let level {
      let fitting = known.filter { lexicon.regions[Int($0)].level == level }
      if !fitting.isEmpty { known = fitting }
    }
    guard let chosen = choose(known) else { return nil }
    guard mention.needsCue else { return chosen }
    let region = lexicon.regions[Int(chosen)]
    return certain[chosen] != nil || provinces[region.provinceCode] != nil ? chosen : nil
  }

  /// Rows whose code is valid today; a name has rows for its former codes too.
  private func current(_ candidates: [Int32]) -> [Int32] {
    let valid = candidates.filter { lexicon.regions[Int($0)].validTo == nil }
    return valid.isEmpty ? candidates : valid
  }

  private func choose(_ candidates: [Int32]) -> Int32? {
    if candidates.count <= 1 { return candidates.first }
    let seen = candidates.filter { certain[$0] != nil }
    let ranked = seen.sorted { (certain[$1] ?? 0, $0) < (certain[$0] ?? 0, $1) }
    if let best = ranked.first, ranked.count == 1 || certain[best] != certain[ranked[1]] {
      return best
    }
    let inProvince = candidates.filter { provinces[lexicon.regions[Int($0)].provinceCode] != nil }
    if inProvince.count == 1 { return inProvince.first }
    // "Sulawesi Tenggara, Maluku dan Gorontalo": among provinces a name that is a city's too is the province's.
    return isOfProvinces ? candidates.first { lexicon.regions[Int($0)].level == .provinsi } : nil
  }
}

extension TaggedArticle {
  /// "JAKARTA -", "di Jakarta, Rabu", "di Hotel Bidakara, Jakarta Selatan": where news of the whole nation are
  /// written, ministers meet the press, or something is handed over; it says nothing of the place itself.
  func isMeetingPlace(_ index: Int, newsroom: ClassSet, venue: ClassSet) -> Bool {
    guard case .region(let mention) = items[index].content else { return false }
    if isAtVenue(mention, index, venue) { return true }
    guard items[index].classes.intersects(newsroom) else { return false }
    if mention.role == .dateline { return true }
    guard index > 0 else { return false }
    return ["di", "ke"].contains(text(items[index - 1].range).lowercased())
      || items[index - 1].isMark("(") && index + 1 < items.count && items[index + 1].isMark(")")
  }

  /// "Di Balai Kartini Jakarta": a name without its level closely behind a word for a building.
  func isAtVenue(_ mention: RegionMention, _ index: Int, _ venue: ClassSet) -> Bool {
    mention.level == nil && !mention.isOffice
      && items[max(0, index - 4)..<index].contains { $0.classes.intersects(venue) }
  }
}
