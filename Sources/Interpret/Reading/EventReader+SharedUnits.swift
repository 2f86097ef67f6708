import Lexicon
import Tag

/// One unit named for several regions.
extension EventReader {
  /// "PTSP kabupaten/kota (Kota X, Kabupaten Y)": behind the kind of unit, whose they are.
  func ofEach(_ events: [Event]) -> [Event] {
    var result = events
    for (number, event) in events.enumerated() {
      guard case .subject(let unit) = event, case .unit(let named, owner: nil) = unit.kind,
        let bracket = bracket(behind: unit.items.upperBound)
      else { continue }
      let inside = events.indices.filter { bracket.contains(events[$0].item) && $0 > number }
      let areRegions = inside.allSatisfy { index in
        if case .subject(let subject) = events[index], case .region = subject.kind {
          true
        } else {
          false
        }
      }
      guard areRegions, inside.count > 1 else { continue }
      for index in inside {
        guard case .subject(var owner) = events[index], case .region(let row) = owner.kind else {
          continue
        }
        owner.kind = .unit(document.unit(named, of: owner.items.lowerBound), owner: row)
        result[index] = .subject(owner)
      }
      // Only its members are meant; one event a call, since places shift.
      result.remove(at: number)
      return result
    }
    return result
  }

  /// The items in a bracket that follows at once, or behind "kabupaten/kota".
  func bracket(behind item: Int) -> Range<Int>? {
    var start = item
    while start < document.items.count, start - item < 4, !document.items[start].isMark("(") {
      guard !document.items[start].isMark("/") else {
        start += 1
        continue
      }
      guard case .word = document.items[start].content else { return nil }
      start += 1
    }
    guard start < document.items.count, document.items[start].isMark("(") else { return nil }
    // Some forget to close it.
    let end = document.items[start...].prefix(60).firstIndex { $0.isMark(")") || $0.isMark(".") }
    return end.map { start..<$0 }
  }

  /// "Predikat A- untuk Disdukcapil diraih Kota X, Kota Y dan Kota Z": each region's own unit.
  func shared(_ events: [Event]) -> [Event] {
    guard
      let at = events.indices.dropLast().first(where: { index in
        guard case .subject(let subject) = events[index],
          case .unit(_, owner: nil) = subject.kind, subject.items.lowerBound > 0,
          document.items[subject.items.lowerBound - 1].classes.intersects(classes.forWhom)
        else { return false }
        return document.items[
          subject.items.upperBound..<min(subject.items.upperBound + 2, document.items.count)
        ].contains { $0.classes.intersects(classes.fact) }
      }), case .subject(let unit) = events[at], case .unit(let named, _) = unit.kind
    else { return events }
    var regions = 0
    var result = events
    for index in events.indices where index > at {
      guard case .subject(var owner) = events[index] else { continue }
      guard case .region(let row) = owner.kind else { break }
      owner.kind = .unit(named, owner: row)
      result[index] = .subject(owner)
      regions += 1
    }
    guard regions > 0 else { return events }
    result.remove(at: at)
    return result
  }

  /// A unit with its region, behind which others may be listed.
  private struct Head {
    let unit: ClaimUnit
    let level: RegionLevel
    /// Its event.
    let at: Int
    /// "Disdukcapil di Kota X".
    let isPlaced: Bool
  }

  private func isPlaced(_ subject: Subject) -> Bool {
    subject.items.count > 2
      && document.text(document.items[subject.items.upperBound - 2].range).lowercased() == "di"
  }

  /// "Disdukcapil Kota X, Y dan Z": the regions listed behind a unit's own are owners of such units too, as long
  /// as they are of its kind. Of several units each is in every region.
  func listed(_ events: [Event]) -> [Event] {
    var result = events
    var head: Head?
    var members: [Int] = []
    var owners: [(at: Int, event: Event)] = []
    var end = 0
    for (number, event) in events.enumerated() {
      guard case .subject(let subject) = event else { continue }
      let gap = end..<max(end, subject.items.lowerBound)
      end = subject.items.upperBound
      if case .unit(let unit, owner: let owner?) = subject.kind {
        share(head, members, &result, &owners)
        members = []
        head = unnamed(unit, subject).map {
          Head(
            unit: $0, level: document.lexicon.regions[Int(owner)].level, at: number,
            isPlaced: isPlaced(subject))
        }
      } else if let known = head,
        let row = member(
          subject, of: known.level, behind: gap, goesOn: known.isPlaced || !members.isEmpty)
      {
        var owned = subject
        owned.kind = .unit(document.unit(known.unit, of: subject.items.lowerBound), owner: row)
        result[number] = .subject(owned)
        members.append(number)
      } else {
        share(head, members, &result, &owners)
        members = []
        head = nil
      }
    }
    share(head, members, &result, &owners)
    for (at, event) in owners.reversed() { result.insert(event, at: at) }
    return acrossRegions(result)
  }

  /// "Disdukcapil dan DPMPTSP Kota X, Kota Y dan Kota Z": where other units stand in front of the head, the regions
  /// only tell where all of them are.
  private func share(
    _ head: Head?, _ members: [Int],
    _ events: inout [Event], _ owners: inout [(at: Int, event: Event)]
  ) {
    guard let head, !members.isEmpty, head.at > 0,
      case .subject(var last) = events[head.at], last.items.count > 1,
      case .unit(let unit, owner: let owner?) = last.kind,
      case .subject(let before) = events[head.at - 1], case .unit(_, owner: nil) = before.kind,
      isSeparator(before.items.upperBound..<last.items.lowerBound)
    else { return }
    for index in members {
      guard case .subject(var place) = events[index], case .unit(_, owner: let row?) = place.kind
      else { continue }
      place.kind = .region(row)
      place.isPlace = true
      events[index] = .subject(place)
    }
    var place = Subject(
      kind: .region(owner), items: last.items.upperBound - 1..<last.items.upperBound)
    place.isPlace = true
    last.items = last.items.lowerBound..<last.items.lowerBound + 1
    last.kind = .unit(unit, owner: nil)
    events[head.at] = .subject(last)
    owners.append((head.at + 1, .subject(place)))
  }

  /// "Disdukcapil dan DPMPTSP di tiga daerah, yaitu Kota X, Kota Y dan Kota Z": the counted regions are where the
  /// units are.
  private func acrossRegions(_ events: [Event]) -> [Event] {
    for (number, event) in events.enumerated().dropFirst() {
      guard case .subject(let counted) = event, case .group = counted.kind,
        case .subject(let unit) = events[number - 1], case .unit(_, owner: nil) = unit.kind,
        number + 2 < events.count, case .intro = events[number + 1],
        unit.items.upperBound + 1 == counted.items.lowerBound,
        document.text(document.items[unit.items.upperBound].range).lowercased() == "di"
      else { continue }
      var result = events
      for index in (number + 2)..<events.count {
        guard case .subject(var place) = events[index], case .region = place.kind else { break }
        place.isPlace = true
        result[index] = .subject(place)
      }
      result.remove(at: number)
      return result
    }
    return events
  }

  /// The region of a subject that goes on a list of regions: provinces behind a province's unit, others behind
  /// that of a city or kabupaten. With a level word of its own it may begin something else behind a mere "dan".
  private func member(
    _ subject: Subject, of level: RegionLevel, behind gap: Range<Int>, goesOn: Bool
  ) -> Int32? {
    let item = document.items[subject.items.lowerBound]
    guard case .region(let mention) = item.content, isSeparator(gap),
      !item.classes.intersects(classes.body),
      mention.level == nil || goesOn || document.items[gap.lowerBound].isMark(",")
    else { return nil }
    let row: Int32? =
      switch subject.kind {
      case .region(let row): row
      // A name that city and province share.
      case .vertical where level == .provinsi: resolver.resolve(mention, level: level)
      default: nil
      }
    return row.flatMap {
      (document.lexicon.regions[Int($0)].level == .provinsi) == (level == .provinsi) ? $0 : nil
    }
  }

  /// The unit without its region, where it has no name of its own: of "RSUD Kota X" the "RSUD".
  private func unnamed(_ unit: ClaimUnit, _ subject: Subject) -> ClaimUnit? {
    guard let number = unit.unit else { return nil }
    guard document.lexicon.units[Int(number)].takesProperName else { return unit }
    let kind = document.unit(number, named: nil)
    var region = document.items[subject.items.upperBound - 1].range
    if case .unit(let mention) = document.items[subject.items.lowerBound].content,
      mention.place != nil, let name = mention.properName
    {
      region = name
    }
    return unit == kind || unit == document.unit(number, named: document.text(region)) ? kind : nil
  }

  /// A comma, "dan", or both.
  func isSeparator(_ gap: Range<Int>) -> Bool {
    !gap.isEmpty && gap.count <= 2
      && document.items[gap].allSatisfy { $0.isMark(",") || $0.classes.intersects(classes.and) }
  }
}
